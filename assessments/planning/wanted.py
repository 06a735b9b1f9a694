"""What the loop has to look at: the must-haves, read once, and the four people skills."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from assessments.planning.plan import Requirement
from hiring.document import RequisitionDocument
from hiring.document.process import StageTag
from hiring.facts.people_skills import PEOPLE_SKILLS
from hiring.facts.slots import requirements
from hiring.skills import Skill, skill_named

Kind = Literal["skill", "people", "off_role", "record", "blank"]

LONGEST_LABEL: Final = 90
"""Characters of a must-have that a sentence repeats."""

PEOPLE_TAGS: Final[tuple[StageTag, ...]] = ("collaboration", "communication", "customer_empathy", "stakeholder")
"""The four people skills."""

TAG_OF_SKILL: Final[dict[str, StageTag]] = {
    "collaboration": "collaboration",
    "communication": "communication",
    "mentoring": "collaboration",
}
"""The people skill that shows a soft skill of the taxonomy."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A must-have as something an interview can look at.

    ``kind``: ``skill`` for anything of the craft, unknown names included; ``people`` for soft skills; ``off_role``
    where every alternative belongs to another job; ``record`` for degrees and years, which are read and not tested;
    ``blank`` for an empty line. ``names`` are the alternatives as the document holds them, ``keys`` the same as slugs,
    ``groups`` their groups in the taxonomy.
    """

    requirement: Requirement
    kind: Kind
    names: tuple[str, ...]
    keys: frozenset[str]
    groups: frozenset[str]

    @property
    def tags(self) -> frozenset[StageTag]:
        """The people skills that show it; empty for skills of the craft."""
        if self.kind != "people":
            return frozenset()
        return frozenset(TAG_OF_SKILL.get(key, "collaboration") for key in self.keys)


def key_of(name: str) -> str:
    """The slug of a skill's name; a name that the taxonomy does not know in small letters."""
    skill = skill_named(name)
    return skill.slug if skill else " ".join(name.split()).casefold()


def wanted_of(document: RequisitionDocument) -> tuple[Wanted, ...]:
    """The must-haves in the document's order."""
    return tuple(
        Wanted(
            Requirement("|".join(keys), _shown(must.label), must.path),
            _kind(must.line.counted, [skill for skill in must.skills if skill], keys),
            must.slot.any_of,
            frozenset(key for key in keys if key),
            frozenset(skill.group for skill in must.skills if skill),
        )
        for must in requirements(document.scope.must_haves, "/scope/must_haves")
        for keys in (tuple(dict.fromkeys(key_of(name) for name in must.slot.any_of)),)
    )


def _kind(counted: bool, skills: Sequence[Skill], keys: Sequence[str]) -> Kind:
    if not any(keys):
        return "blank"
    groups = {skill.group for skill in skills}
    if groups == {"soft-skills"}:
        return "people"
    if groups == {"off-role"}:
        return "off_role"
    return "skill" if counted or skills else "record"


def _shown(label: str) -> str:
    printable = label if label.isprintable() else "".join(each if each.isprintable() else " " for each in label)
    words = " ".join(printable.split())
    return words if len(words) <= LONGEST_LABEL else f"{words[: LONGEST_LABEL - 1].rstrip()}…"


PEOPLE: Final[dict[str, Requirement]] = {
    tag: Requirement(tag, PEOPLE_SKILLS[tag].capitalize(), None) for tag in PEOPLE_TAGS
}
"""The four people skills by their tag."""


def bundles(wanted: Sequence[Wanted]) -> list[list[Wanted]]:
    """Must-haves that share an alternative together, each bundle and its members in the document's order.

    A bundle is looked at in one session: spread over several, one subject would be asked about again and again.
    """
    bundle_of: dict[str, list[int]] = {}
    for position, each in enumerate(wanted):
        merged = [position]
        for bundle in {id(bundle): bundle for key in each.keys if (bundle := bundle_of.get(key))}.values():
            merged += bundle
        members = {key for index in merged for key in wanted[index].keys} if len(merged) > 1 else each.keys
        bundle_of.update(dict.fromkeys(members, merged))
    lone = [[position] for position, each in enumerate(wanted) if not each.keys]
    distinct = {id(bundle): sorted(bundle) for bundle in bundle_of.values()}
    return [[wanted[index] for index in bundle] for bundle in sorted([*distinct.values(), *lone])]
