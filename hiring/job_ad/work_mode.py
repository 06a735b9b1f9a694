"""How the work is done: remote, hybrid or on site."""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from hiring.document.role import WorkMode
from hiring.job_ad.ad import Said
from hiring.prose.hints import hints
from hiring.prose.reading import Reading
from hiring.prose.spans import SectionKind, Span

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
    r"four)(?:-\d)?[ ]?(?:days|times|x)"
    r"|\bin (?:one of )?(?:our|the) offices? (?:at least |about )?[1-9]\d?[ ]?%|"
    r"\b[1-9]\d?[ ]?% (?:of (?:the |your )?time )?in (?:one of )?(?:our|the) office|"
    r"\b(?:home[- ]office|mobile work(?:ing)?|remote work|working from home)(?: of| for)? up to [1-9]\d?[ ]?%|"
    r"\bup to [1-9]\d?[ ]?% (?:home[- ]office|mobile work(?:ing)?|remote(?:ly| work)?|from home)\b"
)
"""The word where it is not of clouds and models, and days in the office by number or share."""

_REMOTE: Final = re.compile(
    r"\b(?:fully|100%|completely|entirely|permanently)[ -]?remote\b|\bremote[- ]first\b|"
    r"\bfull[- ]?time remote\b|\bwork(?:ing)? (?:fully )?(?:remotely|from (?:home|(?:\(?almost\)? )?anywhere))\b"
    r"(?! (?:stipend|budget|allowance|setup|equipment))|"
    r"\bdistributed[- ]first\b|"
    r"\bremote\b(?! (?:sensing|access|monitor|procedure|desktop|teams?\b|stakeholders|colleagues|work(?:force|"
    r"ers)|control|hands|repositor|execution|sites?\b|state|support|management|environments?|offices?|user|"
    r"endpoints?|cache|"
    r"servers?|vehicles?|patient|storage|debug))|\bposition is remote\b|\bhome[- ]based\b|\bhome office based\b"
)
"""Work from elsewhere; not access, sites or tools that are called remote."""

_ONSITE: Final = re.compile(
    r"\b(?:100%|fully|strictly)? ?on-?[ ]?site\b(?! (?:chef|kitchen|bar|barista|caf|gym|lunch|meals?|"
    r"customers?|client visits?|parking|"
    r"child|support|cafe|visits|interview|fitness|clinic|trainer|at (?:customer|client)))|"
    r"\bwfo\b|\bin-office (?:role|position|only|first|culture|work)|\b(?:5|five) days (?:a|per) week\b|"
    r"\boffice-based\b|\bin-person (?:role|position|work|job|collaboration)|"
    r"\bmust (?:be able to )?work (?:from|in|at|out of) (?:our|the)\b|"
    r"\bin[- ]office\b|\bnot (?:a )?remote\b|\bno remote\b"
)
"""Work at the office; not a canteen there, nor visits to customers."""

_HYBRID_MODEL: Final = re.compile(r"hybrid (?:working|work(?:place)?) (?:model|pattern|policy|arrangement|schedule)")
"""How the work is arranged, in so many words: remote days are a part of it."""

_NOT_REMOTE: Final = re.compile(r"\b(?:not|no|non|isn't|never)[- ](?:a |an |fully |currently )?\Z")
"""Before "remote": it is not."""

_WEAK: Final[frozenset[SectionKind]] = frozenset({"employer", "benefits", "legal", "nice", "process"})
"""Sections on the employer, on what it gives and on hiring: their words may be of others."""

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
"""The tag that a job board reads."""


class _Found(NamedTuple):
    """The words that speak most for a mode, and how much they do."""

    weight: int
    span: Span


_LIKELY_PLACE: Final = 2
"""The weight of words outside sections on the employer and what it gives: from here on an answer may be sure."""

_DAYS: Final = 3
"""What days in the office, or an arrangement in so many words, add to the weight of a hybrid."""

_SETTLED: Final = 5
"""A hybrid of this weight stands against a title that says "remote"."""


def work_mode_of(reading: Reading, title: str | None) -> Said[WorkMode] | None:
    """Remote, hybrid or on site; words about the job before words about the company.

    Days in the office make it hybrid whatever else is said; "remote" beats "hybrid" where both are offered.
    """
    said = _by_mode(reading)
    remote, onsite, hybrid = said.get("remote"), said.get("onsite"), said.get("hybrid")
    if remote and onsite and reading.sentence_at(remote.span.start) == reading.sentence_at(onsite.span.start):
        return Said("hybrid", (onsite.span, remote.span), "likely")
    if (tag := next(reading.hinted.matches(_TAG, _TAG_STARTS), None)) is not None:
        return Said(_TAGGED[tag[1]], (Span(*tag.span()),))
    if title is not None and "remote" in title.lower() and (hybrid is None or hybrid.weight < _SETTLED):
        return Said("remote", (remote.span,) if remote else ())
    ranked = sorted(said.items(), key=lambda item: (-item[1].weight, _ORDER.index(item[0])))
    if not ranked:
        return None
    mode, best = ranked[0]
    sure = best.weight >= _LIKELY_PLACE and (len(ranked) == 1 or ranked[1][1].weight < best.weight)
    return Said(mode, (best.span,), "sure" if sure else "likely")


_TAGGED: Final[dict[str, WorkMode]] = {"remote": "remote", "hybrid": "hybrid", "onsite": "onsite"}
_ORDER: Final[tuple[WorkMode, ...]] = ("remote", "hybrid", "onsite")


def _by_mode(reading: Reading) -> dict[WorkMode, _Found]:
    """For each mode that the ad speaks of the first words that speak most for it."""
    low = reading.low
    hinted = reading.hinted
    said: dict[WorkMode, _Found] = {}
    matches: tuple[tuple[WorkMode, Iterable[re.Match[str]]], ...] = (
        ("hybrid", _hybrid(reading)),
        ("remote", hinted.matches(_REMOTE, _REMOTE_STARTS)),
        ("onsite", hinted.matches(_ONSITE, _ONSITE_STARTS)),
    )
    for mode, found in matches:
        for match in found:
            start, end = match.span()
            if mode == "remote" and _NOT_REMOTE.search(low, max(0, start - 24), start):
                continue
            weight = _weight(reading.kind_at(start))
            days = mode == "hybrid" and not low.startswith("hybrid", start)
            if weight >= _LIKELY_PLACE and (days or _HYBRID_MODEL.match(low, start)):
                weight += _DAYS
            if mode not in said or weight > said[mode].weight:
                said[mode] = _Found(weight, Span(start, end))
    return said


def _weight(kind: SectionKind | None) -> int:
    """How much words say of this job that stand in a section of a kind; None is a heading."""
    return 1 if kind in _WEAK else 3 if kind in ("role", None) else _LIKELY_PLACE


def _hybrid(reading: Reading) -> Iterator[re.Match[str]]:
    for first, last in reading.hinted.having(_HYBRID_HINTS):
        yield from _HYBRID.finditer(reading.low, first, last)
