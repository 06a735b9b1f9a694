"""The tables of compensation: band sets with zones and bands, the re-checks that a change sets off,
and imported market data."""

from compensation.models.bands import (
    Band,
    BandSet,
    Family,
    First,
    Focus,
    Level,
    NotPublishable,
    Status,
    Zone,
    places_in,
)
from compensation.models.market_data import MarketCell, MarketPosting, MarketSource
from compensation.models.rechecks import MarketUpload, Recheck

__all__ = [
    "Band",
    "BandSet",
    "Family",
    "First",
    "Focus",
    "Level",
    "MarketCell",
    "MarketPosting",
    "MarketSource",
    "MarketUpload",
    "NotPublishable",
    "Recheck",
    "Status",
    "Zone",
    "places_in",
]
