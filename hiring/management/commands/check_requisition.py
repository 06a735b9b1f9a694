"""`manage.py check_requisition FILE`: a requisition's report, from a file to the terminal or a CI job."""

import json
import sys
from datetime import date
from typing import Any

from django.conf import settings
from django.core.management.base import CommandParser
from django.utils import timezone
from django.utils.module_loading import import_string

from hiring.checking import BLOCKER, WARNING
from hiring.cli.command import FileCommand
from hiring.cli.reading import (
    BadInput,
    Entry,
    decoded,
    is_collection,
    read_bytes,
    read_day,
    read_entry,
    read_lines,
    read_market,
    read_waivers,
)
from hiring.cli.sarif import report_sarif
from hiring.cli.text import report_text
from hiring.market import Market
from hiring.reporting import Report, Waiver
from hiring.reporting.json_form import report_json
from hiring.review import review
from hiring.reviewing import bank

EXIT_BAR_CROSSED = 1
EXIT_BAD_INPUT = 2

_LINE = json.JSONEncoder(ensure_ascii=False, check_circular=False)
"""A report holds no circles to look for."""


class Command(FileCommand):
    """Check requisition documents kept as files. Works without a database."""

    help = (
        "Check a requisition document (JSON, or a hiring plan PDF) and print the report. A .jsonl file holds one "
        'document a line, or {"document", "market", "today"} a line, and gives one report a line. '
        "Exit code 0: below the bar; 1: the bar of --fail-on is crossed; 2: bad input."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """The options of design.md section 6."""
        parser.add_argument("file", metavar="FILE", help="JSON, JSON Lines or hiring plan PDF; - for standard input")
        parser.add_argument("--market", metavar="FILE", help="market pay as JSON; default: the shipped figures")
        parser.add_argument("--waivers", metavar="FILE", help="waivers as a JSON list")
        parser.add_argument("--today", metavar="DATE", help="the day of the review, YYYY-MM-DD; default: today")
        parser.add_argument("--format", choices=("text", "json", "sarif"), default="text")
        parser.add_argument("--fail-on", choices=("blocker", "warning", "never"), default="blocker")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read, review, print; the exit code says whether the bar was crossed."""
        self.market = None if options["market"] is None else read_market(options["market"])
        self.waivers = () if options["waivers"] is None else read_waivers(options["waivers"])
        self.today = timezone.localdate() if options["today"] is None else read_day(options["today"])
        name: str = options["file"]
        content = read_bytes(name)
        if content.startswith(b"%PDF-"):
            content = import_string(settings.HIRING_PLAN_ATTACHMENT)(content)
        if is_collection(name, content):
            code = self._collection(content, name, options)
        else:
            code = self._single(content, name, options)
        if code:
            sys.exit(code)

    def _single(self, content: bytes, name: str, options: dict[str, Any]) -> int:
        text = decoded(content, name)
        entry = read_entry(text, "standard input" if name == "-" else name)
        report = self._review(entry)
        if options["format"] == "json":
            self.stdout.write(json.dumps(report_json(report), ensure_ascii=False, indent=2))
        elif options["format"] == "sarif":
            self.stdout.write(json.dumps(report_sarif(report, name, text), ensure_ascii=False, indent=2))
        else:
            self.stdout.write(report_text(report, entry.document.role.title), ending="")
        return EXIT_BAR_CROSSED if _crosses(report, options["fail_on"]) else 0

    def _collection(self, content: bytes, name: str, options: dict[str, Any]) -> int:
        if options["format"] == "sarif":
            raise BadInput("--format sarif takes one document; a .jsonl file gives JSON, one report a line")
        code = 0
        for entry in read_lines(content, name):
            if isinstance(entry, BadInput):
                self.stderr.write(str(entry))
                self.stdout.write(json.dumps({"error": str(entry)}, ensure_ascii=False))
                code = EXIT_BAD_INPUT
                continue
            report = self._review(entry)
            self.stdout.write(_LINE.encode(report_json(report)))
            if code == 0 and _crosses(report, options["fail_on"]):
                code = EXIT_BAR_CROSSED
        return code

    def _review(self, entry: Entry) -> Report:
        today = entry.today or self.today
        market = entry.market if entry.market_given else self.market or shipped_market(entry, today)
        return review(entry.document, today=today, market=market, bank=bank(), waivers=self.waivers)

    market: Market | None
    waivers: tuple[Waiver, ...]
    today: date


def shipped_market(entry: Entry, today: date) -> Market | None:
    """The market by the figures that come with the product (settings.HIRING_SHIPPED_MARKET_SOURCE)."""
    found: Market | None = import_string(settings.HIRING_SHIPPED_MARKET_SOURCE)(entry.document, today)
    return found


def _crosses(report: Report, bar: str) -> bool:
    if bar == "never":
        return False
    least = BLOCKER if bar == "blocker" else WARNING
    return report.has_error or any(flag.severity >= least for flag in report.flags)
