"""Step 6: the hiring process. The interview stages are rows of their own, kept by another app."""

from typing import Final

from django.db import models

from hiring.models import columns


class ProcessAnswers(models.Model):
    """Step 6: the hiring process. The interview stages are rows of their own, kept by another app."""

    takehome_hours = columns.amount()
    takehome_paid = columns.yes_no()
    takehome_window_days = columns.amount()
    ai_policy = columns.choice()
    rubric_defined = columns.yes_no()
    scorecard = columns.yes_no()
    soft_weight_pct = columns.percent()
    scope_in_first_call = columns.yes_no()
    loop_days = columns.amount()
    decision_hours = columns.amount()
    offer_approvals = columns.count()
    band_preapproved = columns.yes_no()
    feedback_sla_days = columns.amount()
    backups_named = columns.yes_no()
    posted_on = columns.day()
    paused_days = columns.count()
    seats = columns.count(least=1)
    finalists_lost_6m = columns.count()
    ds_cost = columns.amount()
    mle_cost = columns.amount()
    cloud_waste_month = columns.amount()
    contractor_cost = columns.amount()
    automated_screening = columns.yes_no()

    class Meta:
        abstract = True


CONSTRAINTS: Final = [
    *columns.at_least(
        0,
        "takehome_hours",
        "takehome_window_days",
        "loop_days",
        "decision_hours",
        "offer_approvals",
        "feedback_sla_days",
        "paused_days",
        "finalists_lost_6m",
        "ds_cost",
        "mle_cost",
        "cloud_waste_month",
        "contractor_cost",
    ),
    *columns.at_least(1, "seats"),
    *columns.between(0, 100, "soft_weight_pct"),
]
