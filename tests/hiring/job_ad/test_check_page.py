"""Check an ad: public, without a trace, with limits."""

import io
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from hiring.job_ad.examples import EXAMPLES
from hiring.models import Requisition
from hiring.views.ad_check import LONGEST_CHECKED

URL = "/check/"
BAD = EXAMPLES[0].text
GERMAN = "Wir suchen für unser Team in Berlin eine Person, die mit uns Modelle in den Betrieb bringt und pflegt. " * 5

pytestmark = pytest.mark.django_db


def _check(client: Client, **fields: Any) -> Any:
    return client.post(URL, fields)


def test_anybody_may_open_it_without_a_query(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(0):
        response = client.get(URL)
    assert response.status_code == 200 and b"Nothing is stored" in response.content


def test_an_ad_is_answered_with_marks_notes_and_outline(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        page = _check(client, ad=BAD).content.decode()
    assert "Do not post this ad" in page
    assert '<mark class="is-blocker">KServe</mark>' in page
    for id_ in ("M03-T5", "M03-T6", "M12-T5", "M12-T6"):
        assert id_ in page
    assert "An outline for the rewrite" in page and 'href="#n1"' in page and 'id="n1"' in page


def test_nothing_is_stored(client: Client) -> None:
    response = _check(client, ad=BAD)
    assert Requisition.objects.count() == 0
    assert "sessionid" not in response.cookies and "no-store" in response["Cache-Control"]


def test_a_good_ad_is_told_so(client: Client) -> None:
    assert "Nothing to flag" in client.get(URL, {"example": "says-what-it-is"}).content.decode()


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: each.slug)
def test_examples_open(client: Client, example: Any) -> None:
    response = client.get(URL, {"example": example.slug})
    assert response.status_code == 200 and b"The ad, with notes" in response.content


def test_an_unknown_example_is_none(client: Client) -> None:
    assert client.get(URL, {"example": "../../etc"}).status_code == 404


def test_text_is_shown_as_text(client: Client) -> None:
    text = "MLOps Engineer <script>alert(1)</script>\n\nWe want a rockstar <script>alert(2)</script> for the team.\n"
    short = _check(client, ad=text).content
    assert b"<script>alert" not in short and b"&lt;script&gt;alert(1)" in short
    judged = _check(client, ad=text + "- You deploy and watch the models of our team\n" * 5).content
    assert b"The ad, with notes" in judged
    assert b"<script>alert" not in judged and b"&lt;script&gt;alert(2)" in judged


def test_another_language_is_not_checked_and_says_so(client: Client) -> None:
    page = _check(client, ad=GERMAN).content.decode()
    assert "Not checked" in page and "another language" in page and "M12-T" not in page
    assert GERMAN.split()[0] in page and "Check it" in page


def test_a_few_words_are_no_ad_and_get_no_verdict(client: Client) -> None:
    page = _check(client, ad="MLOps engineer wanted, apply now").content.decode()
    assert "Not checked" in page and "5 words are too few" in page and "M12-T" not in page
    assert "MLOps engineer wanted, apply now</textarea>" in page


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "Paste the text"),
        ({"ad": "   "}, "Paste the text"),
        ({"ad": "x " * LONGEST_CHECKED}, "are read here"),
        ({"file": ("ad.pdf", b"\x89PNG\r\n\x1a\n")}, "picture"),
        ({"file": ("ad.txt", b"")}, "empty"),
        ({"file": ("ad.doc", b"\xd0\xcf\x11\xe0" * 9)}, "old Word file"),
        ({"file": ("ad.txt", b"a" * (6 * 1024 * 1024))}, "up to 5 MB are taken"),
    ],
)
def test_what_cannot_be_read_is_said_beside_the_form(client: Client, fields: dict[str, Any], said: str) -> None:
    if "file" in fields:
        name, content = fields["file"]
        fields = {"file": SimpleUploadedFile(name, content)}
    response = _check(client, **fields)
    assert response.status_code == 400
    page = response.content.decode()
    assert 'role="alert"' in page and said in page


def test_more_text_than_a_form_takes_is_a_page_not_an_error(client: Client) -> None:
    response = _check(client, ad="word " * 600_000)
    assert response.status_code == 413 and b"more than is taken at once" in response.content


def test_a_huge_request_is_turned_away_unread(client: Client) -> None:
    body = io.BytesIO(b"x")
    response = client.generic(
        "POST", URL, body.read(), content_type="multipart/form-data; boundary=x", CONTENT_LENGTH=str(10**9)
    )
    assert response.status_code == 413


def test_many_adverts_in_a_minute_have_to_wait(client: Client) -> None:
    for _ in range(12):
        assert _check(client, ad="A role for a person on the team.").status_code == 200
    response = _check(client, ad="A role for a person on the team.")
    assert response.status_code == 429 and b"Wait a few minutes" in response.content
    assert client.get(URL).status_code == 200


def test_forged_forms_are_refused() -> None:
    assert Client(enforce_csrf_checks=True).post(URL, {"ad": BAD}).status_code == 403


def test_a_manager_can_go_on_to_a_requisition(alice: User, client: Client) -> None:
    client.force_login(alice)
    assert b"Start from this ad" in _check(client, ad=BAD).content


def test_the_way_there_is_in_the_top_bar(client: Client) -> None:
    assert b'href="/check/"' in client.get("/").content


def test_every_example_is_ours_and_small() -> None:
    folder = Path(__file__).resolve().parents[3] / "hiring" / "job_ad" / "examples"
    assert {path.stem for path in folder.glob("*.md")} == {example.slug for example in EXAMPLES}
