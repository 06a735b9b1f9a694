"""The pay an ad states, in the forms in which ads write it."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from hiring.job_ad.ad import PayRange, Period, Said
from hiring.prose.hints import hints
from hiring.prose.reading import Reading
from hiring.prose.spans import Span

_CURRENCIES: Final = {
    **{
        "us$": "USD",
        "usd": "USD",
        "$": "USD",
        "ca$": "CAD",
        "c$": "CAD",
        "cad": "CAD",
        "a$": "AUD",
        "au$": "AUD",
        "aud": "AUD",
    },
    **{"nz$": "NZD", "nzd": "NZD", "s$": "SGD", "sgd": "SGD", "hk$": "HKD", "hkd": "HKD", "£": "GBP", "gbp": "GBP"},
    **{
        "€": "EUR",
        "eur": "EUR",
        "euro": "EUR",
        "euros": "EUR",
        "₹": "INR",
        "inr": "INR",
        "rs": "INR",
        "rs.": "INR",
        "chf": "CHF",
    },
    **{
        "pln": "PLN",
        "zł": "PLN",
        "zl": "PLN",
        "rm": "MYR",
        "myr": "MYR",
        "sek": "SEK",
        "nok": "NOK",
        "dkk": "DKK",
        "czk": "CZK",
    },
    **{
        "kč": "CZK",
        "huf": "HUF",
        "ron": "RON",
        "ils": "ILS",
        "₪": "ILS",
        "jpy": "JPY",
        "¥": "JPY",
        "brl": "BRL",
        "r$": "BRL",
    },
    **{"kr": "", "kr.": "", "mxn": "MXN", "aed": "AED", "zar": "ZAR", "dollars": "USD", "pounds": "GBP"},
}
"""Crowns ("kr") are those of the country, so they name no currency by themselves."""

_SYMBOL: Final = "|".join(sorted((re.escape(symbol) for symbol in _CURRENCIES), key=len, reverse=True))
_AMOUNT: Final = (
    r"(?:\d{1,3}(?:[,.' ]\d{3})+(?:[.,]\d{1,2})?|\d{1,2}(?:,\d{2})+,\d{3}|\d{1,7}(?:[.,]\d{1,2})?)"
    r"(?:[.,]-{1,2}(?![\d-]))?"
)
"""A figure; "4.300,-" and "4'300.-" have no cents."""

_SCALE: Final = r"(?:[ ]?(?:k|lakhs?|lacs?|lpa|l|mio|mn|m|million|b|bn|billion)\b(?!\w))?"
_UNIT: Final = (
    r"(?:[ ]?/[ ]?(?:year|annum|yr|hours?|hr|h|day|d|month|mo|week|wk)\b\.?|[ ]?(?:per|an?)[ ](?:year|annum|yr|"
    r"hour|hr|day|month|week)\b|"
    r"[ ]?(?:annually|yearly|hourly|monthly|daily|p[./]?[ ]?a\.?(?=[\s,.)]|\Z)|p[./]?[ ]?[hd]\b|pcm\b))?"
)
_TO_MOST: Final = (
    r"[ ]?[,;/|]?[ ](?:(?:and|the|base|annual|pay|salary|range)[ ]){0,3}max(?:imum|\.)?(?:[ ]of)?[ ]?:?[ ]?"
)
"""Between two figures told apart by words: "minimum $90,000, maximum $120,000"."""

_MONEY: Final = re.compile(
    rf"(?<![\w.,])(?P<c1>{_SYMBOL})?[ ]?\$?(?P<a1>{_AMOUNT})(?P<s1>{_SCALE})"
    rf"(?P<u1>{_UNIT})(?P<k1>[ ]?(?:{_SYMBOL})(?![\w$]))?"
    rf"(?:(?P<sep>[ ]{{0,2}}(?:-{{1,2}}|~|to|and|up to|through)[ ]{{0,2}}(?:up to )?|{_TO_MOST}|(?=[$€£]))"
    rf"(?P<c2>{_SYMBOL})?[ ]?\$?(?P<a2>{_AMOUNT})(?P<s2>{_SCALE})(?P<u2>{_UNIT})(?P<k2>[ ]?(?:{_SYMBOL})(?![\w$]))?)?"
)
_AND_MONEY: Final = re.compile(rf"\band\b[ ]?(?:{_SYMBOL})?[ ]?(?P<a>{_AMOUNT})(?P<s>{_SCALE})")
_PAY_WORDS: Final = re.compile(
    r"\b(?:salar(?:y|ies)|pay|paid|compensation|remuneration|ctc|wages?|base|rate|ote|package|range|"
    r"earn(?:ings)?|band|offer(?:ing)?|annual(?:ly)?|hourly|per annum|gross|budget)\b"
)
_BAD_BEFORE: Final = re.compile(
    r"\b(?:raised|funding|revenues?|valuation|valued|invest\w*|stipend|reimburse\w*|bonus(?:es)?|allowance|"
    r"donat\w+|gym|equity|stock|options?|coverage|market|401\w*|sign[- ]?on|"
    r"referral|savings?|saved|home office|budget of|learning|wellness|subsid\w+|up to \d+%|transport\w*|credit|"
    r"arr|aum|assets|processed|worth|manag\w+|spend|over|"
    r"education\w*|conference|training|tuition|relocation|insurance|perks?|match\w*|customers?|users?|"
    r"employees|people|companies|ote|on[- ]target)\b[^.\n]{0,40}\Z"
)
_BAD_AFTER: Final = re.compile(
    r"\+?[ ]?(?:in |of |worth |per |for |a |an |the |your |annual |yearly |monthly |quarterly |"
    r"yearly )*(?:million|billion|trillion|bn\b|mn\b|funding|revenue|valuation|stipend|reimburse|bonus|"
    r"allowance|"
    r"equity|stock|learning|home|wellness|budget|sign|referral|customers|users|employees|people|companies|"
    r"lifestyle|gym|donation|in series|series|market|credit|"
    r"insurance|relocation|education|conference|training|development|professional|tuition|meal|internet|phone|"
    r"towards|off\b|%|million)"
)
_OTE_NEAR: Final = re.compile(r"\bon[- ]target|\bote\b|\btotal (?:target )?(?:cash|comp)")
_UP_TO: Final = re.compile(r"\b(?:up to|maximum(?: of)?|max\.?|as much as|capped at)[ ]*(?:an? )?\Z")
_FROM: Final = re.compile(r"\b(?:from|starting (?:at|from)|minimum(?: of)?|at least|upwards of)[ ]*(?:an? )?\Z")
_BETWEEN: Final = re.compile(r"\bbetween[ ]*\Z")
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
_AROUND_PERIOD: Final = re.compile(
    r"\b(?:(?:gross|net|brutto|netto|pre-tax|before tax),?[ ]*(?:\+ vat )?)?/?[ ]?(?:(hourly|per hour|"
    r"an hour)|(daily|per day|day rate|a day)|(monthly|per month|a month)|(annual|annum|"
    r"yearly|per year|a year))"
)
_AFTER_SLASH: Final = re.compile(r"/[ ]?(?:(h|hr|hour)|(d|day)|(mo|month)|(yr|year))\b")
"""The same after a currency: "5,000 EUR/month"."""

_AROUND_PERIODS: Final[tuple[Period, ...]] = ("hour", "day", "month", "year")
_DOLLARS: Final = (
    ("canad", "CAD"),
    (" cad", "CAD"),
    ("austral", "AUD"),
    (" aud", "AUD"),
    ("singapor", "SGD"),
    ("new zealand", "NZD"),
)
_BEFORE: Final = 80
"""Characters before a figure that say what it is for."""

LEAST_YEARLY: Final = 12_000
"""In most currencies less than this a year is no pay of a whole job."""

LEAST_WITH_UNIT: Final = 5_000
"""The same where the ad says "per year"."""

_MOST_HOURLY: Final = 500
_WIDEST: Final = 8
"""Two figures further apart than so many times are no range."""

_HINTS: Final = hints(
    *("$", "€", "£", "₹", "¥", "₪"),
    *(
        "usd",
        "eur",
        "gbp",
        "inr",
        "cad",
        "aud",
        "sgd",
        "chf",
        "pln",
        "zł",
        "sek",
        "nok",
        "dkk",
        "czk",
        " rm",
        " kr",
        "kr ",
        "wage",
        "lpa",
        "lakh",
        "myr",
    ),
    *(
        "salar",
        "compensation",
        "pay r",
        "pay:",
        "rate:",
        "day rate",
        "per hour",
        "hourly",
        "remuneration",
        "ctc",
        "per annum",
    ),
)


def pay_of(reading: Reading) -> tuple[Said[PayRange], ...]:
    """Every pay range the ad states for the job itself, the first of the text first. Not bonuses, stipends, funding."""
    low = reading.low
    found: list[Said[PayRange]] = []
    for first, last in reading.hinted.having(_HINTS):
        for match in _MONEY.finditer(low, first, last):
            said = _range(reading, match)
            if said is not None:
                found.append(said)
    return tuple(_best_first(reading, found))


def _best_first(reading: Reading, found: Sequence[Said[PayRange]]) -> list[Said[PayRange]]:
    """Base pay before pay on target; a range before a single figure; else the order of the text. Each once."""
    low = reading.low
    distinct: dict[PayRange, Said[PayRange]] = {}
    for said in found:
        distinct.setdefault(said.value, said)
    return sorted(
        distinct.values(),
        key=lambda said: (
            _OTE_NEAR.search(low, max(0, said.spans[0].start - 80), said.spans[0].start) is not None,
            said.value.low == said.value.high or said.value.low is None or said.value.high is None,
        ),
    )


def _range(reading: Reading, match: re.Match[str]) -> Said[PayRange] | None:
    low = reading.low
    start, end = match.span()
    symbols = [match[name] for name in ("c1", "k1", "c2", "k2")]
    named = [symbol.strip() for symbol in reversed(symbols) if symbol and symbol.strip() != "$"]
    currency = next((code for symbol in named if (code := _CURRENCIES[symbol])), None)
    dollar = any(symbol and symbol.strip() == "$" for symbol in symbols) or "$" in match.group()
    two = match["a2"] is not None
    scale1, scale2 = match["s1"].strip(), (match["s2"] or "").strip()
    if {scale1, scale2} & {"m", "mn", "mio", "million", "b", "bn", "billion"}:
        return None
    scaled = bool(scale1 or scale2)
    if not named and not dollar and not scaled and not (match["u1"] or match["u2"]) and not _bare_pay(low, match):
        return None
    first, second = _amount(match["a1"]), _amount(match["a2"]) if two else None
    if first is None or (first == 401 and scale1 == "k"):
        return None
    factor1, factor2 = _factor(scale1 or (scale2 if second is None or first < 1000 else "")), _factor(scale2)
    if scale1 and not scale2 and second is not None and second < 1000:
        factor2 = factor1
    high = None if second is None else second * factor2
    base = first * factor1
    if high is not None and factor2 > 1 and base < 1000 and factor1 == 1:
        base *= factor2
    lakhs = scale1 in _LAKHS or scale2 in _LAKHS
    line_start = max(low.rfind("\n", max(0, start - _BEFORE), start) + 1, start - _BEFORE)
    before = low[line_start:start]
    if _BAD_AFTER.match(low, end) or (not two and "+" in low[end : end + 3] and "%" in low[end : end + 12]):
        return None
    bad = _BAD_BEFORE.search(before)
    if (
        bad is not None
        and not _PAY_WORDS.search(before, bad.start() + len(bad.group().split()[0]))
        and not (two and _PAY_WORDS.search(before))
    ):
        return None
    period = _period(low, match, end, before, base if high is None else high, currency or ("" if named else None))
    if not two and _BETWEEN.search(before):
        other = _AND_MONEY.search(low, end, end + _BEFORE)
        if other is not None and (value := _amount(other["a"])) is not None:
            high = value * _factor(other["s"].strip())
            end = other.end()
            two = True
    if period != "year" and (after := _period_after(low, end)) is not None:
        end = after.end()
    if currency is None:
        if lakhs:
            currency = "INR"
        elif dollar:
            currency = _dollars(low, start, end)
    kind = reading.kind_at(start)
    cue = (
        kind == "pay"
        or _PAY_WORDS.search(low, max(0, start - 110), start) is not None
        or _PAY_WORDS.match(low, end + 1) is not None
    )
    if not _plausible(
        base,
        high,
        period,
        cue=cue,
        two=two,
        alone=start - line_start <= 4 or before.endswith("| "),
        kind=None if kind == "benefits" and _PAY_BEFORE.search(before) else kind,
        unit=bool(match["u1"] or match["u2"]),
    ):
        return None
    if kind == "legal" and not cue:
        return None
    lowest: Decimal | None = base
    highest: Decimal | None = high if high is not None else base
    if high is None and _UP_TO.search(before):
        lowest = None
    elif high is None and (_FROM.search(before) or low[end : end + 1] == "+"):
        highest = None
    if lowest is not None and highest is not None and lowest > highest:
        lowest, highest = highest, lowest
    return Said(
        PayRange(lowest, highest, currency, period),
        (Span(start + low.startswith(" ", start), end),),
        "sure" if cue and (currency or "") else "likely",
    )


_PAY_BEFORE: Final = re.compile(r"\b(?:salary|pay|compensation)\b[^.\n]{0,24}\Z")
_GROUPED: Final = re.compile(r"\d{1,3}(?:[.,]\d{3})+(?P<cents>[.,]\d{1,2})?")
_IN_LAKHS: Final = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}")
_BY_MONTH: Final = ("MYR", "PLN", "CZK", "HUF", "RON", "SGD", "HKD")
"""Where pay is quoted by the month: a small figure without a unit is one."""

_AROUND: Final = " ,(*$€£"
_MOST_MONTHLY: Final = {**dict.fromkeys(_BY_MONTH, 36_000), **dict.fromkeys(("SEK", "NOK", "DKK", ""), 150_000)}
"""The most that is taken for a month's pay, by currency; "" stands for crowns of a country not yet known."""
_LAKHS: Final = frozenset({"lakh", "lakhs", "lac", "lacs", "lpa", "l"})


def _bare_pay(low: str, match: re.Match[str]) -> bool:
    """Whether two plain figures stand right after words such as "salary range"."""
    return match["a2"] is not None and _PAY_BEFORE.search(low[max(0, match.start() - 48) : match.start()]) is not None


def _amount(text: str) -> Decimal | None:
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


def _factor(scale: str) -> int:
    return 1000 if scale == "k" else 100_000 if scale in _LAKHS else 1


def _period_after(low: str, end: int) -> re.Match[str] | None:
    """Words right after a figure that say what it is paid for: "gross per month"."""
    start = end
    while start < end + 4 and low.startswith(tuple(_AROUND), start):
        start += 1
    return _AROUND_PERIOD.match(low, start) or _AFTER_SLASH.match(low, start)


def _period(low: str, match: re.Match[str], end: int, before: str, amount: Decimal, currency: str | None) -> Period:
    for unit in (match["u2"], match["u1"]):
        if unit and unit.strip():
            words = unit.strip()
            for mark, period in _PERIODS:
                if mark in words:
                    return period
            if words.endswith(("/h", "h")):
                return "hour"
            if words.endswith("d"):
                return "day"
    if (match["s1"] or match["s2"] or "").strip() in ("lpa",):
        return "year"
    near = _period_after(low, end) or _AROUND_PERIOD.search(before)
    if near is not None:
        period = _AROUND_PERIODS[(near.lastindex or 1) - 1]
        if period != "year" or amount >= _MOST_HOURLY:
            return period
    if amount < _MOST_HOURLY:
        return "hour"
    return "month" if currency is not None and amount <= _MOST_MONTHLY.get(currency, 0) else "year"


def _plausible(
    base: Decimal,
    high: Decimal | None,
    period: Period,
    *,
    cue: bool,
    two: bool,
    alone: bool,
    kind: str | None,
    unit: bool,
) -> bool:
    top = high if high is not None else base
    if high is not None and (high > base * _WIDEST or high * _WIDEST < base):
        return False
    if period == "year":
        if not LEAST_YEARLY <= top <= 100_000_000:
            return cue and unit and top >= LEAST_WITH_UNIT
        if kind == "benefits" and not (cue or (alone and two)):
            return False
        return cue or two or (alone and kind != "employer")
    if period == "hour":
        return 5 <= top <= _MOST_HOURLY and (cue or two or unit) and kind != "benefits"
    return top >= 50 and kind != "benefits" and (cue or two)


def _dollars(low: str, start: int, end: int) -> str:
    near = low[max(0, start - 60) : end + 40]
    for word, code in _DOLLARS:
        if word in near:
            return code
    return "USD"
