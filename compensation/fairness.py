"""What pay owes to circumstances: a premium for a rescue mission, and the company's own ML engineers. Pure."""

from dataclasses import dataclass
from decimal import Decimal

from hiring.facts.case import Case
from hiring.facts.logic import either
from hiring.facts.pay import same_currency
from hiring.thresholds import OWN_MLE_PCT, RESCUE_PREMIUM_PCT

MOST_PREMIUM_PCT = 120
"""Upper end of the premium for a rescue mission (domain.md, section K; judgement)."""


@dataclass(frozen=True, slots=True)
class RescuePremium:
    """The midpoint that a rescue mission asks for. ``reached`` None while the offer is not answered."""

    low: Decimal
    high: Decimal
    reached: bool | None
    reasons: tuple[str, ...]


def rescue_premium(case: Case) -> RescuePremium | None:
    """The premium, where the role is a rescue mission: three crisis signs or heavy debt. As M02-T6 sees it."""
    debt, market = case.ml_today.debt, case.mlops_market
    heavy = None if debt is None else debt == "heavy"
    if market is None or not either(case.crisis.rescue, heavy):
        return None
    low = market.p50 * RESCUE_PREMIUM_PCT / 100
    return RescuePremium(
        low=low,
        high=market.p50 * MOST_PREMIUM_PCT / 100,
        reached=None if case.mid is None else case.mid >= low,
        reasons=(*(("heavy debt",) if heavy else ()), *(case.crisis.signs if case.crisis.rescue else ())),
    )


@dataclass(frozen=True, slots=True)
class InternalEquity:
    """The offer beside what the company pays its own ML engineers. ``fits`` is the rule of M02-T10."""

    low: Decimal
    high: Decimal
    from_band: bool
    """Whether the figures are the published band, not an answer."""
    share: Decimal | None
    """The middle of the offer over the middle of theirs; None while the offer is not answered."""
    fits: bool | None
    above: bool
    """Whether the offer ends above theirs: people in the team may then earn less than the newcomer."""


def internal_equity(case: Case) -> InternalEquity | None:
    """The comparison with the company's own ML engineers; None where their pay is not known."""
    low, high, from_band = case.pay.internal_mle_min, case.pay.internal_mle_max, False
    market = same_currency(case.pay, case.market)
    if (low is None or high is None) and market is not None and market.internal_mle is not None:
        low, high, from_band = market.internal_mle.low, market.internal_mle.high, True
    if low is None or high is None or not low + high:
        return None
    top = case.pay.base_max
    return InternalEquity(
        low=low,
        high=high,
        from_band=from_band,
        share=None if case.mid is None else case.mid * 2 / (low + high),
        fits=None if top is None else top * 200 >= (low + high) * OWN_MLE_PCT,
        above=top is not None and top > high,
    )
