"""The bank as it stands: what comes with the product, and what the organisation has added."""

import logging

from assessments.bank import SHIPPED, BadContent, Bank, Question, Scenario, index_of
from assessments.bank.own import read_own
from assessments.models import OwnEntry
from hiring.facts.bank import BankIndex

logger = logging.getLogger(__name__)


def bank_now() -> Bank:
    """Shipped content with the entries in use. One query.

    An entry that a newer version of the product cannot read any more is left out and named in the log; the admin
    shows it with the reason.
    """
    scenarios: dict[str, Scenario] = {}
    questions: dict[str, Question] = {}
    for kind, code, body in OwnEntry.objects.filter(in_use=True).values_list("kind", "code", "body"):
        try:
            entry = read_own(kind, code, body)
        except BadContent as error:
            logger.warning("Own content left out: %s", error)
            continue
        if isinstance(entry, Scenario):
            scenarios[code] = entry
        else:
            questions[code] = entry
    # What somebody took the trouble to write comes first where all else is equal.
    return Bank({**scenarios, **SHIPPED.scenarios}, {**questions, **SHIPPED.questions})


def whole_bank_index() -> BankIndex:
    """What the checkers know of the bank as it stands (settings.HIRING_WHOLE_BANK_SOURCE). One query."""
    return index_of(bank_now())
