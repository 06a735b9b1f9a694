#!/usr/bin/env python
"""Runs the project's management commands."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

# Where any of these is set, somebody has configured this machine; then nothing is assumed.
CONFIGURED = (
    "DATABASE_URL",
    "DATABASE_URL_FILE",
    "PREFLIGHT_ALLOWED_HOSTS",
    "PREFLIGHT_MAIL_URL",
    "PREFLIGHT_SECRET_KEY",
    "PREFLIGHT_SECRET_KEY_FILE",
)


def main() -> None:
    """Run a command. On a machine where nothing is set up, a checkout is for trying out: debug mode is on.

    The server entry (config.wsgi) assumes nothing of the kind.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    if not any(os.environ.get(name) for name in CONFIGURED):
        os.environ.setdefault("PREFLIGHT_DEBUG", "1")
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(f"Not configured: {error}")


if __name__ == "__main__":
    main()
