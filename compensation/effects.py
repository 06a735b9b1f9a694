"""What other bands or other market data would do to requisitions: the same review under both. Reads, never writes."""

import logging
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from compensation.benchmark import NoMarket
from hiring.assemble import document_of, document_parts
from hiring.document import RequisitionDocument
from hiring.facts.bank import BankIndex
from hiring.market import Market
from hiring.models import Requisition, WaiverRecord
from hiring.reporting import Report, Waiver
from hiring.review import review
from hiring.reviewing import Reviewed, bank_for, whole_bank

log = logging.getLogger(__name__)

AT_A_TIME = 100

type Side = Callable[[RequisitionDocument], Market | NoMarket]
"""What the pay of a requisition is held against before or after a change. Asks no query."""


@dataclass(frozen=True, slots=True)
class Effect:
    """One requisition whose pay flags or verdict would change. Flags are (id, severity word, message)."""

    requisition: int
    title: str
    owner: str
    verdict_before: str
    verdict_after: str
    new: tuple[tuple[str, str, str], ...]
    gone: tuple[tuple[str, str, str], ...]
    changed: tuple[tuple[str, str, str], ...]
    """Flags that stand under both with another severity (as "advice → warning"), and the message as it becomes."""

    def as_json(self) -> dict[str, Any]:
        """The effect as plain data."""
        return {
            "requisition": self.requisition,
            "title": self.title,
            "owner": self.owner,
            "verdict_before": self.verdict_before,
            "verdict_after": self.verdict_after,
            "new": [list(flag) for flag in self.new],
            "gone": [list(flag) for flag in self.gone],
            "changed": [list(flag) for flag in self.changed],
        }


@dataclass(frozen=True, slots=True)
class Judged:
    """A requisition judged under both sides: the review under the later one, None where it cannot be judged, and what
    changes, None for nothing."""

    requisition: Requisition
    reviewed: Reviewed | None
    effect: Effect | None


def touched(countries: Collection[str], currency: str | None = None) -> QuerySet[Requisition]:
    """The requisitions whose place that decides is in these countries, paid in the currency (any for None), with all
    that a review reads."""
    here = Q(locations__0__country__in=countries) | Q(locations=[], remote_hiring_in__0__country__in=countries)
    waivers = Prefetch(
        "waivers",
        queryset=WaiverRecord.objects.filter(withdrawn_at=None).select_related("author"),
        to_attr="standing_waivers",
    )
    paid = Q(currency__isnull=False) if currency is None else Q(currency=currency)
    rows = Requisition.objects.filter(here, paid, level__isnull=False)
    return rows.select_related("owner").prefetch_related(waivers, *_prefetches()).order_by("pk")


def _prefetches() -> tuple[str, ...]:
    """The relations that hold parts of the document, where their keepers name them."""
    return tuple(name for part in document_parts().values() if (name := getattr(part, "relation", None)))


def effects(rows: QuerySet[Requisition], before: Side, after: Side, today: date) -> Iterator[Judged]:
    """Each requisition in turn, judged under one side and the other.

    One that cannot be judged is logged and passed over: the others must not wait for it.
    """
    whole = cache(whole_bank)
    for requisition in rows.iterator(chunk_size=AT_A_TIME):
        try:
            judged = _judged(requisition, before, after, today, whole)
        except Exception:
            log.exception("Requisition %s cannot be judged", requisition.pk)
            judged = Judged(requisition, None, None)
        yield judged


def _judged(requisition: Requisition, before: Side, after: Side, today: date, whole: Callable[[], BankIndex]) -> Judged:
    document = document_of(requisition)
    waivers = tuple(record.as_waiver() for record in requisition.standing_waivers)  # type: ignore[attr-defined]
    index = bank_for(document, whole)
    old, new = (_review(document, waivers, side, today, index) for side in (before, after))
    return Judged(requisition, new, _effect(requisition, old.report, new.report))


def _effect(requisition: Requisition, old: Report, new: Report) -> Effect | None:
    was, now = _flags(old), _flags(new)
    changes = [id_ for id_ in now if id_ in was and now[id_][1] != was[id_][1]]
    if old.verdict == new.verdict and was.keys() == now.keys() and not changes:
        return None
    return Effect(
        requisition=requisition.pk,
        title=str(requisition),
        owner=str(requisition.owner),
        verdict_before=old.verdict.value,
        verdict_after=new.verdict.value,
        new=tuple(flag for id_, flag in now.items() if id_ not in was),
        gone=tuple(flag for id_, flag in was.items() if id_ not in now),
        changed=tuple((id_, f"{was[id_][1]} → {now[id_][1]}", now[id_][2]) for id_ in changes),
    )


def _review(
    document: RequisitionDocument, waivers: tuple[Waiver, ...], side: Side, today: date, index: BankIndex
) -> Reviewed:
    found = side(document)
    market = None if isinstance(found, NoMarket) else found
    report = review(document, today=today, market=market, bank=index, waivers=waivers)
    return Reviewed(document, market, today, waivers, report, bank=index)


def _flags(report: Report) -> dict[str, tuple[str, str, str]]:
    return {flag.id: (flag.id, flag.severity.word, flag.message) for flag in report.flags}
