"""Applying a fix by one click, and undoing it."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts.models import User
from hiring.access import requisition_for
from hiring.fixing import FixRefused, apply_fix, undo_fix
from hiring.models import AppliedFix
from hiring.strip import VERDICT_MARKS
from hiring.views.back import back_to


@require_POST
@login_required
def apply_flag_fix(request: HttpRequest, pk: int, trigger_id: str) -> HttpResponse:
    """Applies the fix that a flag offers now and says what came of it, with a button to undo it."""
    user = cast(User, request.user)
    requisition = requisition_for(user, pk)
    try:
        applied = apply_fix(requisition, trigger_id, by=user)
    except FixRefused as error:
        messages.warning(request, str(error))
    else:
        verdict = VERDICT_MARKS[applied.reviewed.report.verdict.value].word
        # The toast shows an undo button for a message that carries the address of one.
        undo = reverse("hiring:undo_fix", args=[pk, applied.fix.pk])
        messages.success(request, f"Applied: {applied.flag.fix} Verdict: {verdict.lower()}.", extra_tags=undo)
    return back_to(request, reverse("hiring:report", args=[pk]))


@require_POST
@login_required
def undo_applied_fix(request: HttpRequest, pk: int, fix_pk: int) -> HttpResponse:
    """Puts the answers back as they were before a fix, unless somebody has changed them since."""
    user = cast(User, request.user)
    requisition = requisition_for(user, pk)
    fix = get_object_or_404(AppliedFix.objects.select_related("requisition"), pk=fix_pk, requisition=requisition)
    try:
        undo_fix(fix, by=user)
    except FixRefused as error:
        messages.warning(request, str(error))
    else:
        messages.success(request, f"The fix of {fix.trigger} is undone.")
    return back_to(request, reverse("hiring:report", args=[pk]))
