"""How well a scenario or a question shows a must-have."""

from typing import Final

from assessments.bank.content import Question, Scenario
from assessments.planning.wanted import Wanted

CORE: Final = 3
"""It is about this very skill."""
GROUP: Final = 2
"""It can be run with this skill: the skill is of a group that the exercise works in."""


def shows(scenario: Scenario, wanted: Wanted) -> int:
    """CORE, GROUP or 0."""
    if wanted.kind != "skill":
        return 0
    if not wanted.keys.isdisjoint(scenario.competencies) or scenario.primary_skill in wanted.keys:
        return CORE
    return 0 if wanted.groups.isdisjoint(scenario.groups) else GROUP


def asks(question: Question, wanted: Wanted) -> int:
    """CORE, GROUP or 0."""
    if not wanted.keys.isdisjoint(question.about):
        return CORE
    return 0 if wanted.groups.isdisjoint(question.about) else GROUP
