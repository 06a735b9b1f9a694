"""The role in a few lines, for those who meet the person and for the person."""

from dataclasses import dataclass

from assessments.plan.parts import answer, printable
from hiring.document import RequisitionDocument
from hiring.facts.wording import counted, number

MOST_LINES = 8
"""Projects and goals that a page has room for."""


@dataclass(frozen=True, slots=True)
class RoleBrief:
    """``facts`` is level, kind and place in one line; ``split`` "" while it is not answered."""

    title: str
    facts: str
    split: str
    projects: tuple[str, ...]
    goals: tuple[str, ...]
    hear_back: str
    """When people hear back, as the rest of a sentence: ``within 1 working day``; "" while not answered."""


def role_brief(document: RequisitionDocument) -> RoleBrief:
    """The role of a requisition. Nothing in it is secret: no pay, no flags, no reasons."""
    role, scope = document.role, document.scope
    infra = scope.infra_pct
    facts = [
        answer(f"/role/{name}", getattr(role, name))
        for name in ("level", "employment", "work_mode", "locations")
        if getattr(role, name)
    ]
    days = document.process.feedback_sla_days
    return RoleBrief(
        title=printable(role.title or "MLOps engineer", 120),
        facts=" · ".join(facts),
        split=""
        if infra is None
        else f"{number(infra)} % infrastructure and operation, {number(100 - infra)} % machine learning",
        projects=tuple(printable(project, 300) for project in scope.first_projects[:MOST_LINES]),
        goals=tuple(printable(goal, 300) for goal in scope.goals_90d[:MOST_LINES]),
        hear_back="" if days is None else f"within {counted(days, 'working day')}",
    )
