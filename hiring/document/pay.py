"""Step 4: pay."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from hiring.document.base import Amount, Part, Percent

EquityType = Literal["none", "options", "rsu"]
BenchmarkRole = Literal["mlops", "mle", "devops", "data_eng", "sre", "none"]


class Pay(Part):
    """Step 4. Money is gross base pay per year, full time."""

    currency: Annotated[str, Field(pattern="^[A-Z]{3}$")] | None = "USD"
    base_min: Amount | None = None
    base_max: Amount | None = None
    bonus_pct: Amount | None = None
    equity_type: EquityType | None = None
    equity_value_year: Amount | None = None
    equity_pct: Percent | None = None
    sign_on: Amount | None = None
    benchmark_role: BenchmarkRole | None = None
    benchmark_date: date | None = None
    internal_mle_min: Amount | None = None
    internal_mle_max: Amount | None = None
    band_published: bool | None = True
