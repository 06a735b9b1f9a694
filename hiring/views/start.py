"""Starting a requisition."""

from collections.abc import Callable, Mapping
from typing import Any, Final, cast

from django.contrib.auth.decorators import login_required, permission_required
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from accounts.models import User
from hiring.ad_files import ACCEPTED, LONGEST_AD
from hiring.models import Requisition
from hiring.presets import ARCHETYPES
from hiring.questions.role import LEVELS
from hiring.starting import (
    LARGEST_DOCUMENT,
    NotStarted,
    start_as_copy,
    start_blank,
    start_from_ad,
    start_from_document,
    start_from_preset,
)

MOST_OFFERED: Final = 100
"""Requisitions offered for copying: the most recent ones."""

LONGEST_TITLE: Final = 300


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@permission_required("hiring.add_requisition", raise_exception=True)
def start(request: HttpRequest) -> HttpResponse:
    """The ways to start. A way that fails says why beside itself and keeps what was entered."""
    user = cast(User, request.user)
    way = request.POST.get("way", "") if request.method == "POST" else ""
    problem = ""
    if request.method == "POST":
        try:
            made = _WAYS[way](request, user) if way in _WAYS else start_blank(user)
        except NotStarted as error:
            problem = str(error)
        else:
            return HttpResponseRedirect(reverse("hiring:step", args=[made.pk, "scope" if way == "preset" else "role"]))
    return render(
        request, "hiring/start.html", start_context(request, user, way, problem), status=400 if problem else 200
    )


def start_context(request: HttpRequest, user: User, way: str, problem: str) -> Mapping[str, Any]:
    """What the page shows. ``way`` is the one that failed, with its ``problem``; both empty before one is tried."""
    entered = request.POST if request.method == "POST" else request.GET
    return {
        "way": way,
        "problem": problem,
        "entered": entered,
        "archetypes": tuple(ARCHETYPES.values()),
        "levels": LEVELS,
        "ad_files": ACCEPTED,
        "copies": Requisition.objects.visible_to(user)
        .select_related("owner")
        .only("title", "owner__name", "updated_at")[:MOST_OFFERED],
    }


def _blank(request: HttpRequest, user: User) -> Requisition:
    title = request.POST.get("title", "").replace("\x00", "").strip()
    if len(title) > LONGEST_TITLE:
        raise NotStarted(f"A title has at most {LONGEST_TITLE} characters; this one has {len(title):,}.")
    return start_blank(user, title=title, quick=bool(request.POST.get("quick")))


def _preset(request: HttpRequest, user: User) -> Requisition:
    archetype, level = request.POST.get("archetype", ""), request.POST.get("level", "")
    if archetype not in ARCHETYPES or level not in dict(LEVELS):
        raise NotStarted("Choose one of the three jobs and a level.")
    return start_from_preset(user, archetype, level)


def _copy(request: HttpRequest, user: User) -> Requisition:
    number = request.POST.get("copy", "")
    known = number.isascii() and number.isdigit() and len(number) < 12
    source = Requisition.objects.visible_to(user).filter(pk=int(number)).first() if known else None
    if source is None:
        raise NotStarted("Choose the requisition to copy.")
    return start_as_copy(user, source)


def _document(request: HttpRequest, user: User) -> Requisition:
    upload = request.FILES.get("file")
    if isinstance(upload, UploadedFile) and upload.size:
        if upload.size > LARGEST_DOCUMENT:
            raise NotStarted("The file is larger than 1 MB; a requisition is a few kilobytes.")
        return start_from_document(user, upload.read(), "The file")
    text = request.POST.get("document", "").strip()
    if not text:
        raise NotStarted("Choose a file or paste a document.")
    return start_from_document(user, text.encode(), "The text")


def _ad(request: HttpRequest, user: User) -> Requisition:
    text = request.POST.get("ad", "").replace("\x00", "").replace("\r\n", "\n").strip()
    if not text:
        raise NotStarted("Paste the text of the advert first.")
    if len(text) > LONGEST_AD:
        raise NotStarted(
            f"The text has {len(text):,} characters; up to {LONGEST_AD:,} are taken. Paste the advert alone."
        )
    return start_from_ad(user, text)


_WAYS: Final[Mapping[str, Callable[[HttpRequest, User], Requisition]]] = {
    "blank": _blank,
    "preset": _preset,
    "copy": _copy,
    "document": _document,
    "ad": _ad,
}
