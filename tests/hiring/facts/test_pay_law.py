"""Pay-transparency laws of the places hired in."""

from datetime import date
from typing import Any

import pytest

from hiring.facts.law import POSTING_LAWS, Standing, binding_places, pay_duties
from tests.hiring.mistakes.build import doc

TODAY = date(2026, 11, 22)


def hiring_in(*places: tuple[str, str | None, str | None], headcount: int | None = None, **role: Any) -> Any:
    locations = [{"country": country, "region": region, "metro": metro} for country, region, metro in places]
    return doc(role={"locations": locations, "headcount": headcount, **role})


def standing(country: str, region: str | None, headcount: int | None, today: date = TODAY) -> Standing:
    (duty,) = pay_duties(hiring_in((country, region, None), headcount=headcount), today)
    return duty.standing


@pytest.mark.parametrize(
    ("country", "region", "headcount", "expected"),
    [
        ("US", "CO", None, Standing.BINDS),
        ("US", "WA", None, Standing.MAY_BIND),
        ("US", "WA", 14, Standing.TOO_SMALL),
        ("US", "WA", 15, Standing.BINDS),
        ("US", "MN", 29, Standing.TOO_SMALL),
        ("US", "MN", 30, Standing.MAY_BIND),
        ("US", "ME", 500, Standing.MAY_BIND),
        ("US", "DE", 500, Standing.NOT_YET),
        ("US", "NV", 500, Standing.ON_REQUEST),
        ("CA", "ON", 24, Standing.TOO_SMALL),
        ("CA", "ON", 25, Standing.BINDS),
        ("IT", None, 5, Standing.MAY_BIND),
    ],
)
def test_how_a_law_stands(country: str, region: str | None, headcount: int | None, expected: Standing) -> None:
    assert standing(country, region, headcount) == expected


def test_laws_begin_on_their_day() -> None:
    assert standing("US", "NJ", 10, date(2025, 5, 31)) == Standing.NOT_YET
    assert standing("US", "NJ", 10, date(2025, 6, 1)) == Standing.BINDS
    assert standing("FR", None, 10, date(2026, 6, 6)) == Standing.NOT_YET


def test_a_state_is_known_by_code_or_name_and_never_by_country_alone() -> None:
    for region in ("ca", "US-CA", "California"):
        assert binding_places(hiring_in(("US", region, None), headcount=50), TODAY) == ("California",)
    assert binding_places(hiring_in(("US", None, None), headcount=50), TODAY) == ()
    assert binding_places(hiring_in(("CA", None, "Toronto"), headcount=50), TODAY) == (), "CA is Canada here"


def test_city_laws_hold_in_their_city_alone() -> None:
    assert binding_places(hiring_in(("US", "OH", "Cleveland"), headcount=50), TODAY) == ("Cleveland, Ohio",)
    assert binding_places(hiring_in(("US", "OH", "Dayton"), headcount=50), TODAY) == ()
    assert binding_places(hiring_in(("US", "OH", None), headcount=50), TODAY) == ()


def test_every_place_counts_once() -> None:
    document = hiring_in(
        ("US", "CO", "Denver"),
        ("US", "CO", "Boulder"),
        remote_hiring_in=[{"country": "US", "region": "MD"}, {"country": "DE"}, {"country": "DE", "metro": "Berlin"}],
    )
    places = [duty.place for duty in pay_duties(document, TODAY)]
    assert places == ["Colorado", "Maryland", "European Union (DE)"]


def test_high_pay_is_outside_ontarios_law() -> None:
    document = doc(role={"locations": [{"country": "CA", "region": "ON"}], "headcount": 99}, pay={"base_max": 210_000})
    (duty,) = pay_duties(document, TODAY)
    assert duty.standing == Standing.EXEMPT


def test_every_law_says_where_it_was_read() -> None:
    assert len(POSTING_LAWS) == 18
    assert all(law.source for law in POSTING_LAWS)
