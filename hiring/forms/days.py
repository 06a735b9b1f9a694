"""Days as people write them: ``2025-08-03``, ``3 Aug 2025``, ``August 2025``."""

import re
from datetime import date, datetime
from typing import Final

from hiring.forms.answer import Unreadable

_FORMATS: Final = (
    "%Y-%m-%d",
    "%Y/%m/%d",
    "%d %b %Y",
    "%d %B %Y",
    "%b %d %Y",
    "%B %d %Y",
    "%d.%m.%Y",
    "%Y-%m",
    "%m/%Y",
    "%b %Y",
    "%B %Y",
)
EXPECTED: Final = "Enter a date such as 2025-08-03 or 3 Aug 2025."


def read_day(typed: str) -> date:
    """The day that was typed; a month alone means its first day. Raises Unreadable."""
    text = re.sub(r"(?<=\d)(st|nd|rd|th)\b", "", typed.strip(), flags=re.IGNORECASE)
    text = re.sub(r"[\s,]+", " ", text)
    slashed = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", text)
    if slashed:
        return _slashed(*(int(part) for part in slashed.groups()))
    for form in _FORMATS:
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    raise Unreadable(EXPECTED)


def _slashed(first: int, second: int, year: int) -> date:
    if first <= 12 and second <= 12 and first != second:
        raise Unreadable(
            f"Day or month first? Write {year}-{first:02d}-{second:02d} or {year}-{second:02d}-{first:02d}."
        )
    day, month = (second, first) if second > 12 else (first, second)
    try:
        return date(year, month, day)
    except ValueError:
        raise Unreadable(EXPECTED) from None
