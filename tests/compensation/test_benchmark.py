"""The market: figures, ageing, places, thin cells, currencies, bands before or behind the market."""

import time
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compensation.ageing import ageing_factor
from compensation.benchmark import NoMarket, benchmark, benchmark_in_full
from compensation.confidence import confidence
from compensation.figures import postings, rates
from compensation.figures.places import match
from compensation.figures.suggested_bands import suggested_band
from compensation.policy import BandFigures, BandPolicy, suggested_policy
from hiring.document.role import Level, Location
from hiring.market import Family, Market, Percentiles

FRESH = date(2025, 8, 3)
US = Location(country="US")


def market(level: Level = "senior", place: Location = US, currency: str = "USD", today: date = FRESH, **more) -> Market:
    found = benchmark(level, place, currency, today, **more)
    assert isinstance(found, Market), found
    return found


def figures(of: Percentiles) -> list[int]:
    return [int(value) for value in (of.p10, of.p25, of.p50, of.p75, of.p90, of.n)]


# The expected figures are those of the source table, not of our copy of it.
@pytest.mark.parametrize(
    ("family", "level", "country", "expected"),
    [
        ("mlops", "senior", "US", [142500, 160000, 182500, 210500, 236008, 45]),
        ("mlops", "mid", "US", [127520, 137375, 153200, 182000, 204150, 15]),
        ("ml_engineer", "junior", "US", [106000, 129780, 154000, 187625, 203800, 81]),
        ("ml_engineer", "senior", "US", [154500, 181591, 211500, 242125, 274500, 1216]),
        ("devops", "mid", "US", [102125, 119150, 136000, 171225, 210800, 225]),
        ("mlops", "senior", "GB", [76875, 79688, 93750, 116871, 135989, 4]),
        ("ml_engineer", "mid", "CA", [104376, 112244, 128820, 161536, 184460, 42]),
    ],
)
def test_fresh_figures_are_those_of_the_postings(
    family: Family, level: Level, country: str, expected: list[int]
) -> None:
    found = market(level, Location(country=country)).families[family]

    assert figures(found) == expected
    assert found.basis == "data"


def test_placed_and_aged_as_in_the_reference_picture() -> None:
    found = market("senior", Location(country="US", region="TX", metro="Austin"), today=date(2026, 11, 22))

    assert found.as_of == date(2025, 8, 3)
    assert found.geo_factor == Decimal("0.9930")
    assert [round(value, -3) for value in figures(found.families["mlops"])[:5]] == [
        147000,
        165000,
        188000,
        217000,
        243000,
    ]
    assert any("15 months at 3 % a year" in note for note in found.notes)
    assert any("Austin-Round Rock-San Marcos, TX" in note for note in found.notes)


@pytest.mark.parametrize(
    ("level", "times"),
    [("staff", Decimal("1.15")), ("principal", Decimal("1.30"))],
)
def test_levels_no_posting_names_are_estimates_from_senior(level: Level, times: Decimal) -> None:
    found = market(level).families

    assert found["mlops"].p50 == 182500 * times
    assert found["devops"].p75 == 205600 * times
    assert {each.basis for each in found.values()} == {"estimate"}


@pytest.mark.parametrize(
    ("today", "months"),
    [
        (date(2025, 11, 2), 0),
        (date(2025, 11, 3), 3),
        (date(2025, 12, 2), 3),
        (date(2026, 8, 3), 12),
        (date(2027, 8, 2), 23),
        (date(2027, 8, 3), 24),
        (date(2031, 1, 1), 24),
        (date(2024, 1, 1), 0),
    ],
)
def test_every_family_is_aged_in_whole_months(today: date, months: int) -> None:
    found = market(today=today).families

    for family, p50 in (("mlops", 182500), ("ml_engineer", 211500), ("devops", 173150)):
        exact = p50 * Decimal("1.03") ** (Decimal(months) / 12)
        assert found[family].p50 == exact.quantize(Decimal(1), ROUND_HALF_UP)  # type: ignore[index]


def test_growth_is_adjustable_within_its_range() -> None:
    assert market(today=date(2026, 8, 3), growth=Decimal("0.12")).families["mlops"].p50 == 204400
    with pytest.raises(ValueError, match=r"0.12"):
        ageing_factor(12, Decimal("0.13"))


@pytest.mark.parametrize(
    ("region", "metro", "ratio"),
    [
        ("CA", "San Francisco", "1.373"),
        (None, "SF", "1.373"),
        ("California", "the Bay Area", "1.373"),
        (None, "NYC", "1.227"),
        ("NJ", "Jersey City", "1.227"),
        ("us-wa", "Greater SEATTLE Area", "1.23"),
        (None, "Austin, TX", "0.986"),
        ("ME", "Portland", "0.947"),
        (None, "Portland", "1.147"),
        (None, "Washington, D.C.", "1.139"),
        ("MN", "Saint Paul", "0.963"),
        ("NC", "Winston-Salem", "0.913"),
    ],
)
def test_a_metro_is_found_under_the_names_people_use(region: str | None, metro: str, ratio: str) -> None:
    place = match(Location(country="US", region=region, metro=metro))

    assert place.kind == "metro"
    assert abs(place.factor**2 - Decimal(ratio)) < Decimal("0.001")


def test_an_unknown_metro_falls_back_to_its_state_and_says_so() -> None:
    found = market(place=Location(country="US", region="california", metro="Nowhere Springs"))

    assert found.geo_factor == match(Location(country="US", region="CA")).factor > 1
    assert any("“Nowhere Springs”" in note and "California" in note for note in found.notes)


@pytest.mark.parametrize("place", [US, Location(country="US", region="Narnia"), Location(country="GB", metro="London")])
def test_without_a_known_us_place_the_factor_is_one(place: Location) -> None:
    assert match(place).factor == 1


def test_accents_do_not_matter() -> None:
    assert match(Location(country="US", region="CA", metro="San José")).factor == Decimal("1.2518")


def test_a_thin_us_cell_takes_the_suggested_band_and_keeps_its_count() -> None:
    policy = suggested_policy("junior", "balanced", "US", "USD")
    found = market("junior", policy=policy)

    assert figures(found.families["mlops"]) == [96600, 105000, 130000, 155000, 167400, 1]
    assert found.families["mlops"].basis == "band"
    assert found.own_band is None, "a suggestion is not the company's policy"
    assert any("rough, not data" in note for note in found.notes)


def test_a_thin_cell_widens_to_older_postings_of_the_same_country() -> None:
    found = market("senior", Location(country="DE"), "EUR").families["ml_engineer"]

    assert found.n == 12
    assert found.p50 == round(152650 * rates.rate("EUR").per_dollar)  # type: ignore[union-attr]


def test_a_thin_cell_widens_to_all_levels_without_borrowing_their_count() -> None:
    found = market("mid", Location(country="CA"))

    mlops = found.families["mlops"]
    assert (mlops.n, mlops.basis) == (4, "estimate")
    assert mlops.p50 == round(Decimal(132975) * 128820 / 160000)
    assert any("10 postings of all levels in the country" in note for note in found.notes)
    assert any("Canada is low confidence" in note for note in found.notes)


def test_other_currencies_are_converted_at_a_dated_rate() -> None:
    pounds, dollars = (market(place=Location(country="GB"), currency=code) for code in ("GBP", "USD"))
    rate = rates.rate("GBP")

    assert rate is not None
    assert pounds.families["mlops"].p50 == round(dollars.families["mlops"].p50 * rate.per_dollar)
    assert any(f"{rate.day:%-d %b %Y}" in note and f"{rate.per_dollar:.4f} GBP" in note for note in pounds.notes)
    assert not any("dollar, European" in note for note in dollars.notes)


@pytest.mark.parametrize(
    ("level", "place", "currency", "reason"),
    [
        ("senior", Location(country="AT"), "EUR", "No pay figures are known for AT"),
        ("senior", US, "XXX", "No exchange rate is known for XXX"),
        (None, US, "USD", "level"),
        ("senior", None, "USD", "place"),
        ("senior", US, None, "currency"),
    ],
)
def test_nothing_to_compare_with_is_said_plainly(
    level: Level | None, place: Location | None, currency: str | None, reason: str
) -> None:
    found = benchmark(level, place, currency, FRESH)

    assert isinstance(found, NoMarket)
    assert reason in found.reason


BAND = BandFigures(Decimal(150000), Decimal(170000), Decimal(190000))


def policy(first: str, published: bool = True) -> BandPolicy:
    return BandPolicy("Ours", first, {"mlops": BAND}, published)  # type: ignore[arg-type]


def test_market_first_leaves_a_cell_with_enough_postings_alone() -> None:
    found = market("senior", policy=policy("market"))

    assert found.families["mlops"].p50 == 182500
    assert found.own_band is not None
    assert (found.own_band.low, found.own_band.mid, found.own_band.high) == (150000, 170000, 190000)


def test_market_first_fills_a_thin_cell_from_the_published_band() -> None:
    found = market(
        "junior", place=Location(country="US", metro="NYC"), today=date(2026, 11, 22), policy=policy("market")
    )

    assert figures(found.families["mlops"]) == [138000, 150000, 170000, 190000, 205200, 1]
    assert found.families["mlops"].basis == "band"


def test_bands_first_are_the_mlops_percentiles_and_show_the_market_beside() -> None:
    found = market("senior", policy=policy("bands"))

    assert figures(found.families["mlops"]) == [138000, 150000, 170000, 190000, 205200, 45]
    assert found.families["ml_engineer"].basis == "data"
    assert any("your own band of “Ours” comes first" in note for note in found.notes)
    assert any("median 182,500" in note for note in found.notes)


def test_a_country_without_postings_lives_on_its_bands() -> None:
    found = market("senior", Location(country="AT"), "EUR", policy=policy("market"))

    assert figures(found.families["mlops"]) == [138000, 150000, 170000, 190000, 205200, 0]
    assert "ml_engineer" not in found.families


def test_confidence_words() -> None:
    def of(n: int, basis: str = "data") -> str:
        return confidence(Percentiles(p10=1, p25=1, p50=1, p75=1, p90=1, n=n, basis=basis))  # type: ignore[arg-type]

    assert [of(9), of(10), of(29), of(30), of(99, "estimate")] == [
        "thin",
        "indicative",
        "indicative",
        "solid",
        "estimate",
    ]


def test_suggested_bands_follow_the_published_derivation() -> None:
    assert suggested_band("senior", "balanced").mid == 180000
    assert suggested_band("principal", "ml_heavy").high == 305000


def test_one_benchmark_takes_under_a_millisecond() -> None:
    place = Location(country="US", region="TX", metro="Austin")
    market(place=place, today=date(2026, 11, 22))
    start = time.process_time()
    for _ in range(100):
        market(place=place, today=date(2026, 11, 22))
    assert (time.process_time() - start) / 100 < 0.001


@given(
    level=st.sampled_from(get_args(Level)),
    country=st.sampled_from(["US", "GB", "CA", "DE", "FR"]),
    region=st.none() | st.sampled_from(["CA", "Texas", "??", "ny", ""]) | st.text(max_size=12),
    metro=st.none() | st.sampled_from(["SF", "Boston", "München"]) | st.text(max_size=20),
    currency=st.sampled_from(["USD", "EUR", "JPY", "ZZZ"]),
    today=st.dates(date(2020, 1, 1), date(2040, 1, 1)),
    growth=st.decimals(0, Decimal("0.12"), places=4),
)
def test_percentiles_are_ordered_and_factors_positive_whatever_is_asked(
    level: Level, country: str, region: str | None, metro: str | None, currency: str, today: date, growth: Decimal
) -> None:
    place = Location(country=country, region=region, metro=metro)
    found = benchmark(level, place, currency, today, growth, suggested_policy(level, "balanced", country, currency))

    assert match(place).factor > 0
    if isinstance(found, NoMarket):
        assert country == "FR" or currency == "ZZZ"
        return
    assert found.families
    for each in found.families.values():
        assert 0 < each.p10 <= each.p25 <= each.p50 <= each.p75 <= each.p90
        assert each.p50 == each.p50.to_integral_value()


def test_every_shipped_cell_is_in_order() -> None:
    for country in postings.countries():
        for family in get_args(Family):
            for level in ("junior", "mid", "senior", "all"):
                cell = postings.cell(family, level, country)  # type: ignore[arg-type]
                assert cell is None or cell.p10 <= cell.p25 <= cell.p50 <= cell.p75 <= cell.p90


def test_one_country_never_stands_in_for_another() -> None:
    """German MLOps is read off German postings alone, at the middle of what there is, and counts none of them."""
    found = market("senior", Location(country="DE"), "EUR").families

    assert found["mlops"].p50 == found["ml_engineer"].p50
    assert (found["mlops"].n, found["mlops"].basis) == (0, "estimate")
    assert "devops" not in found


def test_between_two_neighbours_the_middle_is_taken() -> None:
    def cell(n: int, p50: int) -> postings.Cell:
        return postings.Cell(n, *(Decimal(p50 + step) for step in (-20, -10, 0, 10, 20)))

    cells = {
        ("ml_engineer", "senior", "FR", "recent", ""): cell(20, 300),
        ("devops", "senior", "FR", "recent", ""): cell(12, 200),
    }
    source = postings.Figures("Ours", "", "ours", FRESH, cells)
    found = market("senior", Location(country="FR"), "USD", sources=(source,))

    assert figures(found.families["mlops"]) == [230, 240, 250, 260, 270, 0]
    assert any("ML-engineer and DevOps postings of the level stand in" in note for note in found.notes)


def test_each_source_is_aged_from_its_own_day() -> None:
    fresh = postings.Figures(
        "Ours",
        "",
        "ours",
        date(2026, 10, 1),
        {("mlops", "senior", "US", "recent", ""): postings.Cell(30, *(Decimal(200_000),) * 5)},
    )
    found = market(today=date(2026, 11, 22), sources=(fresh, postings.shipped()))

    assert found.families["mlops"].p50 == 200_000
    assert found.families["devops"].p50 == 179_667
    assert found.as_of == date(2026, 10, 1)
    assert sum("as of" in note for note in found.notes) == 2


def test_sources_of_one_origin_do_not_confirm_each_other() -> None:
    copy = postings.Figures("A newer file", "", postings.ORIGIN, FRESH, postings.shipped().cells)
    other = postings.Figures("Another board", "", "other", FRESH, postings.shipped().cells)

    def spread(*sources: postings.Figures) -> Decimal | None:
        found = benchmark_in_full("senior", US, "USD", FRESH, sources=sources)
        assert not isinstance(found, NoMarket)
        return found.families["mlops"].spread

    assert spread(copy, postings.shipped()) is None
    assert spread(other, postings.shipped()) == 0
