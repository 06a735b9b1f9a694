"""Run all measurements, or those named: python -m benchmarks [review] [web] …."""

import os
import sys
import tempfile
from importlib import import_module

MEASUREMENTS = ("review", "job_ads", "web", "ad_pages", "pdf", "market", "bands", "interviews")


def main(names: list[str]) -> int:
    """Prepare a database of its own, run, print. Exit code 2 for an unknown name."""
    unknown = [name for name in names if name not in MEASUREMENTS]
    if unknown:
        print(f"no measurement {', '.join(unknown)}; there are: {', '.join(MEASUREMENTS)}", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"PREFLIGHT_DEBUG": "1", "PREFLIGHT_DATA_DIR": folder, "PREFLIGHT_LOG_LEVEL": "ERROR"}
        os.environ["DATABASE_URL"] = ""
        os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.settings"
        import django

        django.setup()
        for name in names or MEASUREMENTS:
            import_module(f"benchmarks.{name}").measure()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
