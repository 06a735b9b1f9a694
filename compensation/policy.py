"""What a company's bands say about one cell, and which comes first: the market or the bands (design.md 12, 1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from compensation.figures.suggested_bands import COUNTRY, CURRENCY, Focus, suggested_band
from hiring.document.role import Level
from hiring.document.scope import Archetype
from hiring.market import Family, Percentiles

type First = Literal["market", "bands"]

BELOW_LOW, ABOVE_HIGH = Decimal("0.92"), Decimal("1.08")
"""Where p10 and p90 lie when percentiles are read off a band (domain.md K, a rule of thumb)."""


@dataclass(frozen=True, slots=True)
class BandFigures:
    """A band: base pay a year, in the policy's currency."""

    low: Decimal
    mid: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class BandPolicy:
    """The bands that touch one level and focus. Company bands are ``published``; the shipped suggestion is not."""

    name: str
    first: First
    bands: Mapping[Family, BandFigures]
    published: bool


def focus_of(archetype: Archetype | None) -> Focus:
    """The focus whose band applies: balanced while the archetype is not decided."""
    return "balanced" if archetype is None or archetype == "unsure" else archetype


def suggested_policy(level: Level, focus: Focus, country: str, currency: str) -> BandPolicy | None:
    """The shipped suggestion as a policy: only for the United States in US dollars, and never before the market."""
    if (country, currency) != (COUNTRY, CURRENCY):
        return None
    band = suggested_band(level, focus)
    return BandPolicy(
        "suggested US bands", "market", {"mlops": BandFigures(band.low, band.mid, band.high)}, published=False
    )


def percentiles_of(band: BandFigures, n: int) -> Percentiles:
    """Percentiles read off a band. ``n`` is the number of postings in the market cell that it stands in for."""
    return Percentiles(
        p10=(band.low * BELOW_LOW).quantize(Decimal(1)),
        p25=band.low,
        p50=band.mid,
        p75=band.high,
        p90=(band.high * ABOVE_HIGH).quantize(Decimal(1)),
        n=n,
        basis="band",
    )
