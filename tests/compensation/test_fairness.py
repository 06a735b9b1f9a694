"""The rescue premium and the company's own ML engineers."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from compensation.fairness import internal_equity, rescue_premium
from hiring.document import RequisitionDocument
from hiring.facts.case import Case
from hiring.market import Market

MARKET = {
    "currency": "USD",
    "as_of": "2025-08-03",
    "families": {
        "mlops": {"p10": 150000, "p25": 170000, "p50": 190000, "p75": 215000, "p90": 240000, "n": 45, "basis": "data"}
    },
}
BAND = MARKET | {"internal_mle": {"low": 170_000, "high": 210_000}}


def case(market: dict[str, Any] | None = MARKET, **sections: dict[str, Any]) -> Case:
    answers = {"pay": {"currency": "USD", "base_min": 180_000, "base_max": 220_000}} | sections
    return Case(
        RequisitionDocument.model_validate(answers, strict=False),
        today=date(2026, 11, 22),
        market=Market.model_validate(market, strict=False) if market else None,
    )


def test_a_rescue_mission_asks_for_ten_to_twenty_percent_over_the_median() -> None:
    found = rescue_premium(case(ml_today={"debt": "heavy"}))

    assert found
    assert (found.low, found.high, found.reached) == (209_000, 228_000, False)
    assert found.reasons == ("heavy debt",)


def test_an_offer_at_the_premium_reaches_it() -> None:
    found = rescue_premium(
        case(ml_today={"debt": "heavy"}, pay={"currency": "USD", "base_min": 199_000, "base_max": 219_000})
    )

    assert found and found.reached is True


@pytest.mark.parametrize("ml_today", [{"debt": "some"}, {}])
def test_no_rescue_no_premium(ml_today: dict[str, Any]) -> None:
    assert rescue_premium(case(ml_today=ml_today)) is None


def test_without_a_market_there_is_no_premium_to_name() -> None:
    assert rescue_premium(case(None, ml_today={"debt": "heavy"})) is None


def test_the_published_band_stands_in_for_an_answer_and_an_answer_wins() -> None:
    band = internal_equity(case(BAND))
    pay = {
        "currency": "USD",
        "base_min": 180_000,
        "base_max": 220_000,
        "internal_mle_min": 220_000,
        "internal_mle_max": 260_000,
    }
    answered = internal_equity(case(BAND, pay=pay))

    assert band and answered
    assert (band.from_band, band.share, band.fits, band.above) == (True, Decimal(200) / 190, True, True)
    assert (answered.from_band, answered.fits, answered.above) == (False, False, False)


def test_nothing_known_of_ml_engineers_nothing_said() -> None:
    assert internal_equity(case()) is None


def test_a_market_in_another_currency_is_not_compared() -> None:
    assert internal_equity(case(BAND, pay={"currency": "EUR", "base_min": 1, "base_max": 2})) is None
