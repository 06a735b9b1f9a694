"""The title that an ad itself gives: in a line of its own, or in the sentence that says who is wanted."""

import re
from typing import Final

from hiring.job_ad.cities import CITIES
from hiring.prose.hints import hints
from hiring.prose.reading import Reading

_TOP: Final = 1500
"""Characters at the top in which a line may name the title."""

_OPENING: Final = 4000
"""Characters in which a sentence may say who is wanted."""

_LONGEST: Final = 90
_MARKS: Final = " *_#:\t\r"
_TITLE_LINE: Final = re.compile(
    r"[^\w\n]*(?P<label>(?:job|role|position)[ ]title|title|role|position)(?:[ *_]*:|[ ]*\t)[ *_]*"
    r"(?P<title>[^\n]{3,90})",
    re.I,
)
"""As in "Job title: MLOps Engineer". "Role" and "position" may also open another fact."""

_JOB_WORD: Final = re.compile(
    r"\b(?:engineer|developer|scientist|architect|analyst|sre|mlops|devops|specialist|consultant|lead|"
    r"administrator|manager|contractor|intern)\b",
    re.I,
)
"""A line without such a word is no title."""

_NAME: Final = (
    r"(?P<title>(?:[A-Z][\w/&.+-]*,?[ ]|(?:of|and)[ ]){1,6}"
    r"(?:Engineer|Developer|Scientist|Architect|Analyst|SRE|Administrator|Specialist|Consultant)\b"
    r"(?:[ ](?:I{1,3}|IV)\b)?|SRE\b)"
)
"""A title in capitals. Its words begin so, but for "of" and "and"."""

_HEADLINE: Final = re.compile(r"[^\w\n]*" + _NAME + r"(?=[ ]*(?:[(|,:\u2013\u2014\u2022\u00b7-]|$))")
"""A line that opens with a title and says no more than where, how or for whom."""

_HEADLINES: Final = 8
"""Lines at the top among which such a one may stand, after a heading on the employer."""

_WANTED: Final = re.compile(
    r"\b(?:(?:(?:looking|searching) for|hiring|seeking|seeks|in search of|[Jj]oin (?:us |our team |the team )?as) "
    r"(?:an?|our|the|its|another) (?:[a-z][a-z-]*,? ){0,3}" + _NAME + r"|"
    r"As (?:an?|our|the) (?:[a-z][a-z-]*,? ){0,2}" + _NAME.replace("<title>", "<opening>") + r"[^.\n]{0,60}?\byou\b)"
)
"""A title in capitals after words that look for somebody, or before what "you" will do."""

_WANTED_STARTS: Final = hints(
    *("looking for ", "searching for ", "hiring ", "seeking ", "seeks ", "in search of ", "as a", "as our ", "as the "),
    *("join as", "join us as", "join our team as", "join the team as"),
)


def title_of(reading: Reading) -> str | None:
    """The title that the ad gives; None where it gives none.

    After "Job title:"; else a first line that names a job; else a line near the top that opens with one; else the
    sentence that says who is wanted.
    """
    lines = reading.text[:_TOP].split("\n")
    for line in lines:
        named = _TITLE_LINE.match(line) if ":" in line or "\t" in line else None
        if named is None:
            continue
        title = named["title"].strip(_MARKS)
        if title and ("title" in named["label"].lower() or _JOB_WORD.search(title)):
            return title
    filled = [words for line in lines if (words := line.strip(_MARKS))]
    first = _without_terms(filled[0]) if filled else ""
    if first and len(first) <= _LONGEST and _JOB_WORD.search(first) and first[-1] not in ".!?":
        return first
    for line in filled[1:_HEADLINES]:
        headline = _HEADLINE.match(line) if len(line) <= _LONGEST and line[-1] not in ".!?" else None
        if headline is not None:
            return headline["title"]
    for place in reading.hinted.places(_WANTED_STARTS, 0, _OPENING):
        wanted = _WANTED.match(reading.text, place, _OPENING)
        if wanted is not None:
            return wanted["title"] or wanted["opening"]
    return None


_PARTS: Final = re.compile(r"[ ]*(?:\||\u00b7|\u2022|[ ][-\u2013\u2014](?=[ ]))[ ]*")
_TERMS: Final = re.compile(
    r"\d|[$\u20ac\u00a3]|\b(?:remote|hybrid|on-?site|contract|permanent|ir35|(?:full|part)[ -]time)\b", re.I
)
_PICTURES: Final = re.compile(r"^[^\w(*#]+(?=\w)|[^\w)\]+#*.!?]+$")


_LONGEST_LINE: Final = 240
"""Characters of a headline, terms and all."""


def _without_terms(line: str) -> str:
    """A headline without pictures around it, and without what follows on place, pay and time: "Engineer | Remote"."""
    if len(line) > _LONGEST_LINE:
        return line
    name = _PICTURES.sub("", line)
    for mark in _PARTS.finditer(name):
        if mark.start() and _JOB_WORD.search(name, 0, mark.start()) and _is_term(name[mark.end() :]):
            return name[: mark.start()].rstrip()
    return name


def _is_term(words: str) -> bool:
    rest = _PARTS.split(words)[0].strip().lower()
    return _TERMS.search(rest) is not None or rest.split(",")[0] in CITIES
