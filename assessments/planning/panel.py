"""Who sits on the panels, and who stands in for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from assessments.planning.plan import Seat
from hiring.document import RequisitionDocument
from hiring.document.process import PanelRole

_STAND_INS: Final[dict[PanelRole, tuple[PanelRole, ...]]] = {
    "hiring_manager": ("mlops_peer", "ml_engineer", "platform_sre", "executive"),
    "mlops_peer": ("mlops_peer", "platform_sre", "external"),
    "platform_sre": ("platform_sre", "mlops_peer", "external"),
    "data_scientist": ("data_scientist", "ml_engineer", "external"),
    "ml_engineer": ("ml_engineer", "data_scientist", "external"),
    "product": ("business", "executive"),
    "business": ("product", "executive"),
    "recruiter": ("recruiter", "hiring_manager"),
    "executive": ("business", "product", "executive"),
    "external": ("external",),
}
"""Who can stand in for whom, the best first. The same role again: another person of it."""


@dataclass(frozen=True, slots=True)
class People:
    """Who there is for the panel. ``hands_on`` judges the work; ``customer`` is whom the hire will serve."""

    hands_on: PanelRole
    second: PanelRole | None
    customer: PanelRole | None
    partner: PanelRole
    counts: dict[PanelRole, int | None]


def people_of(document: RequisitionDocument) -> People:
    """Who there is, by the head counts answered. An open count is taken for "somebody"."""
    ml, stage = document.ml_today, document.role.company_stage
    counts: dict[PanelRole, int | None] = {
        "mlops_peer": ml.mlops_count,
        "platform_sre": ml.platform_count,
        "data_scientist": ml.ds_count,
        "ml_engineer": ml.mle_count,
    }
    customer = _customer(document, counts)
    if ml.mlops_count != 0:
        hands_on: PanelRole = "mlops_peer"
    elif ml.platform_count and customer:
        hands_on = "platform_sre"
    else:
        hands_on = "external"
    business = stage in ("seed", "public_sector", "enterprise_nontech") or document.organisation.reports_to == "product"
    return People(
        hands_on=hands_on,
        second="platform_sre" if hands_on != "platform_sre" and ml.platform_count != 0 else None,
        customer=customer,
        partner="business" if business else "product",
        counts=counts,
    )


def _customer(document: RequisitionDocument, counts: dict[PanelRole, int | None]) -> PanelRole | None:
    engineer_first = document.scope.archetype == "infra_heavy"
    order: tuple[PanelRole, ...] = ("ml_engineer", "data_scientist")
    order = order if engineer_first else order[::-1]
    there = [role for role in order if counts[role] != 0]
    known = [role for role in there if counts[role]]
    return next(iter(known or there), None)


def seats_of(panel: Sequence[PanelRole], people: People) -> tuple[Seat, ...]:
    """The panel with back-ups: nobody stands in for a colleague of the same session, or for two of them."""
    taken: set[PanelRole] = set(panel)
    seats = []
    for role in panel:
        backup: PanelRole = next((each for each in _STAND_INS[role] if _free(each, role, taken, people)), "external")
        taken.add(backup)
        seats.append(Seat(role, backup))
    return tuple(seats)


def _free(backup: PanelRole, role: PanelRole, taken: set[PanelRole], people: People) -> bool:
    count = people.counts.get(backup)
    if backup == role:
        # Another person of the role. Where the number is open, the next best is safer.
        return backup in ("external", "recruiter", "executive") or (count is not None and count >= 2)
    return backup not in taken and count != 0
