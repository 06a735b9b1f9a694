"""A mistake: what it is, why it matters, who says so, and its triggers."""

from dataclasses import dataclass
from enum import StrEnum

from hiring.checking.trigger import Trigger


class Grade(StrEnum):
    """How good the evidence behind a claim is."""

    VENDOR_CLAIM = "vendor claim"
    SURVEY = "survey"
    RESEARCH = "research"
    RULE_OF_THUMB = "rule of thumb"


@dataclass(frozen=True, slots=True)
class Source:
    """Who says it. ``claim`` is in our words; ``where`` is a title or address."""

    claim: str
    name: str
    where: str
    grade: Grade


@dataclass(frozen=True, slots=True)
class Mistake:
    """One documented hiring mistake.

    ``steps`` are the sections of the document it reads. ``dissent`` says who disagrees, where known;
    ``blind_spots`` what it cannot see.
    """

    id: str
    slug: str
    name: str
    title_flagged: str
    title_clear: str
    summary: str
    why: str
    goes_wrong: str
    steps: tuple[str, ...]
    sources: tuple[Source, ...]
    triggers: tuple[Trigger, ...]
    dissent: tuple[str, ...] = ()
    blind_spots: tuple[str, ...] = ()
