"""M11."""

from datetime import date, timedelta
from typing import Any

import pytest

from hiring.checking import ADVICE, BLOCKER, WARNING, Severity
from hiring.document import Stage
from hiring.facts.bank import BankIndex
from hiring.facts.case import Case
from hiring.mistakes.slow_process import MISTAKE
from tests.hiring.mistakes.build import TODAY, after_patch, case, fired, is_clear, is_off, missing, severity_of

PUBLIC = {"company_stage": "public_sector"}
BANK = BankIndex(
    loops={
        ("senior", "balanced"): (
            Stage(type="hm_screen", minutes=60, day=1),
            Stage(type="live_debug", minutes=60, day=2, tags=("ml_scenario",)),
        )
    }
)


def process(role: Any = None, **answers: Any) -> Case:
    return case(role=role or {}, process=answers)


def rounds(*days: int | None, kind: str = "panel_tech") -> list[dict[str, Any]]:
    return [{"type": kind, "minutes": 45, "day": day} for day in days]


# T1


@pytest.mark.parametrize(
    ("days", "severity"),
    [
        ((1, 2, 3), None),
        ((1, 2, 3, 4), WARNING),
        ((1, 2, 3, 4, 5), BLOCKER),
        ((1, 1, 1, 2, 2, 3), None),
        ((None, None, None), None),
        ((1, 1, None, None, None), WARNING),
    ],
)
def test_t1_rounds(days: tuple[int | None, ...], severity: Severity | None) -> None:
    assert severity_of(MISTAKE, "M11-T1", process(stages=rounds(*days))) is severity


def test_t1_short_recruiter_call_and_references_do_not_count() -> None:
    extras = [{"type": "recruiter_screen", "minutes": 30}, {"type": "references", "minutes": 30}]
    assert is_clear(MISTAKE, "M11-T1", process(stages=[*rounds(1, 2, 3), *extras]))
    long_call = [{"type": "recruiter_screen", "minutes": 31}]
    assert severity_of(MISTAKE, "M11-T1", process(stages=[*rounds(1, 2, 3), *long_call])) is WARNING


def test_t1_public_sector_is_advice_with_a_note() -> None:
    flag = fired(MISTAKE, "M11-T1", process(PUBLIC, stages=rounds(1, 2, 3, 4, 5)))
    assert flag.severity is ADVICE
    assert "law" in flag.message


def test_t1_without_stages_is_not_checked() -> None:
    assert missing(MISTAKE, "M11-T1", case()) == ("/process/stages",)


def test_t1_patch_is_the_template_loop() -> None:
    one = case(
        bank=BANK,
        role={"level": "senior"},
        scope={"archetype": "balanced"},
        process={"stages": rounds(1, 2, 3, 4)},
    )
    assert is_clear(MISTAKE, "M11-T1", after_patch(one, fired(MISTAKE, "M11-T1", one)))


# T2 and T3


@pytest.mark.parametrize(
    ("trigger_id", "field", "value", "severity"),
    [
        ("M11-T2", "loop_days", 7, None),
        ("M11-T2", "loop_days", 7.5, WARNING),
        ("M11-T2", "loop_days", 14, WARNING),
        ("M11-T2", "loop_days", 15, BLOCKER),
        ("M11-T3", "decision_hours", 48, None),
        ("M11-T3", "decision_hours", 49, WARNING),
        ("M11-T3", "decision_hours", 120, WARNING),
        ("M11-T3", "decision_hours", 121, BLOCKER),
    ],
)
def test_t2_and_t3_time(trigger_id: str, field: str, value: float, severity: Severity | None) -> None:
    assert severity_of(MISTAKE, trigger_id, process(**{field: value})) is severity
    if severity:
        assert severity_of(MISTAKE, trigger_id, process(PUBLIC, **{field: value})) is ADVICE
        one = process(**{field: value})
        assert is_clear(MISTAKE, trigger_id, after_patch(one, fired(MISTAKE, trigger_id, one)))


def test_t2_and_t3_unanswered_are_not_checked() -> None:
    assert missing(MISTAKE, "M11-T2", case()) == ("/process/loop_days",)
    assert missing(MISTAKE, "M11-T3", case()) == ("/process/decision_hours",)


# T4


def posted(days: int, role: Any = None, **answers: Any) -> Case:
    return process(role, posted_on=TODAY - timedelta(days=days), **answers)


@pytest.mark.parametrize(
    ("days", "answers", "severity"),
    [
        (60, {}, None),
        (61, {}, WARNING),
        (89, {}, WARNING),
        (90, {}, BLOCKER),
        (90, {"paused_days": 30}, None),
        (90, {"paused_days": 29}, WARNING),
        (120, {"seats": 2}, None),
        (121, {"seats": 2}, WARNING),
        (179, {"seats": 2}, BLOCKER),
        (-10, {}, None),
    ],
)
def test_t4_days_open(days: int, answers: dict[str, int], severity: Severity | None) -> None:
    assert severity_of(MISTAKE, "M11-T4", posted(days, **answers)) is severity


def test_t4_public_sector_is_advice() -> None:
    assert severity_of(MISTAKE, "M11-T4", posted(200, PUBLIC)) is ADVICE


def test_t4_names_what_is_missing() -> None:
    assert missing(MISTAKE, "M11-T4", case()) == ("/process/posted_on",)
    assert missing(MISTAKE, "M11-T4", posted(90, paused_days=None)) == ("/process/paused_days",)
    assert missing(MISTAKE, "M11-T4", posted(90, seats=None)) == ("/process/seats",)
    assert is_clear(MISTAKE, "M11-T4", posted(60, paused_days=None, seats=None))
    assert is_clear(MISTAKE, "M11-T4", posted(90, paused_days=40, seats=None))


def test_t4_counts_to_the_day_of_the_review() -> None:
    one = case(process={"posted_on": "2026-01-01"}, today=date(2026, 3, 3))
    assert severity_of(MISTAKE, "M11-T4", one) is WARNING
    assert "61 days" in fired(MISTAKE, "M11-T4", one).message


# T5


@pytest.mark.parametrize(
    ("approvals", "preapproved", "fires"),
    [(2, True, False), (3, True, True), (2, False, True), (None, False, True), (3, None, True)],
)
def test_t5_approvals(approvals: int | None, preapproved: bool | None, fires: bool) -> None:
    one = process(offer_approvals=approvals, band_preapproved=preapproved)
    assert severity_of(MISTAKE, "M11-T5", one) is (WARNING if fires else None)


def test_t5_public_sector_is_advice() -> None:
    assert severity_of(MISTAKE, "M11-T5", process(PUBLIC, offer_approvals=5)) is ADVICE


def test_t5_names_what_is_missing() -> None:
    assert missing(MISTAKE, "M11-T5", process(offer_approvals=2)) == ("/process/band_preapproved",)
    assert missing(MISTAKE, "M11-T5", process(band_preapproved=True)) == ("/process/offer_approvals",)


def test_t5_says_both_reasons() -> None:
    flag = fired(MISTAKE, "M11-T5", process(offer_approvals=4, band_preapproved=False))
    assert flag.message.startswith("An offer needs 4 approvals and the band is not approved beforehand")
    assert [item.path for item in flag.evidence] == ["/process/offer_approvals", "/process/band_preapproved"]


# T6


def test_t6_feedback() -> None:
    slow = process(feedback_sla_days=1.5)
    flag = fired(MISTAKE, "M11-T6", slow)
    assert flag.severity is ADVICE
    assert is_clear(MISTAKE, "M11-T6", after_patch(slow, flag))
    assert is_clear(MISTAKE, "M11-T6", process(feedback_sla_days=1))
    assert missing(MISTAKE, "M11-T6", case()) == ("/process/feedback_sla_days",)
    assert severity_of(MISTAKE, "M11-T6", process(PUBLIC, feedback_sla_days=3)) is ADVICE


# T7

TAKEHOME = [{"type": "take_home", "minutes": 120, "day": 2}]


def test_t7_window() -> None:
    wide = process(stages=[*rounds(1), *TAKEHOME], takehome_window_days=3.5)
    flag = fired(MISTAKE, "M11-T7", wide)
    assert flag.severity is ADVICE
    assert is_clear(MISTAKE, "M11-T7", after_patch(wide, flag))
    assert is_clear(MISTAKE, "M11-T7", process(stages=[*rounds(1), *TAKEHOME], takehome_window_days=3))


def test_t7_three_other_rounds() -> None:
    crowded = process(stages=[*rounds(1, 3, 4), *TAKEHOME], takehome_window_days=2)
    assert "3 other rounds" in fired(MISTAKE, "M11-T7", crowded).message
    assert is_clear(MISTAKE, "M11-T7", process(stages=[*rounds(1, 3), *TAKEHOME], takehome_window_days=2))
    assert is_clear(MISTAKE, "M11-T7", process(stages=[*rounds(1, 2, 3), *TAKEHOME], takehome_window_days=2))


def test_t7_rounds_decide_while_the_window_is_open() -> None:
    assert severity_of(MISTAKE, "M11-T7", process(stages=[*rounds(1, 3, 4), *TAKEHOME])) is ADVICE
    assert missing(MISTAKE, "M11-T7", process(stages=[*rounds(1), *TAKEHOME])) == ("/process/takehome_window_days",)


def test_t7_takehome_known_from_its_hours_alone() -> None:
    assert severity_of(MISTAKE, "M11-T7", process(takehome_hours=3, takehome_window_days=4)) is ADVICE
    assert missing(MISTAKE, "M11-T7", process(takehome_hours=3, takehome_window_days=3)) == ("/process/stages",)


def test_t7_off_without_a_takehome_and_open_without_stages() -> None:
    assert is_off(MISTAKE, "M11-T7", process(stages=rounds(1), takehome_window_days=9))
    assert missing(MISTAKE, "M11-T7", case()) == ("/process/stages",)


# T8 and T9


def test_t8_lost_finalists() -> None:
    assert severity_of(MISTAKE, "M11-T8", process(finalists_lost_6m=2)) is WARNING
    assert is_clear(MISTAKE, "M11-T8", process(finalists_lost_6m=1))
    assert missing(MISTAKE, "M11-T8", case()) == ("/process/finalists_lost_6m",)


def test_t9_backups() -> None:
    assert severity_of(MISTAKE, "M11-T9", process(backups_named=False)) is ADVICE
    assert is_clear(MISTAKE, "M11-T9", process(backups_named=True))
    assert missing(MISTAKE, "M11-T9", case()) == ("/process/backups_named",)
