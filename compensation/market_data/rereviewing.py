"""Reviewing every requisition again because the market figures have changed."""

import logging

from django.db import transaction
from django.utils import timezone

from hiring.models import Requisition
from hiring.reviewing import remember_verdict, review_requisition, store_review, worst_flags
from hiring.verdict_news import News, mail_owners, tell

log = logging.getLogger(__name__)

AT_A_TIME = 100
CAUSE = "all requisitions were reviewed again after a change of the market figures"


def review_again(occasion: str) -> int:
    """Store a review of each requisition whose verdict or flags are no longer what its lists say; give their number.

    One that cannot be reviewed is logged and passed over: the others must not wait for it.
    """
    today = timezone.localdate()
    changed = 0
    told: list[tuple[Requisition, News]] = []
    for requisition in Requisition.objects.select_related("owner").iterator(chunk_size=AT_A_TIME):
        try:
            reviewed = review_requisition(requisition, today)
            verdict, flags = reviewed.report.verdict.value, worst_flags(reviewed.report)
            if (verdict, flags) == (requisition.verdict, requisition.worst_flags):
                continue
            news = News(requisition.verdict, verdict, CAUSE, today)
            with transaction.atomic():
                remember_verdict(requisition, reviewed.report)
                store_review(requisition, reviewed, by=None, occasion=occasion)
                if news.was != news.now:
                    tell(requisition, news)
                    told.append((requisition, news))
            changed += 1
        except Exception:
            log.exception("Requisition %s was not reviewed again", requisition.pk)
    mail_owners(told)
    return changed
