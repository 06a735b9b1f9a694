"""How much infrastructure the requirements and the duties speak of, to be held against the split that is stated."""

from collections.abc import Sequence
from decimal import Decimal

from hiring.document import Duty
from hiring.facts.slots import Requirement


def weighing(requirements: Sequence[Requirement]) -> tuple[Requirement, ...]:
    """The lines that carry an infrastructure weight: known skills, other than soft ones and software practice."""
    return tuple(
        requirement
        for requirement in requirements
        if (skill := requirement.line.first) is not None and skill.skill_class not in ("soft", "shared-software")
    )


def skill_infra_pct(
    musts: Sequence[Requirement], nices: Sequence[Requirement], duties: Sequence[Duty]
) -> Decimal | None:
    """Share of infrastructure in percent, 0 to 100; None where no line carries a weight.

    The mean weight of the lines (their first alternative's; a nice-to-have counts half), blended half and half with
    the duties' share where every duty gives both its percent of the week and its infrastructure share.
    """
    must_weights = [must.line.first.infra for must in weighing(musts) if must.line.first]
    nice_weights = [nice.line.first.infra for nice in weighing(nices) if nice.line.first]
    halves = 2 * len(must_weights) + len(nice_weights)
    if not halves:
        return None
    from_skills = Decimal(2 * sum(must_weights) + sum(nice_weights)) / halves
    from_duties = duty_infra_pct(duties)
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
