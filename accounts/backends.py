"""What a person may do, asked once a request."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.models import Group

from accounts.roles import remember_roles


class RoleBackend(AuthenticationBackend):  # type: ignore[misc]  # allauth brings no types
    """Signs people in as allauth does. Permissions come from roles alone, so one query tells both.

    Django asks three: for a person's own permissions, which nothing here gives, for those of the groups, and, when a
    page names the roles, for the groups again.
    """

    def get_user_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        """Nobody is given a permission alone; a superuser has every one by being it."""
        return self.get_group_permissions(user_obj, obj) if user_obj.is_superuser else set()

    def get_group_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        """What the person's roles allow; every permission for a superuser."""
        if user_obj.is_superuser or not user_obj.is_active or user_obj.is_anonymous or obj is not None:
            found: set[str] = super().get_group_permissions(user_obj, obj)
            return found
        if not hasattr(user_obj, "_group_perm_cache"):
            rows = Group.objects.filter(user=user_obj).values_list(
                "name", "permissions__content_type__app_label", "permissions__codename"
            )
            found = set()
            names = set()
            for name, app, codename in rows.order_by():
                names.add(name)
                if codename is not None:
                    found.add(f"{app}.{codename}")
            remember_roles(user_obj, names)
            user_obj._group_perm_cache = found
        known: set[str] = user_obj._group_perm_cache
        return known
