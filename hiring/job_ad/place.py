"""Where and how the work is done: remote, hybrid or on site, and the places named for it."""

import re
from collections.abc import Iterator
from typing import Final

from hiring.document.role import WorkMode
from hiring.job_ad.ad import Place, Said
from hiring.job_ad.cities import CITIES
from hiring.prose.hints import hints
from hiring.prose.reading import Reading
from hiring.prose.spans import SectionKind, Span
from hiring.skills.trie import folded_exactly

_HYBRID: Final = re.compile(
    r"\bhybrid\b(?!,? or [\w-]+-based)"
    r"(?![ -](?:cloud|search|infra|retriev|app|approach|environments?\b|multi|and multi|deploy|"
    r"architect|solution|system|recommend|model(?:s|ing)\b(?! (?:of|for) (?:in-person|work|remote|office|"
    r"the office))|identity|it\b|data|"
    r"quantum|platforms?|networks?|stack|storage|setup of|or multi|/multi))"
    r"|\bon-?[ ]?site:? (?:\d|one|two|three|four)(?:-\d)? days|\b(?:\d|one|two|three|four) days? on-?[ ]?site|"
    r"\b(?:\d|one|two|three|four|1-2|2-3|3-4)(?:\+|-\d)?[ ]?(?:days?|x|times?)[ ]?(?:/|a |per |"
    r"each )?(?:week)?[ ,]*(?:\w+ ){0,3}(?:in|at|from)[- ](?:the |our |an? |person|office)"
    r"|\b(?:in|from|at)[- ](?:the |our )?(?:\w+ )?office (?:for )?(?:at least )?(?:\d|one|two|three|"
    r"four)(?:-\d)? (?:days|times)"
    r"|\bin (?:one of )?(?:our|the) offices? (?:at least |about )?[1-9]\d?[ ]?%|"
    r"\b[1-9]\d?[ ]?% (?:of (?:the |your )?time )?in (?:one of )?(?:our|the) office|"
    r"\b(?:home[- ]office|mobile work(?:ing)?|remote work|working from home)(?: of| for)? up to [1-9]\d?[ ]?%|"
    r"\bup to [1-9]\d?[ ]?% (?:home[- ]office|mobile work(?:ing)?|remote(?:ly| work)?|from home)\b"
)
_REMOTE: Final = re.compile(
    r"\b(?:fully|100%|completely|entirely|permanently)[ -]?remote\b|\bremote[- ]first\b|"
    r"\bfull[- ]?time remote\b|\bwork(?:ing)? (?:fully )?(?:remotely|from (?:home|anywhere))\b(?! (?:stipend|"
    r"budget|allowance|setup|equipment))|"
    r"\bdistributed[- ]first\b|"
    r"\bremote\b(?! (?:sensing|access|monitor|procedure|desktop|teams?\b|stakeholders|colleagues|work(?:force|"
    r"ers)|control|hands|repositor|execution|sites?\b|state|support|management|environments?|offices?|user|"
    r"endpoints?|cache|"
    r"servers?|vehicles?|patient|storage|debug))|\bposition is remote\b|\bhome[- ]based\b|\bhome office based\b"
)
_ONSITE: Final = re.compile(
    r"\b(?:100%|fully|strictly)? ?on-?[ ]?site\b(?! (?:chef|kitchen|bar|barista|caf|gym|lunch|meals?|"
    r"customers?|client visits?|parking|"
    r"child|support|cafe|visits|interview|fitness|clinic|trainer|at (?:customer|client)))|"
    r"\bwfo\b|\bin-office (?:role|position|only|first|culture|work)|\b(?:5|five) days (?:a|per) week\b|"
    r"\boffice-based\b|\bin-person (?:role|position|work|job|collaboration)|"
    r"\bmust (?:be able to )?work (?:from|in|at|out of) (?:our|the)\b|"
    r"\bin[- ]office\b|\bnot (?:a )?remote\b|\bno remote\b"
)
_HYBRID_MODEL: Final = re.compile(
    r"hybrid (?:working|work(?:place)?) (?:model|pattern|policy|arrangement|"
    r"schedule)"
)
"""How the work is arranged, in so many words: remote days are a part of it."""

_NOT_REMOTE: Final = re.compile(r"\b(?:not|no|non|isn't|never)[- ](?:a |an |fully |currently )?\Z")
_WEAK: Final = frozenset({"employer", "benefits", "legal", "nice", "process"})
_HYBRID_HINTS: Final = hints("hybrid", "office", "person", "site", "mobile work", "up to ")
_REMOTE_STARTS: Final = hints(
    *("fully", "100%", "completely", "entirely", "permanently", "remote", "full time", "full-time", "fulltime"),
    *("work fully", "working fully", "work remotely", "working remotely", "work from", "working from", "distributed"),
    *("position is remote", "home-based", "home based", "home office based"),
)
_ONSITE_STARTS: Final = hints(
    *(f"{before}on{gap}site" for before in ("", " ") for gap in ("", " ", "-", "- ")),
    *("100%", "fully", "strictly", "in-office", "in office", "5 days", "five days", "office-based", "in-person"),
    *("wfo", "must be able", "must work", "not remote", "not a remote", "no remote"),
)
_TAG_STARTS: Final = hints("#li-", "li-")
_TAG: Final = re.compile(r"#?\bli-(remote|hybrid|onsite)\b")


def work_mode_of(reading: Reading, title: str | None) -> Said[WorkMode] | None:
    """Remote, hybrid or on site; words about the job before words about the company.

    Days in the office make it hybrid whatever else is said; "remote" beats "hybrid" where both are offered.
    """
    low = reading.low
    said: dict[WorkMode, tuple[int, Span]] = {}
    for mode, matches in (
        ("hybrid", _hybrid(reading)),
        ("remote", reading.hinted.matches(_REMOTE, _REMOTE_STARTS)),
        ("onsite", reading.hinted.matches(_ONSITE, _ONSITE_STARTS)),
    ):
        for match in matches:
            start, end = match.span()
            if mode == "remote" and _NOT_REMOTE.search(low, max(0, start - 24), start):
                continue
            kind = reading.kind_at(start)
            weight = 1 if kind in _WEAK else 3 if kind in ("role", None) else 2
            days = mode == "hybrid" and not low.startswith("hybrid", start)
            weight += 3 if (days or _HYBRID_MODEL.match(low, start)) and weight > 1 else 0
            best = said.get(mode)  # type: ignore[call-overload]
            if best is None or weight > best[0]:
                said[mode] = (weight, Span(start, end))  # type: ignore[index]
    if (
        "remote" in said
        and "onsite" in said
        and reading.sentence_at(said["remote"][1].start) == reading.sentence_at(said["onsite"][1].start)
    ):
        return Said("hybrid", (said["onsite"][1], said["remote"][1]), "likely")
    if (tag := next(reading.hinted.matches(_TAG, _TAG_STARTS), None)) is not None:
        mode_said: WorkMode = "remote" if tag[1] == "remote" else "hybrid" if tag[1] == "hybrid" else "onsite"
        return Said(mode_said, (Span(*tag.span()),))
    if title is not None and "remote" in title.lower() and said.get("hybrid", (0,))[0] < 5:
        spans = (said["remote"][1],) if "remote" in said else ()
        return Said("remote", spans)
    order: tuple[WorkMode, ...] = ("remote", "hybrid", "onsite")
    ranked = sorted(said.items(), key=lambda item: (-item[1][0], order.index(item[0])))
    if not ranked:
        return None
    mode, (weight, span) = ranked[0]
    sure = weight >= 2 and (len(ranked) == 1 or ranked[1][1][0] < weight)
    return Said(mode, (span,), "sure" if sure else "likely")


def _hybrid(reading: Reading) -> Iterator[re.Match[str]]:
    for first, last in reading.hinted.having(_HYBRID_HINTS):
        yield from _HYBRID.finditer(reading.low, first, last)


_STATES: Final = {
    **{
        "alabama": "AL",
        "alaska": "AK",
        "arizona": "AZ",
        "arkansas": "AR",
        "california": "CA",
        "colorado": "CO",
        "connecticut": "CT",
    },
    **{
        "delaware": "DE",
        "district of columbia": "DC",
        "florida": "FL",
        "hawaii": "HI",
        "idaho": "ID",
        "illinois": "IL",
        "indiana": "IN",
    },
    **{
        "iowa": "IA",
        "kansas": "KS",
        "kentucky": "KY",
        "louisiana": "LA",
        "maine": "ME",
        "maryland": "MD",
        "massachusetts": "MA",
    },
    **{
        "michigan": "MI",
        "minnesota": "MN",
        "mississippi": "MS",
        "missouri": "MO",
        "montana": "MT",
        "nebraska": "NE",
        "nevada": "NV",
    },
    **{
        "new hampshire": "NH",
        "new jersey": "NJ",
        "new mexico": "NM",
        "new york": "NY",
        "north carolina": "NC",
        "ohio": "OH",
    },
    **{
        "north dakota": "ND",
        "oklahoma": "OK",
        "oregon": "OR",
        "pennsylvania": "PA",
        "rhode island": "RI",
        "south carolina": "SC",
    },
    **{
        "tennessee": "TN",
        "texas": "TX",
        "utah": "UT",
        "vermont": "VT",
        "virginia": "VA",
        "washington state": "WA",
        "wisconsin": "WI",
    },
}
_COUNTRIES: Final = {
    **{
        "united states": "US",
        "usa": "US",
        "u.s.": "US",
        "united kingdom": "GB",
        "uk": "GB",
        "canada": "CA",
        "germany": "DE",
        "france": "FR",
    },
    **{
        "spain": "ES",
        "italy": "IT",
        "netherlands": "NL",
        "ireland": "IE",
        "portugal": "PT",
        "poland": "PL",
        "sweden": "SE",
        "denmark": "DK",
    },
    **{
        "switzerland": "CH",
        "austria": "AT",
        "belgium": "BE",
        "greece": "GR",
        "czechia": "CZ",
        "romania": "RO",
        "india": "IN",
        "israel": "IL",
    },
    **{"australia": "AU", "mexico": "MX", "brazil": "BR", "malaysia": "MY", "norway": "NO", "finland": "FI"},
    **{"hungary": "HU", "bulgaria": "BG", "serbia": "RS", "croatia": "HR", "estonia": "EE", "latvia": "LV"},
    **{"lithuania": "LT", "ukraine": "UA", "turkey": "TR", "south africa": "ZA", "japan": "JP", "south korea": "KR"},
    **{"vietnam": "VN", "thailand": "TH", "indonesia": "ID", "philippines": "PH", "new zealand": "NZ", "taiwan": "TW"},
    **{"argentina": "AR", "chile": "CL", "colombia": "CO", "slovakia": "SK", "slovenia": "SI", "luxembourg": "LU"},
    **{"united arab emirates": "AE", "uae": "AE", "hong kong": "HK", "saudi arabia": "SA", "pakistan": "PK"},
}
_CODES: Final = frozenset({*_STATES.values(), "WA", "GA", "WV", "SD", "WY", "DC"})
_NAMES: Final = re.compile(rf"\b{folded_exactly((*CITIES, *_STATES, *_COUNTRIES))}(?!\w)")
_PLACE_CUE: Final = re.compile(
    r"\b(?:locations?\b(?: for this role)?|based (?:in|out of|at|from)|located in|office(?:s)? in|on-?site in|"
    r"hybrid (?:in|from|at|out of)|remote (?:in|from|within|across)|remote|hybrid|position is in|role is in|"
    r"work from|"
    r"relocate to|reside in|residing in|in our|our [\w ]{2,20} office|local to|candidates in)\b"
)
_PLACE_HINTS: Final = hints(
    *("location", "based ", "located in", "office", "site in", "hybrid", "remote", "position is in", "role is in"),
    *("work from", "relocate to", "resid", "in our", "local to", "candidates in"),
    *("hiring ", "seeking ", "looking for ", "recruiting "),
)
_CODED: Final = re.compile(r"\b([A-Z][A-Za-z.]+(?: [A-Z][a-z]+){0,2}), ([A-Z]{2})\b")
_LINE: Final = 140
_LOCATION: Final = re.compile(r"(?:job |work |office )?locations?[ :]*")


_HEAD: Final[frozenset[SectionKind]] = frozenset({"role", "pay"})
_ARRANGED: Final = ("remote", "hybrid")
_BESIDE: Final = 60
"""Characters before "hybrid" or "remote" in which the place may stand: "Warsaw (hybrid)"."""

_HEADER: Final = 100
"""Characters of a line that may say no more than where a job is."""

_TOP: Final = 10
"""Lines at the top among which such a line may stand."""

_APART: Final = frozenset("|\u00b7\u2022,;:/()-@")
_IN: Final = re.compile(r"\b(?:hiring|seeking|looking for|recruiting)\b[^.;\n]{0,70}? in (?=\w)")


def places_of(reading: Reading) -> tuple[Said[Place], ...]:
    """The places of work: named at the top of the ad or beside words such as "located in"; other sites are not."""
    found: dict[Place, Said[Place]] = {}
    hinted = reading.hinted.starts(_PLACE_HINTS)
    named = False
    for number, block in enumerate(reading.blocks):
        start, end = block.line.start, block.line.end
        if named or (number < _TOP and block.kind in _HEAD and end - start <= _HEADER):
            _collect(reading, start, end, found, alone=not named)
        named = block.kind in _HEAD and _LOCATION.fullmatch(reading.low, start, end) is not None
    for block in reading.blocks:
        if block.line.whole not in hinted or block.kind in (
            "employer",
            "benefits",
            "legal",
            "duties",
            "nice",
            "process",
        ):
            continue
        start, end = block.line.start, block.line.end
        cue = _PLACE_CUE.search(reading.low, start, end) or _IN.search(reading.low, start, end)
        if cue is None:
            continue
        near = cue.start() - start <= _BESIDE and cue.group() in _ARRANGED and block.kind in _HEAD
        _collect(reading, start if near else cue.start(), min(end, cue.end() + _LINE), found)
    for section in reading.layout.sections:
        heading = section.heading
        if heading.end > heading.start and "location" in reading.low[heading.start : heading.end]:
            stop = reading.low.find("\n", heading.end)
            _collect(reading, heading.start, min(stop if stop >= 0 else len(reading.low), heading.end + _LINE), found)
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
        if match[2] in _CODES and not (alone and not _stands_apart(reading.low, match, start, end)):
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
        elif name in _STATES:
            place = Place("US", _STATES[name])
        else:
            place = Place(_COUNTRIES[name])
        if any(known.country == place.country and place.region is None and place.metro is None for known in found):
            continue
        found.setdefault(place, Said(place, (Span(*match.span()),)))
