"""`manage.py plan_interviews FILE`: the interview plan of a requisition kept as a file."""

import json
import sys
from typing import Any

from django.conf import settings
from django.core.management.base import CommandParser
from django.utils.module_loading import import_string

from assessments.planning import generate
from assessments.planning.json_form import plan_json
from assessments.planning.text_form import plan_text
from hiring.cli.command import FileCommand
from hiring.cli.reading import BadInput, is_collection, read_bytes, read_entry, read_lines

EXIT_BAD_INPUT = 2
TAKE_HOMES = {"yes": True, "no": False, "as-answered": None}


class Command(FileCommand):
    """Plan the interviews of requisition documents. Works without a database."""

    help = (
        "Generate the interview plan of a requisition document (JSON, or a hiring plan PDF) with its coverage matrix. "
        "A .jsonl file holds one document a line and gives one plan a line. Exit code 2: bad input."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """The options of design.md section 6."""
        parser.add_argument("file", metavar="FILE", help="JSON, JSON Lines or hiring plan PDF; - for standard input")
        parser.add_argument("--format", choices=("text", "json"), default="text")
        parser.add_argument(
            "--take-home",
            choices=tuple(TAKE_HOMES),
            default="as-answered",
            help="a take-home instead of live work; default: as the document says",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Read, plan, print."""
        name: str = options["file"]
        takehome = TAKE_HOMES[options["take_home"]]
        content = read_bytes(name)
        if content.startswith(b"%PDF-"):
            content = import_string(settings.HIRING_PLAN_ATTACHMENT)(content)
        if is_collection(name, content):
            self._collection(content, name, takehome)
            return
        document = read_entry(content, "standard input" if name == "-" else name).document
        plan = generate(document, takehome=takehome)
        if options["format"] == "json":
            self.stdout.write(json.dumps(plan_json(plan), ensure_ascii=False, indent=2))
        else:
            self.stdout.write(plan_text(plan, document.role.title), ending="")

    def _collection(self, content: bytes, name: str, takehome: bool | None) -> None:
        failed = False
        for entry in read_lines(content, name):
            if isinstance(entry, BadInput):
                failed = True
                self.stderr.write(str(entry))
                self.stdout.write(json.dumps({"error": str(entry)}, ensure_ascii=False))
                continue
            self.stdout.write(json.dumps(plan_json(generate(entry.document, takehome=takehome)), ensure_ascii=False))
        if failed:
            sys.exit(EXIT_BAD_INPUT)
