"""Pages for when something is refused, missing or broken: plain words and a way on."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: too large or malformed. Rendered without the request: asking for what came with it would fail again."""
    limits = {"most": settings.DATA_UPLOAD_MAX_MEMORY_SIZE, "fields": settings.DATA_UPLOAD_MAX_NUMBER_FIELDS}
    return HttpResponse(loader.get_template("400.html").render(limits), status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: signed in, but not allowed. The view's own message is shown when it gave one."""
    return render(request, "403.html", {"reason": str(exception)}, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: no such page, or none that this person may see."""
    return render(request, "404.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """500: our mistake. Rendered without the request, so that a broken session cannot break it too."""
    return HttpResponse(loader.get_template("500.html").render(), status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form's token is missing or old, mostly after signing in again in another tab."""
    return render(request, "403_csrf.html", status=403)
