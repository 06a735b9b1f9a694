"""When the loop takes place, who takes part, and the week as a calendar file."""

from datetime import UTC
from typing import Final, cast
from zoneinfo import available_timezones

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.models import User
from assessments.forms import LONGEST_NAME, WeekForm
from assessments.models import PanelSeat
from assessments.views.hiring_plan import EXPORT
from assessments.views.interview_page import (
    dates_of,
    hours_of,
    name_of,
    panel_words,
    scenario_words,
)
from assessments.views.interviews import SECTION
from assessments.week.calendar import Entry, icalendar_bytes
from assessments.week.hours import Hours
from assessments.working import WorkingPlan, save_row, working_plan
from hiring.access import require_edit, requisition_for
from hiring.models import Requisition
from hiring.questions.process import PANEL_ROLES
from hiring.saving import locked

_FIELDS: Final = ("starts_on", "time_zone", "opens", "closes", "closed_days", "people", "contact")

VIEWERS: Final = ("team", "person")
"""For whom a calendar is: the person invited sees neither scenarios nor what the team does on its own."""


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def week(request: HttpRequest, pk: int) -> HttpResponse:
    """The form of start date, working hours, closed days, and what else the kits need."""
    user = cast(User, request.user)
    requisition = requisition_for(user, pk)
    require_edit(user, requisition, SECTION)
    row = working_plan(requisition).row
    if request.method == "POST":
        form = WeekForm(request.POST)
        if form.is_valid():
            _save_week(requisition, user, form)
            messages.success(request, "The week is saved.")
            return HttpResponseRedirect(reverse("assessments:interviews", args=[pk]))
    else:
        start = {name: getattr(row, name) for name in _FIELDS}
        start["closed_days"] = "\n".join(row.closed_days)
        start["time_zone"] = row.time_zone or ("" if settings.TIME_ZONE == "UTC" else settings.TIME_ZONE)
        form = WeekForm(initial=start)
    context = {"requisition": requisition, "form": form, "zones": sorted(available_timezones())}
    return render(request, "assessments/interviews_week.html", context, status=422 if form.errors else 200)


@require_POST
@login_required
def panel(request: HttpRequest, pk: int) -> HttpResponse:
    """The names of the panel: fields ``person-SEAT`` and ``backup-SEAT``. Seats left out stay as they are."""
    user = cast(User, request.user)
    requisition = requisition_for(user, pk)
    with transaction.atomic():
        requisition = locked(requisition)
        require_edit(user, requisition, SECTION)
        seats = {seat.role: seat for seat in PanelSeat.objects.filter(requisition=requisition)}
        changed = 0
        for role, _ in PANEL_ROLES:
            if f"person-{role}" not in request.POST and f"backup-{role}" not in request.POST:
                continue
            seat = seats.get(role) or PanelSeat(requisition=requisition, role=role)
            person = _name(request.POST.get(f"person-{role}", seat.person))
            backup = _name(request.POST.get(f"backup-{role}", seat.backup))
            if (person, backup) != (seat.person, seat.backup):
                seat.person, seat.backup = person, backup
                seat._history_user = user  # type: ignore[attr-defined]  # read by simple-history
                seat.save()
                changed += 1
    messages.success(request, "The names are saved." if changed else "The names are so already.")
    return HttpResponseRedirect(f"{reverse('assessments:interviews', args=[pk])}#panel")


@require_safe
@login_required
def calendar(request: HttpRequest, pk: int) -> HttpResponse:
    """The week as iCalendar; ``?for=person`` for the person invited. Needs a start date."""
    user = cast(User, request.user)
    requisition = requisition_for(user, pk)
    if not user.has_perm(EXPORT):
        raise PermissionDenied("You can read this requisition but not export its plan.")
    viewer = request.GET.get("for", "team")
    if viewer not in VIEWERS:
        return HttpResponseBadRequest(f"for must be one of: {', '.join(VIEWERS)}", content_type="text/plain")
    working = working_plan(requisition)
    hours = hours_of(working)
    when, why_not = dates_of(working, hours)
    if when is None:
        messages.warning(request, why_not or "First say when the week starts, in which time zone.")
        return HttpResponseRedirect(reverse("assessments:interviews", args=[pk]))
    entries = [
        _entry(working, each, viewer)
        for day in hours.days
        for each in hours.of(day)
        if viewer == "team" or each.number is not None
    ]
    window = working.then.process.takehome_window_days
    body = icalendar_bytes(
        f"Interviews: {requisition}" if viewer == "team" else f"Interviews for {requisition}",
        entries,
        when,
        made=working.row.updated_at.astimezone(UTC),
        sequence=working.row.revision,
        takehome_days=int(window or 1),
    )
    name = f"{slugify(f'interviews-{requisition.pk}-{viewer}')}.ics"
    return HttpResponse(
        body,
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-cache"},
    )


def _entry(working: WorkingPlan, hours: Hours, viewer: str) -> Entry:
    pk = working.requisition.pk
    if hours.number is None:
        title = "Debrief" if hours.kind == "debrief" else "Dry run of the first exercise"
        text = (
            "Every scorecard is written before. Decide on evidence, must-have by must-have."
            if hours.kind == "debrief"
            else "Two colleagues try it with the kit, against the clock."
        )
        return Entry(f"preflight-{pk}-{hours.kind}@preflight", hours, f"{title}: {working.requisition}", text)
    planned = working.plan.sessions[hours.number - 1]
    uid = f"preflight-{pk}-{viewer}-{working.sessions[hours.number - 1].key}@preflight"
    name = name_of(planned.stage.type)
    lines = [f"With: {panel_words(working, planned)}."]
    if viewer == "team":
        scenario = scenario_words(working, planned.stage.scenario)
        lines += [f"Scenario: {scenario}."] if scenario else []
        lines += [planned.purpose, "Blank scorecard and script: the interviewer kit."]
    return Entry(uid, hours, f"{name}: {working.requisition}", "\n".join(lines))


def _save_week(requisition: Requisition, user: User, form: WeekForm) -> None:
    with transaction.atomic():
        requisition = locked(requisition)
        require_edit(user, requisition, SECTION)
        row = working_plan(requisition).row
        for name in _FIELDS:
            setattr(row, name, form.cleaned_data[name])
        save_row(row, user)


def _name(text: str) -> str:
    return " ".join(text.replace("\x00", "").split())[:LONGEST_NAME]
