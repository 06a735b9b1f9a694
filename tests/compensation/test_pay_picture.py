"""The pay picture: places, words, and what it does with odd offers."""

import re
from datetime import date
from decimal import Decimal

import pytest
from django.template.loader import render_to_string

from compensation.benchmark import benchmark
from compensation.picture import PayPicture, pay_picture, short
from compensation.policy import BandFigures, BandPolicy
from hiring.document.role import Location
from hiring.market import Market

AUSTIN = Location(country="US", region="TX", metro="Austin")


def market(with_band: bool = False) -> Market:
    band = BandFigures(Decimal(145000), Decimal(180000), Decimal(215000))
    policy = BandPolicy("Ours", "market", {"mlops": band}, published=True) if with_band else None
    found = benchmark("senior", AUSTIN, "USD", date(2026, 11, 22), policy=policy)
    assert isinstance(found, Market)
    return found


def picture(low: int | None, high: int | None, *, with_band: bool = False) -> PayPicture:
    found = pay_picture(market(with_band), _money(low), _money(high))
    assert found is not None
    return found


def _money(amount: int | None) -> Decimal | None:
    return None if amount is None else Decimal(amount)


def test_the_reference_offer_is_drawn_as_in_the_mock_up() -> None:
    drawn = picture(140000, 160000)

    assert [tick.label for tick in drawn.ticks][:4] == ["80k", "100k", "120k", "140k"]
    assert drawn.ticks[-1].label == "300k"
    assert drawn.offer is not None
    assert (drawn.offer.span.low, drawn.offer.span.width, drawn.offer.span.label) == ("27.27%", "9.09%", "140–160k")
    mlops = drawn.rows[0]
    assert mlops.words == ("147k", "165k", "188k", "217k", "243k")
    assert mlops.sub == "45 postings, solid"
    assert drawn.rows[1].count == "1,216"


def test_the_description_says_what_the_picture_shows() -> None:
    said = picture(140000, 160000, with_band=True).description

    assert said.startswith("The offer is 140k to 160k, middle 150k. MLOps engineer: 10th percentile 147k")
    assert "Own band: 145k to 215k." in said


@pytest.mark.parametrize(
    ("low", "high"),
    [(None, None), (150000, None), (None, 150000), (150000, 150000), (200000, 90000), (0, 0), (None, 9_000_000)],
)
def test_every_mark_stays_on_the_scale_whatever_is_offered(low: int | None, high: int | None) -> None:
    svg = render_to_string("compensation/_pay_picture.html", {"picture": picture(low, high, with_band=True)})

    places = [Decimal(place) for place in re.findall(r'(?:x|x1|x2|width)="(-?[\d.]+)%"', svg)]
    assert places
    assert all(0 <= place <= 100 for place in places)


def test_an_offer_without_ends_is_left_out() -> None:
    assert picture(None, None).offer is None
    assert "Offer" not in render_to_string("compensation/_pay_picture.html", {"picture": picture(None, None)})


def test_a_market_without_families_has_no_picture() -> None:
    assert pay_picture(Market(currency="USD", as_of=date(2025, 8, 3)), Decimal(1), Decimal(2)) is None


def test_the_drawing_needs_no_style_and_no_script_and_names_itself() -> None:
    svg = render_to_string("compensation/_pay_picture.html", {"picture": picture(140000, 160000, with_band=True)})

    assert "style=" not in svg
    assert 'role="img" aria-labelledby="pay-t pay-d"' in svg
    assert '<desc id="pay-d">The offer is 140k' in svg


def test_the_table_holds_the_same_figures() -> None:
    table = render_to_string("compensation/_pay_table.html", {"picture": picture(140000, 160000, with_band=True)})

    for figure in ("147k", "165k", "188k", "1,216", "145k", "215k", "140k", "160k", "solid"):
        assert f">{figure}<" in table


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("188044", "188k"),
        ("950", "950"),
        ("1250000", "1250k"),
        ("12500000", "12.5M"),
        ("100000000", "100M"),
        ("0", "0"),
    ],
)
def test_amounts_in_few_characters(amount: str, words: str) -> None:
    assert short(Decimal(amount)) == words
