"""Accepting flags: who may, with which input, and what ends it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from hiring.models import Requisition, WaiverRecord
from hiring.reviewing import review_requisition

WARNING = "M08-T5"
BLOCKER = "M07-T1"


def _address(requisition, trigger_id):
    return reverse("hiring:waive", args=[requisition.pk, trigger_id])


def _give(client, requisition, trigger_id, **changes):
    return client.post(_address(requisition, trigger_id), {"reason": "known_risk", "text": "We know.", **changes})


def _severity(requisition, trigger_id):
    report = review_requisition(requisition).report
    return next(flag.severity.word for flag in report.flags if flag.id == trigger_id)


def test_the_examples_are_what_they_are_called(unicorn):
    assert (_severity(unicorn, WARNING), _severity(unicorn, BLOCKER)) == ("warning", "blocker")


@pytest.mark.parametrize(
    ("who", "warning", "blocker"),
    [
        ("alice", 302, 403),
        ("bob", 404, 404),
        ("rita", 403, 302),
        ("ada", 403, 403),
        ("dora", 302, 302),
        ("charlie", 404, 404),
    ],
)
def test_a_manager_waives_warnings_and_a_second_person_blockers(request, signed_in, unicorn, who, warning, blocker):
    client = signed_in(request.getfixturevalue(who))
    assert client.get(_address(unicorn, WARNING)).status_code == (200 if warning == 302 else warning)
    assert client.get(_address(unicorn, BLOCKER)).status_code == (200 if blocker == 302 else blocker)
    assert _give(client, unicorn, WARNING).status_code == warning
    assert _give(client, unicorn, BLOCKER).status_code == blocker
    assert WaiverRecord.objects.count() == [warning, blocker].count(302)


def test_anonymous_people_sign_in_first(client, unicorn):
    assert _give(client, unicorn, WARNING).url.startswith(reverse("account_login"))
    assert not WaiverRecord.objects.exists()


def test_an_administrator_is_no_second_person_for_what_they_own(dora, signed_in, unicorn):
    Requisition.objects.filter(pk=unicorn.pk).update(owner=dora)
    assert _give(signed_in(dora), unicorn, BLOCKER).status_code == 403
    assert not WaiverRecord.objects.exists()


def test_a_waiver_keeps_who_why_until_and_what_it_rests_on(alice, signed_in, unicorn):
    until = timezone.localdate() + timedelta(days=90)
    _give(signed_in(alice), unicorn, WARNING, text="  Panel of two. ", expires_on=until.isoformat())
    record = WaiverRecord.objects.get()
    assert (record.trigger, record.severity, record.author) == (WARNING, "warning", alice)
    assert (record.reason, record.text, record.expires_on) == ("known_risk", "Panel of two.", until)
    assert record.answers["/process/soft_weight_pct"] == float(unicorn.soft_weight_pct)
    assert unicorn.reviews.get().occasion == f"{WARNING} waived"
    page = signed_in(alice).get(reverse("hiring:report", args=[unicorn.pk])).text
    assert "We know the risk and take it" in page
    assert "Panel of two." in page


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"reason": ""}, "Choose a reason."),
        ({"reason": "because"}, "Choose one of the reasons"),
        ({"reason": "other", "text": "  "}, "Say which reason"),
        ({"expires_on": "2020-01-01"}, "must not be in the past"),
        ({"expires_on": "next year"}, "Give the last day as a date"),
        ({"text": "x" * 2_001}, "Keep it under 2,000 characters"),
        ({"text": "a\x00b"}, "Null characters are not allowed"),
    ],
)
def test_what_does_not_fit_is_said_and_kept_as_typed(alice, signed_in, unicorn, changes, message):
    response = _give(signed_in(alice), unicorn, WARNING, **{"text": "Kept as typed.", **changes})
    assert response.status_code == 422
    assert message in response.text
    if "text" not in changes:
        assert "Kept as typed." in response.text
    assert not WaiverRecord.objects.exists()
    assert not unicorn.reviews.exists()


@pytest.mark.parametrize(
    ("trigger_id", "message"), [("M99-T1", "no trigger M99-T1"), ("M11-T4", "does not fire"), ("x" * 50, "no trigger")]
)
def test_only_a_standing_flag_can_be_waived(alice, signed_in, unicorn, trigger_id, message):
    response = signed_in(alice).post(_address(unicorn, trigger_id), {"reason": "known_risk"}, follow=True)
    assert message in response.text
    assert not WaiverRecord.objects.exists()


def test_nothing_is_waived_twice(alice, signed_in, unicorn):
    _give(signed_in(alice), unicorn, WARNING)
    response = signed_in(alice).post(_address(unicorn, WARNING), {"reason": "known_risk"}, follow=True)
    assert "is waived already" in response.text
    assert WaiverRecord.objects.count() == 1


def test_a_waiver_dies_with_its_evidence_and_the_report_says_why(alice, signed_in, unicorn):
    client = signed_in(alice)
    _give(client, unicorn, WARNING)
    Requisition.objects.filter(pk=unicorn.pk).update(soft_weight_pct=5)
    page = client.get(reverse("hiring:report", args=[unicorn.pk])).text
    assert "Waivers that no longer hold" in page
    assert "and is 5" in page
    assert _severity(Requisition.objects.get(pk=unicorn.pk), WARNING) == "warning"


def test_an_expired_waiver_says_so(alice, signed_in, unicorn):
    _give(signed_in(alice), unicorn, WARNING)
    WaiverRecord.objects.update(expires_on=timezone.localdate() - timedelta(days=1))
    page = signed_in(alice).get(reverse("hiring:report", args=[unicorn.pk])).text
    assert "no longer holds because it ran until" in page


def test_a_withdrawn_waiver_lets_its_flag_stand_again(alice, signed_in, unicorn):
    client = signed_in(alice)
    _give(client, unicorn, WARNING)
    address = reverse("hiring:withdraw_waiver", args=[unicorn.pk, WaiverRecord.objects.get().pk])
    assert "withdrawn" in client.post(address, follow=True).text
    assert _severity(unicorn, WARNING) == "warning"
    assert "withdrawn already" in client.post(address, follow=True).text


@pytest.mark.parametrize(
    ("who", "status"), [("alice", 302), ("bob", 404), ("rita", 302), ("ada", 403), ("dora", 302), ("charlie", 404)]
)
def test_who_may_withdraw_a_blockers_waiver(request, signed_in, rita, unicorn, who, status):
    _give(signed_in(rita), unicorn, BLOCKER)
    address = reverse("hiring:withdraw_waiver", args=[unicorn.pk, WaiverRecord.objects.get().pk])
    assert signed_in(request.getfixturevalue(who)).post(address).status_code == status
    assert (WaiverRecord.objects.get().withdrawn_at is not None) == (status == 302)


def test_the_last_blocker_waived_changes_the_verdict_in_the_list(rita, signed_in, unicorn):
    client = signed_in(rita)
    while blockers := [flag.id for flag in review_requisition(unicorn).report.flags if flag.severity.word == "blocker"]:
        assert _give(client, unicorn, blockers[0]).status_code == 302
    assert Requisition.objects.get(pk=unicorn.pk).verdict != "not_ready"
