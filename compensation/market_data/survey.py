"""A survey of one's own: a simple CSV, one row a person or posting (docs/market-figures.md describes it)."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import get_args

from compensation.checks import allowed_amounts
from compensation.figures import places, rates
from compensation.market_data.codes import COUNTRIES
from compensation.market_data.lines import Broken, Lines
from compensation.market_data.posting import Posting, Reading
from compensation.market_data.tables import cells, shown
from compensation.market_data.titles import family_of_title
from hiring.document.role import Level, Location
from hiring.market import Family

REQUIRED = ("role", "level", "country", "base_min", "currency", "date")
OPTIONAL = ("base_max", "region", "metro", "period")

LEVELS: tuple[Level, ...] = get_args(Level)
FAMILIES: tuple[Family, ...] = get_args(Family)
TIMES_A_YEAR = {"year": 1, "month": 12, "hour": 2_080}
"""How often the amount is paid in a year: 2,080 hours are 52 weeks of 40 (domain.md, section K)."""
FIRST_DAY = date(2000, 1, 1)
LONGEST_PLACE = 80

OTHER_WORK = "another kind of work"


class _Survey:
    """The columns as this file orders them, and the one period that all its rows share."""

    def __init__(self, columns: Sequence[str], today: date) -> None:
        self.columns = columns
        self.today = today
        self.period: str | None = None

    def posting(self, row: Sequence[str], line: int) -> tuple[Posting | None, date]:
        """One row; None for another kind of work. Raises Broken."""
        cells(row, self.columns, line)
        given = {name: value.strip() for name, value in zip(self.columns, row, strict=True)}
        level, country, currency = given["level"].lower(), given["country"].upper(), given["currency"].upper()
        if level not in LEVELS:
            raise Broken(f"level: {shown(level)} is not one of {', '.join(LEVELS)}", line)
        if country not in COUNTRIES:
            raise Broken(f"country: {shown(country)} is no country (ISO 3166), such as US or GB", line)
        day = self._day(given["date"], line)
        low, high = self._range(given, currency, line)
        zones = _zones(country, given.get("region", ""), given.get("metro", ""), line)
        role = given["role"]
        family = role if role in FAMILIES else family_of_title(role)
        if not role:
            raise Broken("role: empty; give mlops, ml_engineer, devops or a job title", line)
        if family is None:
            return None, day
        return Posting(family, level, country, zones, day.year, role[:160], currency, low, high), day

    def _day(self, text: str, line: int) -> date:
        try:
            day = date.fromisoformat(text)
        except ValueError:
            raise Broken(f"date: {shown(text)} is not a day as YYYY-MM-DD", line) from None
        if day > self.today:
            raise Broken(f"date: {day} is in the future", line)
        if day < FIRST_DAY:
            raise Broken(f"date: {day} is before {FIRST_DAY}", line)
        return day

    def _range(self, given: dict[str, str], currency: str, line: int) -> tuple[int, int]:
        rate, allowed = rates.rate(currency), allowed_amounts(currency)
        if rate is None or allowed is None:
            known = ", ".join(rates.currencies())
            raise Broken(f"currency: no exchange rate for {shown(currency)}. Allowed: {known}", line)
        times = self._times(given.get("period") or "year", line)
        low = _amount(given["base_min"], "base_min", line)
        high = _amount(given["base_max"], "base_max", line) if given.get("base_max") else low
        if high < low:
            raise Broken(f"base_max: {high:,} is below base_min {low:,}", line)
        for name, value in (("base_min", low), ("base_max", high)):
            if not allowed[0] <= value * times <= allowed[1]:
                raise Broken(
                    f"{name}: {value * times:,.0f} {currency} a year is not believable. Allowed: {allowed[0]:,.0f} "
                    f"to {allowed[1]:,.0f} {currency}, written in full (150000, not 150)",
                    line,
                )
        return round(low * times / rate.per_dollar), round(high * times / rate.per_dollar)

    def _times(self, period: str, line: int) -> int:
        if period.lower() not in TIMES_A_YEAR:
            raise Broken(f"period: {shown(period)} is not one of {', '.join(TIMES_A_YEAR)}", line)
        if self.period is None:
            self.period = period.lower()
        if period.lower() != self.period:
            raise Broken(f"period: {period.lower()}, but the rows before are per {self.period}; split the file", line)
        return TIMES_A_YEAR[self.period]


def read_survey(columns: Sequence[str], rows: Iterator[list[str]], lines: Lines, today: date) -> Reading:
    """Read all rows after the header. Raises Broken where it is no use to go on."""
    survey, reading = _Survey(columns, today), Reading("survey", "")
    for row in rows:
        reading.rows += 1
        try:
            posting, day = survey.posting(row, lines.number)
        except Broken as fault:
            reading.fault(fault)
            continue
        if posting is None:
            reading.leave_out(OTHER_WORK, lines.number, row[columns.index("role")])
            continue
        reading.kept += 1
        reading.postings.append(posting)
        reading.newest = day if reading.newest is None else max(reading.newest, day)
    return reading


def _amount(text: str, name: str, line: int) -> Decimal:
    try:
        value = Decimal(text)
    except InvalidOperation:
        raise Broken(f"{name}: {shown(text)} is not a number; write it as 150000", line) from None
    if not value.is_finite() or value <= 0:
        raise Broken(f"{name}: pay must be above 0, not {shown(text)}", line)
    return value


def _zones(country: str, region: str, metro: str, line: int) -> tuple[str, ...]:
    for name, value in (("region", region), ("metro", metro)):
        if len(value) > LONGEST_PLACE:
            raise Broken(f"{name}: at most {LONGEST_PLACE} characters are allowed", line)
    place = places.match(Location(country=country, region=region or None, metro=metro or None))
    if place.missed:
        raise Broken(f"{shown(place.missed)} is no US state or metropolitan area with figures", line)
    return place.zones
