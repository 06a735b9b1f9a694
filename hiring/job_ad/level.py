"""The level a title or an ad names."""

import re
from typing import Final

from hiring.document.role import Level
from hiring.job_ad.ad import Said
from hiring.prose.hints import hints
from hiring.prose.reading import Reading
from hiring.prose.spans import Span

_LEVELS: Final[tuple[tuple[Level, re.Pattern[str]], ...]] = (
    ("principal", re.compile(r"\b(?:principal|distinguished)\b")),
    ("staff", re.compile(r"\bstaff\b(?! augment)")),
    ("senior", re.compile(r"\b(?:senior|sr\b\.?|snr)(?! (?:leader|manage|stakeholder|executive|director))")),
    (
        "junior",
        re.compile(r"\b(?:junior|jr\b\.?|associate|entry[- ]level|graduate|intern(?:ship)?|trainee|apprentice)\b"),
    ),
    ("mid", re.compile(r"\b(?:mid(?:dle)?[- ]?(?:level|senior|weight)?|intermediate)\b")),
    ("junior", re.compile(r"\b(?:engineer|developer|scientist|analyst|sre) (?:i|1)\b(?![/-])")),
)
"""Words of a title. "Lead", "II", "III" and "L5" mean another level in every company: the ad has to say which."""

_IN_BODY: Final = re.compile(
    r"\b(?:(?:as|for|seeking|seeks|hiring|hire|recruiting|need|needs|is|are|add|join(?: us| \w+)? as|role:?|"
    r"title:?|"
    r"position:?|a|an|our|the) )"
    r"(?:(?:an?|our|the|another|highly|very|experienced|talented|skilled|motivated|seasoned|strong|passionate|"
    r"hands-on|exceptional|accomplished|driven|creative|knowledgeable|proven|curious|innovative|dynamic|dedicated|"
    r"technical|two|three|several|more|and|or),? )*"
    r"(?P<level>senior|sr\.?|staff|principal|junior|jr\.?|mid-?level|entry-level)(?:[ ,]|-level )"
    r"(?:(?!to |with |who |and (?:manag|lead|direct|execut)|manage|leader|director|executive|stakeholder)"
    r"[\w/&+().-]+[ ,]+){0,5}?"
    r"(?P<job>engineers?|developers?|scientists?|architects?|specialists?|consultants?|sres?|analysts?)\b"
)
"""A level in the name of a job, after an article or a word that leads to one: "a highly skilled senior engineer"."""

_WANTED: Final = re.compile(r"\b(?:looking (?:for|to (?:hire|add))|seek\w*|hir(?:e|ing)|recruit\w*|in search of)\b")
"""Shortly before jobs in the plural: these are the ones who are wanted."""

_SOMEBODY_ELSE: Final = re.compile(
    r"\b(?:with|to|by|from|under|alongside|beside|behind|mentor\w*|support\w*|help\w*|assist\w*|report\w*)"
    r"(?: (?:an?|the|our|one|more))*[ ]\Z"
)
"""Right before a job: it is a colleague's."""

_FIELD: Final = re.compile(
    r"\b(?:job |seniority |career )?level:[ ]?(?P<level>senior|staff|principal|junior|mid|entry)\b|"
    r"^[|* ]*(?:job |seniority |career )?level[:|* ]+(?P<cell>senior|staff|principal|junior|mid|entry)[|* ]*$|"
    r"^(?:job |seniority |career )?level:?[ ]*\n\s*(?P<below>senior|staff|principal|junior|mid|entry)\b",
    re.M,
)
"""A field of a job board's table, its value beside it, in the next cell or on the line below."""

_FIELDS: Final = ("level:", "level\n", "\nlevel", "level |", "level** |", "seniority level")
_WORDS: Final = hints(
    "senior",
    "sr",
    "staff",
    "principal",
    "junior",
    "jr",
    "mid-",
    "midlevel",
    "entry-level",
)
_NEAR: Final = 60
"""Characters before a level that say whose it is."""

_BY_WORD: Final[dict[str, Level]] = {
    "senior": "senior",
    "sr": "senior",
    "staff": "staff",
    "principal": "principal",
    "junior": "junior",
    "jr": "junior",
    "mid-level": "mid",
    "midlevel": "mid",
    "mid": "mid",
    "entry-level": "junior",
    "entry": "junior",
}
_TOP: Final = 1500
"""Characters at the top in which words on the employer may still say who is wanted."""


def level_in_title(title: str) -> tuple[Level, Span] | None:
    """The level that a title names; None where it names none.

    Of several the first in ``_LEVELS`` counts; but "Senior/Staff" is a choice, and senior is what it asks for at least.
    """
    low = title.lower()
    named = [(level, match) for level, pattern in _LEVELS if (match := pattern.search(low))]
    if not named:
        return None
    senior = next((item for item in named if item[0] == "senior"), None) if "/" in low else None
    level, match = senior or named[0]
    return level, Span(*match.span())


def level_of(reading: Reading, title: str | None) -> Said[Level] | None:
    """The level, from the title or else from how the ad calls the person it looks for."""
    if title:
        found = level_in_title(title)
        if found is not None:
            at = reading.text.find(title, 0, 400)
            spans = (Span(at + found[1].start, at + found[1].end),) if at >= 0 else ()
            return Said(found[0], spans)
    if any(field in reading.low for field in _FIELDS) and (match := _FIELD.search(reading.low)) is not None:
        value = match.lastgroup or ""
        return Said(_BY_WORD[match[value]], (Span(*match.span(value)),))
    for match in (
        match for first, last in reading.hinted.having(_WORDS) for match in _IN_BODY.finditer(reading.low, first, last)
    ):
        before = reading.low[max(0, match.start("level") - _NEAR) : match.start("level")]
        if _SOMEBODY_ELSE.search(before) or (match["job"].endswith("s") and not _WANTED.search(before)):
            continue
        kind = reading.kind_at(match.start())
        if kind in ("role", "team", "must", None) or (kind == "employer" and match.start() < _TOP):
            return Said(_BY_WORD[match["level"].rstrip(".")], (Span(*match.span("level")),), "likely")
    return None
