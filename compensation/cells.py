"""The best market figures for a family, level and country: the cell itself, or what stands in for a thin one.

Nothing is ever borrowed from another country (design.md 12, 2).
"""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from compensation.figures.postings import Cell, ObservedLevel, cell
from hiring.document.role import Level
from hiring.market import Basis, Family
from hiring.thresholds import FEW_POINTS

SENIOR_TIMES: dict[Level, Decimal] = {"staff": Decimal("1.15"), "principal": Decimal("1.30")}
"""Levels that no posting names, as multiples of senior (design.md 5, judgement)."""


@dataclass(frozen=True, slots=True)
class Found:
    """Figures in US dollars at their own date. ``cell.n`` counts the postings of the level itself."""

    cell: Cell
    basis: Basis
    note: str | None


@lru_cache(maxsize=512)
def find(family: Family, level: Level, country: str) -> Found | None:
    """The figures, or None when the country has no posting of the family. The note says what stands in for what."""
    if times := SENIOR_TIMES.get(level):
        senior = _observed(family, "senior", country)
        if senior is None:
            return None
        return Found(senior.cell.times(times), "estimate", senior.note)
    observed: dict[Level, ObservedLevel] = {"junior": "junior", "mid": "mid", "senior": "senior"}
    return _observed(family, observed[level], country)


def _observed(family: Family, level: ObservedLevel, country: str) -> Found | None:
    own = cell(family, level, country)
    n = own.n if own else 0
    if own and n >= FEW_POINTS:
        return Found(own, "data", None)
    older = cell(family, level, country, "every")
    if older and older.n >= FEW_POINTS:
        return Found(older, "data", f"thin, so widened to the postings of 2020 to 2025 ({n} in 2024 and 2025).")
    if widened := _from_all_levels(family, level, country, n):
        return widened
    return Found(own, "data", f"thin: {_postings(n)}.") if own else None


def _from_all_levels(family: Family, level: ObservedLevel, country: str, n: int) -> Found | None:
    """All levels of the family, brought to the level as the country's ML-engineer postings lie; unscaled if nothing
    else is known of the level."""
    everyone = cell(family, "all", country)
    if everyone is None:
        return None
    sibling, siblings = cell("ml_engineer", level, country), cell("ml_engineer", "all", country)
    widened = f"thin ({_postings(n)}), so widened to the {_postings(everyone.n)} of all levels in the country"
    if family != "ml_engineer" and sibling and siblings and sibling.n >= FEW_POINTS and everyone.n >= FEW_POINTS:
        factor = sibling.p50 / siblings.p50
        return Found(
            _with_n(everyone.times(factor), n),
            "estimate",
            f"{widened}, × {factor:.2f} as ML engineers of the level earn against all levels.",
        )
    return None if n else Found(_with_n(everyone, n), "estimate", f"{widened}, as they stand.")


def _with_n(figures: Cell, n: int) -> Cell:
    return Cell(n, figures.p10, figures.p25, figures.p50, figures.p75, figures.p90)


def _postings(n: int) -> str:
    return "1 posting" if n == 1 else f"{n} postings"
