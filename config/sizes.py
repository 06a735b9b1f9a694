"""What is too large is turned away before it is read, on a page that says so."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


class SizeLimitMiddleware:
    """413 for a request over ``LARGEST_REQUEST`` bytes, and for forms with more text than Django takes."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, or turn away."""
        if request.method == "POST":
            length = request.META.get("CONTENT_LENGTH") or "0"
            if length.isdigit() and int(length) > settings.LARGEST_REQUEST:
                return self._refused(request)
            try:
                # Reading is what raises.
                _ = request.POST
            except (RequestDataTooBig, TooManyFieldsSent):
                return self._refused(request)
        return self.get_response(request)

    def _refused(self, request: HttpRequest) -> HttpResponse:
        return render(request, "413.html", status=413)
