"""The debrief sheet: whose scorecards must be in, what to go through, by when to decide. A blank form."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from assessments.kits.role import RoleBrief
from assessments.plan.parts import printable
from assessments.planning import InterviewPlan
from hiring.questions.process import PANEL_ROLES, STAGE_TYPES

RULES: Final = (
    "No scorecard, no say: each is written alone, within 24 hours, before anybody talks.",
    "The hiring manager speaks last.",
    "Go must-have by must-have: evidence first, then the number. What nobody saw is not known; it is not a no.",
    "3 is the bar. No sums, no averages, no ranking, no cut-off.",
    "“Fit”, “gut feeling” and “energy” are no evidence: say what was said or done.",
    "Decide here. If one fact is missing, write down who finds it out, and by when.",
)
"""How the talk goes (domain.md, section H; rule of thumb)."""


@dataclass(frozen=True, slots=True)
class Due:
    """The scorecards of one session that must be in."""

    number: int
    name: str
    who: str
    when: str


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One requirement with room for evidence; ``sessions`` are those that looked at it, "" where none did."""

    name: str
    sessions: str


@dataclass(frozen=True, slots=True)
class DebriefSheet:
    """The sheet of a plan. ``deadline`` is by or within when to decide, "" while not answered."""

    role: RoleBrief
    due: tuple[Due, ...]
    evidence: tuple[EvidenceLine, ...]
    deadline: str
    debrief: str
    rules: tuple[str, ...] = RULES


def debrief_sheet(
    plan: InterviewPlan,
    role: RoleBrief,
    *,
    when: Mapping[int, str],
    people: Mapping[str, str],
    deadline: str,
    debrief: str,
) -> DebriefSheet:
    """The sheet of a plan. ``when`` gives day and hour by session, ``people`` names by seat, where there are any."""
    seats = dict(PANEL_ROLES)
    looked: dict[str, list[str]] = {}
    for covered in plan.coverage:
        looked.setdefault(covered.requirement.key, []).append(str(covered.session))
    return DebriefSheet(
        role=role,
        due=tuple(
            Due(
                session.number,
                dict(STAGE_TYPES)[session.stage.type],
                ", ".join(people.get(role_) or seats[role_] for role_ in session.stage.panel) or "nobody named",
                when.get(session.number, ""),
            )
            for session in plan.sessions
        ),
        evidence=tuple(
            EvidenceLine(printable(requirement.label, 90), ", ".join(dict.fromkeys(looked.get(requirement.key, ()))))
            for requirement in plan.requirements
        ),
        deadline=deadline,
        debrief=debrief,
    )
