"""The market for a requisition: shipped or imported figures, and the company's published bands from the database."""

from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, cast

from django.db.models import Q, QuerySet

from compensation.ageing import DEFAULT_GROWTH
from compensation.benchmark import Benchmark, NoMarket, benchmark_in_full
from compensation.book import BandBook, BandEntry, ZoneEntry
from compensation.cells import Sources
from compensation.figures.suggested_bands import Focus
from compensation.market_data.sources import active_sources
from compensation.models import Band, BandSet, Family, Status, places_in
from compensation.policy import BandPolicy, First, focus_of, suggested_policy
from hiring.document import RequisitionDocument
from hiring.document.role import Level, Location
from hiring.market import Market


def market_for(document: RequisitionDocument, today: date) -> Market | None:
    """The market from the sources that are switched on, with the company's published bands.

    Two queries; None when there is nothing to compare with.
    """
    found = look_up(document, today)
    return None if isinstance(found, NoMarket) else found


def shipped_market_for(document: RequisitionDocument, today: date) -> Market | None:
    """The market from the shipped figures alone, without a database; None when there is nothing to compare with."""
    focus = focus_of(document.scope.archetype)
    return _shipped_market(document.role.level, place_of(document), document.pay.currency, focus, today)


@lru_cache(maxsize=256)
def _shipped_market(
    level: Level | None, place: Location | None, currency: str | None, focus: Focus, today: date
) -> Market | None:
    """Kept, because many documents of one file are often about the same level and place. A market never changes."""
    found = benchmark_in_full(level, place, currency, today, policy=_suggested(level, place, currency, focus))
    return None if isinstance(found, NoMarket) else found.market


def look_up(document: RequisitionDocument, today: date) -> Market | NoMarket:
    """As ``market_for``, with the reason in place of None."""
    found = look_up_in_full(document, today)
    return found if isinstance(found, NoMarket) else found.market


def look_up_in_full(
    document: RequisitionDocument, today: date, growth: Decimal = DEFAULT_GROWTH
) -> Benchmark | NoMarket:
    """As ``look_up``, with source, age, confidence, widening and the other sources of every family.

    ``growth`` a year is what the figures are aged by, 0 to 0.12 (ValueError outside).
    """
    return _benchmark(document, today, published_policy(document, today), active_sources(), growth)


def place_of(document: RequisitionDocument) -> Location | None:
    """The place that decides: the first place of work, else the first place where remote hires are accepted."""
    return next(iter((*document.role.locations, *document.role.remote_hiring_in)), None)


def published_policy(document: RequisitionDocument, today: date) -> BandPolicy | None:
    """The published bands of the requisition's level, focus, place and currency; None where there are none."""
    level, place, currency = document.role.level, place_of(document), document.pay.currency
    if level is None or place is None or currency is None:
        return None
    return bands_for(level, focus_of(document.scope.archetype), place, currency, today)


def bands_for(level: Level, focus: Focus, place: Location, currency: str, today: date) -> BandPolicy | None:
    """The published bands of a level and focus at a place, in a currency; None where there are none. One query."""
    rows = _published_bands().filter(
        Q(band_set__effective_to=None) | Q(band_set__effective_to__gte=today),
        band_set__country=place.country,
        band_set__currency=currency,
        band_set__effective_from__lte=today,
        level=level,
    )
    # A row for each band and zone of the set, so that one query is enough; there are few of either.
    found = [(BandEntry(*row[:7]), row[7:10], row[10:]) for row in rows if row[0] != Family.MLOPS or row[2] == focus]
    if not found:
        return None
    name, first = found[0][2]
    zones = {zone[0]: ZoneEntry(zone[0], zone[1], places_in(zone[2])) for _, zone, _ in found if zone[0]}
    bands = tuple(dict.fromkeys(band for band, _, _ in found))
    book = BandBook(name, place.country, currency, cast(First, first), bands, tuple(zones.values()))
    return book.policy(level, focus, place)


@cache
def _published_bands() -> "QuerySet[Band, tuple[Any, ...]]":
    """What every such query starts with, put together once. Never evaluated itself: nothing is remembered but words."""
    return Band.objects.filter(band_set__status=Status.PUBLISHED).values_list(
        *("family", "level", "focus", "zone", "low", "mid", "high"),
        *("band_set__zones__name", "band_set__zones__factor", "band_set__zones__places"),
        *("band_set__name", "band_set__comes_first"),
    )


def books_in_force(today: date) -> dict[tuple[str, str], BandBook]:
    """The published sets in effect, by country and currency. Three queries."""
    sets = BandSet.objects.filter(
        Q(effective_to=None) | Q(effective_to__gte=today), status=Status.PUBLISHED, effective_from__lte=today
    )
    return {(each.country, each.currency): each.book() for each in sets.prefetch_related("bands", "zones")}


def market_under(
    document: RequisitionDocument, today: date, book: BandBook | None, sources: Sources | None = None
) -> Market | NoMarket:
    """The market as it would be if this set, or none, were in force. Its country and currency must be the document's.

    For trying a set out on many requisitions: given ``active_sources()`` once, it asks no query.
    """
    level, place = document.role.level, place_of(document)
    policy = book.policy(level, focus_of(document.scope.archetype), place) if book and level and place else None
    found = _benchmark(document, today, policy, active_sources() if sources is None else sources)
    return found if isinstance(found, NoMarket) else found.market


def _benchmark(
    document: RequisitionDocument,
    today: date,
    published: BandPolicy | None,
    sources: Sources | None = None,
    growth: Decimal = DEFAULT_GROWTH,
) -> Benchmark | NoMarket:
    level, place, currency = document.role.level, place_of(document), document.pay.currency
    policy = published or _suggested(level, place, currency, focus_of(document.scope.archetype))
    return benchmark_in_full(level, place, currency, today, growth, policy, sources)


def _suggested(level: Level | None, place: Location | None, currency: str | None, focus: Focus) -> BandPolicy | None:
    return suggested_policy(level, focus, place.country, currency) if level and place and currency else None
