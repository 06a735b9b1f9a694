"""Sharing a requisition with other managers."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts.models import User
from hiring.access import requisition_for
from hiring.models import Requisition
from hiring.views.back import back_to
from hiring.views.report import may_share


@require_POST
@login_required
def share(request: HttpRequest, pk: int) -> HttpResponse:
    """Lets another person work on the requisition (``email``), or no longer (``remove``: their key)."""
    user = cast(User, request.user)
    requisition = requisition_for(user, pk)
    if not may_share(user, requisition):
        raise PermissionDenied("Only its owner and administrators decide who works on a requisition.")
    if "remove" in request.POST:
        _remove(request, requisition, request.POST["remove"])
    else:
        _add(request, requisition, request.POST.get("email", ""))
    return back_to(request, f"{reverse('hiring:report', args=[pk])}#people")


def _add(request: HttpRequest, requisition: Requisition, email: str) -> None:
    address = User.objects.normalize_email(email)
    if not address:
        messages.error(request, "Give the e-mail address of the person.")
        return
    person = User.objects.filter(email=address, is_active=True).first()
    if person is None or not person.has_perm("hiring.change_requisition"):
        messages.error(request, f"No hiring manager here has the address {address}. An administrator invites people.")
    elif person.pk == requisition.owner_id:
        messages.info(request, f"{person} owns this requisition already.")
    else:
        requisition.shared_with.add(person)
        messages.success(request, f"{person} can now work on this requisition.")


def _remove(request: HttpRequest, requisition: Requisition, key: str) -> None:
    person = requisition.shared_with.filter(pk=key).first() if key.isascii() and key.isdecimal() else None
    if person is None:
        messages.info(request, "This person does not work on the requisition any more.")
    else:
        requisition.shared_with.remove(person)
        messages.success(request, f"{person} no longer works on this requisition.")
