"""Step 4: pay. Money is gross base pay per year, full time."""

from typing import Final

from django.db import models

from hiring.models import columns


class PayAnswers(models.Model):
    """Step 4: pay. Money is gross base pay per year, full time."""

    currency = columns.choice(3)
    base_min = columns.amount()
    base_max = columns.amount()
    bonus_pct = columns.amount()
    equity_type = columns.choice()
    equity_value_year = columns.amount()
    equity_pct = columns.percent()
    sign_on = columns.amount()
    benchmark_role = columns.choice()
    benchmark_date = columns.day()
    internal_mle_min = columns.amount()
    internal_mle_max = columns.amount()
    band_published = columns.yes_no()

    class Meta:
        abstract = True


CONSTRAINTS: Final = [
    *columns.at_least(
        0, "base_min", "base_max", "bonus_pct", "equity_value_year", "sign_on", "internal_mle_min", "internal_mle_max"
    ),
    *columns.between(0, 100, "equity_pct"),
]
