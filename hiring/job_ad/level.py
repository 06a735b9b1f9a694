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
    ("senior", re.compile(r"\b(?:lead|iii|experienced)\b")),
    ("mid", re.compile(r"\bii\b|\b2\Z")),
    ("junior", re.compile(r"\bengineer i\b|\b(?:engineer|developer) 1\b")),
)
_IN_BODY: Final = re.compile(
    r"\b(?:(?:as|for|seeking|hiring|is|join(?: us| \w+)? as|role:?|title:?|position:?|a|an|our|the) )"
    r"(?:an? |our |the |highly |experienced |talented |skilled )*"
    r"(?P<level>senior|sr\.?|staff|principal|junior|jr\.?|mid-?level|entry-level|lead)[ ,](?:[\w/&+-]+[ ,]+){0,4}?"
    r"(?:engineer|developer|scientist|architect|specialist|consultant|sre|analyst)\b(?!s)"
)
_ANYWHERE: Final = re.compile(
    r"\b(?:job |seniority |career )?level:[ ]?(?P<level>senior|staff|principal|junior|mid|entry|lead)\b"
)
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
    "lead ",
    "lead,",
)
_BY_WORD: Final[dict[str, Level]] = {
    **{
        "senior": "senior",
        "sr": "senior",
        "staff": "staff",
        "principal": "principal",
        "junior": "junior",
        "jr": "junior",
    },
    **{
        "mid-level": "mid",
        "midlevel": "mid",
        "mid": "mid",
        "entry-level": "junior",
        "entry": "junior",
        "lead": "senior",
    },
}


def level_in_title(title: str) -> tuple[Level, Span] | None:
    """The level that a title names; where it names two, the lower. None where it names none."""
    low = title.lower()
    named = [(level, match) for level, pattern in _LEVELS if (match := pattern.search(low))]
    if not named:
        return None
    if len(named) > 1 and "/" in low and {level for level, _ in named} >= {"senior"}:
        level, match = next(item for item in named if item[0] == "senior")
    else:
        level, match = named[0]
    return level, Span(*match.span())


def level_of(reading: Reading, title: str | None) -> Said[Level] | None:
    """The level, from the title or else from how the ad calls the person it looks for."""
    if title:
        found = level_in_title(title)
        if found is not None:
            at = reading.text.find(title, 0, 400)
            spans = (Span(at + found[1].start, at + found[1].end),) if at >= 0 else ()
            return Said(found[0], spans)
    if "level:" in reading.low and (match := _ANYWHERE.search(reading.low)) is not None:
        return Said(_BY_WORD[match["level"]], (Span(*match.span("level")),))
    for match in (
        match for first, last in reading.hinted.having(_WORDS) for match in _IN_BODY.finditer(reading.low, first, last)
    ):
        kind = reading.kind_at(match.start())
        if kind in ("role", "team", "must", None) or (kind == "employer" and match.start() < 1500):
            return Said(_BY_WORD[match["level"].rstrip(".")], (Span(*match.span("level")),), "likely")
    return None
