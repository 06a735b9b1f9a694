"""How far figures can be trusted, as one word (domain.md, section K)."""

from typing import Literal

from hiring.market import Percentiles
from hiring.thresholds import FEW_POINTS

type Confidence = Literal["solid", "indicative", "thin", "estimate", "band"]

SOLID_POINTS = 30


def confidence(figures: Percentiles) -> Confidence:
    """Postings: solid from 30 distinct ones, indicative from 10, thin below. Else how the figures were made."""
    if figures.basis != "data":
        return figures.basis
    return confidence_of(figures.n)


def confidence_of(n: int) -> Literal["solid", "indicative", "thin"]:
    """The word for so many distinct postings."""
    if n >= SOLID_POINTS:
        return "solid"
    return "indicative" if n >= FEW_POINTS else "thin"
