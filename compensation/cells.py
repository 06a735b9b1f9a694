"""The best market figures for a family, level and place: the cell itself, or what stands in for a thin one.

Sources are asked in order. A thin cell widens from the zone to the country, then to older years, then to all levels,
then to the neighbouring families; nothing is ever borrowed from another country (design.md 12, 2).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from compensation.figures.postings import Cell, Figures, ObservedLevel
from hiring.document.role import Level
from hiring.market import Basis, Family
from hiring.thresholds import FEW_POINTS

SENIOR_TIMES: dict[Level, Decimal] = {"staff": Decimal("1.15"), "principal": Decimal("1.30")}
"""Levels that no posting names, as multiples of senior (design.md 5, judgement)."""

NEIGHBOURS: tuple[Family, ...] = ("ml_engineer", "devops")
"""The families between which MLOps pay lies (docs/market-figures.md)."""
NEIGHBOUR_NAMES: dict[Family, str] = {"ml_engineer": "ML-engineer", "devops": "DevOps"}

PERCENTILES = ("p10", "p25", "p50", "p75", "p90")

type Sources = tuple[Figures, ...]
"""The sources that are switched on, first asked first."""


@dataclass(frozen=True, slots=True)
class Found:
    """Figures in US dollars at their own date. ``cell.n`` counts the postings of the level itself."""

    cell: Cell
    basis: Basis
    note: str | None
    figures: Figures
    zone: str = ""
    """The zone the figures are of; "" for the whole country, whose figures still need a place factor."""


@lru_cache(maxsize=4096)
def find(sources: Sources, family: Family, level: Level, country: str, zones: tuple[str, ...] = ()) -> Found | None:
    """The figures, or None when the country has no posting to go by. The note says what stands in for what.

    ``zones`` are the names of the place, the nearest first.
    """
    times = SENIOR_TIMES.get(level)
    if times and not (own := _enough(sources, family, level, country, zones)):
        senior = find(sources, family, "senior", country, zones)
        if senior is None:
            return None
        return Found(senior.cell.times(times), "estimate", senior.note, senior.figures, senior.zone)
    if times:
        return own
    return (
        _enough(sources, family, level, country, zones)
        or _older(sources, family, level, country)
        or _from_all_levels(sources, family, level, country)
        or _thin(sources, family, level, country)
        or _from_neighbours(sources, family, level, country, zones)
    )


@lru_cache(maxsize=64)
def countries(sources: Sources) -> tuple[str, ...]:
    """ISO codes of the countries with postings in any source, in alphabetical order."""
    return tuple(sorted({key[2] for figures in sources for key in figures.cells if len(key[2]) == 2}))


def direct(figures: Figures, family: Family, level: Level, country: str) -> Cell | None:
    """What one source itself says of the level in the whole country: no widening. For comparing sources."""
    return figures.cell(family, level, country)


def _enough(sources: Sources, family: Family, level: ObservedLevel, country: str, zones: Sequence[str]) -> Found | None:
    """Recent figures with enough postings: of the nearest zone that has them, else of the country."""
    for figures in sources:
        nearer = [(zone, figures.cell(family, level, country, zone=zone)) for zone in zones]
        for zone, own in nearer:
            if own and own.n >= FEW_POINTS:
                return Found(own, "data", None, figures, zone)
        whole = figures.cell(family, level, country)
        if whole and whole.n >= FEW_POINTS:
            too_few = [f"{_postings(own.n)} in {zone}" for zone, own in nearer if own]
            note = f"thin ({', '.join(too_few)}), so widened to the whole country." if too_few else None
            return Found(whole, "data", note, figures)
    return None


def _older(sources: Sources, family: Family, level: ObservedLevel, country: str) -> Found | None:
    n = _known(sources, family, level, country)
    for figures in sources:
        older = figures.cell(family, level, country, "every")
        if older and older.n >= FEW_POINTS:
            note = f"thin, so widened to the postings of all years on file ({n} in the newest two)."
            return Found(older, "data", note, figures)
    return None


def _from_all_levels(sources: Sources, family: Family, level: ObservedLevel, country: str) -> Found | None:
    """All levels of the family, brought to the level as the country's ML-engineer postings lie; unscaled if nothing
    else is known of the level."""
    n = _known(sources, family, level, country)
    for figures, everyone in _each(sources, family, "all", country):
        sibling, siblings = figures.cell("ml_engineer", level, country), figures.cell("ml_engineer", "all", country)
        widened = f"thin ({_postings(n)}), so widened to the {_postings(everyone.n)} of all levels in the country"
        if family != "ml_engineer" and sibling and siblings and sibling.n >= FEW_POINTS and everyone.n >= FEW_POINTS:
            factor = sibling.p50 / siblings.p50
            note = f"{widened}, × {factor:.2f} as ML engineers of the level earn against all levels."
            return Found(everyone.times(factor).counting(n), "estimate", note, figures)
        if not n:
            return Found(everyone.counting(n), "estimate", f"{widened}, as they stand.", figures)
    return None


def _thin(sources: Sources, family: Family, level: ObservedLevel, country: str) -> Found | None:
    """The few postings there are, from the source that has most of them."""
    best = max(_each(sources, family, level, country), key=lambda item: item[1].n, default=None)
    return Found(best[1], "data", f"thin: {_postings(best[1].n)}.", best[0]) if best else None


def _from_neighbours(
    sources: Sources, family: Family, level: Level, country: str, zones: tuple[str, ...]
) -> Found | None:
    """MLOps where the country has no posting of it: ML and DevOps engineers of the level, at the middle of both."""
    if family != "mlops":
        return None
    stands = {other: each for other in NEIGHBOURS if (each := find(sources, other, level, country, zones))}
    if not stands:
        return None
    first = next(iter(stands.values()))
    alike = {other: each for other, each in stands.items() if (each.figures, each.zone) == (first.figures, first.zone)}
    parts = [each.cell.times(Decimal(1) / len(alike)) for each in alike.values()]
    middle = Cell(0, *(sum((getattr(part, at) for part in parts), Decimal(0)) for at in PERCENTILES))
    whose = " and ".join(NEIGHBOUR_NAMES[other] for other in alike)
    note = f"no posting in the country, so widened to the family's neighbours: {whose} postings of the level stand in."
    return Found(middle, "estimate", note, first.figures, first.zone)


def _each(sources: Sources, family: Family, level: ObservedLevel, country: str) -> Iterator[tuple[Figures, Cell]]:
    for figures in sources:
        if known := figures.cell(family, level, country):
            yield figures, known


def _known(sources: Sources, family: Family, level: ObservedLevel, country: str) -> int:
    """The most recent postings of the cell that any source has."""
    return max((known.n for _, known in _each(sources, family, level, country)), default=0)


def _postings(n: int) -> str:
    return "1 posting" if n == 1 else f"{n} postings"
