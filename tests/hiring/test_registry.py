"""The registry: twelve mistakes, 114 triggers, complete metadata, and a pure core."""

import ast
from pathlib import Path

import pytest

import hiring
from hiring.checking import Trigger
from hiring.document import SECTIONS
from hiring.registry import MISTAKE_BY_SLUG, MISTAKES, TRIGGER_BY_ID
from hiring.thresholds import THRESHOLDS

HERE = Path(hiring.__file__).parent
COUNTS = {1: 8, 2: 11, 3: 11, 4: 9, 5: 11, 6: 9, 7: 10, 8: 8, 9: 7, 10: 11, 11: 9, 12: 10}
PURE = ("document", "skills", "facts", "checking", "mistakes", "readiness", "reporting", "questions")
TRIGGERS = list(TRIGGER_BY_ID.values())


def _named(trigger: Trigger) -> str:
    return trigger.id


def test_twelve_mistakes_with_114_triggers_in_order():
    assert [mistake.id for mistake in MISTAKES] == [f"M{n:02}" for n in range(1, 13)]
    for mistake in MISTAKES:
        expected = [f"{mistake.id}-T{n}" for n in range(1, COUNTS[int(mistake.id[1:])] + 1)]
        assert [trigger.id for trigger in mistake.triggers] == expected
    assert len(TRIGGER_BY_ID) == 114


def test_one_file_for_each_mistake_named_after_it():
    files = {path.stem for path in (HERE / "mistakes").glob("*.py")} - {"__init__"}
    assert files == {mistake.slug.replace("-", "_") for mistake in MISTAKES}
    assert len(MISTAKE_BY_SLUG) == 12


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.id)
def test_every_mistake_says_all_of_itself(mistake):
    texts = (mistake.name, mistake.title_flagged, mistake.title_clear, mistake.summary, mistake.why, mistake.goes_wrong)
    assert all(text.strip() for text in texts)
    assert len(set(texts)) == len(texts)
    assert set(mistake.steps) <= set(SECTIONS)
    assert mistake.sources
    assert all(source.claim and source.name and source.where for source in mistake.sources)


@pytest.mark.parametrize("trigger", TRIGGERS, ids=_named)
def test_every_trigger_says_all_of_itself(trigger):
    assert trigger.severities
    assert trigger.reads
    texts = (trigger.title, trigger.fires_when, trigger.example_fires, trigger.example_quiet)
    assert all(text.strip() for text in texts)
    assert trigger.example_fires != trigger.example_quiet


@pytest.mark.parametrize("trigger", TRIGGERS, ids=_named)
def test_every_answer_a_trigger_reads_exists(trigger):
    for pointer in trigger.reads:
        _, section, field, *rest = pointer.split("/")
        assert field in SECTIONS[section].model_fields, pointer
        assert rest == [], f"{pointer}: reads name whole answers"


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.id)
def test_a_mistake_names_the_steps_its_triggers_read(mistake):
    assert {pointer.split("/")[1] for trigger in mistake.triggers for pointer in trigger.reads} <= set(mistake.steps)


@pytest.mark.parametrize("trigger", [trigger for trigger in TRIGGERS if trigger.same_fact], ids=_named)
def test_triggers_on_one_fact_are_known_and_of_other_mistakes(trigger):
    for other in trigger.same_fact:
        assert TRIGGER_BY_ID[other].mistake_id != trigger.mistake_id


def test_no_ml_scenario_is_one_fact_of_two_mistakes():
    assert "M05-T3" in TRIGGER_BY_ID["M01-T5"].same_fact or "M01-T5" in TRIGGER_BY_ID["M05-T3"].same_fact


def test_every_threshold_says_what_it_means_and_names_known_triggers():
    known = set(TRIGGER_BY_ID) | {mistake.id for mistake in MISTAKES}
    for threshold in THRESHOLDS:
        assert set(threshold.triggers) <= known, threshold.meaning
        assert threshold.meaning.strip() and threshold.unit.strip()


def test_judging_a_requisition_needs_no_django():
    files = [path for name in PURE for path in (HERE / name).rglob("*.py")]
    files += [HERE / f"{name}.py" for name in ("market", "registry", "runner", "review", "thresholds")]
    assert len(files) > 40
    for path in files:
        for module in _imported(path):
            assert module.split(".")[0] != "django", path
            assert not module.startswith(("hiring.models", "hiring.assemble", "hiring.views")), path


def _imported(path: Path) -> list[str]:
    modules: list[str] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            modules += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            modules.append(node.module or "")
    return modules
