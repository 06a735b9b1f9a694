"""Step 6: the hiring process."""

from datetime import date
from decimal import Decimal
from typing import Literal

from pydantic import Field

from hiring.document.base import Amount, Count, OneOrMore, Part, Percent

StageType = Literal[
    "recruiter_screen",
    "hm_screen",
    "algo_coding",
    "practical_coding",
    "whiteboard_design",
    "take_home",
    "live_debug",
    "architecture_exercise",
    "code_review",
    "panel_tech",
    "partner_interview",
    "exec_chat",
    "references",
    "culture_fit",
]
PanelRole = Literal[
    "hiring_manager",
    "mlops_peer",
    "platform_sre",
    "data_scientist",
    "ml_engineer",
    "product",
    "business",
    "recruiter",
    "executive",
    "external",
]
StageTag = Literal[
    "ml_scenario",
    "infra_scenario",
    "collaboration",
    "communication",
    "customer_empathy",
    "stakeholder",
    "real_system",
    "anchored",
]
AiPolicy = Literal["allowed", "allowed_explain", "forbidden"]


class Stage(Part):
    """One session of the interview loop. Several stages on one day are one round."""

    type: StageType
    minutes: Count
    day: OneOrMore | None = Field(default=None, description="Working day of the loop, 1 = first round")
    panel: tuple[PanelRole, ...] = ()
    tags: tuple[StageTag, ...] = ()
    scenario: str | None = Field(default=None, description="Id in the assessment bank, e.g. S05")
    competencies: tuple[str, ...] = ()


class Process(Part):
    """Step 6."""

    stages: tuple[Stage, ...] = ()
    takehome_hours: Amount | None = None
    takehome_paid: bool | None = None
    takehome_window_days: Amount | None = None
    ai_policy: AiPolicy | None = None
    rubric_defined: bool | None = None
    scorecard: bool | None = None
    soft_weight_pct: Percent | None = None
    scope_in_first_call: bool | None = None
    loop_days: Amount | None = None
    decision_hours: Amount | None = None
    offer_approvals: Count | None = None
    band_preapproved: bool | None = None
    feedback_sla_days: Amount | None = None
    backups_named: bool | None = None
    posted_on: date | None = None
    paused_days: Count | None = 0
    seats: OneOrMore | None = 1
    finalists_lost_6m: Count | None = None
    ds_cost: Amount | None = None
    mle_cost: Amount | None = None
    cloud_waste_month: Amount | None = Decimal(0)
    contractor_cost: Amount | None = Decimal(0)
    automated_screening: bool | None = False
