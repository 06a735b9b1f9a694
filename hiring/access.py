"""Who may open and change which requisition."""

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.http import Http404

from hiring.models import Requisition

if TYPE_CHECKING:
    from accounts.models import User


def requisition_for(user: "User", pk: int, *, related: tuple[str, ...] = ("owner",)) -> Requisition:
    """The requisition, if this person may see it. Raises Http404 otherwise: existence is not given away."""
    try:
        return Requisition.objects.visible_to(user).select_related(*related).get(pk=pk)
    except Requisition.DoesNotExist as error:
        raise Http404("No such requisition") from error


def may_edit(user: "User", requisition: Requisition) -> bool:
    """Whether the person may change every answer: owner, a manager it is shared with, or an administrator."""
    if not user.has_perm("hiring.change_requisition"):
        return False
    if user.has_perm("hiring.change_any_requisition") or requisition.owner_id == user.pk:
        return True
    return requisition.shared_with.filter(pk=user.pk).exists()


def may_edit_step(user: "User", requisition: Requisition, section: str) -> bool:
    """Whether the person may change the answers of one section: recruiters edit the process of any requisition."""
    if section == "process" and user.has_perm("hiring.edit_process_any"):
        return True
    return may_edit(user, requisition)


def require_edit(user: "User", requisition: Requisition, section: str | None = None) -> None:
    """Raise PermissionDenied unless the person may change the section (or, with None, everything)."""
    allowed = may_edit(user, requisition) if section is None else may_edit_step(user, requisition, section)
    if not allowed:
        raise PermissionDenied("You can read this requisition but not change this part of it.")


def may_share(user: "User", requisition: Requisition) -> bool:
    """Whether the person decides who else works on the requisition: its owner and administrators."""
    if not user.has_perm("hiring.change_requisition"):
        return False
    return requisition.owner_id == user.pk or user.has_perm("hiring.change_any_requisition")
