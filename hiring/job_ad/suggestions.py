"""What an ad answers of the guided form: each answer with the words it was read from and how sure that is."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from hiring.job_ad.ad import AdSlot, Confidence, JobAd
from hiring.job_ad.leads import lead_of
from hiring.job_ad.yearly import yearly
from hiring.prose.spans import Span

MOST_LINES: Final = 60
"""Lines taken for one answer. An ad that asks for more is no ad, and nobody would confirm them one by one."""

_FORM_ORDER: Final = ("role", "scope", "pay", "organisation", "growth")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An answer that the ad gives, or one line of an answer that is a list (``/scope/must_haves/0``).

    ``value`` is plain data in the document's form, Decimal for money.
    """

    pointer: str
    value: Any
    spans: tuple[Span, ...]
    confidence: Confidence

    @property
    def answer(self) -> str:
        """JSON Pointer of the whole answer."""
        return "/".join(self.pointer.split("/")[:3])

    @property
    def is_line(self) -> bool:
        """Whether it is one line of a list."""
        return self.pointer != self.answer


def suggestions_of(ad: JobAd) -> tuple[Suggestion, ...]:
    """The answers that the ad gives, in the order of the form. None for an ad in another language."""
    if not ad.english:
        return ()
    return tuple(sorted(_all(ad), key=lambda found: _FORM_ORDER.index(found.pointer.split("/")[1])))


def _all(ad: JobAd) -> Iterator[Suggestion]:
    if ad.title:
        yield Suggestion("/role/title", ad.title, ad.title_at, "sure")
    for pointer, said in (
        ("/role/level", ad.level),
        ("/role/work_mode", ad.work_mode),
        ("/scope/years_min", ad.years),
        ("/scope/degree", ad.degree),
        ("/growth/oncall_required", ad.on_call),
    ):
        if said is not None:
            yield Suggestion(pointer, said.value, said.spans, said.confidence)
    for at, place in enumerate(ad.places[:MOST_LINES]):
        value = {"country": place.value.country, "region": place.value.region, "metro": place.value.metro}
        yield Suggestion(f"/role/locations/{at}", value, place.spans, place.confidence)
    for at, duty in enumerate(ad.duties[:MOST_LINES]):
        value = {"text": duty.value, "percent": None, "kind": None, "infra_share": None}
        yield Suggestion(f"/scope/duties/{at}", value, duty.spans, duty.confidence)
    for pointer, slots in (("/scope/must_haves", ad.must), ("/scope/nice_to_haves", ad.nice)):
        for at, slot in enumerate(slots[:MOST_LINES]):
            yield _slot(ad, slot, f"{pointer}/{at}")
    for at, outcome in enumerate(ad.outcomes[:MOST_LINES]):
        yield Suggestion(f"/scope/first_projects/{at}", outcome.value, outcome.spans, "likely")
    yield from _pay(ad)
    if ad.reporting_line is not None:
        lead = lead_of(ad.reporting_line.value)
        if lead is not None:
            yield Suggestion("/organisation/reports_to", lead, ad.reporting_line.spans, "likely")


def _pay(ad: JobAd) -> Iterator[Suggestion]:
    if ad.pay is None:
        return
    said, spans = ad.pay.value, ad.pay.spans
    confidence: Confidence = ad.pay.confidence if said.period == "year" else "likely"
    low, high = yearly(said)
    if said.currency is not None:
        yield Suggestion("/pay/currency", said.currency, spans, ad.pay.confidence)
    if low is not None:
        yield Suggestion("/pay/base_min", _money(low), spans, confidence)
    if high is not None:
        yield Suggestion("/pay/base_max", _money(high), spans, confidence)
    yield Suggestion("/pay/band_published", True, spans, ad.pay.confidence)


def _money(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal("0.01"))


def _slot(ad: JobAd, slot: AdSlot, pointer: str) -> Suggestion:
    claim = ad.years_for(slot)
    spans = slot.spans
    if claim is not None:  # "3+ years of work with Kubernetes" is quoted whole
        places = (claim.span, *spans)
        spans = (Span(min(place.start for place in places), max(place.end for place in places)),)
    value = {"any_of": list(slot.any_of), "years": None if claim is None else claim.years}
    return Suggestion(pointer, value, spans, "sure" if slot.known else "likely")
