"""Changes of the requirement lists that a machine can make: adding, moving to nice-to-have, dropping, merging lines."""

from collections.abc import Collection, Iterable, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

from hiring.document import Slot
from hiring.document.base import json_number
from hiring.document.patch import PatchOperation
from hiring.facts.slots import Requirement, merged_basics

if TYPE_CHECKING:
    from hiring.facts.case import Case

MUSTS: Final = "/scope/must_haves"
NICES: Final = "/scope/nice_to_haves"
_LAST_NICE: Final = f"{NICES}/-"

_index = attrgetter("index")

FEWEST_LEFT: Final = 3
"""A list is never moved below so many lines."""


def added(slugs: Iterable[str]) -> tuple[PatchOperation, ...]:
    """Append must-haves."""
    return tuple({"op": "add", "path": f"{MUSTS}/-", "value": {"any_of": [slug], "years": None}} for slug in slugs)


def replaced(must: Requirement, slug: str) -> PatchOperation:
    """Put another skill in the place of a must-have."""
    return {"op": "replace", "path": must.path, "value": {"any_of": [slug], "years": None}}


def without_alternatives(must: Requirement, slugs: Collection[str]) -> PatchOperation:
    """Drop the alternatives with these slugs; drop the whole line where no other is left."""
    rest = [
        text
        for text, skill in zip(must.slot.any_of, must.skills, strict=True)
        if skill is None or skill.slug not in slugs
    ]
    if not rest:
        return {"op": "remove", "path": must.path}
    return {"op": "replace", "path": f"{must.path}/any_of", "value": rest}


def moved_to_nice(musts: Sequence[Requirement]) -> tuple[PatchOperation, ...]:
    """Append the lines to the nice-to-haves and take them from the must-haves."""
    in_order = sorted(musts, key=_index)
    adds: list[PatchOperation] = [{"op": "add", "path": _LAST_NICE, "value": _as_json(must.slot)} for must in in_order]
    removes: list[PatchOperation] = [{"op": "remove", "path": must.path} for must in reversed(in_order)]
    return (*adds, *removes)


def _as_json(slot: Slot) -> dict[str, Any]:
    return {"any_of": list(slot.any_of), "years": None if slot.years is None else json_number(slot.years)}


def removed(musts: Iterable[Requirement]) -> list[PatchOperation]:
    """Take lines from the must-haves, the last first, so that each pointer still holds."""
    return [{"op": "remove", "path": must.path} for must in sorted(musts, key=_index, reverse=True)]


def merged(groups: Iterable[Sequence[Requirement]]) -> tuple[PatchOperation, ...]:
    """Make one line with alternatives of each group of must-haves; groups that share a line become one group."""
    joined: list[dict[int, Requirement]] = []
    for group in groups:
        together = {must.index: must for must in group}
        apart = []
        for other in joined:
            if other.keys() & together.keys():
                together |= other
            else:
                apart.append(other)
        joined = [*apart, together]
    operations: list[PatchOperation] = []
    gone: list[Requirement] = []
    for lines in joined:
        first, *rest = sorted(lines.values(), key=_index)
        names: Any = dict.fromkeys(text for must in (first, *rest) for text in must.slot.any_of)
        operations.append({"op": "replace", "path": f"{first.path}/any_of", "value": list(names)})
        gone += rest
    return (*operations, *removed(gone))


def movable(case: "Case") -> list[Requirement]:
    """The must-haves of which each lowers the count held against a cap by one, those that can be spared first."""
    together = {must.index for must in merged_basics(case.musts)}
    return [must for must in case.musts_by_ease if must.index not in together]


def spared(case: "Case", count: int) -> tuple[Requirement, ...]:
    """So many must-haves to move to the nice-to-haves; none at all where that would leave hardly a list."""
    lines = movable(case)
    enough = len(lines) >= count and len(case.musts) - count >= FEWEST_LEFT
    return tuple(lines[:count]) if enough else ()
