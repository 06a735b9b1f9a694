"""The accounts app."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AccountsConfig(AppConfig):
    """People, the four roles and what each may do."""

    name = "accounts"
    verbose_name = "People"

    def ready(self) -> None:
        """Keeps the groups' permissions in step with the table in `accounts.roles`."""
        from accounts.roles import apply_permissions

        post_migrate.connect(apply_permissions, dispatch_uid="accounts.apply_permissions")
