"""Interview plans: from a requisition to a loop of at most three stages in one working week. Pure.

``generate`` makes the plan of a requisition. ``plan_of`` reads the loop that a document holds (edited by hand,
perhaps) as a plan: purposes, back-ups, questions, coverage, gaps. ``alternatives`` and ``regenerated`` renew one
session and leave the others alone. ``decided`` is what accepting a plan sets.
"""

from assessments.planning.generate import decided, generate
from assessments.planning.plan import Coverage, Gap, InterviewPlan, PlannedSession, Requirement, Seat
from assessments.planning.reading import plan_of
from assessments.planning.renewing import alternatives, choices, regenerated

__all__ = [
    "Coverage",
    "Gap",
    "InterviewPlan",
    "PlannedSession",
    "Requirement",
    "Seat",
    "alternatives",
    "choices",
    "decided",
    "generate",
    "plan_of",
    "regenerated",
]
