"""What others publish about the same pay: dated claims of recruiters and content sites, none of them our data.

Read on one day from the openings of the pages; few state a method. They are shown beside an estimate, whether or not
they agree, and never enter it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Literal, cast
from urllib.parse import urlsplit

from compensation.figures.tables import rows
from hiring.document.role import Level
from hiring.market import Family

READ_ON = date(2026, 11, 22)

type PayBasis = Literal["base", "total", "not stated"]
type Topic = Literal["premium", "growth", "place", "stage"]


@dataclass(frozen=True, slots=True)
class PublishedFigure:
    """A range somebody publishes, a year. ``level`` None: the whole role. ``high`` None: open upwards."""

    family: Family
    level: Level | None
    country: str
    currency: str
    low: Decimal
    high: Decimal | None
    basis: PayBasis
    dated: str
    address: str
    remark: str

    @property
    def publisher(self) -> str:
        """The site, as people name it."""
        return _site(self.address)

    @property
    def words(self) -> str:
        """The range as text: ``150,000 to 185,000``, ``160,000``, ``250,000 and more``."""
        if self.high is None:
            return f"{self.low:,} and more"
        return f"{self.low:,}" if self.low == self.high else f"{self.low:,} to {self.high:,}"


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement about pay that is no range, in our words. ``grade`` is how good the evidence is."""

    topic: Topic
    claim: str
    grade: str
    dated: str
    address: str

    @property
    def publisher(self) -> str:
        """The site, as people name it; empty for what many articles repeat."""
        return _site(self.address)


@cache
def published_figures() -> tuple[PublishedFigure, ...]:
    """All of them, in the order of the table."""
    return tuple(
        PublishedFigure(
            cast(Family, row["family"]),
            cast(Level, row["level"]) if row["level"] else None,
            row["country"],
            row["currency"],
            Decimal(row["low"]),
            Decimal(row["high"]) if row["high"] else None,
            cast(PayBasis, row["basis"] or "not stated"),
            row["dated"] or "undated",
            row["address"],
            row["remark"],
        )
        for row in rows("published.csv")
    )


@cache
def published_for(family: Family, level: Level, country: str) -> tuple[PublishedFigure, ...]:
    """What is published for a role and level in a country, then for the role whatever the level."""
    here = [figure for figure in published_figures() if (figure.family, figure.country) == (family, country)]
    return (
        *(figure for figure in here if figure.level == level),
        *(figure for figure in here if figure.level is None),
    )


@cache
def claims() -> Mapping[Topic, tuple[Claim, ...]]:
    """Claims by topic."""
    found: dict[Topic, list[Claim]] = {}
    for row in rows("claims.csv"):
        topic = cast(Topic, row["topic"])
        found.setdefault(topic, []).append(
            Claim(topic, row["claim"], row["grade"], row["dated"] or "undated", row["address"])
        )
    return {topic: tuple(each) for topic, each in found.items()}


def _site(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")
