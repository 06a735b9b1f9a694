"""A requisition with a loop of its own, one without, and what the tests of the interview pages share."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from assessments.working import WorkingPlan, working_plan
from hiring.assemble import load
from hiring.demo.seed import demo_document
from hiring.document import RequisitionDocument
from hiring.models import Requisition


@pytest.fixture
def requisition(alice: User) -> Requisition:
    """Ready, with a loop of six sessions in three stages."""
    made = Requisition(owner=alice)
    load(made, demo_document("healthy_senior"))
    return made


@pytest.fixture
def without_loop(alice: User) -> Requisition:
    """The same without any interview stage."""
    document = demo_document("healthy_senior")
    process = document.process.model_copy(update={"stages": ()})
    made = Requisition(owner=alice)
    load(made, RequisitionDocument.model_validate(document.model_copy(update={"process": process})))
    return made


@pytest.fixture
def empty(alice: User) -> Requisition:
    """Nothing answered."""
    return Requisition.objects.create(owner=alice)


type Act = Callable[..., Any]


@pytest.fixture
def act() -> Act:
    """Press a button: ``act(client, requisition, "later:1")``; the token is the present one unless given."""

    def press(client: Client, requisition: Requisition, do: str, *, token: str | None = None, **fields: str) -> Any:
        shown = fresh(requisition).token if token is None else token
        return client.post(
            reverse("assessments:change", args=[requisition.pk]), {"do": do, "token": shown, **fields}, follow=True
        )

    return press


def fresh(requisition: Requisition) -> WorkingPlan:
    """The plan as it is stored now."""
    return working_plan(Requisition.objects.select_related("owner").get(pk=requisition.pk))
