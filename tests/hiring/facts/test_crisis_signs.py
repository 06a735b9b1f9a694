import pytest

from tests.hiring.mistakes.build import case

CALM = {
    "models_in_prod": 2,
    "monitoring": "uptime",
    "incidents_90d": 2,
    "found_by": "monitoring",
    "ds_infra_pct": 49,
    "can_rebuild_prod": True,
}


def signs(**changes: object) -> tuple[int, int]:
    crisis = case(ml_today={**CALM, **changes}).crisis
    return crisis.low, crisis.high


def test_no_sign_when_all_is_calm() -> None:
    assert signs() == (0, 0)


@pytest.mark.parametrize(
    "change",
    [
        {"incidents_90d": 3},
        {"found_by": "users"},
        {"ds_infra_pct": 50},
        {"can_rebuild_prod": False},
        {"crisis_signs": ["no_rollback"]},
        {"crisis_signs": ["releases_frozen"]},
        {"crisis_signs": ["exec_deadline"]},
        {"crisis_signs": ["predecessor_left_no_docs"]},
        {"models_in_prod": 3, "monitoring": "none"},
    ],
)
def test_each_of_the_nine_signs_counts_once(change: dict[str, object]) -> None:
    assert signs(**change) == (1, 1)


def test_uptime_monitoring_is_monitoring() -> None:
    assert signs(models_in_prod=12, monitoring="uptime") == (0, 0)


def test_a_sign_ticked_twice_counts_once() -> None:
    assert signs(crisis_signs=["no_rollback", "no_rollback"]) == (1, 1)


def test_missing_answers_leave_the_number_open() -> None:
    assert signs(incidents_90d=None, found_by=None) == (0, 2)
    assert signs(models_in_prod=None) == (0, 0)
    assert signs(models_in_prod=None, monitoring="none") == (0, 1)
    assert signs(models_in_prod=5, monitoring=None) == (0, 1)


def test_a_fix_date_in_days_is_not_the_executive_deadline() -> None:
    assert signs(fix_deadline_days=10) == (0, 0)


def test_rescue_is_three_signs_whatever_else_is_unknown() -> None:
    three = {"crisis_signs": ["no_rollback", "releases_frozen", "exec_deadline"]}
    assert case(ml_today=three).crisis.rescue is True
    assert case(ml_today={**CALM, "crisis_signs": ["no_rollback", "releases_frozen"]}).crisis.rescue is False
    assert case(ml_today={**CALM, "crisis_signs": ["no_rollback"], "found_by": None}).crisis.rescue is False
    open_question = {**CALM, "crisis_signs": ["no_rollback", "releases_frozen"], "found_by": None}
    assert case(ml_today=open_question).crisis.rescue is None
    assert case(ml_today=open_question).crisis.open == ("/ml_today/found_by",)


def test_signs_are_said_in_plain_words() -> None:
    assert case(ml_today={**CALM, "found_by": "users"}).crisis.signs == ("users find failures first",)
