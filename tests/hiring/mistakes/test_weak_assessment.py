"""M05."""

from typing import Any

import pytest

from hiring.checking import ADVICE, BLOCKER, WARNING, Severity
from hiring.document import Stage
from hiring.facts.bank import BankIndex, ScenarioFit
from hiring.facts.case import Case
from hiring.mistakes.weak_assessment import MISTAKE
from tests.hiring.mistakes.build import after_patch, case, fired, is_clear, is_off, missing, severity_of, slots

ALL_SPLITS = frozenset({"infra_heavy", "balanced", "ml_heavy"})
ALL_LEVELS = frozenset({"junior", "mid", "senior", "staff", "principal"})
MID_UP = ALL_LEVELS - {"junior"}
BANK = BankIndex(
    scenarios={
        "S05": ScenarioFit("S05", "Silent accuracy drop", "live_debug", 60, ALL_SPLITS, MID_UP),
        "S06": ScenarioFit("S06", "Broken pipeline", "live_debug", 60, ALL_SPLITS, ALL_LEVELS),
        "S07": ScenarioFit(
            "S07", "Kubernetes rollout", "live_debug", 60, ALL_SPLITS - {"ml_heavy"}, ALL_LEVELS, ("infra_scenario",)
        ),
        "S14": ScenarioFit(
            "S14",
            "Platform for 12 models",
            "architecture_exercise",
            60,
            ALL_SPLITS - {"ml_heavy"},
            frozenset({"senior", "staff", "principal"}),
        ),
    },
    loops={
        ("senior", "balanced"): (
            Stage(type="hm_screen", minutes=60, day=1),
            Stage(type="live_debug", minutes=60, day=2, tags=("ml_scenario", "real_system"), scenario="S05"),
            Stage(type="code_review", minutes=45, day=2),
            Stage(type="partner_interview", minutes=45, day=4, tags=("collaboration",)),
        ),
        ("mid", "balanced"): (
            Stage(type="hm_screen", minutes=45, day=1),
            Stage(type="take_home", minutes=150, day=2, tags=("ml_scenario",)),
            Stage(type="panel_tech", minutes=30, day=4),
        ),
    },
)
SENIOR = {"role": {"level": "senior"}, "scope": {"archetype": "balanced"}}


def stage(kind: str, minutes: int = 60, **others: Any) -> dict[str, Any]:
    return {"type": kind, "minutes": minutes, **others}


def loop(*stages: dict[str, Any], **process: Any) -> Case:
    return case(bank=BANK, **SENIOR, process={"stages": list(stages), **process})


SCREEN = stage("hm_screen", 45)
ALGO = stage("algo_coding")
DEBUG = stage("live_debug", tags=["ml_scenario"])


@pytest.mark.parametrize("trigger_id", ["M05-T1", "M05-T2", "M05-T3", "M05-T6", "M05-T7", "M05-T9"])
def test_no_stages_is_not_checked(trigger_id: str) -> None:
    assert missing(MISTAKE, trigger_id, case()) == ("/process/stages",)


# T1


def test_t1_nothing_hands_on_blocks() -> None:
    flag = fired(MISTAKE, "M05-T1", loop(SCREEN, ALGO, stage("whiteboard_design")))
    assert flag.severity is BLOCKER
    assert flag.evidence[0].observed == ("hm_screen", "algo_coding", "whiteboard_design")


@pytest.mark.parametrize(
    "hands_on",
    [
        stage("live_debug"),
        stage("take_home"),
        stage("code_review"),
        stage("practical_coding", 45, tags=["infra_scenario"]),
        stage("architecture_exercise", tags=["real_system"]),
    ],
)
def test_t1_one_hands_on_stage_is_clear(hands_on: dict[str, Any]) -> None:
    assert is_clear(MISTAKE, "M05-T1", loop(SCREEN, hands_on))


def test_t1_counts_the_stages_in_plain_words() -> None:
    assert fired(MISTAKE, "M05-T1", loop(SCREEN)).message.startswith("No stage shows")
    assert fired(MISTAKE, "M05-T1", loop(SCREEN, ALGO)).message.startswith("Not one of the 2 stages shows")


def test_t1_coding_on_nothing_real_is_not_hands_on() -> None:
    assert severity_of(MISTAKE, "M05-T1", loop(SCREEN, stage("practical_coding"))) is BLOCKER


def test_t1_patch_is_the_template_loop() -> None:
    one = loop(SCREEN, ALGO)
    patched = after_patch(one, fired(MISTAKE, "M05-T1", one))
    assert [s.type for s in patched.process.stages][1] == "live_debug"
    assert is_clear(MISTAKE, "M05-T1", patched)


def test_no_patch_while_level_or_split_is_open() -> None:
    one = case(bank=BANK, role={"level": "senior"}, process={"stages": [SCREEN]})
    assert fired(MISTAKE, "M05-T1", one).patch == ()


# T2


@pytest.mark.parametrize(
    ("algo", "other", "severity"),
    [(30, 90, None), (31, 90, WARNING), (60, 60, WARNING), (61, 60, BLOCKER), (45, 0, BLOCKER), (0, 0, None)],
)
def test_t2_share_of_algorithms(algo: int, other: int, severity: Severity | None) -> None:
    one = loop(stage("algo_coding", algo), stage("live_debug", other), stage("partner_interview", 300))
    assert severity_of(MISTAKE, "M05-T2", one) is severity


def test_t2_without_technical_stages_is_clear() -> None:
    assert is_clear(MISTAKE, "M05-T2", loop(SCREEN))


def test_t2_patch_clears() -> None:
    one = loop(SCREEN, ALGO, DEBUG)
    flag = fired(MISTAKE, "M05-T2", one)
    assert "60 of 120 technical minutes, 50%" in flag.message
    assert is_clear(MISTAKE, "M05-T2", after_patch(one, flag))


# T3


def test_t3_technical_stages_without_an_ml_scenario_block() -> None:
    flag = fired(MISTAKE, "M05-T3", loop(SCREEN, stage("live_debug", tags=["infra_scenario"])))
    assert flag.severity is BLOCKER
    assert "S05" in flag.fix


def test_t3_suggests_a_scenario_for_the_level() -> None:
    junior = case(bank=BANK, role={"level": "junior"}, process={"stages": [ALGO]})
    assert "S06" in fired(MISTAKE, "M05-T3", junior).fix
    without_bank = case(role={"level": "junior"}, process={"stages": [ALGO]})
    assert "S06" in fired(MISTAKE, "M05-T3", without_bank).fix


def test_t3_a_tag_on_any_stage_is_enough() -> None:
    assert is_clear(MISTAKE, "M05-T3", loop(ALGO, DEBUG))
    assert is_clear(MISTAKE, "M05-T3", loop(ALGO, stage("hm_screen", tags=["ml_scenario"])))


def test_t3_without_technical_stages_is_clear() -> None:
    assert is_clear(MISTAKE, "M05-T3", loop(SCREEN))


def test_t3_patch_clears() -> None:
    one = loop(ALGO)
    assert is_clear(MISTAKE, "M05-T3", after_patch(one, fired(MISTAKE, "M05-T3", one)))


# T4


@pytest.mark.parametrize(
    ("hours", "paid", "severity"),
    [
        (4, False, None),
        (4.5, False, WARNING),
        (8, False, WARNING),
        (8.5, False, BLOCKER),
        (8, True, None),
        (8.5, True, WARNING),
        (8.5, None, WARNING),
        (4, None, None),
    ],
)
def test_t4_hours_and_pay(hours: float, paid: bool | None, severity: Severity | None) -> None:
    assert severity_of(MISTAKE, "M05-T4", case(process={"takehome_hours": hours, "takehome_paid": paid})) is severity


def test_t4_names_what_is_missing() -> None:
    assert missing(MISTAKE, "M05-T4", case(process={"takehome_hours": 5})) == ("/process/takehome_paid",)
    assert missing(MISTAKE, "M05-T4", loop(stage("take_home"))) == ("/process/takehome_hours",)
    assert missing(MISTAKE, "M05-T4", case()) == ("/process/takehome_hours",)


def test_t4_is_off_without_a_takehome() -> None:
    assert is_off(MISTAKE, "M05-T4", loop(DEBUG))


def test_t4_patch_caps_hours_and_stage() -> None:
    one = loop(SCREEN, stage("take_home", 360), takehome_hours=6, takehome_paid=False)
    patched = after_patch(one, fired(MISTAKE, "M05-T4", one))
    assert is_clear(MISTAKE, "M05-T4", patched)
    assert patched.process.takehome_hours == 3
    assert patched.process.stages[1].minutes == 180


# T5


@pytest.mark.parametrize(
    ("rubric", "scorecard", "severity"),
    [
        (False, False, BLOCKER),
        (False, True, WARNING),
        (False, None, WARNING),
        (True, False, None),
        (True, True, None),
        (True, None, None),
    ],
)
def test_t5_rubric_and_scorecard(rubric: bool, scorecard: bool | None, severity: Severity | None) -> None:
    one = case(process={"rubric_defined": rubric, "scorecard": scorecard})
    assert severity_of(MISTAKE, "M05-T5", one) is severity


@pytest.mark.parametrize("scorecard", [True, False, None])
def test_t5_open_rubric_is_not_checked(scorecard: bool | None) -> None:
    assert missing(MISTAKE, "M05-T5", case(process={"scorecard": scorecard})) == ("/process/rubric_defined",)


def test_t5_patch_clears() -> None:
    one = case(process={"rubric_defined": False, "scorecard": False})
    patched = after_patch(one, fired(MISTAKE, "M05-T5", one))
    assert is_clear(MISTAKE, "M05-T5", patched)
    assert patched.process.scorecard is True


# T6


def test_t6_only_the_whiteboard_warns() -> None:
    assert severity_of(MISTAKE, "M05-T6", loop(SCREEN, stage("whiteboard_design"))) is WARNING
    assert severity_of(MISTAKE, "M05-T6", loop(stage("whiteboard_design"), stage("whiteboard_design"))) is WARNING


def test_t6_another_technical_stage_or_none_is_clear() -> None:
    assert is_clear(MISTAKE, "M05-T6", loop(stage("whiteboard_design"), ALGO))
    assert is_clear(MISTAKE, "M05-T6", loop(SCREEN))


def test_t6_patch_clears() -> None:
    one = loop(stage("whiteboard_design"))
    assert is_clear(MISTAKE, "M05-T6", after_patch(one, fired(MISTAKE, "M05-T6", one)))


# T7


def scenario_for(level: str | None, archetype: str | None, *stages: dict[str, Any]) -> Case:
    return case(bank=BANK, role={"level": level}, scope={"archetype": archetype}, process={"stages": [SCREEN, *stages]})


PLATFORM = stage("architecture_exercise", scenario="S14")


@pytest.mark.parametrize(
    ("level", "archetype", "fires"),
    [
        ("senior", "balanced", False),
        ("junior", "balanced", True),
        ("senior", "ml_heavy", True),
        ("junior", None, True),
        (None, "ml_heavy", True),
    ],
)
def test_t7_scenario_must_fit_level_and_split(level: str | None, archetype: str | None, fires: bool) -> None:
    assert severity_of(MISTAKE, "M05-T7", scenario_for(level, archetype, PLATFORM)) is (WARNING if fires else None)


def test_t7_names_what_is_missing() -> None:
    assert missing(MISTAKE, "M05-T7", scenario_for(None, "balanced", PLATFORM)) == ("/role/level",)
    assert missing(MISTAKE, "M05-T7", scenario_for("senior", "unsure", PLATFORM)) == ("/scope/archetype",)


def test_t7_a_scenario_for_everybody_needs_no_answers() -> None:
    assert is_clear(MISTAKE, "M05-T7", scenario_for(None, None, stage("live_debug", scenario="S06")))


def test_t7_no_scenario_or_one_of_your_own_is_clear() -> None:
    assert is_clear(MISTAKE, "M05-T7", scenario_for(None, None, DEBUG))
    assert is_clear(MISTAKE, "M05-T7", scenario_for("junior", "balanced", stage("live_debug", scenario="OURS-1")))


def test_t7_patch_swaps_in_an_unused_scenario_that_fits() -> None:
    one = scenario_for("junior", "balanced", stage("live_debug", scenario="S05"), stage("live_debug", scenario="S06"))
    flag = fired(MISTAKE, "M05-T7", one)
    assert "S07" in flag.fix
    patched = after_patch(one, flag)
    assert is_clear(MISTAKE, "M05-T7", patched)
    assert [s.scenario for s in patched.process.stages] == [None, "S07", "S06"]


def test_t7_no_patch_without_an_alternative() -> None:
    assert fired(MISTAKE, "M05-T7", scenario_for("junior", "balanced", PLATFORM)).patch == ()


# T8


def test_t8_takehome_without_a_talk_is_advice() -> None:
    assert severity_of(MISTAKE, "M05-T8", loop(stage("take_home"), SCREEN)) is ADVICE
    assert severity_of(MISTAKE, "M05-T8", loop(stage("take_home"), stage("panel_tech", 29))) is ADVICE
    assert severity_of(MISTAKE, "M05-T8", loop(SCREEN, takehome_hours=2)) is ADVICE


@pytest.mark.parametrize("talk", ["code_review", "panel_tech"])
def test_t8_half_an_hour_of_talk_is_clear(talk: str) -> None:
    assert is_clear(MISTAKE, "M05-T8", loop(stage("take_home"), stage(talk, 30)))


def test_t8_off_without_a_takehome_and_open_without_stages() -> None:
    assert is_off(MISTAKE, "M05-T8", loop(DEBUG))
    assert missing(MISTAKE, "M05-T8", case(process={"takehome_hours": 3})) == ("/process/stages",)


def test_t8_patch_adds_the_talk_on_the_last_day() -> None:
    one = loop(stage("take_home", day=1), stage("partner_interview", day=3))
    patched = after_patch(one, fired(MISTAKE, "M05-T8", one))
    assert is_clear(MISTAKE, "M05-T8", patched)
    assert (patched.rounds, patched.process.stages[-1].day) == (2, 3)


# T9


@pytest.mark.parametrize(("minutes", "severity"), [(360, None), (361, ADVICE), (480, ADVICE), (481, WARNING)])
def test_t9_hours_of_the_loop(minutes: int, severity: Severity | None) -> None:
    one = loop(stage("live_debug", minutes - 60), stage("hm_screen", 60), stage("references", 600))
    assert severity_of(MISTAKE, "M05-T9", one) is severity


def test_t9_takehome_counts_by_its_hours_else_by_its_stage() -> None:
    assert severity_of(MISTAKE, "M05-T9", loop(stage("take_home", 600), takehome_hours=2)) is None
    assert severity_of(MISTAKE, "M05-T9", loop(stage("take_home", 600))) is WARNING
    assert severity_of(MISTAKE, "M05-T9", loop(SCREEN, takehome_hours=7.5)) is WARNING


def test_t9_hours_alone_do_not_make_a_sum() -> None:
    assert missing(MISTAKE, "M05-T9", case(process={"takehome_hours": 20})) == ("/process/stages",)


def test_t9_hours_are_shown_to_two_decimals() -> None:
    assert str(fired(MISTAKE, "M05-T9", loop(stage("live_debug", 517))).evidence[0].observed) == "8.62"


def test_t9_patch_clears_and_takes_the_old_hours_away() -> None:
    one = loop(stage("hm_screen", 500), takehome_hours=10, takehome_window_days=5)
    patched = after_patch(one, fired(MISTAKE, "M05-T9", one))
    assert is_clear(MISTAKE, "M05-T9", patched)
    assert (patched.process.takehome_hours, patched.process.takehome_window_days) == (None, None)


def test_t9_patch_states_the_hours_of_the_templates_takehome() -> None:
    one = case(
        bank=BANK,
        role={"level": "mid"},
        scope={"archetype": "balanced"},
        process={"stages": [stage("hm_screen", 500)], "takehome_hours": 10},
    )
    patched = after_patch(one, fired(MISTAKE, "M05-T9", one))
    assert is_clear(MISTAKE, "M05-T9", patched)
    assert patched.process.takehome_hours == 2.5


# T10


def covered(*per_stage: list[str], musts: tuple[str, ...] = ("kubernetes", "mlflow|wandb")) -> Case:
    stages = [stage("panel_tech", competencies=names) for names in per_stage]
    return case(scope={"must_haves": slots(*musts)}, process={"stages": stages})


def test_t10_an_uncovered_must_have_beside_a_crowded_one() -> None:
    flag = fired(MISTAKE, "M05-T10", covered(["kubernetes"], ["kubernetes"], ["kubernetes"]))
    assert flag.severity is ADVICE
    assert flag.evidence[0].path == "/scope/must_haves/1"
    assert "Kubernetes is in 3" in flag.message


def test_t10_two_stages_are_no_crowd() -> None:
    assert is_clear(MISTAKE, "M05-T10", covered(["kubernetes"], ["kubernetes"], []))


def test_t10_a_stage_that_lists_a_competency_twice_counts_once() -> None:
    assert is_clear(MISTAKE, "M05-T10", covered(["kubernetes", "kubernetes"], ["kubernetes"]))


def test_t10_only_must_haves_crowd_each_other_out() -> None:
    assert is_clear(MISTAKE, "M05-T10", covered(["kubernetes", "helm"], ["helm"], ["helm"]))


def test_t10_alternatives_of_one_must_have_count_together() -> None:
    flag = fired(MISTAKE, "M05-T10", covered(["mlflow"], ["wandb"], ["mlflow", "wandb"]))
    assert "MLflow or Weights & Biases is in 3" in flag.message


def test_t10_any_alternative_covers_the_must_have() -> None:
    assert is_clear(MISTAKE, "M05-T10", covered(["kubernetes", "wandb"], ["kubernetes"], ["kubernetes"]))


def test_t10_names_what_is_missing() -> None:
    assert missing(MISTAKE, "M05-T10", covered([], [], [])) == ("/process/stages",)
    assert missing(MISTAKE, "M05-T10", covered(["kubernetes"], musts=())) == ("/scope/must_haves",)


# T11


def test_t11_takehome_without_a_word_on_ai_is_advice() -> None:
    one = loop(stage("take_home"))
    flag = fired(MISTAKE, "M05-T11", one)
    assert flag.severity is ADVICE
    assert after_patch(one, flag).process.ai_policy == "allowed_explain"
    assert severity_of(MISTAKE, "M05-T11", case(process={"takehome_hours": 2})) is ADVICE


@pytest.mark.parametrize("policy", ["allowed", "allowed_explain", "forbidden"])
def test_t11_any_policy_is_clear(policy: str) -> None:
    assert is_clear(MISTAKE, "M05-T11", loop(stage("take_home"), ai_policy=policy))


def test_t11_off_without_a_takehome_and_open_without_stages() -> None:
    assert is_off(MISTAKE, "M05-T11", loop(DEBUG))
    assert missing(MISTAKE, "M05-T11", case()) == ("/process/stages",)
