"""The assessment bank: what every scenario and question must hold."""

from pathlib import Path

import pytest

from assessments.bank import QUESTIONS, SCENARIOS, BadContent, Question, Scenario, bank_index
from assessments.bank.reading import HERE, read_questions, read_scenarios
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


@EVERY_SCENARIO
def test_every_line_of_a_scorecard_has_four_different_anchors(scenario: Scenario) -> None:
    assert len(scenario.lines) >= 3
    assert len({line.name for line in scenario.lines}) == len(scenario.lines)
    for card in (scenario.anchors, *scenario.lines):
        texts = [text for _, _, text in card.numbered]
        assert len(set(texts)) == 4
        assert all(len(text) >= 4 for text in texts)


@EVERY_SCENARIO
def test_a_scenario_can_be_run_from_what_it_says(scenario: Scenario) -> None:
    assert scenario.ai_use
    assert scenario.accommodations
    assert scenario.follow_ups
    if scenario.type == "architecture_exercise":
        assert scenario.failure_injection
    if scenario.type == "code_review":
        assert len(scenario.planted) == 10
    if scenario.type == "live_debug":
        assert len(scenario.symptoms) >= 2


def test_every_group_that_can_be_a_must_have_is_shown_by_a_scenario_or_a_question() -> None:
    asked = {skill.group for skill in SKILLS.values() if skill.group != "off-role"}
    exercised = {group for scenario in SCENARIOS.values() for group in scenario.groups}
    subjects = {subject for question in QUESTIONS.values() for subject in question.about}
    talked = {SKILLS[subject].group if subject in SKILLS else subject for subject in subjects}
    assert asked <= exercised
    assert asked <= talked


GOOD = (HERE / "scenarios" / "s05.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("minutes = 60", "minutes = 0", "s05.toml line 4: minutes: "),
        ("minutes = 60", 'minutes = "an hour"', "s05.toml line 4: minutes: "),
        ("minutes = 60", "minuts = 60", "s05.toml line 4: minuts: there is no such field"),
        ('type = "live_debug"', 'type = "quiz"', "s05.toml line 3: type: "),
        ('primary_skill = "model-monitoring"', 'primary_skill = "watching"', "'watching' is no skill of the taxonomy"),
        ('title = "Accuracy drops, nothing is red"', "title = Accuracy", "s05.toml line 2: "),
        ('id = "S05"', 'id = "S06"', "s05.toml: id: it should be S05"),
        ('partial = "Says drift from the total alone."\n', "", "lines 1, partial: this field is required"),
    ],
)
def test_a_mistake_in_a_content_file_is_named_with_file_line_and_field(
    tmp_path: Path, old: str, new: str, says: str
) -> None:
    assert old in GOOD
    (tmp_path / "s05.toml").write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(BadContent) as error:
        read_scenarios(tmp_path)
    assert says in str(error.value)
    assert "\n" not in str(error.value)


def test_two_levels_that_say_the_same_are_no_anchors(tmp_path: Path) -> None:
    path = tmp_path / "questions.toml"
    lines = ['id = "Q01"', 'competency = "growth"', 'question = "Why?"', 'levels = ["mid"]']
    anchors = [f'anchors.{name} = "The same."' for name in ("poor", "partial", "good", "great")]
    path.write_text("\n".join(["[[question]]", *lines, *anchors]), encoding="utf-8")
    with pytest.raises(BadContent, match=r"questions.toml line 6: anchors: the four levels must say four different"):
        read_questions(path)


def test_a_question_that_is_there_twice_is_named(tmp_path: Path) -> None:
    path = tmp_path / "questions.toml"
    block = (HERE / "questions.toml").read_text(encoding="utf-8").split("\n\n")[0]
    path.write_text(f"{block}\n\n{block}\n", encoding="utf-8")
    with pytest.raises(BadContent, match="Q01 is there twice"):
        read_questions(path)
