"""Handing work to the background, once the transaction is through."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from compensation.book import BandBook
from compensation.models import BandSet, Recheck
from compensation.tasks import recheck, review_all

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
    Recheck.objects.filter(pk=made.pk).update(
        state=Recheck.State.WAITING, cancel_asked=False, done=0, effects=[], error="", touched_at=timezone.now()
    )
    transaction.on_commit(lambda: recheck.enqueue(made.pk))


def figures_changed(occasion: str) -> None:
    """Hand the work to the background once the transaction is through. ``occasion`` stands on the reviews it stores."""
    transaction.on_commit(lambda: review_all.enqueue(occasion[:OCCASION_LENGTH]))
