"""Which must-haves can be spared first."""

from collections.abc import Sequence

from hiring.facts.slots import Requirement


def by_ease(musts: Sequence[Requirement]) -> tuple[Requirement, ...]:
    """The must-haves that count, those that can be spared first: other jobs' skills, usual extras, then the rest.

    What covers a core need for the first time goes last; among equals the later line goes first.
    """
    covered: set[str] = set()
    ranks: tuple[list[Requirement], ...] = ([], [], [], [])
    for must in musts:
        line = must.line
        core = line.core_need is not None and line.core_need not in covered
        if line.core_need is not None:
            covered.add(line.core_need)
        if not line.counted:
            continue
        if line.off_role:
            rank = 0
        elif core:
            rank = 3
        else:
            rank = 1 if line.core_need is not None or line.usually_nice else 2
        ranks[rank].append(must)
    return tuple(must for rank in ranks for must in reversed(rank))
