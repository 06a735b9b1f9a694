"""Bands for trying the product out: the suggested US bands, published as a company's own."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from compensation.figures import postings
from compensation.figures.suggested_bands import COUNTRY, CURRENCY, suggested_bands
from compensation.models import Band, BandSet, Status

NAME = "United States 2026 (demo)"


def seed(by: User | None = None, today: date | None = None) -> list[str]:
    """Publish the demo set and say so. Changes nothing where a US dollar set is in force or the demo was seeded."""
    in_force = BandSet.objects.filter(country=COUNTRY, currency=CURRENCY, status=Status.PUBLISHED).first()
    if known := in_force or BandSet.objects.filter(name=NAME).first():
        return [f"Salary bands: “{known}” is there already."]
    with transaction.atomic():
        band_set = BandSet.objects.create(
            name=NAME,
            country=COUNTRY,
            currency=CURRENCY,
            effective_from=today or timezone.localdate(),
            sources_as_of=postings.AS_OF,
            based_on=(
                f"Median posted minimum and maximum of {postings.SOURCE}, {postings.LICENCE}; rounded to 5,000. "
                "Staff and principal are senior × 1.15 and × 1.30; junior MLOps is mid × 0.85: judgement."
            ),
        )
        for (family, level, focus), band in suggested_bands().items():
            Band.objects.create(
                band_set=band_set,
                family=family,
                level=level,
                focus=focus,
                low=band.low,
                mid=band.mid,
                high=band.high,
            )
        band_set.publish(by, today or timezone.localdate())
    return [f"Salary bands: “{band_set}” published, {len(suggested_bands())} bands."]
