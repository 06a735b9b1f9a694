"""Where the role sits, what it decides, what it is judged by, who owns which hand-off. Pure."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final, get_args

from assessments.plan.parts import Row, answer, printable, rows_of
from hiring.document.organisation import Authority, HandoffName
from hiring.facts.case import Case
from hiring.facts.organisation import OrganisationAdvice, recommend
from hiring.questions import question_at

RACI: Final[dict[str, str]] = {
    "data": "Data science, with data engineering",
    "training": "Data science",
    "packaging": "ML engineering, with MLOps",
    "release": "Data science; MLOps may block",
    "deploy": "MLOps",
    "serving": "MLOps, with platform",
    "monitoring": "MLOps, with data science and ML engineering",
    "incidents": "MLOps, with everyone on call",
}
"""Who is usually accountable (domain.md, section G; rule of thumb)."""


@dataclass(frozen=True, slots=True)
class HandoffLine:
    """One hand-off: who owns it here ("" for nobody yet), and who usually does."""

    name: str
    owner: str
    usual: str


@dataclass(frozen=True, slots=True)
class OrganisationSection:
    """Organisation, authority and hand-offs; ``decisions`` is the authority checklist, what is granted first."""

    facts: tuple[Row, ...]
    advice: OrganisationAdvice | None
    advice_words: str
    decisions: tuple[Row, ...]
    handoffs: tuple[HandoffLine, ...]


def organisation_section(case: Case) -> OrganisationSection:
    """Everything on the place of the role in the company."""
    organisation = case.organisation
    advice = recommend(case.document)
    handoff_label = question_at("/organisation/handoffs").choice_label
    owners = {handoff.name: printable(handoff.owner or "", 80) for handoff in organisation.handoffs}
    return OrganisationSection(
        facts=rows_of(
            "organisation",
            organisation,
            {
                "reports_to": "Reports to",
                "managers": "Managers",
                "priority_owner": "One voice on priorities",
                "teams_served": "Teams served",
                "decision_forum": "Decisions",
                "role_metrics": "Judged by",
                "in_okrs": "In the team’s goals",
                "shared_with_ds": "Shared with DS",
                "ml_platform_team_planned_months": "ML platform team planned in",
            },
        ),
        advice=advice,
        advice_words=_advice_words(advice),
        decisions=_decisions(organisation.authority),
        handoffs=tuple(
            HandoffLine(handoff_label(name), owners.get(name, ""), RACI[name]) for name in get_args(HandoffName)
        ),
    )


def _decisions(granted: Collection[Authority] | None) -> tuple[Row, ...]:
    """Which decisions are the role's and which are not, each kind in one row."""
    told: dict[str, list[str]] = {"Decides": [], "Does not decide": [], "Not answered": []}
    for name in get_args(Authority):
        label = "Not answered" if granted is None else "Decides" if name in granted else "Does not decide"
        told[label].append(answer("/organisation/authority", [name]))
    return tuple(Row(label, "; ".join(names)) for label, names in told.items() if names)


def _advice_words(advice: OrganisationAdvice | None) -> str:
    if advice is None:
        return "How many data scientists and ML engineers there are is not answered, so no line is recommended."
    fits = {True: "This is what is planned.", False: "This is not what is planned.", None: ""}[advice.fits]
    return f"{advice.name}, because {advice.reason}. {fits} {advice.watch}".replace("  ", " ")
