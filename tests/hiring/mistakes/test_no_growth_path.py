"""M09: ladder, criteria, growing scope, learning."""

from typing import Any

import pytest

from hiring.checking import ADVICE, WARNING, Severity
from hiring.facts.case import Case
from hiring.mistakes.no_growth_path import MISTAKE
from tests.hiring.mistakes.build import after_patch, case, fired, is_clear, is_off, missing, severity_of

PLAN = "Registry and monitoring after 6 months."


def growth(role: dict[str, Any] | None = None, duties: list[dict[str, Any]] | None = None, **answers: Any) -> Case:
    return case(role=role or {}, growth=answers, scope={"duties": duties or []})


def kinds(*names: str | None) -> list[dict[str, Any]]:
    return [{"text": "a duty", "kind": name} for name in names]


@pytest.mark.parametrize(
    ("ladder", "headcount", "severity"),
    [
        ("none", None, WARNING),
        ("none", 15, WARNING),
        ("none", 14, ADVICE),
        ("generic_eng", 200, ADVICE),
        ("generic_eng", 14, ADVICE),
        ("mlops", 200, None),
    ],
)
def test_a_role_without_a_ladder(ladder: str, headcount: int | None, severity: Severity | None) -> None:
    assert severity_of(MISTAKE, "M09-T1", growth({"headcount": headcount}, ladder=ladder)) == severity


def test_in_a_tiny_company_a_plan_of_growing_scope_stands_in_for_the_ladder() -> None:
    assert is_off(MISTAKE, "M09-T1", growth({"headcount": 14}, ladder="none", scope_expansion=PLAN))
    assert severity_of(MISTAKE, "M09-T1", growth({"headcount": 14}, ladder="none", scope_expansion="none")) == ADVICE
    assert severity_of(MISTAKE, "M09-T1", growth({"headcount": 15}, ladder="none", scope_expansion=PLAN)) == WARNING
    assert severity_of(MISTAKE, "M09-T1", growth(ladder="none", scope_expansion=PLAN)) == WARNING
    assert missing(MISTAKE, "M09-T1", growth()) == ("/growth/ladder",)


def test_every_contract_is_exempt() -> None:
    contract = growth(
        {"employment": "contract", "level": "junior", "prior_left_months": 6, "prior_reason": "growth"},
        ladder="none",
        ladder_top="junior",
        next_level_criteria=False,
        scope_expansion="none",
        learning_budget=0,
        learning_time_pct=0,
        mentor=False,
    )
    for trigger in MISTAKE.triggers:
        assert is_off(MISTAKE, trigger.id, contract), trigger.id


def test_an_unknown_employment_exempts_nobody() -> None:
    assert severity_of(MISTAKE, "M09-T1", growth({"employment": None}, ladder="none")) == WARNING


def test_criteria_for_the_next_level() -> None:
    flag = fired(MISTAKE, "M09-T2", growth({"level": "senior"}, next_level_criteria=False))
    assert flag.severity == WARNING
    assert flag.fix == "Write 3 to 5 promotion criteria for staff."
    assert is_clear(MISTAKE, "M09-T2", growth(next_level_criteria=True))
    assert missing(MISTAKE, "M09-T2", growth()) == ("/growth/next_level_criteria",)


@pytest.mark.parametrize("text", ["none", "None", "", "  "])
def test_work_that_does_not_grow(text: str) -> None:
    judged = growth(scope_expansion=text)
    flag = fired(MISTAKE, "M09-T3", judged)
    assert flag.severity == WARNING
    assert is_clear(MISTAKE, "M09-T3", after_patch(judged, flag))


def test_a_plan_for_growing_scope_is_fine_and_no_answer_is_not_checked() -> None:
    assert is_clear(MISTAKE, "M09-T3", growth(scope_expansion=PLAN))
    assert missing(MISTAKE, "M09-T3", growth()) == ("/growth/scope_expansion",)


@pytest.mark.parametrize(
    ("budget", "time", "fires"),
    [(1499.99, 4.9, True), (1500, 4.9, False), (1499, 5, False), (0, 0, True)],
)
def test_neither_money_nor_time_to_learn(budget: float, time: float, fires: bool) -> None:
    judged = growth(learning_budget=budget, learning_time_pct=time)
    assert severity_of(MISTAKE, "M09-T4", judged) == (ADVICE if fires else None)


def test_one_good_answer_on_learning_is_enough() -> None:
    assert is_clear(MISTAKE, "M09-T4", growth(learning_budget=1500))
    assert is_clear(MISTAKE, "M09-T4", growth(learning_time_pct=10))
    assert missing(MISTAKE, "M09-T4", growth(learning_budget=0)) == ("/growth/learning_time_pct",)
    assert missing(MISTAKE, "M09-T4", growth(learning_time_pct=0)) == ("/growth/learning_budget",)


@pytest.mark.parametrize("level", ["staff", "principal"])
def test_a_staff_role_without_design(level: str) -> None:
    role = {"level": level}
    assert severity_of(MISTAKE, "M09-T5", growth(role, kinds("operate", "build"))) == WARNING
    assert is_clear(MISTAKE, "M09-T5", growth(role, kinds("operate", "design")))
    assert is_clear(MISTAKE, "M09-T5", growth(role, kinds(None, "design")))
    assert missing(MISTAKE, "M09-T5", growth(role, kinds("operate", None))) == ("/scope/duties",)
    assert missing(MISTAKE, "M09-T5", growth(role)) == ("/scope/duties",)


def test_a_junior_without_anybody_to_learn_from() -> None:
    assert severity_of(MISTAKE, "M09-T5", growth({"level": "junior"}, mentor=False)) == WARNING
    assert is_clear(MISTAKE, "M09-T5", growth({"level": "junior"}, mentor=True))
    assert missing(MISTAKE, "M09-T5", growth({"level": "junior"})) == ("/growth/mentor",)


def test_other_levels_need_neither_design_nor_mentor() -> None:
    for level in ("mid", "senior"):
        assert is_clear(MISTAKE, "M09-T5", growth({"level": level}, kinds("operate"), mentor=False))
    assert missing(MISTAKE, "M09-T5", growth(duties=kinds("operate"), mentor=False)) == ("/role/level",)
    assert is_clear(MISTAKE, "M09-T5", growth(duties=kinds("design"), mentor=True))


def test_hired_at_the_top_of_the_ladder() -> None:
    flag = fired(MISTAKE, "M09-T6", growth({"level": "senior"}, ladder_top="senior"))
    assert flag.severity == ADVICE
    assert "staff" in flag.fix
    assert is_clear(MISTAKE, "M09-T6", growth({"level": "senior"}, ladder_top="staff"))
    assert is_off(MISTAKE, "M09-T6", growth({"level": "principal"}, ladder_top="principal"))


def test_the_top_of_the_ladder_in_a_tiny_company() -> None:
    tiny = {"level": "senior", "headcount": 14}
    assert is_off(MISTAKE, "M09-T6", growth(tiny, ladder_top="senior", scope_expansion=PLAN))
    assert severity_of(MISTAKE, "M09-T6", growth(tiny, ladder_top="senior")) == ADVICE


def test_the_top_of_the_ladder_needs_both_answers() -> None:
    assert missing(MISTAKE, "M09-T6", growth({"level": "senior"})) == ("/growth/ladder_top",)
    assert missing(MISTAKE, "M09-T6", growth(ladder_top="senior")) == ("/role/level",)


GOOD = {"ladder": "mlops", "next_level_criteria": True, "scope_expansion": PLAN}


def left(months: int | None = 18, reason: str | None = "growth", **answers: Any) -> Case:
    return growth({"reason": "backfill", "prior_left_months": months, "prior_reason": reason}, **answers)


@pytest.mark.parametrize(
    ("months", "reason", "fires"),
    [(18, "growth", True), (19, "growth", False), (18, "scope", True), (18, "pay", False), (1, "other", False)],
)
def test_the_last_one_left_over_growth_and_nothing_has_changed(months: int, reason: str, fires: bool) -> None:
    judged = left(months, reason, **{**GOOD, "ladder": "none"})
    assert severity_of(MISTAKE, "M09-T7", judged) == (WARNING if fires else None)


@pytest.mark.parametrize(
    ("unfixed", "words"),
    [
        ({"ladder": "generic_eng"}, "a ladder for the role"),
        ({"next_level_criteria": False}, "criteria for the next level"),
        ({"scope_expansion": "none"}, "a plan of growing scope"),
    ],
)
def test_any_one_unfixed_cause_is_enough(unfixed: dict[str, Any], words: str) -> None:
    assert words in fired(MISTAKE, "M09-T7", left(**{**GOOD, **unfixed})).message


def test_fixed_causes_are_fine() -> None:
    assert is_clear(MISTAKE, "M09-T7", left(**GOOD))


def test_what_is_open_about_the_predecessor_is_asked() -> None:
    unfixed = {**GOOD, "ladder": "none"}
    assert missing(MISTAKE, "M09-T7", left(None, **unfixed)) == ("/role/prior_left_months",)
    assert missing(MISTAKE, "M09-T7", left(12, None, **unfixed)) == ("/role/prior_reason",)
    assert missing(MISTAKE, "M09-T7", left(12, **{**GOOD, "ladder": None})) == ("/growth/ladder",)
    assert is_clear(MISTAKE, "M09-T7", left(None, "pay", **unfixed))
    assert is_clear(MISTAKE, "M09-T7", left(None, None, **GOOD))


def test_a_new_role_has_no_predecessor() -> None:
    for reason in ("new", "growth"):
        assert is_off(MISTAKE, "M09-T7", growth({"reason": reason}, ladder="none"))
    asked = missing(MISTAKE, "M09-T7", growth(ladder="none"))
    assert asked == ("/role/prior_left_months", "/role/prior_reason")
