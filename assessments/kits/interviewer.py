"""The interviewer's kit of one session: brief, timing, script, questions with anchors, a blank scorecard."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from assessments.bank.content import Anchors, Bank, Line, Question, Scenario
from assessments.kits.role import RoleBrief
from assessments.plan.parts import minutes_words, printable
from assessments.planning import InterviewPlan, PlannedSession
from hiring.questions.process import STAGE_TYPES

WELCOME: Final = 5
SCOPE: Final = 10
CLOSING: Final = 5
LONG_CLOSING: Final = 10
LONG_SESSION: Final = 60
SHORTEST_SPLIT: Final = 20
"""Minutes under which a session is too short to be cut into parts."""

EXERCISES: Final = frozenset(
    {"live_debug", "architecture_exercise", "code_review", "practical_coding", "whiteboard_design", "algo_coding"}
)

NEVER_ASKED: Final = (
    "What they earn or earned.",
    "Family, children, plans for children, marriage.",
    "Age, origin, nationality beyond the right to work, religion, health or disability.",
    "Unions, politics, debts, arrests.",
)
"""What no session asks (domain.md, sections H and L)."""

LEVELS: Final = ("Poor", "Partial", "Good", "Great")


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the hour: ``0–5 min`` and what happens in it."""

    minutes: str
    text: str


@dataclass(frozen=True, slots=True)
class Chair:
    """One interviewer of the session; "" where nobody is named."""

    seat: str
    person: str
    backup: str


@dataclass(frozen=True, slots=True)
class Rated:
    """One line of the scorecard with its anchors; ``anchors`` is None where they must still be written."""

    name: str
    anchors: Anchors | None
    points: int | None = None


@dataclass(frozen=True, slots=True)
class Kit:
    """Everything that one session needs."""

    number: int
    of: int
    name: str
    minutes: str
    when: str
    takehome: bool
    chairs: tuple[Chair, ...]
    purpose: str
    reason: str
    looks_at: tuple[tuple[str, str], ...]
    role: RoleBrief
    timing: tuple[Part, ...]
    opening: str
    closing: str
    scenario: Scenario | None
    variant: str
    unknown_scenario: str
    questions: tuple[Question, ...]
    rated: tuple[Rated, ...]
    ai_rule: str
    never: tuple[str, ...] = NEVER_ASKED


def kit_of(
    plan: InterviewPlan,
    session: PlannedSession,
    bank: Bank,
    role: RoleBrief,
    *,
    chairs: Sequence[Chair],
    when: str,
    level: str | None,
    ai_rule: str,
) -> Kit:
    """The kit of one session. ``when`` is its day and hour in words."""
    stage = session.stage
    scenario = bank.scenarios.get(stage.scenario or "")
    questions = tuple(bank.questions[name] for name in session.questions if name in bank.questions)
    first = session.number == 1
    takehome = stage.type == "take_home"
    looks_at = tuple(
        (printable(covered.requirement.label, 90), f"{covered.minutes} min")
        for covered in plan.coverage
        if covered.session == session.number
    )
    return Kit(
        number=session.number,
        of=len(plan.sessions),
        name=dict(STAGE_TYPES)[stage.type],
        minutes=minutes_words(stage.minutes),
        when=when,
        takehome=takehome,
        chairs=tuple(chairs),
        purpose=session.purpose,
        reason=session.reason,
        looks_at=looks_at,
        role=role,
        timing=() if takehome else timing(session, scenario, questions, first=first),
        opening=_opening(stage.minutes, exercise=scenario is not None, takehome=takehome),
        closing=_closing(role),
        scenario=scenario,
        variant=(scenario.junior_variant or "") if scenario and level == "junior" else "",
        unknown_scenario="" if scenario else printable(stage.scenario or "", 80),
        questions=questions,
        rated=_rated(session, scenario, questions, looks_at),
        ai_rule=scenario.ai_use if scenario else ai_rule,
    )


def timing(
    session: PlannedSession, scenario: Scenario | None, questions: Sequence[Question], *, first: bool
) -> tuple[Part, ...]:
    """The parts of a session; together they are as long as it is."""
    minutes = session.stage.minutes
    if minutes < SHORTEST_SPLIT:
        return (Part(f"0–{minutes} min", "Too short to be cut up: say hello, then start at once."),)
    closing = LONG_CLOSING if minutes >= LONG_SESSION else CLOSING
    parts = [(WELCOME, "Hello, who sits here, how the time is spent, and that notes are taken.")]
    if first and session.stage.type in ("hm_screen", "recruiter_screen") and minutes >= SHORTEST_SPLIT + SCOPE:
        parts.append((SCOPE, "The split and the first projects, with the numbers of this kit, before any question."))
    body = minutes - sum(length for length, _ in parts) - closing
    if scenario is not None:
        talk = max(body // 20 * 5, 5)
        parts.append((body - talk, "The exercise. They think aloud; you answer what they ask and keep the clock."))
        parts.append((talk, "Look back together: the follow-ups, and what they would do with more time."))
    elif questions:
        each, rest = divmod(body, len(questions))
        parts += [
            (each + (1 if index < rest else 0), f"{question.id}: {question.question}")
            for index, question in enumerate(questions)
        ]
    else:
        parts.append((body, "Your questions, the same for everybody, written down before the first talk."))
    parts.append((closing, "Their questions. Then when they hear back, and from whom."))
    found, now = [], 0
    for length, text in parts:
        found.append(Part(f"{now}–{now + length} min", text))
        now += length
    return tuple(found)


def _opening(minutes: int, *, exercise: bool, takehome: bool) -> str:
    if takehome:
        return (
            "This takes the hours it says, and not more: stop then, and write down what you would do next. The code "
            "is yours. We talk it through together afterwards."
        )
    words = (
        f"Thank you for the {minutes} minutes. I take notes, so that I rate what you said and not what I remember. "
        "Everybody is asked the same."
    )
    if exercise:
        words += (
            " This is about how you go at it, not about reaching the end. Ask me anything you would ask a colleague; "
            "I have hints, and taking one is fine."
        )
    return words


def _closing(role: RoleBrief) -> str:
    heard = f"You hear back {role.hear_back}" if role.hear_back else "You hear back as soon as we have decided"
    return f"Thank you. What would you like to know from me? {heard}, whatever we decide."


def _rated(
    session: PlannedSession,
    scenario: Scenario | None,
    questions: Sequence[Question],
    looks_at: Sequence[tuple[str, str]],
) -> tuple[Rated, ...]:
    if scenario is not None:
        return tuple(_line(line) for line in scenario.lines)
    if questions:
        return tuple(Rated(f"{question.id} {question.question}", question.anchors) for question in questions)
    return tuple(Rated(name, None) for name, _ in looks_at) or (Rated(session.purpose, None),)


def _line(line: Line) -> Rated:
    return Rated(line.name, line, line.points)
