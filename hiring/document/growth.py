"""Step 7: growth and retention."""

from typing import Literal

from pydantic import Field

from hiring.document.base import Amount, Count, Part, Percent
from hiring.document.role import Level

Ladder = Literal["none", "generic_eng", "mlops"]
Coverage = Literal["business_hours", "24x7"]
OncallComp = Literal["none", "pay", "time_off"]
SupportModel = Literal["tickets", "office_hours", "self_service"]
OneOnOne = Literal["weekly", "fortnightly", "monthly", "less"]


class Growth(Part):
    """Step 7."""

    ladder: Ladder | None = None
    ladder_top: Level | None = None
    next_level_criteria: bool | None = None
    scope_expansion: str | None = None
    learning_budget: Amount | None = None
    learning_time_pct: Percent | None = None
    mentor: bool | None = None
    planned_mlops_12m: Count | None = None
    backup_partner: bool | None = None
    oncall_required: bool | None = None
    coverage: Coverage | None = None
    rotation_size: Count | None = None
    pages_per_week: Amount | None = Field(default=None, description="Per person on shift")
    oncall_comp: OncallComp | None = None
    toil_pct: Percent | None = None
    support_model: SupportModel | None = None
    comp_review_months: Count | None = None
    equity_refresh: bool | None = None
    one_on_one: OneOnOne | None = None
    plan_30_60_90: bool | None = None
    leadership_report: bool | None = None
