"""Pages: processor time, queries and size, beside an empty page for somebody signed in."""

import gzip
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.management import call_command
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings
from django.urls import include, path, reverse

from benchmarks.timing import cpu_ms, show
from config.collecting import collect_seldom


@login_required
def empty(request: HttpRequest) -> HttpResponse:
    """The floor: session, sign-in, middleware, nothing else."""
    return HttpResponse(str(request.user))


urlpatterns = [path("empty/", empty), path("", include("config.urls"))]


def measure() -> None:
    """Print a line a page."""
    print("Pages (SQLite; CPU of the whole request)")
    call_command("migrate", verbosity=0)
    from accounts.demo import seed as people
    from accounts.models import User
    from compensation.demo import seed as bands
    from hiring.demo import seed as requisitions
    from hiring.models import Requisition

    for seed in (people, bands, requisitions):
        list(seed())
    owner = User.objects.get(email="maya@example.com")
    requisition = Requisition.objects.filter(owner=owner).order_by("pk").first()
    assert requisition is not None
    client = Client()
    client.force_login(owner)
    collect_seldom()
    with override_settings(ROOT_URLCONF="benchmarks.web"):
        floor = _page(client, "empty page, signed in", "/empty/", None)
        _page(client, "list", reverse("hiring:list"), floor)
        _page(client, "report", reverse("hiring:report", args=[requisition.pk]), floor)
        for step in ("role", "scope", "process"):
            _page(client, f"form step {step}", reverse("hiring:step", args=[requisition.pk, step]), floor)
        _page(client, "pay", reverse("compensation:requisition", args=[requisition.pk]), floor)
        _page(client, "calculator", reverse("compensation:calculator"), floor)
        _page(client, "interview plan", reverse("assessments:interviews", args=[requisition.pk]), floor)
        _page(client, "mistakes", reverse("hiring:mistakes"), floor)
        _autosave(client, requisition, floor)


def _page(client: Client, name: str, address: str, floor: float | None) -> float:
    with CaptureQueriesContext(connection) as captured:
        response = client.get(address)
    queries = len(captured)  # the next request empties Django's log
    assert response.status_code == 200, (address, response.status_code)
    size = len(gzip.compress(response.content)) / 1024
    ms = cpu_ms(lambda: client.get(address), 30)
    ratio = "" if floor is None else f", {ms / floor:.1f}x the empty page"
    show(name, f"{ms:.1f} ms", f"{queries} queries, {size:.0f} KB compressed{ratio}")
    return ms


def _autosave(client: Client, requisition: Any, floor: float) -> None:
    address = reverse("hiring:step", args=[requisition.pk, "ml-today"])
    count = 0

    def save() -> HttpResponse:
        nonlocal count
        count += 1
        requisition.refresh_from_db(fields=["revision"])
        data = {"base": requisition.revision, "asked": "models_in_prod", "models_in_prod": str(count % 7)}
        return client.post(address, data, headers={"HX-Request": "true"})  # type: ignore[return-value]

    with CaptureQueriesContext(connection) as captured:
        response = save()
    queries = len(captured)
    assert response.status_code == 200, response.status_code
    ms = cpu_ms(save, 30)
    show("autosave + live panel", f"{ms:.1f} ms", f"{queries} queries, {ms / floor:.1f}x the empty page")
