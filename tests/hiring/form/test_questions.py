"""The words of the form cover the whole document and say any answer in words."""

from decimal import Decimal

import pytest

from hiring.document import SECTIONS
from hiring.questions import QUESTIONS, STEPS, Kind, describe, is_essential, question_at, step_of
from hiring.readiness.essentials import ESSENTIALS


def test_every_field_of_the_document_has_one_question() -> None:
    asked = [question.pointer for question in QUESTIONS]
    fields = [f"/{section}/{field}" for section, part in SECTIONS.items() for field in part.model_fields]
    assert asked == list(dict.fromkeys(asked))
    assert set(asked) == set(fields)


def test_choices_are_exactly_those_of_the_document() -> None:
    for question in QUESTIONS:
        if question.kind not in (Kind.CHOICE, Kind.CHOICES):
            continue
        field = SECTIONS[question.section].model_json_schema()["properties"][question.field]
        options = [field, *field.get("anyOf", [])]
        options += [option["items"] for option in options if "items" in option]
        allowed = next(option["enum"] for option in options if "enum" in option)
        assert [value for value, _ in question.choices] == allowed, question.pointer


def test_bounds_of_numbers_are_those_of_the_document() -> None:
    for question in QUESTIONS:
        if question.kind not in (Kind.COUNT, Kind.AMOUNT, Kind.MONEY, Kind.PERCENT):
            continue
        field = SECTIONS[question.section].model_json_schema()["properties"][question.field]
        number = next(option for option in field["anyOf"] if option["type"] in ("integer", "number"))
        assert (question.least, question.most) == (number.get("minimum"), number.get("maximum")), question.pointer


def test_essential_answers_are_those_the_verdict_waits_for() -> None:
    assert {question.pointer for question in QUESTIONS if is_essential(question)} == {item.path for item in ESSENTIALS}


def test_seven_steps_one_for_each_section() -> None:
    assert [step.section for step in STEPS] == list(SECTIONS)
    assert [step.number for step in STEPS] == [1, 2, 3, 4, 5, 6, 7]
    assert step_of("ml_today").slug == "ml-today"


def test_every_question_says_how_and_why() -> None:
    for question in QUESTIONS:
        assert question.label and question.question.endswith("?") and question.help and question.why, question.pointer


@pytest.mark.parametrize(
    ("pointer", "value", "words"),
    [
        ("/role/level", "senior", "Senior"),
        ("/role/level", None, "not answered"),
        ("/growth/mentor", False, "no"),
        ("/pay/base_max", Decimal("165000.00"), "165,000 a year"),
        ("/pay/equity_pct", 0.25, "0.25 %"),
        ("/ml_today/crisis_signs", [], "none"),
        ("/organisation/authority", ["ml_tooling", "vendor_choice"], "ML tooling, Choice of vendors"),
        ("/scope/must_haves", [{"any_of": ["aws", "gcp"], "years": 3}], "AWS or Google Cloud, 3 years"),
        ("/scope/must_haves/0", {"any_of": ["mlflow"], "years": None}, "MLflow"),
        ("/scope/must_haves/0/any_of", ["aws", "gcp"], "AWS or Google Cloud"),
        ("/scope/duties/1/kind", "operate", "Operate"),
        ("/scope/duties/1/percent", 25, "25 %"),
        ("/scope/first_projects", ["One", "Two"], "One; Two"),
        ("/role/locations", [{"country": "US", "region": "TX", "metro": "Austin"}], "Austin, TX, US"),
        ("/process/stages", [{"type": "live_debug", "minutes": 60, "day": 2}], "Live debugging, 60 min, day 2"),
        ("/organisation/handoffs/0", {"name": "data", "owner": None}, "Data and feature definitions: nobody yet"),
        ("/nowhere/at_all", [1, 2], "1, 2"),
    ],
)
def test_an_answer_in_words(pointer: str, value: object, words: str) -> None:
    assert describe(pointer, value) == words


def test_a_place_inside_a_list_belongs_to_the_lists_question() -> None:
    assert question_at("/scope/must_haves/3/any_of").field == "must_haves"
    with pytest.raises(KeyError):
        question_at("/scope")
