"""The calculator page: who sees it and what, what-if, the link, into a requisition, bad input, and at what cost."""

import re
from collections.abc import Callable
from decimal import Decimal
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from compensation.models import BandSet
from hiring.models import Requisition

SignIn = Callable[[User], Client]
MakeSet = Callable[..., BandSet]
URL = reverse("compensation:calculator")
ASKED = {"role": "mlops", "level": "senior", "focus": "balanced", "country": "US", "currency": "USD", "growth": "3"}


def text(client: Client, **asked: str) -> str:
    page = client.get(URL, ASKED | asked).content.decode()
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


@pytest.mark.parametrize("who", ["alice", "bob", "rita", "ada", "dora", "charlie"])
def test_anyone_signed_in_sees_the_market(who: str, signed_in: SignIn, request: pytest.FixtureRequest) -> None:
    response = signed_in(request.getfixturevalue(who)).get(URL)

    assert response.status_code == 200
    assert "Midpoint" in response.content.decode()


def test_a_stranger_is_asked_to_sign_in(client: Client) -> None:
    assert client.get(URL).status_code == 302


def test_without_inputs_it_answers_an_example_and_with_them_what_was_asked(alice: User, signed_in: SignIn) -> None:
    client = signed_in(alice)

    assert "166,022 to 218,423" in " ".join(re.sub(r"<[^>]+>", " ", client.get(URL).content.decode()).split())
    assert "190,926 to 251,187" in text(client, level="staff")


def test_a_short_link_takes_the_usual_answers_for_what_it_does_not_name(alice: User, signed_in: SignIn) -> None:
    page = signed_in(alice).get(URL, {"level": "staff"}).content.decode()

    assert "190,926 to 251,187" in " ".join(re.sub(r"<[^>]+>", " ", page).split())
    assert "This field is required" not in page


def test_an_input_that_was_emptied_is_asked_for(alice: User, signed_in: SignIn) -> None:
    assert "This field is required" in signed_in(alice).get(URL, {"level": "staff", "country": ""}).content.decode()


def test_an_offer_gets_its_percentile_compa_ratio_and_total(alice: User, signed_in: SignIn) -> None:
    page = text(
        signed_in(alice), base="165k", bonus="10", equity="80,000", vesting="4", sign_on="20000", stage="series_ab"
    )

    # 165,000 + 16,500 + 20,000 x .25 + 10,000
    assert "Total a year 196,500" in page
    assert "Percentile 24th" in page
    assert "Compa-ratio 0.87" in page


def test_it_says_what_each_input_does_and_where_figures_come_from(alice: User, signed_in: SignIn) -> None:
    page = text(signed_in(alice), metro="New York", region="NY", stage="seed")

    for said in (
        "What each input does",
        "New York",
        "× 0.700",
        "months at 3 % a year",
        "aijobs.net",
        "What others publish",
        "disagrees",
        "vendor claim",
    ):
        assert said in page


def test_years_stand_for_a_level(alice: User, signed_in: SignIn) -> None:
    client = signed_in(alice)

    assert "6 years of experience read as senior" in text(client, level="", years="6")


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"currency": "XXX"}, "Currency : Select a valid choice"),
        ({"country": "USA"}, "Two letters, such as US"),
        ({"country": "1"}, "Two letters, such as US"),
        ({"base": "-5"}, "Base : Enter a number"),
        ({"base": "lots"}, "Base : Enter a number"),
        ({"base": "165"}, "Base pay a year from 5,000 to 2,000,000 is believable"),
        ({"base": "999999999"}, "is believable"),
        ({"growth": "40"}, "Enter a number from 0 to 12"),
        ({"level": "", "years": ""}, "Choose a level, or give the years"),
        ({"level": "", "years": "200"}, "Enter a number from 0 to 60"),
        ({"level": "wizard"}, "Select a valid choice"),
        ({"role": "<script>"}, "Select a valid choice"),
        ({"vesting": "0", "equity": "1000", "base": "165k"}, "vests over 1 year or more"),
        ({"metro": "x" * 500}, "at most 80 characters"),
    ],
)
def test_bad_input_gets_a_clear_message(asked: dict[str, str], message: str, alice: User, signed_in: SignIn) -> None:
    page = text(signed_in(alice), **asked)

    assert message in page and "Midpoint" not in page


def test_a_country_without_data_gets_no_guess(alice: User, signed_in: SignIn) -> None:
    page = text(signed_in(alice), country="AT", currency="EUR")

    assert "Not enough data" in page and "Midpoint" not in page


def test_from_htmx_only_the_answer_comes_back(alice: User, signed_in: SignIn) -> None:
    page = signed_in(alice).get(URL, ASKED | {"base": "165k"}, headers={"HX-Request": "true"}).content.decode()

    assert page.lstrip().startswith('<div class="answer" id="result"')
    assert '<input class="input" name=' not in page and "<html" not in page


def test_the_link_carries_the_inputs(alice: User, bob: User, signed_in: SignIn) -> None:
    page = signed_in(alice).get(URL, ASKED | {"base": "170k", "metro": "Austin", "region": "TX"}).content.decode()
    link = unescape(page.split('id="link" readonly value="')[1].split('"')[0])

    other = signed_in(bob).get(link).content.decode()

    assert 'value="170k"' in other and 'value="Austin"' in other and "Compa-ratio" in other


def test_bands_are_for_those_who_may_see_them(
    band_set: MakeSet, alice: User, ada: User, charlie: User, signed_in: SignIn
) -> None:
    made = band_set(comes_first="bands")
    made.publish(ada, made.effective_from)

    assert "139,500 to 170,500" in text(signed_in(ada))
    for person in (alice, charlie):
        page = text(signed_in(person))
        assert "139,500" not in page and "170,500" not in page and "Own band" not in page


def test_the_number_of_queries_is_fixed(band_set: MakeSet, ada: User, alice: User, signed_in: SignIn) -> None:
    made = band_set()
    made.publish(ada, made.effective_from)
    counts = {}
    for person in (alice, ada):
        client = signed_in(person)
        for requisitions in range(3):
            client.get(URL, ASKED)
            with CaptureQueriesContext(connection) as queries:
                client.get(URL, ASKED)
            counts[person.name, requisitions] = len(queries)
            Requisition.objects.create(owner=alice, title=f"R{requisitions}")

    assert set(counts.values()) == {5}, counts


# --- Into a requisition ----------------------------------------------------------------------------


@pytest.fixture
def requisition(alice: User) -> Requisition:
    """Alice's, with an offer."""
    answers: dict[str, Any] = {"base_min": Decimal(100_000), "base_max": Decimal(120_000), "currency": "USD"}
    return Requisition.objects.create(owner=alice, title="MLOps", level="senior", **answers)


def use(client: Client, requisition: Requisition, revision: int | None = None) -> Any:
    chosen = f"{requisition.pk}:{requisition.revision if revision is None else revision}"
    return client.post(reverse("compensation:use"), ASKED | {"requisition": chosen}, follow=True)


def test_the_range_becomes_the_offer(requisition: Requisition, alice: User, signed_in: SignIn) -> None:
    page = use(signed_in(alice), requisition).content.decode()

    requisition.refresh_from_db()
    assert (requisition.base_min, requisition.base_max, requisition.revision) == (166_000, 218_000, 1)
    assert "now offers 166,000 to 218,000 USD" in page
    assert requisition.history.first().history_user == alice


def test_an_offer_that_changed_meanwhile_is_not_overwritten(
    requisition: Requisition, alice: User, signed_in: SignIn
) -> None:
    page = use(signed_in(alice), requisition, revision=7).content.decode()

    requisition.refresh_from_db()
    assert "has changed since this page was made" in page
    assert requisition.base_min == 100_000


@pytest.mark.parametrize(
    ("who", "status", "changed"),
    [
        ("alice", 200, True),
        ("dora", 200, True),
        ("bob", 404, False),
        ("rita", 403, False),
        ("ada", 403, False),
        ("charlie", 404, False),
    ],
)
def test_who_may_put_it_in(
    who: str,
    status: int,
    changed: bool,
    requisition: Requisition,
    signed_in: SignIn,
    request: pytest.FixtureRequest,
) -> None:
    response = use(signed_in(request.getfixturevalue(who)), requisition)

    requisition.refresh_from_db()
    assert (response.status_code, requisition.base_min == 166_000) == (status, changed)


@pytest.mark.parametrize("chosen", ["", "x", "1", "9" * 30 + ":0", "²:0"])
def test_a_choice_that_is_none_is_refused(chosen: str, alice: User, signed_in: SignIn) -> None:
    response = signed_in(alice).post(reverse("compensation:use"), ASKED | {"requisition": chosen}, follow=True)

    assert response.status_code in (200, 404)
    assert not Requisition.objects.exists()


def test_only_requisitions_that_may_be_changed_are_offered(
    requisition: Requisition, bob: User, alice: User, rita: User, signed_in: SignIn
) -> None:
    assert f'value="{requisition.pk}:0"' in signed_in(alice).get(URL).content.decode()
    for person in (bob, rita):
        assert f'value="{requisition.pk}:0"' not in signed_in(person).get(URL).content.decode()
    requisition.shared_with.add(bob)
    assert f'value="{requisition.pk}:0"' in signed_in(bob).get(URL).content.decode()
