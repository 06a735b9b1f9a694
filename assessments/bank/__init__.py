"""The assessment bank: scenarios and questions with their anchors, in our own words.

All of it is our judgement; nothing here is about a person interviewed.
"""

from assessments.bank.content import Anchors, Bank, Line, Question, Scenario
from assessments.bank.reading import BadContent
from assessments.bank.shipped import QUESTIONS, SCENARIOS, SHIPPED
from hiring.facts.bank import BankIndex, ScenarioFit

__all__ = [
    "QUESTIONS",
    "SCENARIOS",
    "SHIPPED",
    "Anchors",
    "BadContent",
    "Bank",
    "Line",
    "Question",
    "Scenario",
    "bank_index",
    "index_of",
]


def bank_index() -> BankIndex:
    """What the checkers know of the shipped bank (settings.HIRING_BANK_SOURCE)."""
    return index_of(SHIPPED)


def index_of(bank: Bank) -> BankIndex:
    """What the checkers know of a bank: who each scenario fits, and the loops."""
    from assessments.loops import LOOPS  # here, for the loops are made of the scenarios of this package

    return BankIndex(
        scenarios={
            scenario.id: ScenarioFit(
                id=scenario.id,
                title=scenario.title,
                stage_type=scenario.type,
                minutes=scenario.minutes,
                archetypes=frozenset(scenario.archetypes),
                levels=frozenset(scenario.levels),
                tags=scenario.tags,
            )
            for scenario in bank.scenarios.values()
        },
        loops=LOOPS,
    )
