"""Signing in through the organisation's own provider. It opens accounts that are there; it never makes one."""

from collections.abc import Callable
from functools import wraps

import requests
from allauth.account.adapter import get_adapter as account_adapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.openid_connect import views
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from accounts.models import User


class OrganisationAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Accounts come from an invitation, whichever way people sign in (docs/decisions/0003-people.md)."""

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Finds the account of somebody who comes for the first time: by an address that their provider has proven.

        From then on the provider's own name for the person leads to it. Nobody else gets any further.
        """
        if sociallogin.is_existing:
            return
        proven = [address.email for address in sociallogin.email_addresses if address.verified]
        for email in proven:
            person = User.objects.filter(email=User.objects.normalize_email(email)).first()
            if person is not None:
                sociallogin.connect(request, person)
                return
        shown = [address.email for address in sociallogin.email_addresses]
        context = {"email": shown[0] if shown else "", "proven": bool(proven)}
        raise ImmediateHttpResponse(render(request, "socialaccount/not_invited.html", context, status=403))

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Never."""
        return bool(account_adapter(request).is_open_for_signup(request))

    def get_connect_redirect_url(self, request: HttpRequest, socialaccount: object) -> str:
        """Where somebody who is signed in already goes on."""
        return reverse("mfa_index")


type View = Callable[[HttpRequest, str], HttpResponse]


def _reachable(view: View) -> View:
    """The view, and a page that says so where the provider cannot be reached or answers nonsense."""

    @wraps(view)
    def answer(request: HttpRequest, provider_id: str) -> HttpResponse:
        try:
            return view(request, provider_id)
        except (requests.RequestException, KeyError):
            return render(request, "socialaccount/authentication_error.html", status=502)

    return answer


login = _reachable(views.login)
callback = _reachable(views.callback)
