"""A requisition to fill in, and ways to send its form."""

from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from accounts.models import User
from hiring.forms.layout import groups_of
from hiring.models import Requisition
from hiring.questions import step_at
from hiring.starting import start_blank

Post = Callable[..., HttpResponse]


@pytest.fixture
def requisition(alice: User, bob: User) -> Requisition:
    """Alice's, shared with Bob."""
    made = start_blank(alice, title="MLOps Engineer")
    made.shared_with.add(bob)
    return made


@pytest.fixture
def post(requisition: Requisition) -> Post:
    """Sends a step as the browser does: `post(client, "role", title="...", do="save")`; `live=True`: as autosave."""

    def send(client: Client, slug: str, *, live: bool = False, base: str | None = None, **typed: Any) -> HttpResponse:
        requisition.refresh_from_db()
        step = step_at(slug)
        assert step is not None
        asked = [
            question.field
            for _, questions in groups_of(step.section, quick=False)
            for question in questions
            if any(name in (question.field, f"{question.field}__rows") for name in typed)
        ]
        data = {name.replace("__", "-"): value for name, value in typed.items()}
        data |= {"asked": " ".join(asked), "base": str(requisition.revision) if base is None else base}
        headers = {"HX-Request": "true"} if live else {}
        return client.post(f"/requisitions/{requisition.pk}/{slug}/", data, headers=headers)

    return send
