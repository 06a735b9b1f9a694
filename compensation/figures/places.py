"""How much a US state or metropolitan area pays against the country.

The factor is the square root of the area's ratio: median pay of software developers there over the national median
(BLS OEWS May 2025, occupation 15-1252). The root is a rule of thumb: advertisements come mostly from places that pay
above the median, so the whole ratio would count the place twice.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from compensation.figures.tables import rows
from hiring.document.role import Location

SOURCE = "BLS OEWS May 2025, software developers (15-1252), median of the area over the national median"

FOUR_PLACES = Decimal("0.0001")

STATE_CODES = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California", "CO": "Colorado",
    "CT": "Connecticut", "DE": "Delaware", "DC": "District of Columbia", "FL": "Florida", "GA": "Georgia",
    "HI": "Hawaii", "ID": "Idaho", "IL": "Illinois", "IN": "Indiana", "IA": "Iowa", "KS": "Kansas",
    "KY": "Kentucky", "LA": "Louisiana", "ME": "Maine", "MD": "Maryland", "MA": "Massachusetts", "MI": "Michigan",
    "MN": "Minnesota", "MS": "Mississippi", "MO": "Missouri", "MT": "Montana", "NE": "Nebraska", "NV": "Nevada",
    "NH": "New Hampshire", "NJ": "New Jersey", "NM": "New Mexico", "NY": "New York", "NC": "North Carolina",
    "ND": "North Dakota", "OH": "Ohio", "OK": "Oklahoma", "OR": "Oregon", "PA": "Pennsylvania",
    "PR": "Puerto Rico", "RI": "Rhode Island", "SC": "South Carolina", "SD": "South Dakota", "TN": "Tennessee",
    "TX": "Texas", "UT": "Utah", "VT": "Vermont", "VA": "Virginia", "WA": "Washington", "WV": "West Virginia",
    "WI": "Wisconsin", "WY": "Wyoming",
}  # fmt: skip

_NEW_YORK = "new york"
_BAY = "san francisco"
_VALLEY = "san jose"
_LOS_ANGELES = "los angeles"
OTHER_NAMES = {
    "nyc": _NEW_YORK, "ny": _NEW_YORK, "new york city": _NEW_YORK, "manhattan": _NEW_YORK, "brooklyn": _NEW_YORK,
    "hoboken": _NEW_YORK,
    "sf": _BAY, "sfo": _BAY, "san fran": _BAY, "bay": _BAY, "bay area": _BAY, "sf bay": _BAY, "sf bay area": _BAY,
    "san francisco bay": _BAY, "san francisco bay area": _BAY, "berkeley": _BAY, "emeryville": _BAY,
    "san mateo": _BAY, "redwood city": _BAY, "south san francisco": _BAY, "menlo park": _BAY,
    "silicon valley": _VALLEY, "south bay": _VALLEY, "palo alto": _VALLEY, "mountain view": _VALLEY,
    "cupertino": _VALLEY,
    "la": _LOS_ANGELES, "santa monica": _LOS_ANGELES, "culver city": _LOS_ANGELES, "irvine": _LOS_ANGELES,
    "redmond": "seattle", "kirkland": "seattle",
    "dc": "washington", "washington dc": "washington", "reston": "washington", "mclean": "washington",
    "philly": "philadelphia", "dfw": "dallas", "plano": "dallas", "twin cities": "minneapolis",
    "research triangle": "raleigh", "rtp": "raleigh", "honolulu": "urban honolulu", "boise": "boise city",
    "nashville": "nashville davidson", "louisville": "louisville jefferson county",
}  # fmt: skip
"""Names people use for a metropolitan area, or a town in it, that its official title does not hold."""


@dataclass(frozen=True, slots=True)
class Place:
    """What a location was matched to, and its factor on pay (1 where there is none to apply)."""

    factor: Decimal
    kind: Literal["metro", "state", "country"]
    name: str
    missed: str | None = None
    """What was asked for and not found, so that a broader place stands in for it."""
    zones: tuple[str, ...] = ()
    """Under which names figures of the place itself would be kept, the nearest first."""


@dataclass(frozen=True, slots=True)
class _Metro:
    name: str
    states: frozenset[str]
    factor: Decimal


def plain(text: str) -> str:
    """The text for comparing: no case, accents, punctuation or filler words."""
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    bare = bare.replace(".", "").replace("'", "")
    words = re.sub(r"[^a-z0-9]+", " ", bare).split()
    kept = [{"saint": "st", "ft": "fort"}.get(word, word) for word in words if word not in ("greater", "metro", "the")]
    return " ".join(kept)


def _factor(ratio: str) -> Decimal:
    return Decimal(ratio).sqrt().quantize(FOUR_PLACES)


@cache
def _tables() -> tuple[dict[str, Decimal], dict[str, tuple[_Metro, ...]]]:
    """Factors by state code, and metros by each of their names.

    Of one name, metros that begin with it come before those that only hold it, and larger ones before smaller.
    """
    codes = {name: code for code, name in STATE_CODES.items()}
    states: dict[str, Decimal] = {}
    first_named: dict[str, list[_Metro]] = {}
    also_named: dict[str, list[_Metro]] = {}
    for row in rows("places.csv"):
        if row["kind"] == "state":
            states[codes[row["area"]]] = _factor(row["ratio"])
            continue
        title, _, tail = row["area"].rpartition(", ")
        metro = _Metro(row["area"], frozenset(tail.split("-")), _factor(row["ratio"]))
        cities = re.split(r"-+|/", title)
        heads = {plain(" ".join(cities[:count])) for count in range(1, len(cities) + 1)}
        for name in heads:
            first_named.setdefault(name, []).append(metro)
        for name in {plain(city) for city in cities} - heads:
            also_named.setdefault(name, []).append(metro)
    names = first_named.keys() | also_named.keys()
    return states, {name: (*first_named.get(name, ()), *also_named.get(name, ())) for name in names}


@cache
def _state_names() -> dict[str, str]:
    return {plain(name): code for code, name in STATE_CODES.items()} | {"washington dc": "DC", "washington state": "WA"}


def state_code(region: str | None) -> str | None:
    """The two-letter code of a US state given as a code ("CA", "us-ca") or a name ("california"); None if unknown."""
    if not region:
        return None
    asked = plain(region)
    code = asked.removeprefix("us ").upper()
    return code if code in STATE_CODES else _state_names().get(asked)


def _metro(asked: str, state: str | None) -> _Metro | None:
    """The metro of this name, in this state when one is given, else the best known."""
    _, metros = _tables()
    name = plain(asked)
    for tried in (name, OTHER_NAMES.get(name), name.removesuffix(" area"), name.removesuffix(" city")):
        for metro in metros.get(tried or "", ()):
            if state is None or state in metro.states:
                return metro
    head, _, tail = name.rpartition(" ")
    code = tail.upper()
    if head and code in STATE_CODES and state in (None, code):
        return _metro(head, code)
    return None


def match(location: Location) -> Place:
    """The place of a location: its metro, else its state, else its country. Outside the US the factor is 1."""
    country = "United States" if location.country == "US" else location.country
    if location.country != "US":
        zones = tuple(zone for zone in (plain(location.metro or ""), plain(location.region or "")) if zone)
        return Place(Decimal(1), "country", country, zones=zones)
    state = state_code(location.region)
    if location.metro and (metro := _metro(location.metro, state)):
        return Place(metro.factor, "metro", metro.name, zones=(metro.name, *((state,) if state else ())))
    states, _ = _tables()
    if state in states:
        return Place(states[state], "state", STATE_CODES[state], missed=location.metro, zones=(state,))
    return Place(Decimal(1), "country", country, missed=location.metro or location.region)
