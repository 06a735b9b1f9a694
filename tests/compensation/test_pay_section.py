"""The offer against the market on the pay step and the report."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from hiring.models import Requisition

SignIn = Callable[[User], Client]


@pytest.fixture
def requisition(alice: User) -> Requisition:
    """Alice's: senior, balanced, Austin, 140 to 160 thousand."""
    answers: dict[str, Any] = {
        "level": "senior",
        "archetype": "balanced",
        "locations": [{"country": "US", "region": "TX", "metro": "Austin"}],
        "currency": "USD",
        "base_min": Decimal(140_000),
        "base_max": Decimal(160_000),
    }
    return Requisition.objects.create(owner=alice, **answers)


def step(requisition: Requisition, slug: str = "pay") -> str:
    return reverse("hiring:step", args=[requisition.pk, slug])


@pytest.mark.parametrize("page", ["step", "report"])
def test_both_pages_draw_the_offer_with_its_text(
    page: str, requisition: Requisition, alice: User, signed_in: SignIn
) -> None:
    address = step(requisition) if page == "step" else reverse("hiring:report", args=[requisition.pk])

    text = signed_in(alice).get(address).content.decode()

    assert text.count('<svg class="pay"') == 1
    assert "Offer 140–160k" in text and "<desc" in text and "45 postings, solid" in text
    assert "compa-ratio 0.80" in text


def test_an_autosave_redraws_the_picture(requisition: Requisition, alice: User, signed_in: SignIn) -> None:
    posted = {"asked": "base_max", "base": "0", "base_max": "190k"}

    text = signed_in(alice).post(step(requisition), posted, headers={"HX-Request": "true"}).content.decode()

    assert 'id="pay-offer" hx-swap-oob="innerHTML"' in text and "Offer 140–190k" in text


def test_other_steps_do_not_draw_it(requisition: Requisition, alice: User, signed_in: SignIn) -> None:
    assert '<svg class="pay"' not in signed_in(alice).get(step(requisition, "scope")).content.decode()


@pytest.mark.parametrize("answers", [{"level": None}, {"locations": []}, {"locations": [{"country": "AT"}]}])
def test_without_a_market_there_is_nothing_to_draw(
    answers: dict[str, Any], requisition: Requisition, alice: User, signed_in: SignIn
) -> None:
    for name, value in answers.items():
        setattr(requisition, name, value)
    requisition.save()

    for address in (step(requisition), reverse("hiring:report", args=[requisition.pk])):
        response = signed_in(alice).get(address)
        assert response.status_code == 200 and '<svg class="pay"' not in response.content.decode()


def test_form_report_pay_page_and_plan_stand_on_one_benchmark(
    requisition: Requisition, alice: User, ada: User, band_set: Callable[..., Any], signed_in: SignIn
) -> None:
    made = band_set(comes_first="bands")
    made.publish(ada, made.effective_from)
    client = signed_in(alice)

    for address in (
        step(requisition),
        reverse("hiring:report", args=[requisition.pk]),
        reverse("compensation:requisition", args=[requisition.pk]),
        reverse("assessments:plan", args=[requisition.pk]),
    ):
        text = client.get(address).content.decode()
        # The MLOps line is the band: 139,500 x .92, minimum, middle, maximum, 170,500 x 1.08.
        assert "10th percentile 128k, 25th 140k, median 155k, 75th 170k, 90th 184k; your band" in text, address
