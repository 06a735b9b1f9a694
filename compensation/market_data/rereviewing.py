"""Reviewing every requisition again because the market figures have changed."""

import logging

from django.db import transaction
from django.utils import timezone

from hiring.models import Requisition
from hiring.reviewing import remember_verdict, review_requisition, store_review, worst_flags

log = logging.getLogger(__name__)

AT_A_TIME = 100


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
