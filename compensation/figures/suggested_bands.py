"""Suggested US bands for MLOps and ML engineers: a starting point for a company without bands of its own.

Derived from the postings (docs/market-figures.md): whole United States, US dollars, neither placed nor aged.
"""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from compensation.figures.tables import rows
from hiring.document.role import Level

COUNTRY = "US"
CURRENCY = "USD"

type Focus = Literal["infra_heavy", "balanced", "ml_heavy"]
FOCUSES: tuple[Focus, ...] = ("infra_heavy", "balanced", "ml_heavy")


@dataclass(frozen=True, slots=True)
class SuggestedBand:
    """Base pay a year. ``basis`` is "data", or the judgement that made it from another row."""

    low: Decimal
    mid: Decimal
    high: Decimal
    basis: str


@cache
def suggested_bands() -> dict[tuple[str, str, str], SuggestedBand]:
    """All twenty, by (family, level, focus). ML-engineer bands have no focus."""
    return {
        (row["family"], row["level"], row["focus"]): SuggestedBand(
            Decimal(row["low"]), Decimal(row["mid"]), Decimal(row["high"]), row["basis"]
        )
        for row in rows("suggested_bands.csv")
    }


def suggested_band(level: Level, focus: Focus) -> SuggestedBand:
    """The suggested MLOps band for a level and focus."""
    return suggested_bands()["mlops", level, focus]
