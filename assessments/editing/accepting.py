"""What accepting a plan writes into the requisition."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from assessments.editing.sessions import Sessions, stages_of
from hiring.document import Process, RequisitionDocument
from hiring.questions import describe, question_at

WRITES: Final = (
    "stages",
    "takehome_hours",
    "takehome_paid",
    "takehome_window_days",
    "ai_policy",
    "rubric_defined",
    "scorecard",
    "soft_weight_pct",
    "scope_in_first_call",
    "loop_days",
    "decision_hours",
)
"""The answers that a plan may overwrite, and no others (design, decision 9)."""

WINDOW_DAYS: Final = Decimal(2)
"""Days to hand a take-home in where none are answered: it fits between the first and the last talk of a week."""

WEEK: Final = 5
"""Working days of a week."""


@dataclass(frozen=True, slots=True)
class Change:
    """One answer that accepting changes, in words."""

    name: str
    label: str
    now: str
    then: str


def accepted_process(document: RequisitionDocument, sessions: Sessions, generated: Process) -> Process:
    """The document's process with the plan in it.

    The rules of the loop (anchors, scorecards, weights, decision) are those of the generated plan; the take-home and
    the length of the loop are those of the sessions.
    """
    process = document.process
    stages = stages_of(sessions)
    written: dict[str, Any] = {name: getattr(generated, name) for name in WRITES}
    written["stages"] = stages
    minutes = sum(stage.minutes for stage in stages if stage.type == "take_home")
    if minutes:
        same = sum(stage.minutes for stage in generated.stages if stage.type == "take_home") == minutes
        written["takehome_hours"] = generated.takehome_hours if same else Decimal(minutes) / 60
        if written["takehome_window_days"] is None:
            written["takehome_window_days"] = process.takehome_window_days or WINDOW_DAYS
        written["ai_policy"] = written["ai_policy"] or "allowed_explain"
    else:
        written |= {"takehome_hours": None, "takehome_paid": None, "takehome_window_days": None}
    if [stage.day for stage in stages] != [stage.day for stage in generated.stages]:
        written["loop_days"] = loop_days(sessions)
    return process.model_copy(update=written)


def loop_days(sessions: Sessions) -> Decimal | None:
    """Calendar days from the first to the last day of the loop, both counted; None where no session has a day.

    Weekends between are counted too, as if the loop started on a Monday.
    """
    days = [session.stage.day for session in sessions if session.stage.day is not None]
    if not days:
        return None
    weeks, rest = divmod(max(days) - min(days), WEEK)
    return Decimal(weeks * 7 + rest + 1)


def changes(now: Process, then: Process) -> tuple[Change, ...]:
    """What differs between two processes, among the answers that a plan writes."""
    return tuple(
        Change(
            name,
            question_at(f"/process/{name}").label,
            describe(f"/process/{name}", getattr(now, name)),
            describe(f"/process/{name}", getattr(then, name)),
        )
        for name in WRITES
        if getattr(now, name) != getattr(then, name)
    )
