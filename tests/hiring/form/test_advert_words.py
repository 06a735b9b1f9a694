"""Beside a question the form shows what the requisition's own advert says of it."""

from collections.abc import Callable

from django.test import Client

from accounts.models import User
from hiring.models import Requisition

SignedIn = Callable[[User], Client]
ADVERT = """Senior MLOps Engineer

Requirements:
- At least 5 years of experience with <b>Kubernetes</b>
- Strong Python
- Terraform
- Model monitoring

Salary: USD 150,000 to 180,000 a year. Remote in the United States."""


def _page(client: Client, requisition: Requisition, slug: str) -> str:
    return client.get(f"/requisitions/{requisition.pk}/{slug}/").content.decode()


def test_an_answer_is_traced_to_the_words_of_the_advert(
    requisition: Requisition, alice: User, signed_in: SignedIn
) -> None:
    requisition.job_ad = ADVERT
    requisition.save()
    scope = _page(signed_in(alice), requisition, "scope")
    beside_years = scope.split('id="years_min"')[1].split('id="degree"')[0]
    assert "The advert says" in beside_years and "5 years" in beside_years
    assert "<b>Kubernetes</b>" not in scope
    beside_must = scope.split('id="must_haves"')[1].split('id="nice_to_haves"')[0]
    assert "and 1 more" in beside_must
    assert "USD 150,000 to 180,000" in _page(signed_in(alice), requisition, "pay")


def test_without_an_advert_nothing_is_quoted(requisition: Requisition, alice: User, signed_in: SignedIn) -> None:
    requisition.job_ad = None
    requisition.save()
    for slug in ("role", "scope", "pay"):
        assert "The advert says" not in _page(signed_in(alice), requisition, slug)


def test_an_advert_in_another_language_is_not_quoted(
    requisition: Requisition, alice: User, signed_in: SignedIn
) -> None:
    requisition.job_ad = "Wir suchen eine erfahrene Person für unsere Plattform. Du bringst fünf Jahre Python mit. " * 5
    requisition.save()
    assert "The advert says" not in _page(signed_in(alice), requisition, "scope")
