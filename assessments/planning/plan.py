"""What an interview plan is made of. Pure data; nothing in it is about a person interviewed."""

from dataclasses import dataclass

from hiring.document import Process, Stage
from hiring.document.process import PanelRole


@dataclass(frozen=True, slots=True)
class Seat:
    """One place on a panel: who sits there, and who takes it when they cannot."""

    role: PanelRole
    backup: PanelRole


@dataclass(frozen=True, slots=True)
class PlannedSession:
    """One session of the loop.

    ``number`` counts from 1 in the order of the loop; ``round`` is the stage it belongs to, 1 to 3: the sessions of
    one day. ``stage`` is the session in the document's own form (type, minutes, day, panel, tags, scenario,
    competencies). ``seats`` are the panel of the stage with back-ups, in the same order. ``questions`` are ids of the
    bank, in the order in which they are asked. ``purpose`` says what the session finds out, ``reason`` why this
    session and this scenario were chosen.
    """

    number: int
    round: int
    stage: Stage
    seats: tuple[Seat, ...]
    questions: tuple[str, ...]
    purpose: str
    reason: str


@dataclass(frozen=True, slots=True)
class Requirement:
    """What has to be looked at: a must-have, or one of the four people skills.

    ``key`` is stable within a document: the slugs of its alternatives joined by ``|`` (names the taxonomy does not
    know stand as they are), or the tag of the people skill. ``path`` is the JSON Pointer of the must-have; None for
    a people skill.
    """

    key: str
    label: str
    path: str | None


@dataclass(frozen=True, slots=True)
class Coverage:
    """That one session gives so many minutes to one requirement. ``session`` is its number."""

    requirement: Requirement
    session: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Gap:
    """A requirement that no session looks at, and why."""

    requirement: Requirement
    why: str


@dataclass(frozen=True, slots=True)
class InterviewPlan:
    """A loop with everything behind it.

    ``process`` is the document's section with the plan put in: accepting the plan is putting it into the document.
    ``requirements`` are all that should be looked at, must-haves first, in the document's order. ``notes`` say what
    the plan took for granted or left out, one sentence each.
    """

    process: Process
    sessions: tuple[PlannedSession, ...]
    requirements: tuple[Requirement, ...]
    coverage: tuple[Coverage, ...]
    uncovered: tuple[Gap, ...]
    notes: tuple[str, ...]

    @property
    def candidate_minutes(self) -> int:
        """Minutes that the loop asks of the person, take-home included."""
        return sum(session.stage.minutes for session in self.sessions)

    @property
    def panel_minutes(self) -> int:
        """Minutes that the loop asks of all interviewers together, for one person; a take-home asks none."""
        return sum(
            session.stage.minutes * len(session.seats) for session in self.sessions if session.stage.type != "take_home"
        )

    @property
    def repeated(self) -> tuple[Requirement, ...]:
        """Requirements that more than two sessions look at."""
        counts = [covered.requirement for covered in self.coverage]
        return tuple(requirement for requirement in self.requirements if counts.count(requirement) > 2)
