"""Tick lists: "none of these", "not sure" and not answered are three different things."""

import json
from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client

from accounts.models import User
from hiring.assemble import document_of
from hiring.document import RequisitionDocument, digest_of
from hiring.models import Requisition
from hiring.starting import start_as_copy, start_from_document

Post = Callable[..., HttpResponse]
SignedIn = Callable[[User], Client]

LISTS = ("crisis_signs", "readiness_gaps", "serving_modes")


def _ticked(page: str, field: str) -> list[str]:
    boxes = page.split(f'id="{field}"')[1].split("</fieldset>")[0].split("<input ")[1:]
    return [box.split('value="')[1].split('"')[0] for box in boxes if " checked" in box]


@pytest.mark.parametrize("field", LISTS)
@pytest.mark.parametrize(
    ("ticked", "stored", "unsure"), [([], None, False), (["none"], [], False), (["unsure"], None, True)]
)
def test_what_is_ticked_is_what_comes_back(
    field: str,
    ticked: list[str],
    stored: list[str] | None,
    unsure: bool,
    requisition: Requisition,
    alice: User,
    signed_in: SignedIn,
    post: Post,
) -> None:
    client = signed_in(alice)
    first = "no_rollback" if field == "crisis_signs" else "no_launch_owner" if field == "readiness_gaps" else "batch"
    post(client, "ml-today", live=True, **{field: [first]})
    post(client, "ml-today", live=True, **{field: ticked})
    requisition.refresh_from_db()
    assert getattr(requisition, field) == stored
    assert (field in requisition.unsure) is unsure
    page = client.get(f"/requisitions/{requisition.pk}/ml-today/").content.decode()
    assert _ticked(page, field) == ticked
    assert getattr(document_of(requisition).ml_today, field) == ()  # the contract knows no null here


def test_the_rail_counts_a_list_as_answered_once_somebody_looked_at_it(
    requisition: Requisition, alice: User, signed_in: SignedIn, post: Post
) -> None:
    client = signed_in(alice)
    assert "Not started" in _rail(client, requisition)
    post(client, "ml-today", live=True, crisis_signs=["none"])
    assert "Not started" not in _rail(client, requisition)


def _rail(client: Client, requisition: Requisition) -> str:
    page = client.get(f"/requisitions/{requisition.pk}/role/").content.decode()
    return page.split('id="rail-ml-today"')[1].split("</li>")[0]


def test_the_document_given_away_leaves_out_what_nobody_answered(
    requisition: Requisition, alice: User, signed_in: SignedIn, post: Post
) -> None:
    client = signed_in(alice)
    post(client, "ml-today", live=True, crisis_signs=["none"], serving_modes=["unsure"])
    content = client.get(f"/requisitions/{requisition.pk}/requisition.json").content
    today = json.loads(content)["ml_today"]
    assert today["crisis_signs"] == []
    assert "serving_modes" not in today and "readiness_gaps" not in today
    requisition.refresh_from_db()
    for made in (start_as_copy(alice, requisition), start_from_document(alice, content, "it.json")):
        made.refresh_from_db()
        assert (made.crisis_signs, made.readiness_gaps, made.serving_modes) == ([], None, None)
    # Leaving out and "none" are one document to whoever judges, and have one digest.
    whole = document_of(requisition).model_dump_json()
    assert digest_of(RequisitionDocument.model_validate_json(whole)) == digest_of(document_of(requisition))
