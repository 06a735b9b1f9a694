"""What was read from a job ad: values, each with the words it came from. Offsets are characters of ``JobAd.text``."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from hiring.document.role import Level, WorkMode
from hiring.prose.spans import Section as Section
from hiring.prose.spans import Span as Span
from hiring.skills import SKILLS

Discipline = Literal["mlops", "devops_sre", "data_eng", "ml_eng", "data_science", "software", "other"]
Degree = Literal["none", "bachelor", "master", "phd"]
Period = Literal["year", "month", "week", "day", "hour"]
SeverityWord = Literal["blocker", "warning", "advice"]
Confidence = Literal["sure", "likely"]
"""``sure``: the ad says it in so many words. ``likely``: read from a hint, so a person should look."""

MOST_PLACES: Final = 8
"""Places shown for one fact that an ad may state again and again."""


@dataclass(frozen=True, slots=True)
class Said[T]:
    """A value and the words that say it."""

    value: T
    spans: tuple[Span, ...]
    confidence: Confidence = "sure"


@dataclass(frozen=True, slots=True)
class AdSlot:
    """One thing asked for. ``any_of`` holds alternatives: slugs of the taxonomy, or names as the ad writes them.

    ``known`` is False where the taxonomy knows none of them. ``line`` is the whole sentence or bullet.
    """

    any_of: tuple[str, ...]
    must: bool
    known: bool
    spans: tuple[Span, ...]
    line: Span

    @property
    def counts(self) -> bool:
        """Whether it counts among the must-haves that have a cap: people skills and version control do not."""
        return not self.known or not all(SKILLS[slug].skill_class == "soft" or slug == "git" for slug in self.any_of)


@dataclass(frozen=True, slots=True)
class YearsClaim:
    """A demand for years of experience. ``of`` holds slugs; empty where it is for experience as a whole.

    ``headline`` marks the one that stands for the whole role.
    """

    years: int
    years_max: int | None
    of: tuple[str, ...]
    must: bool
    headline: bool
    span: Span


@dataclass(frozen=True, slots=True)
class PayRange:
    """Money as the ad states it, for one ``period``; ``low`` equals ``high`` where one figure is given.

    ``low`` is None for "up to", ``high`` for "from". ``currency`` is an ISO code, None where the ad leaves it open.
    """

    low: Decimal | None
    high: Decimal | None
    currency: str | None
    period: Period


@dataclass(frozen=True, slots=True)
class Place:
    """A place of work. ``region`` is a code of the country's own where it has one, e.g. ``CA``."""

    country: str
    region: str | None = None
    metro: str | None = None


@dataclass(frozen=True, slots=True)
class AdFlag:
    """A trigger that the ad alone fires. ``spans`` mark the words; empty where something is missing."""

    mistake: str
    trigger: str
    severity: SeverityWord
    message: str
    fix: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class JobAd:
    """A job ad, read. ``english`` is False where the ad is in another language: then nothing else is read.

    Facts are None, or empty, where the ad does not say.
    """

    text: str
    title: str | None
    english: bool
    words: int
    sections: tuple[Section, ...] = ()
    discipline: Said[Discipline] | None = None
    level: Said[Level] | None = None
    years: Said[int] | None = None
    years_claims: tuple[YearsClaim, ...] = ()
    degree: Said[Degree] | None = None
    pay: Said[PayRange] | None = None
    other_pay: tuple[Said[PayRange], ...] = ()
    work_mode: Said[WorkMode] | None = None
    places: tuple[Said[Place], ...] = ()
    slots: tuple[AdSlot, ...] = ()
    clouds_and: tuple[str, ...] = ()
    duties: tuple[Said[str], ...] = ()
    duty_areas: tuple[Said[str], ...] = ()
    lifecycle_areas: tuple[Said[str], ...] = ()
    on_call: Said[bool] | None = None
    reporting_line: Said[str] | None = None
    team: tuple[Span, ...] = ()
    outcomes: tuple[Said[str], ...] = ()
    growth: tuple[Span, ...] = ()
    process: tuple[Span, ...] = ()
    soft_skills: tuple[Said[str], ...] = ()
    buzzwords: tuple[Said[str], ...] = ()
    exclusionary: tuple[Said[str], ...] = ()
    hero_words: tuple[Said[str], ...] = ()

    @property
    def must(self) -> tuple[AdSlot, ...]:
        """What is required."""
        return tuple(slot for slot in self.slots if slot.must)

    @property
    def nice(self) -> tuple[AdSlot, ...]:
        """What is welcome."""
        return tuple(slot for slot in self.slots if not slot.must)

    @property
    def n_must(self) -> int:
        """How many of the required ones count."""
        return sum(slot.counts for slot in self.must)

    def years_for(self, slot: AdSlot) -> YearsClaim | None:
        """The demand for years of a slot: in its line, of one of its skills; of several the most years."""
        claims = [
            claim
            for claim in self.years_claims
            if slot.line.start <= claim.span.start < slot.line.end and not set(slot.any_of).isdisjoint(claim.of)
        ]
        return max(claims, key=lambda claim: claim.years, default=None)

    @property
    def title_at(self) -> tuple[Span, ...]:
        """Where the text holds the title; empty where it is known from elsewhere alone."""
        at = self.text.find(self.title) if self.title else -1
        return (Span(at, at + len(self.title or "")),) if at >= 0 else ()

    def words_at(self, span: Span) -> str:
        """The words of a span."""
        return self.text[span.start : span.end]
