"""Which dates the days of a loop fall on. Pure."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Final

SATURDAY: Final = 5

MOST_SKIPPED: Final = 366
"""Days in a row that may be closed before somebody must have made a mistake."""


class NoWorkingDay(ValueError):
    """A whole year without a working day."""


def working_days(start: date, closed: Collection[date], count: int) -> tuple[date, ...]:
    """The first ``count`` working days from ``start`` on: no Saturdays, Sundays or closed days. Raises NoWorkingDay."""
    found: list[date] = []
    day, skipped = start, 0
    while len(found) < count:
        if day.weekday() >= SATURDAY or day in closed:
            skipped += 1
            if skipped > MOST_SKIPPED:
                raise NoWorkingDay("A whole year without a working day")
        else:
            found.append(day)
            skipped = 0
        try:
            day += timedelta(days=1)
        except OverflowError:
            raise NoWorkingDay("The calendar ends here") from None
    return tuple(found)
