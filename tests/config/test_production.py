"""What a start with a production environment does: each in a process of its own, as settings are read once."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PRODUCTION = {
    "PREFLIGHT_SECRET_KEY": "only-for-this-test-5d1c0f6a9b7e4c2d8f3a1b5e7c9d0a2f4b6c8e",
    "PREFLIGHT_ALLOWED_HOSTS": "preflight.example.org",
    "PREFLIGHT_MAIL_URL": "smtp://mail.example.org",
    "PREFLIGHT_MAIL_FROM": "preflight@example.org",
}


def start(tmp_path: Path, *arguments: str, **changed: str) -> subprocess.CompletedProcess[str]:
    # What the tests run with is chosen for the tests, not for a start of its own.
    ours = ("PREFLIGHT_", "DATABASE_", "DJANGO_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    environment = kept | PRODUCTION | {"PREFLIGHT_DATA_DIR": str(tmp_path)} | changed
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env={name: value for name, value in environment.items() if value},
        capture_output=True,
        text=True,
        check=False,
    )


def test_with_everything_set_the_deployment_check_has_nothing_to_say(tmp_path: Path) -> None:
    done = start(tmp_path, "check", "--deploy", "--fail-level", "WARNING")

    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout


@pytest.mark.parametrize("name", sorted(PRODUCTION))
def test_a_start_without_a_required_variable_names_it(name: str, tmp_path: Path) -> None:
    done = start(tmp_path, "check", **{name: ""})

    assert done.returncode != 0
    assert f"{name} is required" in done.stderr


def test_the_database_file_is_shared_by_readers_and_a_queue_of_writers(tmp_path: Path) -> None:
    pragmas = ["journal_mode", "foreign_keys", "synchronous"]
    code = (
        "from django.db import connection as c; k = c.cursor();"
        f"print([k.execute('PRAGMA ' + p).fetchone()[0] for p in {pragmas}], c.transaction_mode)"
    )

    assert start(tmp_path, "shell", "--no-imports", "-c", code).stdout.strip() == "['wal', 1, 1] IMMEDIATE"


def test_static_files_carry_their_digest_so_that_browsers_may_keep_them(tmp_path: Path) -> None:
    assert start(tmp_path, "collectstatic", "--noinput").returncode == 0
    code = (
        "from django.test import Client; c = Client(HTTP_HOST='preflight.example.org');"
        "a = c.get('/accounts/login/', secure=True); print(a.status_code, a.content.decode())"
    )
    page = start(tmp_path, "shell", "--no-imports", "-c", code).stdout

    assert page.startswith("200")
    assert re.search(r'href="/static/css/app\.[0-9a-f]{12}\.css"', page)
    assert not re.search(r'(?:href|src)="https?:', page)


def test_documented_variables_are_those_that_are_read() -> None:
    code = "".join((ROOT / "config" / name).read_text() for name in ("settings.py", "openid.py"))
    read = set(re.findall(r'"((?:PREFLIGHT_|DATABASE_)[A-Z_]+)"', code))
    documented = set(
        re.findall(r"^\| `((?:PREFLIGHT_|DATABASE_)[A-Z_]+)`", (ROOT / "docs/settings.md").read_text(), re.M)
    )

    assert read == documented
