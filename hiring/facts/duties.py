"""Sums over the duties of a week. A sum with a missing part is unknown."""

from collections.abc import Sequence
from decimal import Decimal

from hiring.document import Duty


def week(duties: Sequence[Duty]) -> Decimal | None:
    """Sum of the duties' shares of the week in percent; None while one is missing."""
    total = Decimal(0)
    for duty in duties:
        if duty.percent is None:
            return None
        total += duty.percent
    return total


def model_share(duties: Sequence[Duty]) -> Decimal | None:
    """Percent of the week spent on building models; None while it hangs on a missing kind or percent."""
    if any(duty.kind is None for duty in duties):
        return None
    return week([duty for duty in duties if duty.kind == "model"])


def infra_share(duties: Sequence[Duty]) -> Decimal | None:
    """Percent of the week that is infrastructure work; None while one duty lacks one of the two numbers."""
    total = Decimal(0)
    for duty in duties:
        if duty.percent is None or duty.infra_share is None:
            return None
        total += duty.percent * duty.infra_share
    return total / 100


def unanswered(duties: Sequence[Duty], *fields: str) -> tuple[str, ...]:
    """JSON Pointers of those fields of the duties that are not answered; of the duties themselves without any."""
    if not duties:
        return ("/scope/duties",)
    return tuple(
        f"/scope/duties/{index}/{field}"
        for index, duty in enumerate(duties)
        for field in fields
        if getattr(duty, field) is None
    )


def scaled_to_a_week(percents: Sequence[Decimal]) -> list[int]:
    """The shares scaled to whole percents that add to 100, the largest remainders rounded up. Their sum is not 0."""
    total = sum(percents)
    parts = [divmod(percent * 100, total) for percent in percents]
    whole = [int(share) for share, _ in parts]
    by_remainder = sorted(range(len(parts)), key=lambda index: parts[index][1], reverse=True)
    for index in by_remainder[: 100 - sum(whole)]:
        whole[index] += 1
    return whole
