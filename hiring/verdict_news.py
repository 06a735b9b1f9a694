"""A verdict that changed although nobody changed an answer: its owner is told until they have seen it."""

import logging
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from django.core.exceptions import PermissionDenied
from django.core.mail import EmailMessage
from django.db.models import QuerySet
from django.template.loader import render_to_string

from hiring.models import Requisition
from hiring.strip import VERDICT_MARKS

if TYPE_CHECKING:
    from accounts.models import User

log = logging.getLogger(__name__)

MOST_ON_THE_LIST: Final = 5
"""News shown above the list at once; the others follow as these are seen."""


@dataclass(frozen=True, slots=True)
class News:
    """The verdict before and after, what changed it (as "the bands X were published") and on which day."""

    was: str
    now: str
    cause: str
    day: date

    @property
    def sentence(self) -> str:
        """In words, for the owner."""
        was, now = VERDICT_MARKS[self.was].word.lower(), VERDICT_MARKS[self.now].word.lower()
        return f"The verdict changed from {was} to {now} when {self.cause} on {self.day.day} {self.day:%b %Y}."


def after(before: Mapping[str, Any] | None, news: News) -> dict[str, Any] | None:
    """What to keep as ``verdict_news``. News not seen yet are drawn together; None where the verdict is as it was."""
    was = before["was"] if before else news.was
    if was == news.now:
        return None
    return {"was": was, "now": news.now, "cause": news.cause, "day": news.day.isoformat()}


def tell(requisition: Requisition, news: News) -> None:
    """Keep the news for the owner to see."""
    requisition.verdict_news = after(requisition.verdict_news, news)
    Requisition.objects.filter(pk=requisition.pk).update(verdict_news=requisition.verdict_news)


def news_of(requisition: Requisition, user: "User") -> News | None:
    """What the person has not seen yet; None for anybody but the owner."""
    kept = requisition.verdict_news
    if kept is None or requisition.owner_id != user.pk:
        return None
    return News(kept["was"], kept["now"], kept["cause"], date.fromisoformat(kept["day"]))


def with_news(user: "User") -> QuerySet[Requisition]:
    """The person's own requisitions with news."""
    return Requisition.objects.filter(owner_id=user.pk, verdict_news__isnull=False)


def seen(requisition: Requisition, user: "User") -> None:
    """The owner has seen the news. Raises PermissionDenied for anybody else."""
    if requisition.owner_id != user.pk:
        raise PermissionDenied("Only its owner is told about a requisition.")
    Requisition.objects.filter(pk=requisition.pk).update(verdict_news=None)


def mail_owners(changes: Iterable[tuple[Requisition, News]]) -> None:
    """One mail to each owner, with all of their requisitions. A mail that cannot be sent is logged: the page tells too.

    Needs the owners loaded.
    """
    by_owner: dict[User, list[tuple[Requisition, News]]] = defaultdict(list)
    for requisition, news in changes:
        if requisition.owner.is_active:
            by_owner[requisition.owner].append((requisition, news))
    for owner, rows in by_owner.items():
        text = render_to_string("hiring/email/verdict_news.txt", {"owner": owner, "rows": rows})
        number = f"{len(rows)} requisitions" if len(rows) > 1 else f"“{' '.join(str(rows[0][0]).split())}”"
        try:
            EmailMessage(f"Preflight: the verdict of {number} changed", text, to=[owner.email]).send()
        except OSError:
            log.exception("The news of changed verdicts were not mailed")
            return
