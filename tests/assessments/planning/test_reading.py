"""Loops made by hand, read as a plan; single sessions renewed."""

import pytest

from assessments.planning import alternatives, generate, plan_of, regenerated
from hiring.document import RequisitionDocument, Stage
from tests.assessments.planning.build import requisition, scope


def with_stages(document: RequisitionDocument, *stages: Stage) -> RequisitionDocument:
    return document.model_copy(update={"process": document.process.model_copy(update={"stages": stages})})


def planned(document: RequisitionDocument) -> RequisitionDocument:
    return document.model_copy(update={"process": generate(document).process})


def test_an_empty_loop_leaves_everything_open() -> None:
    plan = plan_of(requisition(scope=scope("python")))
    assert plan.sessions == ()
    assert [gap.requirement.key for gap in plan.uncovered] == [
        "python", "collaboration", "communication", "customer_empathy", "stakeholder",
    ]  # fmt: skip


def test_a_session_of_zero_minutes_gives_nobody_time() -> None:
    document = with_stages(
        requisition(scope=scope("python")),
        Stage(type="live_debug", minutes=0, scenario="S05", competencies=("python",), tags=("communication",)),
    )
    plan = plan_of(document)
    assert [covered.minutes for covered in plan.coverage] == [0, 0]
    assert plan.sessions[0].questions == ()


def test_a_scenario_for_another_level_is_said_to_be_one() -> None:
    document = with_stages(requisition("junior"), Stage(type="architecture_exercise", minutes=60, scenario="S14"))
    assert "does not make it for junior level" in plan_of(document).sessions[0].reason


def test_a_scenario_that_nobody_knows_is_left_in_place() -> None:
    (session,) = plan_of(with_stages(requisition(), Stage(type="live_debug", minutes=60, scenario="S99"))).sessions
    assert session.stage.scenario == "S99"
    assert session.purpose


def test_a_must_have_in_three_sessions_is_repeated() -> None:
    one = Stage(type="panel_tech", minutes=60, competencies=("python",))
    plan = plan_of(with_stages(requisition(scope=scope("Python")), one, one, one))
    assert [requirement.label for requirement in plan.repeated] == ["Python"]


def test_a_gap_names_the_session_that_has_time() -> None:
    document = with_stages(
        requisition(scope=scope("airflow")), Stage(type="live_debug", minutes=60, scenario="S06", day=1)
    )
    gap = plan_of(document).uncovered[0]
    assert gap.why == "No session looks at it, though session 1 has time for it."


def test_sessions_without_a_day_are_stages_of_their_own() -> None:
    stages = [Stage(type="hm_screen", minutes=30, day=day) for day in (None, 3, 1, 3, None)]
    assert [session.round for session in plan_of(with_stages(requisition(), *stages)).sessions] == [3, 2, 1, 2, 4]


def test_alternatives_fit_and_repeat_no_primary_skill() -> None:
    document = planned(requisition("mid"))
    number = next(s.number for s in plan_of(document).sessions if s.stage.type == "live_debug")
    old = document.process.stages[number - 1]
    found = alternatives(document, number)
    assert old.scenario not in [stage.scenario for stage in found]
    assert {"S04", "S05", "S11"} - {old.scenario} <= {stage.scenario for stage in found}
    assert "S13" not in [stage.scenario for stage in found]  # in the loop already
    assert all(stage.day == old.day and stage.panel == old.panel for stage in found)


def test_an_alternative_takes_over_the_must_haves_that_it_can_show() -> None:
    document = planned(requisition("mid", scope=scope("airflow", "python")))
    number = next(s.number for s in plan_of(document).sessions if s.stage.scenario == "S06")
    skew = next(stage for stage in alternatives(document, number) if stage.scenario == "S04")
    assert "airflow" not in skew.competencies


def test_renewing_one_session_leaves_the_others_alone() -> None:
    document = planned(requisition("senior"))
    before = document.process.stages
    debug = next(s.number for s in plan_of(document).sessions if s.stage.type == "live_debug")
    emptied = before[debug - 1].model_copy(update={"competencies": (), "scenario": None})
    broken = with_stages(document, *before[: debug - 1], emptied, *before[debug:])
    assert plan_of(broken).uncovered
    mended = with_stages(document, *before[: debug - 1], regenerated(broken, debug), *before[debug:])
    assert plan_of(mended).uncovered == ()
    assert mended.process.stages[debug - 1].scenario == before[debug - 1].scenario


def test_renewing_a_talk_brings_back_the_people_skills_that_nobody_looks_at() -> None:
    document = planned(requisition("senior"))
    number = next(s.number for s in plan_of(document).sessions if s.stage.type == "partner_interview")
    stages = document.process.stages
    bare = stages[number - 1].model_copy(update={"tags": (), "panel": ()})
    broken = with_stages(document, *stages[: number - 1], bare, *stages[number:])
    renewed = regenerated(broken, number)
    assert {"collaboration", "customer_empathy"} <= set(renewed.tags)
    assert set(renewed.panel) == {"data_scientist", "product"}


@pytest.mark.parametrize("number", [0, -1, 7])
def test_there_is_no_such_session(number: int) -> None:
    with pytest.raises(IndexError):
        alternatives(planned(requisition("senior")), number)
