"""Doing a re-check: progress after every few requisitions, and an end that is always written down."""

import logging
from typing import Any

from django.db import transaction
from django.utils import timezone

from compensation.book import BandBook
from compensation.effects import Effect, Judged, effects, touched
from compensation.models import Recheck
from hiring.models import Requisition
from hiring.reviewing import store_review, worst_flags
from hiring.verdict_news import News, mail_owners
from hiring.verdict_news import after as news_after

log = logging.getLogger(__name__)

TELL_EVERY = 20
"""Requisitions between two notes of progress; also how soon a wish to cancel is heard."""


def cancel(made: Recheck) -> None:
    """Ask the work to stop; it does so after the requisition in hand. What waits is stopped at once."""
    Recheck.objects.filter(pk=made.pk, state=Recheck.State.WAITING).update(state=Recheck.State.CANCELLED)
    Recheck.objects.filter(pk=made.pk, state=Recheck.State.RUNNING).update(cancel_asked=True)


def run(pk: int) -> None:
    """Do the work of one re-check. Never raises: what goes wrong stands in the row, and in the log with its trace."""
    claimed = Recheck.objects.filter(pk=pk, state=Recheck.State.WAITING).update(
        state=Recheck.State.RUNNING, touched_at=timezone.now()
    )
    if not claimed:
        return
    made = Recheck.objects.select_related("made_by", "band_set").get(pk=pk)
    try:
        _work(made)
    except Exception as error:
        log.exception("Re-check %s failed", pk)
        made.state, made.error = Recheck.State.FAILED, f"{type(error).__name__}: {error}"[:500]
    _tell(made, finished=True)


def _work(made: Recheck) -> None:
    before, after = (BandBook.from_json(data) if data else None for data in (made.before, made.after))
    rows = touched(made.book["country"], made.book["currency"])
    made.total = rows.count()
    _tell(made)
    made.state, told = Recheck.State.DONE, []
    for judged in effects(rows, before, after, made.day):
        made.done += 1
        if judged.effect:
            made.effects.append(judged.effect.as_json())
            if made.kind == Recheck.Kind.CHANGE and (news := _keep(judged, judged.effect, made)):
                told.append((judged.requisition, news))
        if made.done % TELL_EVERY == 0:
            _tell(made)
            if Recheck.objects.filter(pk=made.pk, cancel_asked=True).exists():
                made.state = Recheck.State.CANCELLED
                break
    mail_owners(told)


def _keep(judged: Judged, effect: Effect, made: Recheck) -> News | None:
    """Repeat the verdict for the lists and keep the review, unless somebody has saved since: that reviewed it too.

    Gives what the owner is told: that the verdict changed.
    """
    requisition, report = judged.requisition, judged.reviewed.report
    columns: dict[str, Any] = {"verdict": report.verdict.value, "worst_flags": worst_flags(report)}
    news = None
    if effect.verdict_before != effect.verdict_after:
        cause = f"the bands “{made.band_set}” were {'published' if made.after else 'retired'}"
        news = News(effect.verdict_before, effect.verdict_after, cause, made.day)
        columns["verdict_news"] = news_after(requisition.verdict_news, news)
    with transaction.atomic():
        if not Requisition.objects.filter(pk=requisition.pk, revision=requisition.revision).update(**columns):
            return None
        store_review(requisition, judged.reviewed, by=made.made_by, occasion=made.occasion)
    return news


def _tell(made: Recheck, *, finished: bool = False) -> None:
    made.touched_at = timezone.now()
    fields = ["total", "done", "touched_at"]
    # While it runs the row says how far it is; the list is written once, at the end.
    made.save(update_fields=[*fields, "state", "effects", "error"] if finished else fields)
