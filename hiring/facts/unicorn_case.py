"""The unicorn index of a case whose answers may be missing, and what would bring it down."""

from typing import TYPE_CHECKING

from hiring.facts.depth import deep
from hiring.facts.disciplines import THREE_JOBS, Discipline
from hiring.facts.levels import possible_levels
from hiring.facts.requirement_patches import FEWEST_LEFT, movable
from hiring.facts.slots import Requirement
from hiring.facts.unicorn import Unicorn, unicorn
from hiring.thresholds import CAP, DEEP_SLOTS, PAY_FACTOR, PAY_STEPS, UNICORN_WARN

if TYPE_CHECKING:
    from hiring.facts.case import Case

MOST_YEARS_ASKED = 60
"""Largest answer the document takes for the minimum years."""


def bounds(case: "Case") -> tuple[Unicorn, Unicorn]:
    """Lowest and highest index that the missing answers (level, years, degree) allow; equal where none is missing."""
    years, degree = case.scope.years_min, case.scope.degree
    lowest = _lowest(case, len(case.deep_disciplines))
    if case.role.level is not None and years is not None and degree is not None:
        return lowest, lowest
    highest = max(
        (
            unicorn(
                level,
                n_must=case.n_must_for_caps,
                deep=len(case.deep_disciplines),
                years_min=MOST_YEARS_ASKED if years is None else years,
                phd=degree in (None, "phd"),
                pay_pct=case.pay_pct,
            )
            for level in possible_levels(case.role.level)
        ),
        key=lambda unicorn: unicorn.value,
    )
    return lowest, highest


def _lowest(case: "Case", deep_count: int) -> Unicorn:
    """Lowest index that the missing answers allow, with so many deep disciplines."""
    indices = [
        unicorn(
            level,
            n_must=case.n_must_for_caps,
            deep=deep_count,
            years_min=case.scope.years_min or 0,
            phd=case.scope.degree == "phd",
            pay_pct=case.pay_pct,
        )
        for level in possible_levels(case.role.level)
    ]
    return indices[0] if len(indices) == 1 else min(indices, key=lambda index: index.value)


def _most_musts(case: "Case", lowest: Unicorn) -> int:
    """Most must-haves that would bring the lowest index below the warning, all else as it is."""
    limit = UNICORN_WARN * lowest.under * case.n_must_for_caps
    most = int(limit / lowest.over)
    return most if most * lowest.over < limit else most - 1


def until_no_unicorn(case: "Case", lowest: Unicorn) -> tuple[Requirement, ...]:
    """The must-haves to move so that the index falls below the warning; none where moving lines does not do it."""
    counts, deep_count = dict(case.disciplines), len(case.deep_disciplines)
    most = _most_musts(case, lowest)
    lines = movable(case)[: max(0, len(case.musts) - FEWEST_LEFT)]
    for gone, must in enumerate(lines, 1):
        discipline = must.line.discipline
        if discipline is not None:
            counts[discipline] -= 1
            if counts[discipline] == DEEP_SLOTS - 1:
                deep_count -= 1
                most = _most_musts(case, _lowest(case, deep_count))
        if case.n_must_for_caps - gone <= most:
            return tuple(lines[:gone])
    return ()


def way_out(case: "Case", lowest: Unicorn) -> str:
    """The fix in one sentence: how many must-haves would do, or which pay."""
    fewer, better_pay = _most_musts(case, lowest), _better_pay(case, lowest)
    pay = f", or pay at the {better_pay}th percentile" if better_pay is not None else ""
    if fewer < 1:
        return f"Cut the requirements to those of one discipline{pay}."
    return f"Cut the must-haves to {fewer}{pay}."


def _better_pay(case: "Case", lowest: Unicorn) -> int | None:
    """The lowest border between pay ranges, above today's pay, that would bring the index below the warning."""
    level, paid = case.role.level, case.pay_pct
    if level is None or paid is None:
        return None
    steps = zip(PAY_STEPS, PAY_FACTOR[1:], strict=True)
    limit = UNICORN_WARN * CAP[level]
    return next((step for step, factor in steps if paid < step and lowest.over < limit * factor), None)


def weakest(case: "Case") -> Discipline:
    """Of the disciplines asked in depth, the one with the fewest lines; MLOps itself last."""
    return min(case.deep_disciplines, key=lambda name: (name == "mlops", case.disciplines[name]))


def until_few_are_deep(case: "Case", most: int) -> tuple[Requirement, ...]:
    """The must-haves to move so that at most ``most`` disciplines stay deep, the three jobs never all together."""
    moved: list[Requirement] = []
    counts = dict(case.disciplines)
    while len(still_deep := deep(counts)) > most or set(THREE_JOBS) <= set(still_deep):
        name = min(still_deep, key=lambda name: (name == "mlops", counts[name]))
        own = [must for must in case.musts_by_ease if must.line.discipline == name]
        moved += own[: counts[name] - DEEP_SLOTS + 1]
        counts[name] = DEEP_SLOTS - 1
    return tuple(moved)
