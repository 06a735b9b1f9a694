"""The interview week in a calendar: when exactly, and as iCalendar (RFC 5545). Pure."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Final
from zoneinfo import ZoneInfo

import icalendar

from assessments.week.dates import working_days
from assessments.week.hours import Hours, Timetable

MOST_DAYS: Final = 60
"""Days of a loop that get dates; a longer one is a mistake."""

PRODUCT: Final = "-//Preflight//Interview week//EN"


class NoDates(ValueError):
    """The loop cannot be put into a calendar. The text says why, for people."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the calendar: what everybody may read in it. ``uid`` is stable while the session is the same."""

    uid: str
    hours: Hours
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Dated:
    """Days of the loop as dates, and the zone whose local times the hours are."""

    dates: Mapping[int, date]
    zone: str

    def starts(self, hours: Hours) -> datetime:
        """When it starts, with its zone."""
        return self._moment(hours.day, hours.starts)

    def ends(self, hours: Hours) -> datetime:
        """When it ends, with its zone."""
        return self._moment(hours.day, hours.ends)

    def deadline(self, hours: Hours, decision_hours: Decimal) -> datetime:
        """So many hours after its end, as the clock on the wall shows it. Raises NoDates far outside the calendar."""
        try:
            due = self.ends(hours).astimezone(UTC) + timedelta(hours=float(decision_hours))
        except OverflowError:
            raise NoDates("The decision is due after the calendar ends") from None
        return due.astimezone(ZoneInfo(self.zone))

    def _moment(self, day: int, minutes: int) -> datetime:
        later, minutes = divmod(minutes, 24 * 60)
        at = time(minutes // 60, minutes % 60)
        return datetime.combine(self.dates[day] + timedelta(days=later), at, ZoneInfo(self.zone))


def dated(timetable: Timetable, start: date, closed: Collection[date], zone: str) -> Dated:
    """The loop from a start date on: weekends and closed days are skipped. Raises NoDates."""
    days = timetable.days
    if not days:
        raise NoDates("There is no session to put into a calendar yet.")
    if days[-1] > MOST_DAYS:
        raise NoDates(f"The loop goes on until day {days[-1]:,}; a calendar needs {MOST_DAYS} days or fewer.")
    try:
        found = working_days(start, closed, days[-1])
    except ValueError as error:
        raise NoDates(f"{error}: give another start date.") from None
    return Dated(dict(enumerate(found, start=1)), zone)


def icalendar_bytes(
    name: str, entries: Iterable[Entry], when: Dated, *, made: datetime, sequence: int, takehome_days: int
) -> bytes:
    """The calendar. Times carry their zone, whose rules come with the file. Same input, same bytes.

    ``made`` is the moment the plan was last changed, ``sequence`` how often: calendars then update what they have.
    A take-home is a whole-day entry over ``takehome_days`` days, by the calendar.
    """
    calendar = icalendar.Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for entry in entries:
        event = icalendar.Event()
        event.add("uid", entry.uid)
        event.add("dtstamp", made.astimezone(UTC))
        event.add("sequence", sequence)
        event.add("summary", entry.title)
        if entry.hours.kind == "takehome":
            first = when.dates[entry.hours.day]
            event.add("dtstart", first)
            event.add("dtend", first + timedelta(days=max(takehome_days, 1)))
            event.add("transp", "TRANSPARENT")
        else:
            event.add("dtstart", when.starts(entry.hours))
            event.add("dtend", when.ends(entry.hours))
        if entry.text:
            event.add("description", entry.text)
        calendar.add_component(event)
    first_day, last_day = min(when.dates.values()), max(when.dates.values())
    calendar.add_missing_timezones(first_date=first_day, last_date=last_day + timedelta(days=366))
    whole: bytes = calendar.to_ical()
    return whole
