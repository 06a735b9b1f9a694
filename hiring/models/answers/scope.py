"""Step 3: scope and skills."""

from typing import Final

from django.db import models

from hiring.models import columns


class ScopeAnswers(models.Model):
    """Step 3: scope and skills."""

    archetype = columns.choice()
    infra_pct = columns.percent()
    infra_pct_panel = columns.percent()
    platform_or_models = columns.choice()
    duties = columns.rows()
    must_haves = columns.rows()
    nice_to_haves = columns.rows()
    years_min = columns.count(most=60)
    degree = columns.choice()
    publications = columns.yes_no()
    first_projects = columns.rows()
    goals_90d = columns.rows()

    class Meta:
        abstract = True


CONSTRAINTS: Final = [
    *columns.between(0, 100, "infra_pct", "infra_pct_panel"),
    *columns.between(0, 60, "years_min"),
]
