"""Sign-in through the organisation's own provider, against one that runs here."""

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from allauth.socialaccount.models import SocialAccount
from django.http import HttpResponse
from django.test import Client

from accounts.models import User
from config import openid
from tests.accounts.test_sign_in import sign_in
from tests.conftest import PASSWORD

BEGIN = "/accounts/oidc/organisation/login/"
BACK = "/accounts/oidc/organisation/login/callback/"


class Provider:
    """The provider: who comes next, and where it listens."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.person: dict[str, Any] = {}
        self.token_asked_with: dict[str, str] = {}

    def configuration(self) -> dict[str, Any]:
        pages = {"authorization": "authorize", "token": "token", "userinfo": "userinfo"}
        found: dict[str, Any] = {f"{name}_endpoint": f"{self.address}/{page}" for name, page in pages.items()}
        return found | {"issuer": self.address, "jwks_uri": f"{self.address}/keys"}

    def tokens(self) -> dict[str, Any]:
        claims = {"iss": self.address, "aud": "preflight", "exp": 4_000_000_000, "iat": 1, **self.person}
        return {"access_token": "x", "token_type": "Bearer", "id_token": jwt.encode(claims, "k" * 32)}


@pytest.fixture
def provider(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Provider]:
    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._send(here.person if self.path == "/userinfo" else here.configuration())

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            here.token_asked_with = {name: values[0] for name, values in parse_qs(body).items()}
            self._send(here.tokens())

        def _send(self, content: dict[str, Any]) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(content).encode())

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    here = Provider(f"http://127.0.0.1:{server.server_port}")
    monkeypatch.setenv("PREFLIGHT_OIDC_ISSUER", here.address)
    monkeypatch.setenv("PREFLIGHT_OIDC_CLIENT_ID", "preflight")
    monkeypatch.setenv("PREFLIGHT_OIDC_CLIENT_SECRET", "s3cret")
    monkeypatch.setenv("PREFLIGHT_OIDC_NAME", "Example Ltd")
    monkeypatch.setenv("PREFLIGHT_OIDC_TRUSTED_DOMAINS", "trusted.example")
    settings.SOCIALACCOUNT_PROVIDERS = openid.providers()
    yield here
    server.shutdown()
    server.server_close()


def come_in(client: Client, provider: Provider, **person: Any) -> HttpResponse:
    """The way through the provider, as a browser goes it."""
    provider.person = {"sub": "4711", "name": "Somebody", **person}
    sent = client.get(BEGIN)
    assert sent.status_code == 302 and sent["Location"].startswith(f"{provider.address}/authorize?")
    asked = parse_qs(urlsplit(sent["Location"]).query)
    assert asked["redirect_uri"] == [f"http://testserver{BACK}"] and asked["code_challenge_method"] == ["S256"]
    return client.get(BACK, {"state": asked["state"][0], "code": "abc"})


def is_in(client: Client, user: User) -> bool:
    return client.session.get("_auth_user_id") == str(user.pk)


def test_somebody_invited_comes_in_by_a_proven_address(client: Client, alice: User, provider: Provider) -> None:
    page = client.get("/accounts/login/?next=/pay/").content.decode()
    assert "Sign in with Example Ltd" in page and f"{BEGIN}?next=/pay/" in page
    come_in(client, provider, email="Alice@Example.org", email_verified=True)
    assert is_in(client, alice)
    assert provider.token_asked_with["client_secret"] == "s3cret" and "code_verifier" in provider.token_asked_with
    assert sign_in(Client(), alice.email, PASSWORD)  # the password stays


def test_once_known_the_provider_s_own_name_for_a_person_decides(
    client: Client, alice: User, bob: User, provider: Provider
) -> None:
    come_in(client, provider, email=alice.email, email_verified=True)
    again = Client()
    come_in(again, provider, email=bob.email, email_verified=True)
    assert is_in(again, alice)
    assert SocialAccount.objects.count() == 1


@pytest.mark.parametrize("email", ["eve@example.org", None])
def test_nobody_gets_an_account_by_coming(client: Client, alice: User, provider: Provider, email: str | None) -> None:
    refused = come_in(client, provider, email=email, email_verified=True)
    assert refused.status_code == 403
    assert "by invitation" in refused.content.decode()
    assert "_auth_user_id" not in client.session
    assert User.objects.count() == 1 and not SocialAccount.objects.exists()


def test_an_address_that_nobody_has_proven_opens_no_account(client: Client, alice: User, provider: Provider) -> None:
    for claims in ({}, {"email_verified": False}):
        refused = come_in(client, provider, email=alice.email, **claims)
        assert refused.status_code == 403 and "does not say that this address is yours" in refused.content.decode()
    assert "_auth_user_id" not in client.session


def test_a_trusted_domain_s_addresses_count_as_proven(client: Client, provider: Provider, alice: User) -> None:
    tina = User.objects.create_user("tina@trusted.example", PASSWORD, name="Tina")
    come_in(client, provider, email=tina.email)
    assert is_in(client, tina)


def test_somebody_switched_off_stays_out(client: Client, provider: Provider, person: Callable[..., User]) -> None:
    gone = person("gina", is_active=False)
    come_in(client, provider, email=gone.email, email_verified=True)
    assert "_auth_user_id" not in client.session


def test_a_provider_that_cannot_be_reached_is_told_on_a_page(
    client: Client, alice: User, provider: Provider, settings: Any
) -> None:
    settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]["settings"]["server_url"] = "http://127.0.0.1:1"
    answer = client.get(BEGIN)
    assert answer.status_code == 502 and "could not be reached" in answer.content.decode()


def test_an_answer_that_nobody_asked_for_is_refused(client: Client, alice: User, provider: Provider) -> None:
    answer = client.get(BACK, {"state": "made-up", "code": "abc"})
    assert "did not work" in answer.content.decode()
    cancelled = parse_qs(urlsplit(client.get(BEGIN)["Location"]).query)["state"][0]
    answer = client.get(BACK, {"state": cancelled, "error": "access_denied"}, follow=True)
    assert "You did not go on" in answer.content.decode()
    assert "_auth_user_id" not in client.session


def test_without_settings_there_is_no_such_way_in(client: Client, db: None) -> None:
    assert "/accounts/oidc/" not in client.get("/accounts/login/").content.decode()
    assert client.get(BEGIN).status_code == 404
    assert client.get(BACK).status_code == 404
