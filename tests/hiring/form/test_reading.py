"""What people type is understood, or kept as typed with the reason beside it."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiring.forms.answer import Answer
from hiring.forms.reading import read
from hiring.forms.showing import settled, show
from hiring.forms.submission import CELLS
from hiring.questions import QUESTIONS, Kind, Question, question_at

PAY = question_at("/pay/base_min")
SHARE = question_at("/scope/infra_pct")
DAYS = question_at("/process/loop_days")
PEOPLE = question_at("/role/headcount")
YEARS = question_at("/scope/years_min")


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("165000", 165_000),
        ("165,000", 165_000),
        ("165 000", 165_000),
        ("165'000", 165_000),
        ("165.000", 165_000),
        ("1.165.000,50", Decimal("1165000.50")),
        ("165,000.50", Decimal("165000.50")),
        ("165k", 165_000),
        ("$165.5K", 165_500),
        ("€ 165 000", 165_000),
        ("USD 165,000 per year", 165_000),
        ("1.2m", 1_200_000),
        ("１６５０００", 165_000),
        ("0", 0),
    ],
)
def test_money_as_people_write_it(typed: str, number: Any) -> None:
    assert read(PAY, typed).answer == Answer(Decimal(number))


@pytest.mark.parametrize(
    ("question", "typed", "value"),
    [
        (SHARE, "70 %", Decimal(70)),
        (SHARE, "0,25", Decimal("0.25")),
        (SHARE, "33.3333", Decimal("33.3333")),
        (DAYS, "7 days", Decimal(7)),
        (DAYS, "1.5", Decimal("1.5")),
        (PEOPLE, "1,200 people", 1200),
        (PEOPLE, "~200", 200),
        (YEARS, "5+ years", 5),
        (YEARS, "5+", 5),
    ],
)
def test_other_numbers(question: Question, typed: str, value: Any) -> None:
    assert read(question, typed).answer == Answer(value)


@pytest.mark.parametrize(
    ("question", "typed", "said"),
    [
        (PAY, "a lot", "Enter a number for a year, such as 165,000."),
        (PAY, "-5", "Enter a number of 0 or more."),
        (PAY, "1e5", "Enter a number for a year"),
        (PAY, "150k-170k", "Enter a number for a year"),
        (PAY, "9" * 20, "Enter a number up to 999,999,999,999.99."),
        (PAY, "100.5.5", "Enter a number for a year"),
        (SHARE, "120", "Enter a number from 0 to 100."),
        (SHARE, "20k", "Enter a number in percent"),
        (SHARE, "0.123456", "At most 4 decimals are kept."),
        (DAYS, "2 weeks", "Enter a number of days"),
        (YEARS, "2.5", "Enter a whole number."),
        (YEARS, "99", "Enter a number from 0 to 60."),
        (PEOPLE, "0", "Enter a number of 1 or more."),
        (PEOPLE, "99999999999", "Enter a number up to 2,147,483,647."),
    ],
)
def test_numbers_that_cannot_be_kept_stay_as_typed(question: Question, typed: str, said: str) -> None:
    reading = read(question, typed)
    assert reading.answer == Answer(None, typed=typed)
    assert reading.errors[""].startswith(said)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2025-08-03", date(2025, 8, 3)),
        ("3 Aug 2025", date(2025, 8, 3)),
        ("August 3rd, 2025", date(2025, 8, 3)),
        ("03.08.2025", date(2025, 8, 3)),
        ("25/08/2025", date(2025, 8, 25)),
        ("08/25/2025", date(2025, 8, 25)),
        ("Aug 2025", date(2025, 8, 1)),
        ("2025-08", date(2025, 8, 1)),
    ],
)
def test_days_as_people_write_them(typed: str, day: date) -> None:
    assert read(question_at("/process/posted_on"), typed).answer == Answer(day)


def test_a_day_that_could_be_two_is_asked_back() -> None:
    reading = read(question_at("/process/posted_on"), "03/08/2025")
    assert reading.answer == Answer(None, typed="03/08/2025")
    assert "2025-08-03" in reading.errors[""] and "2025-03-08" in reading.errors[""]


@pytest.mark.parametrize("typed", ["unsure", "?", "Not sure"])
def test_not_sure_is_an_answer_of_its_own(typed: str) -> None:
    assert read(question_at("/growth/mentor"), typed).answer == Answer(None, unsure=True)
    assert read(PEOPLE, typed).answer == Answer(None, unsure=True)


def test_the_archetype_has_its_own_unsure() -> None:
    assert read(question_at("/scope/archetype"), "unsure").answer == Answer("unsure")


def test_a_choice_names_what_is_allowed() -> None:
    reading = read(question_at("/role/level"), "boss")
    assert reading.answer == Answer(None, typed="boss")
    assert reading.errors[""] == "Choose one of: Junior, Mid, Senior, Staff, Principal."


def test_none_of_these_differs_from_no_answer() -> None:
    authority = question_at("/organisation/authority")
    assert read(authority, []).answer == Answer(None)
    assert read(authority, ["none"]).answer == Answer([])
    assert read(authority, ["unsure"]).answer == Answer(None, unsure=True)
    assert read(authority, ["none", "vendor_choice", "ml_tooling"]).answer == Answer(["ml_tooling", "vendor_choice"])
    assert read(question_at("/ml_today/crisis_signs"), []).answer == Answer(None)


def test_currencies_by_sign_and_letters() -> None:
    currency = question_at("/pay/currency")
    assert read(currency, "usd").answer == Answer("USD")
    assert read(currency, "€").answer == Answer("EUR")
    assert read(currency, "dollars").errors[""] == "Enter three letters, such as USD or EUR."


def test_empty_means_not_answered_and_blank_lines_are_dropped() -> None:
    assert read(question_at("/role/title"), "   ").answer == Answer(None)
    assert read(question_at("/scope/first_projects"), "One\r\n\r\n  Two  \n").answer == Answer(["One", "Two"])


def test_null_characters_are_dropped() -> None:
    assert read(question_at("/role/title"), "MLOps\x00 Engineer").answer == Answer("MLOps Engineer")
    assert read(question_at("/scope/duties"), [{"text": "Run\x00 it"}]).answer.value[0]["text"] == "Run it"


def test_a_title_that_is_too_long_is_kept_with_the_reason() -> None:
    reading = read(question_at("/role/title"), "x" * 301)
    assert reading.answer == Answer(None, typed="x" * 301)
    assert reading.errors[""] == "At most 300 characters; this has 301."


def test_places_by_name_and_code() -> None:
    rows: Any = [
        {"country": "usa", "region": "texas", "metro": "Austin"},
        {"country": "DE", "region": "", "metro": ""},
        {"country": "Canada", "region": "on", "metro": ""},
    ]
    assert read(question_at("/role/locations"), rows).answer.value == [
        {"country": "US", "region": "TX", "metro": "Austin"},
        {"country": "DE", "region": None, "metro": None},
        {"country": "CA", "region": "ON", "metro": None},
    ]


def test_a_line_that_is_not_complete_is_kept_while_the_others_count() -> None:
    question = question_at("/role/locations")
    rows: Any = [{"country": "Narnia", "region": "", "metro": "Cair"}, {"country": "US", "region": "", "metro": ""}]
    reading = read(question, rows)
    assert reading.answer.value == [{"country": "US", "region": None, "metro": None}]
    assert reading.errors["0.country"].startswith("Enter a country")
    assert show(question, reading.answer) == rows


def test_a_share_that_cannot_be_read_is_null_in_the_document_and_kept_in_the_form() -> None:
    question = question_at("/scope/duties")
    rows: Any = [{"text": "Run it", "percent": "ten", "kind": "operate", "infra_share": "50"}]
    reading = read(question, rows)
    assert reading.answer.value == [{"text": "Run it", "percent": None, "kind": "operate", "infra_share": 50}]
    assert show(question, reading.answer) == rows


def test_what_was_typed_gives_way_once_somebody_changed_the_answer() -> None:
    question = question_at("/scope/duties")
    typed: Any = [{"text": "Run it", "percent": "ten", "kind": "", "infra_share": ""}]
    fixed = Answer([{"text": "Run it", "percent": 10, "kind": None, "infra_share": None}], typed=typed)
    assert show(question, fixed) == [{"text": "Run it", "percent": "10", "kind": "", "infra_share": ""}]


def test_a_stage_needs_its_minutes() -> None:
    rows: Any = [{"type": "live_debug", "minutes": "", "day": "2"}, {"type": "hm_screen", "minutes": "45 min"}]
    reading = read(question_at("/process/stages"), rows)
    assert [stage["type"] for stage in reading.answer.value] == ["hm_screen"]
    assert reading.errors == {"0.minutes": "How many minutes?"}


def test_competencies_become_slugs() -> None:
    rows: Any = [{"type": "live_debug", "minutes": "60", "competencies": "Kubernetes, Model monitoring, Poise"}]
    stage = read(question_at("/process/stages"), rows).answer.value[0]
    assert stage["competencies"] == ["kubernetes", "model-monitoring", "Poise"]


_CELL_TEXT = st.text(max_size=12) | st.sampled_from(["5", "40 %", "US", "live_debug", "python", "ten", "data"])


def _raw(question: Question) -> st.SearchStrategy[Any]:
    if question.kind in CELLS:
        cells = {
            name: st.lists(_CELL_TEXT, max_size=3) if several else _CELL_TEXT
            for name, several in CELLS[question.kind].items()
        }
        return st.lists(st.fixed_dictionaries(cells), max_size=4)
    if question.kind is Kind.CHOICES:
        return st.lists(st.sampled_from([*dict(question.choices), "none", "unsure", "x"]), max_size=5)
    return st.text(max_size=30) | st.from_regex(r"[-$€]?[0-9]{1,13}[.,k%]?[0-9]{0,3}", fullmatch=True)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(QUESTIONS).flatmap(lambda question: st.tuples(st.just(question), _raw(question))))
def test_reading_never_fails_and_comes_back_the_same_from_an_untouched_form(pair: tuple[Question, Any]) -> None:
    question, raw = pair
    answer = read(question, raw).answer
    assert settled(question, answer) == answer
