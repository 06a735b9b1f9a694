"""What holds for the plan of any requisition: 10,000 of them, and whatever else the contract allows."""

from collections import Counter
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings

from assessments.bank import QUESTIONS, SCENARIOS, bank_index
from assessments.planning import InterviewPlan, decided, generate, plan_of
from assessments.planning.rules import MOST_HOURS
from hiring.checking import Fired
from hiring.document import Process, RequisitionDocument
from hiring.facts.case import Case
from hiring.registry import TRIGGER_BY_ID
from tests import strategies
from tests.assessments.planning.random_documents import documents

SEEDS, EACH = range(20), 500
"""20 x 500 documents: the 10,000 that are promised, in parts that tell where something broke."""

CURED = (
    "M01-T5",
    "M04-T6",
    *(f"M05-T{number}" for number in range(1, 12)),
    *(f"M08-T{number}" for number in range(1, 7)),
    "M11-T1",
    "M11-T2",
    "M11-T3",
    "M11-T7",
)
TODAY = date(2026, 11, 22)
PEOPLE_SKILLS = {"collaboration", "communication", "customer_empathy", "stakeholder"}
PLANNED = {
    "stages", "takehome_hours", "takehome_window_days", "ai_policy", "rubric_defined", "scorecard", "soft_weight_pct",
    "scope_in_first_call", "loop_days", "decision_hours",
}  # fmt: skip


@pytest.mark.parametrize("seed", SEEDS)
def test_every_plan_is_valid_covers_what_it_must_and_raises_no_flag(seed: int) -> None:
    for document in documents(seed, EACH):
        plan = generate(document)
        holds(document, plan)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(document=strategies.documents())
def test_so_is_the_plan_of_whatever_the_contract_allows(document: RequisitionDocument) -> None:
    holds(document, generate(document))


def holds(document: RequisitionDocument, plan: InterviewPlan) -> None:
    planned = document.model_copy(update={"process": plan.process})
    Process.model_validate(plan.process.model_dump())
    fits_one_week(document, plan)
    covers_what_it_must(document, plan)
    uses_the_bank_well(document, plan)
    seats_those_who_are_there(document, plan)
    kept = plan.process.model_dump(exclude=PLANNED)
    assert kept == document.process.model_dump(exclude=PLANNED)
    assert decided(plan).keys() == PLANNED
    case = Case(planned, today=TODAY, bank=bank_index())
    fired = [id_ for id_ in CURED if isinstance(TRIGGER_BY_ID[id_].check(case), Fired)]
    assert fired == []
    assert plan_of(planned).sessions == plan.sessions
    assert generate(planned).process == plan.process


def fits_one_week(document: RequisitionDocument, plan: InterviewPlan) -> None:
    assert plan.sessions
    assert {session.round for session in plan.sessions} == {1, 2, 3}
    days = [session.stage.day or 0 for session in plan.sessions]
    assert all(earlier <= later for earlier, later in pairwise(days))
    assert 1 <= days[0] <= days[-1] <= 5
    assert all(session.stage.minutes > 0 for session in plan.sessions)
    assert plan.candidate_minutes <= MOST_HOURS[document.role.level or "mid"] * 60
    assert [session.number for session in plan.sessions] == list(range(1, len(plan.sessions) + 1))


def covers_what_it_must(document: RequisitionDocument, plan: InterviewPlan) -> None:
    times = Counter(covered.requirement for covered in plan.coverage)
    assert max(times.values()) <= 2
    assert plan.repeated == ()
    missed = {gap.requirement for gap in plan.uncovered}
    assert missed.isdisjoint(times)
    assert missed | times.keys() == set(plan.requirements)
    assert {requirement.key for requirement in times} >= PEOPLE_SKILLS
    assert len(plan.requirements) == len(document.scope.must_haves) + 4
    assert all(gap.why for gap in plan.uncovered)
    for session in plan.sessions:
        given_ = sum(covered.minutes for covered in plan.coverage if covered.session == session.number)
        assert given_ <= session.stage.minutes


def uses_the_bank_well(document: RequisitionDocument, plan: InterviewPlan) -> None:
    level, archetype = document.role.level, document.scope.archetype
    used = [SCENARIOS[session.stage.scenario] for session in plan.sessions if session.stage.scenario]
    assert any("ml_scenario" in scenario.tags for scenario in used)
    assert len({scenario.primary_skill for scenario in used}) == len(used)
    assert len({"take_home", "live_debug"} & {scenario.type for scenario in used}) == 1
    for scenario in used:
        assert (level or "mid") in scenario.levels
        assert archetype in (None, "unsure", *scenario.archetypes)
    asked = [question for session in plan.sessions for question in session.questions]
    assert len(set(asked)) == len(asked)
    assert all((level or "mid") in QUESTIONS[question].levels for question in asked)
    assert sum(QUESTIONS[question].competency == "discriminator" for question in asked) >= 2
    assert all(bool(session.questions) != bool(session.stage.scenario) for session in plan.sessions)
    assert all("anchored" in session.stage.tags for session in plan.sessions)
    assert all(session.purpose and session.reason for session in plan.sessions)


def seats_those_who_are_there(document: RequisitionDocument, plan: InterviewPlan) -> None:
    ml = document.ml_today
    absent = {
        role
        for role, count in (
            ("mlops_peer", ml.mlops_count),
            ("platform_sre", ml.platform_count),
            ("data_scientist", ml.ds_count),
            ("ml_engineer", ml.mle_count),
        )
        if count == 0
    }
    panel = {seat.role for session in plan.sessions for seat in session.seats}
    assert len(panel) <= 5
    assert panel & {"mlops_peer", "platform_sre", "external"}
    assert panel & {"data_scientist", "ml_engineer", "external"}
    for session in plan.sessions:
        assert session.seats
        assert tuple(seat.role for seat in session.seats) == session.stage.panel
        roles, backups = [seat.role for seat in session.seats], [seat.backup for seat in session.seats]
        assert absent.isdisjoint([*roles, *backups])
        assert len(set(roles)) == len(roles)
        # There is more than one person outside; inside, nobody stands in for somebody beside them.
        assert all(seat.backup in (seat.role, "external") or seat.backup not in roles for seat in session.seats)
