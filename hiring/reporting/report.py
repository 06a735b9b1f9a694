"""The report: twelve findings under one verdict."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from hiring.checking import Severity
from hiring.reporting.finding import Finding, FindingOutcome, Flag


class Verdict(StrEnum):
    """Whether the requisition can be opened."""

    NOT_READY = "not_ready"
    NEEDS_ANSWERS = "needs_answers"
    READY_WITH_RISKS = "ready_with_risks"
    READY = "ready"


@dataclass(frozen=True, slots=True)
class Report:
    """What Preflight says of one document on one day against one market.

    ``missing`` are the essential answers (JSON Pointers) that are not given yet.
    """

    ruleset: str
    digest: str
    verdict: Verdict
    findings: tuple[Finding, ...]
    missing: tuple[str, ...] = ()

    @property
    def flags(self) -> Iterator[Flag]:
        """All standing flags, mistake by mistake."""
        for finding in self.findings:
            yield from finding.flags

    def count(self, severity: Severity) -> int:
        """How many standing flags have this severity."""
        return sum(flag.severity is severity for flag in self.flags)

    def mistakes_at(self, severity: Severity) -> tuple[Finding, ...]:
        """The findings whose worst standing flag has this severity."""
        return tuple(finding for finding in self.findings if finding.severity is severity)

    def finding(self, mistake_id: str) -> Finding:
        """The finding of one mistake. Raises KeyError for an unknown id."""
        for finding in self.findings:
            if finding.mistake.id == mistake_id:
                return finding
        raise KeyError(mistake_id)

    @property
    def has_error(self) -> bool:
        """Whether a checker failed: what it would have said is not known."""
        return any(finding.outcome is FindingOutcome.ERROR for finding in self.findings)
