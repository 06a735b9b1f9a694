"""The plan of particular requisitions, as an experienced interviewer would look at it."""

from dataclasses import replace

import pytest
from django.apps import apps

from assessments.bank import SCENARIOS, SHIPPED
from assessments.planning import InterviewPlan, decided, generate
from hiring.document import RequisitionDocument
from tests.assessments.planning.build import TEAM, requisition, scope


def scenarios(plan: InterviewPlan) -> list[str]:
    return [session.stage.scenario for session in plan.sessions if session.stage.scenario]


def roles(plan: InterviewPlan) -> set[str]:
    return {seat.role for session in plan.sessions for seat in session.seats}


def covering(plan: InterviewPlan, key: str) -> list[int]:
    return [covered.session for covered in plan.coverage if covered.requirement.key == key]


@pytest.mark.parametrize(
    ("level", "types"),
    [
        ("junior", ["hm_screen", "live_debug", "code_review", "partner_interview"]),
        ("mid", ["hm_screen", "live_debug", "code_review", "panel_tech", "partner_interview", "hm_screen"]),
        (
            "senior",
            ["hm_screen", "live_debug", "architecture_exercise", "partner_interview", "partner_interview", "hm_screen"],
        ),
        ("staff", ["hm_screen", "architecture_exercise", "live_debug", "exec_chat", "partner_interview"]),
        ("principal", ["hm_screen", "architecture_exercise", "live_debug", "exec_chat", "partner_interview"]),
    ],
)
def test_each_level_has_a_loop_of_its_own(level: str, types: list[str]) -> None:
    assert [session.stage.type for session in generate(requisition(level)).sessions] == types


def test_an_archetypes_own_must_haves_are_all_looked_at() -> None:
    for archetype in ("infra_heavy", "balanced", "ml_heavy"):
        for level in ("junior", "mid", "senior", "staff", "principal"):
            assert generate(requisition(level, archetype)).uncovered == (), (level, archetype)


def test_an_infra_heavy_loop_still_holds_a_model_in_trouble() -> None:
    for level in ("junior", "mid", "senior", "staff", "principal"):
        assert {"S04", "S05", "S06"} & set(scenarios(generate(requisition(level, "infra_heavy"))))


def test_what_the_company_says_decides_between_scenarios_and_is_given_as_the_reason() -> None:
    neutral = {"any_of": ["statistics"]}
    asked = {"archetype": "ml_heavy", "must_haves": [neutral]}
    plan = generate(requisition(scope=asked, ml_today=TEAM | {"can_rebuild_prod": False, "regulated": True}))
    rebuild = next(session for session in plan.sessions if session.stage.scenario == "S09")
    assert "you cannot rebuild the model in production" in rebuild.reason
    assert "you answer to a regulator" in rebuild.reason


def test_must_haves_decide_between_scenarios() -> None:
    stores = generate(requisition("mid", scope=scope("feast", "redis-online-store", "tecton", archetype="ml_heavy")))
    assert "S08" in scenarios(stores)
    leaks = generate(requisition("mid", scope=scope("statistics", "ml-testing", "scikit-learn", archetype="ml_heavy")))
    assert "S12" in scenarios(leaks)


def test_a_must_have_goes_where_it_can_be_shown_at_work() -> None:
    plan = generate(requisition("mid", scope=scope("Kubernetes", "airflow|dagster")))
    by_number = {session.number: session for session in plan.sessions}
    (pipelines,) = covering(plan, "airflow|dagster")
    (cluster,) = covering(plan, "kubernetes")
    assert by_number[pipelines].stage.type == "live_debug"
    assert by_number[cluster].stage.scenario == "S13"
    assert "Kubernetes" in by_number[cluster].stage.competencies


def test_an_unknown_skill_is_asked_about_through_past_work() -> None:
    plan = generate(requisition(scope=scope("python", "Zorblat")))
    assert covering(plan, "zorblat") == [1]
    assert "Q08" in plan.sessions[0].questions
    assert "Zorblat" in plan.sessions[0].reason


def test_must_haves_that_share_a_skill_are_looked_at_together() -> None:
    plan = generate(requisition(scope=scope("aws|gcp", "kubernetes", "gcp|azure", "azure|snowflake")))
    assert covering(plan, "aws|gcp") == covering(plan, "gcp|azure") == covering(plan, "azure|snowflake")


@pytest.mark.parametrize(
    ("must", "why"),
    [
        ("frontend", "belongs to another job"),
        ("5+ years of experience", "is read, not tested"),
        ("Master's degree", "is read, not tested"),
        ("  ", "is empty"),
    ],
)
def test_what_no_interview_can_test_is_named_with_the_reason(must: str, why: str) -> None:
    plan = generate(requisition(scope=scope("python", must)))
    (gap,) = plan.uncovered
    assert gap.requirement.path == "/scope/must_haves/1"
    assert why in gap.why


def test_a_list_too_long_for_the_week_keeps_its_head_and_says_what_is_left_out() -> None:
    slugs = [
        "python", "kubernetes", "docker", "helm", "terraform", "aws", "prometheus", "grafana", "airflow", "kubeflow",
        "mlflow", "feast", "spark", "kafka", "dbt", "snowflake", "sql", "pytorch", "xgboost", "go", "git", "linux",
    ]  # fmt: skip
    plan = generate(requisition(scope=scope(*slugs)))
    missed = [gap.requirement.key for gap in plan.uncovered]
    assert missed
    assert "python" not in missed
    assert all("place of another" in gap.why for gap in plan.uncovered)


def test_soft_skills_among_the_must_haves_are_looked_at_in_a_talk() -> None:
    plan = generate(requisition(scope=scope("python", "communication", "mentoring")))
    types = {session.number: session.stage.type for session in plan.sessions}
    assert [types[number] for key in ("mentoring",) for number in covering(plan, key)] == ["partner_interview"]
    assert plan.uncovered == ()


def test_a_take_home_stands_in_for_live_work_where_the_document_chose_one() -> None:
    plan = generate(requisition("mid", process={"takehome_hours": 6, "takehome_window_days": 7}))
    types = [session.stage.type for session in plan.sessions]
    assert "take_home" in types
    assert "panel_tech" in types
    assert "live_debug" not in types
    assert (plan.process.takehome_hours, plan.process.takehome_window_days) == (3, 2)
    assert plan.process.ai_policy == "allowed_explain"


def test_a_junior_gets_two_hours_for_it() -> None:
    plan = generate(requisition("junior"), takehome=True)
    assert plan.process.takehome_hours == 2
    assert plan.candidate_minutes == 4 * 60


def test_live_work_can_be_chosen_in_its_place() -> None:
    plan = generate(requisition("mid", process={"takehome_hours": 6, "takehome_window_days": 7}), takehome=False)
    assert "take_home" not in [session.stage.type for session in plan.sessions]
    assert plan.process.takehome_hours is None
    assert plan.process.takehome_window_days is None


@pytest.mark.parametrize("level", ["staff", "principal"])
def test_from_staff_on_there_is_no_take_home_and_the_plan_says_so(level: str) -> None:
    plan = generate(requisition(level), takehome=True)
    assert "take_home" not in [session.stage.type for session in plan.sessions]
    assert any(note.startswith("No take-home") for note in plan.notes)


def test_without_an_mlops_engineer_platform_and_customer_judge_together() -> None:
    plan = generate(requisition(ml_today=TEAM | {"mlops_count": 0}))
    debug = next(session for session in plan.sessions if session.stage.type == "live_debug")
    assert [(seat.role, seat.backup) for seat in debug.seats] == [
        ("platform_sre", "platform_sre"),
        ("data_scientist", "data_scientist"),
    ]
    assert any("judge together" in note for note in plan.notes)


def test_a_company_of_one_borrows_whoever_can_judge() -> None:
    nobody = {"ds_count": 0, "mle_count": 0, "mlops_count": 0, "platform_count": 0}
    plan = generate(requisition(ml_today=nobody, role={"level": "senior", "company_stage": "seed", "headcount": 1}))
    assert roles(plan) == {"hiring_manager", "external", "business"}
    assert any("external reviewer" in note for note in plan.notes)


def test_those_who_will_be_served_sit_on_the_panel() -> None:
    assert "data_scientist" in roles(generate(requisition(ml_today=TEAM | {"mle_count": 0})))
    assert "ml_engineer" in roles(generate(requisition(ml_today=TEAM | {"ds_count": 0})))


def test_open_answers_are_assumed_and_said() -> None:
    plan = generate(RequisitionDocument())
    assert plan.sessions
    assert [note.split(":")[0] for note in plan.notes] == [
        "The level is not answered",
        "The split is not decided",
        "No must-haves are given",
    ]
    archetypes = [set(SCENARIOS[name].archetypes) for name in scenarios(plan)]
    assert all(len(each) == 3 for each in archetypes)


def test_nice_to_haves_are_never_assessed() -> None:
    asked = scope("python") | {"nice_to_haves": [{"any_of": ["cuda"]}]}
    plan = generate(requisition(scope=asked))
    assert [requirement.key for requirement in plan.requirements if requirement.path] == ["python"]


def test_answers_that_are_better_than_the_rule_stay() -> None:
    plan = generate(
        requisition(process={"soft_weight_pct": 45, "decision_hours": 24, "ai_policy": "forbidden", "seats": 3})
    )
    assert plan.process.soft_weight_pct == 45
    assert plan.process.decision_hours == 24
    assert plan.process.ai_policy == "forbidden"
    assert "seats" not in decided(plan)
    assert plan.process.seats == 3


def test_a_scenario_of_the_organisation_is_preferred_where_it_fits_as_well() -> None:
    own = SCENARIOS["S05"].model_copy(update={"id": "OWN-1", "title": "Our own night"})
    bank = replace(SHIPPED, scenarios={**SCENARIOS, "OWN-1": own})
    before = requisition(scope=scope("model-monitoring", "drift-detection"))
    assert "S05" in scenarios(generate(before))
    assert "OWN-1" in scenarios(generate(before, bank=bank))


def test_a_crowded_exercise_leaves_something_to_a_talk_with_time_to_spare() -> None:
    plan = generate(requisition("senior", "balanced"))
    minutes = {covered.requirement.key: covered.minutes for covered in plan.coverage if covered.session <= 3}
    assert min(minutes.values()) >= 10
    assert covering(plan, "ci-cd") == [1]
    assert "Q15" in plan.sessions[0].questions


def test_where_the_bank_leaves_no_choice_the_reason_says_so() -> None:
    plan = generate(requisition("principal", "ml_heavy"))
    design = next(session for session in plan.sessions if session.stage.type == "architecture_exercise")
    assert design.stage.scenario == "S15"
    assert "the bank’s one exercise of this kind" in design.reason


def test_nothing_of_a_plan_has_a_place_for_a_person_interviewed() -> None:
    fields = {
        field.name
        for model in apps.get_app_config("assessments").get_models()
        for field in model._meta.get_fields()
        if not field.is_relation
    }
    assert not {name for name in fields if any(word in name for word in ("candidate", "applicant", "score", "rating"))}
