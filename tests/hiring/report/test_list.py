"""The start page: requisitions for those signed in, what Preflight is for the others."""

import pytest
from django.urls import reverse

from hiring.models import Requisition

HOME = "/"


def _titles(client, **query):
    response = client.get(HOME, query)
    assert response.status_code == 200
    return [row.requisition.title for row in response.context["rows"]]


def test_anonymous_people_see_what_it_is_and_where_to_sign_in(client, db):
    page = client.get(HOME).text
    assert reverse("account_login") in page
    assert reverse("hiring:mistakes") in page
    assert "Requisitions</a>" not in page


@pytest.mark.parametrize(
    ("who", "count"), [("alice", 2), ("bob", 0), ("rita", 2), ("ada", 2), ("dora", 2), ("charlie", 0)]
)
def test_everyone_sees_theirs(request, signed_in, unicorn, healthy, who, count):
    assert len(_titles(signed_in(request.getfixturevalue(who)))) == count


def test_a_shared_one_is_listed_once(unicorn, healthy, alice, bob, signed_in):
    unicorn.shared_with.add(bob)
    unicorn.shared_with.add(alice)
    assert _titles(signed_in(bob)) == [unicorn.title]
    assert len(_titles(signed_in(alice))) == 2


def test_a_row_tells_verdict_findings_and_owner(unicorn, rita, signed_in):
    page = signed_in(rita).get(HOME).text
    assert "Not ready" in page
    assert "Blocker: " in page
    assert "Alice" in page
    assert reverse("hiring:report", args=[unicorn.pk]) in page
    assert reverse("assessments:plan_pdf", args=[unicorn.pk]) in page


def test_a_row_names_what_holds_it_back_the_blockers_first(unicorn, healthy, rita, signed_in):
    rows = signed_in(rita).get(HOME).context["rows"]
    held = {row.requisition.pk: row.held_back_by for row in rows}
    assert held == {unicorn.pk: "Below-market pay; Impossible combination of skills; 5 more", healthy.pk: ""}
    warned = [{**flag, "severity": "warning"} if flag["mistake"] == "M09" else flag for flag in healthy.worst_flags]
    Requisition.objects.filter(pk=healthy.pk).update(worst_flags=warned)
    assert "No growth path" in signed_in(rita).get(HOME).text


def test_nobody_without_export_rights_gets_the_plan(unicorn, ada, signed_in):
    assert "plan.pdf" not in signed_in(ada).get(HOME).text


@pytest.mark.parametrize(("who", "may"), [("alice", True), ("rita", False), ("dora", True)])
def test_a_new_requisition_for_those_who_add_them(request, signed_in, who, may):
    page = signed_in(request.getfixturevalue(who)).get(HOME).text
    assert "No requisition yet" in page
    assert (reverse("hiring:start") in page) is may


def test_without_a_role_one_learns_who_gives_them(charlie, signed_in, unicorn):
    assert "An administrator gives roles" in signed_in(charlie).get(HOME).text


def test_filters_by_verdict_and_words(unicorn, healthy, alice, signed_in):
    client = signed_in(alice)
    assert _titles(client, verdict="not_ready") == [unicorn.title]
    assert _titles(client, verdict=healthy.verdict) == [healthy.title]
    assert len(_titles(client, verdict=["not_ready", healthy.verdict])) == 2
    assert _titles(client, q="senior mlops") == [healthy.title]
    assert len(_titles(client, q="ALICE")) == 2
    assert _titles(client, q="senior", verdict="not_ready") == []


@pytest.mark.parametrize(
    "query",
    [
        {"q": "a\x00b"},
        {"q": "%' OR 1=1 --"},
        {"q": "x" * 10_000},
        {"verdict": "<script>"},
        {"page": "abc"},
        {"page": "-1"},
        {"page": "9" * 30},
    ],
)
def test_odd_addresses_still_answer(unicorn, alice, signed_in, query):
    response = signed_in(alice).get(HOME, query)
    assert response.status_code == 200
    assert "<script>" not in response.text


def test_pages_of_25_keep_the_filter(alice, signed_in):
    Requisition.objects.bulk_create([Requisition(owner=alice, title=f"Role {n:02}") for n in range(30)])
    client = signed_in(alice)
    assert len(_titles(client, q="role")) == 25
    assert len(_titles(client, q="role", page=2)) == 5
    assert "?q=role&amp;page=2" in client.get(HOME, {"q": "role"}).text


def test_the_same_queries_for_one_and_for_many(alice, rita, signed_in, django_assert_num_queries):
    client = signed_in(rita)
    Requisition.objects.bulk_create([Requisition(owner=alice, title="One")])
    with django_assert_num_queries(QUERIES):
        client.get(HOME)
    Requisition.objects.bulk_create([Requisition(owner=alice, title=f"Role {n}") for n in range(60)])
    with django_assert_num_queries(QUERIES):
        client.get(HOME)


QUERIES = 7
