"""Working on the sessions of a plan: pure."""

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.editing.accepting import WRITES, accepted_process, changes, loop_days
from assessments.editing.comparing import counterparts, pairs
from assessments.editing.sessions import (
    DraftSession,
    NoSuchSession,
    added,
    from_plan,
    from_stages,
    moved,
    plain_sessions,
    read_sessions,
    replaced,
    stages_of,
    without,
)
from assessments.planning import generate
from hiring.demo.seed import demo_document
from hiring.document import Stage

HEALTHY = demo_document("healthy_senior")
LOOP = from_stages(HEALTHY.process.stages)


def keys(sessions: tuple[DraftSession, ...]) -> list[int]:
    return [session.key for session in sessions]


def days(sessions: tuple[DraftSession, ...]) -> list[int | None]:
    return [session.stage.day for session in sessions]


def stage(**fields: Any) -> Stage:
    return Stage.model_validate({"type": "partner_interview", "minutes": 45, **fields}, strict=False)


def test_moving_changes_places_and_leaves_the_days_where_they_are() -> None:
    later = moved(LOOP, 1, 1)
    assert keys(later)[:2] == [2, 1]
    assert days(later) == days(LOOP)


def test_moving_past_an_end_changes_nothing() -> None:
    assert moved(LOOP, 1, -1) == LOOP
    assert moved(LOOP, keys(LOOP)[-1], 1) == LOOP


@pytest.mark.parametrize("change", [lambda: moved(LOOP, 99, 1), lambda: without(LOOP, 99)])
def test_a_session_that_is_gone_is_said_to_be_gone(change: Any) -> None:
    with pytest.raises(NoSuchSession):
        change()


def test_a_replaced_session_goes_where_its_day_puts_it_and_the_others_keep_their_edits() -> None:
    edited = replaced(LOOP, DraftSession(key=2, stage=LOOP[1].stage, purpose="My own words"))
    late = replaced(edited, DraftSession(key=1, stage=LOOP[0].stage.model_copy(update={"day": 9})))
    assert keys(late) == [2, 3, 4, 5, 6, 1]
    assert late[0].purpose == "My own words"


def test_an_added_session_ends_its_day_and_takes_no_key_in_use() -> None:
    more = added(LOOP, stage(day=1), ("Q22",), "Why")
    assert keys(more)[:2] == [1, 7]
    assert more[1].questions == ("Q22",)


def test_a_session_without_a_day_comes_last() -> None:
    assert added(LOOP, stage(), None, "")[-1].stage.day is None


def test_sessions_survive_being_stored() -> None:
    edited = (*LOOP, DraftSession(key=9, stage=stage(panel=["product"]), questions=("Q01",), purpose="x"))
    assert read_sessions(json.loads(json.dumps(plain_sessions(edited)))) == edited


@given(st.lists(st.tuples(st.sampled_from(range(1, 8)), st.sampled_from([-1, 1, 0])), max_size=12))
def test_no_move_or_removal_loses_or_doubles_a_session(steps: list[tuple[int, int]]) -> None:
    sessions, gone = LOOP, set()
    for key, by in steps:
        if key not in keys(sessions):
            continue
        sessions = moved(sessions, key, by) if by else without(sessions, key)
        gone |= set() if by else {key}
    assert sorted(keys(sessions)) == sorted(set(keys(LOOP)) - gone)


def test_a_plan_compared_with_itself_has_no_difference() -> None:
    plan = generate(HEALTHY)
    stages = [session.stage for session in plan.sessions]
    found = pairs(from_plan(plan), stages)
    assert len(found) == len(stages)
    assert not any(pair.differences or pair.here is None or pair.generated is None for pair in found)


def test_comparing_names_what_differs_and_what_only_one_plan_has() -> None:
    stages = [session.stage for session in generate(HEALTHY).sessions]
    mine = from_stages([stages[0].model_copy(update={"minutes": 20}), stage(type="references", day=8), *stages[2:]])
    found = pairs(mine, stages)
    first = found[0]
    assert [(each.label, each.here) for each in first.differences] == [("Minutes", "20 min")]
    assert len([pair for pair in found if pair.generated is None]) + len(mine) - len(counterparts(mine, stages)) >= 1
    assert [pair.generated for pair in found if pair.here is None] == [
        each for index, each in enumerate(stages) if index not in counterparts(mine, stages).values()
    ]


def test_accepting_writes_no_other_answers_than_it_may() -> None:
    plan = generate(HEALTHY)
    process = accepted_process(HEALTHY, from_plan(plan), plan.process)
    before, after = HEALTHY.process.model_dump(), process.model_dump()
    assert {name for name in before if before[name] != after[name]} <= set(WRITES)
    assert process == plan.process


def test_a_take_home_added_by_hand_brings_its_hours_and_window() -> None:
    plan = generate(HEALTHY, takehome=False)
    mine = added(from_plan(plan), stage(type="take_home", minutes=90, day=1, scenario="S02"), None, "")
    process = accepted_process(HEALTHY, mine, plan.process)
    assert process.takehome_hours == Decimal("1.5")
    assert process.takehome_window_days == 2
    assert process.ai_policy is not None


def test_a_take_home_removed_by_hand_takes_its_hours_along() -> None:
    plan = generate(HEALTHY, takehome=True)
    home = next(session.key for session in from_plan(plan) if session.stage.type == "take_home")
    process = accepted_process(HEALTHY, without(from_plan(plan), home), plan.process)
    assert (process.takehome_hours, process.takehome_window_days) == (None, None)


@pytest.mark.parametrize(
    ("on", "expected"), [([1, 5], 5), ([1, 6], 8), ([2], 1), ([None], None), ([1, 11], 15), ([], None)]
)
def test_days_of_a_loop_count_both_ends_and_weekends(on: list[int | None], expected: int | None) -> None:
    assert loop_days(from_stages([stage(day=day) for day in on])) == expected


def test_what_accepting_changes_is_said_in_words() -> None:
    then = HEALTHY.process.model_copy(update={"decision_hours": Decimal(24), "offer_approvals": 9})
    now = HEALTHY.process.model_copy(update={"decision_hours": Decimal(72)})
    assert [(each.name, each.now, each.then) for each in changes(now, then)] == [
        ("decision_hours", "72 hours", "24 hours")
    ]
    assert stages_of(LOOP) == HEALTHY.process.stages
