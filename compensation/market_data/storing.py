"""Putting a file that was read whole into the database: everything or nothing, and nothing twice."""

from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from django.db import connection, transaction
from django.utils import timezone

from accounts.models import User
from compensation.benchmark import FAMILIES
from compensation.figures.postings import Cell, Key
from compensation.market_data.as_json import Plain, sources_as_json
from compensation.market_data.deriving import Derived, derive
from compensation.market_data.posting import Reading
from compensation.market_data.sources import PERIODS, active_sources, sources_with
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


type Outcome = Literal["new", "replaced", "unchanged"]


@dataclass(frozen=True, slots=True)
class Stored:
    """What came of it. ``outcome`` "unchanged": the same content was there already.

    ``before`` and ``after`` are the sources that pay is checked against (``as_json``): unlike where figures that are
    read have changed.
    """

    source: MarketSource
    outcome: Outcome
    postings: int
    cells: int
    before: Plain
    after: Plain


@dataclass(frozen=True, slots=True)
class Planned:
    """What storing a file would do: to which source, which is not saved yet."""

    source: MarketSource
    outcome: Outcome
    cells: list[Derived]

    @property
    def checked_cells(self) -> dict[Key, Cell]:
        """The cells that pay is checked against, as the benchmark reads them."""
        return {
            (each.family, each.level, each.country, each.period, each.zone): Cell(
                each.n, *map(Decimal, (each.p10, each.p25, each.p50, each.p75, each.p90))
            )
            for each in self.cells
            if each.family in FAMILIES and each.period in PERIODS
        }


def plan(
    reading: Reading,
    as_of: date,
    *,
    name: str | None = None,
    file_name: str = "",
    insist: bool = False,
    active: bool = True,
    by: User | None = None,
) -> Planned:
    """What ``store`` would do with the same arguments. Writes nothing; locks the source inside a transaction."""
    sources = MarketSource.objects.select_for_update() if connection.in_atomic_block else MarketSource.objects
    twin = None if name else sources.filter(digest=reading.digest).first()
    name = name or NAMES.get(reading.kind) or file_name
    known = twin or sources.filter(name=name).first()
    same = known and (known.digest, known.rules) == (reading.digest, RULES)
    if known and same and (not insist or known.as_of == as_of):
        return Planned(known, "unchanged", [])
    source = known or MarketSource(
        name=name, active=active, licence=LICENCES.get(reading.kind, ""), about=ABOUT[reading.kind]
    )
    source.kind, source.as_of, source.digest, source.rules = reading.kind, as_of, reading.digest, RULES
    source.rows, source.kept, source.left_out = reading.rows, reading.kept, dict(sorted(reading.left_out.items()))
    source.imported_at, source.imported_by = timezone.now(), by
    return Planned(source, "replaced" if known else "new", list(derive(reading.postings, reading.kind)))


def store(reading: Reading, as_of: date, **how: Any) -> Stored:
    """Keep postings and percentiles under the source's name, replacing what an earlier file left there.

    ``how`` is as in ``plan``. Without a name, a file that is known by its content stays with its source. A source that
    is there keeps its switch and its order; its day too, unless ``insist`` says that ``as_of`` was chosen. One
    transaction.
    """
    with transaction.atomic():
        before = sources_as_json(active_sources())
        planned = plan(reading, as_of, **how)
        source = planned.source
        if planned.outcome == "unchanged":
            return Stored(source, "unchanged", len(reading.postings), source.cells.count(), before, before)
        source._history_user = source.imported_by  # type: ignore[attr-defined]
        source.save()
        MarketPosting.objects.filter(source=source).delete()
        MarketCell.objects.filter(source=source).delete()
        _fill(source, reading, planned.cells)
        after = sources_as_json(sources_with(source))
    return Stored(source, planned.outcome, len(reading.postings), len(planned.cells), before, after)


def _fill(source: MarketSource, reading: Reading, cells: list[Derived]) -> None:
    # In batches of our own: bulk_create makes a list of all that it is given.
    for start in range(0, len(reading.postings), BATCH):
        MarketPosting.objects.bulk_create(
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
            for each in reading.postings[start : start + BATCH]
        )
    MarketCell.objects.bulk_create((MarketCell(source=source, **asdict(cell)) for cell in cells), batch_size=BATCH)
