"""M04: when nobody said which of the jobs called MLOps is meant."""

from decimal import Decimal

import pytest

from hiring.checking import ADVICE, BLOCKER, WARNING
from hiring.document import Stage
from hiring.facts.bank import BankIndex, ScenarioFit
from hiring.mistakes.undefined_scope import MISTAKE
from tests.hiring.mistakes.build import after_patch, case, fired, is_clear, market, missing, severity_of, slots

MUSTS = "/scope/must_haves"
DUTIES = "/scope/duties"


def duties(*percents, share=None):
    return [
        {"text": f"Duty {number}", "percent": percent, "infra_share": share} for number, percent in enumerate(percents)
    ]


# T1


def test_t1_unsure_without_duties_blocks():
    assert severity_of(MISTAKE, "M04-T1", case(scope={"archetype": "unsure"})) is BLOCKER


@pytest.mark.parametrize(
    ("share", "nearest", "pct"),
    [(100, "infra_heavy", 70), (55, "balanced", 50), (60, "balanced", 50), (10, "ml_heavy", 30)],
)
def test_t1_with_duties_it_warns_and_proposes_the_nearest(share, nearest, pct):
    before = case(scope={"archetype": "unsure", "duties": duties(60, 40, share=share)})
    flag = fired(MISTAKE, "M04-T1", before)
    assert flag.severity is WARNING
    assert f"{pct}/{100 - pct}" in flag.fix
    after = after_patch(before, flag)
    assert is_clear(MISTAKE, "M04-T1", after)
    assert (after.scope.archetype, after.scope.infra_pct) == (nearest, pct)


def test_t1_keeps_a_split_that_was_given():
    before = case(scope={"archetype": "unsure", "infra_pct": 65, "duties": duties(100, share=100)})
    assert after_patch(before, fired(MISTAKE, "M04-T1", before)).scope.infra_pct == 65


def test_t1_skills_can_propose_too():
    musts = slots("kubernetes", "terraform", "aws", "ci-cd", "prometheus")
    before = case(scope={"archetype": "unsure", "must_haves": musts})
    flag = fired(MISTAKE, "M04-T1", before)
    assert flag.severity is BLOCKER
    assert after_patch(before, flag).scope.archetype == "infra_heavy"


def test_t1_decided_or_not_answered():
    assert is_clear(MISTAKE, "M04-T1", case(scope={"archetype": "balanced"}))
    assert missing(MISTAKE, "M04-T1", case()) == ("/scope/archetype",)


# T2: five lines whose weights are known: 85 + 85 + 50 + 20 + 10 = 250, mean 50.
FIFTY = ("ci-cd", "aws", "vertex-ai", "wandb", "jax")


def split(stated, *musts, nice=(), **scope):
    return {"infra_pct": stated, "must_haves": slots(*musts), "nice_to_haves": slots(*nice), **scope}


@pytest.mark.parametrize(
    ("stated", "severity"),
    [
        (50, None),
        (74.9, None),
        (75, WARNING),
        (89.9, WARNING),
        (90, BLOCKER),
        (25.1, None),
        (25, WARNING),
        (10.1, WARNING),
        (10, BLOCKER),
    ],
)
def test_t2_stated_split_against_skills(stated, severity):
    assert severity_of(MISTAKE, "M04-T2", case(scope=split(stated, *FIFTY))) is severity


def test_t2_nice_to_haves_weigh_half():
    # 5 lines of mean 50 and two nice ones of 95: (2 x 250 + 190) / 12 = 57.5
    assert is_clear(MISTAKE, "M04-T2", case(scope=split(82.4, *FIFTY, nice=["terraform", "pulumi"])))
    assert severity_of(MISTAKE, "M04-T2", case(scope=split(82.5, *FIFTY, nice=["terraform", "pulumi"]))) is WARNING


def test_t2_duties_are_half_of_it_when_every_one_has_both_numbers():
    full = [
        {"text": "a", "percent": 50, "infra_share": 100},
        {"text": "b", "percent": 50, "infra_share": 80},
    ]
    # (50 + 90) / 2 = 70
    assert is_clear(MISTAKE, "M04-T2", case(scope=split(94.9, *FIFTY, duties=full)))
    assert severity_of(MISTAKE, "M04-T2", case(scope=split(95, *FIFTY, duties=full))) is WARNING
    partly = [full[0], {"text": "b", "percent": 50}]
    assert severity_of(MISTAKE, "M04-T2", case(scope=split(75, *FIFTY, duties=partly))) is WARNING


def test_t2_soft_skills_and_software_practice_carry_no_weight():
    extra = ("communication", "python", "git", "A house tool")
    assert severity_of(MISTAKE, "M04-T2", case(scope=split(75, *FIFTY, *extra))) is WARNING
    assert missing(MISTAKE, "M04-T2", case(scope=split(75, *FIFTY[:4], *extra))) == (MUSTS,)


def test_t2_a_line_weighs_as_its_first_alternative():
    assert severity_of(MISTAKE, "M04-T2", case(scope=split(75, *FIFTY[:4], "jax|kubernetes"))) is WARNING
    assert is_clear(MISTAKE, "M04-T2", case(scope=split(75, *FIFTY[:4], "kubernetes|jax")))


def test_t2_what_is_missing():
    assert missing(MISTAKE, "M04-T2", case(scope=split(None, *FIFTY))) == ("/scope/infra_pct",)
    assert missing(MISTAKE, "M04-T2", case(scope=split(70))) == (MUSTS,)
    assert missing(MISTAKE, "M04-T2", case(scope=split(70, nice=FIFTY))) == (MUSTS,)


BROAD = "You will be our first engineer for this; the role is broad and you will own all of it with us."


@pytest.mark.parametrize(
    ("changes", "severity"),
    [
        ({}, ADVICE),
        ({"company_stage": "series_ab"}, BLOCKER),
        ({"company_stage": None}, BLOCKER),
        ({"job_ad": BROAD.replace("broad", "wide")}, BLOCKER),
        ({"job_ad": BROAD.replace("broad", "broadly")}, BLOCKER),
        ({"job_ad": None}, BLOCKER),
        ({"mlops_count": 1}, BLOCKER),
        ({"mlops_count": None}, BLOCKER),
        ({"projects": ["a", "b"]}, BLOCKER),
    ],
)
def test_t2_a_seed_start_up_that_says_broad_gets_advice(changes, severity):
    facts = {"company_stage": "seed", "job_ad": BROAD, "mlops_count": 0, "projects": ["a", "b", "c"], **changes}
    a_case = case(
        role={"company_stage": facts["company_stage"], "job_ad": facts["job_ad"]},
        ml_today={"mlops_count": facts["mlops_count"]},
        scope=split(95, *FIFTY, first_projects=facts["projects"]),
    )
    assert severity_of(MISTAKE, "M04-T2", a_case) is severity


@pytest.mark.parametrize(("stated", "archetype"), [(95, "infra_heavy"), (10, "ml_heavy"), (90, None), (90, "balanced")])
def test_t2_the_patch_brings_split_and_archetype_to_the_skills(stated, archetype):
    before = case(scope=split(stated, *FIFTY, archetype=archetype))
    flag = fired(MISTAKE, "M04-T2", before)
    assert (flag.evidence[0].observed, flag.evidence[0].expected) == (Decimal(stated), Decimal(50))
    after = after_patch(before, flag)
    assert is_clear(MISTAKE, "M04-T2", after)
    assert after.scope.archetype in (None, "balanced")


# T3


@pytest.mark.parametrize(
    ("percents", "fires"),
    [
        ((60, 40), False),
        ((60, 35), False),
        ((60, 34.9), True),
        ((60, 45), False),
        ((60, 45.1), True),
        ((60, None), True),
        ((None,), True),
        ((0,), True),
    ],
)
def test_t3_duties_add_up_to_a_week(percents, fires):
    assert (severity_of(MISTAKE, "M04-T3", case(scope={"duties": duties(*percents)})) is WARNING) == fires


@pytest.mark.parametrize(("level", "severity"), [("staff", ADVICE), ("principal", ADVICE), ("senior", WARNING)])
def test_t3_is_advice_for_staff_and_principal(level, severity):
    assert severity_of(MISTAKE, "M04-T3", case(role={"level": level}, scope={"duties": duties(50)})) is severity


def test_t3_points_at_the_duty_without_a_share():
    flag = fired(MISTAKE, "M04-T3", case(scope={"duties": duties(50, None, 20)}))
    assert [evidence.path for evidence in flag.evidence] == ["/scope/duties/1/percent"]
    assert not flag.patch
    assert missing(MISTAKE, "M04-T3", case()) == (DUTIES,)


@pytest.mark.parametrize("percents", [(40, 30, 25, 20), (10, 10, 10), (33.3, 33.3, 20), (1, 1)])
def test_t3_the_patch_scales_to_one_hundred(percents):
    before = case(scope={"duties": duties(*percents)})
    after = after_patch(before, fired(MISTAKE, "M04-T3", before))
    assert is_clear(MISTAKE, "M04-T3", after)
    assert sum(duty.percent for duty in after.scope.duties) == 100


# T4


@pytest.mark.parametrize(
    ("projects", "fires"), [(["one"], True), (["one", " "], True), (["one", "two"], False), (["a", "b", "c"], False)]
)
def test_t4_two_real_projects(projects, fires):
    assert (severity_of(MISTAKE, "M04-T4", case(scope={"first_projects": projects})) is WARNING) == fires


def test_t4_without_projects():
    assert missing(MISTAKE, "M04-T4", case()) == ("/scope/first_projects",)


# T5: with a median of 180,000, p25 is 162,000 and p75 198,000


def paid(mid, archetype, **others):
    pay = {"base_min": mid, "base_max": mid}
    return case(market=market(180_000, **others), pay=pay, scope={"archetype": archetype})


@pytest.mark.parametrize(
    ("archetype", "mid", "severity"),
    [
        ("ml_heavy", 179_999, WARNING),
        ("ml_heavy", 180_000, None),
        ("balanced", 169_199, WARNING),
        ("balanced", 169_200, None),
        ("infra_heavy", 198_000, None),
        ("infra_heavy", 198_100, ADVICE),
        ("infra_heavy", 100_000, None),
        ("ml_heavy", 300_000, None),
    ],
)
def test_t5_pay_by_archetype(archetype, mid, severity):
    assert severity_of(MISTAKE, "M04-T5", paid(mid, archetype)) is severity


def test_t5_while_the_archetype_is_open():
    for archetype in (None, "unsure"):
        assert is_clear(MISTAKE, "M04-T5", paid(185_000, archetype))
        assert missing(MISTAKE, "M04-T5", paid(170_000, archetype)) == ("/scope/archetype",)
        assert missing(MISTAKE, "M04-T5", paid(210_000, archetype)) == ("/scope/archetype",)


def test_t5_what_is_missing():
    scope = {"archetype": "ml_heavy"}
    place = {"level": "senior", "locations": [{"country": "US"}]}
    half = case(market=market(), pay={"base_min": 100_000}, scope=scope)
    assert missing(MISTAKE, "M04-T5", half) == ("/pay/base_max",)
    offer = {"base_min": 100_000, "base_max": 110_000}
    assert missing(MISTAKE, "M04-T5", case(pay=offer, scope=scope, role=place)) == ("/role/locations",)
    foreign = case(market=market(currency="EUR"), pay=offer, scope=scope, role=place)
    assert missing(MISTAKE, "M04-T5", foreign) == ("/pay/currency",)


def test_t5_the_fix_names_the_zone_in_money():
    flag = fired(MISTAKE, "M04-T5", paid(170_000, "ml_heavy"))
    assert "percentiles 55 and 80 (USD 183,600 and USD 204,000)" in flag.fix
    assert not flag.patch


@pytest.mark.parametrize(("archetype", "mid"), [("ml_heavy", 170_000), ("balanced", 150_000)])
def test_t5_the_patch_stays_inside_the_companys_own_band(archetype, mid):
    before = paid(mid, archetype, own_band={"low": 140_000, "high": 230_000})
    after = after_patch(before, fired(MISTAKE, "M04-T5", before))
    assert is_clear(MISTAKE, "M04-T5", after)
    assert after.pay.base_max <= 230_000
    narrow = paid(mid, archetype, own_band={"low": 140_000, "high": mid + 1})
    assert not fired(MISTAKE, "M04-T5", narrow).patch


# T6

LETTERS = {"I": "infra_heavy", "B": "balanced", "M": "ml_heavy"}


def scenario(id, title, stage_type, letters, level):
    return ScenarioFit(id, title, stage_type, 60, frozenset(LETTERS[letter] for letter in letters), frozenset({level}))


SCENARIOS = (
    scenario("S05", "Silent drop", "live_debug", "IBM", "senior"),
    scenario("S07", "Rollout", "live_debug", "IB", "senior"),
    scenario("S08", "Stale features", "live_debug", "BM", "senior"),
    scenario("S16", "GPU cluster", "architecture_exercise", "I", "staff"),
)
BANK = BankIndex(
    scenarios={fit.id: fit for fit in SCENARIOS},
    loops={("senior", "ml_heavy"): (Stage(type="live_debug", minutes=60, tags=("ml_scenario",), scenario="S08"),)},
)


def loop(*stages, archetype="ml_heavy", level="senior"):
    return case(
        process={"stages": [{"type": kind, "minutes": minutes, "scenario": sid} for kind, minutes, sid in stages]},
        scope={"archetype": archetype},
        role={"level": level},
        bank=BANK,
    )


@pytest.mark.parametrize(
    ("stages", "archetype", "fires"),
    [
        ([("live_debug", 60, "S07"), ("code_review", 60, None)], "ml_heavy", True),
        ([("live_debug", 60, "S07"), ("code_review", 61, None)], "ml_heavy", False),
        ([("live_debug", 60, "S07")], "balanced", False),
        ([("live_debug", 60, "S07"), ("hm_screen", 90, None)], "ml_heavy", True),
        ([("live_debug", 60, "S05")], "ml_heavy", False),
        ([("live_debug", 60, None)], "ml_heavy", False),
        ([("live_debug", 60, "S99")], "ml_heavy", False),
        ([("hm_screen", 60, "S07")], "ml_heavy", False),
        ([("live_debug", 60, "S08")], "infra_heavy", True),
    ],
)
def test_t6_half_of_the_technical_minutes_test_another_role(stages, archetype, fires):
    assert (severity_of(MISTAKE, "M04-T6", loop(*stages, archetype=archetype)) is WARNING) == fires


def test_t6_what_is_missing():
    assert missing(MISTAKE, "M04-T6", case(scope={"archetype": "balanced"})) == ("/process/stages",)
    assert missing(MISTAKE, "M04-T6", loop(("live_debug", 60, "S07"), archetype=None)) == ("/scope/archetype",)
    assert missing(MISTAKE, "M04-T6", loop(("live_debug", 60, "S07"), archetype="unsure")) == ("/scope/archetype",)
    assert is_clear(MISTAKE, "M04-T6", loop(("live_debug", 60, "S05"), archetype=None))
    assert is_clear(MISTAKE, "M04-T6", loop(("live_debug", 60, None), archetype=None))


def test_t6_the_patch_swaps_the_scenario_for_one_that_fits():
    before = loop(("live_debug", 60, "S07"), ("code_review", 60, None))
    flag = fired(MISTAKE, "M04-T6", before)
    assert flag.fix == "Swap S07 for S05 (Silent drop)."
    after = after_patch(before, flag)
    assert is_clear(MISTAKE, "M04-T6", after)
    assert [stage.scenario for stage in after.process.stages] == ["S05", None]


def test_t6_without_a_fitting_scenario_the_template_takes_its_place():
    before = loop(("architecture_exercise", 60, "S16"))
    after = after_patch(before, fired(MISTAKE, "M04-T6", before))
    assert is_clear(MISTAKE, "M04-T6", after)
    assert [stage.scenario for stage in after.process.stages] == ["S08"]


# T7


@pytest.mark.parametrize(
    ("manager", "panel", "fires"), [(50, 70, True), (50, 69.9, False), (70, 50, True), (50, 50, False)]
)
def test_t7_manager_and_panel(manager, panel, fires):
    a_case = case(scope={"infra_pct": manager, "infra_pct_panel": panel})
    assert (severity_of(MISTAKE, "M04-T7", a_case) is WARNING) == fires


def test_t7_what_is_missing():
    assert missing(MISTAKE, "M04-T7", case(scope={"infra_pct": 50})) == ("/scope/infra_pct_panel",)
    assert missing(MISTAKE, "M04-T7", case(scope={"infra_pct_panel": 50})) == ("/scope/infra_pct",)


# T8


def test_t8_scope_in_the_first_call():
    before = case(process={"scope_in_first_call": False})
    flag = fired(MISTAKE, "M04-T8", before)
    assert flag.severity is ADVICE
    assert is_clear(MISTAKE, "M04-T8", after_patch(before, flag))
    assert missing(MISTAKE, "M04-T8", case()) == ("/process/scope_in_first_call",)


# T9


def test_t9_both_needs_shares():
    def answered(answer, *percents):
        return case(scope={"platform_or_models": answer, "duties": duties(*percents)})

    assert severity_of(MISTAKE, "M04-T9", answered("both", 50, None)) is WARNING
    assert is_clear(MISTAKE, "M04-T9", answered("both", 50, 20))
    assert is_clear(MISTAKE, "M04-T9", answered("platform", None))
    assert is_clear(MISTAKE, "M04-T9", answered("models"))
    assert missing(MISTAKE, "M04-T9", answered("both")) == (DUTIES,)
    assert missing(MISTAKE, "M04-T9", answered(None, 50)) == ("/scope/platform_or_models",)
