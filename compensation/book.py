"""A band set as plain values: what it says about one requisition, and how it looks as JSON. Pure.

The same code answers from the database, for a draft that is not published yet, and for a set as it was.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, cast

from compensation.figures.places import match, plain, state_code
from compensation.figures.suggested_bands import Focus
from compensation.policy import BandFigures, BandPolicy, First
from hiring.document.base import json_number
from hiring.document.role import Level, Location
from hiring.market import Family

WHOLE = Decimal(1)


@dataclass(frozen=True, slots=True)
class ZoneEntry:
    """Places that pay the same, and the factor on the bands of the whole country (1.10 is ten percent more)."""

    name: str
    factor: Decimal
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BandEntry:
    """One band: base pay a year. ``zone`` names a zone of the set or a place; empty is the whole country."""

    family: Family
    level: Level
    focus: str
    zone: str
    low: Decimal
    mid: Decimal
    high: Decimal

    @property
    def cell(self) -> tuple[str, str, str, str]:
        """What the band is for: no set holds two bands of one cell."""
        return self.family, self.focus, plain(self.zone), self.level


@dataclass(frozen=True, slots=True)
class BandBook:
    """A set of bands for one country and currency."""

    name: str
    country: str
    currency: str
    first: First
    bands: tuple[BandEntry, ...]
    zones: tuple[ZoneEntry, ...] = field(default=())

    def policy(self, level: Level, focus: Focus, place: Location) -> BandPolicy | None:
        """The bands that touch a level and focus at a place; None where there are none.

        Of one family the nearest band decides: that of the metro, else of the state, else of the whole country. The
        country's band is multiplied by the factor of the nearest zone that has no band of its own. Of two that are as
        near the first by name decides, so that a set says the same whatever the order of its rows.
        """
        zone, zone_nearness = self._zone_of(place)
        best: dict[Family, tuple[int, BandFigures]] = {}
        factored = False
        for band in sorted(self.bands, key=lambda band: band.zone):
            if band.level != level or (band.family == "mlops" and band.focus != focus):
                continue
            nearness = self._nearness(band.zone, place)
            if nearness > best.get(band.family, (0, None))[0]:
                best[band.family] = (nearness, BandFigures(band.low, band.mid, band.high))
        if not best:
            return None
        if zone and zone.factor != 1:
            for family, (nearness, figures) in best.items():
                if nearness < zone_nearness:
                    best[family] = (zone_nearness, _times(figures, zone.factor))
                    factored = True
        name = f"{self.name}, zone {zone.name} × {zone.factor.normalize():f}" if zone and factored else self.name
        return BandPolicy(name, self.first, {family: figures for family, (_, figures) in best.items()}, published=True)

    def _zone_of(self, place: Location) -> tuple[ZoneEntry | None, int]:
        found: tuple[ZoneEntry | None, int] = (None, 1)
        for zone in sorted(self.zones, key=lambda zone: zone.name):
            nearness = max((nearness_of(each, place) for each in zone.places), default=0)
            if nearness > found[1]:
                found = (zone, nearness)
        return found

    def _nearness(self, zone: str, place: Location) -> int:
        named = next((each for each in self.zones if plain(each.name) == plain(zone)), None) if plain(zone) else None
        if named:
            return max((nearness_of(each, place) for each in named.places), default=0)
        return nearness_of(zone, place)

    def as_json(self) -> dict[str, Any]:
        """The set as plain data; two sets that say the same give the same."""
        return {
            "name": self.name,
            "country": self.country,
            "currency": self.currency,
            "first": self.first,
            "zones": [
                {"name": zone.name, "factor": json_number(zone.factor), "places": list(zone.places)}
                for zone in sorted(self.zones, key=lambda zone: zone.name)
            ],
            "bands": [
                {
                    "family": band.family,
                    "level": band.level,
                    "focus": band.focus,
                    "zone": band.zone,
                    "low": json_number(band.low),
                    "mid": json_number(band.mid),
                    "high": json_number(band.high),
                }
                for band in sorted(self.bands, key=lambda band: band.cell)
            ],
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "BandBook":
        """The set that ``as_json`` gave."""
        return cls(
            name=data["name"],
            country=data["country"],
            currency=data["currency"],
            first=cast(First, data["first"]),
            zones=tuple(
                ZoneEntry(zone["name"], Decimal(str(zone["factor"])), tuple(zone["places"])) for zone in data["zones"]
            ),
            bands=tuple(
                BandEntry(
                    band["family"],
                    band["level"],
                    band["focus"],
                    band["zone"],
                    *(Decimal(str(band[name])) for name in ("low", "mid", "high")),
                )
                for band in data["bands"]
            ),
        )


def nearness_of(zone: str, place: Location) -> int:
    """How closely a place name fits a place: 3 its metro, 2 its state or province, 1 the whole country, 0 elsewhere."""
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


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell of two sets side by side. A side is None where that set has no such band."""

    family: Family
    focus: str
    zone: str
    level: Level
    before: BandEntry | None
    after: BandEntry | None

    @property
    def percent(self) -> Decimal | None:
        """How the middle moves, in percent with one decimal; None where one side is missing."""
        if self.before is None or self.after is None:
            return None
        return ((self.after.mid / self.before.mid - 1) * 100).quantize(Decimal("0.1"))

    @property
    def same(self) -> bool:
        """Whether both sets say the same."""
        return self.before is not None and self.after is not None and _figures(self.before) == _figures(self.after)


def side_by_side(before: BandBook, after: BandBook) -> Iterator[CellChange]:
    """Every cell of either set, in the order family, focus, zone, level."""
    old, new = ({band.cell: band for band in book.bands} for book in (before, after))
    levels = ("junior", "mid", "senior", "staff", "principal")
    for cell in sorted(old | new, key=lambda cell: (*cell[:3], levels.index(cell[3]))):
        band = cast(BandEntry, new.get(cell) or old.get(cell))
        yield CellChange(band.family, band.focus, band.zone, band.level, old.get(cell), new.get(cell))


def _figures(band: BandEntry) -> tuple[Decimal, Decimal, Decimal]:
    return band.low, band.mid, band.high


def _times(figures: BandFigures, factor: Decimal) -> BandFigures:
    return BandFigures(*((value * factor).quantize(WHOLE) for value in (figures.low, figures.mid, figures.high)))
