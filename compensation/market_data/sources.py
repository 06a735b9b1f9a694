"""The sources that are switched on, as the benchmark reads them."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache

from compensation.benchmark import FAMILIES
from compensation.cells import Sources
from compensation.figures.postings import ORIGIN, Cell, Figures, Key, shipped
from compensation.market_data.deriving import EVERY, RECENT
from compensation.models import MarketCell, MarketSource

PERIODS = (RECENT, EVERY)


def active_sources() -> Sources:
    """Imported sources in their order, then the shipped figures, unless a newer file of the same origin replaces them.

    One query each time, so that a switch thrown in the admin shows at once in every process; the cells of a source are
    read once a process.
    """
    rows = MarketSource.objects.filter(active=True).values_list(
        "order", "name", "pk", "digest", "rules", "licence", "kind", "as_of", "about"
    )
    # Put in order here and not by the database, whose collation may not be that of ``sources_with``.
    return _in_force(_figures(row[2], row[1], *row[3:]) for row in sorted(rows))


def lock_sources() -> None:
    """Let nobody else change a source until this transaction is through. One query."""
    list(MarketSource.objects.select_for_update().values_list("pk"))


def sources_with(changed: MarketSource, cells: Mapping[Key, Cell] | None = None) -> Sources:
    """The sources as they would be read if this one, saved or new, were as given here; ``cells`` in place of its own.

    One query, and one for the cells of a source that this process has not read yet.
    """
    rows = [*MarketSource.objects.exclude(pk=changed.pk).filter(active=True), *([changed] if changed.active else [])]
    rows.sort(key=lambda each: (each.order, each.name))
    return _in_force(_read(each) if cells is None or each is not changed else _given(each, cells) for each in rows)


def _in_force(imported: Iterable[Figures]) -> Sources:
    found = tuple(imported)
    return found if any(figures.origin == ORIGIN for figures in found) else (*found, shipped())


def _read(row: MarketSource) -> Figures:
    return _figures(row.pk, row.name, row.digest, row.rules, row.licence, row.kind, row.as_of, row.about)


def _given(row: MarketSource, cells: Mapping[Key, Cell]) -> Figures:
    return Figures(row.name, row.licence, _origin(row.kind, row.name), row.as_of, cells, row.about)


@lru_cache(maxsize=64)
def _figures(pk: int, name: str, digest: str, rules: int, licence: str, kind: str, as_of: date, about: str) -> Figures:
    """One source's cells. Everything that can change is an argument, so that nothing old is ever given back."""
    return Figures(name, licence, _origin(kind, name), as_of, stored_cells(pk), about)


def stored_cells(pk: int) -> dict[Key, Cell]:
    """The cells of a source that pay is checked against; those kept for comparison are left out. One query."""
    rows = MarketCell.objects.filter(source=pk, family__in=FAMILIES, period__in=PERIODS).values_list(
        "family", "level", "country", "period", "zone", "n", "p10", "p25", "p50", "p75", "p90"
    )
    return {(row[0], row[1], row[2], row[3], row[4]): Cell(row[5], *map(Decimal, row[6:])) for row in rows}


def _origin(kind: str, name: str) -> str:
    """Files of aijobs.net are of one origin; every survey is one of its own, by its name, which no other has."""
    return ORIGIN if kind == MarketSource.Kind.AIJOBS else f"survey {name}"
