"""The cost of an empty seat: the formula of the rules by hand, what is not answered, and what never holds."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compensation.vacancy import VacancyCost, vacancy_cost
from hiring.document import RequisitionDocument

TODAY = date(2026, 11, 22)
TEAM = {"ds_count": 4, "mle_count": 2, "ds_infra_pct": 30}
COSTS = {"ds_cost": 150_000, "mle_cost": 180_000}


def document(**sections: dict[str, Any]) -> RequisitionDocument:
    given_sections = {"pay": {"base_min": 160_000, "base_max": 200_000}} | sections
    return RequisitionDocument.model_validate(given_sections, strict=False)


def cost(**sections: dict[str, Any]) -> VacancyCost:
    found = vacancy_cost(document(**sections), TODAY)
    assert found
    return found


def test_the_formula_by_hand() -> None:
    found = cost(
        ml_today=TEAM,
        process=COSTS
        | {
            "posted_on": TODAY - timedelta(days=80),
            "paused_days": 10,
            "cloud_waste_month": 2_200,
            "contractor_cost": 9_000,
        },
    )

    # 70 days x 5/7 = 50 working days; drag (4 x 150 + 2 x 180) x 1.3 x 30 % x .5 / 220 = 850.91; value 180 x 1.3 / 220
    # = 1,063.64; waste 2,200 x 12 / 220 = 120.
    assert (found.days_open, found.working_days, found.assumed) == (70, 50, False)
    assert round(found.drag_day or 0, 2) == Decimal("850.91")
    assert round(found.value_day, 2) == Decimal("1063.64")
    assert found.waste_day == 120
    assert round(found.gross) == 68_182  # 50 x (1,063.64 + 120) + 9,000
    assert round(found.salary_saved) == 53_182
    assert round(found.net) == 15_000
    assert round(found.net_low) == 4_364  # half the worth is below the drag, which counts then
    assert round(found.net_high) == 68_182


def test_the_net_of_plain_inputs_is_zero_and_said_to_be() -> None:
    found = cost(process={"posted_on": TODAY - timedelta(days=70)})

    assert found.net == 0 and found.near_zero
    assert found.gross > 0


def test_what_is_not_answered_is_named_and_nothing_is_guessed() -> None:
    found = cost(ml_today={"ds_count": 4, "mle_count": 2}, process={"ds_cost": 150_000})

    assert found.drag_day is None
    assert found.missing == ("/process/mle_cost", "/ml_today/ds_infra_pct")


def test_a_team_without_ml_engineers_needs_no_cost_of_theirs() -> None:
    found = cost(ml_today={"ds_count": 4, "mle_count": 0, "ds_infra_pct": 50}, process={"ds_cost": 110_000})

    assert found.missing == () and round(found.drag_day or 0) == 650


@pytest.mark.parametrize("posted", [None, TODAY, TODAY + timedelta(days=9)])
def test_a_seat_that_is_not_posted_yet_gets_a_usual_time(posted: date | None) -> None:
    found = cost(process={"posted_on": posted})

    assert found.assumed and found.days_open == 60


def test_without_an_offer_nothing_is_said() -> None:
    assert vacancy_cost(RequisitionDocument.model_validate({"pay": {"base_min": 100_000}}), TODAY) is None


@given(
    days=st.integers(1, 2_000),
    more=st.integers(1, 400),
    share=st.integers(0, 100),
    people=st.integers(0, 50),
    waste=st.integers(0, 10**6),
)
def test_more_days_cost_more_and_the_range_holds_the_middle(
    days: int, more: int, share: int, people: int, waste: int
) -> None:
    def after(open_days: int) -> VacancyCost:
        return cost(
            ml_today={"ds_count": people, "mle_count": 1, "ds_infra_pct": share},
            process=COSTS | {"posted_on": TODAY - timedelta(days=open_days), "cloud_waste_month": waste},
        )

    short, long = after(days), after(days + more)
    assert long.gross > short.gross >= 0
    assert short.net_low <= short.net <= short.net_high
    assert short.net == short.gross - short.salary_saved
