"""The requisition that an ad amounts to: what it says, in the fields of the document. What it does not say is null."""

from decimal import Decimal
from typing import Final

from hiring.document import RequisitionDocument
from hiring.document.growth import Growth
from hiring.document.organisation import Organisation
from hiring.document.pay import Pay
from hiring.document.role import Location, Role
from hiring.document.scope import Duty, Scope, Slot
from hiring.job_ad.ad import AdSlot, JobAd
from hiring.job_ad.leads import lead_of
from hiring.job_ad.yearly import yearly

MOST_OUTCOMES: Final = 5
_PUBLICATIONS: Final = "cv-nlp-research"
_NO_DECIMALS: Final = Decimal(1)


def document_of(ad: JobAd) -> RequisitionDocument:
    """The document with everything filled in that the ad says, and nothing else."""
    pay = ad.pay.value if ad.pay else None
    low, high = yearly(pay) if pay else (None, None)
    must, nice = ad.must, ad.nice
    return RequisitionDocument(
        role=Role(
            title=ad.title,
            level=ad.level.value if ad.level else None,
            locations=tuple(
                Location(country=place.value.country, region=place.value.region, metro=place.value.metro)
                for place in ad.places
            ),
            work_mode=ad.work_mode.value if ad.work_mode else None,
            job_ad=ad.text,
        ),
        scope=Scope(
            duties=tuple(Duty(text=duty.value) for duty in ad.duties),
            must_haves=tuple(_slot(ad, slot) for slot in must),
            nice_to_haves=tuple(_slot(ad, slot) for slot in nice),
            years_min=ad.years.value if ad.years else None,
            degree=ad.degree.value if ad.degree else "none",
            publications=any(_PUBLICATIONS in slot.any_of and _published(ad, slot) for slot in must),
            first_projects=tuple(outcome.value for outcome in ad.outcomes[:MOST_OUTCOMES]),
        ),
        pay=Pay(
            currency=pay.currency if pay else None,
            base_min=_whole(low),
            base_max=_whole(high),
            band_published=pay is not None,
        ),
        organisation=Organisation(reports_to=lead_of(ad.reporting_line.value) if ad.reporting_line else None),
        growth=Growth(oncall_required=ad.on_call.value if ad.on_call else None),
    )


def _whole(amount: Decimal | None) -> Decimal | None:
    return None if amount is None else amount.quantize(_NO_DECIMALS)


def _slot(ad: JobAd, slot: AdSlot) -> Slot:
    claim = ad.years_for(slot)
    return Slot(any_of=slot.any_of, years=None if claim is None else Decimal(claim.years))


def _published(ad: JobAd, slot: AdSlot) -> bool:
    return any("publi" in ad.words_at(span).lower() or "neurips" in ad.words_at(span).lower() for span in slot.spans)
