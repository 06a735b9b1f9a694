"""From an ad to a requisition: what was read is shown with its words, and counts once it is accepted."""

from collections.abc import Mapping
from typing import Any, Final, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts.models import User
from hiring.ad_files import Refused
from hiring.job_ad import JobAd
from hiring.job_ad.reader import read_ad_text
from hiring.job_ad.suggestions import Suggestion, suggestions_of
from hiring.questions import QUESTIONS, Question, is_essential, step_of
from hiring.starting import NotStarted, fitting, start_from_ad
from hiring.views.ad_input import ad_of
from hiring.views.ad_rows import rows_by_step
from hiring.views.start import start_context

_FILLED_STEPS: Final = ("role", "ml_today", "scope", "pay")


@require_POST
@login_required
@permission_required("hiring.add_requisition", raise_exception=True)
def start_around_ad(request: HttpRequest) -> HttpResponse:
    """Reads the ad and asks for confirmation; with ``do`` = all or ticked, makes the requisition."""
    user = cast(User, request.user)
    try:
        text = ad_of(request)
    except Refused as refused:
        context = start_context(request, user, "ad", str(refused))
        return render(request, "hiring/start.html", context, status=400)
    ad = read_ad_text(text)
    suggestions = fitting(suggestions_of(ad))
    do = request.POST.get("do", "")
    if do not in ("all", "ticked"):
        return render(request, "hiring/start_ad.html", _context(ad, suggestions))
    ticked = set(request.POST.getlist("accept"))
    accepted = [each for each in suggestions if do == "all" or each.pointer in ticked]
    try:
        made = start_from_ad(user, text, accepted)
    except NotStarted as error:
        return render(request, "hiring/start_ad.html", _context(ad, suggestions, ticked, str(error)), status=400)
    answers = len({each.answer for each in accepted})
    taken = f"{answers} answer{'' if answers == 1 else 's'} taken from the advert."
    messages.success(request, taken if answers else "Nothing but its text was taken from the advert.")
    return HttpResponseRedirect(reverse("hiring:step", args=[made.pk, "role"]))


def _context(
    ad: JobAd, suggestions: tuple[Suggestion, ...], ticked: set[str] | None = None, problem: str = ""
) -> Mapping[str, Any]:
    found = {each.answer for each in suggestions}
    steps = list(rows_by_step(ad, suggestions, ticked))
    shown = (row.suggestion for _, groups in steps for group in groups for row in group.rows)
    unsure = [each.pointer for each in shown if each.confidence == "likely"]
    return {
        "ad": ad,
        "problem": problem,
        "steps": steps,
        "answers": len(found),
        "unsure": len(unsure),
        "first_unsure": unsure[0] if unsure else "",
        "open": [
            (step, questions)
            for section in _FILLED_STEPS
            for step in [step_of(section)]
            if (questions := _still_open(section, found))
        ],
    }


def _still_open(section: str, found: set[str]) -> list[Question]:
    return [
        question
        for question in QUESTIONS
        if question.section == section and is_essential(question) and question.pointer not in found
    ]
