"""What was read from an ad, as pages show it: value, words, confidence, by step and question."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from hiring.job_ad import JobAd, Span
from hiring.job_ad.suggestions import Suggestion
from hiring.questions import Question, Step, describe, question_at, step_of

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


def rows_by_step(
    ad: JobAd, suggestions: Iterable[Suggestion], ticked: set[str] | None = None
) -> Iterator[tuple[Step, list[QuestionRows]]]:
    """The suggestions by step and question. ``ticked`` None: ticked is what the ad says in so many words."""
    by_step: dict[str, dict[str, QuestionRows]] = {}
    for each in suggestions:
        question = question_at(each.pointer)
        rows = by_step.setdefault(question.section, {}).setdefault(question.field, QuestionRows(question))
        is_ticked = each.confidence == "sure" if ticked is None else each.pointer in ticked
        value = describe(each.pointer, each.value)
        quotes = tuple(quote for quote in quotes_of(ad, each.spans, _MOST_QUOTES, _LONGEST_QUOTE) if quote != value)
        rows.rows.append(SuggestionRow(each, value, quotes, is_ticked))
    for section, questions in by_step.items():
        yield step_of(section), list(questions.values())


def quotes_of(ad: JobAd, spans: Iterable[Span], most: int, longest: int) -> tuple[str, ...]:
    """The words of the ad, each once, the first ``most``; those of more than ``longest`` characters cut short."""
    words = dict.fromkeys(" ".join(ad.words_at(span).split()) for span in spans)
    return tuple(
        quote if len(quote) <= longest else f"{quote[:longest].rsplit(' ', 1)[0]} …"
        for quote in list(words)[:most]
        if quote
    )
