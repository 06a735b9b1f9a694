"""Two answers a browser could do nothing with, turned into ones a person can: for a lost session, and for a button's
address opened as a page."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render, resolve_url

type Answering = Callable[[HttpRequest], HttpResponse]


class SignedOutMiddleware:
    """401 for a part of a page that is asked for without a session.

    A script would follow the redirect to the sign-in page, take that for success and lose what it had sent.
    """

    def __init__(self, get_response: Answering) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, or say that nobody is signed in."""
        response = self.get_response(request)
        if not request.headers.get("HX-Request") or not 300 <= response.status_code < 400:
            return response
        if not response["Location"].startswith(resolve_url(settings.LOGIN_URL)):
            return response
        return HttpResponse("Sign in first.", content_type="text/plain", status=401)


class ButtonAddressMiddleware:
    """A page for addresses that only buttons use, where a browser would show its own error.

    People get there by signing in again after a button found them signed out, or by reloading.
    """

    def __init__(self, get_response: Answering) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, or say what the address is for and lead back."""
        response = self.get_response(request)
        if request.method != "GET" or not isinstance(response, HttpResponseNotAllowed):
            return response
        match = request.resolver_match
        page = render(request, "405.html", {"pk": match.kwargs.get("pk") if match else None}, status=405)
        page["Allow"] = response["Allow"]
        return page
