"""Shares of a week in whole percent."""

from collections.abc import Sequence
from decimal import Decimal


def whole_shares(shares: Sequence[Decimal], total: int = 100) -> list[int]:
    """Whole numbers close to the shares that add up to ``total``: the largest remainders are rounded up."""
    whole = [int(share) for share in shares]
    by_remainder = sorted(range(len(shares)), key=lambda index: shares[index] % 1, reverse=True)
    for index in by_remainder[: total - sum(whole)]:
        whole[index] += 1
    return whole
