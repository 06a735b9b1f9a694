"""At what time of the day each session starts. Pure; minutes count from midnight, local time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from assessments.planning import InterviewPlan, PlannedSession

BREAK: Final = 15
"""Minutes between two sessions."""

LONGEST_STRETCH: Final = 180
"""Minutes after which a person gets an hour's break."""

LONG_BREAK: Final = 60

DEBRIEF: Final = 30
"""Minutes of the talk among the panel."""

DRY_RUN: Final = 30
"""Minutes in which two colleagues try the first hands-on exercise before it is given to anybody."""

ROUND_TO: Final = 15
"""Sessions start at the full quarter of an hour."""

HANDS_ON: Final = frozenset({"live_debug", "architecture_exercise", "code_review", "practical_coding"})

Kind = Literal["session", "takehome", "dry_run", "debrief"]


@dataclass(frozen=True, slots=True)
class Hours:
    """What happens on one day of the loop. ``number`` is the session's; None for what the team does on its own.

    A take-home has no hours: it is handed out on its day, and ``starts`` equals ``ends``.
    """

    kind: Kind
    day: int
    starts: int
    ends: int
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Timetable:
    """The loop by day and hour. ``late`` are days whose sessions do not end before the working day does."""

    hours: tuple[Hours, ...]
    late: tuple[int, ...]

    @property
    def days(self) -> tuple[int, ...]:
        """The days on which something happens, in order."""
        return tuple(sorted({each.day for each in self.hours}))

    def of(self, day: int) -> tuple[Hours, ...]:
        """What happens on a day, in order."""
        todays = (each for each in self.hours if each.day == day)
        return tuple(sorted(todays, key=lambda each: (each.starts, each.ends)))

    def at(self, number: int) -> Hours:
        """The hours of a session. Raises StopIteration for a number the loop does not have."""
        return next(each for each in self.hours if each.number == number)

    @property
    def last_end(self) -> Hours | None:
        """The session that ends last."""
        sessions = [each for each in self.hours if each.kind == "session"]
        return max(sessions, key=lambda each: (each.day, each.ends), default=None)


def timetable(plan: InterviewPlan, opens: int, closes: int) -> Timetable:
    """Sessions one after the other on their day, with breaks; the debrief after the last, a dry run on a free day.

    ``opens`` and ``closes`` bound the working day. A session without a day gets the day after the last one.
    """
    days = _days(plan.sessions)
    hours: list[Hours] = []
    late = []
    for day in sorted(set(days.values())):
        sessions = [session for session in plan.sessions if days[session.number] == day]
        laid = list(_day(sessions, day, opens))
        hours += laid
        if laid and max(each.ends for each in laid) > closes:
            late.append(day)
    debrief = _debrief(hours, opens, closes)
    dry_run = _dry_run(plan.sessions, days, opens)
    return Timetable((*hours, *dry_run, *debrief), tuple(late))


def _days(sessions: Iterable[PlannedSession]) -> dict[int, int]:
    """The day of each session by number."""
    known = {session.number: session.stage.day for session in sessions}
    following = max((day for day in known.values() if day is not None), default=0)
    found = {}
    for number, day in known.items():
        if day is None:
            following += 1
        found[number] = following if day is None else day
    return found


def _day(sessions: Sequence[PlannedSession], day: int, opens: int) -> Iterable[Hours]:
    now = since = opens
    for session in sessions:
        if session.stage.type == "take_home":
            yield Hours("takehome", day, now, now, session.number)
            continue
        if now - since + session.stage.minutes > LONGEST_STRETCH and now > since:
            now = since = now - BREAK + LONG_BREAK
        yield Hours("session", day, now, now + session.stage.minutes, session.number)
        now = _rounded(now + session.stage.minutes + BREAK)


def _rounded(minutes: int) -> int:
    return -(-minutes // ROUND_TO) * ROUND_TO


def _debrief(hours: Sequence[Hours], opens: int, closes: int) -> tuple[Hours, ...]:
    """An hour after the last session, so that everybody has written their scorecard; else the next morning."""
    last = max((each for each in hours if each.kind == "session"), key=lambda each: (each.day, each.ends), default=None)
    if last is None:
        return ()
    starts = _rounded(last.ends + LONG_BREAK)
    day = last.day
    if starts + DEBRIEF > closes:
        day, starts = day + 1, opens
    return (Hours("debrief", day, starts, starts + DEBRIEF),)


def _dry_run(sessions: Sequence[PlannedSession], days: dict[int, int], opens: int) -> tuple[Hours, ...]:
    first = next((session for session in sessions if session.stage.type in HANDS_ON and session.stage.scenario), None)
    if first is None:
        return ()
    busy = set(days.values())
    free = [day for day in range(1, days[first.number]) if day not in busy]
    return (Hours("dry_run", free[-1], opens, opens + DRY_RUN, None),) if free else ()
