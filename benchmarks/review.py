"""Reviewing documents: speed and crashes on 10,000 made-up documents."""

import json
import time
from datetime import date
from decimal import Decimal

from benchmarks.documents import random_documents
from benchmarks.timing import cpu_ms, show
from hiring.demo.seed import STORIES, demo_document
from hiring.document import RequisitionDocument
from hiring.facts.bank import BankIndex
from hiring.facts.case import Case
from hiring.market import Market, Percentiles
from hiring.readiness.next_fixes import next_fixes
from hiring.registry import MISTAKES
from hiring.reporting import Report
from hiring.reporting.json_form import report_json
from hiring.review import review
from hiring.reviewing import bank
from hiring.runner import run

TODAY = date(2026, 11, 22)
HOW_MANY = 10_000
EFFECTS = 5
"""So many fixes are shown with their effects when the report opens."""


def measure() -> None:
    """Print documents per second, crashes, and the time of one review beside the floor of reading it."""
    print(f"Review ({HOW_MANY} documents of every shape)")
    documents = random_documents(HOW_MANY)
    market, index = _market(), bank()
    crashes = flagged = 0
    started = time.process_time()
    for content in documents:
        report = _reviewed(content, market, index)
        report_json(report)
        crashes += report.has_error
        flagged += sum(1 for _ in report.flags)
    seconds = time.process_time() - started
    show("documents a second, read to JSON report, one core", f"{HOW_MANY / seconds:,.0f}")
    show("crashes", str(crashes), "0")
    show("flags a document", f"{flagged / HOW_MANY:.1f}")
    for story in STORIES:
        content = demo_document(story).model_dump_json().encode()
        floor = cpu_ms(lambda content=content: RequisitionDocument.model_validate_json(content), 300)
        check = cpu_ms(lambda content=content: _validate_and_run(content, market, index), 300)
        show(f"{story}: validate + 12 checkers", f"{check:.3f} ms", f"0.3 ms; {check / floor:.1f}x reading alone")
        whole = cpu_ms(lambda content=content: _reviewed(content, market, index), 300)
        show(f"{story}: to the report, digest and all", f"{whole:.3f} ms")
        document = RequisitionDocument.model_validate_json(content)
        report = review(document, today=TODAY, market=market, bank=index)
        line = cpu_ms(lambda report=report: json.dumps(report_json(report), ensure_ascii=False), 300)
        show(f"{story}: the report as a line of JSON", f"{line:.3f} ms")
        fixes = cpu_ms(lambda document=document, report=report: _fixes(document, report, market, index), 50)
        show(f"{story}: every fix tried, the effects of five", f"{fixes:.3f} ms", f"{fixes / whole:.1f}x one review")


def _validate_and_run(content: bytes, market: Market, index: BankIndex) -> None:
    run(Case(RequisitionDocument.model_validate_json(content), today=TODAY, market=market, bank=index), MISTAKES)


def _reviewed(content: bytes, market: Market, index: BankIndex) -> Report:
    return review(RequisitionDocument.model_validate_json(content), today=TODAY, market=market, bank=index)


def _fixes(document: RequisitionDocument, report: Report, market: Market, index: BankIndex) -> None:
    def review_of(other: RequisitionDocument) -> Report:
        return review(other, today=TODAY, market=market, bank=index)

    next_fixes(document, report, review_of, lambda place, card: place < EFFECTS)


def _market() -> Market:
    def family(p50: int) -> Percentiles:
        factors = {"p10": 75, "p25": 88, "p50": 100, "p75": 115, "p90": 130}
        return Percentiles(**{name: Decimal(p50 * part) / 100 for name, part in factors.items()}, n=45)

    families = {"mlops": family(180_000), "ml_engineer": family(205_000), "devops": family(165_000)}
    return Market(currency="USD", as_of=date(2025, 8, 3), families=families)  # type: ignore[arg-type]
