"""The market a requisition's pay is held against. Whoever supplies it has placed and aged it already.

Pure: figures come in from outside (settings name the source); nothing here knows where they are kept.
"""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from hiring.document.base import Amount, Count, Part

Family = Literal["mlops", "ml_engineer", "devops"]
Basis = Literal["data", "estimate", "band"]


class MarketPart(Part):
    """A part of the market. Fields it does not know are passed over: a benchmark's answer is a market and more."""

    model_config = ConfigDict(extra="ignore")


class Percentiles(MarketPart):
    """Base pay a year in the market's currency, for one role family at the requisition's level and place."""

    p10: Amount
    p25: Amount
    p50: Amount
    p75: Amount
    p90: Amount
    n: Count = Field(description="Distinct postings behind the figures")
    basis: Basis = "data"


class OwnBand(MarketPart):
    """The company's published band for the requisition's cell."""

    low: Amount
    mid: Amount | None = None
    high: Amount


class PayRange(MarketPart):
    """A range of base pay a year."""

    low: Amount
    high: Amount


class Market(MarketPart):
    """Market pay for one requisition: its level and place, in its currency, aged to today."""

    currency: Annotated[str, Field(pattern="^[A-Z]{3}$")]
    as_of: date
    geo_factor: Amount = Field(default=Decimal(1), description="Factor applied for the place")
    families: dict[Family, Percentiles] = Field(default_factory=dict)
    own_band: OwnBand | None = None
    internal_mle: PayRange | None = None
    notes: tuple[str, ...] = Field(default=(), description="What was widened, estimated, aged or converted")
