"""Whether a set of bands makes sense as a whole. Pure: rows in, sentences out."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import get_args

from compensation.book import ZoneEntry
from compensation.figures import rates
from compensation.figures.places import plain, state_code
from hiring.document.role import Level
from hiring.facts.ageing import whole_months
from hiring.thresholds import BENCHMARK_MONTHS

LEVELS: tuple[Level, ...] = get_args(Level)

LOWEST_DOLLARS, HIGHEST_DOLLARS = Decimal(5_000), Decimal(2_000_000)
"""A yearly amount outside this range, in US dollars, is a slip of the keyboard (rule of thumb)."""
WIDEST_SPREAD = Decimal("1.6")
"""High over low; above it a band says little (rule of thumb, as M02-T8)."""
NARROWEST_SPREAD = Decimal("1.1")
"""Below it nobody can grow inside the band (rule of thumb)."""
MOST_OVERLAP = Decimal("0.75")
"""Share of a band that may lie in the one above; beyond it a promotion moves little (rule of thumb)."""


@dataclass(frozen=True, slots=True)
class Row:
    """One band as the checks see it. ``label`` names its column: family, focus and zone."""

    label: str
    level: Level
    low: Decimal
    mid: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Objection:
    """Why a set cannot be saved. ``row`` is the position of the row to blame, None for the whole set.

    ``against`` is the position of the row that it does not go with, where there is one.
    """

    row: int | None
    message: str
    against: int | None = None


def allowed_amounts(currency: str) -> tuple[Decimal, Decimal] | None:
    """The lowest and highest believable amount a year in a currency; None when its rate is not known."""
    rate = rates.rate(currency)
    if rate is None:
        return None
    return _two_digits(LOWEST_DOLLARS * rate.per_dollar), _two_digits(HIGHEST_DOLLARS * rate.per_dollar)


def _two_digits(value: Decimal) -> Decimal:
    """The value with two significant digits: limits are easier to read round."""
    return Decimal(f"{value:.1e}")


def objections(rows: Sequence[Row], currency: str, *, complete: bool) -> list[Objection]:
    """Amounts nobody earns, levels out of order and, when ``complete`` is asked for, missing levels."""
    found = [objection for place, row in enumerate(rows) if (objection := _unbelievable(place, row, currency))]
    for label, column in _columns(rows).items():
        found += _out_of_order(column)
        missing = [level for level in LEVELS if level not in {row.level for _, row in column}]
        if complete and missing:
            found.append(
                Objection(
                    None,
                    f"{label}: no band for {_listed(missing)}. A published set holds all five levels.",
                )
            )
    if complete and not rows:
        found.append(Objection(None, "A published set needs bands. Add them first."))
    return found


def cautions(rows: Sequence[Row]) -> list[str]:
    """What is allowed, but worth a second look: wide or narrow bands, gaps and much overlap between neighbours."""
    found: list[str] = []
    for label, column in _columns(rows).items():
        for _, row in column:
            spread = row.high / row.low
            if spread > WIDEST_SPREAD:
                found.append(f"{label}, {row.level}: wide, the maximum is {spread:.2f} times the minimum.")
            elif spread < NARROWEST_SPREAD:
                found.append(f"{label}, {row.level}: narrow, the maximum is only {spread:.2f} times the minimum.")
        for (_, below), (_, above) in pairwise(column):
            if above.low > below.high:
                found.append(
                    f"{label}: no pay lies between {below.level} (up to {below.high:,.0f}) and {above.level} "
                    f"(from {above.low:,.0f}). A promotion would have to jump."
                )
            elif below.high - above.low > (below.high - below.low) * MOST_OVERLAP:
                found.append(
                    f"{label}: {below.level} (up to {below.high:,.0f}) and {above.level} (from {above.low:,.0f}) "
                    "overlap by more than three quarters of the lower band. The levels are hard to tell apart."
                )
    return found


def zone_objections(zones: Sequence[ZoneEntry]) -> list[Objection]:
    """Zones without places, and places that stand in two zones."""
    found = [Objection(None, f"Zone {zone.name}: name its places.") for zone in zones if not zone.places]
    holder: dict[str, str] = {}
    for zone in zones:
        for place in zone.places:
            other = holder.setdefault(state_code(place) or plain(place), zone.name)
            if other != zone.name:
                found.append(Objection(None, f"{place} stands in zone {other} and in zone {zone.name}. Keep one."))
    return found


def source_cautions(based_on: str, as_of: date | None, today: date) -> list[str]:
    """What is missing or old in the account of where a set comes from."""
    if not based_on.strip():
        return ["Nothing says where the figures come from. Fill in “based on”, so that people can trust them."]
    if as_of is None:
        return ["The sources have no date: nobody can tell whether the figures are still true."]
    months = whole_months(as_of, today)
    if months >= BENCHMARK_MONTHS:
        return [
            f"The sources are of {as_of:%-d %b %Y}, {months} months old. From {BENCHMARK_MONTHS} months on they count "
            "as stale (rule of thumb)."
        ]
    return []


def _columns(rows: Iterable[Row]) -> dict[str, list[tuple[int, Row]]]:
    columns: dict[str, list[tuple[int, Row]]] = defaultdict(list)
    for place, row in enumerate(rows):
        columns[row.label].append((place, row))
    for column in columns.values():
        column.sort(key=lambda item: LEVELS.index(item[1].level))
    return columns


def _unbelievable(place: int, row: Row, currency: str) -> Objection | None:
    allowed = allowed_amounts(currency)
    if allowed is None or allowed[0] <= row.low <= row.high <= allowed[1]:
        return None
    wrong = row.low if row.low < allowed[0] else row.high
    return Objection(
        place,
        f"{wrong:,.0f} {currency} a year is not believable. Allowed: {allowed[0]:,.0f} to {allowed[1]:,.0f} "
        f"{currency}, written in full (150000, not 150).",
    )


def _out_of_order(column: Sequence[tuple[int, Row]]) -> list[Objection]:
    return [
        Objection(
            place,
            f"{row.label}: the middle of {row.level} ({row.mid:,.0f}) must be above the middle of {lower.level} "
            f"({lower.mid:,.0f}).",
            below,
        )
        for (below, lower), (place, row) in pairwise(column)
        if row.mid <= lower.mid
    ]


def _listed(levels: Sequence[str]) -> str:
    return levels[0] if len(levels) == 1 else f"{', '.join(levels[:-1])} and {levels[-1]}"
