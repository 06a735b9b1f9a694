"""What a stored requisition's report would be with other answers."""

from typing import Any

from hiring.document import RequisitionDocument
from hiring.market import Market
from hiring.readiness.next_fixes import NextFix, ReviewOf, Wanted, next_fixes
from hiring.reporting import Report
from hiring.review import review
from hiring.reviewing import Reviewed, market_for


def foreseen_fixes(reviewed: Reviewed, wanted: Wanted) -> tuple[NextFix, ...]:
    """What to fix next, with the effects that are wanted: same day and waivers, the market that would then be right."""
    return next_fixes(reviewed.document, reviewed.report, _reviews_like(reviewed), wanted)


def _reviews_like(reviewed: Reviewed) -> ReviewOf:
    markets: dict[Any, Market | None] = {_decides_market(reviewed.document): reviewed.market}

    def review_of(document: RequisitionDocument) -> Report:
        decides = _decides_market(document)
        if decides not in markets:
            markets[decides] = market_for(document, reviewed.today)
        market = markets[decides]
        return review(document, today=reviewed.today, market=market, bank=reviewed.bank, waivers=reviewed.waivers)

    return review_of


def _decides_market(document: RequisitionDocument) -> tuple[Any, ...]:
    """The answers that place a requisition on the market; figures are looked up once for each combination."""
    return (
        document.role.level,
        document.role.locations,
        document.role.remote_hiring_in,
        document.pay.currency,
        (document.scope.archetype),
    )
