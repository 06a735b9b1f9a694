"""What templates ask about the person signed in."""

from typing import NamedTuple

from django import template
from django.conf import settings
from django.urls import reverse

from accounts.roles import Person, Role, roles_of

register = template.Library()


@register.filter
def role_titles(user: Person) -> str:
    """The person's roles in words, such as `recruiter, administrator`; `no role yet` without one."""
    roles = roles_of(user)
    return ", ".join(role.title for role in Role if role in roles) or "no role yet"


class SignInProvider(NamedTuple):
    """Another way in: what it is called, and where it begins."""

    name: str
    address: str


@register.simple_tag
def sign_in_provider() -> SignInProvider | None:
    """The organisation's own sign-in; None where the settings name none."""
    for table in settings.SOCIALACCOUNT_PROVIDERS.values():
        for app in table["APPS"]:
            return SignInProvider(app["name"], reverse("openid_connect_login", args=[app["provider_id"]]))
    return None
