"""What a scenario and a question of the bank hold. One TOML file a scenario, one file for all questions."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Final, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from hiring.document.process import StageTag, StageType
from hiring.document.role import Level
from hiring.skills import SKILLS

Archetype = Literal["infra_heavy", "balanced", "ml_heavy"]
Text = Annotated[str, Field(min_length=1)]
OWN_ID: Final = r"^OWN-[0-9A-Z]{1,12}\Z"
"""Ids of an organisation's own content; shipped content never has one of these."""
PeopleSkill = Literal["collaboration", "communication", "customer_empathy", "stakeholder"]

GROUPS: frozenset[str] = frozenset(skill.group for skill in SKILLS.values())
"""The groups of the taxonomy."""


def _known_slug(value: str) -> str:
    if value not in SKILLS:
        raise ValueError(f"{value!r} is no skill of the taxonomy")
    return value


def _known_subject(value: str) -> str:
    if value not in SKILLS and value not in GROUPS:
        raise ValueError(f"{value!r} is neither a skill nor a group of the taxonomy")
    return value


def _known_group(value: str) -> str:
    if value not in GROUPS:
        raise ValueError(f"{value!r} is no group of the taxonomy")
    return value


Slug = Annotated[str, AfterValidator(_known_slug)]
Group = Annotated[str, AfterValidator(_known_group)]
Subject = Annotated[str, AfterValidator(_known_subject)]


class _Content(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Anchors(_Content):
    """What an answer looks like at each of the four levels. 3 is the bar for hiring."""

    poor: Text
    partial: Text
    good: Text
    great: Text

    @model_validator(mode="after")
    def _all_different(self) -> Self:
        texts = [text.strip() for _, _, text in self.numbered]
        if not all(texts) or len(set(texts)) < len(texts):
            raise ValueError("the four levels must say four different things")
        return self

    @property
    def numbered(self) -> tuple[tuple[int, str, str], ...]:
        """Level, its word and its text, from 1 to 4."""
        return (
            (1, "Poor", self.poor),
            (2, "Partial", self.partial),
            (3, "Good", self.good),
            (4, "Great", self.great),
        )


class Line(Anchors):
    """One line of a scenario's scorecard, with anchors of its own.

    ``points`` is its weight in a take-home, where the points of all lines add up to 100; None elsewhere.
    """

    name: Text
    points: Annotated[int, Field(gt=0, le=100)] | None = None


class Scenario(_Content):
    """One exercise of the bank.

    ``minutes`` is the time on the clock (a take-home: the cap). ``primary_skill`` is a slug of the taxonomy: a loop
    never holds two scenarios with the same one. ``competencies`` are the slugs it gives evidence on; ``groups`` are
    the groups of the taxonomy it can be run in, with the tools that the team uses. ``hints`` are given in their
    order. ``lines`` are what the scorecard rates, ``anchors`` the whole in one line. ``ai_use`` says what help from
    AI tools is allowed, ``accommodations`` what is offered on request, rated by the same lines. ``planted`` belongs
    to code reviews, ``failure_injection`` to design sessions.
    """

    id: Annotated[str, Field(pattern=r"^(S\d\d|OWN-[0-9A-Z]{1,12})$")]
    title: Text
    type: StageType
    minutes: Annotated[int, Field(gt=0, le=480)]
    minutes_junior: Annotated[int, Field(gt=0, le=480)] | None = None
    archetypes: Annotated[tuple[Archetype, ...], Field(min_length=1)]
    levels: Annotated[tuple[Level, ...], Field(min_length=1)]
    tags: tuple[StageTag, ...]
    primary_skill: Slug
    competencies: Annotated[tuple[Slug, ...], Field(min_length=1)]
    groups: Annotated[tuple[Group, ...], Field(min_length=1)]
    set_up: Text
    task: Text
    symptoms: tuple[Text, ...] = ()
    root_cause: Text | None = None
    hints: tuple[Text, ...] = ()
    planted: tuple[Text, ...] = ()
    failure_injection: Text | None = None
    junior_variant: Text | None = None
    llm_variant: Text | None = None
    ai_use: Text
    accommodations: Text
    follow_ups: Annotated[tuple[Text, ...], Field(min_length=1)]
    anchors: Anchors
    lines: Annotated[tuple[Line, ...], Field(min_length=3)]

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        points = [line.points for line in self.lines]
        if self.type == "take_home":
            if sum(each or 0 for each in points) != 100 or None in points:
                raise ValueError("lines: the points of a take-home's lines must add up to 100")
        elif any(points):
            raise ValueError("lines: only a take-home has points")
        if self.type == "live_debug" and (not self.root_cause or len(self.hints) < 2):
            raise ValueError("live debugging needs a root_cause and at least two hints")
        return self


class Question(_Content):
    """One structured interview question, with what an answer looks like at each level.

    ``about`` are the skills and groups of the taxonomy it gives evidence on; ``also`` are people skills it shows
    beside its own competency.
    """

    id: Annotated[str, Field(pattern=r"^(Q\d\d|OWN-[0-9A-Z]{1,12})$")]
    competency: Literal[
        "discriminator", "lifecycle", "platform", "collaboration", "communication", "customer_empathy",
        "stakeholder", "growth",
    ]  # fmt: skip
    question: Text
    levels: Annotated[tuple[Level, ...], Field(min_length=1)]
    about: tuple[Subject, ...] = ()
    also: tuple[PeopleSkill, ...] = ()
    anchors: Anchors


@dataclass(frozen=True, slots=True)
class Bank:
    """Scenarios and questions by id, each in the order of preference where all else is equal."""

    scenarios: Mapping[str, Scenario]
    questions: Mapping[str, Question]
