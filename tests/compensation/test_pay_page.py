"""The pay page of a requisition: who sees it, what it shows, and at what cost."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from compensation.models import Band, BandSet
from hiring.models import Requisition

SignIn = Callable[[User], Client]
MakeSet = Callable[..., BandSet]


@pytest.fixture
def requisition(alice: User) -> Requisition:
    """Alice's: senior, balanced, Austin, 140 to 160 thousand."""
    answers: dict[str, Any] = {
        "title": "MLOps engineer",
        "level": "senior",
        "archetype": "balanced",
        "locations": [{"country": "US", "region": "TX", "metro": "Austin"}],
        "currency": "USD",
        "base_min": Decimal(140_000),
        "base_max": Decimal(160_000),
    }
    return Requisition.objects.create(owner=alice, **answers)


def url(requisition: Requisition) -> str:
    return reverse("compensation:requisition", args=[requisition.pk])


@pytest.mark.parametrize(
    ("who", "status"), [("alice", 200), ("rita", 200), ("ada", 200), ("dora", 200), ("bob", 404), ("charlie", 404)]
)
def test_who_sees_it(
    who: str, status: int, requisition: Requisition, signed_in: SignIn, request: pytest.FixtureRequest
) -> None:
    assert signed_in(request.getfixturevalue(who)).get(url(requisition)).status_code == status


def test_a_stranger_is_asked_to_sign_in(requisition: Requisition, client: Client) -> None:
    response = client.get(url(requisition))

    assert (response.status_code, response.headers["Location"].split("?")[0]) == (302, reverse("account_login"))


def test_it_shows_picture_table_standing_and_sources(requisition: Requisition, alice: User, signed_in: SignIn) -> None:
    page = signed_in(alice).get(url(requisition)).content.decode()

    assert '<svg class="pay"' in page and "Offer 140–160k" in page
    assert "45 postings, solid" in page
    assert "<dt>Compa-ratio</dt>" in page
    assert "Austin-Round Rock-San Marcos, TX" in page
    assert "vendor claim" in page and "aijobs.net" in page


def test_a_manager_sees_the_band_of_this_level_and_no_other(
    requisition: Requisition, alice: User, ada: User, band_set: MakeSet, signed_in: SignIn
) -> None:
    made = band_set()
    made.publish(ada, made.effective_from)

    page = signed_in(alice).get(url(requisition)).content.decode()

    assert "139,500 to 170,500" in page
    others = Band.objects.exclude(level="senior")
    assert not any(f"{figure:,.0f}" in page for band in others for figure in (band.low, band.mid, band.high))


def test_without_a_market_it_says_why(requisition: Requisition, alice: User, signed_in: SignIn) -> None:
    requisition.locations = [{"country": "AT"}]
    requisition.save()

    page = signed_in(alice).get(url(requisition)).content.decode()

    assert "No pay figures are known for AT" in page
    assert '<svg class="pay"' not in page


def test_without_an_offer_it_shows_the_market_alone(requisition: Requisition, alice: User, signed_in: SignIn) -> None:
    requisition.base_min = requisition.base_max = None
    requisition.save()

    page = signed_in(alice).get(url(requisition)).content.decode()

    assert "45 postings, solid" in page
    assert "Give a minimum and a maximum" in page


def test_the_number_of_queries_is_fixed(requisition: Requisition, alice: User, signed_in: SignIn) -> None:
    client = signed_in(alice)
    client.get(url(requisition))

    with CaptureQueriesContext(connection) as queries:
        client.get(url(requisition))

    assert len(queries) == 7, [query["sql"] for query in queries]


def test_it_only_reads(requisition: Requisition, alice: User, signed_in: SignIn) -> None:
    assert signed_in(alice).post(url(requisition)).status_code == 405


def test_it_tells_the_duties_of_the_places_hired_in_with_sources(
    requisition: Requisition, alice: User, signed_in: SignIn
) -> None:
    requisition.locations = [{"country": "US", "region": "CO"}, {"country": "US", "region": "WA"}, {"country": "PL"}]
    requisition.headcount = 10
    requisition.save()

    page = signed_in(alice).get(url(requisition)).content.decode()

    assert "<b>binds</b>" in page and "workforcebulletin.com" in page
    assert "employer too small" in page
    assert "European Union (PL)" in page and "check with counsel" in page


def test_it_tells_what_the_empty_seat_costs_gross_net_and_caveats(
    requisition: Requisition, alice: User, signed_in: SignIn
) -> None:
    page = signed_in(alice).get(url(requisition)).content.decode()

    # 60 days x 5/7 x 150,000 x 1.3 / 220
    assert "37,987" in page and "The net is near zero" in page and "half or twice its pay" in page


def test_it_compares_with_the_companys_own_ml_engineers(
    requisition: Requisition, alice: User, signed_in: SignIn
) -> None:
    requisition.internal_mle_min, requisition.internal_mle_max = Decimal(180_000), Decimal(220_000)
    requisition.debt = "heavy"
    requisition.save()

    page = signed_in(alice).get(url(requisition)).content.decode()

    assert "The offer ends below what they usually get" in page
    assert "Rescue premium" in page and "does not reach it" in page


def test_its_link_opens_the_same_question_in_the_calculator(
    requisition: Requisition, alice: User, signed_in: SignIn
) -> None:
    client = signed_in(alice)
    page = client.get(url(requisition)).content.decode()
    query = page.split(f"{reverse('compensation:calculator')}?")[1].split('"')[0].replace("&amp;", "&")

    answer = client.get(f"{reverse('compensation:calculator')}?{query}").content.decode()

    assert "The offer of 150,000" in answer and 'value="Austin"' in answer
