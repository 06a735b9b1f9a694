"""The report page: verdict, what to fix next, the twelve findings, waivers."""

from typing import Any, cast

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from accounts.models import User
from hiring.access import may_edit, may_share, requisition_for
from hiring.checking import Severity
from hiring.foreseeing import foreseen_fixes
from hiring.models import AppliedFix, Requisition, WaiverRecord
from hiring.readiness.cards import Card
from hiring.readiness.next_fixes import Wanted
from hiring.registry import MISTAKE_BY_ID
from hiring.reporting import Finding, Report
from hiring.reviewing import pay_section, remember_verdict, review_requisition, worst_flags
from hiring.strip import VERDICT_MARKS, cells_of
from hiring.verdict_news import news_of
from hiring.views.report_rows import ReportPage, Rights, stored_rows, verdict_sentence
from hiring.views.sharing import take_refused
from hiring.waiving_flags import may_waive, may_withdraw

RECENT = 5
SHOWN = 5
"""Fixes shown at once; the others come when they are asked for, as the effect of each costs a review."""


@require_GET
@login_required
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """The report on a requisition as it stands today.

    The first fixes are shown with their effects. ``?effects=all`` asks for every fix, ``?effects=M03`` for those of one
    mistake; htmx gets these alone, anybody else the whole page. ``?at=`` says where somebody acted, so that what came
    of it is told there: behind how many fixes of the list, or in which finding.
    """
    user = cast(User, request.user)
    requisition = requisition_for(user, pk)
    reviewed = review_requisition(requisition)
    asked = request.GET.get("effects", "")
    is_fragment = bool(asked and getattr(request, "htmx", False))
    fixes = foreseen_fixes(reviewed, _wanted(asked, is_fragment=is_fragment))
    page = ReportPage(requisition, reviewed, fixes, _rights(user, requisition))
    if is_fragment:
        return render(request, *_fragment(page, asked))
    shown = _whole_page(user, page, asked, request.GET.get("at", ""))
    shown["share_refused"] = take_refused(request.session, requisition)
    return render(request, "hiring/report.html", shown)


def _wanted(asked: str, *, is_fragment: bool) -> Wanted:
    def wanted(place: int, card: Card) -> bool:
        if place < SHOWN:
            return not is_fragment
        return asked == "all" or any(flag.trigger.mistake_id == asked for flag in card.flags)

    return wanted


def _fragment(page: ReportPage, asked: str) -> tuple[str, dict[str, Any]]:
    """The template and what it needs, for what htmx asks for."""
    common = {"requisition": page.requisition, "may_edit": page.rights.edit}
    if asked == "all":
        return "hiring/report.html#later", {**common, "later": page.next_rows()[SHOWN:]}
    rows = [row for row in page.finding_rows(()) if row.finding.mistake.id == asked]
    return "hiring/report.html#effects", {**common, "rows": rows}


def _whole_page(user: User, page: ReportPage, asked: str, at: str) -> dict[str, Any]:
    requisition, reviewed = page.requisition, page.reviewed
    if requisition.worst_flags != worst_flags(reviewed.report) or requisition.verdict != reviewed.report.verdict.value:
        remember_verdict(requisition, reviewed.report)
    records = reviewed.records
    rows = page.next_rows()
    shown = rows if asked == "all" else rows[:SHOWN]
    place = _place(at, len(shown))
    return {
        "requisition": requisition,
        "place": place,
        "news": news_of(requisition, user),
        "reviewed": reviewed,
        "report": reviewed.report,
        "verdict": VERDICT_MARKS[reviewed.report.verdict.value],
        "sentence": verdict_sentence(reviewed.report),
        "counts": page.counts(),
        "strip": cells_of(reviewed.report),
        "fixes": rows[:SHOWN],
        "n_later": len(rows[SHOWN:]),
        "later": shown[SHOWN:],
        "findings": page.finding_rows(records),
        "pay": pay_section(reviewed),
        "missing": page.missing_steps(),
        "open_questions": page.open_questions(),
        "lapsed": page.lapsed_rows(records),
        "reviews": stored_rows(
            requisition.reviews.select_related("made_by").defer("document", "market", "report")[:RECENT]
        ),
        "applied": _undoable(requisition, page.rights),
        "opened": {_opened(reviewed.report), asked, place},
        "may_edit": page.rights.edit,
        "may_keep": page.rights.edit_process,
        "may_share": may_share(user, requisition),
        "people": list(requisition.shared_with.all()),
    }


def _place(at: str, shown: int) -> int | str | None:
    """Where on the page messages stand: the number of fixes before them, a mistake's id, or None for the usual place.

    A list that has become shorter has its end for a place.
    """
    if at.isascii() and at.isdecimal():
        return min(int(at[:6]), shown)
    return at if at in MISTAKE_BY_ID else None


def _opened(report: Report) -> str:
    """The mistake whose finding starts open: the first of the worst."""
    worst = max((finding for finding in report.findings if finding.severity), key=_severity, default=None)
    return "" if worst is None else worst.mistake.id


def _severity(finding: Finding) -> int:
    return finding.severity or 0


def _undoable(requisition: Requisition, rights: Rights) -> list[AppliedFix]:
    if not rights.edit_process:
        return []
    recent = requisition.applied_fixes.filter(undone_at=None).select_related("applied_by")[:RECENT]
    return [fix for fix in recent if rights.may_patch(tuple(fix.inverse))]


def _rights(user: User, requisition: Requisition) -> Rights:
    edit = may_edit(user, requisition)
    waivable = {severity: may_waive(user, requisition, severity) for severity in Severity}

    def withdrawable(record: WaiverRecord) -> bool:
        record.requisition = requisition
        return edit or may_withdraw(user, record)

    return Rights(
        edit=edit,
        edit_process=edit or user.has_perm("hiring.edit_process_any"),
        waive=waivable.__getitem__,
        withdraw=withdrawable,
    )
