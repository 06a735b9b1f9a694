"""What it costs that a seat stays empty: an estimate with its inputs and caveats (domain.md, section J). Pure."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hiring.document import RequisitionDocument
from hiring.facts.pay import midpoint

WORKING_DAYS_A_YEAR = 220
"""insights.dice.com, talentretriever.com."""
BENEFITS = Decimal("1.3")
"""Pay with benefits, over base pay: benefits are 30 % of salary (fetcher.ai)."""
SHARE_FREED = Decimal("0.5")
"""Part of the team's infrastructure time that the hire would free (rule of thumb)."""
VALUE_MULTIPLES = (Decimal("0.5"), Decimal(1), Decimal(2))
"""What a person is worth to the company over what they cost: low, middle, high (rule of thumb)."""
ASSUMED_DAYS = 60
"""Days open where the posting has no date: four in ten AI postings take longer (AiPaycheck, vendor claim)."""

CAVEATS = (
    "The larger of lost team time and lost value counts, not both: they are two looks at the same work.",
    "What the person would be worth is a guess; half and twice that worth give the range.",
    "The net is near zero by design when the worth equals the pay: an empty seat also saves its salary.",
    "Late launches, people who leave and customers lost are not in it; no source puts a figure on them.",
)


@dataclass(frozen=True, slots=True)
class VacancyCost:
    """The estimate, in the requisition's currency. ``drag_day`` None: an answer in ``missing`` is open."""

    days_open: int
    assumed: bool
    """Whether the posting has no date, so that a usual time is shown instead."""
    working_days: Decimal
    drag_day: Decimal | None
    value_day: Decimal
    waste_day: Decimal
    contractor: Decimal
    salary_saved: Decimal
    gross: Decimal
    net: Decimal
    net_low: Decimal
    net_high: Decimal
    missing: tuple[str, ...]

    @property
    def near_zero(self) -> bool:
        """Whether the net says next to nothing: below a tenth of the gross."""
        return abs(self.net) * 10 < self.gross


def vacancy_cost(document: RequisitionDocument, today: date) -> VacancyCost | None:
    """The cost of one empty seat until ``today``; None while the offer is not answered."""
    mid = midpoint(document.pay)
    if mid is None:
        return None
    process = document.process
    open_days = (today - process.posted_on).days - int(process.paused_days or 0) if process.posted_on else 0
    assumed = open_days <= 0
    days = ASSUMED_DAYS if assumed else open_days
    working = Decimal(days) * 5 / 7
    drag, missing = _drag(document)
    waste = (process.cloud_waste_month or Decimal(0)) * 12 / WORKING_DAYS_A_YEAR
    contractor = process.contractor_cost or Decimal(0)
    pay_day = mid * BENEFITS / WORKING_DAYS_A_YEAR
    saved = working * pay_day

    def gross(multiple: Decimal) -> Decimal:
        return working * (max(drag or Decimal(0), pay_day * multiple) + waste) + contractor

    low, middle, high = (gross(multiple) for multiple in VALUE_MULTIPLES)
    return VacancyCost(
        days_open=days,
        assumed=assumed,
        working_days=working,
        drag_day=drag,
        value_day=pay_day,
        waste_day=waste,
        contractor=contractor,
        salary_saved=saved,
        gross=middle,
        net=middle - saved,
        net_low=low - saved,
        net_high=high - saved,
        missing=missing,
    )


def _drag(document: RequisitionDocument) -> tuple[Decimal | None, tuple[str, ...]]:
    """Pay a day for the time that others spend on infrastructure and this hire would free, and what is not answered."""
    ml, process = document.ml_today, document.process
    teams = (
        (ml.ds_count, process.ds_cost, "/ml_today/ds_count", "/process/ds_cost"),
        (ml.mle_count, process.mle_cost, "/ml_today/mle_count", "/process/mle_cost"),
    )
    missing = [count_path for count, _, count_path, _ in teams if count is None]
    missing += [cost_path for count, cost, _, cost_path in teams if count and cost is None]
    if ml.ds_infra_pct is None:
        missing.append("/ml_today/ds_infra_pct")
    if missing or ml.ds_infra_pct is None:
        return None, tuple(missing)
    cost = sum((count * cost for count, cost, _, _ in teams if count and cost is not None), Decimal(0)) * BENEFITS
    return cost * ml.ds_infra_pct / 100 * SHARE_FREED / WORKING_DAYS_A_YEAR, ()
