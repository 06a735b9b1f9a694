"""`manage.py write_schemas`: the JSON Schemas under docs/schemas/, from the project's own types."""

import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError, CommandParser

from hiring.cli.command import FileCommand
from hiring.cli.schemas import schemas


class Command(FileCommand):
    """Write the schemas, or check that they are current."""

    help = "Write docs/schemas/*.json from the project's types; --check only says whether they are current."

    def add_arguments(self, parser: CommandParser) -> None:
        """``--check`` writes nothing."""
        parser.add_argument("--check", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write or compare."""
        folder = Path(settings.BASE_DIR) / "docs" / "schemas"
        folder.mkdir(parents=True, exist_ok=True)
        for name, schema in schemas().items():
            text = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
            path = folder / name
            if path.exists() and path.read_text(encoding="utf-8") == text:
                continue
            if options["check"]:
                raise CommandError(f"docs/schemas/{name} is out of date: run manage.py write_schemas")
            path.write_text(text, encoding="utf-8")
            self.stdout.write(f"wrote docs/schemas/{name}")
