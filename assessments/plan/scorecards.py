"""Blank scorecards for the sessions of the loop: anchors from the bank, nothing about anybody interviewed. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from assessments.bank import QUESTIONS, SCENARIOS, Anchors, Question, Scenario
from assessments.plan.sessions import Session

MOST_CARDS: Final = 12
"""Sessions that get a scorecard in the plan."""

_TAG_COMPETENCIES: Final[dict[str, tuple[str, ...]]] = {
    "collaboration": ("collaboration",),
    "communication": ("communication",),
    "customer_empathy": ("customer_empathy",),
    "stakeholder": ("stakeholder",),
}
_TYPE_COMPETENCIES: Final[dict[str, tuple[str, ...]]] = {
    "hm_screen": ("growth", "platform"),
    "panel_tech": ("discriminator", "discriminator", "lifecycle"),
    "whiteboard_design": ("discriminator", "platform"),
    "exec_chat": ("stakeholder",),
    "culture_fit": ("collaboration", "customer_empathy"),
}
_FIRST_TALK: Final = ("discriminator", "discriminator", "lifecycle", "growth")
_TALKS: Final = frozenset(
    {"hm_screen", "panel_tech", "whiteboard_design", "exec_chat", "partner_interview", "culture_fit"}
)
_STAFF_FIRST: Final = ("Q22", "Q39", "Q40", "Q41", "Q42")


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The blank form of one session: a scenario with its anchors, or questions with theirs."""

    session: Session
    scenario: Scenario | None
    anchors: Anchors | None
    questions: tuple[Question, ...]
    missing: str


def scorecards(sessions: Sequence[Session], level: str | None) -> tuple[Scorecard, ...]:
    """One card a session, each scenario once. Questions never repeat within a loop.

    The first talk asks two of the questions that tell MLOps from DevOps (domain.md, section H).
    """
    asked: set[str] = set()
    cards = []
    for session in sessions:
        stage = session.stage
        scenario = SCENARIOS.get(stage.scenario or "")
        if scenario is None and stage.type in _TALKS:
            questions = _questions(session, level, asked)
            if questions:
                cards.append(Scorecard(session, None, None, questions, ""))
        elif scenario is not None and scenario.id not in asked:
            asked.add(scenario.id)
            cards.append(Scorecard(session, scenario, scenario.anchors, (), ""))
        elif scenario is None and session.technical:
            cards.append(Scorecard(session, None, None, (), _missing(session)))
    return tuple(cards[:MOST_CARDS])


def _missing(session: Session) -> str:
    if session.purpose:
        return f"“{session.purpose}” is not in the bank. Write down what 1, 2, 3 and 4 look like before the first talk."
    return "No scenario is chosen. Choose one from the bank, or write down what 1, 2, 3 and 4 look like."


def _questions(session: Session, level: str | None, asked: set[str]) -> tuple[Question, ...]:
    stage = session.stage
    first = not asked & set(QUESTIONS)
    wanted = [*(_FIRST_TALK if first and stage.type == "hm_screen" else _TYPE_COMPETENCIES.get(stage.type, ()))]
    wanted += [competency for tag in stage.tags for competency in _TAG_COMPETENCIES.get(tag, ())]
    chosen = []
    for competency in wanted:
        question = _next(competency, level, asked)
        if question is not None:
            asked.add(question.id)
            chosen.append(question)
    return tuple(chosen)


def _next(competency: str, level: str | None, asked: set[str]) -> Question | None:
    fits = [
        question
        for question in QUESTIONS.values()
        if question.competency == competency
        and question.id not in asked
        and (level is None or level in question.levels)
    ]
    if level in ("staff", "principal"):
        fits.sort(key=lambda question: question.id not in _STAFF_FIRST)
    return fits[0] if fits else None
