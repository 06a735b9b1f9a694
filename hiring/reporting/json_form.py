"""The report as plain data, in the published form (docs/schemas/report.schema.json)."""

from datetime import date
from decimal import Decimal
from types import NoneType
from typing import Any, Final, Literal, NotRequired, TypedDict

from hiring.checking import Evidence, Severity
from hiring.document.base import json_number
from hiring.reporting.finding import Finding, Flag, WaivedFlag
from hiring.reporting.report import Report

SeverityWord = Literal["blocker", "warning", "advice"]


class EvidenceJson(TypedDict):
    """What was seen and expected at one place of the document (JSON Pointer)."""

    path: str
    observed: Any
    expected: Any


class FlagJson(TypedDict):
    """A trigger that fired. ``patch`` is a JSON Patch (RFC 6902), null where a person must act."""

    id: str
    severity: SeverityWord
    message: str
    evidence: list[EvidenceJson]
    fix: str
    patch: list[dict[str, Any]] | None


class WaiverJson(TypedDict):
    """Why a flag was accepted, by whom, and until when (days as YYYY-MM-DD)."""

    reason: str
    text: str
    author: str
    made_on: str
    expires_on: str | None


class WaivedJson(FlagJson):
    """A flag that is accepted."""

    waiver: WaiverJson


class NotCheckedJson(TypedDict):
    """A trigger that could not be decided, and the question (JSON Pointer) that is missing."""

    id: str
    path: str


class FindingJson(TypedDict):
    """One mistake's result. ``error`` is there only when its checker failed."""

    mistake: str
    slug: str
    outcome: Literal["flagged", "clear", "not_checked", "not_applicable", "waived", "error"]
    severity: SeverityWord | None
    triggers: list[FlagJson]
    not_checked: list[NotCheckedJson]
    waived: list[WaivedJson]
    error: NotRequired[str]


class ReportJson(TypedDict):
    """A report. ``missing`` lists essential answers not given, by JSON Pointer."""

    ruleset: str
    digest: str
    verdict: Literal["not_ready", "needs_answers", "ready_with_risks", "ready"]
    findings: list[FindingJson]
    missing: list[str]


def report_json(report: Report) -> ReportJson:
    """The report as JSON-ready data."""
    return {
        "ruleset": report.ruleset,
        "digest": report.digest,
        "verdict": report.verdict.value,
        "findings": [_finding(finding) for finding in report.findings],
        "missing": list(report.missing),
    }


def _finding(finding: Finding) -> FindingJson:
    data: FindingJson = {
        "mistake": finding.mistake.id,
        "slug": finding.mistake.slug,
        "outcome": finding.outcome.value,
        "severity": None if finding.severity is None else _WORDS[finding.severity],
        "triggers": [flag_json(flag) for flag in finding.flags],
        "not_checked": [{"id": open_.id, "path": open_.paths[0]} for open_ in finding.not_checked],
        "waived": [_waived(waived) for waived in finding.waived],
    }
    if finding.error is not None:
        data["error"] = finding.error
    return data


def flag_json(flag: Flag) -> FlagJson:
    """One flag as JSON-ready data. ``patch`` is null where a person must act."""
    return {
        "id": flag.trigger.id,
        "severity": _WORDS[flag.severity],
        "message": flag.message,
        "evidence": [_evidence(evidence) for evidence in flag.evidence],
        "fix": flag.fix,
        "patch": [dict(operation) for operation in flag.patch] if flag.patch else None,
    }


def _waived(waived: WaivedFlag) -> WaivedJson:
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


def _evidence(evidence: Evidence) -> EvidenceJson:
    observed, expected = evidence.observed, evidence.expected
    return {
        "path": evidence.path,
        "observed": observed if type(observed) in _ALREADY_PLAIN else plain(observed),
        "expected": expected if type(expected) in _ALREADY_PLAIN else plain(expected),
    }


_WORDS: dict[Severity, SeverityWord] = {
    Severity.BLOCKER: "blocker",
    Severity.WARNING: "warning",
    Severity.ADVICE: "advice",
}


def plain(value: Any) -> Any:
    """JSON-ready form of an observed or expected value."""
    if type(value) in _ALREADY_PLAIN:
        return value
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


_ALREADY_PLAIN: Final = frozenset({str, int, bool, NoneType})
