"""Reviewing a document: the one way from a document to its report. Pure."""

from collections.abc import Iterable
from datetime import date

from hiring.document import RequisitionDocument, digest_of
from hiring.facts.bank import EMPTY_BANK, BankIndex
from hiring.facts.case import Case
from hiring.market import Market
from hiring.readiness.essentials import missing_essentials
from hiring.readiness.judge import judge
from hiring.readiness.waiving import with_waivers
from hiring.registry import MISTAKES, RULESET
from hiring.reporting.report import Report
from hiring.reporting.waiver import Waiver
from hiring.runner import ensure_complete, run


def review(
    document: RequisitionDocument,
    *,
    today: date,
    market: Market | None = None,
    bank: BankIndex = EMPTY_BANK,
    waivers: Iterable[Waiver] = (),
) -> Report:
    """The report on a document. Same document, market, bank, waivers and day: the same report, byte for byte."""
    case = Case(document, today=today, market=market, bank=bank)
    findings = with_waivers(run(case, MISTAKES), waivers, document, today)
    ensure_complete(findings, MISTAKES)
    missing = missing_essentials(document)
    return Report(
        ruleset=RULESET,
        digest=digest_of(document),
        verdict=judge(findings, missing),
        findings=findings,
        missing=missing,
    )
