"""What a role should pay: a range for role, level, focus, place, company stage and currency, and how it came about.

Pure. It asks the same benchmark as the checkers; what is added here is the stage, the offer and the words. The range
is p25 to p75 of the postings that the focus is priced by (``compensation.suggestion``), placed, aged and converted,
then brought to the stage.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from typing import Literal, get_args

from compensation.ageing import DEFAULT_GROWTH
from compensation.benchmark import FAMILY_NAMES, Benchmark, NoMarket, Sourced, benchmark_in_full, percent
from compensation.cells import SENIOR_TIMES, Sources
from compensation.confidence import Confidence
from compensation.figures import rates
from compensation.figures.published import PublishedFigure, published_for
from compensation.figures.suggested_bands import FOCUSES, Focus
from compensation.policy import BandPolicy, suggested_policy
from compensation.stages import STAGE_NAMES, STAGES, Stage
from compensation.standing import TotalPay, percentile_words, total_pay
from compensation.suggestion import FAMILIES_OF_FOCUS, weakest
from hiring.document import Pay
from hiring.document.role import CompanyStage, Level, Location
from hiring.facts.pay import percentile_of
from hiring.market import Family, Percentiles

WHOLE = Decimal(1)
FOUR_PLACES = Decimal("0.0001")
VEST_YEARS = 4
LEVELS: tuple[Level, ...] = get_args(Level)

FOCUS_NAMES: dict[Focus, str] = {
    "infra_heavy": "70/30 infrastructure",
    "balanced": "50/50 balanced",
    "ml_heavy": "30/70 machine learning",
}

YEARS_OF_LEVEL: dict[Level, int] = {"junior": 0, "mid": 2, "senior": 5, "staff": 8, "principal": 12}
"""Years of experience from which a level is usual (domain.md, section E; judgement)."""

AIM: dict[Focus, tuple[int, int]] = {"infra_heavy": (25, 50), "balanced": (40, 60), "ml_heavy": (55, 80)}
"""Which stretch of the MLOps market a focus aims at, in percentiles (domain.md, section K; judgement)."""

type Input = Literal["role", "level", "focus", "place", "age", "currency", "stage"]


@dataclass(frozen=True, slots=True)
class Offer:
    """An offer to hold against the range. Money a year in the question's currency, the grant over its whole life."""

    base: Decimal
    bonus_pct: Decimal | None = None
    equity_grant: Decimal | None = None
    vest_years: int = VEST_YEARS
    sign_on: Decimal | None = None

    def as_pay(self, currency: str) -> Pay:
        """The offer as the pay section of a document. Raises ValueError for a grant that vests in no time."""
        if self.vest_years < 1:
            raise ValueError("a grant vests over one year or more")
        grant = None if self.equity_grant is None else self.equity_grant / self.vest_years
        return Pay(
            currency=currency,
            base_min=self.base,
            base_max=self.base,
            bonus_pct=self.bonus_pct,
            equity_value_year=grant,
            sign_on=self.sign_on,
        )


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked. Of level and years one is enough; the level wins. ``focus`` counts for MLOps only."""

    location: Location
    currency: str
    family: Family = "mlops"
    level: Level | None = None
    years: int | None = None
    focus: Focus = "balanced"
    stage: CompanyStage | None = None
    growth: Decimal = DEFAULT_GROWTH

    @property
    def level_asked(self) -> Level | None:
        """The level given, else the one usual at these years; None without either."""
        return self.level or (None if self.years is None else level_of_years(self.years))


@dataclass(frozen=True, slots=True)
class Effect:
    """One step from the figure on file to the midpoint: ``before`` × ``factor`` (rounded) = ``after``, and why."""

    input: Input
    title: str
    factor: Decimal
    before: Decimal
    after: Decimal
    why: str

    @property
    def change(self) -> Decimal:
        """What the step adds, in the currency after it; 0 where it only converts."""
        return Decimal(0) if self.input == "currency" else self.after - self.before


@dataclass(frozen=True, slots=True)
class Choice:
    """What the midpoint would be with one input chosen otherwise. ``midpoint`` None: not enough data."""

    input: Input
    value: str
    title: str
    chosen: bool
    midpoint: Decimal | None


@dataclass(frozen=True, slots=True)
class OfferPlace:
    """Where an offer stands. ``percentile`` in words; ``compa`` is base over the market median."""

    percentile: str | None
    percentile_number: Decimal | None
    compa: Decimal | None
    to_midpoint: Decimal
    total: TotalPay | None


@dataclass(frozen=True, slots=True)
class Published:
    """A figure somebody publishes, in the question's currency, held against the market of the whole country.

    ``agrees``: whether it meets the market's p25 to p75; None where it counts more than base or has no rate.
    """

    figure: PublishedFigure
    low: Decimal | None
    high: Decimal | None
    agrees: bool | None


@dataclass(frozen=True, slots=True)
class Estimate:
    """The answer: base pay a year in the currency, whole units."""

    question: Question
    level: Level
    low: Decimal
    mid: Decimal
    high: Decimal
    market: Percentiles
    """The placed and aged market of the role, before the stage; of two families the average."""
    aim: tuple[Decimal, Decimal] | None
    """The stretch of the MLOps market that the focus aims at, after the stage; None for other roles."""
    confidence: Confidence
    basis: str
    effects: tuple[Effect, ...]
    offer: OfferPlace | None
    make_up: Stage | None
    benchmark: Benchmark
    sources: tuple[str, ...]
    published: tuple[Published, ...]
    """What others publish for the role, first for the level, then for any; whether or not it agrees."""

    @property
    def notes(self) -> tuple[str, ...]:
        """Age, place, widening, spread and sources of the market figures."""
        return self.benchmark.market.notes


def level_of_years(years: int) -> Level:
    """The level usual at so many years of experience. Raises ValueError for a negative number."""
    if years < 0:
        raise ValueError("years of experience cannot be negative")
    return next(level for level in reversed(LEVELS) if years >= YEARS_OF_LEVEL[level])


def calculate(
    question: Question,
    today: date,
    *,
    offer: Offer | None = None,
    sources: Sources | None = None,
    policy: BandPolicy | None = None,
) -> Estimate | NoMarket:
    """The estimate, or why there is none.

    ``sources`` are those of ``benchmark``; ``policy`` is for people who may see the bands of the level.
    """
    level = question.level_asked
    if level is None:
        return NoMarket("Give a level, or the years of experience.")
    priced = _priced(question, _benchmark_of(question, level, today, sources, policy), policy)
    if isinstance(priced, NoMarket):
        return priced
    found, families, parts = priced.benchmark, priced.families, priced.parts
    market, stage, mid = priced.market, priced.stage, priced.at(priced.market.p50)
    return Estimate(
        question=question,
        level=level,
        low=priced.at(market.p25),
        mid=mid,
        high=priced.at(market.p75),
        market=market,
        aim=_aim(question, found, priced.stage_factor),
        confidence=weakest([part.percentiles for part in parts]),
        basis=_basis(families, parts),
        effects=tuple(_effects(question, level, found, families, parts, stage)),
        offer=_place_offer(offer, question, market, mid) if offer else None,
        make_up=stage,
        benchmark=found,
        sources=tuple(dict.fromkeys(part.source for part in parts)),
        published=tuple(_published(question, level, market, _mean([part.place_factor for part in parts]))),
    )


def choices(
    question: Question, today: date, *, sources: Sources | None = None, policy: BandPolicy | None = None
) -> tuple[Choice, ...]:
    """What each input does: the midpoint with one input changed at a time, the others as asked.

    ``policy`` holds the bands of the level asked; for other levels the shipped figures and suggestions answer.
    """
    level = question.level_asked
    if level is None:
        return ()
    # Role and stage change what is made of the figures, not the figures.
    benchmarks: dict[tuple[Level, Focus], Benchmark | NoMarket] = {}

    def other(each: Input, value: str, title: str, changed: Question, chosen: bool) -> Choice:
        asked = changed.level or level
        bands = policy if asked == level else None
        key = (asked, changed.focus)
        if key not in benchmarks:
            benchmarks[key] = _benchmark_of(changed, asked, today, sources, bands)
        priced = _priced(changed, benchmarks[key], bands)
        return Choice(
            each, value, title, chosen, None if isinstance(priced, NoMarket) else priced.at(priced.market.p50)
        )

    rows = [
        other("role", family, name, replace(question, family=family), family == question.family)
        for family, name in FAMILY_NAMES.items()
    ]
    rows += [other("level", each, each, replace(question, level=each), each == level) for each in LEVELS]
    if question.family == "mlops":
        rows += [
            other("focus", focus, FOCUS_NAMES[focus], replace(question, focus=focus), focus == question.focus)
            for focus in FOCUSES
        ]
    rows += [
        other("stage", stage, name, replace(question, stage=stage), stage == question.stage)
        for stage, name in STAGE_NAMES.items()
    ]
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class _Priced:
    """The figures a range is made of, before and after the company's stage."""

    benchmark: Benchmark
    families: tuple[Family, ...]
    parts: tuple[Sourced, ...]
    market: Percentiles
    stage: Stage | None

    @property
    def stage_factor(self) -> Decimal:
        """What the company's stage does to base pay."""
        return self.stage.factor if self.stage else WHOLE

    def at(self, value: Decimal) -> Decimal:
        """A figure of the market as this company pays it."""
        return _whole(value * self.stage_factor)


def _benchmark_of(
    question: Question, level: Level, today: date, sources: Sources | None, policy: BandPolicy | None
) -> Benchmark | NoMarket:
    bands = policy or suggested_policy(level, question.focus, question.location.country, question.currency)
    return benchmark_in_full(level, question.location, question.currency, today, question.growth, bands, sources)


def _priced(question: Question, found: Benchmark | NoMarket, policy: BandPolicy | None) -> _Priced | NoMarket:
    if isinstance(found, NoMarket):
        return found
    families = _priced_by(question, found, policy)
    missing = [FAMILY_NAMES[family] for family in families if family not in found.families]
    if missing:
        return NoMarket(f"Not enough data: no {' or '.join(missing)} posting is known in {question.location.country}.")
    parts = tuple(found.families[family] for family in families)
    market = _average([part.percentiles for part in parts])
    return _Priced(found, families, parts, market, STAGES[question.stage] if question.stage else None)


def value_at(percentile: int, market: Percentiles) -> Decimal:
    """The pay at a percentile from 10 to 90, linear between the known ones. Raises ValueError outside."""
    known = ((10, market.p10), (25, market.p25), (50, market.p50), (75, market.p75), (90, market.p90))
    for (at, value), (next_at, next_value) in pairwise(known):
        if at <= percentile <= next_at:
            return value + (next_value - value) * (percentile - at) / (next_at - at)
    raise ValueError(f"percentiles are known from 10 to 90, not {percentile}")


def _priced_by(question: Question, found: Benchmark, policy: BandPolicy | None) -> tuple[Family, ...]:
    """The families whose figures make the range. A band is of its focus already, so nothing is averaged with it."""
    if question.family != "mlops":
        return (question.family,)
    families = FAMILIES_OF_FOCUS[question.focus]
    mlops = found.families.get("mlops")
    from_band = mlops is not None and mlops.as_of is None
    if from_band and ("mlops" in families or (policy and policy.first == "bands")):
        return ("mlops",)
    return families


def _average(figures: Sequence[Percentiles]) -> Percentiles:
    if len(figures) == 1:
        return figures[0]

    def mean(name: str) -> Decimal:
        return _whole(sum((getattr(each, name) for each in figures), Decimal(0)) / len(figures))

    return Percentiles(
        p10=mean("p10"),
        p25=mean("p25"),
        p50=mean("p50"),
        p75=mean("p75"),
        p90=mean("p90"),
        n=min(each.n for each in figures),
        basis="data" if all(each.basis == "data" for each in figures) else "estimate",
    )


def _basis(families: Sequence[Family], parts: Sequence[Sourced]) -> str:
    names = " and ".join(FAMILY_NAMES[family] for family in families)
    if all(part.percentiles.basis == "band" for part in parts):
        return f"{parts[0].source}: minimum, middle and maximum of the band"
    average = ", averaged" if len(families) > 1 else ""
    return f"p25, median and p75 of {names} figures{average}"


def _aim(question: Question, found: Benchmark, factor: Decimal) -> tuple[Decimal, Decimal] | None:
    if question.family != "mlops" or "mlops" not in found.families:
        return None
    low, high = (value_at(at, found.families["mlops"].percentiles) for at in AIM[question.focus])
    return _whole(low * factor), _whole(high * factor)


def _effects(
    question: Question,
    level: Level,
    found: Benchmark,
    families: Sequence[Family],
    parts: Sequence[Sourced],
    stage: Stage | None,
) -> Iterator[Effect]:
    """The way to the midpoint. Of two families the average, step by step."""
    rate = rates.rate(question.currency)
    per_dollar = rate.per_dollar if rate else WHOLE
    from_bands = all(part.percentiles.basis == "band" for part in parts)
    start = _mean([part.start for part in parts])
    if not from_bands:
        start /= per_dollar
    times = _level_times(level, parts)
    role = found.families.get(question.family)
    by_focus = bool(question.family == "mlops" and role and role.as_of and all(part.as_of for part in parts))
    first = role.start / per_dollar if by_focus and role else start
    yield Effect("role", FAMILY_NAMES[question.family], WHOLE, first / times, first / times, _role_why(parts))
    yield Effect("level", level, times, first / times, first, _level_why(question, level, parts))
    if question.family == "mlops":
        yield _step("focus", FOCUS_NAMES[question.focus], first, start, _focus_why(families))
    value = start
    if rate and question.currency != "USD" and not from_bands:
        why = f"{per_dollar:.4f} {question.currency} for a US dollar, {rates.SOURCE}, {rate.day:%-d %b %Y}."
        yield Effect("currency", question.currency, per_dollar, value, value * per_dollar, why)
        value *= per_dollar
    placed = _mean([part.start * part.place_factor for part in parts])
    yield _step("place", found.place.name, value, placed, _place_why(found, parts))
    aged = _mean([part.start * part.place_factor * part.age_factor for part in parts])
    yield _step("age", "figures brought to today", placed, aged, _age_why(question, parts))
    if stage and question.stage:
        yield _step("stage", STAGE_NAMES[question.stage], aged, aged * stage.factor, _stage_why(stage))


def _step(each: Input, title: str, before: Decimal, after: Decimal, why: str) -> Effect:
    factor = (after / before).quantize(FOUR_PLACES) if before else WHOLE
    return Effect(each, title, factor, before, after, why)


def _level_times(level: Level, parts: Sequence[Sourced]) -> Decimal:
    """The multiple of senior that stands for a level no posting names; 1 where there are figures of the level."""
    estimated = all(part.percentiles.basis == "estimate" for part in parts)
    return SENIOR_TIMES.get(level, WHOLE) if estimated else WHOLE


def _role_why(parts: Sequence[Sourced]) -> str:
    if all(part.as_of is None for part in parts):
        return f"The middle of the band: {parts[0].source}."
    counts = " and ".join(str(part.percentiles.n) for part in parts)
    return f"The median on file. Distinct postings behind the result: {counts}."


def _focus_why(families: Sequence[Family]) -> str:
    names = " and ".join(FAMILY_NAMES[family] for family in families)
    return f"This focus is priced by {names} figures{', averaged' if len(families) > 1 else ''}."


def _level_why(question: Question, level: Level, parts: Sequence[Sourced]) -> str:
    read = ""
    if question.level is None and question.years is not None:
        read = f"{question.years} years of experience read as {level}, a rule of thumb. "
    widened = " ".join(f"{part.widened[0].upper()}{part.widened[1:]}" for part in parts if part.widened)
    if widened:
        return f"{read}{widened}"
    if all(part.percentiles.basis == "estimate" for part in parts):
        return f"{read}Senior × {SENIOR_TIMES.get(level, WHOLE)}, judgement: no posting names the level."
    return f"{read}Figures of this level."


def _place_why(found: Benchmark, parts: Sequence[Sourced]) -> str:
    if all(part.percentiles.basis == "band" for part in parts):
        return "A band is policy for its whole country or zone: no factor."
    if all(part.place_factor == 1 for part in parts) and found.place.factor != 1:
        return "The figures are of the place itself: no factor."
    if found.place.kind == "country":
        return "The whole country: no factor."
    return "Square root of the place's pay against the country's, a rule of thumb."


def _age_why(question: Question, parts: Sequence[Sourced]) -> str:
    months = sorted({part.months for part in parts if part.as_of})
    if not months:
        return "A band is not aged."
    if months == [0]:
        return "Too fresh to be aged."
    spans = " and ".join(str(each) for each in months)
    return f"{spans} months at {percent(question.growth)} a year."


def _stage_why(stage: Stage) -> str:
    if stage.base_source is None:
        return "No difference in base pay is stated for this stage."
    low, high = percent(stage.lowest), percent(stage.highest)
    return f"Base of {low} to {high} of the market, {stage.base_source}; the middle is taken."


def _published(question: Question, level: Level, market: Percentiles, place: Decimal) -> Iterator[Published]:
    low, high = market.p25 / place, market.p75 / place
    here = rates.rate(question.currency)
    for figure in published_for(question.family, level, question.location.country):
        there = rates.rate(figure.currency)
        if here is None or there is None:
            yield Published(figure, None, None, None)
            continue
        factor = here.per_dollar / there.per_dollar
        least = _whole(figure.low * factor)
        most = None if figure.high is None else _whole(figure.high * factor)
        meets = least <= high and (most is None or most >= low)
        yield Published(figure, least, most, None if figure.basis == "total" else meets)


def _place_offer(offer: Offer, question: Question, market: Percentiles, mid: Decimal) -> OfferPlace:
    percentile = percentile_of(offer.base, market)
    return OfferPlace(
        percentile=percentile_words(percentile),
        percentile_number=percentile,
        compa=offer.base / market.p50 if market.p50 else None,
        to_midpoint=mid - offer.base,
        total=total_pay(offer.as_pay(question.currency), question.stage),
    )


def _mean(values: Sequence[Decimal]) -> Decimal:
    return sum(values, Decimal(0)) / len(values)


def _whole(value: Decimal) -> Decimal:
    return value.quantize(WHOLE, ROUND_HALF_UP)
