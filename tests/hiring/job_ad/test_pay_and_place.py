"""Pay, work mode and places: which of several figures and words count, and what they are taken for."""

import pytest

from hiring.job_ad import as_json, read_ad_text

WORK = "About the role\nYou run the forecasts of our depots.\n"


def _pay(text: str) -> tuple[object, ...] | None:
    pay = as_json(read_ad_text(f"{WORK}{text}\n", "Engineer"))["pay"]
    return (pay["min"], pay["max"], pay["currency"]) if pay else None


def _mode(text: str, title: str = "Engineer") -> str | None:
    return as_json(read_ad_text(f"{WORK}{text}\n", title))["work_mode"]


def _places(text: str) -> list[tuple[str, str | None, str | None]]:
    ad = read_ad_text(f"{WORK}{text}\n", "Engineer")
    return [(said.value.country, said.value.region, said.value.metro) for said in ad.places]


@pytest.mark.parametrize(
    ("place", "currency"),
    [("Location: Toronto\n", "CAD"), ("Location: Leeds\n", "GBP"), ("Location: Nairobi\n", None), ("", None)],
)
def test_pay_without_a_currency_is_in_that_of_the_place_and_only_likely(place: str, currency: str | None) -> None:
    text = f"{place}Salary: 100,000 - 120,000"
    assert _pay(text) == (100_000, 120_000, currency)
    said = read_ad_text(f"{WORK}{text}\n", "Engineer").pay
    assert said is not None and said.confidence == "likely"


def test_the_currency_that_stands_there_beats_that_of_the_place() -> None:
    assert _pay("Location: Toronto\nSalary: EUR 100,000 - 120,000") == (100_000, 120_000, "EUR")


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("Salary: $100,000 - $120,000 for Australian residents", "AUD"),
        ("Singapore. Salary: $100,000 - $120,000 a year", "SGD"),
        ("Salary: $100,000 - $120,000", "USD"),
    ],
)
def test_whose_dollars_they_are_is_said_beside_them(text: str, currency: str) -> None:
    assert _pay(text) == (100_000, 120_000, currency)


@pytest.mark.parametrize(
    "text",
    [
        "On-target earnings: $240,000 to $280,000.\nBase salary: $180,000 to $220,000.",
        "Base salary: $180,000 to $220,000.\nOn-target earnings: $240,000 to $280,000.",
        "The salary is about $200,000.\nSalary range: $180,000 to $220,000.",
    ],
)
def test_base_pay_beats_pay_on_target_and_a_range_beats_one_figure(text: str) -> None:
    assert _pay(text) == (180_000, 220_000, "USD")


@pytest.mark.parametrize(
    ("text", "pay"),
    [
        ("Salary: $150,000+", (150_000, None, "USD")),
        ("Salary: up to $150,000", (None, 150_000, "USD")),
        ("Salary: at least $150,000", (150_000, None, "USD")),
        ("Salary: $150,000", (150_000, 150_000, "USD")),
        ("Salary: $170,000 - $150,000", (150_000, 170_000, "USD")),
    ],
)
def test_which_end_of_the_range_one_figure_is(text: str, pay: tuple[object, ...]) -> None:
    assert _pay(text) == pay


@pytest.mark.parametrize("text", ["Salary: 100-130k", "Salary: 100k-130", "Salary: 100k - 130k"])
def test_the_scale_of_one_figure_is_that_of_both(text: str) -> None:
    assert _pay(text) == (100_000, 130_000, None)


def test_figures_in_legal_text_are_no_pay_unless_it_speaks_of_pay() -> None:
    legal = "Equal opportunity\nWhoever breaks the law on discrimination answers with {} of $20,000 to $30,000."
    assert _pay(legal.format("a fine")) is None
    assert _pay(legal.format("a salary")) == (20_000, 30_000, "USD")


def test_a_title_that_says_remote_settles_it_unless_days_in_the_office_are_named() -> None:
    remote = "Engineer (Remote)"
    assert _mode("", remote) == "remote"
    assert _mode("Our depots like hybrid meetings.", remote) == "remote"
    assert _mode("You come in three days a week in the office.", remote) == "hybrid"


@pytest.mark.parametrize(
    ("tag", "mode"), [("#LI-Remote", "remote"), ("#LI-Hybrid", "hybrid"), ("#LI-Onsite", "onsite")]
)
def test_the_tag_of_a_job_board_says_how_the_work_is_done(tag: str, mode: str) -> None:
    assert _mode(tag) == mode
    assert _mode(f"Some of it is remote.\n{tag}") == mode


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Location: Berlin, Germany", [("DE", None, "Berlin")]),
        ("Location: Germany", [("DE", None, None)]),
        ("Location: Boise, ID", [("US", "ID", "Boise")]),
        ("Based in Leeds or Lyon", [("GB", None, "Leeds"), ("FR", None, "Lyon")]),
        ("Remote within the UK", [("GB", None, None)]),
        ("Work from a depot, uk style", []),
        ("**Location**\n\nLyon, France\nOur van is in Leeds.", [("FR", None, "Lyon")]),
        ("About us\nOur head office is located in Lyon.", []),
    ],
)
def test_places_are_named_once_and_beside_words_that_say_so(
    text: str, places: list[tuple[str, str | None, str | None]]
) -> None:
    assert _places(text) == places
