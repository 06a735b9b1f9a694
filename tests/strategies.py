"""Documents and markets of every shape, built from the types of the fields themselves.

`documents()` gives whatever the contract allows: nulls, extremes, any script, numbers no column could hold.
`storable_documents()` keeps to what the columns hold (hiring/models/columns.py), for the way to rows and back.
"""

import re
import types
import typing
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

import annotated_types
from hypothesis import strategies as st
from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from hiring.document import SECTIONS, RequisitionDocument
from hiring.market import Market
from hiring.skills import SKILLS

AD = (
    "We build models with Python. Kubernetes and AWS are a must. 5+ years of experience. No PhD needed. "
    "On-call rotation. Rockstar wanted! Deploy, monitor and retrain models. Fast-paced; wear many hats. "
    "Salary: $150,000 - $190,000. Remote in Colorado."
)
WORDS: dict[str, tuple[str, ...]] = {
    "title": ("MLOps Engineer", "Senior DevOps Engineer", "Data Scientist", "ML Platform Lead", ""),
    "country": ("US", "DE", "GB", "CA", "SK", "IN"),
    "region": ("CO", "CA", "NY", "TX", "ON", "Bayern", ""),
    "metro": ("San Francisco", "New York", "Denver", "Munich", ""),
    "currency": ("USD", "EUR", "GBP", "CAD", "JPY"),
    "any_of": (*SKILLS, "a skill nobody knows", "AWS and GCP"),
    "competencies": tuple(SKILLS),
    "scenario": ("S01", "S05", "S13", "S99", ""),
    "job_ad": (AD, AD * 9, "Nous cherchons quelqu’un.", ""),
    "text": ("Deploy models to production", "Automate 3 pipelines", "Build dashboards in React", ""),
    "first_projects": ("Cut deployment from 14 days to 1", "A feature store", ""),
    "goals_90d": ("Two models with drift alerts", "Learn the stack", ""),
    "scope_expansion": ("none", "Registry, then serving", ""),
}


@dataclass(frozen=True)
class Limits:
    """How far values go."""

    largest_count: int
    largest_amount: Decimal
    amount_places: int
    percent_places: int
    line: int
    characters: st.SearchStrategy[str]


ANYTHING = Limits(10**18, Decimal(10) ** 24, 6, 8, 400, st.characters(codec="utf-8"))
STORABLE = Limits(
    2_147_483_647, Decimal("999999999999.99"), 2, 4, 200, st.characters(codec="utf-8", exclude_characters="\x00")
)
_LONG = {"job_ad", "scope_expansion", "text"}


def _numbers(low: int, high: Decimal | int, places: int) -> st.SearchStrategy[float | int]:
    exact = st.decimals(min_value=low, max_value=high, places=places, allow_nan=False, allow_infinity=False)
    telling = st.sampled_from([n for n in (0, 1, 2, 5, 10, 25, 50, 90, 100, 160_000, 180_000) if low <= n <= high])
    return st.one_of(telling, exact.map(_json_number))


def _json_number(value: Decimal) -> float | int:
    return int(value) if value == value.to_integral_value() and abs(value) < 2**53 else float(value)


def _bounds(metadata: list[Any]) -> tuple[int, int | None, str | None, int]:
    low, high, pattern, least = 0, None, None, 0
    for item in metadata:
        if isinstance(item, annotated_types.Ge):
            low = int(item.ge)  # type: ignore[call-overload]
        elif isinstance(item, annotated_types.Le):
            high = int(item.le)  # type: ignore[call-overload]
        elif isinstance(item, annotated_types.MinLen):
            least = item.min_length
        elif isinstance(item, FieldInfo):
            inner = _bounds(item.metadata)
            low, high = max(low, inner[0]), inner[1] if inner[1] is not None else high
            pattern, least = inner[2] or pattern, max(least, inner[3])
        pattern = getattr(item, "pattern", None) or pattern
    return low, high, pattern, least


def _text(name: str, limits: Limits) -> st.SearchStrategy[str]:
    most = 3 * limits.line if name in _LONG else limits.line
    free = st.text(limits.characters, max_size=40).map(lambda text: text[:most])
    return st.one_of(st.sampled_from(WORDS[name]), free) if name in WORDS else free


def _value(name: str, annotation: Any, metadata: list[Any], limits: Limits, *, dense: bool) -> st.SearchStrategy[Any]:
    origin, args = typing.get_origin(annotation), typing.get_args(annotation)
    low, high, pattern, least = _bounds(metadata)
    if origin is typing.Annotated:
        return _value(name, args[0], [*args[1:], *metadata], limits, dense=dense)
    if origin in (types.UnionType, typing.Union):
        inner = [arg for arg in args if arg is not type(None)]
        some = _value(name, inner[0], metadata, limits, dense=dense)
        return some if dense or len(inner) == len(args) else st.one_of(st.none(), some)
    if origin is Literal:
        return st.sampled_from(args)
    if origin is tuple:
        return st.lists(_value(name, args[0], [], limits, dense=dense), min_size=least, max_size=8 if least else 6)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _part(annotation, limits, dense=dense)
    if annotation is bool:
        return st.booleans()
    if annotation is int:
        top = limits.largest_count if high is None else high
        few = [n for n in (0, 1, 2, 3, 6, 10, 30) if low <= n <= top]
        return st.one_of(st.sampled_from(few), st.integers(low, top))
    if annotation is Decimal:
        if high is not None:
            return _numbers(low, high, limits.percent_places)
        return _numbers(low, limits.largest_amount, limits.amount_places)
    if annotation is date:
        return st.dates(date(1990, 1, 1), date(2100, 1, 1)).map(date.isoformat)
    if annotation is str:
        if pattern:
            known = [word for word in WORDS.get(name, ()) if re.fullmatch(pattern, word)]
            free = st.from_regex(pattern.rstrip("$") + r"\Z")
            return st.one_of(st.sampled_from(known), free) if known else free
        return _text(name, limits)
    raise TypeError(f"no strategy for {name}: {annotation!r}")


def _part(part: type[BaseModel], limits: Limits, *, dense: bool) -> st.SearchStrategy[dict[str, Any]]:
    values = {
        name: _value(name, info.annotation, list(info.metadata), limits, dense=dense)
        for name, info in part.model_fields.items()
        if name != "schema_version"
    }
    required = {name: value for name, value in values.items() if part.model_fields[name].default is PydanticUndefined}
    optional = {name: value for name, value in values.items() if name not in required}
    if dense:
        return st.fixed_dictionaries(values)
    return st.fixed_dictionaries(required, optional=optional)


def _raw(limits: Limits) -> st.SearchStrategy[dict[str, Any]]:
    dense = st.fixed_dictionaries({name: _part(part, limits, dense=True) for name, part in SECTIONS.items()})
    sparse = st.fixed_dictionaries(
        {}, optional={name: _part(part, limits, dense=False) for name, part in SECTIONS.items()}
    )
    return st.one_of(dense, sparse)


def raw_documents() -> st.SearchStrategy[dict[str, Any]]:
    """Whatever the contract allows, as JSON-ready data."""
    return _raw(ANYTHING)


def documents() -> st.SearchStrategy[RequisitionDocument]:
    """Whatever the contract allows."""
    return raw_documents().map(_validated)


def storable_documents() -> st.SearchStrategy[RequisitionDocument]:
    """Whatever the contract allows and the columns hold."""
    return _raw(STORABLE).map(_validated)


def _validated(raw: dict[str, Any]) -> RequisitionDocument:
    import json

    return RequisitionDocument.model_validate_json(json.dumps(raw))


@st.composite
def markets(draw: st.DrawFn) -> Market | None:
    """No market, or one with some of the families, thin or not, with bands of the company or not."""
    if draw(st.booleans()):
        return None
    raw: dict[str, Any] = {"currency": draw(st.sampled_from(WORDS["currency"])), "as_of": date(2025, 8, 3)}
    raw["families"] = {
        family: {
            **dict(zip(("p10", "p25", "p50", "p75", "p90"), sorted(draw(_five_figures())), strict=True)),
            "n": draw(st.sampled_from([0, 9, 10, 45])),
            "basis": draw(st.sampled_from(["data", "estimate", "band"])),
        }
        for family in draw(st.sets(st.sampled_from(["mlops", "ml_engineer", "devops"])))
    }
    if draw(st.booleans()):
        low, mid, high = sorted(draw(st.lists(_money(), min_size=3, max_size=3)))
        raw["own_band"] = {"low": low, "mid": mid, "high": high}
    if draw(st.booleans()):
        low, high = sorted(draw(st.lists(_money(), min_size=2, max_size=2)))
        raw["internal_mle"] = {"low": low, "high": high}
    return Market.model_validate(raw, strict=False)


def _money() -> st.SearchStrategy[Decimal]:
    return st.one_of(st.just(Decimal(0)), st.integers(1, 400_000).map(Decimal))


def _five_figures() -> st.SearchStrategy[list[Decimal]]:
    return st.lists(_money(), min_size=5, max_size=5)
