"""The sessions of a plan being worked on, and what can be done to them. Nothing here changes what it is given."""

from collections.abc import Sequence
from typing import Any, Final

from pydantic import BaseModel, ConfigDict, TypeAdapter

from assessments.planning.plan import InterviewPlan
from hiring.document import RequisitionDocument, Stage

NO_DAY: Final = 10**9
"""Where a session without a day stands: after all others."""


class DraftSession(BaseModel):
    """One session as somebody works on it.

    ``key`` names it while others move around it. ``questions`` are ids of the bank chosen by hand, ``purpose`` words
    of one's own; None and "" leave both to the generator.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: int
    stage: Stage
    questions: tuple[str, ...] | None = None
    purpose: str = ""


type Sessions = tuple[DraftSession, ...]

_ADAPTER: Final = TypeAdapter(tuple[DraftSession, ...])


class NoSuchSession(LookupError):
    """The session is not in the plan any more."""


def read_sessions(value: Any) -> Sessions:
    """Sessions from plain data as `plain_sessions` gives it."""
    return _ADAPTER.validate_python(value, strict=False)


def plain_sessions(sessions: Sessions) -> list[dict[str, Any]]:
    """Sessions as plain data."""
    return [session.model_dump(mode="json") for session in sessions]


def from_stages(stages: Sequence[Stage]) -> Sessions:
    """A loop as sessions, numbered from 1."""
    return tuple(DraftSession(key=number, stage=stage) for number, stage in enumerate(stages, start=1))


def from_plan(plan: InterviewPlan) -> Sessions:
    """A generated plan as sessions."""
    return from_stages([session.stage for session in plan.sessions])


def stages_of(sessions: Sessions) -> tuple[Stage, ...]:
    """The loop in the document's form."""
    return tuple(session.stage for session in sessions)


def with_stages(document: RequisitionDocument, stages: Sequence[Stage]) -> RequisitionDocument:
    """The document with another loop."""
    process = document.process.model_copy(update={"stages": tuple(stages)})
    return document.model_copy(update={"process": process})


def position_of(sessions: Sessions, key: int) -> int:
    """Where a session stands, from 0. Raises NoSuchSession."""
    for position, session in enumerate(sessions):
        if session.key == key:
            return position
    raise NoSuchSession(key)


def moved(sessions: Sessions, key: int, by: int) -> Sessions:
    """The session ``by`` places earlier (negative) or later. Days stay with the places: two sessions change places.

    At either end nothing changes. Raises NoSuchSession.
    """
    start = position_of(sessions, key)
    end = start + by
    if not 0 <= end < len(sessions):
        return sessions
    days = [session.stage.day for session in sessions]
    order = list(sessions)
    order.insert(end, order.pop(start))
    return tuple(_on_day(session, day) for session, day in zip(order, days, strict=True))


def without(sessions: Sessions, key: int) -> Sessions:
    """All but one. Raises NoSuchSession."""
    gone = position_of(sessions, key)
    return sessions[:gone] + sessions[gone + 1 :]


def replaced(sessions: Sessions, session: DraftSession) -> Sessions:
    """With another session under the same key, where its day puts it. Raises NoSuchSession."""
    at = position_of(sessions, session.key)
    return in_order((*sessions[:at], session, *sessions[at + 1 :]))


def added(sessions: Sessions, stage: Stage, questions: tuple[str, ...] | None, purpose: str) -> Sessions:
    """With one more session, at the end of its day."""
    key = max((session.key for session in sessions), default=0) + 1
    return in_order((*sessions, DraftSession(key=key, stage=stage, questions=questions, purpose=purpose)))


def in_order(sessions: Sessions) -> Sessions:
    """By day, those without a day last; within a day as they stand."""
    return tuple(sorted(sessions, key=lambda session: session.stage.day or NO_DAY))


def _on_day(session: DraftSession, day: int | None) -> DraftSession:
    if session.stage.day == day:
        return session
    return session.model_copy(update={"stage": session.stage.model_copy(update={"day": day})})
