"""The unicorn index of a case whose answers may be missing, and what would bring it down."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hiring.document.role import Level
from hiring.facts.disciplines import THREE_JOBS, Discipline, deep, slots_by_discipline
from hiring.facts.levels import possible_levels
from hiring.facts.requirement_patches import by_ease, lines_to_move
from hiring.facts.slots import Requirement, count_for_caps
from hiring.facts.unicorn import Unicorn, unicorn
from hiring.thresholds import DEEP_SLOTS, PAY_STEPS, UNICORN_WARN

if TYPE_CHECKING:
    from hiring.facts.case import Case

MOST_YEARS_ASKED = 60
"""Largest answer the document takes for the minimum years."""


def bounds(case: "Case", musts: Sequence[Requirement] | None = None) -> tuple[Unicorn, Unicorn]:
    """Lowest and highest index that the missing answers (level, years, degree) allow; equal where none is missing."""
    count, deep_count = case.n_must_for_caps, len(case.deep_disciplines)
    if musts is not None:
        count, deep_count = count_for_caps(musts), len(deep(slots_by_discipline(musts)))
    years, degree = case.scope.years_min, case.scope.degree

    def index(level: Level, years_if_open: int, phd_if_open: bool) -> Unicorn:
        return unicorn(
            level,
            n_must=count,
            deep=deep_count,
            years_min=years_if_open if years is None else years,
            phd=phd_if_open if degree is None else degree == "phd",
            pay_pct=case.pay_pct,
        )

    if case.role.level is not None and years is not None and degree is not None:
        known = index(case.role.level, years, False)
        return known, known
    levels = possible_levels(case.role.level)
    lowest = min((index(level, 0, False) for level in levels), key=lambda unicorn: unicorn.value)
    highest = max((index(level, MOST_YEARS_ASKED, True) for level in levels), key=lambda unicorn: unicorn.value)
    return lowest, highest


def until_no_unicorn(case: "Case") -> tuple[Requirement, ...]:
    """The must-haves to move so that the index falls below the warning; none where moving lines does not do it."""
    return lines_to_move(case.musts, lambda staying: not bounds(case, staying)[0].reaches(UNICORN_WARN))


def way_out(case: "Case") -> str:
    """The fix in one sentence: how many must-haves would do, or which pay."""
    low = bounds(case)[0]
    each = low.over / case.n_must_for_caps
    fewer = int(UNICORN_WARN * low.under / each)
    if fewer * each >= UNICORN_WARN * low.under:
        fewer -= 1
    better_pay = next((step for step in PAY_STEPS if _enough(case, step)), None)
    pay = f", or pay at the {better_pay}th percentile" if better_pay is not None else ""
    if fewer < 1:
        return f"Cut the requirements to those of one discipline{pay}."
    return f"Cut the must-haves to {fewer}{pay}."


def _enough(case: "Case", pay_pct: int) -> bool:
    """Whether pay at this percentile, above today's, would bring the index below the warning."""
    level, scope = case.role.level, case.scope
    if level is None or case.pay_pct is None or case.pay_pct >= pay_pct:
        return False
    paid = unicorn(
        level,
        n_must=case.n_must_for_caps,
        deep=len(case.deep_disciplines),
        years_min=scope.years_min or 0,
        phd=scope.degree == "phd",
        pay_pct=type(case.pay_pct)(pay_pct),
    )
    return not paid.reaches(UNICORN_WARN)


def weakest(case: "Case") -> Discipline:
    """Of the disciplines asked in depth, the one with the fewest lines; MLOps itself last."""
    return min(case.deep_disciplines, key=lambda name: (name == "mlops", case.disciplines[name]))


def until_few_are_deep(case: "Case", most: int) -> tuple[Requirement, ...]:
    """The must-haves to move so that at most ``most`` disciplines stay deep, the three jobs never all together."""
    moved: list[Requirement] = []
    staying = list(case.musts)
    while True:
        counts = slots_by_discipline(staying)
        still_deep = deep(counts)
        if len(still_deep) <= most and not set(THREE_JOBS) <= set(still_deep):
            return tuple(moved)
        name = min(still_deep, key=lambda name: (name == "mlops", counts[name]))
        own = [must for must in by_ease(staying) if must.line.discipline == name]
        for must in own[: counts[name] - DEEP_SLOTS + 1]:
            moved.append(must)
            staying.remove(must)
