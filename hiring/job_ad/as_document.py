"""The requisition that an ad amounts to: what it says, in the fields of the document. What it does not say is null."""

import re
from decimal import Decimal
from typing import Final

from hiring.document import RequisitionDocument
from hiring.document.growth import Growth
from hiring.document.organisation import Organisation, ReportsTo
from hiring.document.pay import Pay
from hiring.document.role import Location, Role
from hiring.document.scope import Duty, Scope, Slot
from hiring.job_ad.ad import AdSlot, JobAd
from hiring.job_ad.yearly import yearly

MOST_OUTCOMES: Final = 5
_PUBLICATIONS: Final = "cv-nlp-research"
_NO_DECIMALS: Final = Decimal(1)
_MANAGERS: Final[tuple[tuple[ReportsTo, re.Pattern[str]], ...]] = (
    (
        "founder_cto",
        re.compile(
            r"\b(?:cto|ceo|(?:co-?)?founders?|chief technology|chief executive|vp,? (?:of )?engineering)\b",
            re.I,
        ),
    ),
    (
        "ml_platform_team",
        re.compile(r"\b(?:ml|mlops|machine learning|ai)[ -](?:platform|infrastructure|infra)\b", re.I),
    ),
    ("ml_lead", re.compile(r"\b(?:ml|mlops|machine learning|ai|data science|applied science)\b", re.I)),
    (
        "platform_lead",
        re.compile(
            r"\b(?:platform|infrastructure|devops|sre|reliability|cloud|operations|engineering manager)\b",
            re.I,
        ),
    ),
    ("product", re.compile(r"\bproduct\b", re.I)),
    ("it", re.compile(r"\b(?:IT|(?i:help ?desk|information technology|cio))\b")),
)
"""Words of a reporting line and the kind of manager they come closest to; the first that fits."""


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
        organisation=Organisation(reports_to=manager_of(ad)),
        growth=Growth(oncall_required=ad.on_call.value if ad.on_call else None),
    )


def manager_of(ad: JobAd) -> ReportsTo | None:
    """The kind of manager the ad names; None where it names none, or one whose kind is not plain."""
    if ad.reporting_line is None:
        return None
    said = ad.reporting_line.value
    return next((kind for kind, pattern in _MANAGERS if pattern.search(said)), None)


def _whole(amount: Decimal | None) -> Decimal | None:
    return None if amount is None else amount.quantize(_NO_DECIMALS)


def _slot(ad: JobAd, slot: AdSlot) -> Slot:
    claim = ad.years_for(slot)
    return Slot(any_of=slot.any_of, years=None if claim is None else Decimal(claim.years))


def _published(ad: JobAd, slot: AdSlot) -> bool:
    return any("publi" in ad.words_at(span).lower() or "neurips" in ad.words_at(span).lower() for span in slot.spans)
