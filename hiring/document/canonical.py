"""Canonical JSON (RFC 8785): one text for one value, whatever the order of its keys or the form of its numbers."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from json.encoder import encode_basestring
from operator import itemgetter
from types import NoneType
from typing import Any, Final

import rfc8785

from hiring.document.base import LARGEST_EXACT_INTEGER, Part, json_number


class _Uncommon(Exception):
    """A value that is better left to the library."""


def canonical_json(value: Any) -> bytes:
    """Canonical JSON of a part of the document, or of plain data with ASCII keys.

    Integers past 2**53 become doubles, as the standard asks. What occurs in practice is written here, several times
    faster than by the library; the rest (exponents, huge integers) is the library's. The tests hold the two together.
    """
    try:
        return _text(value).encode()
    except _Uncommon:
        plain = _as_doubles(value.model_dump(mode="json") if isinstance(value, Part) else value)
        return rfc8785.dumps(plain)


def _text(value: Any) -> str:
    return _WRITERS[type(value)](value)


def _integer(value: int) -> str:
    if -LARGEST_EXACT_INTEGER <= value <= LARGEST_EXACT_INTEGER:
        return str(value)
    raise _Uncommon


def _double(value: float) -> str:
    """Python and the standard write it alike, but for exponents and whole numbers."""
    if 1e-4 <= abs(value) < 1e15 and not value.is_integer():
        return repr(value)
    raise _Uncommon


def _decimal(value: Decimal) -> str:
    """So few digits are those of the double too, but for zeros at the end of a fraction."""
    digits = str(value)
    if len(digits) < 16 and digits.replace(".", "", 1).isdigit():
        return digits.rstrip("0").rstrip(".") if "." in digits else digits
    return _text(json_number(value))


def _list(value: list[Any] | tuple[Any, ...]) -> str:
    return f"[{','.join([_WRITERS[type(item)](item) for item in value])}]"


def _object(value: dict[str, Any]) -> str:
    return "{" + ",".join([f"{encode_basestring(key)}:{_text(value[key])}" for key in sorted(value)]) + "}"


def _part_writer(part: type[Part]) -> Callable[[Part], str]:
    names = sorted(part.model_fields)
    form = "{" + ",".join([f'"{name}":%s' for name in names]) + "}"
    values_of = itemgetter(*names)  # of several: no part has a single field
    return lambda value: form % tuple([_WRITERS[type(item)](item) for item in values_of(value.__dict__)])


class _Writers(dict[type, Callable[[Any], str]]):
    """What writes a value of each type. Those of the document's parts are made when first met."""

    def __missing__(self, kind: type) -> Callable[[Any], str]:
        if not issubclass(kind, Part):
            raise _Uncommon
        return self.setdefault(kind, _part_writer(kind))


_WRITERS: Final = _Writers(
    {
        NoneType: {None: "null"}.__getitem__,
        bool: {True: "true", False: "false"}.__getitem__,
        str: encode_basestring,
        int: _integer,
        float: _double,
        Decimal: _decimal,
        date: lambda day: f'"{day.isoformat()}"',
        list: _list,
        tuple: _list,
        dict: _object,
    }
)


def _as_doubles(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _as_doubles(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_as_doubles(item) for item in value]
    if type(value) is int and abs(value) > LARGEST_EXACT_INTEGER:
        return float(value)
    return value
