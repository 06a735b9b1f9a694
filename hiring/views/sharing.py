"""Sharing a requisition with other managers."""

from typing import Final, NamedTuple, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.sessions.backends.base import SessionBase
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.validators import validate_email
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts.models import User
from hiring.access import may_share, requisition_for
from hiring.models import Requisition
from hiring.views.back import back_to

_REFUSED: Final = "share_refused"
_LONGEST: Final = 254
"""Characters of an address; what is longer is none."""


class Refused(NamedTuple):
    """An address that was typed and not taken, and why."""

    typed: str
    reason: str


@require_POST
@login_required
def share(request: HttpRequest, pk: int) -> HttpResponse:
    """Lets another person work on the requisition (``email``), or no longer (``remove``: their key).

    An address that is not taken waits in the session for the report, which shows it in its field again.
    """
    user = cast(User, request.user)
    requisition = requisition_for(user, pk)
    if not may_share(user, requisition):
        raise PermissionDenied("Only its owner and administrators decide who works on a requisition.")
    report = reverse("hiring:report", args=[pk])
    if "remove" in request.POST:
        _remove(request, requisition, request.POST["remove"])
    elif refused := _add(request, requisition, request.POST.get("email", "")):
        request.session[_REFUSED] = [pk, *refused]
        # Without a fragment: beside one, a browser leaves the focus where it is.
        return back_to(request, report)
    return back_to(request, f"{report}#people")


def take_refused(session: SessionBase, requisition: Requisition) -> Refused | None:
    """What was last typed for this requisition and not taken; told once."""
    if _REFUSED not in session:
        return None
    pk, typed, reason = session.pop(_REFUSED)
    return Refused(typed, reason) if pk == requisition.pk else None


def _add(request: HttpRequest, requisition: Requisition, typed: str) -> Refused | None:
    address = User.objects.normalize_email(typed)
    if not address:
        return Refused("", "Give the e-mail address of the person.")
    if not _is_address(address):
        return Refused(typed[:_LONGEST], "This is no e-mail address. One looks like name@company.com.")
    person = User.objects.filter(email=address, is_active=True).first()
    if person is None or not person.has_perm("hiring.change_requisition"):
        return Refused(typed, f"No hiring manager here has the address {address}. An administrator invites people.")
    if person.pk == requisition.owner_id:
        return Refused(typed, f"{person} owns this requisition already.")
    requisition.shared_with.add(person)
    messages.success(request, f"{person} can now work on this requisition.")
    return None


def _is_address(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return len(text) <= _LONGEST


def _remove(request: HttpRequest, requisition: Requisition, key: str) -> None:
    person = requisition.shared_with.filter(pk=key).first() if key.isascii() and key.isdecimal() else None
    if person is None:
        messages.info(request, "This person does not work on the requisition any more.")
    else:
        requisition.shared_with.remove(person)
        messages.success(request, f"{person} no longer works on this requisition.")
