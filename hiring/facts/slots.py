"""Requirement lines as the checkers see them: which skills, which class, whether a line counts as a must-have."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from hiring.document import Slot
from hiring.facts.areas import areas_of
from hiring.facts.core_needs import USUALLY_NICE, core_need
from hiring.facts.disciplines import Discipline, discipline_of
from hiring.facts.tool_age import first_release
from hiring.skills import Skill, skill_named

SlotClass = Literal["mlops", "infra", "data", "ml", "off", "other"]

_CLASS_OF: Final[dict[str, SlotClass]] = {
    "shared-infra": "infra",
    "shared-data": "data",
    "shared-ml": "ml",
    "off-role": "off",
}
_ORDER: Final[tuple[SlotClass, ...]] = ("mlops", "infra", "data", "ml", "off", "other")
"""A line with alternatives of several classes counts once, in the first of these."""
_RANK: Final = {slot_class: rank for rank, slot_class in enumerate(_ORDER)}

BASICS: Final = frozenset({"python", "sql", "git", "linux"})
"""Together these four count as one requirement where a list is held against a cap."""

_DEGREE: Final = re.compile(r"\b(?:bachelor|master'?s|phd|ph\.d|doctorate|degree|diploma|b\.?sc|m\.?sc)\b", re.I)
_YEARS: Final = re.compile(
    r"\s*(?:at least |minimum (?:of )?)?\d+\s*(?:\+|-\s*\d+|to \d+)?\s*(?:years?|yrs?)(?:\s+of)?"
    r"(?:\s+(?:professional|relevant|work|working|industry|practical|total|overall))*(?:\s+experience)?\s*",
    re.I,
)


class Alternative(NamedTuple):
    """One alternative of a requirement line: a skill of the taxonomy, or free text (``skill`` is None).

    The other fields say of it alone what ``Line`` says of all of them together.
    """

    skill: Skill | None
    label: str
    slot_class: SlotClass
    counted: bool
    discipline: Discipline | None
    weight: int | None
    areas: frozenset[str]
    kinds: tuple[tuple[str, str], ...]
    core_need: str | None
    usually_nice: bool
    released: int | None


class Line(NamedTuple):
    """What the alternatives of a requirement line say, wherever the line stands. Read once for each wording.

    ``skills`` holds None for an alternative the taxonomy does not know; the first one gives the line its
    ``discipline`` and its infrastructure ``weight`` (0 to 100; None for unknown names, soft skills and software
    practice). ``counted`` is False for lines that are not skills to be counted: soft skills, git, degrees and years.
    ``areas`` are those of the five that the alternatives touch, ``off_role`` the slugs of off-role alternatives,
    ``kinds`` are the kinds of interchangeable tools that the alternatives belong to, each with the slug. ``basics``
    are those of Python, SQL, Git and Linux, and ``clouds`` the clouds, that satisfy the line, where nothing else does.
    ``core_need`` is the core need that the first alternative meets, and ``usually_nice`` says that it seldom decides
    a hire. ``released`` is the year of the earliest first release among the alternatives; None where one of them is
    unknown. ``label`` is the line in words: ``AWS or Google Cloud``.
    """

    skills: tuple[Skill | None, ...]
    label: str
    slot_class: SlotClass
    counted: bool
    discipline: Discipline | None
    weight: int | None
    areas: frozenset[str]
    off_role: tuple[str, ...]
    basics: frozenset[str]
    kinds: tuple[tuple[str, str], ...]
    clouds: frozenset[str]
    core_need: str | None
    usually_nice: bool
    released: int | None


@dataclass(slots=True, eq=False)
class Requirement:
    """One must-have or nice-to-have: the ``index``-th of its list; ``path`` is its JSON Pointer."""

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
    alternatives = [read_alternative(text) for text in any_of]
    skills = tuple([alternative.skill for alternative in alternatives])
    years = [alternative.released for alternative in alternatives]
    first = alternatives[0]
    return Line(
        skills=skills,
        label=" or ".join([alternative.label for alternative in alternatives]),
        slot_class=min([alternative.slot_class for alternative in alternatives], key=_RANK.__getitem__),
        counted=any(alternative.counted for alternative in alternatives),
        discipline=first.discipline,
        weight=first.weight,
        areas=frozenset().union(*[alternative.areas for alternative in alternatives]),
        off_role=tuple([skill.slug for skill in skills if skill is not None and skill.skill_class == "off-role"]),
        basics=_basics(skills),
        kinds=tuple([kind for alternative in alternatives for kind in alternative.kinds]),
        clouds=_clouds(skills, any_of),
        core_need=first.core_need,
        usually_nice=first.usually_nice,
        released=None if None in years else min([year for year in years if year is not None]),
    )


@lru_cache(maxsize=8192)
def read_alternative(text: str) -> Alternative:
    """One alternative from what is written: a slug, name or alias of the taxonomy, or free text."""
    skill = skill_named(text)
    return Alternative(
        skill=skill,
        label=text.strip() if skill is None else skill.name,
        slot_class=_class_of(skill),
        counted=_counted(skill, text),
        discipline=discipline_of(skill),
        weight=None if skill is None or skill.skill_class in ("soft", "shared-software") else skill.infra,
        areas=frozenset() if skill is None else frozenset(areas_of((skill.slug,))),
        kinds=() if skill is None else tuple([(kind, skill.slug) for kind in _kinds(skill)]),
        core_need=None if skill is None else core_need(skill),
        usually_nice=skill is not None and skill.slug in USUALLY_NICE,
        released=first_release(skill, text),
    )


def _kinds(skill: Skill) -> Iterator[str]:
    """Its family; for tracking and serving tools (a tool has a first release) that as well."""
    if skill.family is not None:
        yield skill.family
    if skill.since is not None and skill.area in ("tracking", "serving"):
        yield f"{skill.area} tool"


def _basics(skills: tuple[Skill | None, ...]) -> frozenset[str]:
    """Python, SQL, Git and Linux among the alternatives, if only they are: Python or Go is more than a basic."""
    slugs = frozenset(skill.slug if skill else "" for skill in skills)
    return slugs if slugs <= BASICS else frozenset()


def _clouds(skills: tuple[Skill | None, ...], any_of: tuple[str, ...]) -> frozenset[str]:
    """Clouds among the alternatives, if only clouds are; beside one, an unknown name is taken for another."""
    families = {skill.family for skill in skills if skill is not None}
    if families != {"cloud"}:
        return frozenset()
    return frozenset(
        skill.slug if skill else text.strip().casefold() for skill, text in zip(skills, any_of, strict=True)
    )


def _class_of(skill: Skill | None) -> SlotClass:
    if skill is None:
        return "other"
    return "mlops" if skill.mlops_specific else _CLASS_OF.get(skill.skill_class, "other")


def _counted(skill: Skill | None, text: str) -> bool:
    if skill is not None:
        return skill.skill_class != "soft" and skill.slug != "git"
    return _DEGREE.search(text) is None and _YEARS.fullmatch(text) is None


def requirements(slots: Sequence[Slot], path: str) -> tuple[Requirement, ...]:
    """The requirements of one list, whose JSON Pointer is ``path``."""
    return tuple(
        [Requirement(slot, index, f"{path}/{index}", read_line(slot.any_of)) for index, slot in enumerate(slots)]
    )


def count_of_musts(musts: Sequence[Requirement]) -> int:
    """Must-haves that count: all lines but soft skills, git, degrees and years. Unknown names count."""
    return len([must for must in musts if must.line.counted])


def count_for_caps(musts: Sequence[Requirement]) -> int:
    """The same for holding against a cap: Python, SQL, Git and Linux, when all four appear, are one requirement."""
    merged = merged_basics(musts)
    return count_of_musts(musts) - count_of_musts(merged) + 1 if merged else count_of_musts(musts)


def merged_basics(musts: Sequence[Requirement]) -> list[Requirement]:
    """The lines that are one requirement together: Python, SQL, Git and Linux, when all four appear; else none."""
    basic = [must for must in musts if must.line.basics]
    all_four = len(basic) > 1 and frozenset().union(*(must.line.basics for must in basic)) == BASICS
    return basic if all_four else []


def slot_counts(lines: Sequence[Requirement]) -> SlotCounts:
    """How many of the requirement lines are of each class."""
    classes = [requirement.line.slot_class for requirement in lines]
    mlops, infra, data, ml, off, _ = [classes.count(slot_class) for slot_class in _ORDER]
    return SlotCounts(mlops, infra, data, ml, off, len(classes))
