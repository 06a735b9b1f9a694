"""The pay an ad states, in the forms in which ads write it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from hiring.job_ad.ad import PayRange, Period, Said
from hiring.job_ad.money import (
    AND_MONEY,
    CURRENCY_OF_COUNTRY,
    MONEY,
    amount_of,
    dollars_near,
    factor_of,
    is_marked,
    money_of,
)
from hiring.prose.hints import hints
from hiring.prose.reading import Reading
from hiring.prose.spans import SectionKind, Span

_PAY_WORDS: Final = re.compile(
    r"\b(?:salar(?:y|ies)|pay|paid|compensation|remuneration|ctc|wages?|base|rate|ote|package|range|"
    r"earn(?:ings)?|band|offer(?:ing)?|annual(?:ly)?|hourly|per annum|gross|budget)\b"
)
"""Words that make a figure beside them pay."""

_BAD_BEFORE: Final = re.compile(
    r"\b(?:raised|funding|revenues?|valuation|valued|invest\w*|stipend|reimburse\w*|bonus(?:es)?|allowance|"
    r"donat\w+|gym|equity|stock|options?|coverage|market|401\w*|sign[- ]?on|"
    r"referral|savings?|saved|home office|budget of|learning|wellness|subsid\w+|up to \d+%|transport\w*|credit|"
    r"arr|aum|assets|processed|worth|manag\w+|spend|over|"
    r"education\w*|conference|training|tuition|relocation|insurance|perks?|match\w*|customers?|users?|"
    r"employees|people|companies|ote|on[- ]target)\b[^.\n]{0,40}\Z"
)
"""Words before a figure that make it other money: what a company earns, gives on top, or handles."""

_BAD_AFTER: Final = re.compile(
    r"\+?[ ]?(?:in |of |worth |per |for |a |an |the |your |annual |yearly |monthly |quarterly |"
    r"yearly )*(?:million|billion|trillion|bn\b|mn\b|funding|revenue|valuation|stipend|reimburse|bonus|"
    r"allowance|"
    r"equity|stock|learning|home|wellness|budget|sign|referral|customers|users|employees|people|companies|"
    r"lifestyle|gym|donation|in series|series|market|credit|"
    r"insurance|relocation|education|conference|training|development|professional|tuition|meal|internet|phone|"
    r"towards|off\b|%|million)"
)
"""Words after a figure that make it other money, or none."""

_OTE_NEAR: Final = re.compile(r"\bon[- ]target|\bote\b|\btotal (?:target )?(?:cash|comp)")
"""Shortly before a range that is more than base pay."""

_UP_TO: Final = re.compile(r"\b(?:up to|maximum(?: of)?|max\.?|as much as|capped at)[ ]*(?:an? )?\Z")
"""Before a figure: it is the upper end."""

_FROM: Final = re.compile(r"\b(?:from|starting (?:at|from)|minimum(?: of)?|at least|upwards of)[ ]*(?:an? )?\Z")
"""Before a figure: it is the lower end."""

_BETWEEN: Final = re.compile(r"\bbetween[ ]*\Z")
_AROUND_PERIOD: Final = re.compile(
    r"\b(?:(?:gross|net|brutto|netto|pre-tax|before tax),?[ ]*(?:\+ vat )?)?/?[ ]?(?:(hourly|per hour|"
    r"an hour)|(daily|per day|day rate|a day)|(monthly|per month|a month)|(annual|annum|"
    r"yearly|per year|a year))"
)
"""Words near a figure that say what time it is for; the groups are in the order of ``_AROUND_PERIODS``."""

_AFTER_SLASH: Final = re.compile(r"/[ ]?(?:(h|hr|hour)|(d|day)|(mo|month)|(yr|year))\b")
"""The same after a currency: "5,000 EUR/month"."""

_AROUND_PERIODS: Final[tuple[Period, ...]] = ("hour", "day", "month", "year")
_BEFORE: Final = 80
"""Characters before a figure that say what it is for."""

LEAST_YEARLY: Final = 12_000
"""In most currencies less than this a year is no pay of a whole job."""

LEAST_WITH_UNIT: Final = 5_000
"""The same where the ad says "per year"."""

_CUE_BEFORE: Final = 110
"""Characters before a figure in which words of pay make it pay."""

_NEAR_OTE: Final = 80
_ALONE: Final = 4
"""Characters, a bullet or a dash, that may stand before figures that stand alone."""

_MOST_YEARLY: Final = 100_000_000
_LEAST_HOURLY: Final = 5
_MOST_HOURLY: Final = 500
_LEAST_OTHERWISE: Final = 50
"""By the day, week or month."""

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
_PAY_BEFORE: Final = re.compile(
    r"\b(?:salary|pay|compensation)\b[^.\n]{0,24}\Z|\brange for (?:this|the) (?:role|position|job)\b[^.\n]{0,12}\Z"
)
"""Right before two plain figures, without which they are no pay."""

_AROUND: Final = " ,(*$€£"
"""What may stand between a figure and the words on its period."""

_MOST_MONTHLY: Final = {
    **dict.fromkeys(("MYR", "PLN", "CZK", "HUF", "RON", "SGD", "HKD"), 36_000),
    **dict.fromkeys(("SEK", "NOK", "DKK", ""), 150_000),
}
"""Where pay is quoted by the month, and the most that a figure without a unit is one; "" stands for crowns."""

_OWN_DOLLARS: Final = frozenset({"AU", "CA", "SG"})
"""Countries where a "$" alone is their own."""


def pay_of(reading: Reading, countries: Sequence[str]) -> tuple[Said[PayRange], ...]:
    """Every pay range the ad states for the job itself, the likeliest first. Not bonuses, stipends, funding.

    ``countries``: ISO codes of where the work is done. Pay without a currency, or in dollars of no country, is in that
    of the first.
    """
    low = reading.low
    found: list[Said[PayRange]] = []
    for first, last in reading.hinted.having(_HINTS):
        for match in MONEY.finditer(low, first, last):
            said = _range(reading, match)
            if said is not None:
                found.append(said)
    return tuple([_in_currency_of(low, countries, said) for said in _best_first(reading, found)])


def _in_currency_of(low: str, countries: Sequence[str], said: Said[PayRange]) -> Said[PayRange]:
    currency = CURRENCY_OF_COUNTRY.get(countries[0]) if countries else None
    if currency is None or not (said.value.currency is None or _in_own_dollars(low, countries, said)):
        return said
    return Said(replace(said.value, currency=currency), said.spans, "likely")


def _in_own_dollars(low: str, countries: Sequence[str], said: Said[PayRange]) -> bool:
    """Whether a "$" alone is that of the one country where the work is."""
    words = [low[span.start : span.end] for span in said.spans]
    return (
        said.value.currency == "USD"
        and not any("us" in word for word in words)
        and set(countries) <= _OWN_DOLLARS
        and "usd" not in low
        and "us$" not in low
    )


def _best_first(reading: Reading, found: Sequence[Said[PayRange]]) -> list[Said[PayRange]]:
    """Base pay before pay on target; a range before a single figure; else the order of the text. Each once."""
    distinct: dict[PayRange, Said[PayRange]] = {}
    for said in found:
        distinct.setdefault(said.value, said)
    return sorted(
        distinct.values(),
        key=lambda said: (
            _on_target(reading.low, said.spans[0].start),
            said.value.low == said.value.high or said.value.low is None or said.value.high is None,
        ),
    )


def _on_target(low: str, start: int) -> bool:
    """Whether words on the same line say that the pay which begins there is more than base pay."""
    line_start = low.rfind("\n", 0, start) + 1
    return _OTE_NEAR.search(low, max(line_start, start - _NEAR_OTE), start) is not None


def _range(reading: Reading, match: re.Match[str]) -> Said[PayRange] | None:
    """The pay that a figure, or two, stand for; None where they are no pay."""
    low = reading.low
    money = money_of(match) if is_marked(match) or _bare_pay(low, match) else None
    if money is None:
        return None
    start, end = match.span()
    line_start = max(low.rfind("\n", max(0, start - _BEFORE), start) + 1, start - _BEFORE)
    before = low[line_start:start]
    if _is_other_money(low, end, before, two=money.high is not None):
        return None
    base, high = money.low, money.high
    period = money.period or _period_near(low, end, before, base if high is None else high, money.currency)
    if high is None and _BETWEEN.search(before):
        other = AND_MONEY.search(low, end, end + _BEFORE)
        if other is not None and (value := amount_of(other["a"])) is not None:
            high, end = value * factor_of(other["s"].strip()), other.end()
    if period != "year" and (after := _period_after(low, end)) is not None:
        end = after.end()
    currency = money.currency or None
    if currency is None and money.dollar:
        currency = dollars_near(low, start, end)
    kind = reading.kind_at(start)
    cue = (
        kind == "pay"
        or _PAY_WORDS.search(low, max(0, start - _CUE_BEFORE), start) is not None
        or _PAY_WORDS.match(low, end + 1) is not None
    )
    alone = start - line_start <= _ALONE or before.endswith("| ")
    if (kind == "legal" and not cue) or not _plausible(
        base,
        high,
        period,
        cue=cue,
        alone=alone,
        kind=None if kind == "benefits" and _PAY_BEFORE.search(before) else kind,
        unit=money.has_unit,
    ):
        return None
    lowest, highest = _ends(low, end, before, base, high)
    return Said(
        PayRange(lowest, highest, currency, period),
        (Span(start + low.startswith(" ", start), end),),
        "sure" if cue and currency else "likely",
    )


def _bare_pay(low: str, match: re.Match[str]) -> bool:
    """Whether two plain figures stand right after words such as "salary range"."""
    return match["a2"] is not None and _PAY_BEFORE.search(low[max(0, match.start() - 48) : match.start()]) is not None


def _is_other_money(low: str, end: int, before: str, *, two: bool) -> bool:
    """Whether the words around a figure say that it is no pay of this job; words of pay beside it say that it is."""
    if _BAD_AFTER.match(low, end) or (not two and "+" in low[end : end + 3] and "%" in low[end : end + 12]):
        return True
    bad = _BAD_BEFORE.search(before)
    if bad is None or _PAY_WORDS.search(before, bad.start() + len(bad.group().split()[0])):
        return False
    return not (two and _PAY_WORDS.search(before))


def _period_near(low: str, end: int, before: str, amount: Decimal, currency: str | None) -> Period:
    """What the pay is for where no unit stands with it: by the words around it, else by its size."""
    near = _period_after(low, end) or _AROUND_PERIOD.search(before)
    if near is not None:
        period = _AROUND_PERIODS[(near.lastindex or 1) - 1]
        if period != "year" or amount >= _MOST_HOURLY:
            return period
    if amount < _MOST_HOURLY:
        return "hour"
    return "month" if currency is not None and amount <= _MOST_MONTHLY.get(currency, 0) else "year"


def _period_after(low: str, end: int) -> re.Match[str] | None:
    """Words right after a figure that say what it is paid for: "gross per month"."""
    start = end
    while start < end + 4 and low.startswith(tuple(_AROUND), start):
        start += 1
    return _AROUND_PERIOD.match(low, start) or _AFTER_SLASH.match(low, start)


def _plausible(
    base: Decimal,
    high: Decimal | None,
    period: Period,
    *,
    cue: bool,
    alone: bool,
    kind: SectionKind | None,
    unit: bool,
) -> bool:
    """Whether figures of that size, standing so, are pay.

    ``cue``: words of pay stand beside them; ``alone``: nothing else stands before them on their line; ``unit``: a unit
    of time goes with them.
    """
    two = high is not None
    top = base if high is None else high
    if high is not None and (high > base * _WIDEST or high * _WIDEST < base):
        return False
    if period == "year":
        if not LEAST_YEARLY <= top <= _MOST_YEARLY:
            return cue and unit and top >= LEAST_WITH_UNIT
        if kind == "benefits" and not (cue or (alone and two)):
            return False
        return cue or two or (alone and kind != "employer")
    if period == "hour":
        return _LEAST_HOURLY <= top <= _MOST_HOURLY and (cue or two or unit) and kind != "benefits"
    return top >= _LEAST_OTHERWISE and kind != "benefits" and (cue or two)


def _ends(
    low: str, end: int, before: str, base: Decimal, high: Decimal | None
) -> tuple[Decimal | None, Decimal | None]:
    """Both ends of the range, the lower first. One figure after "up to" or "from" leaves the other end open."""
    if high is not None:
        return min(base, high), max(base, high)
    if _UP_TO.search(before):
        return None, base
    if _FROM.search(before) or low.startswith("+", end):
        return base, None
    return base, base
