"""Sharing a requisition with another manager."""

import re

import pytest
from django.urls import reverse


def _share(client, requisition, **data):
    return client.post(reverse("hiring:share", args=[requisition.pk]), data, follow=True)


def test_a_shared_manager_works_on_it_until_removed(alice, bob, signed_in, unicorn):
    report = reverse("hiring:report", args=[unicorn.pk])
    assert "can now work" in _share(signed_in(alice), unicorn, email=" BOB@example.org ").text
    assert signed_in(bob).get(report).status_code == 200
    assert "no longer works" in _share(signed_in(alice), unicorn, remove=bob.pk).text
    assert signed_in(bob).get(report).status_code == 404


@pytest.mark.parametrize(
    ("email", "message"),
    [
        ("", "Give the e-mail address"),
        ("nobody", "This is no e-mail address"),
        ("nobody@" + "x" * 3000 + ".org", "This is no e-mail address"),
        ("no\0body@example.org", "This is no e-mail address"),
        ("nobody@example.org", "No hiring manager here"),
        ("rita@example.org", "No hiring manager here"),
        ("alice@example.org", "owns this requisition already"),
    ],
)
def test_only_other_managers_can_be_added(alice, rita, signed_in, unicorn, email, message):
    assert message in _share(signed_in(alice), unicorn, email=email).text
    assert not unicorn.shared_with.exists()


def test_a_refused_address_stays_in_its_field_with_the_reason_beside_it(alice, bob, signed_in, unicorn):
    client = signed_in(alice)
    page = _share(client, unicorn, email="Nobody@example.org").text
    field = re.search(r'<input[^>]*id="share-email"[^>]*>', page)[0]
    assert 'value="Nobody@example.org"' in field
    assert 'aria-invalid="true"' in field and "autofocus" in field
    reason = re.search(r'aria-describedby="([^"]*)"', field)[1]
    assert re.search(rf'id="{reason}" role="alert".*?No hiring manager here has the address nobody@example.org', page)
    assert "dialog" not in page.partition('id="toasts"')[2]

    again = client.get(reverse("hiring:report", args=[unicorn.pk])).text
    assert "Nobody@example.org" not in again and "aria-invalid" not in again
    assert "can now work" in _share(client, unicorn, email="bob@example.org").text


@pytest.mark.parametrize(
    ("who", "status"), [("bob", 404), ("rita", 403), ("ada", 403), ("dora", 200), ("charlie", 404)]
)
def test_the_owner_and_administrators_decide(request, signed_in, bob, unicorn, who, status):
    client = signed_in(request.getfixturevalue(who))
    assert _share(client, unicorn, email="bob@example.org").status_code == status
    assert unicorn.shared_with.exists() == (status == 200)


def test_a_shared_manager_does_not_decide(bob, signed_in, unicorn):
    unicorn.shared_with.add(bob)
    assert _share(signed_in(bob), unicorn, remove=bob.pk).status_code == 403
    assert "Share with a manager" not in signed_in(bob).get(reverse("hiring:report", args=[unicorn.pk])).text


@pytest.mark.parametrize("key", ["", "x", "99999999"])
def test_removing_nobody_is_said(alice, signed_in, unicorn, key):
    assert "does not work on the requisition" in _share(signed_in(alice), unicorn, remove=key).text
