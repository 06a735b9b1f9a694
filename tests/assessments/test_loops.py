"""The loop templates of domain.md section H."""

import json
from datetime import date

import pytest

from assessments.bank import SCENARIOS, bank_index
from assessments.loops import LOOPS, stages_for
from hiring.checking import Fired
from hiring.document import RequisitionDocument, Stage
from hiring.facts.case import Case
from hiring.registry import TRIGGER_BY_ID
from hiring.skills import SKILLS

EVERY = pytest.mark.parametrize(("level", "archetype"), list(LOOPS), ids=lambda value: value)
HOURS = {"junior": 4.5, "mid": 6, "senior": 5, "staff": 5, "principal": 5}


def tags(stages: list[Stage]) -> set[str]:
    return {tag for stage in stages for tag in stage.tags}


def test_there_is_one_for_every_level_and_archetype() -> None:
    assert len(LOOPS) == 15
    assert bank_index().loops == LOOPS


@EVERY
def test_it_fits_one_working_week_and_three_rounds(level: str, archetype: str) -> None:
    days = [stage.day for stage in stages_for(level, archetype)]
    assert days == sorted(day for day in days if day)
    assert len(set(days)) == 3
    assert max(day for day in days if day) <= 5


@EVERY
def test_it_keeps_to_the_hours_of_the_level(level: str, archetype: str) -> None:
    assert sum(stage.minutes for stage in stages_for(level, archetype)) / 60 <= HOURS[level]


@EVERY
def test_scenarios_fit_the_level_and_the_archetype_and_differ_in_skill(level: str, archetype: str) -> None:
    used = [SCENARIOS[stage.scenario] for stage in stages_for(level, archetype) if stage.scenario]
    assert used
    for scenario in used:
        assert level in scenario.levels
        assert archetype in scenario.archetypes
    skills = [scenario.primary_skill for scenario in used]
    assert len(skills) == len(set(skills))


@EVERY
def test_it_looks_at_machine_learning_and_at_all_four_people_skills(level: str, archetype: str) -> None:
    found = tags(stages_for(level, archetype))
    assert {"ml_scenario", "collaboration", "communication", "customer_empathy", "stakeholder"} <= found


@EVERY
def test_every_session_has_anchors_and_a_panel_of_five_at_most(level: str, archetype: str) -> None:
    stages = stages_for(level, archetype)
    panel = {person for stage in stages for person in stage.panel}
    assert all("anchored" in stage.tags and stage.panel for stage in stages)
    assert panel & {"data_scientist", "ml_engineer"}
    assert "product" in panel
    assert len(panel) <= 5


@EVERY
def test_no_skill_is_looked_at_more_than_twice(level: str, archetype: str) -> None:
    looked_at = [slug for stage in stages_for(level, archetype) for slug in stage.competencies]
    assert set(looked_at) <= set(SKILLS)
    assert max(looked_at.count(slug) for slug in looked_at) <= 2


def test_infrastructure_heavy_loops_still_debug_a_model() -> None:
    for level in HOURS:
        scenarios = {stage.scenario for stage in stages_for(level, "infra_heavy")}
        assert scenarios & {"S04", "S05", "S06"}


def test_an_open_archetype_gets_the_balanced_loop() -> None:
    assert stages_for("mid", "unsure") == stages_for("mid", "balanced")


def test_an_unknown_level_is_refused() -> None:
    with pytest.raises(KeyError):
        stages_for("wizard", "balanced")


MISTAKES = {
    "M01": ["T5"],
    "M04": ["T6"],
    "M05": [f"T{number}" for number in range(1, 12)],
    "M08": ["T1", "T2", "T3", "T4", "T6"],
    "M11": ["T1", "T2", "T7"],
}


@EVERY
def test_no_checker_finds_fault_with_a_template(level: str, archetype: str) -> None:
    stages = [stage.model_dump(mode="json") for stage in stages_for(level, archetype)]
    document = RequisitionDocument.model_validate_json(
        json.dumps(
            {
                "role": {"level": level},
                "scope": {"archetype": archetype, "must_haves": [{"any_of": ["python"]}, {"any_of": ["aws", "gcp"]}]},
                "ml_today": {"ds_count": 4, "mle_count": 4},
                "process": {"stages": stages, "rubric_defined": True, "scorecard": True, "loop_days": 4},
            }
        )
    )
    case = Case(document, today=date(2026, 11, 22), bank=bank_index())
    fired = [
        trigger_id
        for mistake, triggers in MISTAKES.items()
        for trigger_id in (f"{mistake}-{trigger}" for trigger in triggers)
        if isinstance(TRIGGER_BY_ID[trigger_id].check(case), Fired)
    ]
    assert fired == []
