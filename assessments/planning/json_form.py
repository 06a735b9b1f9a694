"""The plan as plain data, in the published form (docs/schemas/plan.schema.json)."""

from typing import Any, TypedDict

from assessments.planning.plan import InterviewPlan, PlannedSession
from hiring.document import Process
from hiring.document.process import PanelRole, StageType


class SeatJson(TypedDict):
    """Who sits on a panel, and who stands in."""

    role: PanelRole
    backup: PanelRole


class SessionJson(TypedDict):
    """One session. ``stage`` is the stage of the loop it belongs to, 1 to 3: the sessions of one day.

    ``panel`` are the roles as in the document, ``seats`` the same with back-ups. ``questions`` are ids of the bank.
    """

    number: int
    stage: int
    day: int | None
    minutes: int
    type: StageType
    panel: list[PanelRole]
    seats: list[SeatJson]
    scenario: str | None
    questions: list[str]
    competencies: list[str]
    purpose: str
    reason: str


class CoverageJson(TypedDict):
    """That a session (by its ``number``) gives so many minutes to a requirement.

    ``requirement``: the slugs of a must-have's alternatives joined by ``|``, or the tag of a people skill.
    """

    requirement: str
    session: int
    minutes: int


class GapJson(TypedDict):
    """A requirement that no session looks at, and why."""

    requirement: str
    why: str


class PlanJson(TypedDict):
    """An interview plan. ``process`` is the document's section with the plan put in."""

    process: Process
    sessions: list[SessionJson]
    coverage: list[CoverageJson]
    uncovered: list[GapJson]
    candidate_hours: float
    panel_hours: float
    notes: list[str]


def plan_json(plan: InterviewPlan) -> dict[str, Any]:
    """The plan as JSON-ready data. Hours have at most two decimals."""
    return {
        "process": plan.process.model_dump(mode="json"),
        "sessions": [_session(session) for session in plan.sessions],
        "coverage": [
            {"requirement": each.requirement.key, "session": each.session, "minutes": each.minutes}
            for each in plan.coverage
        ],
        "uncovered": [{"requirement": gap.requirement.key, "why": gap.why} for gap in plan.uncovered],
        "candidate_hours": round(plan.candidate_minutes / 60, 2),
        "panel_hours": round(plan.panel_minutes / 60, 2),
        "notes": list(plan.notes),
    }


def _session(session: PlannedSession) -> SessionJson:
    stage = session.stage
    return {
        "number": session.number,
        "stage": session.round,
        "day": stage.day,
        "minutes": stage.minutes,
        "type": stage.type,
        "panel": list(stage.panel),
        "seats": [{"role": seat.role, "backup": seat.backup} for seat in session.seats],
        "scenario": stage.scenario,
        "questions": list(session.questions),
        "competencies": list(stage.competencies),
        "purpose": session.purpose,
        "reason": session.reason,
    }
