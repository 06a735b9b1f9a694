"""Flags with evidence and fix, waivers, what is clear, what was not checked. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from assessments.plan.parts import Row, answer, printable
from hiring.checking import Evidence
from hiring.facts.wording import counted
from hiring.questions import question_at
from hiring.questions.process import PANEL_ROLES, STAGE_TAGS, STAGE_TYPES
from hiring.readiness.cards import Card, cards
from hiring.reporting import Finding, FindingOutcome, Report, WaivedFlag, WaiverReason

MOST_EVIDENCE: Final = 3
"""Places of evidence printed for one flag; the report has them all."""


_LOOP_WORDS: Final = {value: label for question in (STAGE_TYPES, PANEL_ROLES, STAGE_TAGS) for value, label in question}
"""What stages are made of, in words: evidence often lists them."""


@dataclass(frozen=True, slots=True)
class FlagLine:
    """The flags that rest on one fact (``id`` names them all), or one that is waived (``severity`` "waived")."""

    severity: str
    word: str
    id: str
    mistake: str
    message: str
    evidence: tuple[str, ...]
    fix: str


@dataclass(frozen=True, slots=True)
class OpenLine:
    """The checks of one mistake that wait for answers."""

    mistake: str
    name: str
    checks: str
    answers: str


@dataclass(frozen=True, slots=True)
class FlagsSection:
    """What the twelve checkers said."""

    lede: str
    flags: tuple[FlagLine, ...]
    clear: tuple[Row, ...]
    open: tuple[OpenLine, ...]
    missing: tuple[str, ...]


def flags_section(report: Report) -> FlagsSection:
    """The report in the plan's words: worst flags first."""
    names = {finding.mistake.id: finding.mistake.name for finding in report.findings}
    standing = sorted(cards(report.flags), key=lambda card: -card.severity)
    lines = [_line(card, names) for card in standing]
    lines += [_failed(finding) for finding in report.findings if finding.outcome is FindingOutcome.ERROR]
    lines += [_waived(waived, finding) for finding in report.findings for waived in finding.waived]
    clear = tuple(
        Row(finding.mistake.id, finding.mistake.name, finding.mistake.title_clear)
        for finding in report.findings
        if finding.outcome is FindingOutcome.CLEAR
    )
    return FlagsSection(
        lede=_lede(report, len(clear)),
        flags=tuple(lines),
        clear=clear,
        open=tuple(_open(report)),
        missing=tuple(question_at(path).label for path in report.missing),
    )


def _lede(report: Report, clear: int) -> str:
    standing = sum(1 for finding in report.findings if finding.flags)
    words = [f"Twelve mistakes: {clear} clear", f"{standing} flagged"]
    waived = sum(finding.outcome is FindingOutcome.WAIVED for finding in report.findings)
    rest = len(report.findings) - clear - standing - waived
    if waived:
        words.append(f"{waived} waived")
    if rest:
        words.append(f"{rest} not judged")
    return f"{', '.join(words)}. Whoever posts today accepts what stands below."


def _line(card: Card, names: Mapping[str, str]) -> FlagLine:
    lead = card.lead
    messages = dict.fromkeys(printable(flag.message) for flag in card.flags)
    return FlagLine(
        severity=card.severity.word,
        word=card.severity.word.capitalize(),
        id=", ".join(card.ids),
        mistake=names[lead.trigger.mistake_id],
        message=" ".join(messages),
        evidence=tuple(_evidence(item) for item in lead.evidence[:MOST_EVIDENCE]),
        fix=printable(lead.fix),
    )


def _evidence(evidence: Evidence) -> str:
    try:
        label = question_at(evidence.path).label
    except KeyError:
        label = evidence.path
    words = f"{label}: {_words(evidence.path, evidence.observed)}"
    if evidence.expected is not None:
        words += f"; expected {_words(evidence.path, evidence.expected)}"
    return printable(words, 240)


def _words(path: str, value: Any) -> str:
    if isinstance(value, set | frozenset):
        value = sorted(value)
    if isinstance(value, list | tuple):
        value = [_LOOP_WORDS.get(item, item) if isinstance(item, str) else item for item in value]
    return answer(path, value)


def _waived(waived: WaivedFlag, finding: Finding) -> FlagLine:
    waiver, flag = waived.waiver, waived.flag
    until = f", until {_short(waiver.expires_on)}" if waiver.expires_on else ""
    said = f" “{printable(waiver.text, 300)}”" if waiver.text.strip() else ""
    reason = WaiverReason(waiver.reason).label
    return FlagLine(
        severity="waived",
        word="Waived",
        id=flag.id,
        mistake=finding.mistake.name,
        message=printable(flag.message),
        evidence=(),
        fix=f"Waived by {printable(waiver.author, 80)}, {_short(waiver.made_on)}{until}: {reason}.{said}",
    )


def _failed(finding: Finding) -> FlagLine:
    return FlagLine(
        severity="unknown",
        word="Failed",
        id=finding.mistake.id,
        mistake=finding.mistake.name,
        message="This check failed, so the mistake is not judged.",
        evidence=(),
        fix="Ask whoever runs this service to look at the log.",
    )


def _open(report: Report) -> Iterator[OpenLine]:
    for finding in report.findings:
        waiting = finding.not_checked
        if not waiting:
            continue
        total = len(finding.mistake.triggers)
        labels = dict.fromkeys(_label(path) for item in waiting for path in item.paths)
        yield OpenLine(
            mistake=finding.mistake.id,
            name=finding.mistake.name,
            checks=f"{len(waiting)} of {counted(total, 'check')}",
            answers=", ".join(labels),
        )


def _label(path: str) -> str:
    try:
        return question_at(path).label
    except KeyError:
        return "Market figures" if path.startswith("/market") else path


def _short(day: Any) -> str:
    return f"{day.day} {day:%b %Y}"
