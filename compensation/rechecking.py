"""Doing a re-check: progress after every few requisitions, and an end that is always written down."""

import logging
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from compensation.comparing import comparison_of
from compensation.effects import Effect, effects
from compensation.market_data.taking_in import take_in
from compensation.models import MarketUpload, Recheck
from compensation.progress import Cancelled, tell, tell_and_listen
from hiring.models import Requisition
from hiring.reviewing import Reviewed, store_review, worst_flags
from hiring.verdict_news import News, mail_owners
from hiring.verdict_news import after as news_after

log = logging.getLogger(__name__)

TELL_EVERY = 20
"""Requisitions between two notes of progress; also how soon a wish to cancel is heard."""
MOST_NAMED = 20
"""Requisitions named that could not be judged."""


type Told = list[tuple[Requisition, News]]


def cancel(made: Recheck) -> None:
    """Ask the work to stop; it does so after the requisition in hand. What waits is stopped at once."""
    if Recheck.objects.filter(pk=made.pk, state=Recheck.State.WAITING).update(state=Recheck.State.CANCELLED):
        MarketUpload.objects.filter(recheck=made.pk).delete()
    Recheck.objects.filter(pk=made.pk, state=Recheck.State.RUNNING).update(cancel_asked=True)


def run(pk: int) -> None:
    """Do the work of one re-check. Never raises: what goes wrong stands in the row, and in the log with its trace."""
    made = _claimed(pk)
    if made is None:
        return
    try:
        _work(made)
        made.state = Recheck.State.DONE
    except Cancelled:
        made.state = Recheck.State.CANCELLED
    except ValidationError as refused:
        made.state, made.error = Recheck.State.FAILED, " ".join(refused.messages)
    except Exception as error:
        log.exception("Re-check %s failed", pk)
        made.state, made.error = Recheck.State.FAILED, f"{type(error).__name__}: {error}"[:500]
    if made.about == Recheck.About.FILE and not made.previewed:
        MarketUpload.objects.filter(recheck=pk).delete()
    tell(made, "state", "effects", "error", "step")


def _claimed(pk: int) -> Recheck | None:
    """The row, if it waits: of two workers one does it."""
    claimed = Recheck.objects.filter(pk=pk, state=Recheck.State.WAITING).update(
        state=Recheck.State.RUNNING, touched_at=timezone.now()
    )
    return Recheck.objects.select_related("made_by", "band_set", "source").get(pk=pk) if claimed else None


def _work(made: Recheck) -> None:
    if made.about == Recheck.About.FILE:
        take_in(made)
    compared = comparison_of(made)
    made.total, made.done, made.step = compared.rows.count(), 0, ""
    tell(made, "step")
    told: Told = []
    unjudged: list[str] = []
    try:
        for judged in effects(compared.rows, compared.before, compared.after, made.day):
            made.done += 1
            if judged.reviewed is None:
                unjudged.append(f"“{judged.requisition}” ({judged.requisition.pk})")
            elif judged.effect:
                made.effects.append(judged.effect.as_json())
                if made.kind == Recheck.Kind.CHANGE:
                    told += _keep(judged.requisition, judged.reviewed, judged.effect, made, compared.cause)
            if made.done % TELL_EVERY == 0:
                tell_and_listen(made)
    finally:
        mail_owners(told)
    if unjudged:
        made.error = f"Could not be judged, the log says why: {', '.join(unjudged[:MOST_NAMED])}."


def _keep(requisition: Requisition, reviewed: Reviewed, effect: Effect, made: Recheck, cause: str) -> Told:
    """Repeat the verdict for the lists and keep the review, unless somebody has saved since: that reviewed it too.

    Gives what the owner is told, if anything: that the verdict changed.
    """
    columns: dict[str, Any] = {"verdict": reviewed.report.verdict.value, "worst_flags": worst_flags(reviewed.report)}
    news = None
    if effect.verdict_before != effect.verdict_after:
        news = News(effect.verdict_before, effect.verdict_after, cause, made.day)
        columns["verdict_news"] = news_after(requisition.verdict_news, news)
    with transaction.atomic():
        if not Requisition.objects.filter(pk=requisition.pk, revision=requisition.revision).update(**columns):
            return []
        store_review(requisition, reviewed, by=made.made_by, occasion=made.occasion)
    return [(requisition, news)] if news else []
