"""Giving and withdrawing waivers."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from accounts.models import User
from hiring.access import requisition_for
from hiring.forms.waive import WaiveForm
from hiring.models import WaiverRecord
from hiring.reporting import WaiverReason
from hiring.reviewing import review_requisition
from hiring.strip import MARKS
from hiring.views.back import back_to
from hiring.waiving_flags import WaiverRefused, require_waive, waivable_flag, waive, withdraw


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def waive_flag(request: HttpRequest, pk: int, trigger_id: str) -> HttpResponse:
    """Asks why a standing flag is accepted and until when, and accepts it. What does not fit comes back as typed."""
    user = cast(User, request.user)
    requisition = requisition_for(user, pk)
    form = WaiveForm(request.POST if request.method == "POST" else None)
    try:
        flag = waivable_flag(review_requisition(requisition), trigger_id)
        if form.is_valid():
            waive(requisition, trigger_id, by=user, **form.cleaned_data)
            until = form.cleaned_data["expires_on"]
            ends = f" until {until:%d %b %Y}" if until else ""
            messages.success(request, f"{trigger_id} is waived{ends}. The waiver ends when the evidence changes.")
            return HttpResponseRedirect(_finding(pk, trigger_id))
    except WaiverRefused as error:
        if error.field is None:
            messages.warning(request, str(error))
            return HttpResponseRedirect(_finding(pk, trigger_id))
        form.add_error(error.field, str(error))
    require_waive(user, requisition, flag.severity)
    context = {
        "requisition": requisition,
        "flag": flag,
        "mark": MARKS[flag.severity.word],
        "form": form,
        "reasons": list(WaiverReason),
    }
    return render(request, "hiring/report_waive.html", context, status=422 if form.errors else 200)


@require_POST
@login_required
def withdraw_waiver(request: HttpRequest, pk: int, waiver_pk: int) -> HttpResponse:
    """Takes a waiver back."""
    user = cast(User, request.user)
    requisition = requisition_for(user, pk)
    record = get_object_or_404(WaiverRecord, pk=waiver_pk, requisition=requisition)
    try:
        withdraw(record, by=user)
    except WaiverRefused as error:
        messages.error(request, str(error))
    else:
        messages.success(request, f"The waiver of {record.trigger} is withdrawn.")
    return back_to(request, _finding(pk, record.trigger))


def _finding(pk: int, trigger_id: str) -> str:
    return f"{reverse('hiring:report', args=[pk])}?at={trigger_id[:3]}#message"
