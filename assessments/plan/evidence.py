"""On what the plan rests: who says it, and how good that evidence is. Pure."""

import re
from dataclasses import dataclass
from typing import Final

from hiring.checking import Grade
from hiring.facts.case import Case
from hiring.reporting import FindingOutcome, Report


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source: its name, where it is, the address to link to (or ""), its grade, the mistakes that rest on it."""

    name: str
    where: str
    url: str
    grade: str
    mistakes: str


@dataclass(frozen=True, slots=True)
class EvidenceSection:
    """Evidence notes. ``dissent`` says who sees it otherwise."""

    sources: tuple[SourceLine, ...]
    dissent: tuple[str, ...]
    notes: tuple[str, ...]


_ADDRESS: Final = re.compile(r"(?:https://)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/\S*)?")

_NOTES: Final = (
    "Thresholds without a source are rules of thumb, our own judgement.",
    "Figures from articles are the claims of those who publish them, not our findings.",
    "The loop, its scenarios and the anchors are our own judgement.",
    "The plan judges the requisition. It holds nothing about anybody who applies.",
    "The requisition is attached to the PDF as requisition.json, so that this plan can be checked again.",
)


def evidence_section(case: Case, report: Report) -> EvidenceSection:
    """The sources of the mistakes that apply, each once, best evidence first."""
    order = {Grade.RESEARCH: 0, Grade.SURVEY: 1, Grade.VENDOR_CLAIM: 2, Grade.RULE_OF_THUMB: 3}
    used: dict[tuple[str, str, Grade], list[str]] = {}
    dissent: dict[str, None] = {}
    for finding in report.findings:
        if finding.outcome is FindingOutcome.NOT_APPLICABLE:
            continue
        for source in finding.mistake.sources:
            used.setdefault((source.name, source.where, source.grade), []).append(finding.mistake.id)
        if finding.flags:
            dissent |= dict.fromkeys(f"{finding.mistake.id}: {text}" for text in finding.mistake.dissent)
    lines = sorted(used.items(), key=lambda item: order[item[0][2]])
    return EvidenceSection(
        sources=tuple(
            SourceLine(name, where, _url(where), grade.value, ", ".join(dict.fromkeys(ids)))
            for (name, where, grade), ids in lines
        ),
        dissent=tuple(dissent),
        notes=_NOTES,
    )


def _url(where: str) -> str:
    """The address to link to; "" where the place is not one."""
    return f"https://{where.removeprefix('https://')}" if _ADDRESS.fullmatch(where) else ""
