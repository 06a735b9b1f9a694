"""The plan for a terminal."""

from collections.abc import Iterator
from textwrap import fill

from assessments.bank import SHIPPED
from assessments.bank.content import Bank
from assessments.planning.plan import InterviewPlan, PlannedSession
from hiring.questions import describe

WIDTH = 100


def plan_text(plan: InterviewPlan, title: str | None, *, bank: Bank = SHIPPED) -> str:
    """The week, what each session covers, what is left out and why; ends with a line break."""
    return "\n".join(_lines(plan, title, bank)) + "\n"


def _lines(plan: InterviewPlan, title: str | None, bank: Bank) -> Iterator[str]:
    yield f"Interview plan: {_clean(title or 'requisition without a title')}"
    yield (
        f"{len(plan.sessions)} sessions in {len({session.round for session in plan.sessions})} stages; "
        f"{_hours(plan.candidate_minutes)} of the person's time, {_hours(plan.panel_minutes)} of the panel's"
    )
    for session in plan.sessions:
        yield ""
        yield from _session(plan, session, bank)
    yield ""
    yield "Not looked at" if plan.uncovered else "Every must-have and all four people skills are looked at."
    for gap in plan.uncovered:
        yield _wrapped(f"{gap.requirement.label or 'Empty line'}: {gap.why}", "  - ")
    if plan.notes:
        yield ""
        yield "Notes"
        for note in plan.notes:
            yield _wrapped(note, "  - ")


def _session(plan: InterviewPlan, session: PlannedSession, bank: Bank) -> Iterator[str]:
    stage = session.stage
    day = f"day {stage.day}" if stage.day else "no day yet"
    name = describe("/process/stages/0/type", stage.type)
    yield f"{session.number}. {name}, {stage.minutes} min, {day} (stage {session.round})"
    yield _wrapped(session.purpose, "   ")
    yield _wrapped(session.reason, "   Why: ")
    seats = [f"{_role(seat.role)} (back-up: {_role(seat.backup)})" for seat in session.seats]
    yield _wrapped(", ".join(seats) or "nobody named", "   Panel: ")
    if stage.scenario:
        scenario = bank.scenarios.get(stage.scenario)
        yield _wrapped(
            f"{_clean(stage.scenario)} {scenario.title}" if scenario else _clean(stage.scenario), "   Scenario: "
        )
    for id_ in session.questions:
        yield _wrapped(f"{id_} {bank.questions[id_].question}", "   Ask: ")
    covers = [
        f"{each.requirement.label} {each.minutes} min" for each in plan.coverage if each.session == session.number
    ]
    if covers:
        yield _wrapped(", ".join(covers), "   Covers: ")


def _role(role: str) -> str:
    return describe("/process/stages/0/panel", [role])


def _hours(minutes: int) -> str:
    return f"{round(minutes / 60, 2):g} h"


def _clean(text: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in text)


def _wrapped(text: str, lead: str) -> str:
    return fill(text, WIDTH, initial_indent=lead, subsequent_indent=" " * len(lead), break_on_hyphens=False)
