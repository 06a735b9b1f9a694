"""A question of the guided form: one field of the document in words that people understand."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What an answer is made of."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    CHOICE = "choice"
    CHOICES = "choices"
    YES_NO = "yes_no"
    COUNT = "count"
    AMOUNT = "amount"
    MONEY = "money"
    PERCENT = "percent"
    DAY = "day"
    CURRENCY = "currency"
    LINES = "lines"
    PLACES = "places"
    DUTIES = "duties"
    SLOTS = "slots"
    HANDOFFS = "handoffs"
    STAGES = "stages"


LISTS = frozenset(
    {
        Kind.CHOICES,
        Kind.LINES,
        Kind.PLACES,
        Kind.DUTIES,
        Kind.SLOTS,
        Kind.HANDOFFS,
        Kind.STAGES,
    }
)
"""Kinds whose answer is a list."""

NUMBERS = frozenset({Kind.COUNT, Kind.AMOUNT, Kind.MONEY, Kind.PERCENT})
"""Kinds whose answer is a number."""

Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One field of the document, as the form asks for it.

    ``label`` is its short name, ``question`` the full sentence, ``help`` how to answer, ``why`` what hangs on it.
    ``choices`` are value and label. ``suggestion`` is a value to start from: it counts only once confirmed.
    ``least`` and ``most`` bound numbers, both included; None where the document sets no bound.
    """

    section: str
    field: str
    label: str
    question: str
    help: str
    why: str
    kind: Kind
    unit: str = ""
    choices: Choices = ()
    suggestion: Any = None
    least: int | None = 0
    most: int | None = None

    @property
    def pointer(self) -> str:
        """JSON Pointer of the answer in the document."""
        return f"/{self.section}/{self.field}"

    def choice_label(self, value: str) -> str:
        """The label of one choice; the value itself where it is none of them."""
        return dict(self.choices).get(value, value)
