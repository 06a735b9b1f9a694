"""The public file of AI job pay (aijobs.net): two rows a posting, top of the range, then bottom.

Rules: docs/market-figures.md. Sound rows that are not used are counted by reason; an unsound one breaks the file.
"""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from compensation.market_data.codes import COUNTRIES, CURRENCIES
from compensation.market_data.lines import Broken, Lines
from compensation.market_data.posting import Posting, Reading
from compensation.market_data.tables import cells, shown
from compensation.market_data.titles import family_of_title

COLUMNS = (
    *("work_year", "experience_level", "employment_type", "job_title", "salary", "salary_currency", "salary_in_usd"),
    *("employee_residence", "remote_ratio", "company_location", "company_size"),
)
LEVELS = {"EN": "junior", "MI": "mid", "SE": "senior", "EX": "executive"}
EMPLOYMENT = frozenset({"FT", "PT", "CT", "FL"})
REMOTE = frozenset({"0", "50", "100"})
SIZES = frozenset({"S", "M", "L"})

FIRST_YEAR = 2000
LOWEST, HIGHEST = 15_000, 900_000
"""Dollars a year that are kept; what lies outside is left out as a slip or not full-time pay."""
ABSURD = 100_000_000
"""Dollars a year that nobody can mean: the file is broken, not the row unusual."""
LONGEST_TITLE = 160

NOT_FULL_TIME = "not full time"
OTHER_WORK = "another kind of work"
OUTSIDE = f"pay outside {LOWEST:,} to {HIGHEST:,} dollars"


class _Row(NamedTuple):
    """``key`` is all that two rows of one posting share."""

    key: tuple[str, ...]
    salary: int
    dollars: int
    line: int


def read_aijobs(rows: Iterator[list[str]], lines: Lines, this_year: int) -> Reading:
    """Read all rows after the header. Raises Broken where it is no use to go on."""
    reading = Reading("aijobs", "")
    copies: Counter[tuple[tuple[str, ...], int, int]] = Counter()
    taken: Counter[tuple[tuple[str, ...], int, int]] = Counter()
    for top, bottom in _paired(_sound(rows, lines, this_year, reading)):
        size = 1 if bottom is None else 2
        low = top.dollars if bottom is None else bottom.dollars
        reading.rows += size
        if reason := _left_out(top.key, low, top.dollars):
            reading.leave_out(reason, top.line, top.key[3], size)
            continue
        reading.kept += size
        copies[top.key, low, top.dollars] += 1
        taken[top.key, low, top.dollars] += size
    reading.postings = [
        _posting(key, low, high, count, taken[key, low, high]) for (key, low, high), count in copies.items()
    ]
    return reading


def _sound(rows: Iterator[list[str]], lines: Lines, this_year: int, reading: Reading) -> Iterator[_Row]:
    known: dict[tuple[str, ...], tuple[str, ...]] = {}
    for row in rows:
        line = lines.number
        try:
            cells(row, COLUMNS, line)
            key = (*row[:4], row[5], *row[7:])
            if key not in known:
                _check(key, line, this_year)
                known[key] = key
            salary, dollars = _amount(row[4], "salary", line), _amount(row[6], "salary_in_usd", line, ABSURD)
        except Broken as fault:
            reading.rows += 1
            reading.fault(fault)
        else:
            yield _Row(known[key], salary, dollars, line)


def _check(key: tuple[str, ...], line: int, this_year: int) -> None:
    year, level, employment, title, currency, residence, remote, location, size = key
    if not (year.isascii() and year.isdigit() and int(year) >= FIRST_YEAR):
        raise Broken(f"work_year: {shown(year)} is not a year from {FIRST_YEAR} on", line)
    if int(year) > this_year:
        raise Broken(f"work_year: {year} is in the future", line)
    if not title.strip() or len(title) > LONGEST_TITLE:
        raise Broken(f"job_title: 1 to {LONGEST_TITLE} characters are allowed", line)
    for name, value, allowed in (
        ("experience_level", level, LEVELS.keys()),
        ("employment_type", employment, EMPLOYMENT),
        ("remote_ratio", remote, REMOTE),
        ("company_size", size, SIZES),
    ):
        if value not in allowed:
            raise Broken(f"{name}: {shown(value)} is not one of {', '.join(sorted(allowed))}", line)
    if currency not in CURRENCIES:
        raise Broken(f"salary_currency: {shown(currency)} is no currency (ISO 4217), such as USD or EUR", line)
    for name, value in (("employee_residence", residence), ("company_location", location)):
        if value not in COUNTRIES:
            raise Broken(f"{name}: {shown(value)} is no country (ISO 3166), such as US or GB", line)


def _amount(text: str, name: str, line: int, highest: int | None = None) -> int:
    if not (text.isascii() and text.removeprefix("-").isdigit() and len(text) < 18):
        raise Broken(f"{name}: {shown(text)} is not a whole number", line)
    value = int(text)
    if value <= 0:
        raise Broken(f"{name}: pay must be above 0, not {value:,}", line)
    if highest is not None and value > highest:
        raise Broken(f"{name}: {value:,} dollars a year is not believable; at most {highest:,}", line)
    return value


def _paired(rows: Iterator[_Row]) -> Iterator[tuple[_Row, _Row | None]]:
    """Postings: two rows in a row that differ in nothing but pay, the higher first; any other row stands alone."""
    top = next(rows, None)
    while top is not None:
        after = next(rows, None)
        if after is not None and top.key == after.key and top.salary >= after.salary:
            yield top, after
            top = next(rows, None)
        else:
            yield top, None
            top = after


def _left_out(key: tuple[str, ...], low: int, high: int) -> str | None:
    if family_of_title(key[3]) is None:
        return OTHER_WORK
    if key[2] != "FT":
        return NOT_FULL_TIME
    return None if low >= LOWEST and high <= HIGHEST else OUTSIDE


def _posting(key: tuple[str, ...], low: int, high: int, copies: int, rows: int) -> Posting:
    family = str(family_of_title(key[3]))
    return Posting(family, LEVELS[key[1]], key[5], (), int(key[0]), key[3], key[4], low, high, copies, rows)
