"""Step 2: machine learning at the company today."""

from typing import Literal

from pydantic import Field

from hiring.document.base import Amount, Count, Part, Percent

Monitoring = Literal["none", "uptime", "model_metrics", "drift_alerts"]
FoundBy = Literal["monitoring", "users"]
ManagedPlatform = Literal["none", "sagemaker", "vertex", "azureml", "databricks", "other"]
RetrainFreq = Literal["never", "quarterly", "monthly", "weekly_or_more"]
CrisisSign = Literal["no_rollback", "releases_frozen", "exec_deadline", "predecessor_left_no_docs"]
ReadinessGap = Literal["no_launch_owner", "no_data_pipeline", "use_case_unproven"]
ServingMode = Literal["batch", "online", "streaming", "llm"]
Debt = Literal["low", "some", "heavy"]


class MlToday(Part):
    """Step 2."""

    models_in_prod: Count | None = None
    models_to_prod_6m: Count | None = Field(
        default=None, description="Launches due in 6 months with a named owner and date"
    )
    ds_count: Count | None = None
    mle_count: Count | None = None
    mlops_count: Count | None = None
    platform_count: Count | None = None
    ds_infra_pct: Percent | None = None
    deploy_lead_days: Amount | None = None
    monitoring: Monitoring | None = None
    can_rebuild_prod: bool | None = None
    incidents_90d: Count | None = None
    found_by: FoundBy | None = None
    managed_platform: ManagedPlatform | None = None
    retrain_freq: RetrainFreq | None = None
    retrain_manual: bool | None = None
    crisis_signs: tuple[CrisisSign, ...] = ()
    readiness_gaps: tuple[ReadinessGap, ...] = ()
    serving_modes: tuple[ServingMode, ...] = ()
    gpu_spend_month: Amount | None = Field(default=None, description="In the requisition's currency")
    regulated: bool | None = False
    debt: Debt | None = None
    debt_disclosed: bool | None = None
    fix_deadline_days: Count | None = None
