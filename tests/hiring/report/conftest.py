"""Requisitions for the tests of the report and its pages."""

from collections.abc import Callable
from typing import Any

import pytest

from accounts.models import User
from hiring.assemble import load
from hiring.demo.seed import demo_document
from hiring.models import Requisition
from hiring.reviewing import remember_verdict, review_requisition


@pytest.fixture
def store() -> Callable[..., Requisition]:
    """Stores a requisition with a reviewed document: `store(alice, document)`."""

    def make(owner: User, document: Any) -> Requisition:
        requisition = Requisition(owner=owner)
        load(requisition, document)
        remember_verdict(requisition, review_requisition(requisition).report)
        return requisition

    return make


@pytest.fixture
def unicorn(alice: User, store: Callable[..., Requisition]) -> Requisition:
    """Alice's start-up requisition: many flags, blockers among them."""
    return store(alice, demo_document("startup_unicorn"))


@pytest.fixture
def healthy(alice: User, store: Callable[..., Requisition]) -> Requisition:
    """Alice's healthy requisition."""
    return store(alice, demo_document("healthy_senior"))
