"""M08: people skills in the interviews and in the ad."""

from typing import Any

import pytest

from hiring.checking import ADVICE, BLOCKER, WARNING, Severity
from hiring.facts.case import Case
from hiring.mistakes.soft_skills_gap import MISTAKE
from tests.hiring.mistakes.build import after_patch, case, fired, is_clear, is_off, missing, severity_of

FOUR = ("collaboration", "communication", "customer_empathy", "stakeholder")


def stage(
    kind: str = "live_debug", tags: tuple[str, ...] = (), panel: tuple[str, ...] = (), **more: Any
) -> dict[str, Any]:
    return {"type": kind, "minutes": 60, "tags": list(tags), "panel": list(panel), **more}


def loop(*stages: dict[str, Any], level: str | None = None, ds: int | None = 2, mle: int | None = 2) -> Case:
    return case(process={"stages": list(stages)}, role={"level": level}, ml_today={"ds_count": ds, "mle_count": mle})


def ad(text: str | None) -> Case:
    return case(role={"job_ad": text})


def test_a_loop_without_any_people_skill_blocks_and_a_partner_interview_mends_it() -> None:
    judged = loop(stage(day=1), stage("code_review", day=3))
    flag = fired(MISTAKE, "M08-T1", judged)
    assert flag.severity == BLOCKER
    mended = after_patch(judged, flag)
    assert is_clear(MISTAKE, "M08-T1", mended)
    assert is_clear(MISTAKE, "M08-T2", mended)
    assert mended.process.stages[-1].day == 3, "the interview adds no round"


def test_a_debug_stage_marked_for_narration_counts_as_communication() -> None:
    assert is_clear(MISTAKE, "M08-T1", loop(stage(tags=("communication",))))
    assert is_clear(MISTAKE, "M08-T1", loop(stage("take_home", tags=("communication",))))


def test_without_stages_nothing_is_claimed() -> None:
    for trigger_id in ("M08-T1", "M08-T2", "M08-T3", "M08-T4", "M08-T6"):
        assert missing(MISTAKE, trigger_id, loop()) == ("/process/stages",)


@pytest.mark.parametrize(("assessed", "fires"), [(0, False), (1, True), (2, True), (3, False), (4, False)])
def test_one_or_two_people_skills_are_too_few(assessed: int, fires: bool) -> None:
    judged = loop(stage(tags=FOUR[:assessed]))
    assert severity_of(MISTAKE, "M08-T2", judged) == (WARNING if fires else None)


def test_people_skills_add_up_over_the_stages() -> None:
    assert is_clear(MISTAKE, "M08-T2", loop(*(stage(tags=(skill,)) for skill in FOUR[:3])))


def test_the_missing_skills_go_to_the_partner_interview_or_to_a_new_one() -> None:
    with_partner = loop(stage("partner_interview", tags=("collaboration",)))
    mended = after_patch(with_partner, fired(MISTAKE, "M08-T2", with_partner))
    assert is_clear(MISTAKE, "M08-T2", mended)
    assert len(mended.process.stages) == 1
    without = loop(stage(tags=("collaboration",)))
    mended = after_patch(without, fired(MISTAKE, "M08-T2", without))
    assert is_clear(MISTAKE, "M08-T2", mended)
    assert len(mended.process.stages) == 2


@pytest.mark.parametrize("role", ["data_scientist", "ml_engineer"])
def test_an_internal_customer_on_any_panel_is_enough(role: str) -> None:
    judged = loop(stage(panel=("hiring_manager",)), stage(panel=(role,)))
    assert is_clear(MISTAKE, "M08-T3", judged)


def test_a_panel_without_internal_customers() -> None:
    judged = loop(stage(panel=("hiring_manager", "platform_sre")))
    flag = fired(MISTAKE, "M08-T3", judged)
    assert flag.severity == WARNING
    assert is_clear(MISTAKE, "M08-T3", after_patch(judged, flag))


def test_only_stages_with_a_panel_decide() -> None:
    assert missing(MISTAKE, "M08-T3", loop(stage())) == ("/process/stages",)
    assert missing(MISTAKE, "M08-T4", loop(stage())) == ("/process/stages",)
    assert severity_of(MISTAKE, "M08-T3", loop(stage(), stage(panel=("recruiter",)))) == WARNING


def test_a_company_without_internal_customers_needs_none_on_the_panel() -> None:
    assert is_off(MISTAKE, "M08-T3", loop(stage(panel=("recruiter",)), ds=0, mle=0))
    assert severity_of(MISTAKE, "M08-T3", loop(stage(panel=("recruiter",)), ds=0, mle=None)) == WARNING
    assert severity_of(MISTAKE, "M08-T3", loop(stage(panel=("recruiter",)), ds=0, mle=1)) == WARNING


def test_the_seat_goes_to_whoever_the_company_has() -> None:
    judged = loop(stage(panel=("recruiter",)), ds=3, mle=0)
    mended = after_patch(judged, fired(MISTAKE, "M08-T3", judged))
    assert mended.process.stages[0].panel == ("recruiter", "data_scientist")


@pytest.mark.parametrize(
    ("level", "severity"),
    [("mid", ADVICE), (None, ADVICE), ("senior", WARNING), ("staff", WARNING), ("principal", WARNING)],
)
def test_a_partner_from_product_is_missing(level: str | None, severity: Severity) -> None:
    judged = loop(stage(panel=("ml_engineer", "executive")), level=level)
    flag = fired(MISTAKE, "M08-T4", judged)
    assert flag.severity == severity
    assert is_clear(MISTAKE, "M08-T4", after_patch(judged, flag))


def test_product_or_business_is_enough_and_juniors_need_neither() -> None:
    for partner in ("product", "business"):
        assert is_clear(MISTAKE, "M08-T4", loop(stage(panel=(partner,)), level="senior"))
    assert is_off(MISTAKE, "M08-T4", loop(stage(panel=("ml_engineer",)), level="junior"))


@pytest.mark.parametrize(
    ("level", "weight", "fires"),
    [
        ("mid", 19.9, True),
        ("mid", 20, False),
        ("junior", 20, False),
        ("senior", 29.9, True),
        ("senior", 30, False),
        ("staff", 25, True),
        ("principal", 25, True),
        (None, 19, True),
        (None, 25, False),
    ],
)
def test_the_weight_of_people_skills(level: str | None, weight: float, fires: bool) -> None:
    judged = case(process={"soft_weight_pct": weight}, role={"level": level})
    assert severity_of(MISTAKE, "M08-T5", judged) == (WARNING if fires else None)
    if fires:
        assert is_clear(MISTAKE, "M08-T5", after_patch(judged, fired(MISTAKE, "M08-T5", judged)))


def test_an_unknown_weight_is_not_checked() -> None:
    assert missing(MISTAKE, "M08-T5", case()) == ("/process/soft_weight_pct",)


def test_culture_fit_without_anchors() -> None:
    judged = loop(stage(), stage("culture_fit"), stage("culture_fit", tags=("communication",)))
    flag = fired(MISTAKE, "M08-T6", judged)
    assert flag.severity == WARNING
    assert [item.path for item in flag.evidence] == ["/process/stages/1/tags", "/process/stages/2/tags"]
    assert is_clear(MISTAKE, "M08-T6", after_patch(judged, flag))


def test_anchored_culture_questions_are_fine() -> None:
    assert is_clear(MISTAKE, "M08-T6", loop(stage("culture_fit", tags=("anchored",))))
    assert is_clear(MISTAKE, "M08-T6", loop(stage("live_debug")))


@pytest.mark.parametrize(
    "phrase", ["rockstar", "Rock-star", "ninjas", "guru", "wizard", "lone wolf", "no hand-holding", "No handholding"]
)
def test_words_that_ask_for_a_hero(phrase: str) -> None:
    flag = fired(MISTAKE, "M08-T7", ad(f"We want a {phrase} for our platform."))
    assert flag.severity == ADVICE
    assert phrase in flag.message


def test_an_ad_without_heroes_is_clear_and_no_ad_is_not_checked() -> None:
    assert is_clear(MISTAKE, "M08-T7", ad("We want a colleague who has used Lightning."))
    assert missing(MISTAKE, "M08-T7", ad(None)) == ("/role/job_ad",)
    assert missing(MISTAKE, "M08-T7", ad("   ")) == ("/role/job_ad",)


GERMAN = "Wir suchen für unser Team eine Person, die mit uns die Plattform baut. Du bist ein Ninja und ein Guru."


def test_an_ad_in_another_language_is_not_judged() -> None:
    for trigger_id in ("M08-T7", "M08-T8"):
        assert missing(MISTAKE, trigger_id, ad(GERMAN)) == ("/role/job_ad",)


@pytest.mark.parametrize(
    "sentence",
    [
        "You will work with six data scientists.",
        "You pair with a data scientist.",
        "You support our ML engineers and Product Managers.",
        "You explain costs to business stakeholders.",
        "You serve the data science team.",
    ],
)
def test_a_sentence_that_names_partners_is_enough(sentence: str) -> None:
    assert is_clear(MISTAKE, "M08-T8", ad(f"MLOps Engineer. {sentence}"))


def test_an_ad_that_names_nobody() -> None:
    assert severity_of(MISTAKE, "M08-T8", ad("MLOps Engineer. You own Kubernetes and Terraform.")) == ADVICE
    assert severity_of(MISTAKE, "M08-T8", ad("Machine Learning Engineer. You deploy models.")) == ADVICE
    assert missing(MISTAKE, "M08-T8", ad(None)) == ("/role/job_ad",)
