"""Filling from a preset, and taking it back by one click."""

from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts.models import User
from hiring.access import requisition_for
from hiring.filling import NothingToFill, fill, take_back
from hiring.models import Requisition
from hiring.questions import Question
from hiring.views.back import back_to

RECEIPT = "filled"
"""Where the session keeps what the latest fill did, so that it can be taken back."""


def fill_from_preset(request: HttpRequest, requisition: Requisition, user: User, *, replace: bool) -> Requisition:
    """Fill, say what came of it, and offer to take it back. Gives the requisition as it is then."""
    try:
        filled = fill(requisition, user, replace=replace)
    except NothingToFill as error:
        messages.warning(request, str(error))
        return requisition
    kept = f" Kept as answered: {_names(filled.kept)}." if filled.kept else ""
    if not filled.answered:
        messages.info(request, f"Nothing was empty.{kept}")
        return filled.requisition
    request.session[RECEIPT] = dict(filled.receipt)
    undo = reverse("hiring:undo_fill", args=[requisition.pk])
    messages.success(request, f"Filled in: {_names(filled.answered)}.{kept}", extra_tags=undo)
    return filled.requisition


@require_POST
@login_required
def undo_fill(request: HttpRequest, pk: int) -> HttpResponse:
    """Takes back what the latest fill put in, save for answers changed since."""
    user = cast(User, request.user)
    requisition = requisition_for(user, pk)
    receipt: dict[str, Any] | None = request.session.get(RECEIPT)
    if receipt is None or receipt["requisition"] != pk:
        messages.warning(request, "There is nothing to take back.")
    else:
        left = take_back(requisition, user, receipt)
        del request.session[RECEIPT]
        kept = f" Left alone, because they changed since: {_names(left)}." if left else ""
        messages.success(request, f"The preset is taken back.{kept}")
    return back_to(request, reverse("hiring:step", args=[pk, requisition.last_step]))


def _names(questions: tuple[Question, ...]) -> str:
    return ", ".join(question.label.lower() for question in questions)
