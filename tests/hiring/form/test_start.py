"""Starting a requisition, in each of the five ways."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from accounts.models import User
from hiring.assemble import document_of
from hiring.models import Requisition
from hiring.starting import start_blank

SignedIn = Callable[[User], Client]
DEMO = Path(__file__).resolve().parents[3] / "hiring" / "demo" / "healthy_senior.json"


def _made() -> Requisition:
    return Requisition.objects.get()


@pytest.mark.parametrize(
    ("who", "status"), [("alice", 200), ("bob", 200), ("dora", 200), ("rita", 403), ("ada", 403), ("charlie", 403)]
)
def test_who_may_start(request: pytest.FixtureRequest, signed_in: SignedIn, who: str, status: int) -> None:
    client = signed_in(request.getfixturevalue(who))
    assert client.get("/requisitions/new/").status_code == status
    assert client.post("/requisitions/new/", {"way": "blank"}).status_code == (302 if status == 200 else 403)
    assert Requisition.objects.count() == (1 if status == 200 else 0)


def test_signing_in_comes_first(client: Client) -> None:
    assert client.get("/requisitions/new/").status_code == 302


def test_a_blank_one_has_no_answer_but_its_title(alice: User, signed_in: SignedIn) -> None:
    response = signed_in(alice).post("/requisitions/new/", {"way": "blank", "title": "MLOps Engineer", "quick": "1"})
    made = _made()
    assert response["Location"] == f"/requisitions/{made.pk}/role/"
    assert (made.owner, made.title, made.quick_mode) == (alice, "MLOps Engineer", True)
    sections = document_of(made).model_dump(mode="json", exclude={"schema_version"}).values()
    answered = [value for section in sections for value in section.values() if value not in (None, [])]
    assert answered == ["MLOps Engineer"]


def test_from_a_preset(alice: User, signed_in: SignedIn) -> None:
    signed_in(alice).post("/requisitions/new/", {"way": "preset", "archetype": "infra_heavy", "level": "staff"})
    document = document_of(_made())
    assert (document.role.level, document.scope.archetype, document.scope.infra_pct) == ("staff", "infra_heavy", 70)
    assert sum(duty.percent or 0 for duty in document.scope.duties) == 100
    assert document.process.stages and document.scope.must_haves


def test_a_copy_leaves_out_what_is_true_of_the_other_search_alone(alice: User, signed_in: SignedIn) -> None:
    source = start_blank(alice, title="MLOps Engineer")
    Requisition.objects.filter(pk=source.pk).update(posted_on=date(2026, 1, 1), finalists_lost_6m=3, loop_days=5)
    signed_in(alice).post("/requisitions/new/", {"way": "copy", "copy": str(source.pk)})
    copy = Requisition.objects.exclude(pk=source.pk).get()
    assert (copy.title, copy.loop_days, copy.posted_on, copy.finalists_lost_6m) == ("MLOps Engineer", 5, None, None)


def test_only_visible_requisitions_can_be_copied(alice: User, bob: User, signed_in: SignedIn) -> None:
    source = start_blank(alice, title="Secret search")
    client = signed_in(bob)
    assert b"Secret search" not in client.get("/requisitions/new/").content
    response = client.post("/requisitions/new/", {"way": "copy", "copy": str(source.pk)})
    assert response.status_code == 400
    assert Requisition.objects.count() == 1


def test_from_a_file_and_back_again(alice: User, signed_in: SignedIn) -> None:
    client = signed_in(alice)
    upload = SimpleUploadedFile("requisition.json", DEMO.read_bytes(), "application/json")
    client.post("/requisitions/new/", {"way": "document", "file": upload})
    made = _made()
    response = client.get(f"/requisitions/{made.pk}/requisition.json")
    assert response["Content-Disposition"] == f'attachment; filename="requisition-{made.pk}.json"'
    again = client.post("/requisitions/new/", {"way": "document", "document": response.content.decode()})
    assert again.status_code == 302
    copy = Requisition.objects.exclude(pk=made.pk).get()
    assert document_of(copy) == document_of(made)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("not json", "not valid JSON"),
        ("[]", "object"),
        ('{"role": {"level": "boss"}}', "/role/level"),
        ('{"role": {"level": "boss"}}', "&#x27;senior&#x27;"),
        ('{"role": {"titel": "x"}}', "/role/titel: there is no such field"),
        ('{"pay": {"base_min": "much"}}', "/pay/base_min"),
        ('{"pay": {"base_min": 1e15}}', "/pay/base_min (Lowest base pay)"),
        ('{"role": {"title": "%s"}}' % ("x" * 400), "/role/title (Title)"),
        ("", "Choose a file or paste a document."),
    ],
)
def test_a_document_that_does_not_fit_says_where_and_makes_nothing(
    alice: User, signed_in: SignedIn, text: str, said: str
) -> None:
    response = signed_in(alice).post("/requisitions/new/", {"way": "document", "document": text})
    assert response.status_code == 400
    assert said in response.content.decode()
    assert Requisition.objects.count() == 0


def test_what_was_entered_stays_after_a_problem(alice: User, signed_in: SignedIn) -> None:
    response = signed_in(alice).post("/requisitions/new/", {"way": "document", "document": '{"role": 1}'})
    assert "{&quot;role&quot;: 1}" in response.content.decode()


def test_a_file_that_is_too_large_is_refused(alice: User, signed_in: SignedIn) -> None:
    upload = SimpleUploadedFile("big.json", b" " * (1024 * 1024 + 1), "application/json")
    response = signed_in(alice).post("/requisitions/new/", {"way": "document", "file": upload})
    assert response.status_code == 400 and b"larger than 1 MB" in response.content


def test_a_file_that_is_not_text_is_refused(alice: User, signed_in: SignedIn) -> None:
    upload = SimpleUploadedFile("x.json", b"\xff\xfe\x00", "application/json")
    response = signed_in(alice).post("/requisitions/new/", {"way": "document", "file": upload})
    assert response.status_code == 400 and b"not UTF-8" in response.content


def test_around_an_advert(alice: User, signed_in: SignedIn) -> None:
    text = "We look for a rockstar.\r\nÀ bientôt \U0001f680\x00"
    signed_in(alice).post("/requisitions/new/", {"way": "ad", "ad": text})
    assert _made().job_ad == "We look for a rockstar.\nÀ bientôt \U0001f680"


@pytest.mark.parametrize("way", ["preset", "copy", "ad", "document"])
def test_an_empty_choice_is_asked_back(alice: User, signed_in: SignedIn, way: str) -> None:
    response = signed_in(alice).post("/requisitions/new/", {"way": way})
    assert response.status_code == 400 and b'role="alert"' in response.content
    assert Requisition.objects.count() == 0


@pytest.mark.parametrize(
    ("who", "status"), [("alice", 200), ("bob", 404), ("rita", 200), ("ada", 200), ("dora", 200), ("charlie", 404)]
)
def test_who_may_download(
    request: pytest.FixtureRequest, alice: User, signed_in: SignedIn, who: str, status: int
) -> None:
    made = start_blank(alice, title="MLOps Engineer")
    response: HttpResponse = signed_in(request.getfixturevalue(who)).get(f"/requisitions/{made.pk}/requisition.json")
    assert response.status_code == status
    if status == 200:
        assert json.loads(response.content)["role"]["title"] == "MLOps Engineer"


def test_a_document_with_endless_lists_is_refused_by_name(alice: User, signed_in: SignedIn) -> None:
    text = json.dumps({"scope": {"first_projects": ["x"] * 101}})
    response = signed_in(alice).post("/requisitions/new/", {"way": "document", "document": text})
    assert "/scope/first_projects (First projects): 101 lines; at most 100 are taken." in response.content.decode()
