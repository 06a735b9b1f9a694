"""The vocabulary of checking: what a trigger is, what it can answer, what a mistake says of itself. Pure."""

from hiring.checking.mistake import Grade, Mistake, Source
from hiring.checking.outcome import CLEAR, OFF, Evidence, Fired, Missing, Outcome
from hiring.checking.severity import ADVICE, BLOCKER, WARNING, Severity
from hiring.checking.trigger import Effort, Trigger, trigger
from hiring.document.patch import PatchOperation

__all__ = [
    "ADVICE",
    "BLOCKER",
    "CLEAR",
    "OFF",
    "WARNING",
    "Effort",
    "Evidence",
    "Fired",
    "Grade",
    "Missing",
    "Mistake",
    "Outcome",
    "PatchOperation",
    "Severity",
    "Source",
    "Trigger",
    "trigger",
]
