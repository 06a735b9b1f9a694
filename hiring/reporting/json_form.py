"""The report as plain data, in the published form (docs/schemas/report.schema.json)."""

from datetime import date
from decimal import Decimal
from typing import Any

from hiring.checking import Evidence
from hiring.document.base import json_number
from hiring.reporting.finding import Finding, Flag, WaivedFlag
from hiring.reporting.report import Report


def report_json(report: Report) -> dict[str, Any]:
    """The report as JSON-ready data."""
    return {
        "ruleset": report.ruleset,
        "digest": report.digest,
        "verdict": report.verdict.value,
        "findings": [_finding(finding) for finding in report.findings],
        "missing": list(report.missing),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    data: dict[str, Any] = {
        "mistake": finding.mistake.id,
        "slug": finding.mistake.slug,
        "outcome": finding.outcome.value,
        "severity": None if finding.severity is None else finding.severity.word,
        "triggers": [flag_json(flag) for flag in finding.flags],
        "not_checked": [{"id": open_.id, "path": open_.paths[0]} for open_ in finding.not_checked],
        "waived": [_waived(waived) for waived in finding.waived],
    }
    if finding.error is not None:
        data["error"] = finding.error
    return data


def flag_json(flag: Flag) -> dict[str, Any]:
    """One flag as JSON-ready data. ``patch`` is null where a person must act."""
    return {
        "id": flag.id,
        "severity": flag.severity.word,
        "message": flag.message,
        "evidence": [_evidence(evidence) for evidence in flag.evidence],
        "fix": flag.fix,
        "patch": [dict(operation) for operation in flag.patch] or None,
    }


def _waived(waived: WaivedFlag) -> dict[str, Any]:
    waiver = waived.waiver
    return {
        **flag_json(waived.flag),
        "waiver": {
            "reason": waiver.reason,
            "text": waiver.text,
            "author": waiver.author,
            "made_on": waiver.made_on.isoformat(),
            "expires_on": None if waiver.expires_on is None else waiver.expires_on.isoformat(),
        },
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {"path": evidence.path, "observed": plain(evidence.observed), "expected": plain(evidence.expected)}


def plain(value: Any) -> Any:
    """JSON-ready form of an observed or expected value."""
    if isinstance(value, Decimal):
        return json_number(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list | frozenset | set):
        items = sorted(value) if isinstance(value, frozenset | set) else value
        return [plain(item) for item in items]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return value
