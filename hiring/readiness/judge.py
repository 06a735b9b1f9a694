"""The verdict: the only place with policy."""

from collections.abc import Iterable

from hiring.checking import BLOCKER, WARNING
from hiring.reporting.finding import Finding, FindingOutcome
from hiring.reporting.report import Verdict


def judge(findings: Iterable[Finding], missing: tuple[str, ...]) -> Verdict:
    """The verdict on findings (waivers applied) and missing essential answers.

    A standing blocker comes first, then missing answers, then warnings. A checker that failed leaves its mistake
    unknown: the verdict is then never better than "ready with risks".
    """
    findings = tuple(findings)
    if any(finding.severity is BLOCKER for finding in findings):
        return Verdict.NOT_READY
    if missing:
        return Verdict.NEEDS_ANSWERS
    if any(finding.severity is WARNING or finding.outcome is FindingOutcome.ERROR for finding in findings):
        return Verdict.READY_WITH_RISKS
    return Verdict.READY
