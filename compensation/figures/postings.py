"""Pay percentiles of job postings by family, level and country: US dollars a year, base pay, at their own date."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Literal

from compensation.figures.tables import rows
from hiring.document.role import Level
from hiring.market import Family

AS_OF = date(2025, 8, 3)
"""The day of the newest posting that ships with the product."""

SOURCE = "aijobs.net job postings, 2024 to 2025 (foorilla/ai-jobs-net-salaries, 3 Aug 2025)"
LICENCE = "CC0 1.0"
ORIGIN = "aijobs"

type ObservedLevel = Level | Literal["all"]
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

    def counting(self, n: int) -> "Cell":
        """The same percentiles with another count."""
        return Cell(n, self.p10, self.p25, self.p50, self.p75, self.p90)


type Key = tuple[str, str, str, str, str]
"""Family, level, country, years, zone ("" is the whole country)."""


@dataclass(frozen=True, eq=False, slots=True)
class Figures:
    """The cells of one source. ``origin`` says where its rows came from: two of one origin do not confirm each other.

    Compared by identity, so that what was worked out from it can be kept beside it.
    """

    name: str
    licence: str
    origin: str
    as_of: date
    cells: Mapping[Key, Cell]
    about: str = "Posted ranges, not salaries earned; base pay only."

    def cell(
        self, family: Family, level: ObservedLevel, country: str, years: Years = "recent", zone: str = ""
    ) -> Cell | None:
        """The cell, or None when the source holds nothing for it. ``years``: "recent" is the newest two years.

        ``country`` is an ISO code, or ``CA_adj``: Canadian postings with US-dollar labels read as Canadian dollars.
        ``zone`` is a US state's code or a plain place name, as ``compensation.figures.places`` gives it.
        """
        return self.cells.get((family, level, country, years, zone))

    @property
    def credit(self) -> str:
        """Name and licence, as they stand under a figure."""
        return f"{self.name}, {self.licence}" if self.licence else self.name


@cache
def shipped() -> Figures:
    """The figures that come with the product. They never change while the program runs."""
    return Figures(
        SOURCE,
        LICENCE,
        ORIGIN,
        AS_OF,
        {
            (row["family"], row["level"], row["country"], row["years"], ""): Cell(
                int(row["n"]), *(Decimal(row[name]) for name in ("p10", "p25", "p50", "p75", "p90"))
            )
            for row in rows("postings.csv")
        },
    )


def cell(family: Family, level: ObservedLevel, country: str, years: Years = "recent") -> Cell | None:
    """A cell of the shipped figures; ``years``: "recent" is 2024 and 2025, "every" is 2020 to 2025."""
    return shipped().cell(family, level, country, years)


@cache
def countries() -> tuple[str, ...]:
    """ISO codes of the countries with postings of any of the families, in alphabetical order."""
    return tuple(sorted({key[2] for key in shipped().cells if len(key[2]) == 2}))
