"""Stored reviews: keeping, listing, comparing."""

import pytest
from django.urls import reverse

from hiring.fixing import apply_fix
from hiring.models import Review

ROLES = [("alice", 200), ("bob", 404), ("rita", 200), ("ada", 200), ("dora", 200), ("charlie", 404)]


def _keep(client, requisition):
    return client.post(reverse("hiring:keep_review", args=[requisition.pk]))


def _compare(client, requisition, a, b):
    return client.get(reverse("hiring:compare_reviews", args=[requisition.pk]), {"a": a, "b": b})


@pytest.mark.parametrize(("who", "status"), ROLES)
def test_who_may_read_the_history(request, signed_in, unicorn, who, status):
    client = signed_in(request.getfixturevalue(who))
    assert client.get(reverse("hiring:reviews", args=[unicorn.pk])).status_code == status


@pytest.mark.parametrize(
    ("who", "status"), [("alice", 302), ("bob", 404), ("rita", 302), ("ada", 403), ("dora", 302), ("charlie", 404)]
)
def test_who_may_keep_a_review(request, signed_in, unicorn, who, status):
    assert _keep(signed_in(request.getfixturevalue(who)), unicorn).status_code == status
    assert Review.objects.count() == (status == 302)


def test_anonymous_people_sign_in_first(client, unicorn):
    for name in ("reviews", "compare_reviews"):
        assert client.get(reverse(f"hiring:{name}", args=[unicorn.pk])).url.startswith(reverse("account_login"))
    assert _keep(client, unicorn).url.startswith(reverse("account_login"))


def test_a_kept_review_holds_answers_market_and_findings(alice, signed_in, unicorn):
    _keep(signed_in(alice), unicorn)
    review = Review.objects.get()
    assert review.document["role"]["title"] == unicorn.title
    assert review.market["currency"] == "USD"
    assert len(review.report["findings"]) == 12
    assert (review.made_by, review.verdict, review.revision) == (alice, "not_ready", unicorn.revision)
    assert "Kept by hand" in signed_in(alice).get(reverse("hiring:reviews", args=[unicorn.pk])).text


def test_two_reviews_compared_tell_flags_and_answers(alice, signed_in, unicorn):
    client = signed_in(alice)
    _keep(client, unicorn)
    apply_fix(unicorn, "M05-T5", by=alice)
    later, earlier = Review.objects.order_by("-pk")
    for a, b in ((earlier.pk, later.pk), (later.pk, earlier.pk)):
        page = _compare(client, unicorn, a, b).text
        gone = page[page.index("Flags that are gone") : page.index("Flags with another severity")]
        assert "M05-T5" in gone
        answers = page[page.index('id="answers"') :]
        assert "Scorecard" in answers
        assert "<td>no</td><td>yes</td>" in answers


@pytest.mark.parametrize(("a", "b"), [("", ""), ("1", ""), ("x", "1"), ("²", "1"), ("9" * 30, "1")])
def test_a_choice_that_cannot_be_compared_goes_back(alice, signed_in, unicorn, a, b):
    response = _compare(signed_in(alice), unicorn, a, b)
    assert response.url == reverse("hiring:reviews", args=[unicorn.pk])


def test_one_review_twice_goes_back(alice, signed_in, unicorn):
    _keep(signed_in(alice), unicorn)
    key = Review.objects.get().pk
    assert _compare(signed_in(alice), unicorn, key, key).status_code == 302


def test_reviews_of_another_requisition_are_not_shown(alice, signed_in, unicorn, healthy):
    client = signed_in(alice)
    _keep(client, unicorn)
    _keep(client, healthy)
    first, second = Review.objects.order_by("pk")
    assert _compare(client, unicorn, first.pk, second.pk).status_code == 404


def test_an_answer_of_an_older_form_is_still_told(alice, signed_in, unicorn):
    client = signed_in(alice)
    _keep(client, unicorn)
    _keep(client, unicorn)
    first, second = Review.objects.order_by("pk")
    first.document["role"]["favourite_colour"] = "petrol"
    first.save()
    assert "favourite_colour" in _compare(client, unicorn, first.pk, second.pk).text


def test_the_history_reads_no_reports(alice, signed_in, unicorn, django_assert_num_queries):
    client = signed_in(alice)
    for _ in range(3):
        _keep(client, unicorn)
    client.get("/")
    with django_assert_num_queries(6) as captured:
        client.get(reverse("hiring:reviews", args=[unicorn.pk]))
    reads = [
        query["sql"] for query in captured if 'FROM "hiring_review"' in query["sql"] and "COUNT" not in query["sql"]
    ]
    assert reads
    assert not any('"report"' in sql for sql in reads)
