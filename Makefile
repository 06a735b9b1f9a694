# Every target works from a clean clone: it first brings what it needs, and only when that changed.
# `make help` lists them. Variables: PORT (run), ARGS (test, bench), PYTHON (which Python to use).

PORT ?= 8000
ARGS ?=
TRY := PREFLIGHT_DEBUG=1
UV ?= $(shell uv --version >/dev/null 2>&1 && echo uv || echo .tools/uv/bin/uv)
PY := .venv/bin/python
# What a production machine would set: so that `check --deploy` sees what such a machine sees.
DEPLOYED := PREFLIGHT_DEBUG=0 PREFLIGHT_SECRET_KEY=only-for-the-check-9f3b1c7e5a2d4860b1c2d3e4f5a6b7c8 \
	PREFLIGHT_ALLOWED_HOSTS=preflight.example.org PREFLIGHT_MAIL_URL=smtp://mail.example.org \
	PREFLIGHT_MAIL_FROM=preflight@example.org DATABASE_URL=

.DEFAULT_GOAL := help
.PHONY: help run test check fmt bench lock

help: ## Say what there is
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "  make %-8s %s\n", $$1, $$2 }'

run: .venv/.base .venv/.pdf ## Start it here with demo people and requisitions
	@exec $(PY) scripts/serve localhost:$(PORT)

test: .venv/.dev .venv/.pdf .venv/.browser ## Run all tests (ARGS="-k pay" for some)
	@$(PY) -m pytest -q -n auto $(ARGS)

check: .venv/.dev ## Everything that can be judged without running it
	@.venv/bin/ruff check --quiet .
	@.venv/bin/ruff format --check --quiet .
	@git ls-files '*.html' | xargs .venv/bin/djade --target-version 6.1 --check
	@floors=$$(.venv/bin/lint-imports 2>&1) || { echo "$$floors" >&2; exit 1; }
	@$(TRY) .venv/bin/mypy
	@$(TRY) $(PY) manage.py makemigrations --check --dry-run --verbosity 0 || { echo "A model changed without its migration: manage.py makemigrations" >&2; exit 1; }
	@$(TRY) $(PY) manage.py write_schemas --check
	@$(DEPLOYED) $(PY) manage.py check --deploy --fail-level WARNING

fmt: .venv/.dev ## Put code and templates into the common form
	@.venv/bin/ruff check --quiet --fix . || true
	@.venv/bin/ruff format --quiet .
	@git ls-files '*.html' | xargs .venv/bin/djade --target-version 6.1 || true

bench: .venv/.dev .venv/.pdf ## Measure the speeds that are promised
	@$(PY) -m benchmarks $(ARGS)

lock: .venv/.dev ## Renew the locked requirements from requirements/*.in
	@for name in base dev tools; do $(UV) pip compile --quiet --upgrade --generate-hashes --universal \
		--no-emit-index-url --python-version 3.12 requirements/$$name.in -o requirements/$$name.txt; done

.venv/.base: requirements/base.txt
	@scripts/virtualenv requirements/base.txt
	@touch $@

.venv/.dev: requirements/dev.txt requirements/base.txt
	@scripts/virtualenv requirements/base.txt requirements/dev.txt
	@touch $@ .venv/.base

.venv/.pdf: | .venv/.base
	@PREFLIGHT_PYTHON=$(PY) scripts/system-packages pdf
	@touch $@

.venv/.browser: | .venv/.base
	@scripts/system-packages browser
	@touch $@
