"""Putting the demo requisitions in place."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Final

from django.utils import timezone

from accounts.models import User
from hiring.assemble import load
from hiring.document import RequisitionDocument
from hiring.models import Requisition
from hiring.reviewing import remember_verdict, review_requisition, store_review

OWNER: Final = "maya@example.com"
STORIES: Final = ("startup_unicorn", "healthy_senior", "rescue_mission")
POSTED_DAYS_AGO: Final = {"healthy_senior": 9}
"""The healthy requisition is open already; its clock must look the same whenever the demo is seeded."""


def demo_document(name: str) -> RequisitionDocument:
    """One of the demo documents, by the name of its file."""
    return RequisitionDocument.model_validate_json((Path(__file__).parent / f"{name}.json").read_bytes())


def seed() -> Iterator[str]:
    """Create the demo requisitions where they are missing, by title, and review each; says what came of it."""
    owner = User.objects.get(email=OWNER)
    for name in STORIES:
        document = demo_document(name)
        requisition = Requisition.objects.filter(owner=owner, title=document.role.title).first()
        if requisition is None:
            requisition = Requisition(owner=owner)
            load(requisition, document)
            if name in POSTED_DAYS_AGO:
                requisition.posted_on = timezone.localdate() - timedelta(days=POSTED_DAYS_AGO[name])
                requisition.save(update_fields=["posted_on"])
            reviewed = review_requisition(requisition)
            remember_verdict(requisition, reviewed.report)
            store_review(requisition, reviewed, by=owner, occasion="Demo data")
        yield f"Demo requisition: {requisition.title} ({requisition.verdict.replace('_', ' ')})"
