"""An owner is told that a verdict changed although nobody changed an answer."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from accounts.models import User
from hiring.models import Requisition
from hiring.verdict_news import News, mail_owners, tell

SignedIn = Callable[[User], Client]
NEWS = News("ready", "not_ready", "the bands “Ours” were published", date(2026, 11, 22))
SENTENCE = "The verdict changed from ready to not ready when the bands “Ours” were published on 22 Nov 2026."


def seen(client: Client, requisition: Requisition, **data: str) -> Any:
    return client.post(f"/requisitions/{requisition.pk}/news/seen/", data)


def test_the_owner_sees_it_on_list_and_report_until_they_say_so(
    alice: User, signed_in: SignedIn, healthy: Requisition
) -> None:
    tell(healthy, NEWS)
    client = signed_in(alice)
    report = f"/requisitions/{healthy.pk}/"
    assert SENTENCE in client.get("/").text and SENTENCE in client.get(report).text
    assert seen(client, healthy, next="/").url == "/"
    assert SENTENCE not in client.get("/").text and SENTENCE not in client.get(report).text


def test_it_is_told_to_nobody_else_and_put_away_by_nobody_else(
    alice: User, bob: User, rita: User, dora: User, charlie: User, signed_in: SignedIn, healthy: Requisition
) -> None:
    healthy.shared_with.add(bob)
    tell(healthy, NEWS)
    for user in (bob, rita, dora):
        client = signed_in(user)
        assert SENTENCE not in client.get("/").text
        assert SENTENCE not in client.get(f"/requisitions/{healthy.pk}/").text
        assert seen(client, healthy).status_code == 403
    assert seen(signed_in(charlie), healthy).status_code == 404
    assert seen(Client(), healthy).url.startswith("/accounts/login/")
    assert signed_in(alice).get(f"/requisitions/{healthy.pk}/news/seen/").status_code == 405
    assert SENTENCE in signed_in(alice).get("/").text


def test_several_changes_are_told_as_one_and_back_again_as_none(
    alice: User, signed_in: SignedIn, healthy: Requisition
) -> None:
    tell(healthy, NEWS)
    tell(healthy, News("not_ready", "ready_with_risks", "the bands “Mine” were retired", date(2026, 11, 23)))
    page = signed_in(alice).get("/").text
    assert "from ready to ready with risks when the bands “Mine” were retired on 23 Nov 2026" in page
    tell(healthy, News("ready_with_risks", "ready", "the bands “Mine” were published", date(2026, 11, 24)))
    assert "The verdict changed" not in signed_in(alice).get("/").text


def test_one_mail_an_owner_with_all_of_it(
    alice: User, bob: User, person: Callable[..., User], healthy: Requisition, unicorn: Requisition
) -> None:
    bobs = Requisition.objects.create(owner=bob, title="Bob’s\nrole")
    gone = Requisition.objects.create(owner=person("gina", is_active=False), title="Nobody’s")
    mail_owners([(made, NEWS) for made in (healthy, bobs, unicorn, gone)])
    assert {message.to[0]: message.subject for message in mail.outbox} == {
        alice.email: "Preflight: the verdict of 2 requisitions changed",
        bob.email: "Preflight: the verdict of “Bob’s role” changed",
    }
    assert SENTENCE in mail.outbox[0].body and str(unicorn) in mail.outbox[0].body


def test_a_mail_that_cannot_be_sent_stops_nothing(
    alice: User, healthy: Requisition, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refused(*args: object, **kwargs: object) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr("hiring.verdict_news.EmailMessage.send", refused)
    mail_owners([(healthy, NEWS)])
    assert "were not mailed" in caplog.text


def test_history_holds_answers_and_no_news(alice: User, healthy: Requisition) -> None:
    tell(healthy, NEWS)
    healthy.refresh_from_db()
    healthy.save()
    assert not hasattr(healthy.history.first(), "verdict_news")
