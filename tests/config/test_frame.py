from collections.abc import Callable
from urllib.parse import urlencode

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.test import Client, RequestFactory

from accounts.models import User
from config import errors
from hiring.starting import start_blank


def test_no_page_allows_inline_code_or_other_sites(client: Client, db: None) -> None:
    policy = client.get("/accounts/login/").headers["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert not any(word in policy for word in ("unsafe", "http:", "https:", "*"))


def test_a_missing_page_is_told_in_our_own_words(client: Client, db: None) -> None:
    answer = client.get("/no-such-page/")

    assert answer.status_code == 404
    assert "There is no such page here" in answer.content.decode()


def test_an_error_page_needs_neither_session_nor_database(rf: RequestFactory) -> None:
    answer = errors.broken(rf.get("/"))

    assert answer.status_code == 500
    assert "Something broke on our side" in answer.content.decode()


def test_a_buttons_address_opened_as_a_page_leads_back(alice: User) -> None:
    made = start_blank(alice, title="MLOps engineer")
    client = Client()
    client.force_login(alice)

    answer = client.get(f"/requisitions/{made.pk}/reviews/keep/")

    assert answer.status_code == 405
    assert answer.headers["Allow"] == "POST"
    assert f'href="/requisitions/{made.pk}/"' in answer.content.decode()


def test_a_script_is_told_that_nobody_is_signed_in(client: Client, db: None) -> None:
    assert client.post("/requisitions/1/role/", {"title": "x"}, headers={"HX-Request": "true"}).status_code == 401
    assert client.post("/requisitions/1/role/", {"title": "x"}).headers["Location"].startswith("/accounts/login/")


def test_robots_find_the_public_pages_alone_and_browsers_the_icon(client: Client) -> None:
    robots = client.get("/robots.txt")
    icon = client.get("/favicon.ico")

    assert robots.headers["Content-Type"] == "text/plain"
    assert {"Allow: /check/", "Disallow: /"} <= set(robots.content.decode().splitlines())
    assert icon.headers["Location"].endswith(".svg")


@pytest.mark.parametrize("much", [{"text": "x" * 2_200_000}, {f"f{n}": "1" for n in range(2_001)}])
def test_too_much_at_once_is_refused_with_advice(much: dict[str, str], alice: User) -> None:
    client = Client(raise_request_exception=False)
    client.force_login(alice)

    answer = client.post("/requisitions/new/", urlencode(much), content_type="application/x-www-form-urlencoded")

    assert answer.status_code == 413
    assert "more than is taken at once" in answer.content.decode()


def test_a_malformed_request_is_refused_with_advice(rf: RequestFactory) -> None:
    answer = errors.not_understood(rf.post("/"), SuspiciousOperation("odd"))

    assert answer.status_code == 400
    assert "could not be read" in answer.content.decode()


@pytest.mark.parametrize(
    ("reason", "told"), [("Only its owner may.", "Only its owner may."), ("", "Your role does not include it.")]
)
def test_a_refusal_gives_the_reason(reason: str, told: str, rf: RequestFactory) -> None:
    answer = errors.forbidden(rf.get("/"), PermissionDenied(reason))

    assert answer.status_code == 403
    assert told in answer.content.decode()


def test_a_form_without_its_token_is_refused_with_advice(alice: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(alice)

    answer = client.post("/accounts/logout/")

    assert answer.status_code == 403
    assert "too old" in answer.content.decode()


def test_the_theme_goes_back_only_to_our_own_pages(client: Client, db: None) -> None:
    assert (
        client.post("/theme", {"theme": "dark", "next": "/accounts/login/"}).headers["Location"] == "/accounts/login/"
    )
    assert client.post("/theme", {"theme": "dark", "next": "https://evil.example"}).headers["Location"] == "/"


def test_a_theme_that_does_not_exist_changes_nothing(client: Client, db: None) -> None:
    client.post("/theme", {"theme": '"><b>'})

    assert "data-theme" not in client.get("/accounts/login/").content.decode()


def test_the_health_page_answers_without_an_account_or_a_session(client: Client, db: None) -> None:
    answer = client.get("/healthz")

    assert (answer.status_code, answer.content) == (200, b"ok\n")
    assert not answer.cookies


def test_the_frame_shows_who_is_signed_in_and_the_admin_only_to_those_who_work_there(
    signed_in: Callable[[User], Client], alice: User, ada: User
) -> None:
    alices = signed_in(alice).get("/accounts/2fa/").content.decode()
    adas = signed_in(ada).get("/accounts/2fa/").content.decode()

    assert "hiring manager" in alices
    assert 'href="/admin/"' not in alices
    assert 'href="/admin/"' in adas
