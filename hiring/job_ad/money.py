"""Money as ads write it: figures, currencies, scales such as "k" and "lakh", and the time they are for."""

import re
from decimal import Decimal
from typing import Final, NamedTuple

from hiring.job_ad.ad import Period

_CURRENCIES: Final = {
    symbol: code
    for code, symbols in {
        "USD": "us$ usd $ dollars",
        "CAD": "ca$ c$ cad",
        "AUD": "a$ au$ aud",
        "NZD": "nz$ nzd",
        "SGD": "s$ sgd",
        "HKD": "hk$ hkd",
        "GBP": "£ gbp pounds",
        "EUR": "€ eur euro euros",
        "INR": "₹ inr rs rs.",
        "CHF": "chf",
        "PLN": "pln zł zl",
        "MYR": "rm myr",
        "SEK": "sek",
        "NOK": "nok",
        "DKK": "dkk",
        "CZK": "czk kč",
        "HUF": "huf",
        "RON": "ron",
        "ILS": "ils ₪",
        "JPY": "jpy ¥",
        "BRL": "brl r$",
        "MXN": "mxn",
        "AED": "aed",
        "ZAR": "zar",
        "": "kr kr.",
    }.items()
    for symbol in symbols.split()
}
"""ISO code by what stands before or after a figure, in lower case. A bare "$" says too little: see ``dollars_near``.
Crowns ("kr") are those of the country, so they name no currency by themselves."""

CURRENCY_OF_COUNTRY: Final = {
    "US": "USD",
    "GB": "GBP",
    "CA": "CAD",
    "IN": "INR",
    "AU": "AUD",
    "CH": "CHF",
    "SG": "SGD",
    "PL": "PLN",
    "SE": "SEK",
    "NO": "NOK",
    "DK": "DKK",
    "CZ": "CZK",
    **dict.fromkeys(("DE", "FR", "NL", "IE", "ES", "IT", "PT", "AT", "BE", "FI", "GR"), "EUR"),
}
"""In what a job is paid whose ad names no currency, by the country of its first place."""

_DOLLARS: Final = (
    ("canad", "CAD"),
    (" cad", "CAD"),
    ("austral", "AUD"),
    (" aud", "AUD"),
    ("singapor", "SGD"),
    ("new zealand", "NZD"),
)
"""Words beside a "$" that say whose it is."""

_SYMBOL: Final = "|".join(sorted((re.escape(symbol) for symbol in _CURRENCIES), key=len, reverse=True))
_AMOUNT: Final = (
    r"(?:\d{1,3}(?:[,.' ]\d{3})+(?:[.,]\d{1,2})?|\d{1,2}(?:,\d{2})+,\d{3}|\d{1,7}(?:[.,]\d{1,2})?)"
    r"(?:[.,]-{1,2}(?![\d-]))?"
)
"""A figure: in groups of three (120,000, 120.000, 120'000, 120 000), in lakhs (20,00,000), or plain. "4.300,-" and
"4'300.-" have no cents."""

_SCALE: Final = r"(?:[ ]?(?:k|lakhs?|lacs?|lpa|l|mio|mn|m|million|b|bn|billion)\b(?!\w))?"
_UNIT: Final = (
    r"(?:[ ]?/[ ]?(?:year|annum|yr|hours?|hr|h|day|d|month|mo|week|wk)\b\.?|[ ]?(?:per|an?)[ ](?:year|annum|yr|"
    r"hour|hr|day|month|week)\b|"
    r"[ ]?(?:annually|yearly|hourly|monthly|daily|p[./]?[ ]?a\.?(?=[\s,.)]|\Z)|p[./]?[ ]?[hd]\b|pcm\b))?"
)
"""The time that pay is for, as it follows a figure."""

_TO_MOST: Final = (
    r"[ ]?[,;/|]?[ ](?:(?:and|the|base|annual|pay|salary|range)[ ]){0,3}max(?:imum|\.)?(?:[ ]of)?[ ]?:?[ ]?"
)
"""Between two figures told apart by words: "minimum $90,000, maximum $120,000"."""

MONEY: Final = re.compile(
    rf"(?<![\w.,])(?P<c1>{_SYMBOL})?[ ]?\$?(?P<a1>{_AMOUNT})(?P<s1>{_SCALE})"
    rf"(?P<u1>{_UNIT})(?P<k1>[ ]?(?:{_SYMBOL})(?![\w$]))?"
    rf"(?:(?P<sep>[ ]{{0,14}}(?:-{{1,2}}|~|to|and|up to|through)[ ]{{0,14}}(?:up to )?|{_TO_MOST}|(?=[$€£]))"
    rf"(?P<c2>{_SYMBOL})?[ ]?\$?(?P<a2>{_AMOUNT})(?P<s2>{_SCALE})(?P<u2>{_UNIT})(?P<k2>[ ]?(?:{_SYMBOL})(?![\w$]))?)?"
)
"""A figure with all that may stand around it, and a second one where they are a range."""

AND_MONEY: Final = re.compile(rf"\band\b[ ]?(?:{_SYMBOL})?[ ]?(?P<a>{_AMOUNT})(?P<s>{_SCALE})")
"""The second figure of "between $90,000 a year and $120,000"."""

_PERIODS: Final[tuple[tuple[str, Period], ...]] = (
    ("hour", "hour"),
    ("hr", "hour"),
    ("day", "day"),
    ("daily", "day"),
    ("month", "month"),
    ("mo", "month"),
    ("pcm", "month"),
    ("week", "week"),
    ("wk", "week"),
    ("year", "year"),
    ("annum", "year"),
    ("annual", "year"),
    ("yr", "year"),
    ("p.a", "year"),
    ("p/a", "year"),
    ("pa", "year"),
)
"""What a unit holds, and the period it means; the first that fits."""

_GROUPED: Final = re.compile(r"\d{1,3}(?:[.,]\d{3})+(?P<cents>[.,]\d{1,2})?")
_IN_LAKHS: Final = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}")
_LAKHS: Final = frozenset({"lakh", "lakhs", "lac", "lacs", "lpa", "l"})
_MILLIONS: Final = frozenset({"m", "mn", "mio", "million", "b", "bn", "billion"})
_SMALL: Final = 1000
"""A figure below this shares the scale of the other: "100-130k"."""


class Money(NamedTuple):
    """One figure or two, in whole units of money. ``high`` is None where there is one figure.

    ``currency`` is None where the words name none, and "" for crowns of a country not said; ``dollar``: whether a "$"
    stands there. ``period`` is None where no unit of time that we know follows, and ``has_unit`` whether any does.
    """

    low: Decimal
    high: Decimal | None
    currency: str | None
    dollar: bool
    period: Period | None
    has_unit: bool


def is_marked(match: re.Match[str]) -> bool:
    """Whether anything but the digits shows that a match of ``MONEY`` is money: a currency, a scale or a unit."""
    return any(match.group("c1", "s1", "u1", "k1", "c2", "s2", "u2", "k2")) or "$" in match.group()


def money_of(match: re.Match[str]) -> Money | None:
    """What a match of ``MONEY`` says; None for millions, which nobody is paid, for "401k" and for no figure."""
    scale1, scale2 = match["s1"].strip(), (match["s2"] or "").strip()
    scales = {scale1, scale2}
    low = amount_of(match["a1"])
    high = None if match["a2"] is None else amount_of(match["a2"])
    if low is None or (high is None and match["a2"] is not None) or scales & _MILLIONS:
        return None
    if low == 401 and scale1 == "k":
        return None
    symbols = [symbol.strip() for name in ("k2", "c2", "k1", "c1") if (symbol := match[name])]
    named = [_CURRENCIES[symbol] for symbol in symbols if symbol != "$"]
    currency = next(filter(None, named), "" if named else None)
    return Money(
        low * factor_of(scale1 or (scale2 if low < _SMALL else "")),
        None if high is None else high * factor_of(scale2 or (scale1 if high < _SMALL else "")),
        "INR" if currency is None and scales & _LAKHS else currency,
        "$" in symbols or "$" in match.group(),
        _period(match),
        bool(match["u1"] or match["u2"]),
    )


def amount_of(text: str) -> Decimal | None:
    """A figure as written: 120,000 and 120.000 and 120 000 and 20,00,000 are whole; 51.44 is not."""
    digits = text.replace("'", "").replace(" ", "").rstrip(".,-")
    grouped = _GROUPED.fullmatch(digits)
    if grouped is not None:
        cents = grouped["cents"] or ""
        whole = digits[: len(digits) - len(cents)] if cents else digits
        return Decimal(whole.replace(",", "").replace(".", "") + cents.replace(",", "."))
    if _IN_LAKHS.fullmatch(digits):
        return Decimal(digits.replace(",", ""))
    try:
        return Decimal(digits.replace(",", "."))
    except ArithmeticError:
        return None


def factor_of(scale: str) -> int:
    """What a scale multiplies by; 1 for none."""
    return 1000 if scale == "k" else 100_000 if scale in _LAKHS else 1


def _period(match: re.Match[str]) -> Period | None:
    for unit in (match["u2"], match["u1"]):
        words = (unit or "").strip()
        for mark, period in _PERIODS if words else ():
            if mark in words:
                return period
        if words.endswith("h"):
            return "hour"
        if words.endswith("d"):
            return "day"
    return "year" if (match["s1"] or match["s2"] or "").strip() == "lpa" else None


def dollars_near(low: str, start: int, end: int) -> str:
    """Whose dollars those of ``low[start:end]`` are, by the words around them; those of the United States else."""
    near = low[max(0, start - 60) : end + 40]
    for word, code in _DOLLARS:
        if word in near:
            return code
    return "USD"
