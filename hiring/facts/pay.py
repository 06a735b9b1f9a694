"""Pay against the market: midpoint, compa-ratio, percentile, overlap, the aged DevOps ceiling (domain rules, pay)."""

from datetime import date
from decimal import Decimal

from hiring.document import Pay, Role
from hiring.facts.ageing import aged_months, ageing_factor
from hiring.market import Family, Market, Percentiles
from hiring.thresholds import DEVOPS_CEILING, EARLY_EQUITY_PCT

DEVOPS_CEILING_DATE = date(2026, 4, 4)
"""Day of the article that gives the DevOps range; its figure is aged from here."""

EARLY_STAGES = frozenset({"seed", "series_ab"})
"""Company stages that count as a start-up for pay."""


def midpoint(pay: Pay) -> Decimal | None:
    """Middle of the offered base band; None while one end is missing."""
    return None if pay.base_min is None or pay.base_max is None else (pay.base_min + pay.base_max) / 2


def same_currency(pay: Pay, market: Market | None) -> Market | None:
    """The market, where its figures can be held against the offer: both in one known currency."""
    return market if market is not None and market.currency == pay.currency else None


def family_of(market: Market | None, family: Family) -> Percentiles | None:
    """One family's percentiles; None without a market or without that family."""
    return None if market is None else market.families.get(family)


def compa_ratio(mid: Decimal | None, market: Percentiles | None) -> Decimal | None:
    """Midpoint over market median; None while either is unknown or the median is 0."""
    return None if mid is None or market is None or not market.p50 else mid / market.p50


def at_least(mid: Decimal | None, percent: int, market: Percentiles | None) -> bool | None:
    """Whether the midpoint reaches ``percent`` of the market median, exactly; None while either is unknown."""
    return None if mid is None or market is None else mid * 100 >= market.p50 * percent


def percentile_of(value: Decimal | None, market: Percentiles | None) -> Decimal | None:
    """Where a figure lies in the market, 0 to 100.

    Linear between p10, p25, p50, p75 and p90; 0 below p10 and 100 above p90. Where several percentiles are one
    figure, the highest of them counts.
    """
    if value is None or market is None:
        return None
    if value > market.p90:
        return Decimal(100)
    upper, upper_at = market.p90, 90
    if value == upper:
        return Decimal(90)
    for lower, lower_at in ((market.p75, 75), (market.p50, 50), (market.p25, 25), (market.p10, 10)):
        if lower <= value < upper:
            return lower_at + (value - lower) * (upper_at - lower_at) / (upper - lower)
        upper, upper_at = lower, lower_at
    return Decimal(0)


def overlap_share(low: Decimal, high: Decimal, other_low: Decimal, other_high: Decimal) -> Decimal:
    """Share (0 to 1) of the band low..high that lies in the other.

    A band of one figure is in (1) or out (0); of a band that ends below its start, nothing lies anywhere (0).
    """
    if low == high:
        return Decimal(other_low <= low <= other_high)
    if low > high:
        return Decimal(0)
    return max(Decimal(0), min(high, other_high) - max(low, other_low)) / (high - low)


def devops_ceiling(today: date, geo_factor: Decimal) -> Decimal:
    """Top of the article's DevOps range in USD a year, placed and aged to today."""
    return DEVOPS_CEILING * geo_factor * ageing_factor(aged_months(DEVOPS_CEILING_DATE, today))


def has_equity(pay: Pay) -> bool:
    """Whether equity of more than nothing is stated. A type without an amount is not."""
    return pay.equity_type != "none" and bool(pay.equity_value_year or pay.equity_pct)


def early_equity(role: Role, pay: Pay) -> bool:
    """Whether an early start-up offers meaningful equity, which softens pay warnings to advice."""
    return role.company_stage in EARLY_STAGES and pay.equity_pct is not None and pay.equity_pct >= EARLY_EQUITY_PCT
