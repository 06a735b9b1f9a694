"""What of a document was answered, where null cannot say so: tick lists whose empty list means "none of these"."""

from typing import Any, Final

from hiring.document.requisition import RequisitionDocument

TICK_LISTS: Final = {"ml_today": ("crisis_signs", "readiness_gaps", "serving_modes")}
"""By section, the tick lists that the contract has no null for. One that is not answered is left out of the document.

Whoever judges reads a list left out as "none" (its default): only the form tells the two apart.
"""


def not_answered(document: RequisitionDocument, section: str, field: str) -> bool:
    """Whether a tick list was left out of the document."""
    return field in TICK_LISTS.get(section, ()) and field not in getattr(document, section).model_fields_set


def as_answered(document: RequisitionDocument) -> dict[str, Any]:
    """The document as JSON data to give away: whole, but for the tick lists that nobody answered."""
    plain = document.model_dump(mode="json")
    for section, fields in TICK_LISTS.items():
        for field in fields:
            if not_answered(document, section, field):
                del plain[section][field]
    return plain
