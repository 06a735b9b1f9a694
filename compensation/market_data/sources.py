"""The sources that are switched on, as the benchmark reads them."""

from datetime import date
from decimal import Decimal
from functools import lru_cache

from compensation.benchmark import FAMILIES
from compensation.cells import Sources
from compensation.figures.postings import ORIGIN, Cell, Figures, shipped
from compensation.market_data.deriving import EVERY, RECENT
from compensation.models import MarketCell, MarketSource


def active_sources() -> Sources:
    """Imported sources in their order, then the shipped figures, unless a newer file of the same origin replaces them.

    One query each time, so that a switch thrown in the admin shows at once in every process; the cells of a source are
    read once a process.
    """
    rows = MarketSource.objects.filter(active=True).values_list(
        "pk", "digest", "rules", "name", "licence", "kind", "as_of", "about"
    )
    found = tuple(_figures(*row) for row in rows)
    return found if any(figures.origin == ORIGIN for figures in found) else (*found, shipped())


@lru_cache(maxsize=64)
def _figures(pk: int, digest: str, rules: int, name: str, licence: str, kind: str, as_of: date, about: str) -> Figures:
    """One source's cells. Everything that can change is an argument, so that nothing old is ever given back."""
    cells = MarketCell.objects.filter(source=pk, family__in=FAMILIES, period__in=[RECENT, EVERY]).values_list(
        "family", "level", "country", "period", "zone", "n", "p10", "p25", "p50", "p75", "p90"
    )
    return Figures(
        name,
        licence,
        ORIGIN if kind == MarketSource.Kind.AIJOBS else f"source {pk}",
        as_of,
        {(row[0], row[1], row[2], row[3], row[4]): Cell(row[5], *map(Decimal, row[6:])) for row in cells},
        about,
    )
