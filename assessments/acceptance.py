"""What accepting a plan replaced in the requisition, kept so that one click puts it back."""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from django.db import transaction

from assessments.models import PlanDraft
from hiring.access import require_edit
from hiring.assemble import columns_of, document_of
from hiring.document import Process
from hiring.forms.answer import Answer
from hiring.models import Requisition
from hiring.questions import question_at
from hiring.reviewing import Reviewed, store_review
from hiring.saving import locked, put_answers, stored_answer

if TYPE_CHECKING:
    from accounts.models import User

TAKEN_BACK: Final = "Accepted interview plan taken back"


class NotTakenBack(Exception):
    """An accepted plan cannot be taken back. The text says why; nothing was changed."""


def kept_before(requisition: Requisition, now: Process, then: Process, names: tuple[str, ...]) -> dict[str, Any]:
    """What `take_back` needs, to be kept on the plan's draft: the answers before accepting, and after it."""
    values, after = now.model_dump(mode="json"), then.model_dump(mode="json")
    answers = {name: stored_answer(requisition, question_at(f"/process/{name}")) for name in names}
    return {
        "before": {
            name: {"value": values[name], "unsure": answer.unsure, "typed": answer.typed}
            for name, answer in answers.items()
        },
        "after": {name: after[name] for name in names},
    }


def changed_since(kept: Mapping[str, Any], now: Process) -> tuple[str, ...]:
    """Labels of the accepted answers that are others by now."""
    values = now.model_dump(mode="json", include=set(kept["after"]))
    return tuple(
        question_at(f"/process/{name}").label for name, value in kept["after"].items() if values[name] != value
    )


def take_back(requisition: Requisition, user: "User") -> Reviewed | None:
    """Put the answers back as they were before the plan was accepted: one revision, a stored review.

    Raises NotTakenBack where no plan was accepted or one of its answers changed since, PermissionDenied.
    """
    with transaction.atomic():
        requisition = locked(requisition)
        require_edit(user, requisition, "process")
        row = PlanDraft.objects.filter(requisition=requisition).first()
        if row is None or row.accepted is None:
            raise NotTakenBack("There is no accepted plan to take back.")
        document = document_of(requisition)
        if changed := changed_since(row.accepted, document.process):
            raise NotTakenBack(f"Not taken back: {', '.join(changed)} changed since the plan was accepted.")
        before = row.accepted["before"]
        plain = document.process.model_dump(mode="json") | {name: kept["value"] for name, kept in before.items()}
        process = Process.model_validate_json(json.dumps(plain))
        columns = columns_of(document.model_copy(update={"process": process}))
        answers = {
            name: (
                question_at(f"/process/{name}"),
                Answer(columns.get(name, plain[name]), kept["unsure"], kept["typed"]),
            )
            for name, kept in before.items()
        }
        reviewed = put_answers(requisition, user, answers)
        if reviewed is not None:
            store_review(requisition, reviewed, by=user, occasion=TAKEN_BACK)
        PlanDraft.objects.filter(pk=row.pk).update(accepted=None)
    return reviewed
