"""A band to start from, for a level, a focus and a place."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from compensation.benchmark import FAMILY_NAMES, shipped_only
from compensation.cells import find
from compensation.confidence import Confidence, confidence
from compensation.figures import postings
from compensation.figures.suggested_bands import COUNTRY, CURRENCY, Focus, suggested_band
from hiring.document.base import json_number
from hiring.document.role import Level
from hiring.market import Family, Market, Percentiles

FAMILIES_OF_FOCUS: dict[Focus, tuple[Family, ...]] = {
    "infra_heavy": ("devops",),
    "balanced": ("mlops",),
    "ml_heavy": ("mlops", "ml_engineer"),
}
"""The postings a focus is priced by; of two families the average (docs/market-figures.md)."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Base pay a year in the market's currency, how it was made and how far to trust it."""

    low: Decimal
    mid: Decimal
    high: Decimal
    basis: str
    confidence: Confidence
    sources: tuple[str, ...]

    def as_json(self) -> dict[str, object]:
        """As in the benchmark JSON (design.md 6)."""
        return {
            "low": json_number(self.low),
            "mid": json_number(self.mid),
            "high": json_number(self.high),
            "basis": self.basis,
            "confidence": self.confidence,
            "sources": list(self.sources),
        }


def suggest(level: Level, focus: Focus, country: str, market: Market) -> Suggestion | None:
    """The shipped suggestion in the US in dollars, else p25, median and p75 of the focus' families.

    None when the country has no posting of a family that the focus is priced by.
    """
    families = FAMILIES_OF_FOCUS[focus]
    source = f"{postings.SOURCE}, {postings.LICENCE}"
    if (country, market.currency) == (COUNTRY, CURRENCY):
        band = suggested_band(level, focus)
        return Suggestion(
            band.low,
            band.mid,
            band.high,
            band.basis,
            _confidence_of_cells(level, families) if band.basis == "data" else "estimate",
            (source, "For the whole United States, rounded to 5,000; neither placed nor aged."),
        )
    figures = [market.families[family] for family in families if family in market.families]
    if len(figures) < len(families):
        return None
    names = " and ".join(FAMILY_NAMES[family] for family in families)
    return Suggestion(
        _mean([each.p25 for each in figures]),
        _mean([each.p50 for each in figures]),
        _mean([each.p75 for each in figures]),
        f"p25, median and p75 of {names} postings, placed and aged",
        weakest(figures),
        (source,),
    )


def _mean(values: Sequence[Decimal]) -> Decimal:
    return (sum(values, Decimal(0)) / len(values)).quantize(Decimal(1))


def weakest(figures: Sequence[Percentiles]) -> Confidence:
    words = {confidence(each) for each in figures}
    order: tuple[Confidence, ...] = ("band", "estimate", "thin", "indicative", "solid")
    return next(word for word in order if word in words)


def _confidence_of_cells(level: Level, families: Sequence[Family]) -> Confidence:
    found = [figures for family in families if (figures := find(shipped_only(), family, level, COUNTRY))]
    return weakest(
        [
            Percentiles(
                p10=each.cell.p10,
                p25=each.cell.p25,
                p50=each.cell.p50,
                p75=each.cell.p75,
                p90=each.cell.p90,
                n=each.cell.n,
                basis=each.basis,
            )
            for each in found
        ]
    )
