"""The catalogue of mistakes: pages made from the same metadata that the checkers run on."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from hiring.checking import Mistake, Trigger
from hiring.questions import Question, question_at, step_of
from hiring.registry import MISTAKE_BY_SLUG, MISTAKES, RULESET, TRIGGER_BY_ID
from hiring.strip import MARKS, Mark
from hiring.thresholds import THRESHOLDS, Threshold


@dataclass(frozen=True, slots=True)
class TriggerRow:
    """A trigger as its page shows it."""

    trigger: Trigger
    marks: tuple[Mark, ...]
    thresholds: tuple[Threshold, ...]
    reads: tuple[Question, ...]
    same_fact: tuple[Trigger, ...]


@require_GET
def mistakes(request: HttpRequest) -> HttpResponse:
    """The twelve mistakes, one line each."""
    context = {"mistakes": MISTAKES, "triggers": len(TRIGGER_BY_ID), "ruleset": RULESET}
    return render(request, "hiring/mistakes.html", context)


@require_GET
def mistake(request: HttpRequest, slug: str) -> HttpResponse:
    """Everything known about one mistake."""
    found = MISTAKE_BY_SLUG.get(slug)
    if found is None:
        raise Http404("No such mistake")
    at = MISTAKES.index(found)
    context = {
        "mistake": found,
        "rows": [_row(trigger) for trigger in found.triggers],
        "general": _thresholds(found.id),
        "steps": [step_of(section) for section in found.steps],
        "questions": _questions(found),
        "earlier": MISTAKES[at - 1] if at else None,
        "later": MISTAKES[at + 1] if at + 1 < len(MISTAKES) else None,
    }
    return render(request, "hiring/mistake.html", context)


def _row(trigger: Trigger) -> TriggerRow:
    return TriggerRow(
        trigger=trigger,
        marks=tuple(MARKS[severity.word] for severity in trigger.severities),
        thresholds=_thresholds(trigger.id),
        reads=tuple(_once(question_at(path) for path in trigger.reads)),
        same_fact=tuple(TRIGGER_BY_ID[id_] for id_ in trigger.same_fact),
    )


def _thresholds(id_: str) -> tuple[Threshold, ...]:
    return tuple(threshold for threshold in THRESHOLDS if id_ in threshold.triggers)


def _questions(mistake: Mistake) -> list[Question]:
    return _once(question_at(path) for trigger in mistake.triggers for path in trigger.reads)


def _once(questions: Iterable[Question]) -> list[Question]:
    return list({(question.section, question.field): question for question in questions}.values())
