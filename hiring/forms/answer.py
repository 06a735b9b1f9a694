"""An answer as read from what somebody typed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

type Row = dict[str, str | list[str]]
"""One row of a list as typed: text of each cell, several where the cell has several boxes to tick."""

type Raw = str | list[str] | list[Row]
"""An answer as typed: text, ticked boxes, or rows."""


class Unreadable(Exception):
    """What was typed cannot be read as an answer. The text says what would be, for the person who typed."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: what the document sees, whether it is "unsure", and what was typed where that could not be read.

    ``value`` has the column's own type: Decimal, date, bool, text, or plain lists and dictionaries.
    ``typed`` is kept as long as some of it cannot be read; None when all is well.
    """

    value: Any = None
    unsure: bool = False
    typed: Raw | None = None

    @property
    def is_open(self) -> bool:
        """Whether nothing is answered, entered or said to be unsure."""
        return self.value in (None, []) and not self.unsure and self.typed is None


@dataclass(frozen=True, slots=True)
class Reading:
    """An answer with what was wrong: message by place, ``""`` for the whole answer, ``"2.percent"`` for a cell."""

    answer: Answer
    errors: Mapping[str, str] = field(default_factory=dict)


NO_ANSWER = Answer()
