"""What has been done to the bands and zones of a set, the latest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from itertools import islice
from typing import Any

from compensation.models import Band, Zone
from hiring.questions.wording import number

MOST = 200
KINDS = {"+": "added", "~": "changed", "-": "removed"}
FIELDS = {
    Band: ("family", "level", "focus", "zone", "low", "mid", "high"),
    Zone: ("name", "factor", "places"),
}


@dataclass(frozen=True, slots=True)
class RowChange:
    """One change of a band or a zone. ``what`` says each field with its value before and after."""

    at: datetime
    by: str
    kind: str
    row: str
    what: tuple[str, ...]


def row_changes(band_set: Any) -> Iterator[RowChange]:
    """The latest 200 changes. Two queries, each of a bounded number of rows."""
    found = [change for model in (Band, Zone) for change in _of(model, band_set)]
    yield from islice(sorted(found, key=lambda change: change.at, reverse=True), MOST)


def _of(model: type[Band] | type[Zone], band_set: Any) -> Iterator[RowChange]:
    records = model.history.filter(band_set_id=band_set).select_related("history_user")
    latest = list(records.order_by("-history_date", "-history_id")[: MOST * 5])
    earlier: dict[Any, Any] = {}
    told = []
    for record in reversed(latest):
        before = earlier.get(record.id)
        earlier[record.id] = record
        what = tuple(
            f"{field}: {_words(getattr(before, field))} → {_words(getattr(record, field))}"
            for field in FIELDS[model]
            if before is not None and getattr(before, field) != getattr(record, field)
        )
        if record.history_type == "~" and before is not None and not what:
            continue
        told.append(
            RowChange(
                record.history_date,
                str(record.history_user or "the program"),
                KINDS[record.history_type],
                str(record.instance),
                what,
            )
        )
    return reversed(told)


def _words(value: Any) -> str:
    return number(value) if isinstance(value, Decimal) else str(value)
