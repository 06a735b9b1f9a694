"""Pay per year of full-time work."""

from decimal import Decimal
from typing import Final

from hiring.job_ad.ad import PayRange, Period

_A_YEAR: Final[dict[Period, int]] = {"year": 1, "month": 12, "week": 52, "day": 220, "hour": 2080}
"""Paid periods in a year (domain reference, sections M02 and K). Who is paid by the day is paid for days worked."""


def yearly(pay: PayRange) -> tuple[Decimal | None, Decimal | None]:
    """Both ends of pay for a year: 2,080 hours, 220 days, 52 weeks, 12 months. None where an end is left open."""
    times = _A_YEAR[pay.period]
    return None if pay.low is None else pay.low * times, None if pay.high is None else pay.high * times
