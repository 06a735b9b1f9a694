"""The demo tells its three stories, once, and only where things are tried out."""

import io
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from accounts.models import User
from hiring.models import Requisition


def seed() -> str:
    out = io.StringIO()
    call_command("seed_demo", stdout=out)
    return out.getvalue()


@pytest.mark.django_db
def test_three_requisitions_one_of_each_kind(settings: Any) -> None:
    settings.DEBUG = True
    said = seed()
    verdicts = dict(Requisition.objects.values_list("title", "verdict"))
    assert verdicts == {
        "MLOps Engineer": "not_ready",
        "Senior MLOps Engineer": "ready",
        "Senior MLOps Engineer, claims models": "ready_with_risks",
    }
    assert "maya@example.com" in said
    assert "try-preflight" in said


@pytest.mark.django_db
def test_the_healthy_one_has_nothing_open(settings: Any) -> None:
    settings.DEBUG = True
    seed()
    flags = Requisition.objects.get(title="Senior MLOps Engineer").worst_flags
    assert {flag["outcome"] for flag in flags} == {"clear"}


@pytest.mark.django_db
def test_a_second_run_changes_nothing(settings: Any) -> None:
    settings.DEBUG = True
    seed()
    Requisition.objects.filter(title="MLOps Engineer").update(level="senior")
    said = seed()
    assert Requisition.objects.count() == 3
    assert Requisition.objects.get(title="MLOps Engineer").level == "senior"
    assert "MLOps Engineer" in said


@pytest.mark.django_db
def test_outside_of_debug_mode_it_refuses(settings: Any) -> None:
    settings.DEBUG = False
    with pytest.raises(CommandError, match="PREFLIGHT_DEBUG") as caught:
        seed()
    assert caught.value.returncode == 2
    assert not Requisition.objects.exists()


@pytest.mark.django_db
def test_everybody_gets_in_where_their_role_works(settings: Any, client: Client) -> None:
    settings.DEBUG = True
    seed()
    for name, address in (
        ("maya", "/requisitions/1/"),
        ("rita", "/"),
        ("carla", "/admin/compensation/bandset/"),
        ("admin", "/admin/"),
    ):
        client.force_login(User.objects.get(email=f"{name}@example.com"))
        page = address.replace("/1/", f"/{Requisition.objects.order_by('pk')[0].pk}/")
        assert client.get(page).status_code == 200, name
