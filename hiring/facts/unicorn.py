"""The unicorn index: requirements against what a level and its pay may be asked (rule of thumb)."""

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from hiring.document.role import Level
from hiring.facts.levels import pay_step
from hiring.thresholds import (
    CAP,
    DEEP_CAP,
    MOST_YEARS,
    PAY_FACTOR,
    UNICORN_DEEP_STEP,
    UNICORN_PHD_STEP,
    UNICORN_YEAR_STEP,
)


class Unicorn(NamedTuple):
    """The index as a fraction, so that it is compared exactly: ``over`` ÷ ``under``."""

    over: Decimal
    under: Decimal

    @property
    def value(self) -> Decimal:
        """The index itself; 1 is what the level may be asked."""
        return self.over / self.under

    def reaches(self, threshold: Decimal) -> bool:
        """Whether the index is at least the threshold."""
        return self.over >= threshold * self.under


def unicorn(
    level: Level, *, n_must: int, deep: int, years_min: int, phd: bool, pay_pct: Decimal | None = None
) -> Unicorn:
    """The index of a requisition.

    Must-haves over the level's cap, raised for every deep discipline, every year beyond the level's and a PhD,
    lowered for pay above the market's middle. Caps are those before any adjustment: pay enters once.
    """
    each, under = _each(level, deep, years_min, phd, pay_step(pay_pct))
    return Unicorn(n_must * each, under)


@lru_cache(maxsize=4096)
def _each(level: Level, deep: int, years_min: int, phd: bool, step: int) -> tuple[Decimal, Decimal]:
    """What each must-have adds to the index, as a fraction."""
    over = (
        (1 + UNICORN_DEEP_STEP * max(0, deep - DEEP_CAP[level]))
        * (1 + UNICORN_YEAR_STEP * max(0, years_min - MOST_YEARS[level]))
        * (1 + UNICORN_PHD_STEP * phd)
    )
    return over, CAP[level] * PAY_FACTOR[step]
