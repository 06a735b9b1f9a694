"""What a company's stage does to pay: base against the market, and how pay is made up (domain.md, section K).

Nobody posts the stage with the pay, so no figure here comes from data: each names who claims it.
"""

from dataclasses import dataclass
from decimal import Decimal

from hiring.document.role import CompanyStage

STAGE_NAMES: dict[CompanyStage, str] = {
    "seed": "seed",
    "series_ab": "series A or B",
    "growth": "growth",
    "public": "public company",
    "enterprise_nontech": "enterprise outside tech",
    "public_sector": "public sector",
}

ROLES_CC = "roles.cc (vendor claim)"
EQUITY_CLAIMS = "roles.cc and hypernestlabs.com (vendor claims)"
JUDGEMENT = "judgement"


@dataclass(frozen=True, slots=True)
class Stage:
    """``lowest`` and ``highest``: base pay as shares of the market's; 1 and 1 where nobody states a difference."""

    lowest: Decimal
    highest: Decimal
    base_source: str | None
    make_up: str
    make_up_source: str

    @property
    def factor(self) -> Decimal:
        """The middle of the stated range."""
        return (self.lowest + self.highest) / 2


def _claimed(lowest: str, highest: str, make_up: str) -> Stage:
    return Stage(Decimal(lowest), Decimal(highest), ROLES_CC, make_up, EQUITY_CLAIMS)


def _as_market(make_up: str) -> Stage:
    return Stage(Decimal(1), Decimal(1), None, make_up, JUDGEMENT)


_VESTING = "Usually over four years, with nothing before the first."

STAGES: dict[CompanyStage, Stage] = {
    "seed": _claimed(
        "0.60", "0.80", f"Equity of 0.5 to 1.5 % for the first three engineers, 0.25 to 0.75 % to the tenth. {_VESTING}"
    ),
    "series_ab": _claimed(
        "0.75", "1.00", f"Equity of 0.1 to 0.5 % after series A; from series B on 0.05 to 0.1 % for seniors. {_VESTING}"
    ),
    "growth": _claimed("0.85", "1.00", f"Equity of 0.05 to 0.1 % for seniors. {_VESTING}"),
    "public": _as_market("A bonus of 10 to 15 %, and shares worth 15 to 40 % of the total."),
    "enterprise_nontech": _as_market("A bonus of 5 to 15 %, little equity."),
    "public_sector": _as_market("Seldom a bonus, no equity; pension and leave often weigh more."),
}
