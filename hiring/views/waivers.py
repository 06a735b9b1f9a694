"""Giving and withdrawing waivers."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts.models import User
from hiring.access import requisition_for
from hiring.forms.waive import WaiveForm
from hiring.models import WaiverRecord
from hiring.views.back import back_to
from hiring.views.report import report_page
from hiring.waiving_flags import WaiverRefused, waive, withdraw


@require_POST
@login_required
def waive_flag(request: HttpRequest, pk: int, trigger_id: str) -> HttpResponse:
    """Accepts a standing flag. Input that does not fit comes back in the report, as typed, with what is wrong."""
    user = cast(User, request.user)
    requisition = requisition_for(user, pk)
    form = WaiveForm(request.POST)
    if form.is_valid():
        given = form.cleaned_data
        try:
            waive(
                requisition,
                trigger_id,
                reason=given["reason"],
                text=given["text"],
                expires_on=given["expires_on"],
                by=user,
            )
        except WaiverRefused as error:
            form.add_error(error.field, str(error))
        else:
            until = f" until {given['expires_on']:%d %b %Y}" if given["expires_on"] else ""
            messages.success(request, f"{trigger_id} is waived{until}. It ends when the evidence changes.")
            return back_to(request, _finding(pk, trigger_id))
    for text in form.non_field_errors():
        messages.error(request, text)
    return report_page(request, requisition, refused=(trigger_id, form), status=422)


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
    return f"{reverse('hiring:report', args=[pk])}#{trigger_id[:3].lower()}"
