"""M06."""

from typing import Any

import pytest

from hiring.checking import ADVICE, BLOCKER, WARNING
from hiring.facts.case import Case
from hiring.mistakes.wrong_timing import MISTAKE
from tests.hiring.mistakes.build import after_patch, case, fired, is_clear, is_off, market, missing, severity_of

ANSWERED = {
    "models_in_prod": 0,
    "models_to_prod_6m": 1,
    "ds_count": 2,
    "mle_count": 0,
    "mlops_count": 0,
    "ds_infra_pct": 0,
    "deploy_lead_days": 14,
    "monitoring": "drift_alerts",
    "can_rebuild_prod": True,
    "incidents_90d": 0,
    "found_by": "monitoring",
    "managed_platform": "none",
    "retrain_freq": "monthly",
    "retrain_manual": True,
    "gpu_spend_month": 0,
    "regulated": False,
    "fix_deadline_days": 90,
}
"""Everything answered: 1 point, no crisis sign."""

SIGNS = ["no_rollback", "releases_frozen", "exec_deadline"]
RESCUE = {**ANSWERED, "crisis_signs": SIGNS}
RIGHT = {**ANSWERED, "models_in_prod": 3}  # 4 points
OVERDUE = {
    **ANSWERED,
    "models_in_prod": 3,
    "models_to_prod_6m": 2,
    "ds_infra_pct": 30,
    "deploy_lead_days": 15,
}  # 9 points


def today(base: dict[str, Any] = ANSWERED, *, sections: Any = None, **changes: Any) -> Case:
    return case(ml_today={**base, **changes}, **(sections or {}))


# T1

NOTHING = {**ANSWERED, "models_to_prod_6m": 0}


def test_t1_nothing_live_and_nothing_dated_blocks() -> None:
    flag = fired(MISTAKE, "M06-T1", today(NOTHING))
    assert flag.severity is BLOCKER
    assert flag.patch == ()


@pytest.mark.parametrize("change", [{"models_in_prod": 1}, {"models_to_prod_6m": 1}])
def test_t1_one_model_live_or_dated_is_clear(change: dict[str, int]) -> None:
    assert is_clear(MISTAKE, "M06-T1", today(NOTHING, **change))


def test_t1_regulated_is_a_warning() -> None:
    assert severity_of(MISTAKE, "M06-T1", today(NOTHING, regulated=True)) is WARNING
    assert severity_of(MISTAKE, "M06-T1", today(NOTHING, regulated=None)) is BLOCKER


def test_t1_an_llm_service_with_no_model_counted_still_fires() -> None:
    assert severity_of(MISTAKE, "M06-T1", today(NOTHING, serving_modes=["llm"])) is BLOCKER


def test_t1_backfill_is_off() -> None:
    assert is_off(MISTAKE, "M06-T1", today(NOTHING, sections={"role": {"reason": "backfill"}}))
    assert severity_of(MISTAKE, "M06-T1", today(NOTHING, sections={"role": {"reason": "growth"}})) is BLOCKER


def test_t1_names_what_is_missing() -> None:
    assert missing(MISTAKE, "M06-T1", today(NOTHING, models_in_prod=None)) == ("/ml_today/models_in_prod",)
    assert missing(MISTAKE, "M06-T1", case()) == ("/ml_today/models_in_prod", "/ml_today/models_to_prod_6m")
    assert is_clear(MISTAKE, "M06-T1", today(models_in_prod=None))


# T2


def test_t2_one_to_three_points_warn() -> None:
    flag = fired(MISTAKE, "M06-T2", today())
    assert flag.severity is WARNING
    assert "come to 1;" in flag.message
    assert "a first model is live" in flag.fix
    assert severity_of(MISTAKE, "M06-T2", today(models_in_prod=2)) is WARNING  # 3 points


def test_t2_four_points_are_clear() -> None:
    assert is_clear(MISTAKE, "M06-T2", today(RIGHT))


def test_t2_nothing_and_less_warn_when_t1_has_not_fired() -> None:
    assert severity_of(MISTAKE, "M06-T2", today(readiness_gaps=["no_data_pipeline"])) is WARNING  # 0 points
    assert severity_of(MISTAKE, "M06-T2", today(ds_count=0, readiness_gaps=["no_launch_owner"])) is WARNING


def test_t2_leaves_nothing_and_less_to_t1() -> None:
    assert is_clear(MISTAKE, "M06-T2", today(NOTHING))  # -4 points


def test_t2_speaks_beside_t1_from_one_point_on() -> None:
    busy = today(NOTHING, ds_infra_pct=30, deploy_lead_days=15, ds_count=4)  # 1 point
    assert severity_of(MISTAKE, "M06-T1", busy) is BLOCKER
    assert severity_of(MISTAKE, "M06-T2", busy) is WARNING


def test_t2_backfill_is_off() -> None:
    assert is_off(MISTAKE, "M06-T2", today(sections={"role": {"reason": "backfill"}}))


def test_t2_an_open_answer_that_could_change_it_is_not_checked() -> None:
    assert missing(MISTAKE, "M06-T2", today(models_in_prod=2, deploy_lead_days=None)) == ("/ml_today/deploy_lead_days",)
    assert severity_of(MISTAKE, "M06-T2", today(deploy_lead_days=None)) is WARNING  # 1 to 3
    assert "between 1 and 3" in fired(MISTAKE, "M06-T2", today(deploy_lead_days=None)).message
    assert is_clear(MISTAKE, "M06-T2", today(RIGHT, deploy_lead_days=None))  # 4 to 6
    assert "/ml_today/models_in_prod" in missing(MISTAKE, "M06-T2", case())


def test_t2_waits_for_t1_to_be_decided() -> None:
    unknown = today(NOTHING, models_in_prod=None, readiness_gaps=["no_launch_owner", "use_case_unproven"])
    assert missing(MISTAKE, "M06-T2", unknown) == ("/ml_today/models_in_prod",)  # -7 to 0: T1 or T2


# T3

BAND = {"role": {"level": "senior", "locations": [{"country": "US"}]}}


def paid(low: int | None, high: int | None, ml: dict[str, Any] = RESCUE, **others: Any) -> Case:
    figures = others.pop("market", market(200_000))
    return case(ml_today=ml, market=figures, pay={"base_min": low, "base_max": high}, **BAND, **others)


def test_t3_rescue_without_a_premium_warns() -> None:
    flag = fired(MISTAKE, "M06-T3", paid(210_000, 229_998))
    assert flag.severity is WARNING
    assert "USD 220,000" in flag.fix
    assert is_clear(MISTAKE, "M06-T3", paid(210_000, 230_000))


def test_t3_thin_data_does_not_soften_it() -> None:
    assert severity_of(MISTAKE, "M06-T3", paid(1, 2, market=market(200_000, n=2))) is WARNING


def test_t3_heavy_debt_alone_is_not_enough() -> None:
    assert is_clear(MISTAKE, "M06-T3", paid(1, 2, {**ANSWERED, "debt": "heavy"}))


def test_t3_names_what_is_missing() -> None:
    assert missing(MISTAKE, "M06-T3", paid(None, 2)) == ("/pay/base_min",)
    assert missing(MISTAKE, "M06-T3", case(ml_today=RESCUE, pay={"base_min": 1, "base_max": 2}, **BAND)) == (
        "/role/locations",
    )
    open_sign = {**ANSWERED, "crisis_signs": SIGNS[:2], "found_by": None}
    assert missing(MISTAKE, "M06-T3", paid(1, 2, open_sign)) == ("/ml_today/found_by",)


def test_t3_patch_pays_the_premium() -> None:
    one = paid(190_000, 210_000, market=market(200_000, own_band={"low": 150_000, "high": 250_000}))
    assert is_clear(MISTAKE, "M06-T3", after_patch(one, fired(MISTAKE, "M06-T3", one)))


def test_t3_shares_its_card_with_m02_t6() -> None:
    (trigger,) = (trigger for trigger in MISTAKE.triggers if trigger.id == "M06-T3")
    assert trigger.same_fact == ("M02-T6",)


# T4


def test_t4_undisclosed_crisis_blocks() -> None:
    flag = fired(MISTAKE, "M06-T4", today(RESCUE, debt_disclosed=False))
    assert flag.severity is BLOCKER
    assert "releases are frozen" in flag.message
    assert flag.patch == ()


def test_t4_disclosed_or_no_crisis_is_clear() -> None:
    assert is_clear(MISTAKE, "M06-T4", today(RESCUE, debt_disclosed=True))
    assert is_clear(MISTAKE, "M06-T4", today(RESCUE, crisis_signs=SIGNS[:2], debt_disclosed=False))


def test_t4_names_what_is_missing() -> None:
    assert missing(MISTAKE, "M06-T4", today(RESCUE)) == ("/ml_today/debt_disclosed",)
    open_sign = today(crisis_signs=SIGNS[:2], found_by=None, debt_disclosed=False)
    assert missing(MISTAKE, "M06-T4", open_sign) == ("/ml_today/found_by",)


# T5


def goals(number: int) -> dict[str, Any]:
    return {"scope": {"goals_90d": [f"goal {index}" for index in range(number)]}}


def test_t5_rescue_with_too_many_goals_warns() -> None:
    assert severity_of(MISTAKE, "M06-T5", today(RESCUE, sections=goals(4))) is WARNING
    assert is_clear(MISTAKE, "M06-T5", today(RESCUE, sections=goals(3)))


def test_t5_rescue_with_a_near_date_warns() -> None:
    flag = fired(MISTAKE, "M06-T5", today(RESCUE, fix_deadline_days=89, sections=goals(3)))
    assert "89 days" in flag.message
    assert severity_of(MISTAKE, "M06-T5", today(RESCUE, fix_deadline_days=89)) is WARNING


def test_t5_an_overdue_hire_counts_as_well() -> None:
    assert severity_of(MISTAKE, "M06-T5", today(OVERDUE, sections=goals(4))) is WARNING
    assert is_clear(MISTAKE, "M06-T5", today(OVERDUE, deploy_lead_days=14, sections=goals(4)))  # 7 points


def test_t5_names_what_is_missing() -> None:
    assert missing(MISTAKE, "M06-T5", today(RESCUE)) == ("/scope/goals_90d",)
    assert missing(MISTAKE, "M06-T5", today(RESCUE, fix_deadline_days=None, sections=goals(3))) == (
        "/ml_today/fix_deadline_days",
    )
    assert missing(MISTAKE, "M06-T5", today(OVERDUE, deploy_lead_days=None, sections=goals(4))) == (
        "/ml_today/deploy_lead_days",
    )


# T6


@pytest.mark.parametrize(("level", "fires"), [("junior", True), ("mid", True), ("senior", False), ("staff", False)])
def test_t6_first_rescue_hire_below_senior(level: str, fires: bool) -> None:
    one = today(RESCUE, sections={"role": {"level": level}})
    assert severity_of(MISTAKE, "M06-T6", one) is (WARNING if fires else None)


def test_t6_a_colleague_or_no_crisis_is_clear() -> None:
    mid = {"role": {"level": "mid"}}
    assert is_clear(MISTAKE, "M06-T6", today(RESCUE, mlops_count=1, sections=mid))
    assert is_clear(MISTAKE, "M06-T6", today(ANSWERED, sections=mid))


def test_t6_names_what_is_missing() -> None:
    assert missing(MISTAKE, "M06-T6", today(RESCUE)) == ("/role/level",)
    assert missing(MISTAKE, "M06-T6", today(RESCUE, mlops_count=None, sections={"role": {"level": "mid"}})) == (
        "/ml_today/mlops_count",
    )


def test_t6_patch_raises_the_level() -> None:
    one = today(RESCUE, sections={"role": {"level": "mid"}})
    assert is_clear(MISTAKE, "M06-T6", after_patch(one, fired(MISTAKE, "M06-T6", one)))


# T7

NOBODY = {**NOTHING, "ds_count": 0, "mle_count": 0}


def test_t7_nobody_builds_and_nothing_is_due() -> None:
    assert severity_of(MISTAKE, "M06-T7", today(NOBODY)) is WARNING
    assert severity_of(MISTAKE, "M06-T7", today(NOBODY, models_in_prod=2)) is WARNING


@pytest.mark.parametrize("change", [{"ds_count": 1}, {"mle_count": 1}, {"models_to_prod_6m": 1}])
def test_t7_a_builder_or_a_launch_is_clear(change: dict[str, int]) -> None:
    assert is_clear(MISTAKE, "M06-T7", today(NOBODY, **change))


def test_t7_a_live_llm_service_is_advice() -> None:
    assert severity_of(MISTAKE, "M06-T7", today(NOBODY, models_in_prod=1, serving_modes=["llm"])) is ADVICE
    assert severity_of(MISTAKE, "M06-T7", today(NOBODY, models_in_prod=None, serving_modes=["llm"])) is WARNING
    assert severity_of(MISTAKE, "M06-T7", today(NOBODY, models_in_prod=1, serving_modes=["online"])) is WARNING


def test_t7_names_what_is_missing() -> None:
    assert missing(MISTAKE, "M06-T7", today(NOBODY, mle_count=None)) == ("/ml_today/mle_count",)
    assert missing(MISTAKE, "M06-T7", today(NOBODY, models_to_prod_6m=None)) == ("/ml_today/models_to_prod_6m",)


# T8

BATCH = {
    **ANSWERED,
    "models_in_prod": 2,
    "ds_infra_pct": 30,
    "serving_modes": ["batch"],
    "managed_platform": "sagemaker",
}  # 5 points with monthly retraining


def test_t8_two_batch_models_on_a_managed_platform() -> None:
    assert severity_of(MISTAKE, "M06-T8", today(BATCH)) is ADVICE


@pytest.mark.parametrize(
    "change",
    [
        {"models_in_prod": 3},
        {"serving_modes": ["batch", "online"]},
        {"serving_modes": []},
        {"managed_platform": "none"},
        {"retrain_freq": "weekly_or_more"},
        {"ds_infra_pct": 0},  # 3 points: early
        {"retrain_freq": "quarterly"},  # 3 points: early
    ],
)
def test_t8_anything_else_is_clear(change: dict[str, Any]) -> None:
    assert is_clear(MISTAKE, "M06-T8", today(BATCH, **change))


def test_t8_rarer_than_monthly_counts_too() -> None:
    assert severity_of(MISTAKE, "M06-T8", today(BATCH, retrain_freq="never", deploy_lead_days=15)) is ADVICE  # 5


def test_t8_says_so_where_no_model_is_live_yet() -> None:
    planned = {"models_in_prod": 0, "models_to_prod_6m": 2, "deploy_lead_days": 15}  # 4 points
    assert "No model is live yet" in fired(MISTAKE, "M06-T8", today(BATCH, **planned)).message


def test_t8_overdue_is_clear() -> None:
    overdue = {"deploy_lead_days": 15, "models_to_prod_6m": 2, "ds_count": 4}  # 9 points
    assert is_clear(MISTAKE, "M06-T8", today(BATCH, **overdue))


def test_t8_names_what_is_missing() -> None:
    assert missing(MISTAKE, "M06-T8", today(BATCH, managed_platform=None)) == ("/ml_today/managed_platform",)
    assert missing(MISTAKE, "M06-T8", today(BATCH, ds_infra_pct=None)) == ("/ml_today/ds_infra_pct",)


# T9


def planned(number: int | None, seats: int | None = 1, ml: dict[str, Any] = OVERDUE, **changes: Any) -> Case:
    return case(ml_today={**ml, **changes}, process={"seats": seats}, growth={"planned_mlops_12m": number})


def test_t9_overdue_with_one_hire_is_advice() -> None:
    flag = fired(MISTAKE, "M06-T9", planned(0))
    assert flag.severity is ADVICE
    assert "9 timing points" in flag.message


def test_t9_another_hire_or_fewer_points_are_clear() -> None:
    assert is_clear(MISTAKE, "M06-T9", planned(1))
    assert is_clear(MISTAKE, "M06-T9", planned(0, seats=2))
    assert is_clear(MISTAKE, "M06-T9", planned(0, ds_infra_pct=29))


def test_t9_names_what_is_missing() -> None:
    assert missing(MISTAKE, "M06-T9", planned(None)) == ("/growth/planned_mlops_12m",)
    assert missing(MISTAKE, "M06-T9", planned(0, seats=None)) == ("/process/seats",)
    assert missing(MISTAKE, "M06-T9", planned(0, ds_infra_pct=None)) == ("/ml_today/ds_infra_pct",)
    assert severity_of(MISTAKE, "M06-T9", planned(0, gpu_spend_month=None)) is ADVICE
