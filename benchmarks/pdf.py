"""The hiring plan as PDF, beside eight plain pages rendered in the same run."""

import io
from datetime import date

from pypdf import PdfReader
from weasyprint import HTML

from assessments.plan.hiring_plan import PlanMeta, build_plan
from assessments.plan.rendering import plan_pdf
from benchmarks.timing import cpu_ms, show
from compensation.source import shipped_market_for
from hiring.demo.seed import STORIES, demo_document
from hiring.review import review
from hiring.reviewing import Reviewed, bank

TODAY = date(2026, 11, 22)
LINE = "Plain words in lines, as many as a page of a report holds, without tables, pictures or anything else. "


def measure() -> None:
    """Print seconds and pages of each demo plan, and the ratio to plain pages."""
    print("Hiring plan (WeasyPrint, warm)")
    plain = "".join(f"<section style='break-after:page'><h2>{n}</h2><p>{LINE * 33}</p></section>" for n in range(8))
    floor = cpu_ms(lambda: HTML(string=plain).write_pdf(), 3) / 1000
    show("eight plain pages", f"{floor:.2f} s")
    for story in STORIES:
        document = demo_document(story)
        market = shipped_market_for(document, TODAY)
        report = review(document, today=TODAY, market=market, bank=bank())
        reviewed = Reviewed(document, market, TODAY, (), report)
        pages = len(PdfReader(io.BytesIO(_pdf(reviewed))).pages)
        seconds = cpu_ms(lambda reviewed=reviewed: _pdf(reviewed), 3) / 1000
        show(f"{story}: {pages} pages", f"{seconds:.2f} s", f"1.0 s, 3x; {seconds / floor:.1f}x eight plain pages")


def _pdf(reviewed: Reviewed) -> bytes:
    plan = build_plan(reviewed, PlanMeta("benchmark", "Maya Lindqvist"))
    return plan_pdf(plan, reviewed.document, reviewed.today, "a4")
