"""What the interview plan's page shows, row by row."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.urls import reverse

from assessments.bank.content import Question, Scenario
from assessments.editing.accepting import Change, changes
from assessments.editing.sessions import DraftSession
from assessments.plan.parts import inside, minutes_words, printable
from assessments.plan.sessions import PANEL_PURPOSES
from assessments.planning import InterviewPlan, PlannedSession, Requirement, Seat, choices
from assessments.planning.rules import MOST_HOURS, MOST_SESSIONS_PER_REQUIREMENT
from assessments.week.calendar import Dated, NoDates, dated
from assessments.week.hours import DEBRIEF, DRY_RUN, Hours, Timetable, timetable
from assessments.working import Names, WorkingPlan
from hiring.facts.wording import counted, listed, number
from hiring.models import Requisition
from hiring.questions.process import PANEL_ROLES, STAGE_TYPES
from hiring.readiness.cards import Card, cards
from hiring.readiness.next_fixes import Effect, standing
from hiring.reporting import Flag, Report
from hiring.reviewing import Reviewed
from hiring.strip import MARKS, Mark
from hiring.views.report_rows import EffectRow, effect_row

LOOP_MISTAKES: Final = ("M05", "M08", "M11")
LOOP_TRIGGERS: Final = ("M01-T5", "M04-T6")
"""The mistakes and single triggers that speak of the interview loop."""

COLUMNS: Final = 5
"""Days side by side."""

QUARTER: Final = 15
ROWS: Final = 40
"""Quarters of an hour that the grid of a day has rows for."""

LONGEST_ID: Final = 16
"""Characters of a scenario's id; longer ones are names, and too long for a column."""

SEATS: Final = dict(PANEL_ROLES)
KINDS: Final = dict(STAGE_TYPES)


@dataclass(frozen=True, slots=True)
class Standing:
    """How the loop stands, in a word and a sentence."""

    mark: Mark
    word: str
    sentence: str
    effect: EffectRow


@dataclass(frozen=True, slots=True)
class Stat:
    """One figure with what it is held against."""

    label: str
    figure: str
    note: str


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the week. ``row`` and ``span`` are quarters of an hour in the grid, from 1; 0 outside of it."""

    title: str
    time: str
    text: str
    internal: bool
    row: int
    span: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Column:
    """One day of the week."""

    name: str
    note: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Week:
    """Five days side by side, with the hours at the edge (label and row of the grid)."""

    hours: tuple[tuple[str, int], ...]
    columns: tuple[Column, ...]
    grid: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """Minutes of one session for one requirement; 0 where it does not look at it."""

    minutes: int
    low: bool


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One requirement: its cells, their sum, and how it is covered. ``first_skill`` starts the people skills."""

    name: str
    cells: tuple[Cell, ...]
    total: int
    mark: Mark
    word: str
    state: str
    why: str
    first_skill: bool


@dataclass(frozen=True, slots=True)
class SeatRow:
    """One seat of the panel."""

    role: str
    label: str
    purpose: str
    looks_at: str
    names: Names
    stand_in: str
    minutes: str

    @property
    def open(self) -> bool:
        """Whether somebody is still to be named."""
        return not (self.names.person and self.names.backup)


@dataclass(frozen=True, slots=True)
class Swap:
    """Another session that could stand here. ``value`` names it in the form."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One session with all there is to know and to do."""

    planned: PlannedSession
    session: DraftSession
    name: str
    when: str
    scenario: Scenario | None
    unknown_scenario: str
    questions: tuple[Question, ...]
    panel: str
    looks_at: str
    swaps: tuple[Swap, ...]
    first: bool
    last: bool


@dataclass(frozen=True)
class InterviewPage:
    """Everything the page shows. ``when`` is None until a start date is given; ``no_dates`` says why one fails."""

    working: WorkingPlan
    standing: Standing
    flags: tuple[tuple[Card, Mark], ...]
    stats: tuple[Stat, ...]
    weeks: tuple[Week, ...]
    late: str
    no_dates: str
    matrix_head: tuple[tuple[str, str], ...]
    matrix: tuple[MatrixRow, ...]
    seats: tuple[SeatRow, ...]
    sessions: tuple[SessionRow, ...]
    changes: tuple[Change, ...]
    offer: EffectRow | None

    @property
    def problems(self) -> tuple[str, ...]:
        """What is wrong with hours and dates."""
        return tuple(text for text in (self.late, self.no_dates) if text)

    @property
    def gaps(self) -> tuple[MatrixRow, ...]:
        """The requirements that no session looks at."""
        return tuple(row for row in self.matrix if row.state == "gap")

    @property
    def notes(self) -> tuple[str, ...]:
        """What the generator assumed, while the plan is its own."""
        return self.working.generated.notes if self.working.basis == "generated" else ()

    @property
    def all_named(self) -> bool:
        """Whether every seat has a name and a stand-in."""
        return not any(seat.open for seat in self.seats)


def interview_page(working: WorkingPlan, reviewed: Reviewed) -> InterviewPage:
    """The page of a plan. ``reviewed`` is the requisition as things stand."""
    plan = working.plan
    now, then = reviewed.report, working.report(reviewed)
    hours = hours_of(working)
    when, no_dates = dates_of(working, hours)
    flags = tuple((card, MARKS[card.severity.word]) for card in cards(loop_flags(then)))
    matrix = _matrix(plan)
    return InterviewPage(
        working=working,
        standing=_standing(working, matrix, flags, now, then),
        flags=flags,
        stats=_stats(working),
        weeks=_weeks(working, hours, when),
        late=_late(working, hours, when),
        no_dates=no_dates,
        matrix_head=tuple((_short(session), minutes_words(session.stage.minutes)) for session in plan.sessions),
        matrix=matrix,
        seats=seat_rows(working),
        sessions=_sessions(working, hours, when),
        changes=changes(working.document.process, working.then.process),
        offer=_offer(working, reviewed),
    )


def _offer(working: WorkingPlan, reviewed: Reviewed) -> EffectRow | None:
    """What a generated plan would do to the requisition whose own loop is shown; None where it would change nothing."""
    process = working.generated.process
    if working.basis != "requisition" or process == working.document.process:
        return None
    return effect_row(effect_of(reviewed.report, working.report_generated(reviewed)), ())


def hours_of(working: WorkingPlan) -> Timetable:
    """The hours of the plan within its working day."""
    row = working.row
    return timetable(working.plan, row.opens.hour * 60 + row.opens.minute, row.closes.hour * 60 + row.closes.minute)


def dates_of(working: WorkingPlan, hours: Timetable) -> tuple[Dated | None, str]:
    """The dates of the plan, or why there are none; both empty while no start date is given."""
    row = working.row
    if row.starts_on is None or not row.time_zone:
        return None, ""
    closed = [date.fromisoformat(day) for day in row.closed_days]
    try:
        return dated(hours, row.starts_on, closed, row.time_zone), ""
    except NoDates as error:
        return None, str(error)


def loop_flags(report: Report) -> list[Flag]:
    """The standing flags that speak of the loop."""
    return [flag for flag in report.flags if flag.id[:3] in LOOP_MISTAKES or flag.id in LOOP_TRIGGERS]


def effect_of(now: Report, then: Report) -> Effect:
    """What becomes of the report."""
    before, after = {flag.id for flag in now.flags}, {flag.id for flag in then.flags}
    return Effect(standing(now), standing(then), tuple(sorted(before - after)), tuple(sorted(after - before)))


def seat_rows(working: WorkingPlan) -> tuple[SeatRow, ...]:
    """Every seat of the panel once, in the order in which people meet it."""
    plan = working.plan
    found: dict[str, Seat] = {}
    for session in plan.sessions:
        for seat in session.seats:
            found.setdefault(seat.role, seat)
    return tuple(
        SeatRow(
            role=role,
            label=SEATS[role],
            purpose=PANEL_PURPOSES[role],
            looks_at=_looks_at(plan, [session for session in plan.sessions if role in session.stage.panel]),
            names=working.names.get(role, Names()),
            stand_in=_stand_in(seat),
            minutes=minutes_words(
                sum(session.stage.minutes for session in plan.sessions if role in session.stage.panel)
            ),
        )
        for role, seat in found.items()
    )


def panel_words(working: WorkingPlan, session: PlannedSession) -> str:
    """Who sits in a session: by name where one is given, else by seat."""
    seats = [working.names.get(role, Names()).person or SEATS[role] for role in session.stage.panel]
    return printable(", ".join(seats), 300) if seats else "nobody yet"


def clock(minutes: int) -> str:
    """``10:45``."""
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def day_name(day: int, when: Dated | None) -> str:
    """``Mon 30 Nov``, or ``Day 1`` while there is no date."""
    if when is None or day not in when.dates:
        return f"Day {day:,}"
    found = when.dates[day]
    return f"{found:%a} {found.day} {found:%b}"


def when_words(hours: Hours, when: Dated | None) -> str:
    """``Mon 30 Nov, 10:00–11:00``."""
    if hours.kind == "takehome":
        return f"{day_name(hours.day, when)}, at home"
    return f"{day_name(hours.day, when)}, {clock(hours.starts)}–{clock(hours.ends)}"


def moment_words(moment: datetime) -> str:
    """``Wednesday 2 December 2026, 14:30 (Europe/Berlin)``."""
    return f"{moment:%A} {moment.day} {moment:%B %Y, %H:%M} ({moment.tzinfo})"


def name_of(stage_type: str) -> str:
    """What a kind of session is called."""
    return KINDS.get(stage_type, stage_type)


def scenario_words(working: WorkingPlan, name: str | None) -> str:
    """A scenario by title and id; a name that the bank does not know as it is."""
    scenario = working.content.scenarios.get(name or "")
    return f"{scenario.title} ({scenario.id})" if scenario else printable(name or "", 80)


def _standing(
    working: WorkingPlan,
    matrix: Sequence[MatrixRow],
    flags: Sequence[tuple[Card, Mark]],
    now: Report,
    then: Report,
) -> Standing:
    gaps = [row for row in matrix if row.state == "gap"]
    overlaps = [row for row in matrix if row.state == "overlap"]
    effect = effect_row(effect_of(now, then), ())
    if not working.sessions:
        return Standing(MARKS["not_checked"], "No session yet", "Generate a plan, or add a session.", effect)
    plan = working.plan
    rounds = len({session.round for session in plan.sessions})
    parts = [f"{counted(len(plan.sessions), 'session').capitalize()} in {counted(rounds, 'stage')}."]
    if gaps:
        names = [row.name for row in gaps]
        if len(names) > 4:
            names[3:] = [f"{len(names) - 3} more"]
        parts.append(f"Nobody looks at {listed(names)}.")
    if overlaps:
        parts.append(
            f"{listed([row.name for row in overlaps[:4]])} {'comes' if len(overlaps) == 1 else 'come'} up more than "
            f"{MOST_SESSIONS_PER_REQUIREMENT} times."
        )
    worst = max((card.severity for card, _ in flags), default=None)
    if worst is not None:
        parts.append(f"{counted(len(flags), 'flag').capitalize()} on the loop, below.")
    words = [
        *([counted(len(gaps), "gap")] if gaps else []),
        *([counted(len(overlaps), "overlap")] if overlaps else []),
    ]
    if not words:
        words = [counted(len(flags), "flag")] if flags else ["A sound loop"]
        if not flags:
            parts.append("Every must-have and every people skill is looked at, none more than twice.")
    mark = MARKS[worst.word] if worst is not None else MARKS["warning" if gaps or overlaps else "clear"]
    return Standing(mark, ", ".join(words).capitalize(), " ".join(parts), effect)


def _stats(working: WorkingPlan) -> tuple[Stat, ...]:
    plan, process, people = working.plan, working.then.process, working.row.people
    level = working.document.role.level
    limit = f"limit for {level}: {MOST_HOURS[level]:g} h" if level else "limit: 6 h"
    rounds = len({session.round for session in plan.sessions})
    days = "" if process.loop_days is None else f"first to last in {counted(process.loop_days, 'day')}"
    each = plan.panel_minutes + DEBRIEF * len({role for session in plan.sessions for role in session.stage.panel})
    team = each * people + (DRY_RUN * 2 if _has_exercise(plan) else 0)
    decision = "open" if process.decision_hours is None else f"{number(process.decision_hours)} h"
    return (
        Stat("Time asked of each person", minutes_words(plan.candidate_minutes), limit),
        Stat("Stages", str(rounds), days or "no days yet"),
        Stat("Your team’s time", minutes_words(each), "for each person, debrief included"),
        Stat(
            "Time for one hire",
            minutes_words(team),
            f"of your team, {minutes_words(plan.candidate_minutes * people)} of {counted(people, 'person', 'people')}; "
            "dry run included",
        ),
        Stat("Decision", decision, "after the last session; the limit is 48 h"),
    )


def _has_exercise(plan: InterviewPlan) -> bool:
    return any(session.stage.scenario and session.stage.type != "take_home" for session in plan.sessions)


def _matrix(plan: InterviewPlan) -> tuple[MatrixRow, ...]:
    minutes: dict[Requirement, dict[int, int]] = {}
    for covered in plan.coverage:
        row = minutes.setdefault(covered.requirement, {})
        row[covered.session] = row.get(covered.session, 0) + covered.minutes
    why = {gap.requirement: gap.why for gap in plan.uncovered}
    rows = []
    skills = 0
    for requirement in plan.requirements:
        given = minutes.get(requirement, {})
        is_skill = requirement.path is None
        skills += is_skill
        mark, word, state = _coverage(len(given), is_gap=requirement in why)
        rows.append(
            MatrixRow(
                name=printable(requirement.label, 90),
                cells=tuple(_cell(given.get(session.number)) for session in plan.sessions),
                total=sum(given.values()),
                mark=mark,
                word=word,
                state=state,
                why=why.get(requirement, ""),
                first_skill=is_skill and skills == 1,
            )
        )
    return tuple(rows)


def _coverage(sessions: int, *, is_gap: bool) -> tuple[Mark, str, str]:
    if is_gap or not sessions:
        return MARKS["warning"], "Gap", "gap"
    if sessions > MOST_SESSIONS_PER_REQUIREMENT:
        return MARKS["advice"], f"{sessions} times", "overlap"
    return MARKS["clear"], "covered", ""


LOW_MINUTES: Final = 12
"""Minutes up to which a cell of the matrix is drawn lightly."""


def _cell(minutes: int | None) -> Cell:
    return Cell(minutes or 0, low=minutes is not None and minutes < LOW_MINUTES)


def _short(session: PlannedSession) -> str:
    words = name_of(session.stage.type)
    return (
        f"{words}, {session.stage.scenario}"
        if session.stage.scenario and len(session.stage.scenario) <= LONGEST_ID
        else words
    )


def _looks_at(plan: InterviewPlan, sessions: Iterable[PlannedSession]) -> str:
    numbers = {session.number for session in sessions}
    found = dict.fromkeys(covered.requirement.label for covered in plan.coverage if covered.session in numbers)
    return printable(", ".join(found), 200)


def _stand_in(seat: Seat) -> str:
    label = inside(SEATS[seat.backup])
    return f"another {label}" if seat.backup == seat.role else label


def _weeks(working: WorkingPlan, hours: Timetable, when: Dated | None) -> tuple[Week, ...]:
    days = hours.days
    if not days:
        return ()
    shown = list(range(1, days[-1] + 1)) if days[-1] <= 2 * COLUMNS else list(days)
    shown += range(shown[-1] + 1, shown[-1] + 1 + (-len(shown) % COLUMNS)) if days[-1] <= 2 * COLUMNS else []
    base = min(each.starts for each in hours.hours) // 60 * 60
    top = max(each.ends for each in hours.hours)
    grid = (top - base) // QUARTER <= ROWS
    edge = tuple((clock(at), (at - base) // QUARTER + 1) for at in range(base, top + 1, 60))
    return tuple(
        Week(
            hours=edge,
            columns=tuple(_column(working, hours, when, day, base) for day in shown[start : start + COLUMNS]),
            grid=grid,
        )
        for start in range(0, len(shown), COLUMNS)
    )


def _column(working: WorkingPlan, hours: Timetable, when: Dated | None, day: int, base: int) -> Column:
    todays = hours.of(day)
    with_person = [each for each in todays if each.kind == "session"]
    rounds = {working.plan.sessions[each.number - 1].round for each in todays if each.number is not None}
    if with_person:
        span = minutes_words(sum(each.ends - each.starts for each in with_person))
        note = f"Stage {min(rounds)} · {span}"
    else:
        note = f"Stage {min(rounds)} · at home" if rounds else "No interviews"
    name = day_name(day, when) if when is None or day in when.dates else f"Day {day}"
    return Column(name, note, tuple(_block(working, each, base) for each in todays))


def _block(working: WorkingPlan, hours: Hours, base: int) -> Block:
    row = (hours.starts - base) // QUARTER + 1
    span = max((hours.ends - hours.starts + QUARTER - 1) // QUARTER, 2)
    time = "at home" if hours.kind == "takehome" else f"{clock(hours.starts)}–{clock(hours.ends)}"
    if hours.number is None:
        title = "Debrief" if hours.kind == "debrief" else "Dry run of the exercise"
        return Block(title, time, "", True, row, span, "")
    session = working.plan.sessions[hours.number - 1]
    return Block(
        title=_short(session),
        time=time,
        text=". ".join(filter(None, (panel_words(working, session), scenario_words(working, session.stage.scenario)))),
        internal=False,
        row=row,
        span=span,
        anchor=f"session-{working.sessions[hours.number - 1].key}",
    )


def _late(working: WorkingPlan, hours: Timetable, when: Dated | None) -> str:
    if not hours.late:
        return ""
    days = listed([day_name(day, when) for day in hours.late])
    closes = working.row.closes
    return f"{days} does not fit into the working day: the last session ends after {closes:%H:%M}."


def _sessions(working: WorkingPlan, hours: Timetable, when: Dated | None) -> tuple[SessionRow, ...]:
    plan = working.plan
    rows = []
    for planned, session in zip(plan.sessions, working.sessions, strict=True):
        name = planned.stage.scenario or ""
        scenario = working.content.scenarios.get(name)
        rows.append(
            SessionRow(
                planned=planned,
                session=session,
                name=name_of(planned.stage.type),
                when=when_words(hours.at(planned.number), when),
                scenario=scenario,
                unknown_scenario="" if scenario else printable(name, 80),
                questions=tuple(working.content.questions[each] for each in planned.questions),
                panel=panel_words(working, planned),
                looks_at=_looks_at(plan, [planned]),
                swaps=swaps_of(working, planned.number),
                first=planned.number == 1,
                last=planned.number == len(plan.sessions),
            )
        )
    return tuple(rows)


def swaps_of(working: WorkingPlan, number: int) -> tuple[Swap, ...]:
    """What could stand in the place of a session (numbered from 1)."""
    return tuple(
        Swap(scenario.id, f"{scenario.title} ({scenario.id}): {inside(name_of(scenario.type))}, {minutes} min")
        for scenario, minutes in choices(working.then, number, bank=working.content)
    )


def kit_links(requisition: Requisition, *, may_export: bool) -> dict[str, str]:
    """Addresses of what is printed and of the calendar; those of PDFs only for who may export."""
    names = ["kits", "preparation", "debrief"]
    links = {name: reverse(f"assessments:{name}", args=[requisition.pk]) for name in names}
    if may_export:
        links |= {f"{name}_pdf": reverse(f"assessments:{name}_pdf", args=[requisition.pk]) for name in names}
        links["calendar"] = reverse("assessments:calendar", args=[requisition.pk])
    return links
