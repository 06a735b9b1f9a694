"""The growth that ages market figures; how months count is ``hiring.facts.ageing``."""

from decimal import Decimal
from functools import lru_cache

from hiring.thresholds import AGEING_PCT_A_YEAR

DEFAULT_GROWTH = Decimal(AGEING_PCT_A_YEAR) / 100
"""Growth a year. An article claims 8 to 12 %; the postings themselves rose about 1 % from 2024 to 2025."""

LOWEST_GROWTH, HIGHEST_GROWTH = Decimal(0), Decimal("0.12")
"""What a reader may set instead (domain.md, section K)."""


@lru_cache(maxsize=256)
def ageing_factor(months: int, growth: Decimal = DEFAULT_GROWTH) -> Decimal:
    """``(1 + growth) ** (months / 12)``. Raises ValueError for a growth outside 0 to 0.12 a year."""
    if not LOWEST_GROWTH <= growth <= HIGHEST_GROWTH:
        raise ValueError(f"growth must be between {LOWEST_GROWTH} and {HIGHEST_GROWTH} a year, not {growth}")
    return (1 + growth) ** (Decimal(months) / 12)
