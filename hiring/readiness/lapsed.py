"""Why a waiver no longer holds."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from hiring.checking import Severity
from hiring.reporting.waiver import Waiver


@dataclass(frozen=True, slots=True)
class Lapse:
    """What ended a waiver; several may be true at once. ``changed`` are JSON Pointers of the answers it pinned."""

    expired: bool
    rose_to: Severity | None
    changed: tuple[str, ...]


def lapse(waiver: Waiver, severity: Severity | None, document: dict[str, Any], today: date) -> Lapse | None:
    """Why the waiver does not cover a flag of this severity (None: the flag does not fire) any more; None if it does.

    ``document`` is plain JSON data.
    """
    if waiver.holds_for(severity or Severity.ADVICE, document, today):
        return None
    return Lapse(
        expired=waiver.expires_on is not None and today > waiver.expires_on,
        rose_to=severity if severity is not None and severity > Severity[waiver.severity.upper()] else None,
        changed=waiver.changed_answers(document),
    )
