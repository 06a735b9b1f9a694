"""Where an ad and its requisition say different things. One difference for each thing, named by its question."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from hiring.document import Location, RequisitionDocument
from hiring.job_ad.ad import AdSlot, JobAd, PayRange, Place
from hiring.job_ad.leads import contradict, lead_of
from hiring.job_ad.yearly import yearly
from hiring.prose.plain import plain
from hiring.prose.spans import Span
from hiring.questions.wording import describe, number, place_words, skill_name
from hiring.skills import SKILLS, skills_in

Kind = Literal["differs", "only_in_ad", "only_in_requisition"]

_DEGREE_NONE: Final = "none"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing on which ad and requisition do not agree.

    ``pointer`` is the answer (JSON Pointer); ``in_ad`` and ``in_requisition`` say what each holds, in words;
    ``spans`` are the words of the ad.
    """

    pointer: str
    kind: Kind
    in_ad: str
    in_requisition: str
    spans: tuple[Span, ...] = ()


def differences(ad: JobAd, document: RequisitionDocument) -> tuple[Difference, ...]:
    """The differences, in the order of the form. None for an ad in another language: it was not read.

    Answers that are missing on both sides, or that an ad need not give, make no difference.
    """
    if not ad.english:
        return ()
    checks: tuple[Callable[[JobAd, RequisitionDocument], Iterable[Difference]], ...] = (
        _title,
        _level,
        _places,
        _work_mode,
        _requirements,
        _years,
        _degree,
        _pay,
        _manager,
        _on_call,
    )
    return tuple(found for check in checks for found in check(ad, document))


NOT_SAID: Final = "not said"


def _title(ad: JobAd, document: RequisitionDocument) -> Iterator[Difference]:
    title = document.role.title
    if title and " ".join(title.casefold().split()) not in " ".join(ad.text.casefold().split()):
        kind: Kind = "differs" if ad.title else "only_in_requisition"
        yield Difference("/role/title", kind, ad.title or NOT_SAID, title)


def _level(ad: JobAd, document: RequisitionDocument) -> Iterator[Difference]:
    level = document.role.level
    if ad.level is not None and ad.level.value != level:
        yield _either("/role/level", ad.level.value, level, ad.level.spans)
    elif ad.level is None and level is not None:
        yield Difference("/role/level", "only_in_requisition", NOT_SAID, describe("/role/level", level))


def _work_mode(ad: JobAd, document: RequisitionDocument) -> Iterator[Difference]:
    mode = document.role.work_mode
    if ad.work_mode is not None and ad.work_mode.value != mode:
        yield _either("/role/work_mode", ad.work_mode.value, mode, ad.work_mode.spans)
    elif ad.work_mode is None and mode is not None:
        yield Difference("/role/work_mode", "only_in_requisition", NOT_SAID, describe("/role/work_mode", mode))


def _places(ad: JobAd, document: RequisitionDocument) -> Iterator[Difference]:
    known = (*document.role.locations, *document.role.remote_hiring_in)
    for said in ad.places:
        if not any(_same_place(said.value, place) for place in known):
            yield Difference(
                "/role/locations",
                "only_in_ad",
                _ad_place_words(said.value),
                "; ".join(place_words(place.model_dump()) for place in document.role.locations) or "not answered",
                said.spans,
            )
    for place in document.role.locations:
        if not any(_same_place(said.value, place) for said in ad.places):
            words = place_words(place.model_dump())
            if not (place.metro and place.metro.casefold() in ad.text.casefold()):
                yield Difference("/role/locations", "only_in_requisition", NOT_SAID, words)


def _requirements(ad: JobAd, document: RequisitionDocument) -> Iterator[Difference]:
    must = [_names(slot.any_of) for slot in document.scope.must_haves]
    nice = [_names(slot.any_of) for slot in document.scope.nice_to_haves]
    low = ad.text.casefold()
    for pointer, slots, own, other, where in (
        ("/scope/must_haves", ad.must, must, nice, "a nice-to-have"),
        ("/scope/nice_to_haves", ad.nice, nice, must, "a must-have"),
    ):
        for slot in slots:
            if not slot.known or _is_soft(slot.any_of):
                continue
            names = _names(slot.any_of)
            if any(names & known for known in own):
                yield from _narrower(pointer, slot, names, own)
            elif any(names & known for known in other):
                asked = "must-have" if pointer == "/scope/must_haves" else "nice-to-have"
                yield Difference(pointer, "differs", f"{_words(slot.any_of)}, a {asked}", where, slot.spans)
            else:
                yield Difference(pointer, "only_in_ad", _words(slot.any_of), "not asked for", slot.spans)
    said = [*(_names(slot.any_of) for slot in ad.slots), frozenset(found.slug for found in skills_in(plain(ad.text)))]
    for pointer, asked_for in (
        ("/scope/must_haves", document.scope.must_haves),
        ("/scope/nice_to_haves", document.scope.nice_to_haves),
    ):
        for needed in asked_for:
            names = _names(needed.any_of)
            in_words = any(name.casefold() in low for name in needed.any_of if name not in SKILLS)
            if not in_words and not _is_soft(needed.any_of) and not any(names & other_names for other_names in said):
                yield Difference(pointer, "only_in_requisition", NOT_SAID, _words(needed.any_of))


def _narrower(pointer: str, slot: AdSlot, names: frozenset[str], own: list[frozenset[str]]) -> Iterator[Difference]:
    """The ad names fewer alternatives than the requisition would take."""
    if any(known <= names for known in own if names & known):
        return
    wider = next(known for known in own if names & known)
    more = [name for name in wider if name not in names]
    yield Difference(
        pointer,
        "differs",
        f"{_words(slot.any_of)} alone",
        f"{_words(sorted(more))} would do too",
        slot.spans,
    )


def _years(ad: JobAd, document: RequisitionDocument) -> Iterator[Difference]:
    years = document.scope.years_min
    if ad.years is not None and ad.years.value != years:
        yield _either("/scope/years_min", ad.years.value, years, ad.years.spans)
    elif ad.years is None and years:
        yield Difference("/scope/years_min", "only_in_requisition", NOT_SAID, describe("/scope/years_min", years))


def _degree(ad: JobAd, document: RequisitionDocument) -> Iterator[Difference]:
    degree = document.scope.degree
    said = ad.degree.value if ad.degree else _DEGREE_NONE
    if degree is not None and said != degree:
        kind: Kind = "differs" if ad.degree else "only_in_requisition"
        in_ad = describe("/scope/degree", said) if ad.degree else NOT_SAID
        spans = ad.degree.spans if ad.degree else ()
        yield Difference("/scope/degree", kind, in_ad, describe("/scope/degree", degree), spans)
    elif degree is None and said != _DEGREE_NONE and ad.degree:
        yield _either("/scope/degree", said, None, ad.degree.spans)


def _pay(ad: JobAd, document: RequisitionDocument) -> Iterator[Difference]:
    pay = document.pay
    given = [end for end in (pay.base_min, pay.base_max) if end is not None]
    own = (
        " to ".join(f"{pay.currency or ''} {number(end)}".strip() for end in given) + " a year"
        if given
        else "not answered"
    )
    if ad.pay is None:
        if given and pay.band_published is not False:
            yield Difference("/pay/base_min", "only_in_requisition", NOT_SAID, own)
        return
    said = ad.pay.value
    words = pay_words(said)
    if pay.band_published is False:
        yield Difference("/pay/band_published", "differs", words, "the range is not to be published", ad.pay.spans)
        return
    if not given:
        yield Difference("/pay/base_min", "only_in_ad", words, own, ad.pay.spans)
        return
    low, high = yearly(said)
    same_money = said.currency is None or pay.currency is None or said.currency == pay.currency
    if not same_money or not _same_end(low, pay.base_min) or not _same_end(high, pay.base_max):
        yield Difference("/pay/base_min", "differs", words, own, ad.pay.spans)


def _manager(ad: JobAd, document: RequisitionDocument) -> Iterator[Difference]:
    lead = document.organisation.reports_to
    if ad.reporting_line is None and lead not in (None, "undecided"):
        words = describe("/organisation/reports_to", lead)
        yield Difference("/organisation/reports_to", "only_in_requisition", NOT_SAID, words)
    elif ad.reporting_line is not None and lead is not None:
        said = lead_of(ad.reporting_line.value)
        if said is not None and contradict(said, lead):
            yield _either("/organisation/reports_to", said, lead, ad.reporting_line.spans)


def _on_call(ad: JobAd, document: RequisitionDocument) -> Iterator[Difference]:
    duty = document.growth.oncall_required
    if ad.on_call is not None and duty is not None and ad.on_call.value != duty:
        yield _either("/growth/oncall_required", ad.on_call.value, duty, ad.on_call.spans)
    elif ad.on_call is not None and ad.on_call.value and duty is None:
        yield _either("/growth/oncall_required", True, None, ad.on_call.spans)
    elif ad.on_call is None and duty:
        yield Difference("/growth/oncall_required", "only_in_requisition", NOT_SAID, "on-call is part of the job")


def pay_words(pay: PayRange) -> str:
    """Pay as an ad states it, in words: ``USD 150,000 to 180,000 a year``."""
    money = f"{pay.currency} " if pay.currency else ""
    period = "an hour" if pay.period == "hour" else f"a {pay.period}"
    if pay.low is not None and pay.high is not None and pay.low != pay.high:
        return f"{money}{number(pay.low)} to {number(pay.high)} {period}"
    end = pay.low if pay.low is not None else pay.high
    start = "up to " if pay.low is None else "from " if pay.high is None else ""
    return f"{start}{money}{'' if end is None else number(end)} {period}"


def _either(pointer: str, said: object, answered: object, spans: tuple[Span, ...]) -> Difference:
    kind: Kind = "only_in_ad" if answered is None else "differs"
    return Difference(pointer, kind, describe(pointer, said), describe(pointer, answered), spans)


def _same_end(said: Decimal | None, answered: Decimal | None) -> bool:
    return said is None or answered is None or abs(said - answered) < 1


def _same_place(said: Place, place: Location) -> bool:
    if said.country != place.country:
        return False
    return _agree(said.region, place.region) and _agree(said.metro, place.metro)


def _agree(said: str | None, answered: str | None) -> bool:
    return not said or not answered or said.casefold() == answered.casefold()


def _ad_place_words(place: Place) -> str:
    return ", ".join(part for part in (place.metro, place.region, place.country) if part)


def _names(any_of: Iterable[str]) -> frozenset[str]:
    return frozenset(name if name in SKILLS else name.casefold() for name in any_of)


def _is_soft(any_of: Iterable[str]) -> bool:
    return all(name in SKILLS and SKILLS[name].skill_class == "soft" for name in any_of)


def _words(any_of: Iterable[str]) -> str:
    return " or ".join(skill_name(name) for name in any_of)
