"""The plan's pages: who may see and export it, and what exporting leaves behind."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from accounts.models import User
from assessments.models import RenderedPlan
from assessments.plan import pdf as pdf_module
from assessments.plan.attachment import read_attachment
from assessments.plan.rendering import KEPT, document_json
from hiring.assemble import document_of, load
from hiring.demo.seed import demo_document
from hiring.models import Requisition, Review

pytestmark = pytest.mark.django_db

SignedIn = Callable[[User], Client]


@pytest.fixture
def requisition(alice: User) -> Requisition:
    made = Requisition(owner=alice)
    load(made, demo_document("healthy_senior"))
    return made


@pytest.fixture
def empty(alice: User) -> Requisition:
    return Requisition.objects.create(owner=alice, title='Ein Titel: ü/"x"')


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Stands in for the layout, which takes seconds; remembers on which paper it was asked for."""
    asked: list[str] = []

    def fake(html: str, attachment: bytes, day: object, paper: str) -> bytes:
        asked.append(paper)
        return b"%PDF-" + paper.encode() + str(len(html)).encode()

    monkeypatch.setattr("assessments.plan.rendering.render_pdf", fake)
    return asked


def page_of(requisition: Requisition) -> str:
    return reverse("assessments:plan", args=[requisition.pk])


def pdf_of(requisition: Requisition) -> str:
    return reverse("assessments:plan_pdf", args=[requisition.pk])


@pytest.mark.parametrize(
    ("who", "page", "pdf"),
    [
        ("alice", 200, 200),
        ("bob", 404, 404),
        ("rita", 200, 200),
        ("ada", 200, 403),
        ("dora", 200, 200),
        ("charlie", 404, 404),
    ],
)
def test_who_may_see_it_and_who_may_export_it(
    request: pytest.FixtureRequest,
    signed_in: SignedIn,
    requisition: Requisition,
    quick: list[str],
    who: str,
    page: int,
    pdf: int,
) -> None:
    client = signed_in(request.getfixturevalue(who))
    shown = client.get(page_of(requisition))
    assert shown.status_code == page
    assert client.get(pdf_of(requisition)).status_code == pdf
    if page == 200:
        assert (pdf_of(requisition) in shown.content.decode()) is (pdf == 200)


def test_nobody_is_sent_to_sign_in(client: Client, requisition: Requisition) -> None:
    for address in (page_of(requisition), pdf_of(requisition)):
        assert reverse("account_login") in client.get(address).headers["Location"]


def test_a_manager_it_is_shared_with_may_export_it(
    signed_in: SignedIn, bob: User, requisition: Requisition, quick: list[str]
) -> None:
    requisition.shared_with.add(bob)
    assert signed_in(bob).get(pdf_of(requisition)).status_code == 200


def test_only_reading_is_possible(signed_in: SignedIn, alice: User, requisition: Requisition) -> None:
    assert signed_in(alice).post(page_of(requisition)).status_code == 405
    assert signed_in(alice).post(pdf_of(requisition)).status_code == 405


def test_the_export_is_a_real_pdf_with_this_requisition_in_it(
    signed_in: SignedIn, rita: User, requisition: Requisition
) -> None:
    response = signed_in(rita).get(pdf_of(requisition))
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["Content-Disposition"] == (
        f'attachment; filename="hiring-plan-{requisition.pk}-senior-mlops-engineer.pdf"'
    )
    assert read_attachment(response.content) == document_json(document_of(requisition))
    text = PdfReader(io.BytesIO(response.content)).pages[0].extract_text()
    assert f"R-{requisition.pk:04}" in text
    assert "Alice" in text


def test_it_opens_in_the_browser_where_asked(
    signed_in: SignedIn, alice: User, empty: Requisition, quick: list[str]
) -> None:
    disposition = signed_in(alice).get(pdf_of(empty), {"inline": "1"}).headers["Content-Disposition"]
    assert disposition == f'inline; filename="hiring-plan-{empty.pk}-ein-titel-ux.pdf"'


def test_nothing_is_laid_out_twice_and_papers_are_kept_apart(
    signed_in: SignedIn, alice: User, rita: User, requisition: Requisition, quick: list[str]
) -> None:
    first = signed_in(alice).get(pdf_of(requisition)).content
    assert signed_in(rita).get(pdf_of(requisition), {"paper": "a4"}).content == first
    assert signed_in(rita).get(pdf_of(requisition), {"paper": "letter"}).content != first
    assert quick == ["a4", "letter"]
    requisition.first_projects = ["Another project"]
    requisition.save()
    assert signed_in(alice).get(pdf_of(requisition)).content != first
    assert quick == ["a4", "letter", "a4"]


def test_only_the_latest_plans_are_kept(
    signed_in: SignedIn, alice: User, requisition: Requisition, quick: list[str]
) -> None:
    client = signed_in(alice)
    for number in range(KEPT + 2):
        requisition.title = f"Title {number}"
        requisition.save()
        client.get(pdf_of(requisition))
    assert RenderedPlan.objects.filter(requisition=requisition).count() == KEPT


def test_an_unknown_paper_is_refused_by_name(signed_in: SignedIn, alice: User, requisition: Requisition) -> None:
    response = signed_in(alice).get(pdf_of(requisition), {"paper": "A5"})
    assert response.status_code == 400
    assert response.content.decode() == "paper must be one of: a4, letter"


def test_an_export_keeps_one_review_until_something_changes(
    signed_in: SignedIn, alice: User, rita: User, requisition: Requisition, quick: list[str]
) -> None:
    for _ in range(2):
        signed_in(alice).get(pdf_of(requisition))
    signed_in(rita).get(pdf_of(requisition))
    assert list(Review.objects.order_by("pk").values_list("occasion", "made_by")) == [
        ("export", alice.pk),
        ("export", rita.pk),
    ]
    requisition.level = "mid"
    requisition.save()
    signed_in(alice).get(pdf_of(requisition))
    assert Review.objects.count() == 3


def test_the_page_has_no_inline_style_or_script_and_escapes(
    signed_in: SignedIn, alice: User, requisition: Requisition
) -> None:
    requisition.title = "<script>alert(1)</script>"
    requisition.save()
    page = signed_in(alice).get(page_of(requisition)).content.decode()
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert " style=" not in page
    assert "<style" not in page


def test_an_empty_requisition_has_a_page_that_says_what_is_missing(
    signed_in: SignedIn, alice: User, empty: Requisition
) -> None:
    page = signed_in(alice).get(page_of(empty)).content.decode()
    assert "Needs answers" in page
    assert "No session is planned yet" in page


def test_queries_do_not_grow(
    signed_in: SignedIn, rita: User, requisition: Requisition, quick: list[str], django_assert_num_queries: Any
) -> None:
    client = signed_in(rita)
    with django_assert_num_queries(9):
        client.get(page_of(requisition))
    client.get(pdf_of(requisition))
    with django_assert_num_queries(11):
        client.get(pdf_of(requisition))


def test_what_decides_the_bytes_decides_the_key() -> None:
    from datetime import date

    day = date(2026, 11, 22)
    key = pdf_module.input_key("a", b"b", day, "a4")
    assert key == pdf_module.input_key("a", b"b", day, "a4")
    others = {
        pdf_module.input_key("ab", b"", day, "a4"),
        pdf_module.input_key("a", b"c", day, "a4"),
        pdf_module.input_key("a", b"b", date(2026, 11, 23), "a4"),
        pdf_module.input_key("a", b"b", day, "letter"),
    }
    assert len(others | {key}) == 5
