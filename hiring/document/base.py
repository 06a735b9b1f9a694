"""What every section of the document shares: frozen, no unknown fields, null means "not answered"."""

from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

LARGEST_EXACT_INTEGER = 2**53 - 1
"""Largest integer that a JSON number (an IEEE 754 double) holds exactly (RFC 8785, appendix D)."""


class Part(BaseModel):
    """A section of the document or a row of one of its lists. Values are immutable."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


def _whole(value: Any) -> Any:
    """Accept 3.0 where 3 is meant: JSON Schema calls both an integer."""
    if type(value) is float and value.is_integer():
        return int(value)
    return value


def _number(value: Any) -> Any:
    """Refuse text and booleans where a number is meant: the contract says ``number``."""
    if isinstance(value, str | bool):
        raise PydanticCustomError("number_expected", "Input should be a number")
    return value


def json_number(value: Decimal) -> int | float:
    """The JSON number for a decimal: an integer where it is whole, else the nearest double."""
    if value == value.to_integral_value() and abs(value) <= LARGEST_EXACT_INTEGER:
        return int(value)
    return float(value)


_as_json = PlainSerializer(json_number, when_used="json")

Count = Annotated[int, Field(ge=0), BeforeValidator(_whole)]
"""Whole number, 0 or more."""

OneOrMore = Annotated[int, Field(ge=1), BeforeValidator(_whole)]
"""Whole number, 1 or more."""

Years = Annotated[int, Field(ge=0, le=60), BeforeValidator(_whole)]
"""Whole years, 0 to 60."""

Amount = Annotated[
    Decimal,
    Field(ge=0, strict=False),
    BeforeValidator(_number),
    _as_json,
    WithJsonSchema({"minimum": 0, "type": "number"}),
]
"""Exact number, 0 or more (money, hours, days). A JSON number outside."""

Percent = Annotated[
    Decimal,
    Field(ge=0, le=100, strict=False),
    BeforeValidator(_number),
    _as_json,
    WithJsonSchema({"maximum": 100, "minimum": 0, "type": "number"}),
]
"""Exact percentage, 0 to 100. A JSON number outside."""
