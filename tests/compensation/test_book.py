"""A band set as plain values: zones, the nearest band, JSON there and back, two sets side by side."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compensation.book import BandBook, BandEntry, ZoneEntry, side_by_side
from compensation.checks import source_cautions, zone_objections
from hiring.document.role import Location

AUSTIN = Location(country="US", region="TX", metro="Austin")
SEATTLE = Location(country="US", region="WA", metro="Seattle")
OAKLAND = Location(country="US", region="CA", metro="San Francisco")


def band(mid: int, zone: str = "", level: str = "senior", focus: str = "balanced") -> BandEntry:
    return BandEntry("mlops", level, focus, zone, Decimal(mid - 20_000), Decimal(mid), Decimal(mid + 20_000))  # type: ignore[arg-type]


def book(*bands: BandEntry, zones: tuple[ZoneEntry, ...] = ()) -> BandBook:
    return BandBook("Ours", "US", "USD", "market", bands, zones)


WEST = ZoneEntry("West", Decimal("1.1"), ("CA", "Seattle"))


@pytest.mark.parametrize(("place", "mid"), [(AUSTIN, 180_000), (SEATTLE, 198_000), (OAKLAND, 198_000)])
def test_the_factor_of_a_zone_moves_the_countrys_band(place: Location, mid: int) -> None:
    policy = book(band(180_000), zones=(WEST,)).policy("senior", "balanced", place)

    assert policy and policy.bands["mlops"].mid == mid
    assert policy.name == ("Ours" if mid == 180_000 else "Ours, zone West × 1.1")


def test_a_band_given_for_the_zone_comes_before_its_factor() -> None:
    policy = book(band(180_000), band(210_000, "West"), zones=(WEST,)).policy("senior", "balanced", SEATTLE)

    assert policy and policy.bands["mlops"].mid == 210_000 and policy.name == "Ours"


def test_a_band_of_the_metro_comes_before_the_zone_of_its_state() -> None:
    state = ZoneEntry("West", Decimal("1.1"), ("CA",))

    policy = book(band(180_000), band(230_000, "San Francisco"), zones=(state,)).policy("senior", "balanced", OAKLAND)

    assert policy and policy.bands["mlops"].mid == 230_000


def test_of_two_bands_as_near_the_first_by_name_decides_whatever_their_order() -> None:
    zones = (ZoneEntry("West", Decimal(1), ("CA",)),)
    bands = (band(180_000, "West"), band(190_000, "CA"))

    for rows in (bands, bands[::-1]):
        policy = book(*rows, zones=zones).policy("senior", "balanced", OAKLAND)
        assert policy and policy.bands["mlops"].mid == 190_000


def test_other_levels_and_focuses_do_not_answer() -> None:
    ours = book(band(180_000, level="mid"), band(190_000, focus="ml_heavy"))

    assert ours.policy("senior", "balanced", AUSTIN) is None


amounts = st.integers(30_000, 900_000)
entries = st.lists(
    st.builds(
        band,
        amounts,
        zone=st.sampled_from(["", "CA", "Seattle", "West", "=1+1"]),
        level=st.sampled_from(["junior", "mid", "senior", "staff", "principal"]),
        focus=st.sampled_from(["balanced", "ml_heavy"]),
    ),
    max_size=12,
    unique_by=lambda entry: entry.cell,
)


@given(entries, st.lists(st.decimals("0.5", "2", places=3), max_size=1))
def test_json_holds_all_of_it(bands: list[BandEntry], factors: list[Decimal]) -> None:
    ours = book(*bands, zones=tuple(ZoneEntry("West", factor, ("CA",)) for factor in factors))
    again = BandBook.from_json(ours.as_json())

    assert again.as_json() == ours.as_json()
    for place in (AUSTIN, SEATTLE, OAKLAND):
        assert again.policy("senior", "balanced", place) == ours.policy("senior", "balanced", place)


@given(entries, entries)
def test_side_by_side_shows_every_cell_once_and_a_set_beside_itself_as_the_same(
    one: list[BandEntry], other: list[BandEntry]
) -> None:
    changes = list(side_by_side(book(*one), book(*other)))

    assert len(changes) == len({entry.cell for entry in (*one, *other)})
    assert {change.before for change in changes if change.before} == set(one)
    assert {change.after for change in changes if change.after} == set(other)
    assert all(change.same for change in side_by_side(book(*one), book(*one)))


def test_a_place_stands_in_one_zone_only() -> None:
    east = ZoneEntry("East", Decimal("1.2"), ("NY", "california"))

    assert [fault.message for fault in zone_objections([WEST, east])] == [
        "california stands in zone West and in zone East. Keep one."
    ]
    assert zone_objections([ZoneEntry("Empty", Decimal(1), ())])[0].message == "Zone Empty: name its places."


def test_old_or_missing_sources_are_said() -> None:
    from datetime import date

    today = date(2026, 11, 22)
    assert "Nothing says" in source_cautions(" ", None, today)[0]
    assert "no date" in source_cautions("Radford", None, today)[0]
    assert "15 months old" in source_cautions("Radford", date(2025, 8, 3), today)[0]
    assert source_cautions("Radford", date(2026, 1, 1), today) == []
