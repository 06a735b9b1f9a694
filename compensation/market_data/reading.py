"""A file of market data, whichever of the two formats it is in."""

import re
from collections.abc import Sequence
from datetime import date
from typing import IO

from compensation.market_data import aijobs, survey
from compensation.market_data.lines import Broken, BrokenRows, Lines
from compensation.market_data.posting import Reading
from compensation.market_data.tables import header_of, table

DAY_IN_NAME = re.compile(r"(20\d\d-\d\d-\d\d)")


def read_market_data(source: IO[bytes], today: date) -> Reading:
    """Read the whole file and check every row. Nothing is stored here.

    Raises BrokenRows for faults of single rows, Broken for any other.
    """
    lines = Lines(source)
    rows = table(lines)
    columns = header_of(rows)
    if tuple(columns) == aijobs.COLUMNS:
        reading = aijobs.read_aijobs(rows, lines, today.year)
    elif set(survey.REQUIRED) <= set(columns):
        _only_known(columns)
        reading = survey.read_survey(columns, rows, lines, today)
    else:
        missing = [name for name in survey.REQUIRED if name not in columns]
        raise Broken(
            f"the columns are neither those of the aijobs.net file ({', '.join(aijobs.COLUMNS)}) nor those of a "
            f"survey (missing: {', '.join(missing)})",
            1,
        )
    if reading.faults:
        raise BrokenRows(reading.faults)
    if not reading.rows:
        raise Broken("no rows below the column names")
    if not reading.postings:
        raise Broken("no row is about MLOps, ML, DevOps, data or AI engineers with believable full-time pay")
    reading.digest = lines.digest
    return reading


def _only_known(columns: Sequence[str]) -> None:
    allowed = (*survey.REQUIRED, *survey.OPTIONAL)
    if unknown := [name for name in columns if name not in allowed]:
        raise Broken(f"unknown column {', '.join(unknown)}. Allowed: {', '.join(allowed)}", 1)
    if len(set(columns)) < len(columns):
        raise Broken("a column stands twice", 1)


def as_of(reading: Reading, name: str, given: date | None, today: date) -> date:
    """The day the figures are of: the one given, else the newest in the file, else the one in its name, else the end
    of its newest year, never after today. Raises Broken for a given day in the future."""
    if given is not None:
        if given > today:
            raise Broken(f"{given} is in the future; the figures cannot be of that day")
        return given
    if reading.newest is not None:
        return reading.newest
    found = DAY_IN_NAME.search(name)
    if found:
        try:
            return min(date.fromisoformat(found[1]), today)
        except ValueError:
            pass
    return min(date(reading.newest_year, 12, 31), today)
