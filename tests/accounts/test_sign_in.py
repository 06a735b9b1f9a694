import re
from collections.abc import Callable

from django.core import mail
from django.test import Client
from django.urls import reverse

from accounts.models import User
from tests.conftest import PASSWORD

LOGIN = "/accounts/login/"


def sign_in(client: Client, email: str, password: str) -> bool:
    client.post(LOGIN, {"login": email, "password": password})
    return "_auth_user_id" in client.session


def test_a_person_signs_in_by_address_in_any_case_and_password(client: Client, alice: User) -> None:
    assert sign_in(client, "Alice@Example.org", PASSWORD)


def test_a_wrong_password_is_told_without_saying_which_half_was_wrong(client: Client, alice: User) -> None:
    known = client.post(LOGIN, {"login": alice.email, "password": "wrong"}).content.decode()
    unknown = client.post(LOGIN, {"login": "nobody@example.org", "password": "wrong"}).content.decode()

    message = re.compile(r'class="error".*?<span>(.*?)</span>', re.S)
    assert message.findall(known) == message.findall(unknown) != []


def test_guessing_locks_the_address_for_a_while_even_for_the_right_password(client: Client, alice: User) -> None:
    for _ in range(5):
        assert not sign_in(client, alice.email, "wrong")

    assert not sign_in(client, alice.email, PASSWORD)
    assert "Too many" in client.post(LOGIN, {"login": alice.email, "password": PASSWORD}).content.decode()


def test_nobody_signs_up_by_themselves(client: Client, db: None) -> None:
    answer = client.post(
        "/accounts/signup/", {"email": "eve@example.org", "password1": PASSWORD, "password2": PASSWORD}
    )

    assert "by invitation" in answer.content.decode()
    assert not User.objects.exists()


def test_someone_switched_off_cannot_sign_in(client: Client, person: Callable[..., User]) -> None:
    gone = person("gina", is_active=False)

    assert not sign_in(client, gone.email, PASSWORD)


def test_an_invited_person_sets_a_password_by_the_mail_and_is_in(
    client: Client, dora: User, signed_in: Callable[[User], Client]
) -> None:
    signed_in(dora).post(
        reverse("admin:accounts_user_add"), {"name": "New Person", "email": "New@Example.org", "is_active": "on"}
    )
    [invitation] = mail.outbox
    assert invitation.to == ["new@example.org"]
    assert "Dora has made an account" in invitation.body
    [link] = re.findall(r"http://testserver(/\S+)", invitation.body)

    form = client.get(link, follow=True)
    client.post(form.request["PATH_INFO"], {"password1": PASSWORD, "password2": PASSWORD})

    assert "_auth_user_id" in client.session
    assert sign_in(Client(), "new@example.org", PASSWORD)


def test_a_reset_link_works_once(client: Client, alice: User) -> None:
    client.post("/accounts/password/reset/", {"email": alice.email})
    [link] = re.findall(r"http://testserver(/\S+)", mail.outbox[0].body)
    form = client.get(link, follow=True)
    client.post(form.request["PATH_INFO"], {"password1": "another-long-password", "password2": "another-long-password"})

    again = Client().get(link, follow=True)

    assert "does not work any more" in again.content.decode()
    assert sign_in(Client(), alice.email, "another-long-password")


def test_an_unknown_address_gets_no_mail_and_the_same_answer(client: Client, alice: User) -> None:
    known = client.post("/accounts/password/reset/", {"email": alice.email})
    unknown = client.post("/accounts/password/reset/", {"email": "nobody@example.org"})

    assert known.url == unknown.url  # type: ignore[attr-defined]
    assert [message.to for message in mail.outbox] == [[alice.email]]


def test_the_second_step_can_be_set_up_with_a_code_picture_that_the_policy_allows(alice: User, client: Client) -> None:
    sign_in(client, alice.email, PASSWORD)
    setting_up = "/accounts/2fa/totp/activate/"
    ask_again = client.get(setting_up)
    answer = client.post(ask_again.url, {"password": PASSWORD}, follow=True)  # type: ignore[attr-defined]

    assert answer.request["PATH_INFO"] == setting_up
    assert 'src="data:image/svg+xml' in answer.content.decode()
    assert "data:" in answer.headers["Content-Security-Policy"]


def test_the_admin_is_entered_by_the_same_guarded_door(client: Client, charlie: User, dora: User) -> None:
    assert client.get("/admin/login/?next=/admin/").headers["Location"].startswith(LOGIN)
    sign_in(client, charlie.email, PASSWORD)
    assert client.get("/admin/login/").status_code == 403


def test_an_administrator_cannot_make_themselves_a_superuser(
    dora: User, person: Callable[..., User], signed_in: Callable[[User], Client]
) -> None:
    root = person("root", is_superuser=True)
    client = signed_in(dora)
    [administrators] = dora.groups.all()

    client.post(
        reverse("admin:accounts_user_change", args=[dora.pk]),
        {
            "name": "Dora",
            "email": dora.email,
            "groups": administrators.pk,
            "is_active": "on",
            "is_superuser": "on",
        },
    )
    taken = client.post(reverse("admin:accounts_user_change", args=[root.pk]), {"email": "mine@example.org"})

    dora.refresh_from_db()
    root.refresh_from_db()
    assert not dora.is_superuser
    assert taken.status_code == 403
    assert root.email == "root@example.org"
