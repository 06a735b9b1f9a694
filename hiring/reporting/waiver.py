"""Waivers: a flag accepted by a named person, for a reason, while what it rests on stays as it was."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final, Literal

from pydantic import Field

from hiring.checking import Evidence, Severity
from hiring.document.base import Part
from hiring.document.canonical import canonical_json
from hiring.document.pointer import MISSING, value_at


class WaiverReason(StrEnum):
    """Why a flag is accepted. The text beside it says the rest."""

    KNOWN_RISK = "known_risk"
    BEING_FIXED = "being_fixed"
    DOES_NOT_APPLY = "does_not_apply"
    OUTSIDE_OUR_CONTROL = "outside_our_control"
    OTHER = "other"

    @property
    def label(self) -> str:
        """What the form shows."""
        return _LABELS[self]


_LABELS = {
    WaiverReason.KNOWN_RISK: "We know the risk and take it",
    WaiverReason.BEING_FIXED: "It is being fixed elsewhere",
    WaiverReason.DOES_NOT_APPLY: "It does not apply to us",
    WaiverReason.OUTSIDE_OUR_CONTROL: "It is outside our control",
    WaiverReason.OTHER: "Another reason",
}


LONGEST_TEXT: Final = 2_000
"""Characters of what an author adds to the reason."""


class Waiver(Part):
    """One accepted flag. ``answers`` pins the answers its evidence cites, by JSON Pointer.

    Neither the day nor the market is pinned: time passing does not end a waiver before ``expires_on``.
    """

    trigger: str = Field(pattern=r"^M\d\d-T\d{1,2}$")
    severity: Literal["advice", "warning", "blocker"]
    reason: Literal["known_risk", "being_fixed", "does_not_apply", "outside_our_control", "other"]
    text: str = ""
    author: str
    made_on: date
    expires_on: date | None = None
    answers: dict[str, Any] = Field(default_factory=dict)

    def holds_for(self, severity: Severity, document: dict[str, Any], today: date) -> bool:
        """Whether it still covers a flag of this severity on this document (plain JSON data).

        It dies when an answer it pins has changed, when the severity has risen, and after its last day.
        """
        if self.expires_on is not None and today > self.expires_on:
            return False
        if severity > Severity[self.severity.upper()]:
            return False
        return not self.changed_answers(document)

    def changed_answers(self, document: dict[str, Any]) -> tuple[str, ...]:
        """JSON Pointers of the answers it pins that are no longer the same in this document (plain JSON data)."""
        return tuple(path for path, pinned in self.answers.items() if not _same(value_at(document, path), pinned))


def pinned_answers(evidence: tuple[Evidence, ...], document: dict[str, Any]) -> dict[str, Any]:
    """The answers that a flag's evidence cites, as they are in the document now."""
    pinned: dict[str, Any] = {}
    for item in evidence:
        value = value_at(document, item.path)
        if value is not MISSING:
            pinned[item.path] = value
    return pinned


def _same(value: Any, pinned: Any) -> bool:
    if value is MISSING:
        return False
    return canonical_json(_plain(value)) == canonical_json(_plain(pinned))


def _plain(value: Any) -> Any:
    return float(value) if isinstance(value, Decimal) else value
