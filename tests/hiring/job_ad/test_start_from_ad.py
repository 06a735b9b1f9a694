"""From an ad to a requisition: values beside their words, accepted all or one by one; the rest is asked."""

import io
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accounts.models import User
from hiring.assemble import document_of
from hiring.document import Slot
from hiring.job_ad import document_of as ad_as_document
from hiring.job_ad import read_ad_text
from hiring.job_ad.examples import EXAMPLES
from hiring.job_ad.suggestions import suggestions_of
from hiring.models import Requisition

SignedIn = Callable[[User], Client]
URL = "/requisitions/new/from-advert/"
AD = EXAMPLES[1].text


def _made() -> Requisition:
    return Requisition.objects.get()


@pytest.mark.parametrize(
    ("who", "status"), [("alice", 200), ("bob", 200), ("dora", 200), ("rita", 403), ("ada", 403), ("charlie", 403)]
)
def test_who_may(request: pytest.FixtureRequest, signed_in: SignedIn, who: str, status: int) -> None:
    client = signed_in(request.getfixturevalue(who))
    assert client.post(URL, {"ad": AD}).status_code == status
    assert client.post(URL, {"ad": AD, "do": "all"}).status_code == (302 if status == 200 else 403)
    assert Requisition.objects.count() == (1 if status == 200 else 0)


@pytest.mark.django_db
def test_signing_in_comes_first(client: Client) -> None:
    assert client.post(URL, {"ad": AD}).status_code == 302
    assert client.get(URL).status_code == 405


def test_reading_alone_makes_nothing_and_shows_values_with_words(alice: User, signed_in: SignedIn) -> None:
    page = signed_in(alice).post(URL, {"ad": AD}).content.decode()
    assert Requisition.objects.count() == 0
    for said in ("5 years", "5+ years", "62,000", "GBP 62,000 to 70,000", "Jenkins or GitHub Actions", "Likely"):
        assert said in page
    assert "Company stage" in page and "Models in production" in page


def test_the_main_button_takes_no_hint_that_is_not_ticked(alice: User, signed_in: SignedIn) -> None:
    page = signed_in(alice).post(URL, {"ad": AD}).content.decode()
    first = page[page.index('class="btn"') :]
    assert first.index('value="ticked"') < first.index('value="all"')


def test_all_at_once(alice: User, signed_in: SignedIn) -> None:
    response = signed_in(alice).post(URL, {"ad": AD, "do": "all"})
    made = _made()
    assert response["Location"] == f"/requisitions/{made.pk}/role/"
    document = document_of(made)
    assert (document.role.title, document.role.work_mode) == ("MLOps Engineer", "hybrid")
    assert (document.scope.years_min, document.pay.currency) == (5, "GBP")
    assert (document.pay.base_min, document.pay.base_max, document.pay.band_published) == (62_000, 70_000, True)
    assert Slot(any_of=("jenkins", "github-actions")) in document.scope.must_haves
    assert document.organisation.reports_to == "platform_lead"
    assert document.role.job_ad == AD.strip()
    assert document.role.employment is None and document.ml_today.models_in_prod is None


def test_years_asked_of_a_skill_come_with_it(alice: User, signed_in: SignedIn) -> None:
    text = "MLOps Engineer\n\nRequirements\n- 3+ years of work with Kubernetes\n- Python\n"
    client = signed_in(alice)
    page = client.post(URL, {"ad": text}).content.decode()
    assert "Kubernetes, 3 years" in page and "3+ years of work with Kubernetes" in page
    client.post(URL, {"ad": text, "do": "all"})
    slots = document_of(_made()).scope.must_haves
    assert slots == (Slot(any_of=("kubernetes",), years=Decimal(3)), Slot(any_of=("python",)))


@pytest.mark.parametrize(
    ("manager", "kind"),
    [
        ("the VP of Engineering", "founder_cto"),
        ("our ML infrastructure lead", "ml_platform_team"),
        ("the Engineering Manager", "platform_lead"),
        ("the Head of Reliability", "platform_lead"),
        ("the Director of Information Technology", "it"),
        ("a lead who makes it work", None),
    ],
)
def test_a_manager_is_the_same_kind_wherever_the_advert_is_read(manager: str, kind: str | None) -> None:
    ad = read_ad_text(f"About the role\nYou report to {manager}.\n")
    answers = {each.pointer: each.value for each in suggestions_of(ad)}
    assert answers.get("/organisation/reports_to") == ad_as_document(ad).organisation.reports_to == kind


def test_one_by_one(alice: User, signed_in: SignedIn) -> None:
    accept = ["/scope/years_min", "/scope/must_haves/0", "/scope/must_haves/2", "/pay/no_such", "nonsense"]
    signed_in(alice).post(URL, {"ad": AD, "do": "ticked", "accept": accept})
    document = document_of(_made())
    assert document.scope.years_min == 5
    assert [slot.any_of for slot in document.scope.must_haves] == [("kubernetes",), ("terraform",)]
    assert document.role.title is None and document.pay.base_min is None


def test_none_of_it_keeps_the_text(alice: User, signed_in: SignedIn) -> None:
    signed_in(alice).post(URL, {"ad": AD, "do": "ticked"})
    document = document_of(_made())
    assert document.role.job_ad == AD.strip() and document.scope.must_haves == ()


def test_a_word_file_is_read_the_same_way(alice: User, signed_in: SignedIn) -> None:
    word = docx.Document()
    for line in AD.splitlines():
        word.add_paragraph(line.removeprefix("- "), style="List Bullet" if line.startswith("- ") else None)
    file = io.BytesIO()
    word.save(file)
    page = signed_in(alice).post(URL, {"file": SimpleUploadedFile("ad.docx", file.getvalue())}).content.decode()
    assert "62,000" in page and "Jenkins or GitHub Actions" in page


def test_another_language_is_kept_but_not_read(alice: User, signed_in: SignedIn) -> None:
    text = "Wir suchen für unser Team in Berlin eine Person, die mit uns Modelle in den Betrieb bringt und pflegt. " * 5
    client = signed_in(alice)
    assert "another language" in client.post(URL, {"ad": text}).content.decode()
    client.post(URL, {"ad": text, "do": "all"})
    assert _made().job_ad == text.strip()


@pytest.mark.parametrize(
    ("fields", "said"), [({}, "Paste the text"), ({"ad": " "}, "Paste the text"), ({"ad": "x" * 200_001}, "200,000")]
)
def test_what_cannot_be_read_goes_back_to_the_start_page(
    alice: User, signed_in: SignedIn, fields: dict[str, Any], said: str
) -> None:
    response = signed_in(alice).post(URL, fields)
    assert response.status_code == 400 and said in response.content.decode()
    assert Requisition.objects.count() == 0


def test_values_that_no_requisition_can_hold_are_not_offered(alice: User, signed_in: SignedIn) -> None:
    client = signed_in(alice)
    text = "Senior MLOps Engineer\n\nRequirements\n- Python\n\nSalary: $999,999,999,999 per week\n"
    assert "51,999,999,999,948" not in client.post(URL, {"ad": text}).content.decode()
    assert client.post(URL, {"ad": text, "do": "all"}).status_code == 302
    document = document_of(_made())
    assert (document.pay.base_max, document.pay.currency) == (None, "USD")
    assert document.scope.must_haves == (Slot(any_of=("python",)),)
