"""Bringing a figure of an earlier day to today (domain.md, section K)."""

from datetime import date
from decimal import Decimal

DEFAULT_GROWTH = Decimal("0.03")
"""Growth a year. An article claims 8 to 12 %; the postings themselves rose about 1 % from 2024 to 2025."""

LOWEST_GROWTH, HIGHEST_GROWTH = Decimal(0), Decimal("0.12")
FRESH_MONTHS = 3
"""Younger figures are left alone."""
LONGEST_MONTHS = 24
"""Ageing stops here: what is older still should be replaced, not stretched."""


def whole_months(earlier: date, later: date) -> int:
    """Completed months between two days; 0 when ``later`` comes first."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month - (later.day < earlier.day)
    return max(0, months)


def aged_months(as_of: date, today: date) -> int:
    """The months that count for ageing: none under three, at most twenty-four."""
    months = whole_months(as_of, today)
    return 0 if months < FRESH_MONTHS else min(months, LONGEST_MONTHS)


def ageing_factor(months: int, growth: Decimal = DEFAULT_GROWTH) -> Decimal:
    """``(1 + growth) ** (months / 12)``. Raises ValueError for a growth outside 0 to 0.12 a year."""
    if not LOWEST_GROWTH <= growth <= HIGHEST_GROWTH:
        raise ValueError(f"growth must be between {LOWEST_GROWTH} and {HIGHEST_GROWTH} a year, not {growth}")
    return (1 + growth) ** (Decimal(months) / 12)
