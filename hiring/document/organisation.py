"""Step 5: organisation."""

from typing import Literal

from pydantic import Field

from hiring.document.base import Count, Part

ReportsTo = Literal[
    "ml_lead", "platform_lead", "ml_platform_team", "founder_cto", "product", "ds_ic", "it", "undecided"
]
Authority = Literal["ml_tooling", "deploy_standards", "release_gate", "infra_budget", "oncall_policy", "vendor_choice"]
DecisionForum = Literal["role", "consult", "committee"]
RoleMetric = Literal["velocity", "uptime", "reliability", "cost", "adoption", "features_only"]
HandoffName = Literal["data", "training", "packaging", "release", "deploy", "serving", "monitoring", "incidents"]


class Handoff(Part):
    """One row of the RACI table: who is accountable."""

    name: HandoffName
    owner: str | None = None


class Organisation(Part):
    """Step 5."""

    reports_to: ReportsTo | None = None
    managers: Count | None = 1
    priority_owner: bool | None = None
    teams_served: Count | None = None
    authority: tuple[Authority, ...] | None = None
    decision_forum: DecisionForum | None = None
    role_metrics: tuple[RoleMetric, ...] | None = None
    in_okrs: bool | None = None
    shared_with_ds: bool | None = None
    handoffs: tuple[Handoff, ...] = ()
    ml_platform_team_planned_months: Count | None = Field(default=None)
