"""Hours, dates and iCalendar of the week: pure."""

from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.planning import plan_of
from assessments.week.calendar import Dated, Entry, NoDates, dated, icalendar_bytes
from assessments.week.dates import NoWorkingDay, working_days
from assessments.week.hours import BREAK, LONG_BREAK, LONGEST_STRETCH, Hours, Timetable, timetable
from hiring.document import RequisitionDocument

TEN, FIVE = 10 * 60, 17 * 60
MADE = datetime(2026, 11, 22, 9, tzinfo=UTC)


def table(*stages: dict[str, Any], opens: int = TEN, closes: int = FIVE) -> Timetable:
    filled = [{"type": "partner_interview", "minutes": 60, "day": 1, **stage} for stage in stages]
    document = RequisitionDocument.model_validate({"process": {"stages": filled}}, strict=False)
    return timetable(plan_of(document), opens, closes)


def times(found: Timetable) -> list[tuple[str, int, int, int]]:
    return [(each.kind, each.day, each.starts, each.ends) for each in found.hours]


def test_sessions_follow_each_other_with_a_break_and_the_debrief_an_hour_later() -> None:
    assert times(table({}, {"minutes": 45})) == [
        ("session", 1, 600, 660),
        ("session", 1, 675, 720),
        ("debrief", 1, 780, 810),
    ]


def test_after_three_hours_there_is_a_long_break() -> None:
    found = table({"minutes": 90}, {"minutes": 60}, {"minutes": 60})
    assert [each.starts for each in found.hours if each.kind == "session"] == [600, 705, 825]


def test_a_day_that_is_too_long_is_named() -> None:
    assert table({"minutes": 240}, {"minutes": 240}).late == (1,)
    assert table({"minutes": 60}).late == ()


def test_a_debrief_that_does_not_fit_is_on_the_next_morning() -> None:
    assert times(table({"minutes": 400}))[-1] == ("debrief", 2, 600, 630)


def test_a_dry_run_takes_the_free_day_before_the_exercise() -> None:
    found = table({}, {"type": "live_debug", "scenario": "S05", "day": 4})
    assert [each.day for each in found.hours if each.kind == "dry_run"] == [3]
    assert not [each for each in table({"type": "live_debug", "scenario": "S05"}).hours if each.kind == "dry_run"]


def test_a_take_home_has_no_hours_and_no_session_waits_for_it() -> None:
    found = table({}, {"type": "take_home", "minutes": 180}, {})
    assert [each.starts for each in found.hours if each.kind == "session"] == [600, 675]


def test_a_session_without_a_day_gets_one_of_its_own() -> None:
    assert table({"day": 3}, {"day": None}, {"day": None}).days == (3, 4, 5)


def test_no_session_no_hours() -> None:
    assert table().hours == ()


@given(st.lists(st.tuples(st.integers(1, 240), st.integers(1, 3)), min_size=1, max_size=8))
def test_nobody_is_in_two_sessions_at_once_nor_without_a_break(sessions: list[tuple[int, int]]) -> None:
    found = table(*({"minutes": minutes, "day": day} for minutes, day in sessions))
    for day in found.days:
        todays = [each for each in found.of(day) if each.kind == "session"]
        since = todays[0].starts if todays else 0
        for one, other in pairwise(todays):
            pause = other.starts - one.ends
            assert pause >= BREAK
            since = other.starts if pause >= LONG_BREAK else since
            assert other.ends - since <= max(LONGEST_STRETCH, other.ends - other.starts)


def test_weekends_and_closed_days_are_skipped() -> None:
    christmas = {date(2026, 12, 25), date(2026, 12, 24)}
    assert working_days(date(2026, 12, 23), christmas, 3) == (
        date(2026, 12, 23),
        date(2026, 12, 28),
        date(2026, 12, 29),
    )
    assert working_days(date(2026, 11, 28), set(), 1) == (date(2026, 11, 30),)


def test_the_end_of_the_calendar_is_an_error_with_words() -> None:
    with pytest.raises(NoWorkingDay):
        working_days(date(9999, 12, 31), set(), 5)
    with pytest.raises(NoDates, match="another start date"):
        dated(table({"day": 5}), date(9999, 12, 30), set(), "UTC")


def test_a_loop_of_many_months_gets_no_dates() -> None:
    with pytest.raises(NoDates, match="400"):
        dated(table({"day": 400}), date(2026, 11, 30), set(), "UTC")
    with pytest.raises(NoDates, match="no session"):
        dated(table(), date(2026, 11, 30), set(), "UTC")


def calendar_of(when: Dated, *hours: Hours) -> icalendar.Calendar:
    entries = [Entry(f"{index}@test", each, f"Title {index}", "") for index, each in enumerate(hours)]
    body = icalendar_bytes("Week", entries, when, made=MADE, sequence=3, takehome_days=2)
    assert body == icalendar_bytes("Week", entries, when, made=MADE, sequence=3, takehome_days=2)
    return icalendar.Calendar.from_ical(body)


@pytest.mark.parametrize(
    ("zone", "day", "utc"),
    [
        ("Europe/Berlin", date(2026, 10, 23), "08:00"),
        ("Europe/Berlin", date(2026, 10, 26), "09:00"),
        ("America/New_York", date(2026, 3, 6), "15:00"),
        ("America/New_York", date(2026, 3, 9), "14:00"),
        ("Asia/Kolkata", date(2026, 7, 1), "04:30"),
    ],
)
def test_ten_in_the_morning_is_ten_where_the_loop_is_on_both_sides_of_a_clock_change(
    zone: str, day: date, utc: str
) -> None:
    hours = Hours("session", 1, TEN, TEN + 60, 1)
    event = calendar_of(Dated({1: day}, zone), hours).walk("VEVENT")[0]
    start = event.decoded("dtstart")
    assert f"{start.astimezone(ZoneInfo('UTC')):%H:%M}" == utc
    assert event["dtstart"].params["TZID"] == zone


def test_the_rules_of_the_zone_come_with_the_file() -> None:
    calendar = calendar_of(Dated({1: date(2026, 10, 23)}, "Europe/Berlin"), Hours("session", 1, TEN, TEN + 60, 1))
    assert [str(zone["tzid"]) for zone in calendar.walk("VTIMEZONE")] == ["Europe/Berlin"]


def test_a_take_home_is_a_whole_day_entry_for_its_window() -> None:
    when = Dated({1: date(2026, 11, 30)}, "UTC")
    event = calendar_of(when, Hours("takehome", 1, TEN, TEN, 1)).walk("VEVENT")[0]
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2026, 11, 30), date(2026, 12, 2))


def test_the_deadline_counts_real_hours_across_a_clock_change() -> None:
    when = Dated({1: date(2026, 10, 24)}, "Europe/Berlin")
    due = when.deadline(Hours("session", 1, TEN, TEN + 60, 1), Decimal(48))
    assert f"{due:%d %H:%M}" == "26 10:00"


def test_a_deadline_outside_of_the_calendar_is_an_error_with_words() -> None:
    with pytest.raises(NoDates):
        Dated({1: date(2026, 1, 1)}, "UTC").deadline(Hours("session", 1, 0, 60, 1), Decimal(10) ** 12)
