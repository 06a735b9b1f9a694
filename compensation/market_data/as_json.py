"""The sources that pay is checked against as plain data: to keep what a preview compared, and to compare again."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from compensation.cells import Sources
from compensation.figures.postings import Cell, Figures, shipped

type Plain = list[dict[str, Any]]

SHIPPED = {"shipped": True}


def sources_as_json(sources: Sources) -> Plain:
    """The sources as plain data; those that say the same give the same."""
    return [SHIPPED if each is shipped() else _plain(each) for each in sources]


def sources_from_json(data: Plain) -> Sources:
    """The sources that ``sources_as_json`` gave."""
    return tuple(shipped() if each == SHIPPED else _figures(each) for each in data)


def countries_between(before: Plain, after: Plain) -> set[str]:
    """The countries of the sources that are not on both sides, or not in the same order: all that can change."""
    same = [each for each in before if each in after]
    if same != [each for each in after if each in before]:
        same = []
    changed = sources_from_json([each for each in (*before, *after) if each not in same])
    return {key[2][:2] for figures in changed for key in figures.cells}


def _plain(figures: Figures) -> dict[str, Any]:
    return {
        "name": figures.name,
        "licence": figures.licence,
        "origin": figures.origin,
        "as_of": figures.as_of.isoformat(),
        "about": figures.about,
        "cells": sorted(
            [*key, cell.n, *(int(value) for value in _values(cell))] for key, cell in figures.cells.items()
        ),
    }


def _figures(data: dict[str, Any]) -> Figures:
    cells = {(row[0], row[1], row[2], row[3], row[4]): Cell(row[5], *map(Decimal, row[6:])) for row in data["cells"]}
    as_of = date.fromisoformat(data["as_of"])
    return Figures(data["name"], data["licence"], data["origin"], as_of, cells, data["about"])


def _values(cell: Cell) -> Sequence[Decimal]:
    return cell.p10, cell.p25, cell.p50, cell.p75, cell.p90
