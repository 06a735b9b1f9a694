"""The base of the file commands: bad input is one line on standard error and exit code 2."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from hiring.cli.reading import BadInput


class FileCommand(BaseCommand):
    """A command that works on files alone: it needs no database and no migrations."""

    requires_system_checks: list[str] = []

    def execute(self, *args: Any, **options: Any) -> str | None:
        """Turn BadInput into exit code 2."""
        try:
            return super().execute(*args, **options)
        except BadInput as error:
            raise CommandError(str(error).replace("\n", " "), returncode=2) from None
        except BrokenPipeError:
            sys.stderr.close()
            return None
