"""Applying waivers to findings."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from hiring.document import RequisitionDocument
from hiring.reporting.finding import Finding, FindingOutcome, Flag, WaivedFlag
from hiring.reporting.waiver import Waiver


def with_waivers(
    findings: Iterable[Finding],
    waivers: Iterable[Waiver],
    document: RequisitionDocument,
    today: date,
) -> tuple[Finding, ...]:
    """The findings with every flag set aside that a living waiver covers."""
    by_trigger: dict[str, list[Waiver]] = {}
    for waiver in waivers:
        by_trigger.setdefault(waiver.trigger, []).append(waiver)
    if not by_trigger:
        return tuple(findings)
    data = document.model_dump(mode="json")
    return tuple(_waived(finding, by_trigger, data, today) for finding in findings)


def _waived(finding: Finding, by_trigger: dict[str, list[Waiver]], data: dict[str, Any], today: date) -> Finding:
    standing: list[Flag] = []
    waived: list[WaivedFlag] = []
    for flag in finding.flags:
        waiver = _living(by_trigger.get(flag.id, ()), flag, data, today)
        if waiver is None:
            standing.append(flag)
        else:
            waived.append(WaivedFlag(flag, waiver))
    if not waived:
        return finding
    return finding._replace(
        outcome=FindingOutcome.FLAGGED if standing else FindingOutcome.WAIVED,
        severity=max((flag.severity for flag in standing), default=None),
        flags=tuple(standing),
        waived=tuple(waived),
    )


def _living(waivers: Iterable[Waiver], flag: Flag, data: dict[str, Any], today: date) -> Waiver | None:
    return next((waiver for waiver in waivers if waiver.holds_for(flag.severity, data, today)), None)
