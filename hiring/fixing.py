"""Applying a flag's fix to a stored requisition by one click, and undoing it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from hiring.access import require_edit
from hiring.assemble import columns_of, document_of, storage_errors
from hiring.document import RequisitionDocument
from hiring.document.pointer import PatchRefused, patched, value_at
from hiring.forms.answer import Answer
from hiring.models import AppliedFix, Requisition
from hiring.questions import Question, question_at
from hiring.readiness.difference import changed_answers
from hiring.reporting import Flag, Report
from hiring.reporting.json_form import plain
from hiring.reviewing import Reviewed, review_requisition, store_review
from hiring.saving import locked, put_answers

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
        requisition = locked(requisition)
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
        reviewed = _put(requisition, document, [change.path for change in changes], by)
        fix = AppliedFix.objects.create(
            requisition=requisition,
            trigger=trigger_id,
            patch=[plain(dict(operation)) for operation in flag.patch],
            inverse=[{"op": "replace", "path": change.path, "value": change.before} for change in changes],
            after={change.path: change.after for change in changes},
            applied_by=by,
        )
        store_review(requisition, reviewed, by=by, occasion=f"Fix of {trigger_id} applied")
    return Applied(fix, flag, reviewed)


def undo_fix(fix: AppliedFix, *, by: "User") -> Reviewed:
    """Put the answers back as they were before the fix.

    Raises FixRefused where the fix is undone already or an answer it touched has changed since, PermissionDenied as
    for applying.
    """
    with transaction.atomic():
        requisition = locked(fix.requisition)
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
        reviewed = _put(requisition, document, paths, by)
        fix.undone_at = timezone.now()
        fix.save(update_fields=["undone_at"])
    return reviewed


def _standing_flag(report: Report, trigger_id: str) -> Flag:
    for flag in report.flags:
        if flag.id == trigger_id:
            return flag
    raise FixRefused(f"{trigger_id} does not stand any more, so there is nothing to fix.")


def _require_edit(by: "User", requisition: Requisition, paths: list[str]) -> None:
    for section in {path.split("/")[1] for path in paths}:
        require_edit(by, requisition, section)


def _put(requisition: Requisition, document: RequisitionDocument, paths: list[str], by: "User") -> Reviewed:
    """Save the answers at these paths as one revision. What was typed or left open there is answered now."""
    columns = columns_of(document)
    data = document.model_dump(mode="json")
    answers: dict[str, tuple[Question, Answer]] = {}
    for path in paths:
        question = question_at(path)
        name = question.field
        answers[name] = (question, Answer(columns[name] if name in columns else data[question.section][name]))
    if errors := storage_errors(requisition, document):
        raise FixRefused(f"The fix does not fit: {' '.join(text for texts in errors.values() for text in texts)}")
    reviewed = put_answers(requisition, by, answers)
    if reviewed is None:
        raise FixRefused("The answers are so already.")
    return reviewed


def patch_sections(patch: "tuple[Any, ...]") -> frozenset[str]:
    """The sections of the document that a patch writes to."""
    return frozenset(operation["path"].split("/")[1] for operation in patch if operation.get("op") != "test")
