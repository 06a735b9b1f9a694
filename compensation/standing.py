"""Where an offer stands: the formulas of domain.md, section K, as figures for the page.

Position in the market (percentile, compa-ratio, overlap) comes from ``hiring.facts.pay``.
"""

from dataclasses import dataclass
from decimal import Decimal

from hiring.document import Pay
from hiring.document.role import CompanyStage
from hiring.facts.pay import compa_ratio, family_of, midpoint, overlap_share, percentile_of
from hiring.market import Market

LIQUIDITY: dict[CompanyStage, Decimal] = {
    "public": Decimal(1),
    "growth": Decimal("0.4"),
    "series_ab": Decimal("0.25"),
    "seed": Decimal("0.1"),
}
"""Share of its value that equity counts for, by company stage (rule of thumb). Other stages: not counted."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The offer against the market. None: cannot be said, because an answer or a figure is missing."""

    mid: Decimal | None
    percentile: str | None
    compa: Decimal | None
    overlap_mle: Decimal | None
    """Percent of the offer that lies in the ML engineers' p25 to p75."""
    to_median: Decimal | None
    penetration: Decimal | None
    """Percent of the way from the minimum to the maximum of the company's own band, for the middle of the offer."""
    growth_room: Decimal | None
    """Percent of the company's own band above the middle of the offer: room to grow without a promotion."""


def standing(pay: Pay, market: Market) -> Standing:
    """The figures for one offer. The market is in the offer's currency."""
    mid = midpoint(pay)
    mlops, mle = family_of(market, "mlops"), family_of(market, "ml_engineer")
    overlap = (
        overlap_share(pay.base_min, pay.base_max, mle.p25, mle.p75) * 100
        if mle and pay.base_min is not None and pay.base_max is not None
        else None
    )
    own = market.own_band
    penetration = range_penetration(mid, own.low, own.high) if own and mid is not None else None
    return Standing(
        mid=mid,
        percentile=percentile_words(percentile_of(mid, mlops)),
        compa=compa_ratio(mid, mlops),
        overlap_mle=overlap,
        to_median=mlops.p50 - mid if mlops and mid is not None else None,
        penetration=penetration,
        growth_room=None if penetration is None else min(Decimal(100), max(Decimal(0), 100 - penetration)),
    )


def range_penetration(value: Decimal, low: Decimal, high: Decimal) -> Decimal | None:
    """Percent of the way through a band; under 0 or over 100 outside it. None for a band without width."""
    return (value - low) / (high - low) * 100 if high > low else None


@dataclass(frozen=True, slots=True)
class TotalPay:
    """What the offer comes to in a year. Parts that are not answered are None and count as nothing."""

    base: Decimal
    bonus: Decimal | None
    equity: Decimal | None
    liquidity: Decimal | None
    sign_on: Decimal | None
    """Half of the sign-on: it is spread over two years."""

    @property
    def total(self) -> Decimal:
        """The sum of the parts that are known."""
        return self.base + sum((part or Decimal(0) for part in (self.bonus, self.equity, self.sign_on)), Decimal(0))


def total_pay(pay: Pay, stage: CompanyStage | None) -> TotalPay | None:
    """``base + base × bonus + equity a year × liquidity + sign-on / 2``; None while the base is not answered."""
    base = midpoint(pay)
    if base is None:
        return None
    liquidity = LIQUIDITY.get(stage) if stage else None
    return TotalPay(
        base=base,
        bonus=None if pay.bonus_pct is None else base * pay.bonus_pct / 100,
        equity=None if pay.equity_value_year is None or liquidity is None else pay.equity_value_year * liquidity,
        liquidity=liquidity,
        sign_on=None if pay.sign_on is None else pay.sign_on / 2,
    )


def percentile_words(percentile: Decimal | None) -> str | None:
    """``13th``; outside the known range ``below the 10th`` or ``above the 90th``."""
    if percentile is None:
        return None
    if percentile < 10:
        return "below the 10th"
    if percentile > 90:
        return "above the 90th"
    whole = int(percentile.to_integral_value())
    ending = "th" if whole // 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(whole % 10, "th")
    return f"{whole}{ending}"
