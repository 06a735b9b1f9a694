"""Pay percentiles of job postings by family, level and country: US dollars a year, base pay, at their own date."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Literal

from compensation.figures.tables import rows
from hiring.market import Family

AS_OF = date(2025, 8, 3)
"""The day of the newest posting."""

SOURCE = "aijobs.net job postings, 2024 to 2025 (foorilla/ai-jobs-net-salaries, 3 Aug 2025)"
LICENCE = "CC0 1.0"

type ObservedLevel = Literal["junior", "mid", "senior", "all"]
type Years = Literal["recent", "every"]


@dataclass(frozen=True, slots=True)
class Cell:
    """Percentiles over the middles of posted pay ranges. ``n`` counts distinct postings."""

    n: int
    p10: Decimal
    p25: Decimal
    p50: Decimal
    p75: Decimal
    p90: Decimal

    def times(self, factor: Decimal) -> "Cell":
        """The same cell with every percentile multiplied."""
        return Cell(
            self.n, self.p10 * factor, self.p25 * factor, self.p50 * factor, self.p75 * factor, self.p90 * factor
        )


type Key = tuple[str, str, str, str]


@cache
def _cells() -> dict[Key, Cell]:
    """The shipped table. It never changes while the program runs."""
    return {
        (row["family"], row["level"], row["country"], row["years"]): Cell(
            int(row["n"]), *(Decimal(row[name]) for name in ("p10", "p25", "p50", "p75", "p90"))
        )
        for row in rows("postings.csv")
    }


def cell(family: Family, level: ObservedLevel, country: str, years: Years = "recent") -> Cell | None:
    """The cell, or None when no posting was seen. ``years``: "recent" is 2024 and 2025, "every" is 2020 to 2025.

    ``country`` is an ISO code, or ``CA_adj``: Canadian postings with their US-dollar labels read as Canadian dollars.
    """
    return _cells().get((family, level, country, years))


@cache
def countries() -> tuple[str, ...]:
    """ISO codes of the countries with postings of any of the families, in alphabetical order."""
    return tuple(sorted({country for _, _, country, _ in _cells() if len(country) == 2}))
