"""Reviewing a stored requisition: gathers document, market, bank and waivers, then asks the pure part."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils import timezone
from django.utils.module_loading import import_string

from hiring.assemble import document_of
from hiring.checking import Severity
from hiring.document import RequisitionDocument
from hiring.facts.bank import BankIndex
from hiring.market import Market
from hiring.models import Requisition, Review, WaiverRecord
from hiring.reporting import Report, Waiver
from hiring.reporting.json_form import report_json
from hiring.review import review

if TYPE_CHECKING:
    from accounts.models import User


@cache
def bank() -> BankIndex:
    """The index of the shipped assessment bank (settings.HIRING_BANK_SOURCE)."""
    found: BankIndex = import_string(settings.HIRING_BANK_SOURCE)()
    return found


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A report together with what it was made from. ``records`` are the stored form of its waivers."""

    document: RequisitionDocument
    market: Market | None
    today: date
    waivers: tuple[Waiver, ...]
    report: Report
    records: tuple[WaiverRecord, ...] = ()
    bank: BankIndex = field(default_factory=bank)


def whole_bank() -> BankIndex:
    """The index of the bank with what the organisation has added (settings.HIRING_WHOLE_BANK_SOURCE). One query."""
    found: BankIndex = import_string(settings.HIRING_WHOLE_BANK_SOURCE)()
    return found


def bank_for(document: RequisitionDocument, whole: Callable[[], BankIndex] = whole_bank) -> BankIndex:
    """The bank to judge a document by: asked for whole only where its loop names what the shipped one does not know."""
    shipped = bank()
    known = all(stage.scenario is None or stage.scenario in shipped.scenarios for stage in document.process.stages)
    return shipped if known else whole()


def market_for(document: RequisitionDocument, today: date) -> Market | None:
    """The market for a document (settings.HIRING_MARKET_SOURCE); None where there are no figures for it."""
    found: Market | None = import_string(settings.HIRING_MARKET_SOURCE)(document, today)
    return found


def pay_section(reviewed: Reviewed) -> Any:
    """The offer against the market for a page (settings.HIRING_PAY_SECTION); None where there is nothing to show."""
    return import_string(settings.HIRING_PAY_SECTION)(reviewed.document, reviewed.market)


def waiver_records(requisition: Requisition) -> tuple[WaiverRecord, ...]:
    """The waivers given for a requisition and not withdrawn, with their authors. One query."""
    return tuple(requisition.waivers.filter(withdrawn_at=None).select_related("author"))


def review_requisition(requisition: Requisition, today: date | None = None) -> Reviewed:
    """Review a requisition as it stands now. ``today`` defaults to the local date."""
    return review_document(requisition, document_of(requisition), today)


def review_document(requisition: Requisition, document: RequisitionDocument, today: date | None = None) -> Reviewed:
    """Review a document in a requisition's place: with its waivers, but other answers (a fix before it is applied)."""
    day = today or timezone.localdate()
    market = market_for(document, day)
    records = waiver_records(requisition)
    waivers = tuple(record.as_waiver() for record in records)
    index = bank_for(document)
    report = review(document, today=day, market=market, bank=index, waivers=waivers)
    return Reviewed(document, market, day, waivers, report, records=records, bank=index)


def remember_verdict(requisition: Requisition, report: Report) -> None:
    """Repeat verdict and worst flags on the requisition, for lists. Leaves revision and history alone."""
    requisition.verdict = report.verdict.value
    requisition.worst_flags = worst_flags(report)
    Requisition.objects.filter(pk=requisition.pk).update(
        verdict=requisition.verdict, worst_flags=requisition.worst_flags
    )


def worst_flags(report: Report) -> list[dict[str, Any]]:
    """One entry a mistake for the strip of twelve: id, outcome and worst severity word (or null)."""
    return [
        {
            "mistake": finding.mistake.id,
            "outcome": finding.outcome.value,
            "severity": None if finding.severity is None else Severity(finding.severity).word,
        }
        for finding in report.findings
    ]


def store_review(requisition: Requisition, reviewed: Reviewed, *, by: "User | None", occasion: str) -> Review:
    """Keep a review: what was asked, against which market, and what came of it."""
    return Review.objects.create(
        requisition=requisition,
        made_by=by,
        day=reviewed.today,
        occasion=occasion,
        revision=requisition.revision,
        digest=reviewed.report.digest,
        ruleset=reviewed.report.ruleset,
        verdict=reviewed.report.verdict.value,
        document=reviewed.document.model_dump(mode="json"),
        market=None if reviewed.market is None else reviewed.market.model_dump(mode="json"),
        report=report_json(reviewed.report),
    )
