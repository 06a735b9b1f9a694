"""The catalogue: every mistake and trigger on a page of its own, for everybody."""

import pytest
from django.urls import reverse
from django.utils.html import escape

from hiring.registry import MISTAKES
from hiring.thresholds import THRESHOLDS


def test_all_twelve_with_their_triggers_counted(client):
    page = client.get(reverse("hiring:mistakes")).text
    for mistake in MISTAKES:
        assert escape(mistake.name) in page
        assert escape(mistake.summary) in page
        assert reverse("hiring:mistake", args=[mistake.slug]) in page
    assert "114 triggers" in page


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.id)
def test_a_page_says_all_that_is_known_of_a_mistake(client, mistake):
    response = client.get(reverse("hiring:mistake", args=[mistake.slug]))
    page = response.text
    assert response.status_code == 200
    for text in (mistake.name, mistake.why, mistake.goes_wrong, *mistake.dissent, *mistake.blind_spots):
        assert escape(text) in page
    for source in mistake.sources:
        assert escape(source.claim) in page
        assert source.grade.value in page
    for trigger in mistake.triggers:
        assert f'id="{trigger.id.lower()}"' in page
        for text in (
            trigger.title,
            trigger.fires_when,
            trigger.example_fires,
            trigger.example_quiet,
            *trigger.quiet_when,
        ):
            assert escape(text) in page, trigger.id


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.id)
def test_thresholds_are_rules_of_thumb_unless_sourced(client, mistake):
    page = client.get(reverse("hiring:mistake", args=[mistake.slug])).text
    ids = {mistake.id, *(trigger.id for trigger in mistake.triggers)}
    mine = [threshold for threshold in THRESHOLDS if ids & set(threshold.triggers)]
    for threshold in mine:
        assert escape(threshold.meaning) in page
        assert escape(threshold.source or "rule of thumb") in page


def test_an_unknown_mistake_is_not_found(client, db):
    assert client.get(reverse("hiring:mistake", args=["no-such-mistake"])).status_code == 404


def test_it_needs_no_database_for_strangers(client, django_assert_num_queries, db):
    with django_assert_num_queries(0):
        client.get(reverse("hiring:mistakes"))
        client.get(reverse("hiring:mistake", args=["below-market-pay"]))
