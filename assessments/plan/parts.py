"""What several sections of the plan are made of. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from hiring.questions import describe

LONGEST_TEXT: Final = 700
"""Characters of one answer that the plan prints; the attached requisition holds the rest."""

_UNPRINTABLE: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Row:
    """A label and what is said of it."""

    label: str
    text: str
    note: str = ""


def printable(text: str, most: int = LONGEST_TEXT) -> str:
    """A person's text fit for paper: no control characters, one space between words, cut where it is very long."""
    words = " ".join(_UNPRINTABLE.sub("", text).split())
    if len(words) <= most:
        return words
    where = " (the attached requisition has the rest)" if most >= LONGEST_TEXT else ""
    return f"{words[:most].rstrip()}…{where}"


def answer(pointer: str, value: Any) -> str:
    """An answer in words, fit for paper."""
    return printable(describe(pointer, value))


def day_words(day: date) -> str:
    """``24 November 2026``."""
    return f"{day.day} {day:%B %Y}"


def minutes_words(minutes: int | Decimal) -> str:
    """``45 min``, ``4 h``, ``4 h 45``."""
    hours, rest = divmod(int(minutes), 60)
    if not hours:
        return f"{rest} min"
    return f"{hours:,} h {rest:02}" if rest else f"{hours:,} h"


def rows_of(section: str, answers: Any, labels: Mapping[str, str]) -> tuple[Row, ...]:
    """Answers of one section as rows, by field and label. Those not given are left out."""
    return tuple(
        Row(label, answer(f"/{section}/{field}", value))
        for field, label in labels.items()
        if (value := getattr(answers, field)) is not None and value != ()
    )


def inside(words: str) -> str:
    """Words for the middle of a sentence: a small first letter, unless an abbreviation starts them."""
    return words if words[1:2].isupper() else f"{words[:1].lower()}{words[1:]}"
