"""Requirement lines as the checkers see them: which skills, which class, whether a line counts as a must-have."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from hiring.document import Slot
from hiring.skills import Skill, skill_named

SlotClass = Literal["mlops", "infra", "data", "ml", "off", "other"]

_CLASS_OF: Final[dict[str, SlotClass]] = {
    "shared-infra": "infra",
    "shared-data": "data",
    "shared-ml": "ml",
    "off-role": "off",
}
_ORDER: Final[tuple[SlotClass, ...]] = ("mlops", "infra", "data", "ml", "off")
"""A line with alternatives of several classes counts once, in the first of these."""

BASICS: Final = frozenset({"python", "sql", "git", "linux"})
"""Together these four count as one requirement where a list is held against a cap."""

_DEGREE: Final = re.compile(r"\b(?:bachelor|master'?s|phd|ph\.d|doctorate|degree|diploma|b\.?sc|m\.?sc)\b", re.I)
_YEARS: Final = re.compile(
    r"\s*(?:at least |minimum (?:of )?)?\d+\s*(?:\+|-\s*\d+|to \d+)?\s*(?:years?|yrs?)(?:\s+of)?"
    r"(?:\s+(?:professional|relevant|work|working|industry|practical|total|overall))*(?:\s+experience)?\s*",
    re.I,
)


class Line(NamedTuple):
    """What the alternatives of a requirement line say, wherever the line stands.

    ``skills`` holds None for an alternative the taxonomy does not know. ``counted`` is False for lines that are not
    skills to be counted: soft skills, git, degrees and years. ``off_role`` are the slugs of off-role alternatives.
    """

    skills: tuple[Skill | None, ...]
    names: tuple[str, ...]
    slot_class: SlotClass
    counted: bool
    off_role: tuple[str, ...]

    @property
    def first(self) -> Skill | None:
        """The first alternative, which gives the line its discipline and its infrastructure weight."""
        return self.skills[0]

    @property
    def label(self) -> str:
        """The line in words: ``AWS or Google Cloud``."""
        return " or ".join(self.names)


@dataclass(slots=True, eq=False)
class Requirement:
    """One must-have or nice-to-have. ``path`` is its JSON Pointer."""

    slot: Slot
    index: int
    path: str
    line: Line

    @property
    def skills(self) -> tuple[Skill | None, ...]:
        """The skill of each alternative; None where the taxonomy does not know it."""
        return self.line.skills

    @property
    def label(self) -> str:
        """The requirement in words."""
        return self.line.label


class SlotCounts(NamedTuple):
    """Requirement lines, must and nice, by class. A line counts once; ``total`` also holds lines of no class."""

    mlops_slots: int
    infra_slots: int
    data_slots: int
    ml_slots: int
    off_slots: int
    total: int

    @property
    def technical(self) -> int:
        """Lines of infrastructure, lifecycle, ML and data together."""
        return self.infra_slots + self.mlops_slots + self.ml_slots + self.data_slots


@lru_cache(maxsize=8192)
def read_line(any_of: tuple[str, ...]) -> Line:
    """A requirement line from its alternatives: slugs, names or aliases of the taxonomy, or free text."""
    skills = tuple(skill_named(text) for text in any_of)
    classes = {_class_of(skill) for skill in skills}
    return Line(
        skills,
        tuple(skill.name if skill else text.strip() for skill, text in zip(skills, any_of, strict=True)),
        next((slot_class for slot_class in _ORDER if slot_class in classes), "other"),
        not all(_not_counted(skill, text) for skill, text in zip(skills, any_of, strict=True)),
        tuple(skill.slug for skill in skills if skill and skill.skill_class == "off-role"),
    )


def _class_of(skill: Skill | None) -> SlotClass:
    if skill is None:
        return "other"
    return "mlops" if skill.mlops_specific else _CLASS_OF.get(skill.skill_class, "other")


def _not_counted(skill: Skill | None, text: str) -> bool:
    if skill is not None:
        return skill.skill_class == "soft" or skill.slug == "git"
    return _DEGREE.search(text) is not None or _YEARS.fullmatch(text) is not None


def requirements(slots: Sequence[Slot], path: str) -> tuple[Requirement, ...]:
    """The requirements of one list, whose JSON Pointer is ``path``."""
    return tuple(
        Requirement(slot, index, f"{path}/{index}", read_line(slot.any_of)) for index, slot in enumerate(slots)
    )


def count_of_musts(musts: Sequence[Requirement]) -> int:
    """Must-haves that count: all lines but soft skills, git, degrees and years. Unknown names count."""
    return sum(must.line.counted for must in musts)


def count_for_caps(musts: Sequence[Requirement]) -> int:
    """The same for holding against a cap: Python, SQL, Git and Linux, when all four appear, are one requirement."""
    basic = [must for must in musts if any(skill and skill.slug in BASICS for skill in must.skills)]
    asked = {skill.slug for must in basic for skill in must.skills if skill}
    count = count_of_musts(musts)
    return count - count_of_musts(basic) + 1 if asked >= BASICS else count


def slot_counts(lines: Sequence[Requirement]) -> SlotCounts:
    """How many of the requirement lines are of each class."""
    classes = [requirement.line.slot_class for requirement in lines]
    mlops, infra, data, ml, off = (classes.count(slot_class) for slot_class in _ORDER)
    return SlotCounts(mlops, infra, data, ml, off, len(classes))
