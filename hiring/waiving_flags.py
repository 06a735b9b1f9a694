"""Accepting a flag of a stored requisition: who may, and keeping the waiver."""

from datetime import date
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from hiring.access import may_edit
from hiring.checking import BLOCKER, Severity
from hiring.models import Requisition, WaiverRecord
from hiring.registry import TRIGGER_BY_ID
from hiring.reporting import Flag, WaiverReason
from hiring.reporting.waiver import LONGEST_TEXT, pinned_answers
from hiring.reviewing import Reviewed, remember_verdict, review_document, review_requisition, store_review
from hiring.saving import locked

if TYPE_CHECKING:
    from accounts.models import User


class WaiverRefused(Exception):
    """A waiver cannot be given. The text says why; nothing was saved. ``field`` names the input at fault, if one is."""

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field


def may_waive(user: "User", requisition: Requisition, severity: Severity) -> bool:
    """Whether the person may accept a flag of this severity.

    Whoever may edit the requisition accepts advice and warnings. A blocker needs a second person: a recruiter or an
    administrator who does not own the requisition.
    """
    if severity is BLOCKER:
        return user.has_perm("hiring.waive_blocker") and requisition.owner_id != user.pk
    return user.has_perm("hiring.waive_advice") and may_edit(user, requisition)


def may_withdraw(user: "User", record: WaiverRecord) -> bool:
    """Whether the person may take a waiver back: who gave it, who may edit, and who could give it."""
    return (
        record.author_id == user.pk
        or may_edit(user, record.requisition)
        or may_waive(user, record.requisition, Severity[record.severity.upper()])
    )


def waive(
    requisition: Requisition,
    trigger_id: str,
    *,
    reason: str,
    text: str = "",
    expires_on: date | None = None,
    by: "User",
) -> Reviewed:
    """Accept a standing flag, pinned to its severity and to the answers its evidence cites; stores the review after.

    Raises WaiverRefused for input that does not fit, PermissionDenied where the person may not accept this severity.
    """
    with transaction.atomic():
        requisition = locked(requisition)
        before = review_requisition(requisition)
        flag = waivable_flag(before, trigger_id)
        require_waive(by, requisition, flag.severity)
        _check(reason, text, expires_on, before.today)
        WaiverRecord.objects.create(
            requisition=requisition,
            trigger=trigger_id,
            severity=flag.severity.word,
            reason=reason,
            text=text.strip(),
            author=by,
            made_on=before.today,
            expires_on=expires_on,
            answers=pinned_answers(flag.evidence, before.document.model_dump(mode="json")),
        )
        reviewed = review_document(requisition, before.document, before.today)
        remember_verdict(requisition, reviewed.report)
        store_review(requisition, reviewed, by=by, occasion=f"{trigger_id} waived")
    return reviewed


def withdraw(record: WaiverRecord, *, by: "User") -> Reviewed:
    """Take a waiver back: its flag stands again. Raises PermissionDenied, and WaiverRefused when it is withdrawn."""
    if not may_withdraw(by, record):
        raise PermissionDenied("You cannot take this waiver back.")
    with transaction.atomic():
        record = WaiverRecord.objects.select_for_update(of=("self",)).select_related("requisition").get(pk=record.pk)
        if record.withdrawn_at is not None:
            raise WaiverRefused("This waiver is withdrawn already.")
        record.withdrawn_at = timezone.now()
        record.save(update_fields=["withdrawn_at"])
        reviewed = review_requisition(record.requisition)
        remember_verdict(record.requisition, reviewed.report)
    return reviewed


def require_waive(user: "User", requisition: Requisition, severity: Severity) -> None:
    """Raise PermissionDenied, saying who may, unless the person may accept a flag of this severity."""
    if may_waive(user, requisition, severity):
        return
    if severity is BLOCKER:
        raise PermissionDenied(
            "A blocker is accepted by a second person: a recruiter or an administrator who does not own it."
        )
    raise PermissionDenied("Only those who may edit this requisition accept its warnings and advice.")


def waivable_flag(reviewed: Reviewed, trigger_id: str) -> Flag:
    """The standing flag of a trigger. Raises WaiverRefused where there is none, saying why."""
    if trigger_id not in TRIGGER_BY_ID:
        raise WaiverRefused(f"There is no trigger {trigger_id[:12]}.")
    for flag in reviewed.report.flags:
        if flag.id == trigger_id:
            return flag
    if any(waived.flag.id == trigger_id for finding in reviewed.report.findings for waived in finding.waived):
        raise WaiverRefused(f"{trigger_id} is waived already.")
    raise WaiverRefused(f"{trigger_id} does not fire, so there is nothing to waive.")


def _check(reason: str, text: str, expires_on: date | None, today: date) -> None:
    if reason not in WaiverReason:
        allowed = "; ".join(known.label for known in WaiverReason)
        raise WaiverRefused(f"Choose a reason: {allowed}.", "reason")
    if reason == WaiverReason.OTHER and not text.strip():
        raise WaiverRefused("Say which reason: others will read it.", "text")
    if len(text) > LONGEST_TEXT:
        raise WaiverRefused(f"Keep it under {LONGEST_TEXT:,} characters; this has {len(text):,}.", "text")
    if "\x00" in text:
        raise WaiverRefused("Null characters are not allowed.", "text")
    if expires_on is not None and expires_on < today:
        raise WaiverRefused(f"The last day must not be in the past: {today:%d %b %Y} or later.", "expires_on")
