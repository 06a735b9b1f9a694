"""Handing work to the background, once the transaction is through."""

from typing import Final

from django.db import transaction
from django.utils import timezone

from compensation.models import Recheck
from compensation.tasks import recheck

OCCASION_LENGTH: Final = 100
NO_PREVIEW: Final = "There is no finished preview of today. Make one first."


def start(made: Recheck) -> Recheck:
    """Note a re-check and hand it to the background once the transaction is through."""
    made.occasion = made.occasion[:OCCASION_LENGTH]
    made.save()
    transaction.on_commit(lambda: recheck.enqueue(made.pk))
    return made


def restart(made: Recheck) -> None:
    """Hand a re-check that was cut off, cancelled or failed to the background again, from the beginning."""
    Recheck.objects.filter(pk=made.pk).update(
        state=Recheck.State.WAITING,
        step="",
        cancel_asked=False,
        done=0,
        effects=[],
        error="",
        touched_at=timezone.now(),
    )
    transaction.on_commit(lambda: recheck.enqueue(made.pk))
