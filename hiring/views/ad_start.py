"""From an ad to a requisition: what was read is shown with its words, and counts once it is accepted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
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
from hiring.questions import QUESTIONS, Question, Step, describe, is_essential, question_at, step_of
from hiring.starting import NotStarted, fitting, start_from_ad
from hiring.views.ad_input import ad_of
from hiring.views.start import start_context

_FILLED_STEPS: Final = ("role", "ml_today", "scope", "pay")
_MOST_QUOTES: Final = 3
_LONGEST_QUOTE: Final = 160


@dataclass(frozen=True, slots=True)
class SuggestionRow:
    """One answer, or one line of an answer, as the page shows it."""

    suggestion: Suggestion
    value: str
    quotes: tuple[str, ...]
    ticked: bool


@dataclass(slots=True)
class QuestionRows:
    """The suggestions for one question."""

    question: Question
    rows: list[SuggestionRow] = field(default_factory=list)


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
    messages.success(request, f"{answers} answer{'' if answers == 1 else 's'} taken from the advert.")
    return HttpResponseRedirect(reverse("hiring:step", args=[made.pk, "role"]))


def _context(
    ad: JobAd, suggestions: tuple[Suggestion, ...], ticked: set[str] | None = None, problem: str = ""
) -> Mapping[str, Any]:
    found = {each.answer for each in suggestions}
    return {
        "ad": ad,
        "problem": problem,
        "steps": list(_steps(ad, suggestions, ticked)),
        "answers": len(found),
        "unsure": sum(each.confidence == "likely" for each in suggestions),
        "open": [
            (step, questions)
            for section in _FILLED_STEPS
            for step in [step_of(section)]
            if (questions := _still_open(section, found))
        ],
    }


def _steps(
    ad: JobAd, suggestions: tuple[Suggestion, ...], ticked: set[str] | None
) -> Iterator[tuple[Step, list[QuestionRows]]]:
    """The suggestions by step and question."""
    by_step: dict[str, dict[str, QuestionRows]] = {}
    for each in suggestions:
        question = question_at(each.pointer)
        rows = by_step.setdefault(question.section, {}).setdefault(question.field, QuestionRows(question))
        is_ticked = each.confidence == "sure" if ticked is None else each.pointer in ticked
        value = describe(each.pointer, each.value)
        quotes = tuple(quote for quote in _quotes(ad, each) if quote != value)
        rows.rows.append(SuggestionRow(each, value, quotes, is_ticked))
    for section, questions in by_step.items():
        yield step_of(section), list(questions.values())


def _quotes(ad: JobAd, suggestion: Suggestion) -> tuple[str, ...]:
    """The words of the ad, each once, cut where they are long."""
    words = dict.fromkeys(" ".join(ad.words_at(span).split()) for span in suggestion.spans)
    return tuple(
        quote if len(quote) <= _LONGEST_QUOTE else f"{quote[:_LONGEST_QUOTE].rsplit(' ', 1)[0]} …"
        for quote in list(words)[:_MOST_QUOTES]
        if quote
    )


def _still_open(section: str, found: set[str]) -> list[Question]:
    return [
        question
        for question in QUESTIONS
        if question.section == section and is_essential(question) and question.pointer not in found
    ]
