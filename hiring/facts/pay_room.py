"""Changing the offer as far as the company's own band allows: more is a matter for compensation, not a patch."""

from collections.abc import Callable
from decimal import ROUND_CEILING, Decimal
from typing import TYPE_CHECKING

from hiring.document.base import json_number
from hiring.document.patch import PatchOperation

if TYPE_CHECKING:
    from hiring.facts.case import Case

type Band = tuple[Decimal | None, Decimal]
"""Minimum (None = not answered) and maximum of an offer."""


def raised(case: "Case", delta: Decimal, clears: Callable[[Band], bool]) -> tuple[PatchOperation, ...]:
    """Raise both ends by ``delta`` (up to a whole thousand), inside the company's own band.

    No operations where the company has no band for the requisition, or the offer so raised would not clear the flag.
    """
    own, pay = case.own_band, case.pay
    if own is None or pay.base_max is None:
        return ()
    step = up_to_thousand(delta)
    high = min(own.high, pay.base_max + step)
    low = None if pay.base_min is None else max(own.low, min(pay.base_min + step, high))
    if high <= pay.base_max or (low is not None and low > high) or not clears((low, high)):
        return ()
    return set_band(low, high)


def up_to_thousand(amount: Decimal) -> Decimal:
    """The next whole thousand at or above an amount."""
    return (amount / 1000).to_integral_value(ROUND_CEILING) * 1000


def mid_reaches(least: Decimal) -> Callable[[Band], bool]:
    """A test of a band: its midpoint is at least this much."""
    return lambda band: band[0] is not None and band[0] + band[1] >= 2 * least


def top_reaches(least: Decimal) -> Callable[[Band], bool]:
    """A test of a band: its maximum is at least this much."""
    return lambda band: band[1] >= least


def brought_inside(case: "Case") -> tuple[PatchOperation, ...]:
    """Cut the offer to the company's own band; the whole band where nothing of the offer lies in it."""
    own, low, high = case.own_band, case.pay.base_min, case.pay.base_max
    if own is None:
        return ()
    new_low = None if low is None else max(low, own.low)
    new_high = None if high is None else min(high, own.high)
    if (new_low is not None and new_low > own.high) or (new_high is not None and new_high < own.low):
        new_low, new_high = own.low, own.high
    ends = (("base_min", low, new_low), ("base_max", high, new_high))
    return tuple(_replace(name, new) for name, old, new in ends if new is not None and new != old)


def set_band(low: Decimal | None, high: Decimal) -> tuple[PatchOperation, ...]:
    """Operations that set the offer; a minimum that is not answered stays so."""
    top = _replace("base_max", high)
    return (top,) if low is None else (_replace("base_min", low), top)


def _replace(name: str, value: Decimal) -> PatchOperation:
    return {"op": "replace", "path": f"/pay/{name}", "value": json_number(value)}
