"""All questions, found by field or by a place in the document."""

from collections.abc import Mapping
from functools import cache
from typing import Final

from hiring.questions import growth, ml_today, organisation, pay, process, role, scope
from hiring.questions.question import Question
from hiring.readiness.essentials import ESSENTIALS

QUESTIONS: Final[tuple[Question, ...]] = (
    *role.QUESTIONS,
    *ml_today.QUESTIONS,
    *scope.QUESTIONS,
    *pay.QUESTIONS,
    *organisation.QUESTIONS,
    *process.QUESTIONS,
    *growth.QUESTIONS,
)
"""Every answer of the document, in the order of the form."""

_BY_POINTER: Final = {question.pointer: question for question in QUESTIONS}
_BY_SECTION: Final[Mapping[str, tuple[Question, ...]]] = {
    section: tuple(question for question in QUESTIONS if question.section == section)
    for section in dict.fromkeys(question.section for question in QUESTIONS)
}
_ESSENTIAL: Final = frozenset(essential.path for essential in ESSENTIALS)
_QUICK_TOO: Final = frozenset({"/role/reason", "/ml_today/crisis_signs", "/scope/nice_to_haves"})
"""Asked in quick mode although they cannot be missing: "none" is an answer, or the verdict does without."""


def question_at(pointer: str) -> Question:
    """The question behind a JSON Pointer: ``/scope/must_haves/3/any_of`` belongs to must-haves.

    Raises KeyError where no question lies.
    """
    parts = pointer.split("/")
    if len(parts) < 3:
        raise KeyError(pointer)
    return _BY_POINTER[f"/{parts[1]}/{parts[2]}"]


def questions_of(section: str) -> tuple[Question, ...]:
    """The questions of one section, in the order of the form. Raises KeyError for an unknown section."""
    return _BY_SECTION[section]


def is_essential(question: Question) -> bool:
    """Whether the verdict waits for this answer (some only under a condition)."""
    return question.pointer in _ESSENTIAL


def is_quick(question: Question) -> bool:
    """Whether quick mode asks it."""
    return is_essential(question) or question.pointer in _QUICK_TOO


def read_by(question: Question) -> tuple[str, ...]:
    """Ids of the mistakes that read this answer, e.g. ``("M01", "M04")``, from what their triggers say they read."""
    return _readers(question.pointer)


@cache
def _readers(pointer: str) -> tuple[str, ...]:
    from hiring.registry import MISTAKES

    return tuple(
        mistake.id
        for mistake in MISTAKES
        if any(_reads(path, pointer) for trigger in mistake.triggers for path in trigger.reads)
    )


def _reads(path: str, pointer: str) -> bool:
    return path == pointer or path.startswith(f"{pointer}/")
