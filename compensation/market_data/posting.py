"""What a file of pay figures comes down to, whatever its format."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

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


@dataclass(slots=True)
class Reading:
    """A whole file, read without a fault."""

    kind: Kind
    digest: str
    """SHA-256 of the uncompressed content."""
    rows: int = 0
    kept: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    """Rows that are sound but not used, by reason."""
    postings: list[Posting] = field(default_factory=list)
    newest: date | None = None
    """The newest day the file names; None where it names years only."""

    @property
    def newest_year(self) -> int:
        """The newest year with a posting that was kept; 0 without any."""
        return max((posting.year for posting in self.postings), default=0)
