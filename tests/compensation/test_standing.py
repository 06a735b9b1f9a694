"""Where an offer stands, in the words and figures of the page."""

from datetime import date
from decimal import Decimal

import pytest

from compensation.benchmark import benchmark
from compensation.policy import BandFigures, BandPolicy
from compensation.standing import Standing, range_penetration, standing, total_pay
from hiring.document import Pay
from hiring.document.role import Location
from hiring.market import Market


def stand(low: int | None, high: int | None) -> Standing:
    band = BandFigures(Decimal(145000), Decimal(180000), Decimal(215000))
    market = benchmark(
        "senior",
        Location(country="US", region="TX", metro="Austin"),
        "USD",
        date(2026, 11, 22),
        policy=BandPolicy("Ours", "market", {"mlops": band}, published=True),
    )
    assert isinstance(market, Market)
    return standing(Pay.model_validate({"base_min": low, "base_max": high}, strict=False), market)


def test_the_reference_offer() -> None:
    found = stand(140_000, 160_000)

    assert (found.mid, found.percentile, found.overlap_mle) == (150_000, "13th", 0)
    assert found.compa is not None and round(found.compa, 3) == Decimal("0.798")
    assert found.to_median == 38_044
    assert found.penetration is not None and round(found.penetration) == 7


@pytest.mark.parametrize(
    ("middle", "words"), [(100_000, "below the 10th"), (400_000, "above the 90th"), (188_044, "50th")]
)
def test_percentiles_in_words(middle: int, words: str) -> None:
    assert stand(middle, middle).percentile == words


def test_half_an_offer_stands_nowhere() -> None:
    found = stand(None, 160_000)

    assert (found.mid, found.percentile, found.compa, found.overlap_mle, found.penetration) == (None,) * 5


def test_range_penetration() -> None:
    assert range_penetration(Decimal(150), Decimal(100), Decimal(200)) == 50
    assert range_penetration(Decimal(90), Decimal(100), Decimal(200)) == -10
    assert range_penetration(Decimal(90), Decimal(100), Decimal(100)) is None


def test_total_pay_counts_equity_by_how_liquid_it_is() -> None:
    pay = Pay.model_validate(
        {"base_min": 140_000, "base_max": 160_000, "bonus_pct": 10, "equity_value_year": 9_000, "sign_on": 20_000},
        strict=False,
    )

    found = total_pay(pay, "series_ab")
    assert found is not None
    assert (found.bonus, found.equity, found.sign_on, found.total) == (15_000, 2_250, 10_000, 177_250)
    public_sector = total_pay(pay, "public_sector")
    assert public_sector is not None and public_sector.equity is None and public_sector.total == 175_000


def test_no_total_without_a_base() -> None:
    assert total_pay(Pay(), "public") is None
