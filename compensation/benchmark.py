"""The market for a level and a place, in a currency, on a day.

Pure: figures and a band policy in, a ``Market`` out, and beside it how each family's figures came about. Rules:
design.md 12, 1 and 2; domain.md, section K.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import get_args

from compensation.ageing import DEFAULT_GROWTH, ageing_factor
from compensation.cells import SENIOR_TIMES, Found, Sources, direct, find
from compensation.confidence import Confidence, confidence
from compensation.figures import places, rates
from compensation.figures.postings import Figures, shipped
from compensation.policy import BandFigures, BandPolicy, percentiles_of
from hiring.document.role import Level, Location
from hiring.facts.ageing import aged_months
from hiring.market import Family, Market, OwnBand, PayRange, Percentiles
from hiring.thresholds import FEW_POINTS

FAMILIES: tuple[Family, ...] = get_args(Family)
FAMILY_NAMES: dict[Family, str] = {
    "mlops": "MLOps engineer",
    "ml_engineer": "ML engineer",
    "devops": "DevOps engineer",
}
WHOLE = Decimal(1)


@dataclass(frozen=True, slots=True)
class NoMarket:
    """There is nothing to hold the pay against. ``reason`` is one sentence for the reader."""

    reason: str


@dataclass(frozen=True, slots=True)
class OtherSource:
    """What another source says of the same cell: its own median, placed and aged alike."""

    name: str
    as_of: date
    n: int
    p50: Decimal


@dataclass(frozen=True, slots=True)
class Sourced:
    """How the figures of one family came about.

    ``start`` is the median before place and age, in the market's currency; for a band, its middle. ``months`` is the
    age counted, ``as_of`` None for a band: bands are neither placed nor aged.
    """

    percentiles: Percentiles
    confidence: Confidence
    source: str
    as_of: date | None
    start: Decimal
    months: int
    age_factor: Decimal
    place_factor: Decimal
    widened: str | None
    others: tuple[OtherSource, ...] = ()

    @property
    def spread(self) -> Decimal | None:
        """How far the medians of the sources lie apart, as a share of this one's. None with a single source."""
        if not self.others or not self.percentiles.p50:
            return None
        medians = [self.percentiles.p50, *(other.p50 for other in self.others)]
        return (max(medians) - min(medians)) / self.percentiles.p50


@dataclass(frozen=True, slots=True)
class Benchmark:
    """The market, and where each family's figures stand."""

    market: Market
    place: places.Place
    families: Mapping[Family, Sourced]


@cache
def shipped_only() -> Sources:
    """The figures that come with the product, as the only source."""
    return (shipped(),)


def benchmark(
    level: Level | None,
    location: Location | None,
    currency: str | None,
    today: date,
    growth: Decimal = DEFAULT_GROWTH,
    policy: BandPolicy | None = None,
    sources: Sources | None = None,
) -> Market | NoMarket:
    """Percentiles of base pay a year for each role family, placed, aged to ``today`` and rounded to whole units.

    ``growth`` is a share a year, 0 to 0.12 (ValueError outside). ``policy`` holds bands in ``currency`` for the level;
    they are company policy for the whole country or zone, so they are neither placed nor aged. ``sources`` are asked
    in order; without them the shipped figures answer.
    """
    found = benchmark_in_full(level, location, currency, today, growth, policy, sources)
    return found if isinstance(found, NoMarket) else found.market


def benchmark_in_full(
    level: Level | None,
    location: Location | None,
    currency: str | None,
    today: date,
    growth: Decimal = DEFAULT_GROWTH,
    policy: BandPolicy | None = None,
    sources: Sources | None = None,
) -> Benchmark | NoMarket:
    """As ``benchmark``, with source, age, confidence, widening and the other sources of every family."""
    if level is None:
        return NoMarket("The level is not answered.")
    if location is None:
        return NoMarket("No place of work is given.")
    if currency is None:
        return NoMarket("The currency is not answered.")
    asked = sources or shipped_only()
    rate = rates.rate(currency)
    place = places.match(location)
    families: dict[Family, Sourced] = {}
    notes: list[str] = []
    ages: dict[Figures, int] = {}
    placed = False
    for family in FAMILIES:
        found = find(asked, family, level, location.country, place.zones) if rate else None
        band = policy.bands.get(family) if policy else None
        market = None
        if found and rate:
            months = aged_months(found.figures.as_of, today)
            market = _standing(found, asked, family, level, location.country, place, rate, growth, today, months)
        if policy and band and _band_decides(policy, family, found):
            families[family] = _band_standing(policy, band, found)
            notes += _band_notes(policy, family, market)
        elif found and market:
            families[family] = market
            ages.setdefault(found.figures, market.months)
            placed = placed or not found.zone
            if found.note:
                notes.append(f"{FAMILY_NAMES[family]}: {found.note}")
            notes += _spread_notes(family, market)
    if not families:
        return NoMarket(_why_nothing(location.country, currency, rate))
    if ages:
        notes = [
            *(_age_note(figures, months, growth, named=len(ages) > 1) for figures, months in ages.items()),
            *_place_notes(place, placed=placed),
            *_level_notes(level, families),
            *notes,
        ]
        notes += _source_notes(level, location.country, currency, rate, place, growth, today, asked, list(ages))
    dated = [each.as_of for each in families.values() if each.as_of]
    return Benchmark(
        Market(
            currency=currency,
            as_of=dated[0] if dated else asked[0].as_of,
            geo_factor=place.factor,
            families={family: each.percentiles for family, each in families.items()},
            own_band=_own_band(policy),
            internal_mle=_internal_mle(policy),
            notes=tuple(notes),
        ),
        place,
        families,
    )


def _standing(
    found: Found,
    sources: Sources,
    family: Family,
    level: Level,
    country: str,
    place: places.Place,
    rate: rates.Rate,
    growth: Decimal,
    today: date,
    months: int,
) -> Sourced:
    age = ageing_factor(months, growth)
    here = WHOLE if found.zone else place.factor
    figures = _scaled(found, age * here * rate.per_dollar)
    return Sourced(
        percentiles=figures,
        confidence=confidence(figures),
        source=found.figures.credit,
        as_of=found.figures.as_of,
        start=found.cell.p50 * rate.per_dollar,
        months=months,
        age_factor=age,
        place_factor=here,
        widened=found.note,
        others=tuple(_others(found, sources, family, level, country, place.factor * rate.per_dollar, growth, today)),
    )


def _others(
    found: Found,
    sources: Sources,
    family: Family,
    level: Level,
    country: str,
    factor: Decimal,
    growth: Decimal,
    today: date,
) -> Iterator[OtherSource]:
    """The same cell in sources of another origin, for the whole country and placed."""
    for figures in sources:
        if figures.origin != found.figures.origin and (cell := direct(figures, family, level, country)):
            age = ageing_factor(aged_months(figures.as_of, today), growth)
            yield OtherSource(figures.credit, figures.as_of, cell.n, _whole(cell.p50 * age * factor))


def _band_standing(policy: BandPolicy, band: BandFigures, found: Found | None) -> Sourced:
    figures = percentiles_of(band, found.cell.n if found else 0)
    return Sourced(figures, "band", policy.name, None, band.mid, 0, WHOLE, WHOLE, None)


def _band_decides(policy: BandPolicy, family: Family, found: Found | None) -> bool:
    if family == "mlops" and policy.first == "bands":
        return True
    return found is None or found.cell.n < FEW_POINTS


def _scaled(found: Found, factor: Decimal) -> Percentiles:
    figures = found.cell
    p10, p25, p50, p75, p90 = (
        _whole(value * factor) for value in (figures.p10, figures.p25, figures.p50, figures.p75, figures.p90)
    )
    return Percentiles(p10=p10, p25=p25, p50=p50, p75=p75, p90=p90, n=figures.n, basis=found.basis)


def _whole(value: Decimal) -> Decimal:
    return value.quantize(WHOLE, ROUND_HALF_UP)


def _published(policy: BandPolicy | None, family: Family) -> BandFigures | None:
    return policy.bands.get(family) if policy and policy.published else None


def _own_band(policy: BandPolicy | None) -> OwnBand | None:
    band = _published(policy, "mlops")
    return OwnBand(low=band.low, mid=band.mid, high=band.high) if band else None


def _internal_mle(policy: BandPolicy | None) -> PayRange | None:
    band = _published(policy, "ml_engineer")
    return PayRange(low=band.low, high=band.high) if band else None


def _band_notes(policy: BandPolicy, family: Family, market: Sourced | None) -> Iterator[str]:
    name = FAMILY_NAMES[family]
    if not policy.published:
        yield f"{name}: rough, not data. Too few postings, so the {policy.name} stand in, neither placed nor aged."
    elif family == "mlops" and policy.first == "bands":
        yield f"{name}: your own band of “{policy.name}” comes first; it is policy, not market data."
        if market:
            figures = market.percentiles
            yield (
                f"Market data beside it: p25 {figures.p25:,}, median {figures.p50:,}, p75 {figures.p75:,} "
                f"({figures.n} postings)."
            )
    else:
        yield f"{name}: too few postings, so your own band of “{policy.name}” stands in."


def _spread_notes(family: Family, market: Sourced) -> Iterator[str]:
    if market.spread is not None:
        said = "; ".join(f"{other.p50:,} ({other.name}, {other.n} postings)" for other in market.others)
        yield (
            f"{FAMILY_NAMES[family]}: the sources' medians lie {percent(market.spread.quantize(Decimal('0.01')))} "
            f"apart: {market.percentiles.p50:,} here ({market.source}); {said}."
        )


def _why_nothing(country: str, currency: str, rate: rates.Rate | None) -> str:
    if rate is None:
        return f"No exchange rate is known for {currency}, and no band is published in it."
    return f"No pay figures are known for {country}, and no band is published for it in {currency}."


def _age_note(figures: Figures, months: int, growth: Decimal, *, named: bool) -> str:
    whose = f"{figures.name}: as" if named else "As"
    day = f"{figures.as_of:%-d %b %Y}"
    if not months:
        return f"{whose} of {day}; too fresh to be aged."
    return f"{whose} of {day}, aged {months} months at {percent(growth)} a year."


def _place_notes(place: places.Place, *, placed: bool) -> Iterator[str]:
    if place.missed:
        yield f"“{place.missed}” is not a place with figures; {place.name} stands in."
    if place.kind != "country" and placed:
        yield (
            f"Place factor {place.factor:.3f} for {place.name}: square root of its ratio to the United States, "
            "a rule of thumb."
        )


def _level_notes(level: Level, families: Mapping[Family, Sourced]) -> Iterator[str]:
    times = SENIOR_TIMES.get(level)
    estimated = [FAMILY_NAMES[family] for family, each in families.items() if each.percentiles.basis == "estimate"]
    if times and estimated:
        whose = "" if len(estimated) == len(families) else f"{' and '.join(estimated)}: "
        name = level if whose else level.capitalize()
        yield f"{whose}{name} is an estimate, senior × {times}: no posting names the level."


def _source_notes(
    level: Level,
    country: str,
    currency: str,
    rate: rates.Rate | None,
    place: places.Place,
    growth: Decimal,
    today: date,
    sources: Sources,
    used: list[Figures],
) -> Iterator[str]:
    if country == "CA" and rate and (adjusted := find(sources, "mlops", level, "CA_adj")):
        months = aged_months(adjusted.figures.as_of, today)
        factor = ageing_factor(months, growth) * place.factor * rate.per_dollar
        yield (
            "Canada is low confidence: most postings marked US dollars look like Canadian dollars. Read as such, "
            f"the MLOps median would be {(adjusted.cell.p50 * factor).quantize(WHOLE):,} {currency}."
        )
    if rate and currency != "USD":
        yield f"Converted at {rate.per_dollar:.4f} {currency} for a US dollar, {rates.SOURCE}, {rate.day:%-d %b %Y}."
    for figures in used:
        yield f"{figures.about} {figures.credit}."


def percent(share: Decimal) -> str:
    """A share as text: ``3 %``, ``2.5 %``."""
    return f"{(share * 100).normalize():f} %"
