"""The case before the checkers: one document, its market, the day, the bank; derived facts worked out once."""

from datetime import date

from hiring.document import RequisitionDocument
from hiring.facts.bank import EMPTY_BANK, BankIndex
from hiring.market import Market


class Case:
    """Everything a trigger may look at. Facts are worked out on first use and kept.

    ``today`` is the day of the review: checkers read no clock.
    """

    def __init__(
        self,
        document: RequisitionDocument,
        *,
        today: date,
        market: Market | None = None,
        bank: BankIndex = EMPTY_BANK,
    ) -> None:
        self.document = document
        self.today = today
        self.market = market
        self.bank = bank
        self.role = document.role
        self.ml_today = document.ml_today
        self.scope = document.scope
        self.pay = document.pay
        self.organisation = document.organisation
        self.process = document.process
        self.growth = document.growth

    # Requirements (facts/slots.py, areas.py, disciplines.py, levels.py, unicorn.py)

    # Pay (facts/pay.py)

    # Timing, crisis, interview loop (facts/timing.py, crisis.py, loop.py)

    # People, organisation, law, the ad's text (facts/people.py, organisation.py, law.py, ad.py)
