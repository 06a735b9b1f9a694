"""The answers of the seven steps as columns: one abstract model a step, all part of the one Requisition.

Every scalar answer is typed and nullable: null is "not answered". Lists that the form edits as a whole are JSON,
validated by the document's own types. Range constraints are named and concern one column each; there is none across
columns, so that saving never fails on a contradiction: the checkers report it instead.
"""

from hiring.models.answers.growth import GrowthAnswers
from hiring.models.answers.ml_today import MlTodayAnswers
from hiring.models.answers.organisation import OrganisationAnswers
from hiring.models.answers.pay import PayAnswers
from hiring.models.answers.process import ProcessAnswers
from hiring.models.answers.role import RoleAnswers
from hiring.models.answers.scope import ScopeAnswers

__all__ = [
    "GrowthAnswers",
    "MlTodayAnswers",
    "OrganisationAnswers",
    "PayAnswers",
    "ProcessAnswers",
    "RoleAnswers",
    "ScopeAnswers",
]
