"""Must-haves that ask for several tools of one kind, each of them."""

from collections.abc import Sequence

from hiring.facts.slots import Requirement


def clouds_without_overlap(musts: Sequence[Requirement]) -> list[Requirement]:
    """The cloud must-haves, where no single cloud satisfies them all; else nothing."""
    clouds = [must for must in musts if must.line.clouds]
    if len(clouds) < 2 or frozenset.intersection(*(must.line.clouds for must in clouds)):
        return []
    return clouds


def same_kind(musts: Sequence[Requirement]) -> list[tuple[Requirement, ...]]:
    """Groups of two or more must-haves that ask for different members of one kind, each group in their order.

    Kinds: the families of interchangeable tools, tracking tools, serving tools.
    """
    members: dict[str, list[tuple[str, Requirement]]] = {}
    for must in musts:
        for kind, slug in must.line.kinds:
            members.setdefault(kind, []).append((slug, must))
    groups = []
    for found in members.values():
        if len(found) > 1 and len({slug for slug, _ in found}) > 1:
            group = {must.index: must for _, must in found}
            if len(group) > 1:
                groups.append(tuple(group.values()))
    return groups
