"""The hiring plan and the interviewer kits as PDF, beside eight plain pages rendered in the same run."""

import io
from collections.abc import Callable
from datetime import date

from django.template.loader import render_to_string
from pypdf import PdfReader
from weasyprint import HTML

from assessments.bank import SHIPPED
from assessments.kits.interviewer import Chair, kit_of
from assessments.kits.preparation import NO_AI_RULE
from assessments.kits.role import role_brief
from assessments.plan.hiring_plan import PlanMeta, build_plan
from assessments.plan.pdf import render_pdf
from assessments.plan.rendering import plan_pdf
from assessments.planning import plan_of
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
        _show(story, lambda reviewed=reviewed: _pdf(reviewed), floor, "1.0 s, 3x")
    _show("healthy_senior, all kits", _kits, floor)


def _show(what: str, make: Callable[[], bytes], floor: float, held: str = "") -> None:
    pages = len(PdfReader(io.BytesIO(make())).pages)
    seconds = cpu_ms(make, 3) / 1000
    ratio = f"{seconds / floor:.1f}x eight plain pages"
    show(f"{what}: {pages} pages", f"{seconds:.2f} s", f"{held}; {ratio}" if held else ratio)


def _pdf(reviewed: Reviewed) -> bytes:
    plan = build_plan(reviewed, PlanMeta("benchmark", "Maya Lindqvist"))
    return plan_pdf(plan, reviewed.document, reviewed.today, "a4")


def _kits() -> bytes:
    document = demo_document("healthy_senior")
    plan, role = plan_of(document), role_brief(document)
    kits = [
        kit_of(
            plan,
            session,
            SHIPPED,
            role,
            chairs=[Chair(seat, "", "") for seat in session.stage.panel],
            when="",
            level=document.role.level,
            ai_rule=NO_AI_RULE,
        )
        for session in plan.sessions
    ]
    page = render_to_string("assessments/kits/kits.html", {"kits": kits, "title": "Kits", "role": role})
    return render_pdf(page, None, TODAY, "a4")
