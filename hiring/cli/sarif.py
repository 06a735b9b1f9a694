"""A report in SARIF 2.1.0 (OASIS), the format that code hosts and editors read."""

from typing import Any

from hiring.checking import ADVICE, BLOCKER, WARNING, Trigger
from hiring.cli.positions import lines_of
from hiring.registry import MISTAKES, RULESET
from hiring.reporting import Flag, Report
from hiring.reporting.json_form import flag_json

_LEVELS = {BLOCKER: "error", WARNING: "warning", ADVICE: "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def report_sarif(report: Report, uri: str, text: str) -> dict[str, Any]:
    """The report as SARIF data. ``uri`` names the checked file, ``text`` is its content (for line numbers).

    Waived flags are results with a suppression; a failed checker is a notification of the tool.
    """
    lines = lines_of(text)
    index = {trigger.id: position for position, trigger in enumerate(_triggers())}
    results = [_result(flag, uri, lines, index) for flag in report.flags]
    for finding in report.findings:
        for waived in finding.waived:
            justification = waived.waiver.text or waived.waiver.reason
            results.append(
                _result(waived.flag, uri, lines, index)
                | {"suppressions": [{"kind": "external", "justification": justification}]}
            )
    failed = [finding for finding in report.findings if finding.error is not None]
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "Preflight",
                        "semanticVersion": f"{RULESET}.0",
                        "rules": [_rule(trigger) for trigger in _triggers()],
                    }
                },
                "invocations": [
                    {
                        "executionSuccessful": not failed,
                        "toolExecutionNotifications": [
                            {"level": "error", "message": {"text": f"{finding.mistake.id}: {finding.error}"}}
                            for finding in failed
                        ],
                    }
                ],
                "artifacts": [{"location": {"uri": uri}}],
                "results": results,
                "properties": {"verdict": report.verdict.value, "digest": report.digest},
            }
        ],
    }


def _triggers() -> list[Trigger]:
    return [trigger for mistake in MISTAKES for trigger in mistake.triggers]


def _rule(trigger: Trigger) -> dict[str, Any]:
    return {
        "id": trigger.id,
        "name": "".join(word.capitalize() for word in trigger.title.replace("-", " ").split() if word.isalnum()),
        "shortDescription": {"text": trigger.title},
        "fullDescription": {"text": trigger.fires_when},
        "defaultConfiguration": {"level": _LEVELS[trigger.severities[0]]},
    }


def _result(flag: Flag, uri: str, lines: dict[str, int], index: dict[str, int]) -> dict[str, Any]:
    places = [evidence.path for evidence in flag.evidence] or [""]
    return {
        "ruleId": flag.id,
        "ruleIndex": index[flag.id],
        "level": _LEVELS[flag.severity],
        "message": {"text": f"{flag.message} {flag.fix}"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": uri, "index": 0},
                    "region": {"startLine": _line(place, lines)},
                },
                "logicalLocations": [{"fullyQualifiedName": place}],
            }
            for place in places[:1]
        ],
        "relatedLocations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": uri, "index": 0},
                    "region": {"startLine": _line(place, lines)},
                },
                "message": {"text": place},
            }
            for place in places[1:]
        ],
        "partialFingerprints": {"preflight/v1": f"{flag.id}:{places[0]}"},
        "properties": flag_json(flag),
    }


def _line(pointer: str, lines: dict[str, int]) -> int:
    while pointer not in lines and pointer:
        pointer = pointer.rpartition("/")[0]
    return lines.get(pointer, 1)
