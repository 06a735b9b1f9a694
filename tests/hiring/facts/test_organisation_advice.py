"""Where the role should report."""

from typing import Any

import pytest

from hiring.facts.organisation import OrganisationAdvice, recommend
from tests.hiring.mistakes.build import doc


def advice(**answers: Any) -> OrganisationAdvice | None:
    ml = {"ds_count": 5, "mle_count": 5, **answers.pop("ml_today", {})}
    return recommend(doc(ml_today=ml, **answers))


@pytest.mark.parametrize(
    ("answers", "option", "alternative"),
    [
        ({"ml_today": {"mle_count": 10}}, "C", "A"),
        ({"ml_today": {"mle_count": 9}}, "A", "B"),
        ({"ml_today": {"mle_count": 10}, "role": {"headcount": 20}}, "C", "A"),
        ({"scope": {"archetype": "infra_heavy"}}, "B", "A"),
        ({"scope": {"archetype": "infra_heavy"}, "ml_today": {"mle_count": 12}}, "C", "B"),
        ({"ml_today": {"platform_count": 3}, "organisation": {"teams_served": 3}}, "B", "A"),
        ({"ml_today": {"platform_count": 3}, "organisation": {"teams_served": 2}}, "A", "B"),
        ({"role": {"headcount": 30}}, "D", "A"),
        ({"role": {"headcount": 31}}, "A", "B"),
        ({"ml_today": {"ds_count": 2, "mle_count": 2}}, "D", "A"),
        ({"ml_today": {"ds_count": 2, "mle_count": 3}}, "A", "B"),
    ],
)
def test_where_the_role_should_report(answers: dict[str, Any], option: str, alternative: str) -> None:
    found = advice(**answers)
    assert found is not None
    assert (found.option, found.alternative) == (option, alternative)
    assert found.reason
    assert found.alternative_reason
    assert found.watch


def test_advice_waits_for_the_number_of_engineers() -> None:
    assert advice(ml_today={"mle_count": None}) is None
    assert advice(ml_today={"mle_count": 2, "ds_count": None}) is None
    found = advice(ml_today={"mle_count": 5, "ds_count": None})
    assert found is not None
    assert found.option == "A", "five engineers are past the founder's line, however many data scientists there are"


def test_advice_says_whether_the_answer_given_fits() -> None:
    def fits(line: str | None) -> bool | None:
        found = advice(organisation={"reports_to": line})
        assert found is not None
        return found.fits

    assert fits("ml_lead") is True
    assert fits("it") is False
    assert fits("undecided") is None
    assert fits(None) is None
