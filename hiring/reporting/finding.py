"""A finding: one checker's result on one document."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from hiring.checking import Evidence, Mistake, PatchOperation, Severity, Trigger
from hiring.reporting.waiver import Waiver


class FindingOutcome(StrEnum):
    """What a checker came to. Unknown never counts as clear, and never as bad."""

    FLAGGED = "flagged"
    CLEAR = "clear"
    NOT_CHECKED = "not_checked"
    NOT_APPLICABLE = "not_applicable"
    WAIVED = "waived"
    ERROR = "error"


@dataclass(slots=True)
class Flag:
    """A trigger that fired, with its evidence and fix. ``patch`` is empty where a person must act."""

    trigger: Trigger
    severity: Severity
    message: str
    evidence: tuple[Evidence, ...]
    fix: str
    patch: tuple[PatchOperation, ...]

    @property
    def id(self) -> str:
        """The trigger's id, e.g. ``M01-T2``."""
        return self.trigger.id


@dataclass(slots=True)
class NotChecked:
    """A trigger that could not be decided, and the questions (JSON Pointers) that are missing."""

    trigger: Trigger
    paths: tuple[str, ...]

    @property
    def id(self) -> str:
        """The trigger's id."""
        return self.trigger.id


@dataclass(frozen=True, slots=True)
class WaivedFlag:
    """A flag that somebody has accepted, with reason."""

    flag: Flag
    waiver: Waiver


class Finding(NamedTuple):
    """One mistake's result. ``flags`` are those still standing, worst first in trigger order as found.

    ``severity`` is the worst standing flag's, None where none stands. ``error`` is a short text when the checker
    itself failed.
    """

    mistake: Mistake
    outcome: FindingOutcome
    severity: Severity | None
    flags: tuple[Flag, ...] = ()
    not_checked: tuple[NotChecked, ...] = ()
    waived: tuple[WaivedFlag, ...] = ()
    error: str | None = None
