"""Step 7: growth and retention."""

from typing import Final

from django.db import models

from hiring.models import columns


class GrowthAnswers(models.Model):
    """Step 7: growth and retention."""

    ladder = columns.choice()
    ladder_top = columns.choice()
    next_level_criteria = columns.yes_no()
    scope_expansion = columns.long_text()
    learning_budget = columns.amount()
    learning_time_pct = columns.percent()
    mentor = columns.yes_no()
    planned_mlops_12m = columns.count()
    backup_partner = columns.yes_no()
    oncall_required = columns.yes_no()
    coverage = columns.choice()
    rotation_size = columns.count()
    pages_per_week = columns.amount()
    oncall_comp = columns.choice()
    toil_pct = columns.percent()
    support_model = columns.choice()
    comp_review_months = columns.count()
    equity_refresh = columns.yes_no()
    one_on_one = columns.choice()
    plan_30_60_90 = columns.yes_no()
    leadership_report = columns.yes_no()

    class Meta:
        abstract = True


CONSTRAINTS: Final = [
    *columns.at_least(
        0, "learning_budget", "planned_mlops_12m", "rotation_size", "pages_per_week", "comp_review_months"
    ),
    *columns.between(0, 100, "learning_time_pct", "toil_pct"),
]
