"""The pay calculator's pure part: range, what each input does, an offer's place, total compensation."""

from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compensation.benchmark import NoMarket, benchmark
from compensation.calculator import (
    AIM,
    Estimate,
    Offer,
    Question,
    calculate,
    choices,
    level_of_years,
    value_at,
)
from compensation.figures.published import claims, published_figures
from compensation.figures.suggested_bands import FOCUSES
from compensation.policy import BandFigures, BandPolicy
from compensation.stages import STAGES
from hiring.document.role import CompanyStage, Level, Location
from hiring.market import Family, Market, Percentiles

TODAY = date(2026, 11, 22)
FRESH = date(2025, 8, 3)
US = Location(country="US")
AUSTIN = Location(country="US", region="TX", metro="Austin")
SENIOR = Question(US, "USD", level="senior")


def estimate(question: Question = SENIOR, today: date = FRESH, **more) -> Estimate:
    found = calculate(question, today, **more)
    assert isinstance(found, Estimate), found
    return found


def test_a_senior_in_the_us_gets_the_middle_half_of_the_postings() -> None:
    found = estimate()

    assert (found.low, found.mid, found.high) == (160_000, 182_500, 210_500)
    assert (found.confidence, found.level) == ("solid", "senior")
    assert found.sources == (
        "aijobs.net job postings, 2024 to 2025 (foorilla/ai-jobs-net-salaries, 3 Aug 2025), CC0 1.0",
    )


def test_it_is_the_market_the_checkers_use() -> None:
    question = Question(AUSTIN, "GBP", level="senior")
    market = benchmark("senior", AUSTIN, "GBP", TODAY)

    assert isinstance(market, Market)
    assert estimate(question, TODAY).market == market.families["mlops"]


@pytest.mark.parametrize(
    ("focus", "mid"),
    [("infra_heavy", 173_150), ("balanced", 182_500), ("ml_heavy", 197_000)],
)
def test_the_focus_decides_by_which_postings_the_role_is_priced(focus: str, mid: int) -> None:
    """DevOps for 70/30, MLOps for 50/50, the average of MLOps and ML engineers for 30/70."""
    assert estimate(replace(SENIOR, focus=focus)).mid == mid  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("years", "level"),
    [
        (0, "junior"),
        (1, "junior"),
        (2, "mid"),
        (4, "mid"),
        (5, "senior"),
        (8, "staff"),
        (12, "principal"),
        (40, "principal"),
    ],
)
def test_years_are_read_as_the_level_usual_at_them(years: int, level: Level) -> None:
    assert level_of_years(years) == level
    found = estimate(Question(US, "USD", years=years))
    assert found.level == level
    assert any(f"{years} years of experience read as {level}" in effect.why for effect in found.effects)


def test_a_level_wins_over_years() -> None:
    assert estimate(Question(US, "USD", level="senior", years=1)).level == "senior"


def test_without_level_and_years_there_is_no_answer() -> None:
    assert calculate(Question(US, "USD"), TODAY) == NoMarket("Give a level, or the years of experience.")


@pytest.mark.parametrize(
    ("stage", "factor"),
    [("seed", "0.70"), ("series_ab", "0.875"), ("growth", "0.925"), ("public", "1"), ("public_sector", "1")],
)
def test_the_stage_brings_base_to_the_middle_of_the_claimed_range(stage: CompanyStage, factor: str) -> None:
    found = estimate(replace(SENIOR, stage=stage))

    assert found.mid == (182_500 * Decimal(factor)).quantize(Decimal(1), ROUND_HALF_UP)
    assert found.market.p50 == 182_500, "an offer is still held against the whole market"
    assert STAGES[stage].make_up


@pytest.mark.parametrize("focus", FOCUSES)
def test_the_aim_is_the_stretch_of_the_market_for_the_focus(focus: str) -> None:
    found = estimate(replace(SENIOR, focus=focus))  # type: ignore[arg-type]
    low, high = AIM[focus]  # type: ignore[index]
    mlops = found.benchmark.families["mlops"].percentiles

    assert found.aim == (round(value_at(low, mlops)), round(value_at(high, mlops)))
    assert estimate(replace(SENIOR, family="devops")).aim is None


def test_each_effect_follows_on_the_one_before_and_the_last_is_the_midpoint() -> None:
    found = estimate(Question(AUSTIN, "GBP", years=9, focus="ml_heavy", stage="seed"), TODAY)
    inputs = [effect.input for effect in found.effects]

    assert inputs == ["role", "level", "focus", "currency", "place", "age", "stage"]
    for before, after in zip(found.effects, found.effects[1:], strict=False):
        assert after.before == before.after
    for effect in found.effects:
        assert effect.after == pytest.approx(effect.before * effect.factor, rel=Decimal("0.001"))
        assert effect.why
    assert found.effects[-1].after == pytest.approx(found.mid, abs=2)
    by_input = {effect.input: effect for effect in found.effects}
    assert by_input["level"].factor == Decimal("1.15")
    assert by_input["stage"].factor == Decimal("0.70")
    assert by_input["currency"].change == 0


def test_a_thin_us_cell_takes_the_suggested_band_and_says_so() -> None:
    found = estimate(Question(AUSTIN, "USD", level="junior"), TODAY)

    assert (found.low, found.mid, found.high) == (105_000, 130_000, 155_000)
    assert found.confidence == "band"
    assert "suggested US bands" in found.basis
    assert any("rough, not data" in note for note in found.notes)


def test_a_band_is_not_averaged_with_postings() -> None:
    """The suggested band for a junior of 30/70 holds the ML engineers already."""
    assert estimate(Question(US, "USD", level="junior", focus="ml_heavy"), TODAY).mid == 140_000


def test_bands_first_make_the_range_of_who_may_see_them() -> None:
    ours = BandPolicy(
        "Ours", "bands", {"mlops": BandFigures(Decimal(150_000), Decimal(170_000), Decimal(190_000))}, published=True
    )

    assert estimate(policy=ours).mid == 170_000
    assert estimate(replace(SENIOR, focus="ml_heavy"), policy=ours).mid == 170_000
    assert estimate().mid == 182_500


def test_too_little_is_said_and_not_guessed() -> None:
    nowhere = calculate(Question(Location(country="AT"), "EUR", level="senior"), TODAY)
    german_devops = calculate(Question(Location(country="DE"), "EUR", level="senior", family="devops"), TODAY)

    assert isinstance(nowhere, NoMarket) and "No pay figures are known for AT" in nowhere.reason
    assert isinstance(german_devops, NoMarket) and "Not enough data: no DevOps engineer" in german_devops.reason


def test_mlops_without_a_posting_in_the_country_is_read_off_its_neighbours() -> None:
    found = estimate(Question(Location(country="DE"), "EUR", level="senior"), TODAY)

    assert found.confidence == "estimate"
    assert found.benchmark.families["mlops"].percentiles.n == 0
    assert any("widened to the family's neighbours: ML-engineer postings" in note for note in found.notes)


@pytest.mark.parametrize(
    ("base", "words"),
    [(182_500, "50th"), (160_000, "25th"), (171_250, "38th"), (140_000, "below the 10th"), (240_000, "above the 90th")],
)
def test_an_offer_is_placed_by_its_percentile(base: int, words: str) -> None:
    found = estimate(offer=Offer(Decimal(base)))

    assert found.offer is not None
    assert found.offer.percentile == words
    assert found.offer.compa == Decimal(base) / 182_500
    assert found.offer.to_midpoint == 182_500 - base


@pytest.mark.parametrize(
    ("stage", "equity"), [("public", 40_000), ("growth", 16_000), ("series_ab", 10_000), ("seed", 4_000)]
)
def test_total_compensation_a_year_counts_equity_by_how_liquid_it_is(stage: CompanyStage, equity: int) -> None:
    offer = Offer(Decimal(200_000), Decimal(10), Decimal(160_000), 4, Decimal(30_000))
    found = estimate(replace(SENIOR, stage=stage), offer=offer)

    assert found.offer is not None and found.offer.total is not None
    assert found.offer.total.total == 200_000 + 20_000 + equity + 15_000


def test_a_grant_that_vests_in_no_time_is_refused() -> None:
    with pytest.raises(ValueError, match="one year or more"):
        estimate(offer=Offer(Decimal(1), vest_years=0))


def test_choices_change_one_input_at_a_time() -> None:
    found = choices(SENIOR, FRESH)
    mids = {(choice.input, choice.value): choice.midpoint for choice in found}

    assert mids["level", "staff"] == round(182_500 * Decimal("1.15"))
    assert mids["role", "devops"] == 173_150
    assert mids["stage", "seed"] == 127_750
    assert mids["level", "senior"] == estimate().mid
    assert {(choice.input, choice.value) for choice in found if choice.chosen} == {
        ("role", "mlops"),
        ("level", "senior"),
        ("focus", "balanced"),
    }


def test_published_figures_stand_beside_and_say_whether_they_agree() -> None:
    found = estimate(today=TODAY).published
    kore1 = next(each for each in found if each.figure.address.endswith("hire-mlops-engineers-2026/"))
    total = next(each for each in found if each.figure.basis == "total")

    assert (kore1.low, kore1.high, kore1.agrees) == (200_000, 260_000, True)
    assert total.agrees is None, "total pay is not held against base"
    assert any(each.agrees is False for each in found)
    assert all(each.figure.level in ("senior", None) for each in found)


def test_published_figures_are_compared_in_the_currency_asked_for_and_without_the_place() -> None:
    there = Question(Location(country="US", metro="San Francisco"), "EUR", level="senior")
    dollars = {each.figure.address: each.agrees for each in estimate(today=TODAY).published if each.figure.level}
    euros = {each.figure.address: each.agrees for each in estimate(there, TODAY).published if each.figure.level}

    assert euros == dollars


def test_every_published_figure_and_claim_is_whole() -> None:
    for figure in published_figures():
        assert figure.low > 0 and (figure.high is None or figure.high >= figure.low), figure
        assert figure.publisher and figure.address.startswith("https://")
        assert figure.dated
    assert set(claims()) == {"premium", "growth", "place", "stage"}
    for each in claims().values():
        assert all(claim.claim.endswith(".") and claim.grade in ("vendor claim", "survey") for claim in each)


def test_value_at_is_the_inverse_of_the_percentile() -> None:
    market = Percentiles(p10=100, p25=120, p50=150, p75=190, p90=230, n=30)  # type: ignore[arg-type]

    assert [value_at(at, market) for at in (10, 25, 40, 50, 75, 90)] == [100, 120, 138, 150, 190, 230]
    with pytest.raises(ValueError, match="from 10 to 90"):
        value_at(5, market)


@given(
    country=st.sampled_from(["US", "GB", "CA", "DE", "FR"]),
    currency=st.sampled_from(["USD", "EUR", "ZZZ"]),
    family=st.sampled_from(get_args(Family)),
    level=st.none() | st.sampled_from(get_args(Level)),
    years=st.none() | st.integers(0, 60),
    focus=st.sampled_from(FOCUSES),
    stage=st.none() | st.sampled_from(get_args(CompanyStage)),
    growth=st.decimals(0, Decimal("0.12"), places=3),
    base=st.none() | st.integers(0, 10**7),
)
def test_whatever_is_asked_the_range_is_in_order_and_adds_up(
    country: str, currency: str, family: Family, level: Level, years: int, focus, stage, growth: Decimal, base: int
) -> None:
    question = Question(Location(country=country), currency, family, level, years, focus, stage, growth)
    offer = None if base is None else Offer(Decimal(base))
    found = calculate(question, TODAY, offer=offer)

    if isinstance(found, NoMarket):
        assert found.reason.endswith(".")
        return
    assert 0 < found.low <= found.mid <= found.high
    assert found.effects[-1].after == pytest.approx(found.mid, abs=2)
    assert (found.offer is None) == (base is None)
