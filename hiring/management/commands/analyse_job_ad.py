"""`manage.py analyse_job_ad FILE`: what a job ad says, and the flags it raises by itself."""

import json
import sys
from datetime import date
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from hiring.cli.ads import AdEntry, ad_text, read_ad_file, read_ad_lines
from hiring.cli.command import FileCommand
from hiring.cli.reading import BadInput, is_collection, read_bytes, read_day
from hiring.job_ad import JobAdJson, as_json, flags_of, read_ad_text

EXIT_BAD_INPUT = 2


class Command(FileCommand):
    """Read job ads kept as files. Works without a database."""

    help = (
        "Say what a job ad (txt, md, html, docx, pdf) says and which flags it raises, with character offsets. "
        'A .jsonl file holds {"id", "title", "text"} a line and gives one answer a line. Exit code 2: bad input.'
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """The options of design.md section 6."""
        parser.add_argument("file", metavar="FILE", help="an ad, or JSON Lines of ads; - for standard input")
        parser.add_argument("--title", help="the title, where the text does not hold it")
        parser.add_argument("--today", metavar="DATE", help="the day of the review, YYYY-MM-DD; default: today")
        parser.add_argument("--format", choices=("text", "json"), default="text")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read and print."""
        today = timezone.localdate() if options["today"] is None else read_day(options["today"])
        name: str = options["file"]
        content = read_bytes(name)
        if is_collection(name, content):
            if not self._collection(name, content, today):
                sys.exit(EXIT_BAD_INPUT)
            return
        entry = read_ad_file(name, content)
        ad = read_ad_text(entry.text, options["title"])
        flags = flags_of(ad, today)
        if options["format"] == "json":
            self.stdout.write(json.dumps(as_json(ad, flags), ensure_ascii=False, indent=2))
        else:
            self.stdout.write(ad_text(ad, flags), ending="")

    def _collection(self, name: str, content: bytes, today: date) -> bool:
        """One answer a line; False where a line could not be read."""
        good = True
        for entry in read_ad_lines(name, content):
            if isinstance(entry, BadInput):
                self.stderr.write(str(entry))
                self.stdout.write(json.dumps({"error": str(entry)}, ensure_ascii=False))
                good = False
            else:
                self.stdout.write(json.dumps(answer(entry, today), ensure_ascii=False))
        return good


def answer(entry: AdEntry, today: date) -> JobAdJson:
    """The answer to one line of a collection, its id first where it has one."""
    ad = read_ad_text(entry.text, entry.title)
    read = as_json(ad, flags_of(ad, today))
    return read if entry.id is None else {"id": entry.id, **read}
