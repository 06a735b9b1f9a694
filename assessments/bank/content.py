"""What a scenario and a question of the bank hold. One TOML file a scenario, one file for all questions."""

import tomllib
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from hiring.document.process import StageTag, StageType
from hiring.document.role import Level

Archetype = Literal["infra_heavy", "balanced", "ml_heavy"]
Text = Annotated[str, Field(min_length=1)]

HERE: Final = Path(__file__).parent


class _Content(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Anchors(_Content):
    """What an answer looks like at each of the four levels. 3 is the bar for hiring."""

    poor: Text
    partial: Text
    good: Text
    great: Text

    @property
    def numbered(self) -> tuple[tuple[int, str, str], ...]:
        """Level, its word and its text, from 1 to 4."""
        return (
            (1, "Poor", self.poor),
            (2, "Partial", self.partial),
            (3, "Good", self.good),
            (4, "Great", self.great),
        )


class RubricLine(_Content):
    """One line of a take-home's rubric. The points of all lines add up to 100."""

    line: Text
    points: Annotated[int, Field(gt=0, le=100)]


class Scenario(_Content):
    """One exercise of the bank.

    ``minutes`` is the time on the clock (a take-home: the cap). ``primary_skill`` is a slug of the taxonomy: a loop
    never holds two scenarios with the same one. ``competencies`` are the slugs it gives evidence on. ``hints`` are
    given in their order. ``rubric`` belongs to take-homes, ``planted`` to code reviews, ``failure_injection`` to
    design sessions.
    """

    id: Annotated[str, Field(pattern=r"^S\d\d$")]
    title: Text
    type: StageType
    minutes: Annotated[int, Field(gt=0)]
    minutes_junior: Annotated[int, Field(gt=0)] | None = None
    archetypes: Annotated[tuple[Archetype, ...], Field(min_length=1)]
    levels: Annotated[tuple[Level, ...], Field(min_length=1)]
    tags: tuple[StageTag, ...]
    primary_skill: Text
    competencies: Annotated[tuple[str, ...], Field(min_length=1)]
    skills: Annotated[tuple[Text, ...], Field(min_length=1)]
    set_up: Text
    task: Text
    symptoms: tuple[Text, ...] = ()
    root_cause: str | None = None
    hints: tuple[Text, ...] = ()
    rubric: tuple[RubricLine, ...] = ()
    planted: tuple[Text, ...] = ()
    failure_injection: str | None = None
    junior_variant: str | None = None
    llm_variant: str | None = None
    anchors: Anchors
    follow_ups: tuple[Text, ...] = ()


class Question(_Content):
    """One structured interview question, with what an answer looks like at each level."""

    id: Annotated[str, Field(pattern=r"^Q\d\d$")]
    competency: Literal[
        "discriminator", "lifecycle", "platform", "collaboration", "communication", "customer_empathy",
        "stakeholder", "growth",
    ]  # fmt: skip
    question: Text
    levels: Annotated[tuple[Level, ...], Field(min_length=1)]
    anchors: Anchors


def read_scenarios() -> dict[str, Scenario]:
    """All scenarios by id, in the order of their ids."""
    paths = sorted((HERE / "scenarios").glob("*.toml"))
    scenarios = [Scenario.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))) for path in paths]
    return {scenario.id: scenario for scenario in scenarios}


def read_questions() -> dict[str, Question]:
    """All questions by id, in the order of their ids."""
    rows = tomllib.loads((HERE / "questions.toml").read_text(encoding="utf-8"))["question"]
    questions = [Question.model_validate(row) for row in rows]
    return {question.id: question for question in questions}
