"""Bringing a pay figure of an earlier day to today (domain rule: 3% a year unless set otherwise)."""

from datetime import date
from decimal import Decimal
from functools import cache

from hiring.thresholds import AGEING_FRESH_MONTHS, AGEING_LONGEST_MONTHS, AGEING_PCT_A_YEAR


def whole_months(earlier: date, later: date) -> int:
    """Completed months between two days; 0 when ``later`` comes first."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month - (later.day < earlier.day)
    return max(0, months)


def aged_months(as_of: date, today: date) -> int:
    """The months that count for ageing: none while the figure is fresh, and no more than the longest span."""
    months = whole_months(as_of, today)
    return 0 if months < AGEING_FRESH_MONTHS else min(months, AGEING_LONGEST_MONTHS)


@cache
def ageing_factor(months: int) -> Decimal:
    """``1.03 ** (months / 12)`` at the default growth; exact for whole years."""
    return (1 + Decimal(AGEING_PCT_A_YEAR) / 100) ** (Decimal(months) / 12)
