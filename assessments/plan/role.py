"""Role and scope, requirements, first projects and goals. Pure."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from assessments.plan.parts import Row, answer, inside, printable, rows_of
from hiring.document import Duty
from hiring.facts.case import Case
from hiring.facts.wording import number

_ROLE_LABELS: Final = {
    "level": "Level",
    "employment": "Employment",
    "locations": "Places",
    "work_mode": "Work mode",
    "company_stage": "Company",
    "reason": "Reason",
}
_SCOPE_LABELS: Final = {
    "archetype": "Kind of role",
    "platform_or_models": "Platform or models",
    "years_min": "Years asked for",
    "degree": "Degree",
    "publications": "Publications",
}


@dataclass(frozen=True, slots=True)
class Split:
    """Infrastructure and machine learning in percent; ``found`` is what skills and duties say."""

    infra: Decimal
    ml: Decimal
    found: Decimal | None
    lede: str


@dataclass(frozen=True, slots=True)
class DutyLine:
    """One duty: what, which kind of work, which share of the week (words; "" where not answered)."""

    text: str
    kind: str
    share: str


@dataclass(frozen=True, slots=True)
class RoleSection:
    """The role, its scope and what is asked for."""

    facts: tuple[Row, ...]
    split: Split | None
    duties: tuple[DutyLine, ...]
    total: str
    musts: tuple[str, ...]
    must_head: str
    nices: tuple[str, ...]
    projects: tuple[str, ...]
    goals: tuple[str, ...]


def role_section(case: Case) -> RoleSection:
    """Everything on the role and on what it asks for."""
    scope = case.scope
    return RoleSection(
        facts=(
            *rows_of("role", case.role, _ROLE_LABELS),
            *rows_of("scope", scope, _SCOPE_LABELS),
        ),
        split=_split(case),
        duties=tuple(_line(index, duty) for index, duty in enumerate(scope.duties)),
        total=_total(scope.duties),
        musts=tuple(_labelled(must.label, must.slot.years) for must in case.musts),
        must_head=_must_head(case),
        nices=tuple(_labelled(nice.label, nice.slot.years) for nice in case.nices),
        projects=tuple(printable(project) for project in scope.first_projects),
        goals=tuple(printable(goal) for goal in scope.goals_90d),
    )


def _split(case: Case) -> Split | None:
    infra = case.scope.infra_pct
    if infra is None:
        return None
    found = case.skill_infra_pct
    lede = f"{number(infra)} % infrastructure, {number(100 - infra)} % machine learning."
    if found is not None:
        gap = abs(infra - found)
        close = "they tell the same story" if gap < 10 else f"{gap:.0f} points from what was chosen"
        lede += f" Skills and duties asked for say {found:.0f} % infrastructure: {close}."
    return Split(infra, 100 - infra, found, lede)


def _line(index: int, duty: Duty) -> DutyLine:
    kind = inside(answer(f"/scope/duties/{index}/kind", duty.kind)) if duty.kind else ""
    return DutyLine(printable(duty.text), kind, "" if duty.percent is None else f"{number(duty.percent)} %")


def _total(duties: tuple[Duty, ...]) -> str:
    shares = [duty.percent for duty in duties if duty.percent is not None]
    return f"{number(Decimal(sum(shares)))} %" if duties and len(shares) == len(duties) else ""


def _must_head(case: Case) -> str:
    if not case.musts:
        return "Must have"
    cap = case.level_cap
    return f"Must have, {case.n_must_for_caps} of {cap.slots}" if cap else f"Must have, {case.n_must_for_caps}"


def _labelled(label: str, years: Decimal | None) -> str:
    return printable(label if years is None else f"{label}, {number(years)} years")
