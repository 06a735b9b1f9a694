"""Step 5: organisation."""

from typing import Final

from django.db import models

from hiring.models import columns


class OrganisationAnswers(models.Model):
    """Step 5: organisation."""

    reports_to = columns.choice()
    managers = columns.count()
    priority_owner = columns.yes_no()
    teams_served = columns.count()
    authority = columns.rows_or_null()
    decision_forum = columns.choice()
    role_metrics = columns.rows_or_null()
    in_okrs = columns.yes_no()
    shared_with_ds = columns.yes_no()
    handoffs = columns.rows()
    ml_platform_team_planned_months = columns.count()

    class Meta:
        abstract = True


CONSTRAINTS: Final = [
    *columns.at_least(0, "managers", "teams_served", "ml_platform_team_planned_months"),
]
