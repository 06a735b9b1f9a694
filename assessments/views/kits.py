"""Kits on screen and as PDF: of each session, of all, the preparation pack, the debrief sheet."""

from collections.abc import Callable
from typing import Any, Final, cast

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from accounts.models import User
from assessments.kits.debrief import debrief_sheet
from assessments.kits.interviewer import Chair, Kit, kit_of
from assessments.kits.preparation import AI_RULES, NO_AI_RULE, preparation_pack
from assessments.kits.role import role_brief
from assessments.plan.pdf import PAPERS
from assessments.plan.rendering import kept_pdf
from assessments.views.hiring_plan import EXPORT
from assessments.views.interview_page import SEATS, dates_of, hours_of, moment_words, when_words
from assessments.week.calendar import Dated, NoDates
from assessments.week.hours import Timetable
from assessments.working import Names, WorkingPlan, working_plan
from hiring.access import requisition_for
from hiring.facts.wording import counted

type Content = dict[str, Any]

KITS: Final = "assessments/kits/kits.html"
PREPARATION: Final = "assessments/kits/preparation.html"
DEBRIEF: Final = "assessments/kits/debrief.html"


@require_safe
@login_required
def kit(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """The kit of one session, numbered from 1."""
    return _page(request, pk, KITS, lambda working: _kits(working, number), "kit_pdf", number)


@require_safe
@login_required
def kit_pdf(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """The kit of one session as PDF."""
    return _pdf(request, pk, KITS, lambda working: _kits(working, number), f"kit-{number}")


@require_safe
@login_required
def all_kits(request: HttpRequest, pk: int) -> HttpResponse:
    """The kits of all sessions, one after the other."""
    return _page(request, pk, KITS, _kits, "kits_pdf")


@require_safe
@login_required
def all_kits_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """The kits of all sessions as one PDF, each starting on a page of its own."""
    return _pdf(request, pk, KITS, _kits, "kits")


@require_safe
@login_required
def preparation(request: HttpRequest, pk: int) -> HttpResponse:
    """The preparation pack for the person invited."""
    return _page(request, pk, PREPARATION, _preparation, "preparation_pdf")


@require_safe
@login_required
def preparation_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """The preparation pack as PDF. Nothing of the requisition is attached to it."""
    return _pdf(request, pk, PREPARATION, _preparation, "preparation")


@require_safe
@login_required
def debrief(request: HttpRequest, pk: int) -> HttpResponse:
    """The debrief sheet."""
    return _page(request, pk, DEBRIEF, _debrief, "debrief_pdf")


@require_safe
@login_required
def debrief_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """The debrief sheet as PDF."""
    return _pdf(request, pk, DEBRIEF, _debrief, "debrief")


def _page(
    request: HttpRequest, pk: int, template: str, content: Callable[[WorkingPlan], Content], pdf: str, *args: int
) -> HttpResponse:
    user = cast(User, request.user)
    requisition = requisition_for(user, pk)
    context = {
        **content(working_plan(requisition)),
        "screen": True,
        "back_url": reverse("assessments:interviews", args=[pk]),
        "pdf_url": reverse(f"assessments:{pdf}", args=[pk, *args]) if user.has_perm(EXPORT) else "",
    }
    return render(request, template, context)


def _pdf(
    request: HttpRequest, pk: int, template: str, content: Callable[[WorkingPlan], Content], name: str
) -> HttpResponse:
    user = cast(User, request.user)
    requisition = requisition_for(user, pk)
    if not user.has_perm(EXPORT):
        raise PermissionDenied("You can read this requisition but not export its plan.")
    asked = request.GET.get("paper", "a4")
    paper = next((known for known in PAPERS if known == asked), None)
    if paper is None:
        return HttpResponseBadRequest(f"paper must be one of: {', '.join(PAPERS)}", content_type="text/plain")
    html = render_to_string(template, {**content(working_plan(requisition)), "screen": False})
    pdf = kept_pdf(requisition, html, None, timezone.localdate(), paper)
    where = "inline" if "inline" in request.GET else "attachment"
    filename = f"{slugify(f'{name}-{pk}-{requisition.title or ""}')[:80].rstrip('-')}.pdf"
    return HttpResponse(
        pdf,
        content_type="application/pdf",
        headers={"Content-Disposition": f'{where}; filename="{filename}"', "Cache-Control": "private, no-cache"},
    )


def _kits(working: WorkingPlan, number: int | None = None) -> Content:
    """All kits, or the one with a number. Raises Http404 for one that the loop does not have."""
    plan = working.plan
    hours = hours_of(working)
    when, _ = dates_of(working, hours)
    role = role_brief(working.document)
    policy = plan.process.ai_policy
    found: list[Kit] = [
        kit_of(
            plan,
            session,
            working.content,
            role,
            chairs=[Chair(SEATS[seat], *_named(working.names.get(seat, Names()))) for seat in session.stage.panel],
            when=when_words(hours.at(session.number), when),
            level=working.document.role.level,
            ai_rule=AI_RULES[policy] if policy else NO_AI_RULE,
        )
        for session in plan.sessions
        if number in (None, session.number)
    ]
    if number is not None and not found:
        raise Http404("No such session")
    title = f"Interviewer kit: {role.title}" if number else f"Interviewer kits: {role.title}"
    return {"title": title, "kits": found, "role": role}


def _named(names: Names) -> tuple[str, str]:
    return names.person, names.backup


def _preparation(working: WorkingPlan) -> Content:
    hours = hours_of(working)
    when, _ = dates_of(working, hours)
    role = role_brief(working.document)
    pack = preparation_pack(
        working.plan,
        role,
        when=_when(working, hours, when),
        people={seat: names.person for seat, names in working.names.items()},
        contact=working.row.contact,
        decision=_decision(working),
        zone=when.zone if when else "",
    )
    return {"title": f"Your interviews: {role.title}", "pack": pack, "role": role}


def _debrief(working: WorkingPlan) -> Content:
    hours = hours_of(working)
    when, _ = dates_of(working, hours)
    role = role_brief(working.document)
    talk = next((each for each in hours.hours if each.kind == "debrief"), None)
    sheet = debrief_sheet(
        working.plan,
        role,
        when=_when(working, hours, when),
        people={seat: names.person for seat, names in working.names.items()},
        deadline=_deadline(working, hours, when),
        debrief="" if talk is None else when_words(talk, when),
    )
    return {"title": f"Debrief: {role.title}", "sheet": sheet, "role": role}


def _when(working: WorkingPlan, hours: Timetable, when: Dated | None) -> dict[int, str]:
    return {session.number: when_words(hours.at(session.number), when) for session in working.plan.sessions}


def _decision(working: WorkingPlan) -> str:
    hours = working.plan.process.decision_hours
    return "" if hours is None else f"within {counted(hours, 'hour')} of the last session"


def _deadline(working: WorkingPlan, hours: Timetable, when: Dated | None) -> str:
    decision, last = working.plan.process.decision_hours, hours.last_end
    if decision is None:
        return ""
    if when is not None and last is not None:
        try:
            return f"by {moment_words(when.deadline(last, decision))}"
        except NoDates:
            pass
    return f"within {counted(decision, 'hour')} of the last session"
