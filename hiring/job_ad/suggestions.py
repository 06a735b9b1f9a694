"""What an ad answers of the guided form: each answer with the words it was read from and how sure that is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from hiring.job_ad.ad import AdSlot, Confidence, JobAd, Span
from hiring.job_ad.drift import yearly

_TITLE_LABEL: Final = re.compile(
    r"[ \t#*]*(?:job[ ]title|position|role|title)[ \t*]*:[ \t*]*(.{3,100}?)[ \t*]*$", re.I | re.M
)
_TITLE_WORD: Final = re.compile(
    r"\b(?:engineers?|developers?|architects?|scientists?|mlops|devops|sre|administrator|specialist|consultant|"
    r"lead|manager|director|head of|analyst|rockstar|ninja)\b",
    re.I,
)
_LONGEST_TITLE: Final = 90
_LINES_TRIED: Final = 3
_NO_TITLE: Final = re.compile(r"[.!?]$|\b(?:we are|we're|our|you|is looking|are looking)\b", re.I)

_LEADS: Final = (
    ("founder_cto", r"\b(?:cto|chief technology officer|co-?founders?|founders?|vp,? (?:of )?engineering)\b"),
    ("ml_platform_team", r"\b(?:ml|machine learning|ai|mlops) (?:platform|infrastructure|infra)\b"),
    ("ml_lead", r"\b(?:ml|machine learning|ai|data science|applied science|mlops)\b"),
    ("platform_lead", r"\b(?:platform|infrastructure|devops|sre|cloud|engineering manager)\b"),
    ("product", r"\bproduct\b"),
    ("it", r"\b(?:it|information technology|cio)\b"),
)
"""Words of a reporting line and the answer they come closest to; the first that fits."""

_FORM_ORDER: Final = ("role", "scope", "pay", "organisation", "growth")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An answer that the ad gives. ``value`` is plain data in the document's form, Decimal for money."""

    pointer: str
    value: Any
    spans: tuple[Span, ...]
    confidence: Confidence


def title_of(text: str) -> str | None:
    """The title in a text that begins with it, or names it; None where neither is so."""
    labelled = _TITLE_LABEL.search(text, 0, 2_000)
    if labelled and _TITLE_WORD.search(labelled.group(1)):
        return _bare(labelled.group(1))
    tried = 0
    for line in text.splitlines():
        bare = _bare(line)
        if not bare:
            continue
        if len(bare) <= _LONGEST_TITLE and _TITLE_WORD.search(bare) and not _NO_TITLE.search(bare):
            return bare
        tried += 1
        if tried == _LINES_TRIED:
            break
    return None


def suggestions_of(ad: JobAd) -> tuple[Suggestion, ...]:
    """The answers that the ad gives, in the order of the form. None for an ad in another language."""
    if not ad.english:
        return ()
    return tuple(sorted(_all(ad), key=lambda found: _FORM_ORDER.index(found.pointer.split("/")[1])))


def _all(ad: JobAd) -> Iterator[Suggestion]:
    if ad.title:
        at = ad.text.find(ad.title)
        yield Suggestion("/role/title", ad.title, (Span(at, at + len(ad.title)),) if at >= 0 else (), "sure")
    for pointer, said in (
        ("/role/level", ad.level),
        ("/role/work_mode", ad.work_mode),
        ("/scope/years_min", ad.years),
        ("/scope/degree", ad.degree),
        ("/growth/oncall_required", ad.on_call),
    ):
        if said is not None:
            yield Suggestion(pointer, said.value, said.spans, said.confidence)
    if ad.places:
        yield Suggestion(
            "/role/locations",
            [
                {"country": said.value.country, "region": said.value.region, "metro": said.value.metro}
                for said in ad.places
            ],
            _spans(ad.places),
            _least_sure(ad.places),
        )
    if ad.duties:
        yield Suggestion(
            "/scope/duties",
            [{"text": said.value, "percent": None, "kind": None, "infra_share": None} for said in ad.duties],
            _spans(ad.duties),
            _least_sure(ad.duties),
        )
    for pointer, slots in (("/scope/must_haves", ad.must), ("/scope/nice_to_haves", ad.nice)):
        if slots:
            yield Suggestion(
                pointer, [_slot(slot) for slot in slots], tuple(span for slot in slots for span in slot.spans), "sure"
            )
    if ad.outcomes:
        yield Suggestion("/scope/first_projects", [said.value for said in ad.outcomes], _spans(ad.outcomes), "likely")
    yield from _pay(ad)
    if ad.reporting_line is not None:
        words = ad.reporting_line.value.lower()
        lead = next((answer for answer, pattern in _LEADS if re.search(pattern, words)), None)
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


def _slot(slot: AdSlot) -> dict[str, Any]:
    return {"any_of": list(slot.any_of), "years": slot.years}


def _spans(said: Any) -> tuple[Span, ...]:
    return tuple(span for each in said for span in each.spans)


def _least_sure(said: Any) -> Confidence:
    return "likely" if any(each.confidence == "likely" for each in said) else "sure"


def _bare(line: str) -> str:
    return " ".join(line.strip(" \t#*_:-").split())
