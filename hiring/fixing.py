"""Applying a flag's fix to a stored requisition by one click, and undoing it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from hiring.access import require_edit
from hiring.assemble import document_of, load
from hiring.document import RequisitionDocument
from hiring.document.pointer import PatchRefused, patched, value_at
from hiring.models import AppliedFix, Requisition
from hiring.readiness.difference import changed_answers
from hiring.reporting import Flag, Report
from hiring.reporting.json_form import plain
from hiring.reviewing import Reviewed, remember_verdict, review_document, review_requisition, store_review

if TYPE_CHECKING:
    from accounts.models import User


class FixRefused(Exception):
    """A fix cannot be applied or undone. The text says why, for the person who asked; nothing was changed."""


@dataclass(frozen=True, slots=True)
class Applied:
    """A fix that was applied, and the review after it."""

    fix: AppliedFix
    flag: Flag
    reviewed: Reviewed


def apply_fix(requisition: Requisition, trigger_id: str, *, by: "User") -> Applied:
    """Apply the fix that a flag offers now: one revision, one line of history, and a stored review.

    Raises FixRefused where the flag no longer stands or its fix does not fit, PermissionDenied where the person may
    not change an answer that the fix touches.
    """
    with transaction.atomic():
        requisition = _locked(requisition)
        before = review_requisition(requisition)
        flag = _standing_flag(before.report, trigger_id)
        if not flag.patch:
            raise FixRefused(f"{trigger_id} has no fix that can be applied by a click: answer the question instead.")
        try:
            document = patched(before.document, flag.patch)
        except PatchRefused as error:
            raise FixRefused(f"The fix of {trigger_id} does not fit the answers as they are now.") from error
        changes = changed_answers(before.document.model_dump(mode="json"), document.model_dump(mode="json"))
        if not changes:
            raise FixRefused(f"The fix of {trigger_id} would change nothing.")
        _require_edit(by, requisition, [change.path for change in changes])
        _put(requisition, document, [change.path for change in changes])
        fix = AppliedFix.objects.create(
            requisition=requisition,
            trigger=trigger_id,
            patch=[plain(dict(operation)) for operation in flag.patch],
            inverse=[{"op": "replace", "path": change.path, "value": change.before} for change in changes],
            after={change.path: change.after for change in changes},
            applied_by=by,
        )
        reviewed = review_document(requisition, document, before.today)
        remember_verdict(requisition, reviewed.report)
        store_review(requisition, reviewed, by=by, occasion=f"Fix of {trigger_id} applied")
    return Applied(fix, flag, reviewed)


def undo_fix(fix: AppliedFix, *, by: "User") -> Reviewed:
    """Put the answers back as they were before the fix.

    Raises FixRefused where the fix is undone already or an answer it touched has changed since, PermissionDenied as
    for applying.
    """
    from hiring.questions import question_at

    with transaction.atomic():
        requisition = _locked(fix.requisition)
        fix = AppliedFix.objects.select_for_update().get(pk=fix.pk)
        if fix.undone_at is not None:
            raise FixRefused("This fix is undone already.")
        paths = list(fix.after)
        _require_edit(by, requisition, paths)
        document = document_of(requisition)
        data = document.model_dump(mode="json")
        changed = [path for path in paths if value_at(data, path) != fix.after[path]]
        if changed:
            names = ", ".join(question_at(path).label for path in changed)
            raise FixRefused(f"Not undone: {names} changed since the fix was applied.")
        try:
            document = patched(document, fix.inverse)
        except PatchRefused as error:
            raise FixRefused("Not undone: the answers from before the fix no longer fit.") from error
        _put(requisition, document, paths)
        fix.undone_at = timezone.now()
        fix.save(update_fields=["undone_at"])
        reviewed = review_document(requisition, document)
        remember_verdict(requisition, reviewed.report)
    return reviewed


def _locked(requisition: Requisition) -> Requisition:
    return Requisition.objects.select_for_update(of=("self",)).select_related("owner").get(pk=requisition.pk)


def _standing_flag(report: Report, trigger_id: str) -> Flag:
    for flag in report.flags:
        if flag.id == trigger_id:
            return flag
    raise FixRefused(f"{trigger_id} does not stand any more, so there is nothing to fix.")


def _require_edit(by: "User", requisition: Requisition, paths: list[str]) -> None:
    for section in {path.split("/")[1] for path in paths}:
        require_edit(by, requisition, section)


def _put(requisition: Requisition, document: RequisitionDocument, paths: list[str]) -> None:
    """Save the document as the next revision. What was typed or left open at the touched answers is answered now."""
    fields = {path.split("/")[2] for path in paths}
    requisition.revision += 1
    requisition.updated_at = timezone.now()
    requisition.unparsed = {name: text for name, text in requisition.unparsed.items() if name not in fields}
    requisition.unsure = [name for name in requisition.unsure if name not in fields]
    try:
        load(requisition, document)
    except ValidationError as error:
        raise FixRefused(f"The fix does not fit: {' '.join(error.messages)}") from error


def patch_sections(patch: "tuple[Any, ...]") -> frozenset[str]:
    """The sections of the document that a patch writes to."""
    return frozenset(operation["path"].split("/")[1] for operation in patch if operation.get("op") != "test")
