"""What a re-check compares: which requisitions, what their pay is held against before and after, and in which words."""

from dataclasses import dataclass

from django.db.models import QuerySet

from compensation.benchmark import NoMarket
from compensation.book import BandBook
from compensation.effects import Side, touched
from compensation.market_data.as_json import Plain, countries_between, sources_from_json
from compensation.market_data.sources import active_sources
from compensation.models import Recheck
from compensation.source import books_in_force, market_under, place_of
from hiring.document import RequisitionDocument
from hiring.market import Market
from hiring.models import Requisition


@dataclass(frozen=True, slots=True)
class Comparison:
    """``cause`` is what owners are told, as in "the bands X were published"."""

    rows: QuerySet[Requisition]
    before: Side
    after: Side
    cause: str


def comparison_of(made: Recheck) -> Comparison:
    """What this re-check compares; both of its sides must be known by now."""
    if made.about == Recheck.About.BANDS:
        return _of_bands(made)
    return _of_sources(made)


def _of_bands(made: Recheck) -> Comparison:
    sources = active_sources()

    def side(data: dict[str, object] | None) -> Side:
        book = BandBook.from_json(data) if data else None
        return lambda document: market_under(document, made.day, book, sources)

    return Comparison(
        touched([made.book["country"]], made.book["currency"]),
        side(made.before),
        side(made.after),
        f"the bands “{made.band_set}” were {'published' if made.after else 'retired'}",
    )


def _of_sources(made: Recheck) -> Comparison:
    books = books_in_force(made.day)

    def side(data: Plain) -> Side:
        sources = sources_from_json(data)

        def market(document: RequisitionDocument) -> Market | NoMarket:
            place, currency = place_of(document), document.pay.currency
            book = books.get((place.country, currency)) if place and currency else None
            return market_under(document, made.day, book, sources)

        return market

    before, after = made.before or [], made.after or []
    return Comparison(touched(countries_between(before, after), None), side(before), side(after), _cause(made))


def _cause(made: Recheck) -> str:
    if made.about == Recheck.About.FILE:
        return f"the market data “{made.source}” were imported"
    was, becomes = (state["active"] for state in (made.was, made.becomes))
    how = "changed" if was == becomes else f"switched {'on' if becomes else 'off'}"
    return f"the market data “{made.source}” were {how}"
