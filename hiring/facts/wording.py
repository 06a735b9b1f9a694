"""Figures and lists as the messages say them."""

from collections.abc import Sequence
from decimal import Decimal


def money(currency: str | None, amount: Decimal | int) -> str:
    """``USD 165,000``: whole units, the currency in front where it is known."""
    return f"{currency} {amount:,.0f}" if currency else f"{amount:,.0f}"


def at_percentile(percentile: Decimal) -> str:
    """``at percentile 42`` of a market; outside its figures ``below percentile 10`` or ``above percentile 90``."""
    if percentile < 10:
        return "below percentile 10"
    return "above percentile 90" if percentile > 90 else f"at percentile {percentile:.0f}"


def number(value: Decimal | int) -> str:
    """A figure without superfluous zeros, at most two decimals: ``1.03``, ``60``, ``1,200``."""
    if isinstance(value, int):
        return f"{value:,}"
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def counted(value: Decimal | int, noun: str, plural: str | None = None) -> str:
    """``1 model``, ``3 models``; ``plural`` where adding an s is not enough."""
    return f"{number(value)} {noun if value == 1 else plural or noun + 's'}"


def listed(words: Sequence[str], joint: str = "and") -> str:
    """``a``, ``a and b``, ``a, b and c``; empty text for nothing."""
    return f"{', '.join(words[:-1])} {joint} {words[-1]}" if len(words) > 1 else "".join(words)
