"""A JobPosting of schema.org, with every property that Google's documentation asks for.

Required there: title, description, datePosted, hiringOrganization, and jobLocation with a country; for remote work
jobLocationType TELECOMMUTE with applicantLocationRequirements instead
(developers.google.com/search/docs/appearance/structured-data/job-posting, seen November 2026).
"""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from hiring.document import Location, RequisitionDocument
from hiring.document.base import json_number
from hiring.job_ad.writing.asks import slot_line
from hiring.job_ad.writing.page import as_description

_EMPLOYMENT: Final = {"permanent": "FULL_TIME", "contract": "CONTRACTOR"}
_DEGREES: Final = {"bachelor": "bachelor degree", "master": "postgraduate degree", "phd": "postgraduate degree"}


class PostingIncomplete(Exception):
    """A required property has no value. ``missing`` names what to answer, in words."""

    def __init__(self, missing: Sequence[str]) -> None:
        super().__init__(", ".join(missing))
        self.missing = tuple(missing)


def job_posting(
    document: RequisitionDocument, text: str, *, employer: str, posted_on: date, valid_through: date | None = None
) -> dict[str, Any]:
    """The JSON-LD of an ad. ``text`` is its Markdown; ``posted_on`` is used unless the requisition has its own day.

    Raises PostingIncomplete where a required property would be empty.
    """
    role = document.role
    description = as_description(text)
    where = _where(document)
    missing = [
        words
        for words, given in (
            ("the title", role.title and role.title.strip()),
            ("the text of the advert", description.strip()),
            ("the employer's name", employer.strip()),
            ("a place of work, or where remote hires are accepted", where),
        )
        if not given
    ]
    if missing:
        raise PostingIncomplete(missing)
    posting: dict[str, Any] = {
        "@context": "https://schema.org/",
        "@type": "JobPosting",
        "title": " ".join((role.title or "").split()),
        "description": description,
        "datePosted": (document.process.posted_on or posted_on).isoformat(),
        "hiringOrganization": {"@type": "Organization", "name": employer.strip()},
        **where,
    }
    if valid_through is not None:
        posting["validThrough"] = valid_through.isoformat()
    if role.employment:
        posting["employmentType"] = _EMPLOYMENT[role.employment]
    if (document.process.seats or 1) > 1:
        posting["totalJobOpenings"] = document.process.seats
    if salary := _salary(document):
        posting["baseSalary"] = salary
    posting.update(_qualifications(document))
    return posting


def _where(document: RequisitionDocument) -> dict[str, Any]:
    role = document.role
    if role.work_mode == "remote":
        areas = [_area(place) for place in (role.remote_hiring_in or role.locations)]
        if areas:
            return {"jobLocationType": "TELECOMMUTE", "applicantLocationRequirements": _one_or_all(_once(areas))}
        return {}
    places = [{"@type": "Place", "address": _address(place)} for place in role.locations]
    return {"jobLocation": _one_or_all(places)} if places else {}


def _address(place: Location) -> dict[str, str]:
    address = {"@type": "PostalAddress"}
    if place.metro:
        address["addressLocality"] = place.metro
    if place.region:
        address["addressRegion"] = place.region
    return address | {"addressCountry": place.country}


def _area(place: Location) -> dict[str, str]:
    if place.region:
        return {"@type": "State", "name": f"{place.region}, {place.country}"}
    return {"@type": "Country", "name": place.country}


def _salary(document: RequisitionDocument) -> dict[str, Any] | None:
    pay = document.pay
    if pay.band_published is False or not pay.currency or (pay.base_min is None and pay.base_max is None):
        return None
    value: dict[str, Any] = {"@type": "QuantitativeValue", "unitText": "YEAR"}
    if pay.base_min is not None and pay.base_min == pay.base_max:
        value["value"] = json_number(pay.base_min)
    else:
        if pay.base_min is not None:
            value["minValue"] = json_number(pay.base_min)
        if pay.base_max is not None:
            value["maxValue"] = json_number(pay.base_max)
    return {"@type": "MonetaryAmount", "currency": pay.currency, "value": value}


def _qualifications(document: RequisitionDocument) -> dict[str, Any]:
    scope = document.scope
    found: dict[str, Any] = {}
    if scope.must_haves:
        found["skills"] = "; ".join(slot_line(slot) for slot in scope.must_haves)
    if scope.years_min:
        found["experienceRequirements"] = {
            "@type": "OccupationalExperienceRequirements",
            "monthsOfExperience": scope.years_min * 12,
        }
    if scope.degree in _DEGREES:
        found["educationRequirements"] = {
            "@type": "EducationalOccupationalCredential",
            "credentialCategory": _DEGREES[scope.degree],
        }
    elif scope.degree == "none":
        found["educationRequirements"] = "no requirements"
    return found


def _once(areas: list[dict[str, str]]) -> list[dict[str, str]]:
    return [area for at, area in enumerate(areas) if area not in areas[:at]]


def _one_or_all(items: list[Any]) -> Any:
    return items[0] if len(items) == 1 else items
