"""The places of work that an ad names."""

import re
from typing import Final

from hiring.job_ad.ad import Place, Said
from hiring.job_ad.cities import CITIES
from hiring.job_ad.countries import CODES, COUNTRIES, STATES
from hiring.prose.hints import hints
from hiring.prose.reading import Reading
from hiring.prose.spans import SectionKind, Span
from hiring.skills.trie import folded_exactly

_NAMES: Final = re.compile(rf"\b{folded_exactly((*CITIES, *STATES, *COUNTRIES))}(?!\w)")
_PLACE_CUE: Final = re.compile(
    r"\b(?:locations?\b(?: for this role)?|based (?:in|out of|at|from)|located in|office(?:s)? in|on-?site in|"
    r"hybrid (?:in|from|at|out of)|remote (?:in|from|within|across)|remote|hybrid|position is in|role is in|"
    r"work from|"
    r"relocate to|reside in|residing in|in our|our [\w ]{2,20} office|local to|candidates in)\b"
)
"""Words before the places where the work is done."""

_PLACE_HINTS: Final = hints(
    *("location", "based ", "located in", "office", "site in", "hybrid", "remote", "position is in", "role is in"),
    *("work from", "relocate to", "resid", "in our", "local to", "candidates in"),
)
_CODED: Final = re.compile(r"\b([A-Z][A-Za-z.]+(?: [A-Z][a-z]+){0,2}), ([A-Z]{2})\b")
"""A city and the code of its state: "Boise, ID"."""

_FIELD: Final = re.compile(r"locations?[ :*_]*\n\W*")
"""A field of a job board, its value on the line below."""

_AFTER_CUE: Final = 140
"""Characters after such words in which places are theirs."""

_ELSEWHERE: Final[frozenset[SectionKind]] = frozenset({"employer", "benefits", "legal", "duties", "nice", "process"})


def places_of(reading: Reading) -> tuple[Said[Place], ...]:
    """The places of work that the ad names beside words such as "located in"; company sites elsewhere are not."""
    found: dict[Place, Said[Place]] = {}
    hinted = reading.hinted.starts(_PLACE_HINTS)
    for block in reading.blocks:
        if block.line.whole not in hinted or block.kind in _ELSEWHERE:
            continue
        start, end = block.line.start, block.line.end
        cue = _PLACE_CUE.search(reading.low, start, end)
        if cue is None:
            continue
        first, stop = cue.start(), min(end, cue.end() + _AFTER_CUE)
        if first == start and (below := _FIELD.match(reading.low, first)) is not None:
            first = below.end()
            stop = first + _AFTER_CUE
            line_end = reading.low.find("\n", first, stop)
            stop = line_end if line_end >= 0 else stop
        _collect(reading, first, stop, found)
    return tuple(found.values())


def _collect(reading: Reading, start: int, end: int, found: dict[Place, Said[Place]]) -> None:
    """Add the places named in a stretch; a country is not added to places in it."""
    taken = -1
    for match in _CODED.finditer(reading.plain, start, end):
        if match[2] in CODES:
            place = Place("US", match[2], match[1])
            found.setdefault(place, Said(place, (Span(*match.span()),)))
            taken = match.end()
    for match in _NAMES.finditer(reading.low, start, end):
        if match.start() < taken:
            continue
        name = match.group()
        if name in ("uk", "usa", "uae") and not reading.plain[match.start() : match.end()].isupper():
            continue
        if name in CITIES:
            country, region = CITIES[name]
            place = Place(country, region, reading.plain[match.start() : match.end()])
        elif name in STATES:
            place = Place("US", STATES[name])
        else:
            place = Place(COUNTRIES[name])
        if any(known.country == place.country and place.region is None and place.metro is None for known in found):
            continue
        found.setdefault(place, Said(place, (Span(*match.span()),)))
