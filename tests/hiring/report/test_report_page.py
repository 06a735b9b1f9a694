"""The report page."""

import re
from dataclasses import replace

import pytest
from django.urls import reverse
from django.utils.html import escape

from hiring.foreseeing import foreseen_fixes
from hiring.models import Requisition
from hiring.questions import step_of
from hiring.registry import MISTAKES
from hiring.reporting import FindingOutcome
from hiring.reviewing import review_requisition
from tests.hiring.mistakes.build import doc


def _page(client, requisition):
    return client.get(reverse("hiring:report", args=[requisition.pk]))


@pytest.mark.parametrize(
    ("who", "status"), [("alice", 200), ("bob", 404), ("rita", 200), ("ada", 200), ("dora", 200), ("charlie", 404)]
)
def test_who_may_read_it(request, signed_in, unicorn, who, status):
    assert _page(signed_in(request.getfixturevalue(who)), unicorn).status_code == status


def test_anonymous_people_sign_in_first(client, unicorn):
    assert _page(client, unicorn).url.startswith(reverse("account_login"))


def test_a_shared_requisition_is_readable(unicorn, bob, signed_in):
    unicorn.shared_with.add(bob)
    assert _page(signed_in(bob), unicorn).status_code == 200


def test_it_shows_the_verdict_every_flag_and_where_the_answers_are(alice, signed_in, unicorn):
    page = _page(signed_in(alice), unicorn).text
    report = review_requisition(unicorn).report
    assert re.search(r"<h1[^>]*>.*Not ready</h1>", page)
    for flag in report.flags:
        assert f'<span class="id">{flag.id}</span>' in page
        for evidence in flag.evidence:
            _, section, field, *_ = evidence.path.split("/")
            href = reverse("hiring:step", args=[unicorn.pk, step_of(section).slug])
            assert f'href="{href}#{field}"' in page, evidence.path
    for finding in report.findings:
        assert f'id="{finding.mistake.id.lower()}"' in page


def test_the_effect_of_a_fix_is_shown_before_it_is_applied(alice, signed_in, unicorn):
    page = _page(signed_in(alice), unicorn).text
    blockers = sum(flag.severity.word == "blocker" for flag in review_requisition(unicorn).report.flags)
    assert f'<span class="vh">Now: </span>{blockers} blockers' in page
    assert f'<span class="vh">then: </span><b>{blockers - 1} blockers</b>' in page


@pytest.mark.parametrize(
    ("who", "scope", "process", "waive"),
    [
        ("alice", True, True, True),
        ("rita", False, True, False),
        ("ada", False, False, False),
        ("dora", True, True, True),
    ],
)
def test_buttons_for_what_one_may_do(request, signed_in, unicorn, who, scope, process, waive):
    page = _page(signed_in(request.getfixturevalue(who)), unicorn).text
    assert (reverse("hiring:apply_fix", args=[unicorn.pk, "M03-T1"]) in page) is scope
    assert (reverse("hiring:apply_fix", args=[unicorn.pk, "M05-T5"]) in page) is process
    assert (reverse("hiring:waive", args=[unicorn.pk, "M08-T5"]) in page) is waive


def test_missing_answers_lead_to_their_questions(alice, signed_in, store):
    empty = store(alice, doc())
    page = _page(signed_in(alice), empty).text
    assert "Needs answers" in page
    for path in review_requisition(empty).report.missing:
        _, section, field = path.split("/")
        assert f'href="{reverse("hiring:step", args=[empty.pk, step_of(section).slug])}#{field}"' in page


def test_a_failed_check_is_shown_as_such(alice, signed_in, healthy, monkeypatch):
    def crash(case):
        raise ZeroDivisionError("by nothing")

    first = MISTAKES[0].triggers[0]
    broken = replace(MISTAKES[0], triggers=(replace(first, check=crash),))
    monkeypatch.setattr("hiring.review.MISTAKES", (broken, *MISTAKES[1:]))
    assert review_requisition(healthy).report.findings[0].outcome is FindingOutcome.ERROR
    page = _page(signed_in(alice), healthy).text
    assert "This check failed" in page
    assert "Check failed" in page
    assert "Ready with risks" in page


def test_it_works_without_a_market(alice, signed_in, store):
    nowhere = store(alice, doc(role={"level": "senior", "locations": [{"country": "IS"}]}, pay={"currency": "ISK"}))
    assert _page(signed_in(alice), nowhere).status_code == 200


def test_what_people_wrote_is_never_markup(alice, signed_in, store):
    nasty = store(alice, doc(role={"title": "<script>alert(1)</script>"}, scope={"first_projects": ["<b>x</b>"]}))
    page = _page(signed_in(alice), nasty).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_a_verdict_that_changed_overnight_reaches_the_list(alice, signed_in, healthy):
    Requisition.objects.filter(pk=healthy.pk).update(verdict="not_ready", worst_flags=[])
    lines = healthy.history.count()
    _page(signed_in(alice), healthy)
    healthy.refresh_from_db()
    assert healthy.verdict == review_requisition(healthy).report.verdict.value
    assert len(healthy.worst_flags) == 12
    assert healthy.history.count() == lines


def test_no_such_requisition(alice, signed_in):
    assert signed_in(alice).get(reverse("hiring:report", args=[10**12])).status_code == 404


def test_queries_do_not_grow_with_flags(alice, signed_in, unicorn, healthy, django_assert_num_queries):
    client = signed_in(alice)
    with django_assert_num_queries(QUERIES):
        _page(client, unicorn)
    with django_assert_num_queries(QUERIES):
        _page(client, healthy)


QUERIES = 11


def test_other_fixes_come_with_their_effects_when_asked_for(alice, signed_in, unicorn):
    client, address = signed_in(alice), reverse("hiring:report", args=[unicorn.pk])
    page = client.get(address).text
    assert 'href="?effects=all#more"' in page
    whole = client.get(f"{address}?effects=all").text
    later = client.get(f"{address}?effects=all", headers={"HX-Request": "true"}).text
    fixes = foreseen_fixes(review_requisition(unicorn), lambda place, card: True)
    assert f"{len(fixes) - 5} more</summary>" in page
    assert page.count('<span class="effect">') < whole.count('<span class="effect">')
    assert '<details class="more" id="more" open>' in whole
    assert later.count("<li>") == len(fixes) - 5
    for fix in fixes[5:]:
        assert escape(fix.card.lead.message) in later
        assert escape(fix.card.lead.message) in whole
    assert later.count('<span class="effect">') == sum(fix.effect is not None for fix in fixes[5:])


def test_the_effects_of_one_mistakes_fixes_come_when_it_is_opened(alice, signed_in, unicorn):
    client, address = signed_in(alice), reverse("hiring:report", args=[unicorn.pk])
    page = client.get(address).text
    waiting = set(re.findall(r'<span id="effect-(M\d\d)-T\d+"><a [^>]*href="\?effects=\1#', page))
    assert len(waiting) > 3
    for mistake in waiting:
        ids = set(re.findall(rf'id="effect-({mistake}-T\d+)"><a', page))
        came = client.get(f"{address}?effects={mistake}", headers={"HX-Request": "true"}).text
        whole = client.get(f"{address}?effects={mistake}").text
        filled = rf'<span id="effect-({mistake}-T\d+)" hx-swap-oob="outerHTML"><span class="effect">'
        assert ids <= set(re.findall(filled, came))
        assert f'"?effects={mistake}' not in whole


def test_evidence_names_interview_stages_as_the_form_does(alice, signed_in, unicorn):
    page = signed_in(alice).get(reverse("hiring:report", args=[unicorn.pk])).text
    assert "Recruiter call, Algorithm coding, Whiteboard design" in page
    assert "algo_coding" not in page
