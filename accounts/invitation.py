"""Inviting a person: a mail with a link to set their own password."""

from allauth.account.adapter import get_adapter
from allauth.account.app_settings import PASSWORD_RESET_TOKEN_GENERATOR
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.http import HttpRequest

from accounts.models import User

_DAY = 24 * 3600


def send_invitation(request: HttpRequest, user: User) -> None:
    """Mails the person a link that sets their password; it works once and for `PASSWORD_RESET_TIMEOUT`.

    Nobody else ever knows the password, the administrator included.
    """
    adapter = get_adapter(request)
    key = f"{user_pk_to_url_str(user)}-{PASSWORD_RESET_TOKEN_GENERATOR().make_token(user)}"
    adapter.send_mail(
        "account/email/invitation",
        user.email,
        {
            "user": user,
            "invited_by": request.user,
            "password_url": adapter.get_reset_password_from_key_url(key),
            "days": settings.PASSWORD_RESET_TIMEOUT // _DAY,
        },
    )
