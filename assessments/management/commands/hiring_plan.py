"""`manage.py hiring_plan FILE -o plan.pdf`: the hiring plan of a requisition kept as a file."""

import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandParser
from django.utils import timezone
from django.utils.module_loading import import_string

from assessments.plan.cover import PlanMeta
from assessments.plan.hiring_plan import build_plan
from assessments.plan.pdf import PAPERS
from assessments.plan.rendering import plan_pdf
from hiring.cli.command import FileCommand
from hiring.cli.reading import BadInput, read_bytes, read_day, read_entry, read_market, read_waivers
from hiring.review import review
from hiring.reviewing import Reviewed, bank


class Command(FileCommand):
    """Export the hiring plan of a requisition document. Works without a database."""

    help = (
        "Write the hiring plan of a requisition document (JSON, or an earlier hiring plan PDF) as a PDF. "
        "Exit code 2: bad input."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """The options of design.md section 6."""
        parser.add_argument("file", metavar="FILE", help="JSON or hiring plan PDF; - for standard input")
        parser.add_argument("-o", "--output", metavar="FILE", required=True, help="the PDF; - for standard output")
        parser.add_argument("--market", metavar="FILE", help="market pay as JSON; default: the shipped figures")
        parser.add_argument("--waivers", metavar="FILE", help="waivers as a JSON list")
        parser.add_argument("--today", metavar="DATE", help="the day of the review, YYYY-MM-DD; default: today")
        parser.add_argument("--paper", choices=PAPERS, default="a4")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read, review, render, write."""
        name: str = options["file"]
        content = read_bytes(name)
        if content.startswith(b"%PDF-"):
            content = import_string(settings.HIRING_PLAN_ATTACHMENT)(content)
        entry = read_entry(content, "standard input" if name == "-" else name)
        today = entry.today or (timezone.localdate() if options["today"] is None else read_day(options["today"]))
        market = None if options["market"] is None else read_market(options["market"])
        if entry.market_given:
            market = entry.market
        elif market is None:
            market = import_string(settings.HIRING_SHIPPED_MARKET_SOURCE)(entry.document, today)
        waivers = () if options["waivers"] is None else read_waivers(options["waivers"])
        index = bank()
        report = review(entry.document, today=today, market=market, bank=index, waivers=waivers)
        plan = build_plan(Reviewed(entry.document, market, today, waivers, report, bank=index), PlanMeta())
        _write(options["output"], plan_pdf(plan, entry.document, today, options["paper"]))


def _write(name: str, pdf: bytes) -> None:
    if name == "-":
        sys.stdout.buffer.write(pdf)
        return
    try:
        Path(name).write_bytes(pdf)
    except OSError as error:
        raise BadInput(f"{name}: {error.strerror or error}") from None
