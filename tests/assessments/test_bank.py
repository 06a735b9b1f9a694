"""The assessment bank: what every scenario and question must hold."""

import pytest

from assessments.bank import QUESTIONS, SCENARIOS, Question, Scenario, bank_index
from hiring.skills import SKILLS

EVERY_SCENARIO = pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=lambda scenario: scenario.id)
EVERY_QUESTION = pytest.mark.parametrize("question", QUESTIONS.values(), ids=lambda question: question.id)

LETTERS = {"I": "infra_heavy", "B": "balanced", "M": "ml_heavy"}
FIT = {
    "S01": "I B", "S02": "B M", "S03": "B M", "S04": "I B M", "S05": "I B M", "S06": "I B M", "S07": "I B",
    "S08": "B M", "S09": "B M", "S10": "I B", "S11": "I B", "S12": "M B", "S13": "I B M", "S14": "I B",
    "S15": "M I", "S16": "I",
}  # fmt: skip
LOWEST = dict.fromkeys(["S01", "S03", "S06", "S07", "S13"], "junior") | dict.fromkeys(["S14", "S15", "S16"], "senior")


def test_it_holds_16_scenarios_and_44_questions_in_order() -> None:
    assert list(SCENARIOS) == [f"S{number:02}" for number in range(1, 17)]
    assert list(QUESTIONS) == [f"Q{number:02}" for number in range(1, 45)]


@EVERY_SCENARIO
def test_a_scenario_fits_whom_its_table_row_says(scenario: Scenario) -> None:
    assert set(scenario.archetypes) == {LETTERS[letter] for letter in FIT[scenario.id].split()}
    assert scenario.levels[0] == LOWEST.get(scenario.id, "mid")
    assert scenario.levels[-1] == ("senior" if scenario.type == "take_home" else "principal")


@EVERY_SCENARIO
def test_a_scenario_speaks_of_skills_the_taxonomy_knows(scenario: Scenario) -> None:
    assert {scenario.primary_skill, *scenario.competencies} <= set(SKILLS)
    assert "anchored" in scenario.tags


@EVERY_SCENARIO
def test_take_homes_are_rated_by_points_that_add_up(scenario: Scenario) -> None:
    points = sum(line.points or 0 for line in scenario.lines)
    assert points == (100 if scenario.type == "take_home" else 0)


@EVERY_SCENARIO
def test_debugging_has_a_cause_and_hints_in_order(scenario: Scenario) -> None:
    if scenario.type == "live_debug":
        assert scenario.root_cause
        assert len(scenario.hints) >= 3


@EVERY_QUESTION
def test_a_question_has_four_different_anchors(question: Question) -> None:
    texts = [text for _, _, text in question.anchors.numbered]
    assert len(set(texts)) == 4


def test_juniors_get_eight_questions_and_two_that_tell_mlops_from_devops() -> None:
    junior = [question for question in QUESTIONS.values() if "junior" in question.levels]
    assert [question.id for question in junior] == ["Q04", "Q06", "Q08", "Q20", "Q23", "Q27", "Q29", "Q43"]


def test_the_checkers_see_the_same_scenarios() -> None:
    index = bank_index()
    assert list(index.scenarios) == list(SCENARIOS)
    found = index.alternative("live_debug", "junior", "infra_heavy")
    assert found is not None
    assert found.id == "S06"
