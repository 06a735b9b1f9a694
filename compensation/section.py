"""The offer against the market, as other pages show it: the pay step and the report (settings.HIRING_PAY_SECTION)."""

from dataclasses import dataclass

from compensation.picture import PayPicture, pay_picture
from compensation.standing import Standing, standing
from hiring.document import RequisitionDocument
from hiring.facts.pay import same_currency
from hiring.market import Market


@dataclass(frozen=True, slots=True)
class PaySection:
    """What ``template`` draws, given as ``section``."""

    picture: PayPicture
    standing: Standing
    template: str = "compensation/_offer.html"


def pay_section(document: RequisitionDocument, market: Market | None) -> PaySection | None:
    """The section for a document and its market; None where the two cannot be compared."""
    comparable = same_currency(document.pay, market)
    if comparable is None:
        return None
    picture = pay_picture(comparable, document.pay.base_min, document.pay.base_max, key="offer")
    return PaySection(picture, standing(document.pay, comparable)) if picture else None
