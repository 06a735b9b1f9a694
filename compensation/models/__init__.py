"""The tables of compensation: band sets with zones and bands, and the re-checks that a change sets off."""

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
from compensation.models.rechecks import Recheck

__all__ = [
    "Band",
    "BandSet",
    "Family",
    "First",
    "Focus",
    "Level",
    "NotPublishable",
    "Recheck",
    "Status",
    "Zone",
    "places_in",
]
