import pytest

from hiring.facts.timing import Timing
from tests.hiring.mistakes.build import case

NEUTRAL = {
    "models_in_prod": 0,
    "models_to_prod_6m": 1,
    "ds_count": 2,
    "mle_count": 0,
    "ds_infra_pct": 0,
    "deploy_lead_days": 14,
    "monitoring": "none",
    "can_rebuild_prod": True,
    "managed_platform": "none",
    "retrain_freq": "monthly",
    "retrain_manual": True,
    "gpu_spend_month": 0,
    "regulated": False,
}
"""Every indicator answered; one dated launch gives the only point."""


def rubric(**changes: object) -> Timing:
    return case(ml_today={**NEUTRAL, **changes}).timing


def points(**changes: object) -> int | None:
    return rubric(**changes).points


def test_the_neutral_company_has_one_point() -> None:
    assert points() == 1


@pytest.mark.parametrize(
    ("change", "gain"),
    [
        ({"models_in_prod": 1, "monitoring": "drift_alerts"}, 2),
        ({"models_in_prod": 2, "monitoring": "drift_alerts"}, 2),
        ({"models_in_prod": 3, "monitoring": "drift_alerts"}, 3),
        ({"models_in_prod": 1, "monitoring": "uptime"}, 4),
        ({"models_in_prod": 1, "monitoring": "none"}, 4),
        ({"models_in_prod": 1, "monitoring": "model_metrics"}, 2),
        ({"models_to_prod_6m": 2}, 1),
        ({"ds_infra_pct": 29}, 0),
        ({"ds_infra_pct": 30}, 2),
        ({"deploy_lead_days": 15}, 2),
        ({"retrain_freq": "weekly_or_more"}, 1),
        ({"retrain_freq": "weekly_or_more", "retrain_manual": False}, 0),
        ({"can_rebuild_prod": False}, 1),
        ({"ds_count": 3}, 0),
        ({"ds_count": 3, "mle_count": 1}, 1),
        ({"regulated": True}, 1),
        ({"gpu_spend_month": 9999}, 0),
        ({"gpu_spend_month": 10000}, 1),
        ({"models_to_prod_6m": 0}, -5),
        ({"ds_count": 1}, -2),
        ({"readiness_gaps": ["no_launch_owner"]}, -2),
        ({"readiness_gaps": ["no_data_pipeline"]}, -1),
        ({"readiness_gaps": ["use_case_unproven"]}, -1),
    ],
)
def test_each_indicator_gives_its_points(change: dict[str, object], gain: int) -> None:
    assert points(**change) == 1 + gain


def test_few_batch_models_on_a_managed_platform_cost_two() -> None:
    batch = {
        "models_in_prod": 2,
        "monitoring": "drift_alerts",
        "serving_modes": ["batch"],
        "managed_platform": "vertex",
        "retrain_freq": "quarterly",
    }
    assert points(**batch) == 1
    assert points(**{**batch, "retrain_freq": "monthly"}) == 3
    assert points(**{**batch, "models_in_prod": 3}) == 4
    assert points(**{**batch, "managed_platform": "none"}) == 3
    assert points(**{**batch, "serving_modes": ["batch", "online"]}) == 3
    assert points(**{**batch, "serving_modes": []}) == 3


def test_a_missing_answer_leaves_the_sum_open_on_both_sides() -> None:
    assert (rubric(deploy_lead_days=None).low, rubric(deploy_lead_days=None).high) == (1, 3)
    assert (rubric(models_to_prod_6m=None).low, rubric(models_to_prod_6m=None).high) == (-4, 2)
    assert (rubric(mle_count=None).low, rubric(mle_count=None).high) == (-1, 2)
    assert rubric(mle_count=None).open == ("/ml_today/mle_count",)
    assert rubric(ds_count=None, mle_count=None).open == ("/ml_today/ds_count",)


def test_an_empty_questionnaire_spans_the_whole_range() -> None:
    empty = case().timing
    assert empty.points is None
    assert (empty.low, empty.high) == (-6, 15)
    assert empty.reaches(4) is None


def test_answered_rubric_has_nothing_open() -> None:
    assert rubric().open == ()
    assert [line.words for line in rubric().counted] == ["dated launches within six months"]


def test_next_sign_names_what_to_wait_for() -> None:
    assert rubric().next_sign == "a first model is live"
    assert rubric(models_in_prod=1).next_sign == "a third model is live"
    assert rubric(models_in_prod=3).next_sign == "two launches have an owner and a date"
