"""Step 1: the role."""

from typing import Final

from django.db import models

from hiring.models import columns


class RoleAnswers(models.Model):
    """Step 1: the role."""

    title = columns.text()
    level = columns.choice()
    employment = columns.choice()
    locations = columns.rows()
    work_mode = columns.choice()
    remote_hiring_in = columns.rows()
    company_stage = columns.choice()
    headcount = columns.count(least=1)
    reason = columns.choice()
    prior_left_months = columns.count()
    prior_reason = columns.choice()
    job_ad = columns.long_text()

    class Meta:
        abstract = True


CONSTRAINTS: Final = [
    *columns.at_least(0, "prior_left_months"),
    *columns.at_least(1, "headcount"),
]
