"""The advert of a requisition: drafted, edited, saved, taken away, held against the answers."""

import io
import json
from collections.abc import Callable
from typing import Any

import docx
import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from hiring.assemble import load
from hiring.demo.seed import demo_document
from hiring.document import RequisitionDocument
from hiring.job_ad.writing import draft_of
from hiring.models import Requisition
from hiring.reviewing import remember_verdict, review_requisition

SignedIn = Callable[[User], Client]
HEALTHY = demo_document("healthy_senior")


def _stored(owner: User, document: RequisitionDocument) -> Requisition:
    requisition = Requisition(owner=owner)
    load(requisition, document)
    remember_verdict(requisition, review_requisition(requisition).report)
    return requisition


@pytest.fixture
def requisition(alice: User) -> Requisition:
    return _stored(alice, HEALTHY.model_copy(update={"role": HEALTHY.role.model_copy(update={"job_ad": None})}))


def _url(requisition: Requisition) -> str:
    return f"/requisitions/{requisition.pk}/advert/"


@pytest.mark.parametrize(
    ("who", "shown", "saved"),
    [
        ("alice", 200, 302),
        ("bob", 404, 404),
        ("rita", 200, 403),
        ("ada", 200, 403),
        ("dora", 200, 302),
        ("charlie", 404, 404),
    ],
)
def test_who_may_see_and_save(
    request: pytest.FixtureRequest, requisition: Requisition, signed_in: SignedIn, who: str, shown: int, saved: int
) -> None:
    client = signed_in(request.getfixturevalue(who))
    page = client.get(_url(requisition))
    assert page.status_code == shown
    assert (b"Save as the advert" in page.content) == (saved == 302)
    assert client.post(_url(requisition), {"ad": "New text", "do": "save"}).status_code == saved
    requisition.refresh_from_db()
    assert requisition.job_ad == ("New text" if saved == 302 else None)


def test_a_manager_it_is_shared_with_may_save(bob: User, requisition: Requisition, signed_in: SignedIn) -> None:
    requisition.shared_with.add(bob)
    assert signed_in(bob).post(_url(requisition), {"ad": "New text", "do": "save"}).status_code == 302


def test_signing_in_comes_first(client: Client, requisition: Requisition) -> None:
    assert client.get(_url(requisition)).status_code == 302


def test_it_starts_with_a_draft_that_is_in_step(alice: User, requisition: Requisition, signed_in: SignedIn) -> None:
    page = signed_in(alice).get(_url(requisition)).content.decode()
    assert "not stored yet" in page and "## What you bring" in page and "In step" in page
    assert "No trigger that reads an advert alone fires." in page


def test_the_number_of_queries_is_fixed(
    alice: User, requisition: Requisition, signed_in: SignedIn, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = signed_in(alice)
    with django_assert_num_queries(5):
        client.get(_url(requisition))


def test_saving_keeps_history_and_a_later_change_shows_as_drift(
    alice: User, requisition: Requisition, signed_in: SignedIn
) -> None:
    client = signed_in(alice)
    text = draft_of(HEALTHY).text.replace("5+ years", "9+ years")
    client.post(_url(requisition), {"ad": text, "do": "save", "base": str(requisition.revision)})
    requisition.refresh_from_db()
    assert requisition.job_ad == text.strip() and requisition.history.count() == 2
    page = client.get(_url(requisition)).content.decode()
    assert "The advert as stored" in page and "9 years" in page and "5 years" in page and "1 difference" in page


def test_two_people_editing_are_told(alice: User, dora: User, requisition: Requisition, signed_in: SignedIn) -> None:
    base = str(requisition.revision)
    signed_in(dora).post(_url(requisition), {"ad": "Dora's text", "do": "save", "base": base})
    response = signed_in(alice).post(_url(requisition), {"ad": "Alice's text", "do": "save", "base": base})
    assert response.status_code == 409
    page = response.content.decode()
    assert "Somebody else changed the advert" in page and "Dora&#x27;s text" in page and "Alice&#x27;s text" in page
    requisition.refresh_from_db()
    assert requisition.job_ad == "Dora's text"
    again = {"ad": "Alice's text", "do": "save", "base": str(requisition.revision)}
    assert signed_in(alice).post(_url(requisition), again).status_code == 302


@pytest.mark.parametrize(
    ("format_", "kind"),
    [
        ("md", "text/markdown"),
        ("html", "text/html"),
        ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("jsonld", "application/ld+json"),
    ],
)
def test_taking_it_away_gives_the_edited_text(
    alice: User, requisition: Requisition, signed_in: SignedIn, format_: str, kind: str
) -> None:
    fields = {"ad": "# Title\n\nAn edited <sentence>.", "do": format_, "employer": "Cedarline"}
    response = signed_in(alice).post(_url(requisition), fields)
    assert response["Content-Type"].startswith(kind)
    assert response["Content-Disposition"] == f'attachment; filename="senior-mlops-engineer.{format_}"'
    content = response.content
    if format_ == "docx":
        text = "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(content)).paragraphs)
        assert "An edited <sentence>." in text
    elif format_ == "jsonld":
        assert json.loads(content)["description"] == "<p>An edited &lt;sentence&gt;.</p>\n"
    elif format_ == "html":
        assert b"<p>An edited &lt;sentence&gt;.</p>" in content
    else:
        assert b"An edited <sentence>." in content
    requisition.refresh_from_db()
    assert requisition.job_ad is None


def test_no_words_of_a_posting_end_the_script_it_is_pasted_into(
    alice: User, requisition: Requisition, signed_in: SignedIn
) -> None:
    fields = {"ad": "Text", "do": "jsonld", "employer": "Cedarline </script><b>"}
    content = signed_in(alice).post(_url(requisition), fields).content
    assert b"<" not in content and json.loads(content)["hiringOrganization"]["name"] == "Cedarline </script><b>"


def test_a_posting_without_an_employer_says_what_is_missing(
    alice: User, requisition: Requisition, signed_in: SignedIn, settings: Any
) -> None:
    response = signed_in(alice).post(_url(requisition), {"ad": "Text", "do": "jsonld"})
    assert response.status_code == 400 and b"the employer&#x27;s name" in response.content
    settings.HIRING_EMPLOYER = "Cedarline"
    assert b'value="Cedarline"' in signed_in(alice).get(_url(requisition)).content


@pytest.mark.parametrize("text", ["", "   ", "x" * 200_001])
def test_bad_text_is_refused_with_words(alice: User, requisition: Requisition, signed_in: SignedIn, text: str) -> None:
    response = signed_in(alice).post(_url(requisition), {"ad": text, "do": "save"})
    assert response.status_code == 400 and b'role="alert"' in response.content


def test_an_advert_that_is_too_long_is_not_cut(alice: User, requisition: Requisition, signed_in: SignedIn) -> None:
    text = f"# Advert\n\n{'Run the platform. ' * 12_000}The end."

    response = signed_in(alice).post(_url(requisition), {"do": "save", "ad": text})

    assert response.status_code == 400
    assert "The end.</textarea>" in response.content.decode()


def test_values_stay_traceable_to_their_words(alice: User, requisition: Requisition, signed_in: SignedIn) -> None:
    page = signed_in(alice).get(_url(requisition)).content.decode()
    assert "word for word" in page and "<q>5+ years</q>" in page


def test_the_stored_text_can_be_written_anew(alice: User, signed_in: SignedIn) -> None:
    requisition = _stored(alice, HEALTHY)
    client = signed_in(alice)
    assert "Cedarline prices insurance" in client.get(_url(requisition)).content.decode()
    fresh = client.get(f"{_url(requisition)}?fresh").content.decode()
    assert "## What you bring" in fresh and "not stored yet" in fresh


def test_laws_of_the_place_are_named(alice: User, requisition: Requisition, signed_in: SignedIn) -> None:
    page = signed_in(alice).get(_url(requisition)).content.decode()
    assert "Colorado" in page and "not legal advice" in page


def test_a_blank_requisition_has_a_page_too(alice: User, signed_in: SignedIn) -> None:
    page = signed_in(alice).get(_url(_stored(alice, RequisitionDocument()))).content.decode()
    assert "Would say more with" in page
