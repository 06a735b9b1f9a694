"""How many disciplines a list of must-haves asks one person to master."""

from collections.abc import Mapping, Sequence

from hiring.facts.disciplines import DISCIPLINES, Discipline
from hiring.facts.slots import Requirement
from hiring.thresholds import DEEP_SLOTS


def slots_by_discipline(musts: Sequence[Requirement]) -> dict[Discipline, int]:
    """Must-have lines of each discipline; disciplines without any are left out."""
    counts: dict[Discipline, int] = {}
    for must in musts:
        discipline = must.line.discipline
        if discipline is not None:
            counts[discipline] = counts.get(discipline, 0) + 1
    return counts


def deep(counts: Mapping[Discipline, int]) -> tuple[Discipline, ...]:
    """The disciplines asked for in depth: three lines or more."""
    return tuple([discipline for discipline in DISCIPLINES if counts.get(discipline, 0) >= DEEP_SLOTS])
