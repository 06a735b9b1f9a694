"""How much infrastructure the requirements and the duties speak of, to be held against the split that is stated."""

from collections.abc import Sequence
from decimal import Decimal

from hiring.document import Duty
from hiring.facts.slots import Requirement


def weights(requirements: Sequence[Requirement]) -> list[int]:
    """The infrastructure weights of the lines that carry one: known skills, not soft ones or software practice."""
    return [requirement.line.weight for requirement in requirements if requirement.line.weight is not None]


def skill_infra_pct(
    musts: Sequence[Requirement], nices: Sequence[Requirement], from_duties: Decimal | None
) -> Decimal | None:
    """Share of infrastructure in percent, 0 to 100; None where no line carries a weight.

    The mean weight of the lines (their first alternative's; a nice-to-have counts half), blended half and half with
    the duties' share where that is known.
    """
    must_weights, nice_weights = weights(musts), weights(nices)
    halves = 2 * len(must_weights) + len(nice_weights)
    if not halves:
        return None
    from_skills = Decimal(2 * sum(must_weights) + sum(nice_weights)) / halves
    return from_skills if from_duties is None else (from_skills + from_duties) / 2


def duty_infra_pct(duties: Sequence[Duty]) -> Decimal | None:
    """Share of infrastructure over the duties, in percent of the week they fill.

    None unless every duty gives both numbers, and some of them a part of the week.
    """
    week = infra = Decimal(0)
    for duty in duties:
        if duty.percent is None or duty.infra_share is None:
            return None
        week += duty.percent
        infra += duty.percent * duty.infra_share
    return infra / week if week else None
