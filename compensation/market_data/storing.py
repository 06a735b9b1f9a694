"""Putting a file that was read whole into the database: everything or nothing, and nothing twice."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Literal

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from compensation.background import figures_changed
from compensation.market_data.deriving import Derived, derive
from compensation.market_data.posting import Reading
from compensation.models import MarketCell, MarketPosting, MarketSource

RULES = 1
"""Raised when postings are classified or derived differently, so that the same file is worked out anew."""

BATCH = 2_000

NAMES = {"aijobs": "aijobs.net job postings"}
LICENCES = {"aijobs": "CC0 1.0"}
ABOUT = {
    "aijobs": "Posted ranges, not salaries earned; base pay only.",
    "survey": "Own survey, base pay only; not for outsiders.",
}


@dataclass(frozen=True, slots=True)
class Stored:
    """What came of it. ``outcome`` "unchanged": the same content was there already."""

    source: MarketSource
    outcome: Literal["new", "replaced", "unchanged"]
    postings: int
    cells: int


def store(
    reading: Reading,
    as_of: date,
    *,
    name: str | None = None,
    file_name: str = "",
    insist: bool = False,
    active: bool = True,
    by: User | None = None,
) -> Stored:
    """Keep postings and percentiles under the source's name, replacing what an earlier file left there.

    Without a name, a file that is known by its content stays with its source. A source that is there keeps its switch
    and its order; its day too, unless ``insist`` says that ``as_of`` was chosen. One transaction.
    """
    with transaction.atomic():
        sources = MarketSource.objects.select_for_update()
        twin = None if name else sources.filter(digest=reading.digest).first()
        name = name or NAMES.get(reading.kind) or file_name
        known = twin or sources.filter(name=name).first()
        same = known and (known.digest, known.rules) == (reading.digest, RULES)
        if known and same and (not insist or known.as_of == as_of):
            return Stored(known, "unchanged", len(reading.postings), known.cells.count())
        cells = list(derive(reading.postings, reading.kind))
        source = known or MarketSource(
            name=name,
            active=active,
            licence=LICENCES.get(reading.kind, ""),
            about=ABOUT[reading.kind],
        )
        source.kind, source.as_of, source.digest, source.rules = reading.kind, as_of, reading.digest, RULES
        source.rows, source.kept, source.left_out = reading.rows, reading.kept, dict(sorted(reading.left_out.items()))
        source.imported_at, source.imported_by = timezone.now(), by
        source.save()
        if known:
            MarketPosting.objects.filter(source=source).delete()
            MarketCell.objects.filter(source=source).delete()
        _fill(source, reading, cells)
        if source.active:
            figures_changed(f"Market data: “{source}” imported")
    return Stored(source, "replaced" if known else "new", len(reading.postings), len(cells))


def _fill(source: MarketSource, reading: Reading, cells: list[Derived]) -> None:
    MarketPosting.objects.bulk_create(
        (
            MarketPosting(
                source=source,
                family=each.family,
                level=each.level,
                country=each.country,
                zones=list(each.zones),
                year=each.year,
                title=each.title,
                currency=each.currency,
                low=each.low,
                high=each.high,
                copies=each.copies,
                rows=each.rows,
            )
            for each in reading.postings
        ),
        batch_size=BATCH,
    )
    MarketCell.objects.bulk_create((MarketCell(source=source, **asdict(cell)) for cell in cells), batch_size=BATCH)
