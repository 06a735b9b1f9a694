"""A report as plain text, for a terminal."""

from collections.abc import Iterator
from textwrap import fill
from typing import Any

from hiring.checking import ADVICE, BLOCKER, WARNING, Severity
from hiring.reporting import Finding, FindingOutcome, Flag, Report, Verdict
from hiring.reporting.json_form import plain

VERDICT_WORDS = {
    Verdict.NOT_READY: "Not ready",
    Verdict.NEEDS_ANSWERS: "Needs answers",
    Verdict.READY_WITH_RISKS: "Ready, with risks",
    Verdict.READY: "Ready",
}
_MARKS = {BLOCKER: "[B]", WARNING: "[W]", ADVICE: "[A]"}
_WIDTH = 100


def report_text(report: Report, title: str | None) -> str:
    """The whole report: verdict, flags with evidence and fix, what is waived and what is open."""
    return "\n".join(_lines(report, title)) + "\n"


def _lines(report: Report, title: str | None) -> Iterator[str]:
    yield f"{VERDICT_WORDS[report.verdict]}: {title or 'requisition without a title'}"
    yield f"{_counts(report)}. Ruleset {report.ruleset}, document {report.digest[:12]}."
    for finding in report.findings:
        if finding.flags or finding.waived or finding.outcome is FindingOutcome.ERROR:
            yield ""
            yield from _finding(finding)
    if report.missing:
        yield ""
        yield _wrapped(f"Essential answers missing ({len(report.missing)}): {', '.join(report.missing)}", "")
    open_triggers = [open_.id for finding in report.findings for open_ in finding.not_checked]
    if open_triggers:
        yield ""
        yield _wrapped(f"Not checked yet ({len(open_triggers)}): {', '.join(open_triggers)}", "")
    clear = [finding.mistake.id for finding in report.findings if finding.outcome is FindingOutcome.CLEAR]
    if clear:
        yield ""
        yield f"Clear: {', '.join(clear)}"


def _counts(report: Report) -> str:
    return ", ".join(_plural(report.count(severity), severity) for severity in (BLOCKER, WARNING, ADVICE)).capitalize()


def _plural(number: int, severity: Severity) -> str:
    word = severity.word if number == 1 or severity is ADVICE else f"{severity.word}s"
    return f"{number or 'no'} {word}"


def _finding(finding: Finding) -> Iterator[str]:
    title = finding.mistake.title_flagged if finding.flags else finding.mistake.name
    yield f"{finding.mistake.id} {title}"
    if finding.outcome is FindingOutcome.ERROR:
        yield f"    This checker failed, so nothing is known here: {finding.error}"
    for flag in sorted(finding.flags, key=lambda flag: -flag.severity):
        yield from _flag(flag)
    for waived in finding.waived:
        waiver = waived.waiver
        yield _wrapped(f"waived: {waived.flag.id} by {waiver.author}: {waiver.text or waiver.reason}")


def _flag(flag: Flag) -> Iterator[str]:
    yield _wrapped(f"{_MARKS[flag.severity]} {flag.id} {flag.message}", "    ", "        ")
    for evidence in flag.evidence:
        expected = "" if evidence.expected is None else f", expected {_shown(evidence.expected)}"
        yield _wrapped(f"{evidence.path}: {_shown(evidence.observed)}{expected}", "        ", "            ")
    yield _wrapped(f"Fix: {flag.fix}", "        ", "             ")


def _shown(value: Any) -> str:
    value = plain(value)
    if value is None:
        return "not answered"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(str(item) for item in value) or "none"
    return str(value)


def _wrapped(text: str, first: str = "    ", rest: str | None = None) -> str:
    return fill(
        text, _WIDTH, initial_indent=first, subsequent_indent=first if rest is None else rest, break_on_hyphens=False
    )
