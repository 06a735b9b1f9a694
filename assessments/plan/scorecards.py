"""Blank scorecards for the sessions of the loop: anchors from the bank, nothing about anybody interviewed. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from assessments.bank import Anchors, Bank, Question, Scenario
from assessments.plan.sessions import Session
from assessments.planning import plan_of
from hiring.document import RequisitionDocument

MOST_CARDS: Final = 12
"""Sessions that get a scorecard in the plan."""


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The blank form of one session: a scenario with its anchors, or questions with theirs."""

    session: Session
    scenario: Scenario | None
    anchors: Anchors | None
    questions: tuple[Question, ...]
    missing: str


def scorecards(sessions: Sequence[Session], document: RequisitionDocument, bank: Bank) -> tuple[Scorecard, ...]:
    """One card a session, each scenario once; the questions are those of the interview plan."""
    seen: set[str] = set()
    cards = []
    for session, planned in zip(sessions, plan_of(document, bank=bank).sessions, strict=True):
        scenario = bank.scenarios.get(session.stage.scenario or "")
        if scenario is not None and scenario.id not in seen:
            seen.add(scenario.id)
            cards.append(Scorecard(session, scenario, scenario.anchors, (), ""))
        elif planned.questions:
            cards.append(Scorecard(session, None, None, tuple(bank.questions[id_] for id_ in planned.questions), ""))
        elif scenario is None and session.technical:
            cards.append(Scorecard(session, None, None, (), _missing(session)))
    return tuple(cards[:MOST_CARDS])


def _missing(session: Session) -> str:
    if session.purpose:
        return f"“{session.purpose}” is not in the bank. Write down what 1, 2, 3 and 4 look like before the first talk."
    return "No scenario is chosen. Choose one from the bank, or write down what 1, 2, 3 and 4 look like."
