from decimal import Decimal
from typing import Any

import pytest

from hiring.document import Stage
from hiring.facts.loop import candidate_minutes, is_hands_on, rounds, rounds_without_takehome
from tests.hiring.mistakes.build import case


def stage(kind: str, minutes: int = 60, **others: Any) -> Stage:
    return Stage.model_validate({"type": kind, "minutes": minutes, **others}, strict=False)


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (stage("take_home"), True),
        (stage("live_debug"), True),
        (stage("code_review"), True),
        (stage("practical_coding"), False),
        (stage("practical_coding", tags=("collaboration",)), False),
        (stage("practical_coding", tags=("ml_scenario",)), True),
        (stage("practical_coding", tags=("infra_scenario",)), True),
        (stage("practical_coding", tags=("real_system",)), True),
        (stage("architecture_exercise", tags=("ml_scenario",)), False),
        (stage("architecture_exercise", tags=("real_system",)), True),
        (stage("algo_coding", tags=("real_system",)), False),
        (stage("whiteboard_design", tags=("ml_scenario",)), False),
        (stage("panel_tech"), False),
    ],
)
def test_hands_on_means_work_on_something_real(one: Stage, expected: bool) -> None:
    assert is_hands_on(one) is expected


def test_a_round_is_a_day() -> None:
    assert rounds([stage("hm_screen", day=1), stage("live_debug", day=2), stage("code_review", day=2)]) == 2


def test_a_stage_without_a_day_is_a_round_of_its_own() -> None:
    assert rounds([stage("hm_screen", day=1), stage("live_debug"), stage("code_review")]) == 3


def test_references_and_a_short_recruiter_call_are_no_rounds() -> None:
    assert rounds([stage("recruiter_screen", 30), stage("references"), stage("hm_screen")]) == 1
    assert rounds([stage("recruiter_screen", 31), stage("hm_screen")]) == 2


def test_a_takehome_is_a_round_on_its_day() -> None:
    loop = [stage("hm_screen", day=1), stage("take_home", day=2), stage("panel_tech", day=3), stage("exec_chat", day=3)]
    assert rounds(loop) == 3
    assert rounds_without_takehome(loop) == 2


def test_hours_of_a_takehome_win_over_its_stage() -> None:
    loop = [stage("hm_screen"), stage("take_home", 180), stage("references", 90)]
    assert candidate_minutes(loop, None) == 240
    assert candidate_minutes(loop, Decimal("2.5")) == 210
    assert candidate_minutes([stage("hm_screen")], Decimal(2)) == 180


def test_takehome_is_known_from_stages_or_hours() -> None:
    assert case().takehome is None
    assert case(process={"takehome_hours": 3}).takehome is True
    assert case(process={"takehome_hours": 0}).takehome is False
    assert case(process={"stages": [{"type": "take_home", "minutes": 120}]}).takehome is True
    assert case(process={"stages": [{"type": "hm_screen", "minutes": 45}]}).takehome is False


def test_figures_of_a_loop_without_stages_are_unknown() -> None:
    assert (case().rounds, case().candidate_minutes) == (None, None)
    assert case(process={"takehome_hours": 10}).candidate_minutes is None
