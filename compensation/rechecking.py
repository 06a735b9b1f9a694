"""Doing a re-check: progress after every few requisitions, and an end that is always written down."""

import logging
from datetime import date

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from compensation.book import BandBook
from compensation.effects import Judged, effects, touched
from compensation.models import BandSet, Recheck
from hiring.models import Requisition
from hiring.reviewing import store_review, worst_flags

log = logging.getLogger(__name__)

TELL_EVERY = 20
"""Requisitions between two notes of progress; also how soon a wish to cancel is heard."""
OCCASION_LENGTH = 100


def start(
    band_set: BandSet,
    kind: Recheck.Kind,
    occasion: str,
    before: BandBook | None,
    after: BandBook | None,
    by: User | None,
    today: date,
) -> Recheck:
    """Note a re-check and hand it to the background once the transaction is through."""
    from compensation.tasks import recheck

    made = Recheck.objects.create(
        band_set=band_set,
        kind=kind,
        occasion=occasion[:OCCASION_LENGTH],
        before=before.as_json() if before else None,
        after=after.as_json() if after else None,
        day=today,
        made_by=by,
    )
    transaction.on_commit(lambda: recheck.enqueue(made.pk))
    return made


def restart(made: Recheck) -> None:
    """Hand a re-check that was cut off, cancelled or failed to the background again, from the beginning."""
    from compensation.tasks import recheck

    Recheck.objects.filter(pk=made.pk).update(
        state=Recheck.State.WAITING, cancel_asked=False, done=0, effects=[], error="", touched_at=timezone.now()
    )
    transaction.on_commit(lambda: recheck.enqueue(made.pk))


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
    made = Recheck.objects.select_related("made_by").get(pk=pk)
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
    for judged in effects(rows, before, after, made.day):
        made.done += 1
        if judged.effect:
            made.effects.append(judged.effect.as_json())
            if made.kind == Recheck.Kind.CHANGE:
                _keep(judged, made)
        if made.done % TELL_EVERY == 0:
            _tell(made)
            if Recheck.objects.filter(pk=made.pk, cancel_asked=True).exists():
                made.state = Recheck.State.CANCELLED
                return
    made.state = Recheck.State.DONE


def _keep(judged: Judged, made: Recheck) -> None:
    """Repeat the verdict for the lists and keep the review, unless somebody has saved since: that reviewed it too."""
    requisition, report = judged.requisition, judged.reviewed.report
    with transaction.atomic():
        unchanged = Requisition.objects.filter(pk=requisition.pk, revision=requisition.revision)
        if unchanged.update(verdict=report.verdict.value, worst_flags=worst_flags(report)):
            store_review(requisition, judged.reviewed, by=made.made_by, occasion=made.occasion)


def _tell(made: Recheck, *, finished: bool = False) -> None:
    made.touched_at = timezone.now()
    fields = ["total", "done", "touched_at"]
    # While it runs the row says how far it is; the list is written once, at the end.
    made.save(update_fields=[*fields, "state", "effects", "error"] if finished else fields)
