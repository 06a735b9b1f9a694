"""Percentiles from postings: by family, level, country, zone and period.

Every posting counts with the middle of its range, as often as it was posted (design.md 12, 2); ``n`` counts distinct
ones. ``p50_once`` is the median with each distinct posting counted once, for comparison.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from compensation.market_data.posting import ALL_LEVELS, Kind, Posting

RECENT, EVERY = "recent", "every"
POINTS = (10, 25, 50, 75, 90)

CANADA, CANADA_ADJUSTED = "CA", "CA_adj"
CANADIAN_DOLLARS = {2024: 0.769, 2025: 0.714}
"""US dollars for a Canadian one, as the public file itself converts; 0.75 in other years."""
OTHER_YEARS = 0.75

MAIN_COUNTRIES = frozenset({"US", "GB", CANADA, CANADA_ADJUSTED, "DE"})
FEWEST_ELSEWHERE = 20
"""Postings below which a cell of the public file is dropped outside the main countries."""
FEWEST_OF_A_SURVEY = 5
"""Answers below which a cell of one's own survey is dropped, so that nobody's pay can be read off it."""


@dataclass(frozen=True, slots=True)
class Derived:
    """One cell: US dollars a year."""

    family: str
    level: str
    country: str
    zone: str
    period: str
    rows: int
    postings: int
    n: int
    p10: int
    p25: int
    p50: int
    p75: int
    p90: int
    low_p50: int
    high_p50: int
    p50_once: int


def derive(postings: Iterable[Posting], kind: Kind) -> Iterator[Derived]:
    """All cells, but for the small ones of a survey and those of the public file outside the main countries."""
    postings = list(postings)
    newest = max((posting.year for posting in postings), default=0)
    groups: dict[tuple[str, str, str, str, str], list[Posting]] = defaultdict(list)
    for posting in (*postings, *_canada_adjusted(postings, kind)):
        periods = [str(posting.year), EVERY] + ([RECENT] if posting.year >= newest - 1 else [])
        for level in (posting.level, ALL_LEVELS):
            for zone in ("", *posting.zones):
                for period in periods:
                    groups[posting.family, level, posting.country, zone, period].append(posting)
    for key in sorted(groups):
        group = groups[key]
        fewest = FEWEST_OF_A_SURVEY if kind == "survey" else 0 if key[2] in MAIN_COUNTRIES else FEWEST_ELSEWHERE
        if _posted(group) < fewest:
            continue
        yield _cell(key, group)


def percentile(values: Sequence[float], point: int) -> int:
    """The percentile of sorted values, linear between neighbours, as a whole number."""
    at = (len(values) - 1) * point / 100
    floor = int(at)
    above = min(floor + 1, len(values) - 1)
    return round(values[floor] + (values[above] - values[floor]) * (at - floor))


def _canada_adjusted(postings: Iterable[Posting], kind: Kind) -> Iterator[Posting]:
    """Canadian postings of the public file, with US-dollar labels read as Canadian dollars."""
    if kind != "aijobs":
        return
    for each in postings:
        if each.country != CANADA:
            continue
        factor = CANADIAN_DOLLARS.get(each.year, OTHER_YEARS) if each.currency == "USD" else 1
        yield Posting(
            each.family,
            each.level,
            CANADA_ADJUSTED,
            each.zones,
            each.year,
            each.title,
            each.currency,
            round(each.low * factor),
            round(each.high * factor),
            each.copies,
            each.rows,
        )


def _cell(key: tuple[str, str, str, str, str], group: Sequence[Posting]) -> Derived:
    middles = sorted((each.low + each.high) / 2 for each in group for _ in range(each.copies))
    p10, p25, p50, p75, p90 = (percentile(middles, point) for point in POINTS)
    return Derived(
        *key,
        rows=sum(each.rows for each in group),
        postings=len(middles),
        n=len(group),
        p10=p10,
        p25=p25,
        p50=p50,
        p75=p75,
        p90=p90,
        low_p50=percentile(sorted(each.low for each in group for _ in range(each.copies)), 50),
        high_p50=percentile(sorted(each.high for each in group for _ in range(each.copies)), 50),
        p50_once=percentile(sorted((each.low + each.high) / 2 for each in group), 50),
    )


def _posted(group: Iterable[Posting]) -> int:
    return sum(each.copies for each in group)
