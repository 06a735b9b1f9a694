"""What a check answers: findings, the report, and its JSON form. Pure."""

from hiring.reporting.finding import Finding, FindingOutcome, Flag, NotChecked, WaivedFlag
from hiring.reporting.report import Report, Verdict
from hiring.reporting.waiver import Waiver, WaiverReason

__all__ = [
    "Finding",
    "FindingOutcome",
    "Flag",
    "NotChecked",
    "Report",
    "Verdict",
    "WaivedFlag",
    "Waiver",
    "WaiverReason",
]
