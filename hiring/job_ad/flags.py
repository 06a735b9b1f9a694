"""The flags that an ad raises by itself: the checkers' own triggers, on what the ad says, with the words marked."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from hiring.checking import ADVICE, BLOCKER, WARNING, Severity
from hiring.document import RequisitionDocument
from hiring.facts.case import Case
from hiring.job_ad.ad import AdFlag, AdSlot, JobAd, SeverityWord
from hiring.job_ad.as_document import document_of
from hiring.prose.plain import lowered, plain
from hiring.prose.spans import Span
from hiring.registry import MISTAKES
from hiring.reporting.finding import Flag
from hiring.runner import run

TRIGGERS: Final = frozenset(
    {
        *("M01-T1", "M01-T2", "M01-T3", "M01-T4", "M01-T6", "M01-T7", "M01-T8"),
        "M02-T8",
        *("M03-T1", "M03-T2", "M03-T3", "M03-T4", "M03-T5", "M03-T6", "M03-T7", "M03-T9", "M03-T10", "M03-T11"),
        *("M08-T7", "M08-T8"),
        *("M12-T1", "M12-T2", "M12-T3", "M12-T4", "M12-T5", "M12-T6", "M12-T7", "M12-T8", "M12-T9"),
    }
)
"""What can be judged from an ad alone. The rest needs answers that no ad gives."""

_CHECKED: Final = tuple(mistake for mistake in MISTAKES if any(trigger.id in TRIGGERS for trigger in mistake.triggers))
_WORDS: Final[dict[Severity, SeverityWord]] = {BLOCKER: "blocker", WARNING: "warning", ADVICE: "advice"}
_AD, _MUST, _NICE = "/role/job_ad", "/scope/must_haves", "/scope/nice_to_haves"
type _Slots = Mapping[str, tuple[AdSlot, ...]]
_MOST_SPANS: Final = 40


def flags_of(ad: JobAd, today: date) -> tuple[AdFlag, ...]:
    """The triggers that fire on what the ad says, in the order of the catalogue. None for an ad that was not read."""
    if not ad.english or not ad.words:
        return ()
    slots = {_MUST: ad.must, _NICE: ad.nice}
    findings = run(Case(_as_written(ad), today=today), _CHECKED)
    return tuple(
        AdFlag(
            mistake=finding.mistake.id,
            trigger=flag.id,
            severity=_WORDS[flag.severity],
            message=flag.message,
            fix=flag.fix,
            spans=_spans(ad, slots, flag),
        )
        for finding in findings
        for flag in finding.flags
        if flag.id in TRIGGERS
    )


def _as_written(ad: JobAd) -> RequisitionDocument:
    """The document for judging the ad: what a reader of the ad must take for the whole story.

    Projects and goals are those in the ad: with none, its duties are all the outcomes it gives. A manager who is
    named without a recognised kind is named all the same.
    """
    document = document_of(ad)
    scope, organisation = document.scope, document.organisation
    duties = tuple(duty.text for duty in scope.duties)
    given = scope.first_projects or duties
    scope = scope.model_copy(update={"first_projects": given, "goals_90d": given})
    if ad.reporting_line is not None and organisation.reports_to is None:
        organisation = organisation.model_copy(update={"reports_to": "platform_lead"})
    return document.model_copy(update={"scope": scope, "organisation": organisation})


def _spans(ad: JobAd, slots: _Slots, flag: Flag) -> tuple[Span, ...]:
    """The words that a flag's evidence cites."""
    found = {span for evidence in flag.evidence for span in _cited(ad, slots, evidence.path, evidence.observed)}
    return tuple(sorted(found))[:_MOST_SPANS]


def _cited(ad: JobAd, slots: _Slots, path: str, observed: Any) -> Iterator[Span]:
    if path == _AD:
        yield from _phrases(ad, observed)
    elif path.startswith((_MUST + "/", _NICE + "/")):
        asked = slots[_MUST if path.startswith(_MUST) else _NICE]
        index = int(path.split("/")[3])
        if index < len(asked):
            slot = asked[index]
            yield from slot.spans
            if path.endswith("/years"):
                yield from (
                    claim.span for claim in ad.years_claims if slot.line.start <= claim.span.start < slot.line.end
                )
    elif path == _MUST and isinstance(observed, list) and len(observed) == len(slots[_MUST]):
        yield from (span for slot in slots[_MUST] for span in slot.spans)
    elif path == "/scope/years_min" and ad.years is not None:
        yield from ad.years.spans
    elif path == "/scope/degree" and ad.degree is not None:
        yield from ad.degree.spans
    elif path in ("/pay/base_min", "/pay/base_max") and ad.pay is not None:
        yield from ad.pay.spans
    elif path == "/role/title":
        yield from ad.title_at


def _phrases(ad: JobAd, observed: Any) -> Iterator[Span]:
    words: dict[str, list[Span]] = {}
    for said in (*ad.buzzwords, *ad.exclusionary, *ad.hero_words):
        words.setdefault(said.value, []).extend(said.spans)
    for phrase in observed if isinstance(observed, list) else [observed]:
        if not isinstance(phrase, str) or not phrase:
            continue
        if phrase in words:
            yield from words[phrase]
            continue
        at = ad.text.find(phrase)
        if at < 0:
            at = lowered(plain(ad.text)).find(lowered(plain(phrase)))
        if at >= 0:
            yield Span(at, at + len(phrase))
