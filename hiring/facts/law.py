"""Pay-transparency duties of the places hired in. Seen in November 2026; not legal advice: check with counsel.

Each row says where a pay range must stand in the posting, since when, for whom, and where that was read. Rows that
rest on general knowledge say so in their source.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Final

from hiring.document import Location, RequisitionDocument


class Standing(StrEnum):
    """How a law stands to a requisition on a day."""

    BINDS = "binds"
    MAY_BIND = "may bind"
    NOT_YET = "not in force yet"
    TOO_SMALL = "employer too small"
    EXEMPT = "exempt by pay"
    ON_REQUEST = "on request or before the offer, not in the posting"


@dataclass(frozen=True, slots=True)
class PayLaw:
    """One law on pay ranges.

    ``region`` is a state or province code; ``metro`` a word of the city's name, in lower case, for city laws.
    ``employees`` is the smallest employer bound, None for every employer; ``counted_in_state`` where only those in the
    state count. ``since`` is None where the date is not verified. ``exempt_above`` is yearly base pay over which the
    law does not bind.
    """

    place: str
    country: str
    region: str | None
    since: date | None
    employees: int | None
    notes: str
    source: str
    metro: str | None = None
    counted_in_state: bool = False
    exempt_above: Decimal | None = None
    in_posting: bool = True

    def covers(self, location: Location) -> bool:
        """Whether a place of work lies where the law holds."""
        if location.country != self.country:
            return False
        if self.region is not None and not self._same_region(location.region):
            return False
        return self.metro is None or self.metro in (location.metro or "").casefold()

    def _same_region(self, region: str | None) -> bool:
        if region is None:
            return False
        code = region.strip().upper().removeprefix(f"{self.country}-")
        return code == self.region or code == self.place.upper()

    def standing(self, headcount: int | None, base_max: Decimal | None, today: date) -> Standing:
        """How the law stands to an employer of so many people, for pay up to ``base_max``, on a day."""
        if self.since is not None and self.since > today:
            return Standing.NOT_YET
        if not self.in_posting:
            return Standing.ON_REQUEST
        if self.exempt_above is not None and base_max is not None and base_max > self.exempt_above:
            return Standing.EXEMPT
        if self.employees is not None and headcount is not None and headcount < self.employees:
            return Standing.TOO_SMALL
        open_size = self.employees is not None and (headcount is None or self.counted_in_state)
        return Standing.MAY_BIND if open_size or self.since is None else Standing.BINDS


def _us(
    place: str,
    region: str,
    since: date | None,
    employees: int | None,
    notes: str,
    source: str,
    *,
    counted_in_state: bool = False,
    in_posting: bool = True,
) -> PayLaw:
    return PayLaw(
        place,
        "US",
        region,
        since,
        employees,
        notes,
        source,
        counted_in_state=counted_in_state,
        in_posting=in_posting,
    )


_UNVERIFIED: Final = "general knowledge, verify"

POSTING_LAWS: Final[tuple[PayLaw, ...]] = (
    _us(
        "Colorado",
        "CO",
        date(2021, 1, 1),
        None,
        "Benefits and the closing date too; remote work counts. Amended on 1 January 2024.",
        "workforcebulletin.com, coloradostaffing.org",
    ),
    _us(
        "California",
        "CA",
        date(2023, 1, 1),
        15,
        "Since 1 January 2026 (SB 642) the range must be a good-faith estimate of pay at hire: wide bands are risky.",
        "lcwlegal.com, mondaq.com 1711484",
    ),
    _us(
        "Washington",
        "WA",
        date(2023, 1, 1),
        15,
        "A fixed sum is allowed; five business days to cure a posting, from 27 July 2025 to 27 July 2027.",
        "ogletree.com",
    ),
    _us(
        "New York",
        "NY",
        date(2023, 9, 17),
        4,
        "New York City has asked for it since 1 November 2022 (general knowledge).",
        "gapsquare.com",
    ),
    _us("Hawaii", "HI", date(2024, 1, 1), 50, "", f"natlawreview.com; size: {_UNVERIFIED}"),
    _us("District of Columbia", "DC", date(2024, 6, 30), None, "", f"natlawreview.com; size: {_UNVERIFIED}"),
    _us("Maryland", "MD", date(2024, 10, 1), None, "", "natlawreview.com, manatt.com"),
    _us(
        "Illinois",
        "IL",
        date(2025, 1, 1),
        15,
        "Benefits too; holds for work in Illinois or reporting to it.",
        "ogletree.com",
    ),
    _us(
        "Minnesota",
        "MN",
        date(2025, 1, 1),
        30,
        "Benefits too; counts the employees in the state.",
        "gunder.com, manatt.com",
        counted_in_state=True,
    ),
    _us("New Jersey", "NJ", date(2025, 6, 1), 10, "Benefits too.", "payequityadvisor.com"),
    _us("Vermont", "VT", date(2025, 7, 1), 5, "", "manatt.com"),
    _us("Massachusetts", "MA", date(2025, 10, 29), 25, "", "niclawgrp.com"),
    _us(
        "Virginia",
        "VA",
        date(2026, 7, 1),
        None,
        "No questions about salary history; 15 business days to cure a posting.",
        "hirschlerlaw.com, virginiabusiness.com",
    ),
    _us("Maine", "ME", None, 10, "Signed on 24 April 2026; the day it takes effect is not verified.", "brightmine.com"),
    _us("Delaware", "DE", date(2027, 9, 26), 26, "", "morganlewis.com"),
    PayLaw(
        "Cleveland, Ohio",
        "US",
        "OH",
        date(2025, 10, 27),
        15,
        "No questions about salary history.",
        "duanemorris.com",
        metro="cleveland",
    ),
    PayLaw(
        "Columbus, Ohio",
        "US",
        "OH",
        date(2027, 1, 1),
        15,
        "No questions about salary history; enforced from 1 January 2027.",
        "ogletree.com",
        metro="columbus",
    ),
    PayLaw(
        "Ontario",
        "CA",
        "ON",
        date(2026, 1, 1),
        25,
        "A spread of at most CAD 50,000; the posting must also say whether AI screens and whether the vacancy exists.",
        "knowledge.dlapiper.com",
        exempt_above=Decimal(200_000),
    ),
)
"""Laws that ask for the range in the posting itself."""

ON_REQUEST_LAWS: Final[tuple[PayLaw, ...]] = (
    _us(
        "Connecticut",
        "CT",
        date(2021, 10, 1),
        None,
        "On request or with the offer; check for a later posting rule.",
        "shipmangoodwin.com",
        in_posting=False,
    ),
    _us("Nevada", "NV", None, None, "After an interview.", "gapsquare.com", in_posting=False),
    _us("Rhode Island", "RI", date(2023, 1, 1), None, "On request.", "businessinsider.com", in_posting=False),
)
"""Laws that ask for the range, but not in the posting."""

EU_COUNTRIES: Final = frozenset(
    {"AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT"}
    | {"LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"}
)
EU_DIRECTIVE_DUE: Final = date(2026, 6, 7)
"""Day by which the member states had to transpose Directive (EU) 2023/970 (globalnews.lockton.com)."""

_EU_NOTES: Final = (
    "Pay or its range before the interview, in the ad or earlier; no questions about pay history; neutral titles. "
)
_EU_STATUS: Final = {
    "SK": "National law was reported complete by 20 May 2026.",
    "IT": "National law was reported complete by 20 May 2026.",
    "MT": "National law was reported partly in place since August 2025.",
    "PL": "National law was reported partly in place since 24 December 2025.",
    "NL": "National law is planned for January 2027.",
    "DK": "National law is planned for January 2027.",
    "FR": "National law was planned for September 2026.",
}


@dataclass(frozen=True, slots=True)
class PayDuty:
    """What one law means for one requisition on one day."""

    place: str
    standing: Standing
    notes: str
    source: str
    since: date | None
    employees: int | None


def places_hired_in(document: RequisitionDocument) -> tuple[Location, ...]:
    """The places of work and those where remote hires are accepted, each once, whatever the work mode."""
    return tuple(dict.fromkeys((*document.role.locations, *document.role.remote_hiring_in)))


def pay_duties(document: RequisitionDocument, today: date) -> tuple[PayDuty, ...]:
    """The pay-transparency laws of the places hired in, with how each stands to this requisition on a day."""
    places = places_hired_in(document)
    headcount, base_max = document.role.headcount, document.pay.base_max
    found = [
        PayDuty(law.place, law.standing(headcount, base_max, today), law.notes, law.source, law.since, law.employees)
        for law in _laws_of(places)
    ]
    found += [
        PayDuty(
            f"European Union ({country})",
            Standing.MAY_BIND if today >= EU_DIRECTIVE_DUE else Standing.NOT_YET,
            _EU_NOTES + _EU_STATUS.get(country, "National law: verify."),
            "Directive (EU) 2023/970; globalnews.lockton.com, news.outsourceaccelerator.com, fiduciaryregulatory.com",
            EU_DIRECTIVE_DUE,
            None,
        )
        for country in dict.fromkeys(place.country for place in places if place.country in EU_COUNTRIES)
    ]
    return tuple(found)


def binding_places(document: RequisitionDocument, today: date) -> tuple[str, ...]:
    """Names of the places hired in whose law is known to ask for the range in this posting on that day."""
    headcount, base_max = document.role.headcount, document.pay.base_max
    return tuple(
        law.place
        for law in _laws_of(places_hired_in(document))
        if law.standing(headcount, base_max, today) is Standing.BINDS
    )


@lru_cache(maxsize=1024)
def _laws_of(places: tuple[Location, ...]) -> tuple[PayLaw, ...]:
    """All laws that hold in one of the places, those on the posting first."""
    laws = (*POSTING_LAWS, *ON_REQUEST_LAWS)
    return tuple(law for law in laws if any(law.covers(place) for place in places))
