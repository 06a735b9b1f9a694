"""Numbers as people write them: ``165,000``, ``165k``, ``20 %``, ``7 days``."""

import re
import unicodedata
from decimal import Decimal
from typing import Final

from hiring.forms.answer import Unreadable
from hiring.questions import Kind, Question
from hiring.questions.wording import number

LARGEST_COUNT: Final = 2_147_483_647
"""What a whole-number column holds (32 bits)."""

LARGEST_AMOUNT: Final = Decimal("999999999999.99")
"""What an amount's column holds: twelve digits and two decimals."""

_DECIMALS: Final = {Kind.COUNT: 0, Kind.AMOUNT: 2, Kind.MONEY: 2, Kind.PERCENT: 4}
_EXAMPLES: Final = {Kind.COUNT: "3", Kind.AMOUNT: "7.5", Kind.MONEY: "165,000", Kind.PERCENT: "30"}
_SCALES: Final = {"": 1, "k": 1_000, "thousand": 1_000, "m": 1_000_000, "mio": 1_000_000, "million": 1_000_000}
_PATTERN: Final = re.compile(
    r"""[~≈]?\s*
    (?P<sign>[-+]?)\s*
    (?P<currency>[a-z]{3}\b|us\$|[$€£¥₹])?\s*
    (?P<digits>\d[\d.,'’\s]*|[.,]\d+)
    (?P<scale>k|thousand|mio|million|m(?![a-z]))?
    (?P<rest>.*)""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_SAME_UNIT: Final = {
    "%": ("%", "percent", "per cent", "pct"),
    "% of base": ("%", "percent", "per cent", "pct", "% of base"),
    "a year": ("a year", "per year", "/year", "/yr", "/ year", "yearly", "p.a.", "pa", "py", "annually"),
    "a month": ("a month", "per month", "/month", "/mo", "monthly", "pm"),
    "hours": ("hours", "hour", "h", "hrs", "hr"),
    "days": ("days", "day", "d", "calendar days"),
    "working days": ("working days", "working day", "days", "day", "d", "business days"),
    "months": ("months", "month", "mo"),
    "years": ("years", "year", "yrs", "yr", "y"),
    "min": ("min", "minutes", "minute", "mins"),
}


def read_number(typed: str, question: Question) -> Decimal:
    """The number that was typed, within the question's bounds. Raises Unreadable with what would be understood."""
    return read_figure(typed, kind=question.kind, unit=question.unit, least=question.least, most=question.most)


def read_figure(typed: str, *, kind: Kind, unit: str = "", least: int | None = 0, most: int | None = None) -> Decimal:
    """A number of a kind, within bounds. Raises Unreadable with what would be understood."""
    text = unicodedata.normalize("NFKC", typed).replace("−", "-").strip()
    match = _PATTERN.fullmatch(text)
    if match is None or not _fits_unit(match["rest"], match["currency"] or "", kind, unit):
        raise Unreadable(_expected(kind, unit))
    if match["scale"] and kind is not Kind.MONEY:
        raise Unreadable(_expected(kind, unit))
    value = _digits(match["digits"], kind, unit) * _SCALES[(match["scale"] or "").lower()]
    if match["sign"] == "-":
        value = -value
    return _within(value, kind, least, most)


def _fits_unit(rest: str, currency: str, kind: Kind, unit: str) -> bool:
    rest = rest.strip().lower().removeprefix("+").strip()
    if currency and kind is not Kind.MONEY:
        return False
    if kind is Kind.MONEY:
        rest = re.sub(r"^(?:[a-z]{3}\b(?!\s+year)|[$€£¥₹])\s*", "", rest) if not rest.startswith("per") else rest
    return not rest or rest in (unit, *_SAME_UNIT.get(unit, (unit.removesuffix("s"),)))


def _digits(text: str, kind: Kind, unit: str) -> Decimal:
    text = re.sub(r"[\s'’]", "", text)
    grouped = {",": r"\d{1,3}(,\d{3})+(\.\d+)?", ".": r"\d{1,3}(\.\d{3})+(,\d+)?"}
    if re.fullmatch(grouped[","], text) and not (kind is Kind.PERCENT and text.count(",") == 1):
        text = text.replace(",", "")
    elif re.fullmatch(grouped["."], text) and (kind in (Kind.MONEY, Kind.COUNT) or text.count(".") > 1):
        text = text.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"\d*,\d+", text):
        text = text.replace(",", ".")
    if not re.fullmatch(r"\d+\.?|\d*\.\d+", text):
        raise Unreadable(_expected(kind, unit))
    return Decimal(text)


def _within(value: Decimal, kind: Kind, least: int | None, most: int | None) -> Decimal:
    limit: int | Decimal = LARGEST_COUNT if kind is Kind.COUNT else LARGEST_AMOUNT
    highest = limit if most is None else most
    if (least is not None and value < least) or value > highest:
        raise Unreadable(
            f"Enter a number from {number(least or 0)} to {number(highest)}."
            if most is not None
            else f"Enter a number of {number(least or 0)} or more."
            if value < (least or 0)
            else f"Enter a number up to {number(highest)}."
        )
    decimals = _DECIMALS[kind]
    if value != round(value, decimals):
        raise Unreadable("Enter a whole number." if decimals == 0 else f"At most {decimals} decimals are kept.")
    return value


def _expected(kind: Kind, unit: str) -> str:
    of = {"a year": " for a year", "a month": " for a month", "%": " in percent", "% of base": " in percent"}
    words = of.get(unit, f" of {unit}" if unit and kind is not Kind.MONEY else "")
    return f"Enter a number{words}, such as {_EXAMPLES[kind]}."
