"""Which discipline a job's name stands for, in the title or where the body says who is wanted."""

import re
from typing import Final

from hiring.job_ad.ad import Discipline
from hiring.prose.hints import hints
from hiring.prose.reading import Reading
from hiring.prose.spans import SectionKind

_BY_LANGUAGE: Final = r"\b(?:python|java|golang|go|rust|typescript) (?:software )?engineer"
"""A job named for a language: "Python engineer"."""

_TITLES: Final[tuple[tuple[Discipline, re.Pattern[str]], ...]] = (
    # Whoever is hired for a language or an end writes software, whatever the team is called that follows.
    ("software", re.compile(rf"\bback-?end\b|\bfront-?end\b|{_BY_LANGUAGE}")),
    (
        "mlops",
        re.compile(
            r"\b(?:ml|llm|ai|machine learning|ai/ml|ml/ai)[ -]?/?(?:ops|operations|platform|infra\w*|devops|"
            r"compute|systems?|orchestration)\b|"
            r"\b(?:platform|infrastructure|devops|reliability)\b.{0,24}\b(?:ml|ai|machine learning)\b|\b(?:ml|"
            r"ai|machine learning)\b.{0,24}\b(?:platform|infra\w*|devops|serving|compute)\b"
        ),
    ),
    ("ml_eng", re.compile(r"\b(?:ml|machine learning|ai|genai|deep learning|nlp|computer vision)\b")),
    ("data_science", re.compile(r"\bdata scien|\bstatistic")),
    ("data_eng", re.compile(r"\bdata\b|\betl\b|\banalytics engineer")),
    (
        "devops_sre",
        re.compile(
            r"\bdev[ -]?ops\b|\bsre\b|\breliability\b|\bcloud\b|\binfrastructure\b|\bplatform\b|"
            r"\bsystems? (?:engineer|admin)"
        ),
    ),
    ("software", re.compile(r"\bsoftware\b|\bfull[ -]?stack\b|\bdeveloper\b")),
)
"""Words of a title by discipline; the first that fits decides."""

_NOUNS: Final = ("engineer", "developer", "scientist", "analyst", "architect", "administrator", "sre", "devops")
_WANTED_STARTS: Final = hints(
    *("as ", "looking for ", "searching for ", "seeks ", "seeking "),
    *("hire a", "hiring a", "recruiting a", "title:", "role:"),
)
_WANTED: Final = re.compile(
    r"(?:as(?<=\bas)(?: an?| our|(?= (?:[^\s.,;]+ ){1,4}you\b))|looking for|searching for|seeks|seeking|"
    r"hir(?:e|ing) an?|recruiting an?|title:|role:)"
    r"[ ](?P<name>(?:(?!(?:with|to|of|for|by|the|our|you|we|in|from|that|who|other)\b)[^\s.;:(]+[ ]){0,8}?"
    rf"(?:[^\s.,;:(]*[-/])?(?:{'|'.join(_NOUNS)})s?\b)"
)
"""The name of a job after words that say who is wanted, or as whom one works. It ends before what it works on."""

_IN_TEAM_STARTS: Final = hints("join ", "joining ", "member of ", "part of ")
_IN_TEAM: Final = re.compile(
    r"(?:join|joining|member of|part of) (?:the|our) (?P<name>(?:[\w/&-]+ ){0,2}?(?:ml[ -]?ops|ml platform|"
    r"ml infrastructure|machine learning platform|sre|site reliability(?: engineering)?|devops|data engineering|"
    r"data science)) team\b"
)
"""The team that one joins, where it is named for a discipline and not for what it makes."""

_OF_SOFTWARE: Final = re.compile(rf"\bback-?end\b|\bfront-?end\b|\bfull[ -]?stack\b|\bdeveloper|{_BY_LANGUAGE}")
"""A "software engineer" may be wanted for any of the disciplines."""

_ELSEWHERE: Final[frozenset[SectionKind]] = frozenset({"nice", "stack", "benefits", "legal"})
"""Sections in which a job's name is somebody else's or a former one."""


def discipline_of_title(title: str | None) -> Discipline | None:
    """The discipline that a title names; None where it names none."""
    low = (title or "").lower()
    return next((discipline for discipline, pattern in _TITLES if pattern.search(low)), None)


def discipline_called(reading: Reading) -> Discipline | None:
    """The discipline by the name that the body first gives the job, or else its team; None where it gives none."""
    for match in reading.hinted.matches(_WANTED, _WANTED_STARTS):
        name = match["name"]
        discipline = discipline_of_title(name)
        if discipline in (None, "software"):
            discipline = "software" if _OF_SOFTWARE.search(name) else None
        if discipline is not None and reading.kind_at(match.start()) not in _ELSEWHERE:
            return discipline
    for match in reading.hinted.matches(_IN_TEAM, _IN_TEAM_STARTS):
        if reading.kind_at(match.start()) not in _ELSEWHERE:
            return discipline_of_title(match["name"])
    return None
