"""The hiring plan as data. Pure: same review, same plan."""

from dataclasses import dataclass
from typing import Final

from assessments.bank import SHIPPED, Bank, bank_index
from assessments.plan.clock import ClockLine, clock
from assessments.plan.cover import Cover, PlanMeta, cover
from assessments.plan.evidence import EvidenceSection, evidence_section
from assessments.plan.flags import FlagsSection, flags_section
from assessments.plan.growth import GrowthSection, growth_section
from assessments.plan.organisation import OrganisationSection, organisation_section
from assessments.plan.pay import PaySection, pay_section
from assessments.plan.role import RoleSection, role_section
from assessments.plan.scorecards import Scorecard, scorecards
from assessments.plan.sessions import InterviewSection, interview_section
from hiring.facts.case import Case
from hiring.reviewing import Reviewed

CONTENTS: Final = (
    ("role", "Role and scope"),
    ("requirements", "Requirements and first projects"),
    ("flags", "Flags, fixes, waivers"),
    ("pay", "Pay against market"),
    ("organisation", "Organisation, authority, hand-offs"),
    ("interviews", "The interview week"),
    ("scorecards", "Scorecards"),
    ("clock", "Process clock"),
    ("growth", "Growth and retention"),
    ("days", "The first 90 days"),
    ("evidence", "Evidence notes"),
    ("open", "What was not checked"),
)
"""Sections of the plan: where they start and what they are called."""


@dataclass(frozen=True, slots=True)
class HiringPlan:
    """Everything the page and the PDF show."""

    cover: Cover
    contents: tuple[tuple[str, str], ...]
    role: RoleSection
    flags: FlagsSection
    pay: PaySection
    organisation: OrganisationSection
    interviews: InterviewSection
    scorecards: tuple[Scorecard, ...]
    clock: tuple[ClockLine, ...]
    growth: GrowthSection
    evidence: EvidenceSection


def build_plan(reviewed: Reviewed, meta: PlanMeta, bank: Bank = SHIPPED) -> HiringPlan:
    """The plan of a reviewed requisition; ``bank`` knows its scenarios and questions."""
    case = Case(reviewed.document, today=reviewed.today, market=reviewed.market, bank=bank_index())
    interviews = interview_section(case, bank)
    return HiringPlan(
        cover=cover(case, reviewed.report, meta),
        contents=CONTENTS,
        role=role_section(case),
        flags=flags_section(reviewed.report),
        pay=pay_section(case),
        organisation=organisation_section(case),
        interviews=interviews,
        scorecards=scorecards(interviews.sessions, case.document, bank),
        clock=clock(case),
        growth=growth_section(case),
        evidence=evidence_section(case, reviewed.report),
    )
