"""The verdict: blockers first, then missing answers, then risks; a failed check is a risk."""

import pytest

from hiring.checking import ADVICE, BLOCKER, WARNING, Severity
from hiring.readiness.essentials import missing_essentials
from hiring.readiness.judge import judge
from hiring.registry import MISTAKES
from hiring.reporting import Finding, FindingOutcome, Verdict
from tests.hiring.mistakes.build import doc


def _finding(severity: Severity | None, outcome: FindingOutcome = FindingOutcome.FLAGGED) -> Finding:
    return Finding(MISTAKES[0], outcome, severity)


@pytest.mark.parametrize(
    ("severities", "missing", "verdict"),
    [
        ([BLOCKER, ADVICE], (), Verdict.NOT_READY),
        ([BLOCKER], ("/role/level",), Verdict.NOT_READY),
        ([WARNING], ("/role/level",), Verdict.NEEDS_ANSWERS),
        ([], ("/role/level",), Verdict.NEEDS_ANSWERS),
        ([WARNING, ADVICE], (), Verdict.READY_WITH_RISKS),
        ([ADVICE, ADVICE], (), Verdict.READY),
        ([], (), Verdict.READY),
    ],
)
def test_the_verdict(severities, missing, verdict):
    assert judge([_finding(severity) for severity in severities], missing) is verdict


def test_a_waived_blocker_does_not_count():
    waived = _finding(None, FindingOutcome.WAIVED)
    assert judge([waived], ()) is Verdict.READY


def test_a_failed_check_is_never_better_than_ready_with_risks():
    assert judge([_finding(None, FindingOutcome.ERROR)], ()) is Verdict.READY_WITH_RISKS


@pytest.mark.parametrize(
    ("sections", "path", "asked"),
    [
        ({"ml_today": {"debt": "low"}}, "/ml_today/debt_disclosed", False),
        ({"ml_today": {"debt": "heavy"}}, "/ml_today/debt_disclosed", True),
        ({"ml_today": {"debt": "heavy", "debt_disclosed": False}}, "/ml_today/debt_disclosed", False),
        ({"growth": {"oncall_required": False}}, "/growth/rotation_size", False),
        ({"growth": {"oncall_required": True}}, "/growth/rotation_size", True),
        ({"organisation": {"authority": []}}, "/organisation/authority", False),
        ({"organisation": {}}, "/organisation/authority", True),
        ({"scope": {"duties": []}}, "/scope/duties", True),
    ],
)
def test_essential_answers_are_asked_for_when_they_matter(sections, path, asked):
    assert (path in missing_essentials(doc(**sections))) is asked
