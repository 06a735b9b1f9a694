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
    *("hiring ", "seeking ", "looking for ", "recruiting "),
)
_CODED: Final = re.compile(r"\b([A-Z][A-Za-z.]+(?: [A-Z][a-z]+){0,2}), ([A-Z]{2})\b")
"""A city and the code of its state: "Boise, ID"."""

_AFTER_CUE: Final = 140
"""Characters after such words in which places are theirs."""

_LOCATION: Final = re.compile(r"(?:job |work |office )?locations?[ :]*")
"""A field of a job board whose value stands on the line below."""

_FIELD: Final = 24
"""Characters below which a line may be the name of such a field."""

_ELSEWHERE: Final[frozenset[SectionKind]] = frozenset({"employer", "benefits", "legal", "duties", "nice", "process"})
_HEAD: Final[frozenset[SectionKind]] = frozenset({"role", "pay"})
_ARRANGED: Final = ("remote", "hybrid")
_BESIDE: Final = 60
"""Characters before "hybrid" or "remote" in which the place may stand: "Warsaw (hybrid)"."""

_HEADER: Final = 100
"""Characters of a line that may say no more than where a job is."""

_TOP: Final = 10
"""Lines at the top among which such a line may stand."""

_APART: Final = frozenset("|\u00b7\u2022,;:/()-@")
"""Marks between which places stand in the head of an ad."""

_IN: Final = re.compile(r"\b(?:hiring|seeking|looking for|recruiting)\b[^.;\n]{0,70}? in (?=\w)")
"""Before the place of somebody wanted: "we are hiring an engineer in Lyon"."""


def places_of(reading: Reading) -> tuple[Said[Place], ...]:
    """The places of work: named at the top of the ad or beside words such as "located in"; other sites are not."""
    found: dict[Place, Said[Place]] = {}
    hinted = reading.hinted.starts(_PLACE_HINTS)
    named = False
    for number, block in enumerate(reading.blocks):
        start, end = block.line.start, block.line.end
        if named or (number < _TOP and block.kind in _HEAD and end - start <= _HEADER):
            _collect(reading, start, end, found, alone=not named)
        named = (
            block.kind in _HEAD and end - start < _FIELD and _LOCATION.fullmatch(reading.low, start, end) is not None
        )
    for block in reading.blocks:
        if block.line.whole not in hinted or block.kind in _ELSEWHERE:
            continue
        start, end = block.line.start, block.line.end
        cue = _PLACE_CUE.search(reading.low, start, end) or _IN.search(reading.low, start, end)
        if cue is None:
            continue
        near = cue.start() - start <= _BESIDE and cue.group() in _ARRANGED and block.kind in _HEAD
        _collect(reading, start if near else cue.start(), min(end, cue.end() + _AFTER_CUE), found)
    exact = {place.country for place in found if place.region or place.metro}
    return tuple([said for place, said in found.items() if place.region or place.metro or place.country not in exact])


def _stands_apart(low: str, match: re.Match[str], start: int, end: int) -> bool:
    """Whether a name stands between marks, as places do in the head of an ad, and not in the middle of a sentence."""
    before, after = low[start : match.start()].rstrip(), low[match.end() : end].lstrip()
    return not (before and before[-1] not in _APART and before[-1].isascii()) and not (after and after[0] not in _APART)


def _collect(reading: Reading, start: int, end: int, found: dict[Place, Said[Place]], *, alone: bool = False) -> None:
    """Gather the places in a stretch; ``alone``: only those that stand between marks."""
    taken = -1
    for match in _CODED.finditer(reading.plain, start, end):
        if match[2] in CODES and not (alone and not _stands_apart(reading.low, match, start, end)):
            place = Place("US", match[2], match[1])
            found.setdefault(place, Said(place, (Span(*match.span()),)))
            taken = match.end()
    for match in _NAMES.finditer(reading.low, start, end):
        if match.start() < taken or (alone and not _stands_apart(reading.low, match, start, end)):
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
