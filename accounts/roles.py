"""The four roles and what each may do.

A role is a Django group. `PERMISSIONS` is the one place that says what a role allows; after every
`migrate` the groups are made to match it, so a change here is a deployment and not a click.
"""

from collections.abc import Collection, Iterable
from enum import StrEnum
from typing import Any, Final

from django.apps import AppConfig, apps
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, Group, Permission

from accounts.models import User


class Role(StrEnum):
    """A role by the name of its group."""

    MANAGER = "Hiring managers"
    RECRUITER = "Recruiters"
    COMPENSATION = "Compensation admins"
    ADMINISTRATOR = "Administrators"

    @property
    def title(self) -> str:  # type: ignore[override]
        """What one person in this role is called."""
        return _TITLES[self]


_TITLES: Final = {
    Role.MANAGER: "hiring manager",
    Role.RECRUITER: "recruiter",
    Role.COMPENSATION: "compensation admin",
    Role.ADMINISTRATOR: "administrator",
}

_MANAGE_REQUISITIONS: Final = frozenset(
    {
        "hiring.add_requisition",
        "hiring.view_requisition",
        "hiring.change_requisition",
        "hiring.export_plan",
        "hiring.waive_advice",
    }
)
_SERVE_REQUISITIONS: Final = frozenset(
    {
        "hiring.view_requisition",
        "hiring.view_all_requisitions",
        "hiring.edit_process_any",
        "hiring.export_plan",
        "hiring.waive_blocker",
    }
)
_MANAGE_ALL: Final = frozenset({"hiring.change_any_requisition"})
_KEEP_BANDS: Final = frozenset(
    {
        "hiring.view_requisition",
        "hiring.view_all_requisitions",
        "compensation.view_bandset",
        "compensation.add_bandset",
        "compensation.change_bandset",
        "compensation.delete_bandset",
        "compensation.view_band",
        "compensation.add_band",
        "compensation.change_band",
        "compensation.delete_band",
        "compensation.view_zone",
        "compensation.add_zone",
        "compensation.change_zone",
        "compensation.delete_zone",
        "compensation.publish_bandset",
        "compensation.view_all_bands",
        "compensation.view_marketsource",
        "compensation.add_marketsource",
        "compensation.change_marketsource",
        "compensation.delete_marketsource",
        "compensation.view_marketcell",
    }
)
_KEEP_BANK: Final = frozenset(
    {
        "assessments.view_ownentry",
        "assessments.add_ownentry",
        "assessments.change_ownentry",
        "assessments.delete_ownentry",
    }
)
_KEEP_PEOPLE: Final = frozenset(
    {
        "accounts.view_user",
        "accounts.add_user",
        "accounts.change_user",
        "accounts.delete_user",
        "auth.view_group",
        # Someone who lost their phone: an administrator takes the second factor off.
        "mfa.view_authenticator",
        "mfa.delete_authenticator",
    }
)

PERMISSIONS: Final[dict[Role, frozenset[str]]] = {
    Role.MANAGER: _MANAGE_REQUISITIONS,
    Role.RECRUITER: _SERVE_REQUISITIONS,
    Role.COMPENSATION: _KEEP_BANDS,
    Role.ADMINISTRATOR: _MANAGE_REQUISITIONS
    | _SERVE_REQUISITIONS
    | _KEEP_BANDS
    | _KEEP_BANK
    | _KEEP_PEOPLE
    | _MANAGE_ALL,
}
"""What each role may do, as `app_label.codename`."""

STAFF_ROLES: Final = frozenset({Role.COMPENSATION, Role.ADMINISTRATOR})
"""The roles whose work is in Django's admin."""

type Person = AbstractBaseUser | AnonymousUser


def roles_of(user: Person) -> frozenset[Role]:
    """The person's roles; one query for each user object, then remembered on it. A superuser is an administrator."""
    if not isinstance(user, User) or not user.is_active:
        return frozenset()
    known: frozenset[Role] | None = getattr(user, "_roles", None)
    return remember_roles(user, set(user.groups.values_list("name", flat=True))) if known is None else known


def remember_roles(user: User, groups: Collection[str]) -> frozenset[Role]:
    """The roles that membership of these groups comes to, remembered on the user object."""
    known = frozenset(role for role in Role if role in groups)
    if user.is_superuser:
        known |= {Role.ADMINISTRATOR}
    user._roles = known  # type: ignore[attr-defined]
    return known


def has_role(user: Person, role: Role) -> bool:
    """Whether the person holds this role. To ask what somebody may do, ask `user.has_perm`."""
    return role in roles_of(user)


def set_roles(user: User, roles: Iterable[Role]) -> None:
    """Gives the person exactly these roles, and the admin when one of them works there."""
    wanted = list(roles)
    user.groups.set([Group.objects.get_or_create(name=role.value)[0] for role in wanted])
    match_staff(user)


def match_staff(user: User) -> None:
    """Opens or closes the admin for the person as their roles say, and forgets remembered permissions."""
    for remembered in ("_roles", "_perm_cache", "_group_perm_cache", "_user_perm_cache"):
        user.__dict__.pop(remembered, None)
    is_staff = user.is_superuser or bool(roles_of(user) & STAFF_ROLES)
    if is_staff != user.is_staff:
        user.is_staff = is_staff
        user.save(update_fields=["is_staff"])


def apply_permissions(sender: AppConfig, using: str, **kwargs: Any) -> None:
    """Makes the groups match `PERMISSIONS`; runs once, after the last app of a `migrate`.

    A permission that no model defines is left out: `migrate` also runs for one app alone, before the
    others have their tables. A test holds that every name in the table exists.
    """
    last = [config for config in apps.get_app_configs() if config.models_module is not None][-1]
    if sender.label != last.label:
        return
    known = {
        f"{permission.content_type.app_label}.{permission.codename}": permission
        for permission in Permission.objects.using(using).select_related("content_type")
    }
    for role, names in PERMISSIONS.items():
        group, _ = Group.objects.using(using).get_or_create(name=role.value)
        group.permissions.set([known[name] for name in names if name in known])
