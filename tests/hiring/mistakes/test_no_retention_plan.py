"""M10: backup, on-call, toil, pay reviews, visibility."""

from typing import Any

import pytest

from hiring.checking import ADVICE, BLOCKER, WARNING, Severity
from hiring.facts.case import Case
from hiring.mistakes.no_retention_plan import MISTAKE
from tests.hiring.mistakes.build import after_patch, case, fired, is_clear, is_off, missing, severity_of

CRISIS = {"crisis_signs": ["no_rollback", "releases_frozen", "exec_deadline"]}
ALONE = {"planned_mlops_12m": 0, "backup_partner": False}
ROUND_THE_CLOCK = {"oncall_required": True, "coverage": "24x7"}


def keep(role: dict[str, Any] | None = None, ml: dict[str, Any] | None = None, **answers: Any) -> Case:
    return case(role=role or {}, ml_today=ml or {}, growth=answers)


def test_alone_without_a_backup() -> None:
    assert severity_of(MISTAKE, "M10-T1", keep(ml={"mlops_count": 0}, **ALONE)) == WARNING


def test_a_colleague_a_planned_hire_or_a_backup_is_enough() -> None:
    assert is_clear(MISTAKE, "M10-T1", keep(ml={"mlops_count": 1}, **ALONE))
    assert is_clear(MISTAKE, "M10-T1", keep(ml={"mlops_count": 0}, planned_mlops_12m=1, backup_partner=False))
    assert is_clear(MISTAKE, "M10-T1", keep(ml={"mlops_count": 0}, planned_mlops_12m=0, backup_partner=True))
    assert is_clear(MISTAKE, "M10-T1", keep(backup_partner=True))


def test_alone_with_the_pager_in_a_crisis_blocks() -> None:
    crisis = {"mlops_count": 0, **CRISIS}
    flag = fired(MISTAKE, "M10-T1", keep(ml=crisis, **ALONE, **ROUND_THE_CLOCK))
    assert flag.severity == BLOCKER
    assert "3 crisis signs" in flag.message
    daytime = {"oncall_required": True, "coverage": "business_hours"}
    assert severity_of(MISTAKE, "M10-T1", keep(ml=crisis, **ALONE, **daytime)) == WARNING
    nobody = {"oncall_required": False, "coverage": "24x7"}
    assert severity_of(MISTAKE, "M10-T1", keep(ml=crisis, **ALONE, **nobody)) == WARNING
    two_signs = {"mlops_count": 0, "crisis_signs": ["no_rollback", "releases_frozen"]}
    assert severity_of(MISTAKE, "M10-T1", keep(ml=two_signs, **ALONE, **ROUND_THE_CLOCK)) == WARNING


def test_what_is_open_about_being_alone_is_asked() -> None:
    assert missing(MISTAKE, "M10-T1", keep(**ALONE)) == ("/ml_today/mlops_count",)
    assert missing(MISTAKE, "M10-T1", keep(ml={"mlops_count": 0}, planned_mlops_12m=0)) == ("/growth/backup_partner",)
    asked = missing(MISTAKE, "M10-T1", keep(ml={"mlops_count": 0}, backup_partner=False))
    assert asked == ("/growth/planned_mlops_12m",)
    asked = missing(MISTAKE, "M10-T1", keep(planned_mlops_12m=2, backup_partner=False))
    assert asked == ("/ml_today/mlops_count",), "a sum with a missing part is unknown"


@pytest.mark.parametrize(
    ("coverage", "people", "severity"),
    [
        ("24x7", 0, BLOCKER),
        ("24x7", 2, BLOCKER),
        ("24x7", 3, WARNING),
        ("24x7", 5, WARNING),
        ("24x7", 6, None),
        ("business_hours", 0, WARNING),
        ("business_hours", 1, WARNING),
        ("business_hours", 2, ADVICE),
        ("business_hours", 3, None),
    ],
)
def test_how_many_share_the_pager(coverage: str, people: int, severity: Severity | None) -> None:
    judged = keep(oncall_required=True, coverage=coverage, rotation_size=people)
    assert severity_of(MISTAKE, "M10-T2", judged) == severity


def test_no_on_call_clears_everything_about_the_pager() -> None:
    judged = keep(oncall_required=False, coverage="24x7", rotation_size=1, pages_per_week=20, oncall_comp="none")
    for trigger_id in ("M10-T2", "M10-T3", "M10-T11"):
        assert is_clear(MISTAKE, trigger_id, judged)


def test_the_rotation_is_judged_by_what_is_known() -> None:
    assert is_clear(MISTAKE, "M10-T2", keep(rotation_size=6))
    assert is_clear(MISTAKE, "M10-T2", keep(coverage="business_hours", rotation_size=3))
    assert missing(MISTAKE, "M10-T2", keep()) == (
        "/growth/oncall_required",
        "/growth/coverage",
        "/growth/rotation_size",
    )
    assert missing(MISTAKE, "M10-T2", keep(oncall_required=True, coverage="24x7")) == ("/growth/rotation_size",)
    assert missing(MISTAKE, "M10-T2", keep(oncall_required=True, rotation_size=4)) == ("/growth/coverage",)
    assert missing(MISTAKE, "M10-T2", keep(coverage="24x7", rotation_size=1)) == ("/growth/oncall_required",)
    assert severity_of(MISTAKE, "M10-T2", keep(oncall_required=True, rotation_size=1)) == WARNING
    assert severity_of(MISTAKE, "M10-T2", keep(oncall_required=True, rotation_size=2)) == ADVICE


@pytest.mark.parametrize(("pages", "severity"), [(4.1, WARNING), (4, ADVICE), (2.1, ADVICE), (2, None)])
def test_pages_a_week(pages: float, severity: Severity | None) -> None:
    assert severity_of(MISTAKE, "M10-T3", keep(oncall_required=True, pages_per_week=pages)) == severity


def test_business_hours_do_not_excuse_a_noisy_pager() -> None:
    judged = keep(oncall_required=True, coverage="business_hours", rotation_size=5, pages_per_week=9)
    assert severity_of(MISTAKE, "M10-T3", judged) == WARNING


def test_pages_are_judged_by_what_is_known() -> None:
    assert is_clear(MISTAKE, "M10-T3", keep(pages_per_week=2))
    assert severity_of(MISTAKE, "M10-T3", keep(pages_per_week=3)) == ADVICE
    assert severity_of(MISTAKE, "M10-T3", keep(pages_per_week=5)) == WARNING, "an open answer exempts nobody"
    assert missing(MISTAKE, "M10-T3", keep(oncall_required=True)) == ("/growth/pages_per_week",)


@pytest.mark.parametrize(("toil", "severity"), [(50.5, WARNING), (50, ADVICE), (35.5, ADVICE), (35, None)])
def test_toil(toil: float, severity: Severity | None) -> None:
    assert severity_of(MISTAKE, "M10-T4", keep(toil_pct=toil)) == severity


def test_unknown_toil_is_asked() -> None:
    assert missing(MISTAKE, "M10-T4", keep()) == ("/growth/toil_pct",)


@pytest.mark.parametrize(("months", "fires"), [(0, True), (1, False), (12, False), (13, True)])
def test_pay_reviews(months: int, fires: bool) -> None:
    assert severity_of(MISTAKE, "M10-T5", keep(comp_review_months=months)) == (WARNING if fires else None)


def test_an_unknown_pay_review_is_asked() -> None:
    assert missing(MISTAKE, "M10-T5", keep()) == ("/growth/comp_review_months",)


@pytest.mark.parametrize(
    ("stage", "equity", "severity"),
    [
        ("seed", "options", WARNING),
        ("series_ab", "options", WARNING),
        ("public", "rsu", WARNING),
        ("growth", "options", ADVICE),
        ("enterprise_nontech", "rsu", ADVICE),
        ("seed", "none", ADVICE),
        ("seed", None, ADVICE),
        (None, "options", ADVICE),
    ],
)
def test_equity_without_a_refresh(stage: str | None, equity: str | None, severity: Severity) -> None:
    judged = case(role={"company_stage": stage}, pay={"equity_type": equity}, growth={"equity_refresh": False})
    assert severity_of(MISTAKE, "M10-T6", judged) == severity


def test_an_amount_of_equity_counts_without_its_type() -> None:
    judged = case(role={"company_stage": "seed"}, pay={"equity_pct": 0.5}, growth={"equity_refresh": False})
    assert severity_of(MISTAKE, "M10-T6", judged) == WARNING


def test_a_refresh_is_fine_and_an_open_one_is_asked() -> None:
    assert is_clear(MISTAKE, "M10-T6", keep(equity_refresh=True))
    assert missing(MISTAKE, "M10-T6", keep()) == ("/growth/equity_refresh",)


def test_contractors_need_no_review_refresh_or_first_plan() -> None:
    contract = keep({"employment": "contract"}, comp_review_months=0, equity_refresh=False, plan_30_60_90=False)
    for trigger_id in ("M10-T5", "M10-T6", "M10-T9"):
        assert is_off(MISTAKE, trigger_id, contract)


@pytest.mark.parametrize(("ds", "mle", "fires"), [(3, 2, True), (2, 2, False), (5, 0, True), (0, 4, False)])
def test_tickets_alone_for_five_people(ds: int, mle: int, fires: bool) -> None:
    judged = keep(ml={"ds_count": ds, "mle_count": mle}, support_model="tickets")
    assert severity_of(MISTAKE, "M10-T7", judged) == (WARNING if fires else None)


def test_support_is_judged_by_what_is_known() -> None:
    many, few = {"ds_count": 9, "mle_count": 9}, {"ds_count": 2, "mle_count": 2}
    assert is_clear(MISTAKE, "M10-T7", keep(ml=many, support_model="self_service"))
    assert is_clear(MISTAKE, "M10-T7", keep(ml=few))
    assert missing(MISTAKE, "M10-T7", keep(ml=many)) == ("/growth/support_model",)
    for known in (4, 9):
        judged = keep(ml={"ds_count": known}, support_model="tickets")
        assert missing(MISTAKE, "M10-T7", judged) == ("/ml_today/mle_count",), "a sum with a missing part is unknown"


@pytest.mark.parametrize("rhythm", ["monthly", "less"])
def test_rare_one_to_ones(rhythm: str) -> None:
    judged = keep(one_on_one=rhythm)
    flag = fired(MISTAKE, "M10-T8", judged)
    assert flag.severity == ADVICE
    assert is_clear(MISTAKE, "M10-T8", after_patch(judged, flag))


def test_frequent_one_to_ones() -> None:
    assert is_clear(MISTAKE, "M10-T8", keep(one_on_one="weekly"))
    assert is_clear(MISTAKE, "M10-T8", keep(one_on_one="fortnightly"))
    assert missing(MISTAKE, "M10-T8", keep()) == ("/growth/one_on_one",)


def test_the_first_ninety_days() -> None:
    judged = keep(plan_30_60_90=False)
    flag = fired(MISTAKE, "M10-T9", judged)
    assert flag.severity == ADVICE
    assert is_clear(MISTAKE, "M10-T9", after_patch(judged, flag))
    assert missing(MISTAKE, "M10-T9", keep()) == ("/growth/plan_30_60_90",)


def test_leadership_sees_the_figures() -> None:
    assert severity_of(MISTAKE, "M10-T10", keep(leadership_report=False)) == ADVICE
    assert is_clear(MISTAKE, "M10-T10", keep(leadership_report=True))
    assert missing(MISTAKE, "M10-T10", keep()) == ("/growth/leadership_report",)


def test_on_call_for_nothing() -> None:
    assert severity_of(MISTAKE, "M10-T11", keep(oncall_required=True, oncall_comp="none")) == WARNING
    assert is_clear(MISTAKE, "M10-T11", keep(oncall_required=True, oncall_comp="time_off"))
    assert is_clear(MISTAKE, "M10-T11", keep(oncall_comp="pay"))
    assert missing(MISTAKE, "M10-T11", keep(oncall_required=True)) == ("/growth/oncall_comp",)
    assert missing(MISTAKE, "M10-T11", keep(oncall_comp="none")) == ("/growth/oncall_required",)
