from datetime import date
from decimal import Decimal

import pytest

from hiring.facts.ageing import aged_months, ageing_factor, whole_months
from hiring.facts.pay import devops_ceiling, overlap_share, percentile_of
from tests.hiring.mistakes.build import case, market

PAY = {"currency": "USD", "base_min": 150_000, "base_max": 170_000}


def percentile(value: int) -> Decimal | None:
    # p10 80, p25 90, p50 100, p75 110, p90 120
    return percentile_of(Decimal(value), market(100).families["mlops"])


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (79, 0),
        (80, 10),
        (85, "17.5"),
        (90, 25),
        (95, "37.5"),
        (100, 50),
        (110, 75),
        (115, "82.5"),
        (120, 90),
        (121, 100),
    ],
)
def test_percentile_runs_straight_between_the_known_points(value: int, expected: str) -> None:
    assert percentile(value) == Decimal(expected)


def test_percentile_takes_the_highest_where_several_are_one_figure() -> None:
    flat = market(families={"mlops": {"p10": 5, "p25": 5, "p50": 5, "p75": 9, "p90": 9, "n": 40}}).families["mlops"]
    assert percentile_of(Decimal(5), flat) == 50
    assert percentile_of(Decimal(9), flat) == 90


def test_midpoint_compa_and_percentile_of_a_requisition() -> None:
    one = case(pay=PAY, market=market(200_000))
    assert (one.mid, one.compa, one.pay_pct) == (160_000, Decimal("0.8"), 10)


def test_nothing_is_compared_across_currencies_or_without_an_answer() -> None:
    euros = case(pay=PAY, market=market(200_000, currency="EUR"))
    assert (euros.mlops_market, euros.compa, euros.pay_pct) == (None, None, None)
    assert case(pay={**PAY, "currency": None}, market=market()).compa is None
    assert case(pay={**PAY, "base_min": None}, market=market()).mid is None
    assert case(pay=PAY).compa is None
    assert case(pay=PAY, market=market(0)).compa is None


@pytest.mark.parametrize(
    ("low", "high", "share"),
    [
        (100, 200, "0.5"),
        (150, 250, 1),
        (200, 300, "0.5"),
        (0, 140, 0),
        (260, 300, 0),
        (200, 200, 1),
        (120, 120, 0),
        (200, 100, 0),
    ],
)
def test_overlap_is_the_share_of_the_offer(low: int, high: int, share: str) -> None:
    assert overlap_share(Decimal(low), Decimal(high), Decimal(150), Decimal(250)) == Decimal(share)


def test_whole_months_are_completed_months() -> None:
    assert whole_months(date(2026, 4, 4), date(2026, 11, 3)) == 6
    assert whole_months(date(2026, 4, 4), date(2026, 11, 4)) == 7
    assert whole_months(date(2026, 11, 4), date(2026, 4, 4)) == 0


def test_ageing_starts_at_three_months_and_ends_at_two_years() -> None:
    assert aged_months(date(2026, 4, 4), date(2026, 7, 3)) == 0
    assert aged_months(date(2026, 4, 4), date(2026, 7, 4)) == 3
    assert aged_months(date(2020, 1, 1), date(2026, 7, 4)) == 24
    assert ageing_factor(12) == Decimal("1.03")
    assert ageing_factor(24) == Decimal("1.0609")


def test_devops_ceiling_is_placed_and_aged() -> None:
    assert devops_ceiling(date(2026, 6, 30), Decimal("1.1")) == 176_000
    assert devops_ceiling(date(2027, 4, 4), Decimal(1)) == 164_800
    assert devops_ceiling(date(2031, 4, 4), Decimal(1)) == 169_744
