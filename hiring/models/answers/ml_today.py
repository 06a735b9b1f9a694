"""Step 2: machine learning at the company today."""

from typing import Final

from django.db import models

from hiring.models import columns


class MlTodayAnswers(models.Model):
    """Step 2: machine learning at the company today."""

    models_in_prod = columns.count()
    models_to_prod_6m = columns.count()
    ds_count = columns.count()
    mle_count = columns.count()
    mlops_count = columns.count()
    platform_count = columns.count()
    ds_infra_pct = columns.percent()
    deploy_lead_days = columns.amount()
    monitoring = columns.choice()
    can_rebuild_prod = columns.yes_no()
    incidents_90d = columns.count()
    found_by = columns.choice()
    managed_platform = columns.choice()
    retrain_freq = columns.choice()
    retrain_manual = columns.yes_no()
    crisis_signs = columns.rows_or_null()
    readiness_gaps = columns.rows_or_null()
    serving_modes = columns.rows_or_null()
    gpu_spend_month = columns.amount()
    regulated = columns.yes_no()
    debt = columns.choice()
    debt_disclosed = columns.yes_no()
    fix_deadline_days = columns.count()

    class Meta:
        abstract = True


CONSTRAINTS: Final = [
    *columns.at_least(
        0,
        "models_in_prod",
        "models_to_prod_6m",
        "ds_count",
        "mle_count",
        "mlops_count",
        "platform_count",
        "deploy_lead_days",
        "incidents_90d",
        "gpu_spend_month",
        "fix_deadline_days",
    ),
    *columns.between(0, 100, "ds_infra_pct"),
]
