"""Band sets to try things on."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from compensation.models import Band, BandSet

MIDS = {"junior": 100_000, "mid": 125_000, "senior": 155_000, "staff": 185_000, "principal": 215_000}


@pytest.fixture
def band_set(db: None) -> Callable[..., BandSet]:
    """Makes a complete draft: `band_set("Ours", comes_first="bands")`. Senior is 139,500 - 155,000 - 170,500."""

    def make(name: str = "Ours", *, levels: tuple[str, ...] = tuple(MIDS), **fields: object) -> BandSet:
        made = BandSet.objects.create(
            name=name, **({"country": "US", "currency": "USD", "effective_from": date(2026, 1, 1)} | fields)
        )
        for level in levels:
            mid = Decimal(MIDS[level])
            Band.objects.create(
                band_set=made,
                level=level,
                focus="balanced",
                low=mid * Decimal("0.9"),
                mid=mid,
                high=mid * Decimal("1.1"),
            )
        return made

    return make
