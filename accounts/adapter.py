"""How allauth behaves here: nobody signs up by themselves."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class InvitationAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts come from an administrator's invitation (docs/decisions/0003-people.md)."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False
