"""``benchmark_pay``: what the market pays for a level and a place.

From the shipped figures, without a database; with ``--imported`` from the sources that are switched on there.
"""

import json
import re
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, cast, get_args

from django.utils import timezone

from compensation.ageing import HIGHEST_GROWTH, LOWEST_GROWTH
from compensation.benchmark import FAMILIES, FAMILY_NAMES, NoMarket, Sourced, benchmark_in_full, shipped_only
from compensation.cells import Sources, countries
from compensation.confidence import confidence
from compensation.figures import rates
from compensation.figures.suggested_bands import FOCUSES, Focus
from compensation.policy import suggested_policy
from compensation.suggestion import Suggestion, suggest
from hiring.cli.command import FileCommand
from hiring.cli.reading import BadInput
from hiring.document.base import json_number
from hiring.document.role import Level, Location
from hiring.market import Market

LEVELS: tuple[Level, ...] = get_args(Level)
FORMATS = ("text", "json")


class Command(FileCommand):
    """Prints percentiles for each role family, and a band to start from."""

    help = (
        "What the market pays: percentiles, band, number of postings, age, basis and how far the sources lie apart. "
        "Uses the figures that ship with the product; bands published in the database are not read."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--level", help="junior, mid, senior, staff or principal")
        parser.add_argument("--focus", default="balanced", help="infra_heavy, balanced (default) or ml_heavy")
        parser.add_argument("--country", default="US", help="two letters, US by default")
        parser.add_argument("--region", help="state, as a code or name; used in the US")
        parser.add_argument("--metro", help="city or metropolitan area; used in the US")
        parser.add_argument("--currency", default="USD", help="three letters, USD by default")
        parser.add_argument(
            "--growth", default="3", help="percent a year the figures are aged by, 0 to 12; 3 by default"
        )
        parser.add_argument("--imported", action="store_true", help="use the imported sources of the database too")
        parser.add_argument("--today", help="the day to age the figures to, YYYY-MM-DD; today by default")
        parser.add_argument("--format", default="text", help="text (default) or json")

    def handle(self, *args: Any, **options: Any) -> None:
        level = cast(Level, _one_of("--level", options["level"], LEVELS))
        focus = cast(Focus, _one_of("--focus", options["focus"], FOCUSES))
        shape = _one_of("--format", options["format"], FORMATS)
        country = _code("--country", options["country"], 2, "two letters (ISO 3166), such as US, GB or CA")
        currency = _code("--currency", options["currency"], 3, "three letters (ISO 4217), such as USD, GBP or EUR")
        if rates.rate(currency) is None:
            known = ", ".join(rates.currencies())
            raise BadInput(f"--currency: no exchange rate for {currency}. Allowed: {known}")
        today = _day(options["today"])
        place = Location(country=country, region=options["region"], metro=options["metro"])
        sources = _imported() if options["imported"] else shipped_only()
        policy = suggested_policy(level, focus, country, currency)
        found = benchmark_in_full(level, place, currency, today, _growth(options["growth"]), policy, sources)
        if isinstance(found, NoMarket):
            raise BadInput(f"--country: no pay figures for {country}. Allowed: {', '.join(countries(sources))}")
        band = suggest(level, focus, country, found.market)
        if shape == "json":
            answer = found.market.model_dump(mode="json", exclude_none=True)
            answer |= {"band": band.as_json() if band else None}
            answer |= {"evidence": {family: _evidence(each) for family, each in found.families.items()}}
            self.stdout.write(json.dumps(answer, indent=2, ensure_ascii=False))
        else:
            self.stdout.write("\n".join(_lines(level, focus, place, found.market, band)))


def _imported() -> Sources:
    from compensation.market_data.sources import active_sources

    return active_sources()


def _growth(given: str) -> Decimal:
    try:
        growth = Decimal(given.removesuffix("%")) / 100
    except InvalidOperation:
        growth = Decimal("NaN")
    if growth.is_nan() or not LOWEST_GROWTH <= growth <= HIGHEST_GROWTH:
        raise BadInput(f"--growth: not “{given}”. Allowed: 0 to 12, percent a year")
    return growth


def _evidence(each: Sourced) -> dict[str, object]:
    return {
        "source": each.source,
        "as_of": each.as_of.isoformat() if each.as_of else None,
        "confidence": each.confidence,
        "widened": each.widened,
        "spread": None if each.spread is None else json_number(each.spread.quantize(Decimal("0.001"))),
        "others": [
            {"source": other.name, "as_of": other.as_of.isoformat(), "n": other.n, "p50": json_number(other.p50)}
            for other in each.others
        ],
    }


def _one_of(option: str, given: str | None, allowed: Sequence[str]) -> str:
    if given is None or given not in allowed:
        what = f"not “{given}”" if given else "it is missing"
        raise BadInput(f"{option}: {what}. Allowed: {', '.join(allowed)}")
    return given


def _code(option: str, given: str, letters: int, allowed: str) -> str:
    code = given.strip().upper()
    if not re.fullmatch(rf"[A-Z]{{{letters}}}", code):
        raise BadInput(f"{option}: not “{given}”. Allowed: {allowed}")
    return code


def _day(given: str | None) -> date:
    if given is None:
        return timezone.localdate()
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise BadInput(f"--today: not “{given}”. Allowed: a day as YYYY-MM-DD, such as 2026-11-22") from None


def _lines(level: Level, focus: Focus, place: Location, market: Market, band: Suggestion | None) -> Iterator[str]:
    where = ", ".join(part for part in (place.metro, place.region, place.country) if part)
    yield f"Base pay a year in {market.currency}: {level}, {focus}, {where}"
    yield ""
    yield f"{'':16}{'p10':>10}{'p25':>10}{'median':>10}{'p75':>10}{'p90':>10}{'postings':>10}  basis"
    for family in FAMILIES:
        if figures := market.families.get(family):
            cells = (figures.p10, figures.p25, figures.p50, figures.p75, figures.p90, figures.n)
            words = figures.basis if figures.basis != "data" else f"data, {confidence(figures)}"
            yield f"{FAMILY_NAMES[family]:16}" + "".join(f"{cell:>10,}" for cell in cells) + f"  {words}"
    yield ""
    if band:
        how = f"{band.basis}; {band.confidence}"
        yield f"Band to start from: {band.low:,} to {band.high:,}, middle {band.mid:,} ({how})"
        yield from (f"  {source}" for source in band.sources[1:])
    else:
        yield "Band to start from: none, too little is known"
    yield from market.notes
