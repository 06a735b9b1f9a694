"""The market for a requisition: shipped figures, and the company's published bands from the database."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple, cast

from django.db.models import Q

from compensation.benchmark import NoMarket, benchmark
from compensation.figures.places import match, plain, state_code
from compensation.models import Band, Family, Status
from compensation.policy import BandFigures, BandPolicy, First, focus_of, suggested_policy
from hiring.document import RequisitionDocument
from hiring.document.role import Location
from hiring.market import Family as FamilyName
from hiring.market import Market


def market_for(document: RequisitionDocument, today: date) -> Market | None:
    """The market with the company's published bands. One query; None when there is nothing to compare with."""
    found = look_up(document, today)
    return None if isinstance(found, NoMarket) else found


def shipped_market_for(document: RequisitionDocument, today: date) -> Market | None:
    """The market from the shipped figures alone, without a database; None when there is nothing to compare with."""
    found = _benchmark(document, today, None)
    return None if isinstance(found, NoMarket) else found


def look_up(document: RequisitionDocument, today: date) -> Market | NoMarket:
    """As ``market_for``, with the reason in place of None."""
    return _benchmark(document, today, published_policy(document, today))


def place_of(document: RequisitionDocument) -> Location | None:
    """The place that decides: the first place of work, else the first place where remote hires are accepted."""
    return next(iter((*document.role.locations, *document.role.remote_hiring_in)), None)


def published_policy(document: RequisitionDocument, today: date) -> BandPolicy | None:
    """The published bands of the requisition's level, focus, place and currency; None where there are none."""
    level, place, currency = document.role.level, place_of(document), document.pay.currency
    if level is None or place is None or currency is None:
        return None
    focus = focus_of(document.scope.archetype)
    rows = [
        _Stored(cast(FamilyName, row[0]), *row[1:])
        for row in Band.objects.filter(
            Q(band_set__effective_to__isnull=True) | Q(band_set__effective_to__gte=today),
            Q(family=Family.MLOPS, focus=focus) | ~Q(family=Family.MLOPS),
            band_set__status=Status.PUBLISHED,
            band_set__country=place.country,
            band_set__currency=currency,
            band_set__effective_from__lte=today,
            level=level,
        ).values_list("family", "zone", "low", "mid", "high", "band_set__name", "band_set__comes_first")
    ]
    if not rows:
        return None
    first: First = "bands" if rows[0].comes_first == "bands" else "market"
    return BandPolicy(rows[0].set_name, first, _nearest(rows, place), published=True)


class _Stored(NamedTuple):
    family: FamilyName
    zone: str
    low: Decimal
    mid: Decimal
    high: Decimal
    set_name: str
    comes_first: str


def _nearest(rows: Iterable[_Stored], place: Location) -> dict[FamilyName, BandFigures]:
    """One band a family: that of the metro, else of the state, else of the whole country."""
    best: dict[FamilyName, tuple[int, BandFigures]] = {}
    for row in rows:
        nearness = _nearness(row.zone, place)
        if nearness > best.get(row.family, (0, None))[0]:
            best[row.family] = (nearness, BandFigures(row.low, row.mid, row.high))
    return {family: band for family, (_, band) in best.items()}


def _nearness(zone: str, place: Location) -> int:
    """How closely a zone fits a place: 3 its metro, 2 its state or province, 1 the whole country, 0 elsewhere."""
    if not plain(zone):
        return 1
    if plain(zone) == plain(place.metro or ""):
        return 3
    if plain(zone) == plain(place.region or ""):
        return 2
    if place.country != "US":
        return 0
    if state_code(zone):
        return 2 if state_code(zone) == state_code(place.region) else 0
    of_zone, of_place = match(Location(country="US", metro=zone)), match(place)
    return 3 if of_zone.kind == of_place.kind == "metro" and of_zone.name == of_place.name else 0


def _benchmark(document: RequisitionDocument, today: date, published: BandPolicy | None) -> Market | NoMarket:
    level, place, currency = document.role.level, place_of(document), document.pay.currency
    policy = published
    if policy is None and level and place and currency:
        policy = suggested_policy(level, focus_of(document.scope.archetype), place.country, currency)
    return benchmark(level, place, currency, today, policy=policy)
