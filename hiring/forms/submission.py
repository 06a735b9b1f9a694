"""A submitted step as typed answers: the names of the form's fields are known here and in the templates only."""

from collections.abc import Iterable, Mapping
from typing import Final, Protocol

from hiring.forms.answer import Raw, Row
from hiring.questions import Kind, Question, questions_of

ASKED: Final = "asked"
"""Name of the hidden field that lists which questions the form showed, so that an unticked box is an answer."""

CELLS: Final[Mapping[Kind, Mapping[str, bool]]] = {
    Kind.PLACES: {"country": False, "region": False, "metro": False},
    Kind.DUTIES: {"text": False, "percent": False, "kind": False, "infra_share": False},
    Kind.SLOTS: {"any_of": True, "years": False},
    Kind.STAGES: {
        "type": False,
        "minutes": False,
        "day": False,
        "panel": True,
        "tags": True,
        "scenario": False,
        "competencies": False,
    },
    Kind.HANDOFFS: {"name": False, "owner": False},
}
"""Cells of a row by kind, and whether a cell holds several values. Named ``duties-0-text``, counted ``duties-rows``."""

MOST_ROWS: Final = 500


class Submitted(Protocol):
    """What Django's QueryDict offers."""

    def get(self, name: str, /) -> str | None:
        """The last value of a name."""

    def getlist(self, name: str, /) -> list[str]:
        """All values of a name."""


def asked(data: Submitted, section: str) -> tuple[Question, ...]:
    """The questions that the submitted form showed. Unknown names are left out."""
    named = set((data.get(ASKED) or "").split())
    return tuple(question for question in questions_of(section) if question.field in named)


def typed_answers(data: Submitted, questions: Iterable[Question]) -> dict[str, Raw]:
    """What was typed for each question, by field."""
    return {question.field: _typed(data, question) for question in questions}


def _typed(data: Submitted, question: Question) -> Raw:
    cells = CELLS.get(question.kind)
    if cells is not None:
        return [_row(data, f"{question.field}-{index}", cells) for index in range(_rows(data, question.field))]
    if question.kind is Kind.CHOICES:
        return data.getlist(question.field)
    return data.get(question.field) or ""


def _rows(data: Submitted, field: str) -> int:
    count = data.get(f"{field}-rows") or ""
    return min(int(count), MOST_ROWS) if count.isascii() and count.isdigit() and len(count) < 6 else 0


def _row(data: Submitted, prefix: str, cells: Mapping[str, bool]) -> Row:
    row: Row = {}
    for name, several in cells.items():
        row[name] = data.getlist(f"{prefix}-{name}") if several else (data.get(f"{prefix}-{name}") or "")
    return row
