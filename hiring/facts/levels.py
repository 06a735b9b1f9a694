"""What each level may be asked: how many must-haves, how many deep disciplines, how many years."""

from bisect import bisect_right
from decimal import Decimal
from typing import Final, NamedTuple, get_args

from hiring.document.role import Level
from hiring.thresholds import (
    CAP,
    CAP_AT_PAY,
    CAP_IF_REGULATED,
    DEEP_CAP,
    MOST_YEARS,
    PAY_STEPS,
    TOP_PAY_PCT,
)

LEVELS: Final[tuple[Level, ...]] = get_args(Level)
"""The levels, junior first."""

SENIOR_IC: Final = frozenset({"staff", "principal"})
"""Levels that are exempt from the counting rules when they are paid at the top of the market."""


class LevelCap(NamedTuple):
    """Most must-haves and deep disciplines for a level, adjusted to pay; and the most years to ask for."""

    slots: int
    deep: int
    years: int


def possible_levels(level: Level | None) -> tuple[Level, ...]:
    """The level, or all of them while it is not answered."""
    return LEVELS if level is None else (level,)


def pay_step(pay_pct: Decimal | None) -> int:
    """Which pay range a percentile falls into, 0 (below 25) to 4 (90 and more). No pay data: the middle one.

    A percentile on the border belongs to the upper range.
    """
    if pay_pct is None:
        return 2
    return bisect_right(PAY_STEPS, pay_pct)


def cap_for(level: Level, pay_pct: Decimal | None, regulated: bool | None) -> LevelCap:
    """The caps of a level at this pay; a regulated industry may ask for one requirement more."""
    slots = CAP[level] + CAP_AT_PAY[pay_step(pay_pct)] + (CAP_IF_REGULATED if regulated else 0)
    return LevelCap(slots, DEEP_CAP[level] + (1 if paid_at_the_top(pay_pct) else 0), MOST_YEARS[level])


def paid_at_the_top(pay_pct: Decimal | None) -> bool:
    """Whether the offer is known to lie at the market's 90th percentile or above."""
    return pay_pct is not None and pay_pct >= TOP_PAY_PCT
