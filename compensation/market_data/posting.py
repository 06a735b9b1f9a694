"""What a file of pay figures comes down to, whatever its format."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from compensation.market_data.lines import MOST_FAULTS, Broken, BrokenRows
from compensation.market_data.tables import shown

type Kind = Literal["aijobs", "survey"]

ALL_LEVELS = "all"


@dataclass(frozen=True, slots=True)
class Posting:
    """One distinct posting, or one answer of a survey: base pay a year in whole US dollars.

    ``copies`` is how often it was posted, ``rows`` how many rows of the file it came from. ``zones`` names the state
    and metro it was posted for, the nearest first; ``currency`` is the one stated.
    """

    family: str
    level: str
    country: str
    zones: tuple[str, ...]
    year: int
    title: str
    currency: str
    low: int
    high: int
    copies: int = 1
    rows: int = 1


MOST_EXAMPLES = 5
"""Rows left out that are remembered of each reason."""


@dataclass(slots=True)
class Reading:
    """A whole file. ``faults`` are the rows that make no sense, the first 20; a file with any is not used."""

    kind: Kind
    digest: str
    """SHA-256 of the uncompressed content."""
    rows: int = 0
    kept: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    """Rows that are sound but not used, by reason."""
    examples: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    """The first few of these, by reason: line and title."""
    faults: list[Broken] = field(default_factory=list)
    postings: list[Posting] = field(default_factory=list)
    newest: date | None = None
    """The newest day the file names; None where it names years only."""

    def leave_out(self, reason: str, line: int, title: str, rows: int = 1) -> None:
        """Count rows that are not used; ``line`` is that of the first."""
        self.left_out[reason] += rows
        examples = self.examples.setdefault(reason, [])
        if len(examples) < MOST_EXAMPLES:
            examples.append((line, shown(title)))

    def fault(self, fault: Broken) -> None:
        """Remember a row that makes no sense. Raises BrokenRows when there are too many to go on."""
        self.faults.append(fault)
        if len(self.faults) == MOST_FAULTS:
            raise BrokenRows(self.faults)

    @property
    def newest_year(self) -> int:
        """The newest year with a posting that was kept; 0 without any."""
        return max((posting.year for posting in self.postings), default=0)
