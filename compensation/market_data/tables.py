"""Rows of a CSV file by column, each with its line."""

import csv
import itertools
from collections.abc import Iterator, Sequence

from compensation.market_data.lines import Broken, Lines

MOST_ROWS = 1_500_000
"""Ten times the public file; what is read is held in memory until it is known to be sound."""


def header_of(rows: Iterator[list[str]]) -> list[str]:
    """The column names. Raises Broken for an empty file."""
    for header in rows:
        return [name.strip().lower() for name in header]
    raise Broken("the file is empty")


def table(lines: Lines) -> Iterator[list[str]]:
    """The rows as lists of cells. Raises Broken for what is no CSV."""
    rows = csv.reader(iter(lines), strict=True)
    for count in itertools.count():
        try:
            row = next(rows, None)
        except csv.Error as error:
            raise Broken(f"not a CSV row: {error}", lines.number) from None
        if row is None:
            return
        if count > MOST_ROWS:
            raise Broken(f"more than {MOST_ROWS:,} rows; split the file", lines.number)
        if row:
            yield row


def cells(row: Sequence[str], columns: Sequence[str], line: int) -> None:
    """Raises Broken for a row with more or fewer cells than columns."""
    if len(row) != len(columns):
        what = "cell" if len(row) == 1 else "cells"
        raise Broken(f"{len(row)} {what}, but there are {len(columns)} columns", line)


def shown(text: str) -> str:
    """A value of the file, short enough for a message."""
    plain = " ".join(text.split())
    return f"“{plain[:40]}…”" if len(plain) > 40 else f"“{plain}”"
