"""`manage.py mistakes`: every mistake and trigger with its metadata."""

import json
from typing import Any

from django.core.management.base import CommandParser

from hiring.cli.catalogue import catalogue_json, catalogue_text
from hiring.cli.command import FileCommand


class Command(FileCommand):
    """Print the catalogue."""

    help = "Print every mistake and trigger with severities, what fires it, sources and thresholds."

    def add_arguments(self, parser: CommandParser) -> None:
        """The options of design.md section 6."""
        parser.add_argument("--format", choices=("text", "json"), default="text")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print."""
        if options["format"] == "json":
            self.stdout.write(json.dumps(catalogue_json(), ensure_ascii=False, indent=2))
        else:
            self.stdout.write(catalogue_text(), ending="")
