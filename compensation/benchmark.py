"""The market for a level and a place, in a currency, on a day.

Pure: shipped figures and a band policy in, a ``Market`` out. Rules: design.md 12, 1 and 2; domain.md, section K.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import get_args

from compensation.ageing import DEFAULT_GROWTH, ageing_factor
from compensation.cells import SENIOR_TIMES, Found, find
from compensation.figures import places, postings, rates
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


def benchmark(
    level: Level | None,
    location: Location | None,
    currency: str | None,
    today: date,
    growth: Decimal = DEFAULT_GROWTH,
    policy: BandPolicy | None = None,
) -> Market | NoMarket:
    """Percentiles of base pay a year for each role family, placed, aged to ``today`` and rounded to whole units.

    ``growth`` is a share a year, 0 to 0.12 (ValueError outside). ``policy`` holds bands in ``currency`` for the level;
    they are company policy for the whole country or zone, so they are neither placed nor aged.
    """
    if level is None:
        return NoMarket("The level is not answered.")
    if location is None:
        return NoMarket("No place of work is given.")
    if currency is None:
        return NoMarket("The currency is not answered.")
    rate = rates.rate(currency)
    place = places.match(location)
    months = aged_months(postings.AS_OF, today)
    factor = ageing_factor(months, growth) * place.factor * (rate.per_dollar if rate else 1)
    families: dict[Family, Percentiles] = {}
    notes: list[str] = []
    for family in FAMILIES:
        found = find(family, level, location.country) if rate else None
        band = policy.bands.get(family) if policy else None
        if policy and band and _band_decides(policy, family, found):
            families[family] = percentiles_of(band, found.cell.n if found else 0)
            notes += _band_notes(policy, family, found, factor)
        elif found:
            families[family] = _scaled(found, factor)
            if found.note:
                notes.append(f"{FAMILY_NAMES[family]}: {found.note}")
    if not families:
        return NoMarket(_why_nothing(location.country, currency, rate))
    if any(figures.basis != "band" for figures in families.values()):
        notes = [_age_note(months, growth), *_place_notes(place), *_level_notes(level), *notes]
        notes += _source_notes(level, location.country, currency, rate, factor)
    return Market(
        currency=currency,
        as_of=postings.AS_OF,
        geo_factor=place.factor,
        families=families,
        own_band=_own_band(policy),
        internal_mle=_internal_mle(policy),
        notes=tuple(notes),
    )


def _band_decides(policy: BandPolicy, family: Family, found: Found | None) -> bool:
    if family == "mlops" and policy.first == "bands":
        return True
    return found is None or found.cell.n < FEW_POINTS


def _scaled(found: Found, factor: Decimal) -> Percentiles:
    figures = found.cell
    p10, p25, p50, p75, p90 = (
        (value * factor).quantize(WHOLE, ROUND_HALF_UP)
        for value in (figures.p10, figures.p25, figures.p50, figures.p75, figures.p90)
    )
    return Percentiles(p10=p10, p25=p25, p50=p50, p75=p75, p90=p90, n=figures.n, basis=found.basis)


def _published(policy: BandPolicy | None, family: Family) -> BandFigures | None:
    return policy.bands.get(family) if policy and policy.published else None


def _own_band(policy: BandPolicy | None) -> OwnBand | None:
    band = _published(policy, "mlops")
    return OwnBand(low=band.low, mid=band.mid, high=band.high) if band else None


def _internal_mle(policy: BandPolicy | None) -> PayRange | None:
    band = _published(policy, "ml_engineer")
    return PayRange(low=band.low, high=band.high) if band else None


def _band_notes(policy: BandPolicy, family: Family, found: Found | None, factor: Decimal) -> Iterator[str]:
    name = FAMILY_NAMES[family]
    if not policy.published:
        yield f"{name}: rough, not data. Too few postings, so the {policy.name} stand in, neither placed nor aged."
    elif family == "mlops" and policy.first == "bands":
        yield f"{name}: your own band of “{policy.name}” comes first; it is policy, not market data."
        if found:
            market = _scaled(found, factor)
            yield (
                f"Market data beside it: p25 {market.p25:,}, median {market.p50:,}, p75 {market.p75:,} "
                f"({market.n} postings)."
            )
    else:
        yield f"{name}: too few postings, so your own band of “{policy.name}” stands in."


def _why_nothing(country: str, currency: str, rate: rates.Rate | None) -> str:
    if rate is None:
        return f"No exchange rate is known for {currency}, and no band is published in it."
    return f"No pay figures are known for {country}, and no band is published for it in {currency}."


def _age_note(months: int, growth: Decimal) -> str:
    day = f"{postings.AS_OF:%-d %b %Y}"
    if not months:
        return f"As of {day}; too fresh to be aged."
    return f"As of {day}, aged {months} months at {percent(growth)} a year."


def _place_notes(place: places.Place) -> Iterator[str]:
    if place.missed:
        yield f"“{place.missed}” is not a place with figures; {place.name} stands in."
    if place.kind != "country":
        yield (
            f"Place factor {place.factor:.3f} for {place.name}: square root of its ratio to the United States, "
            "a rule of thumb."
        )


def _level_notes(level: Level) -> Iterator[str]:
    if times := SENIOR_TIMES.get(level):
        yield f"{level.capitalize()} is an estimate, senior × {times}: no posting names the level."


def _source_notes(level: Level, country: str, currency: str, rate: rates.Rate | None, factor: Decimal) -> Iterator[str]:
    if country == "CA" and (adjusted := find("mlops", level, "CA_adj")):
        yield (
            "Canada is low confidence: most postings marked US dollars look like Canadian dollars. Read as such, "
            f"the MLOps median would be {(adjusted.cell.p50 * factor).quantize(WHOLE):,} {currency}."
        )
    if rate and currency != "USD":
        yield f"Converted at {rate.per_dollar:.4f} {currency} for a US dollar, {rates.SOURCE}, {rate.day:%-d %b %Y}."
    yield f"Posted ranges, not salaries earned; base pay only. {postings.SOURCE}, {postings.LICENCE}."


def percent(share: Decimal) -> str:
    """A share as text: ``3 %``, ``2.5 %``."""
    return f"{(share * 100).normalize():f} %"
