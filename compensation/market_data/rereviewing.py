"""Reviewing every requisition again because the market figures have changed."""

import logging

from django.db import transaction
from django.utils import timezone

from hiring.models import Requisition
from hiring.reviewing import remember_verdict, review_requisition, store_review, worst_flags

log = logging.getLogger(__name__)

AT_A_TIME = 100
OCCASION_LENGTH = 100


def figures_changed(occasion: str) -> None:
    """Hand the work to the background once the transaction is through. ``occasion`` stands on the reviews it stores."""
    from compensation.tasks import review_all

    transaction.on_commit(lambda: review_all.enqueue(occasion[:OCCASION_LENGTH]))


def review_again(occasion: str) -> int:
    """Store a review of each requisition whose verdict or flags are no longer what its lists say; give their number.

    One that cannot be reviewed is logged and passed over: the others must not wait for it.
    """
    today = timezone.localdate()
    changed = 0
    for requisition in Requisition.objects.select_related("owner").iterator(chunk_size=AT_A_TIME):
        try:
            reviewed = review_requisition(requisition, today)
            verdict, flags = reviewed.report.verdict.value, worst_flags(reviewed.report)
            if (verdict, flags) == (requisition.verdict, requisition.worst_flags):
                continue
            with transaction.atomic():
                remember_verdict(requisition, reviewed.report)
                store_review(requisition, reviewed, by=None, occasion=occasion)
            changed += 1
        except Exception:
            log.exception("Requisition %s was not reviewed again", requisition.pk)
    return changed
