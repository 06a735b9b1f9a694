"""M03: when no one person meets the requirements, or not at this level and pay."""

from datetime import date
from decimal import Decimal

import pytest

from hiring.checking import ADVICE, BLOCKER, WARNING
from hiring.mistakes.unicorn_skills import MISTAKE
from tests.hiring.mistakes.build import after_patch, case, fired, is_clear, is_off, market, missing, severity_of, slots

MUSTS = "/scope/must_haves"

# One discipline each, so that a list of them says nothing but its length.
PLAIN = [
    *("python", "docker", "aws", "ci-cd", "mlflow", "kserve", "evidently", "sql", "pytorch", "linux"),
    *("airflow", "ai-governance", "terraform", "data-versioning", "feature-engineering", "java"),
]
DEVOPS = ("docker", "kubernetes", "aws", "ci-cd")
DATA = ("spark", "airflow", "dbt", "kafka")
MODELLING = ("pytorch", "feature-engineering", "model-development", "xgboost")
MLOPS = ("mlflow", "kserve", "evidently", "dvc")


def asked(*musts, nice=(), level=None, at=None, years=None, **others):
    """A case with requirements, level, and pay at a percentile of a market whose median is 180,000."""
    sections = {
        "scope": {
            "must_haves": slots(*musts),
            "nice_to_haves": slots(*nice),
            "years_min": years,
            **others.pop("scope", {}),
        },
        "role": {"level": level, **others.pop("role", {})},
        **others,
    }
    if at is None:
        return case(**sections)
    # The market of build.market: p25 at 0.9 and p75 at 1.1 of the median.
    mid = {
        24: 161_999, 25: 162_000, 35: 169_200, 39: 172_000, 40: 172_800, 50: 180_000, 74: 197_999, 75: 198_000,
        80: 204_000, 89: 215_999, 90: 216_000,
    }[at]  # fmt: skip
    return case(market=market(180_000), pay={"base_min": mid, "base_max": mid}, **sections)


# T1


@pytest.mark.parametrize(
    ("level", "cap", "blocks_above"), [("junior", 5, 7), ("mid", 7, 10), ("senior", 9, 13), ("staff", 10, 15)]
)
def test_t1_each_level_has_its_cap(level, cap, blocks_above):
    assert is_clear(MISTAKE, "M03-T1", asked(*PLAIN[:cap], level=level))
    assert severity_of(MISTAKE, "M03-T1", asked(*PLAIN[: cap + 1], level=level)) is WARNING
    assert severity_of(MISTAKE, "M03-T1", asked(*PLAIN[:blocks_above], level=level)) is WARNING
    assert severity_of(MISTAKE, "M03-T1", asked(*PLAIN[: blocks_above + 1], level=level)) is BLOCKER


@pytest.mark.parametrize(
    ("at", "cap"),
    [(24, 7), (25, 8), (39, 8), (40, 9), (50, 9), (74, 9), (75, 10), (89, 10), (90, 11), (None, 9)],
)
def test_t1_pay_moves_the_cap_of_a_senior(at, cap):
    assert is_clear(MISTAKE, "M03-T1", asked(*PLAIN[:cap], level="senior", at=at))
    assert severity_of(MISTAKE, "M03-T1", asked(*PLAIN[: cap + 1], level="senior", at=at)) is WARNING


def test_t1_a_regulated_industry_may_ask_one_more():
    regulated = {"regulated": True}
    assert is_clear(MISTAKE, "M03-T1", asked(*PLAIN[:10], level="senior", ml_today=regulated))
    assert severity_of(MISTAKE, "M03-T1", asked(*PLAIN[:11], level="senior", ml_today=regulated)) is WARNING


@pytest.mark.parametrize("level", ["staff", "principal"])
def test_t1_staff_at_the_top_of_the_market_is_exempt(level):
    assert is_off(MISTAKE, "M03-T1", asked(*PLAIN[:14], level=level, at=90))
    assert severity_of(MISTAKE, "M03-T1", asked(*PLAIN[:14], level=level, at=89)) is WARNING
    assert severity_of(MISTAKE, "M03-T1", asked(*PLAIN[:14], level="senior", at=90)) is WARNING


def test_t1_what_does_not_count():
    soft = ("communication", "git", "PhD in physics", "5+ years of experience")
    assert is_clear(MISTAKE, "M03-T1", asked(*PLAIN[:9], *soft, level="senior"))
    assert severity_of(MISTAKE, "M03-T1", asked(*PLAIN[:9], "Some tool nobody knows", level="senior")) is WARNING


def test_t1_alternatives_are_one_requirement():
    assert is_clear(MISTAKE, "M03-T1", asked(*PLAIN[:8], "aws|gcp|azure", level="senior"))


def test_t1_the_four_basics_are_one_requirement_when_all_four_appear():
    others = ["docker", "aws", "ci-cd", "mlflow", "kserve", "evidently", "pytorch", "airflow"]
    four = ["python", "sql", "git", "linux"]
    assert is_clear(MISTAKE, "M03-T1", asked(*others, *four, level="senior"))
    assert severity_of(MISTAKE, "M03-T1", asked(*others, *four, "terraform", level="senior")) is WARNING
    assert severity_of(MISTAKE, "M03-T1", asked(*others, "python", "sql", "linux", level="senior")) is WARNING


def test_t1_a_line_that_something_else_satisfies_is_not_one_of_the_basics():
    others = ["docker", "aws", "ci-cd", "mlflow", "kserve", "evidently", "pytorch"]
    pure = ["python", "sql", "git", "linux"]
    with_go = asked(*others, *pure, "python|go", level="senior")
    assert is_clear(MISTAKE, "M03-T1", with_go)
    assert with_go.n_must_for_caps == 9
    mixed = asked(*others, "python|go", "sql|dbt", "git", "linux", level="senior")
    assert mixed.n_must_for_caps == 10
    assert severity_of(MISTAKE, "M03-T1", mixed) is WARNING


def test_t1_the_patch_leaves_the_four_basics_together():
    others = ["docker", "aws", "ci-cd", "mlflow", "kserve", "evidently", "pytorch", "airflow", "terraform"]
    before = asked(*others, "python", "sql", "git", "linux", level="senior")
    flag = fired(MISTAKE, "M03-T1", before)
    after = after_patch(before, flag)
    assert is_clear(MISTAKE, "M03-T1", after)
    assert [nice.slot.any_of for nice in after.nices] == [("terraform",)]


def test_t1_a_long_list_of_nice_to_haves_is_fine():
    assert is_clear(MISTAKE, "M03-T1", asked(*PLAIN[:9], nice=PLAIN[9:], level="senior"))


def test_t1_while_the_level_is_open_every_level_has_to_agree():
    assert is_clear(MISTAKE, "M03-T1", asked(*PLAIN[:5]))
    assert missing(MISTAKE, "M03-T1", asked(*PLAIN[:6])) == ("/role/level",)
    assert missing(MISTAKE, "M03-T1", asked(*PLAIN[:10])) == ("/role/level",)
    assert severity_of(MISTAKE, "M03-T1", asked(*PLAIN[:11])) is WARNING
    assert missing(MISTAKE, "M03-T1", asked(level="senior")) == (MUSTS,)


def test_t1_the_message_gives_the_figures_and_the_patch_clears_it():
    before = asked(*PLAIN[:12], level="senior", at=35)
    flag = fired(MISTAKE, "M03-T1", before)
    assert "12 must-haves" in flag.message
    assert "8 are the most" in flag.message
    assert flag.evidence[0].observed == 12
    assert flag.evidence[0].expected == 8
    after = after_patch(before, flag)
    assert is_clear(MISTAKE, "M03-T1", after)
    assert after.n_must == 8
    assert len(after.nices) == 4
    assert {"python", "docker", "aws", "kserve"} <= {skill.slug for must in after.musts for skill in must.skills}


def test_t1_the_patch_keeps_every_line_somewhere():
    before = asked(*PLAIN, "react", level="junior")
    after = after_patch(before, fired(MISTAKE, "M03-T1", before))
    assert sorted(line.label for line in after.musts + after.nices) == sorted(line.label for line in before.musts)
    assert "React" not in " ".join(must.label for must in after.musts)


# T2


@pytest.mark.parametrize(
    ("level", "musts", "severity"),
    [
        ("mid", [*DEVOPS[:3], *MLOPS[:2]], None),
        ("mid", [*DEVOPS[:3], *MLOPS[:3]], WARNING),
        ("mid", [*DEVOPS[:3], *MLOPS[:3], *DATA[:2]], WARNING),
        ("mid", [*DEVOPS[:3], *MLOPS[:3], *DATA[:3]], BLOCKER),
        ("senior", [*DEVOPS[:3], *MLOPS[:3]], None),
        ("senior", [*DEVOPS[:3], *MLOPS[:3], *DATA[:3]], WARNING),
        ("senior", [*DEVOPS[:3], *DATA[:3], *MODELLING[:3]], BLOCKER),
        ("senior", [*DEVOPS[:3], *MLOPS[:3], *DATA[:3], *MODELLING[:3]], BLOCKER),
        ("senior", ["python", "java", "go", "cpp-rust", *DEVOPS[:3], *MLOPS[:3]], None),
        ("mid", ["r-lang", "pytorch", "jax", *DEVOPS[:3]], WARNING),
        ("mid", ["linux", "docker", "aws", "sql", "spark", "dbt"], WARNING),
        ("mid", ["react", "tableau", "ios", *DEVOPS[:3]], WARNING),
    ],
)
def test_t2_disciplines_asked_in_depth(level, musts, severity):
    assert severity_of(MISTAKE, "M03-T2", asked(*musts, level=level)) is severity


def test_t2_a_line_belongs_to_its_first_alternative():
    assert is_clear(MISTAKE, "M03-T2", asked(*DEVOPS[:3], "mlflow", "kserve", "airflow|flyte", level="mid"))
    assert severity_of(MISTAKE, "M03-T2", asked(*DEVOPS[:3], "mlflow", "kserve", "flyte|airflow", level="mid"))


def test_t2_top_pay_allows_one_more_but_never_three_jobs():
    three = [*DEVOPS[:3], *MLOPS[:3], *DATA[:3]]
    assert is_clear(MISTAKE, "M03-T2", asked(*three, level="senior", at=90))
    assert severity_of(MISTAKE, "M03-T2", asked(*three, level="senior", at=89)) is WARNING
    jobs = [*DEVOPS[:3], *DATA[:3], *MODELLING[:3]]
    flag = fired(MISTAKE, "M03-T2", asked(*jobs, level="senior", at=90))
    assert flag.severity is BLOCKER
    assert flag.message.endswith("these are three people's jobs.")
    assert is_off(MISTAKE, "M03-T2", asked(*jobs, level="staff", at=90))


def test_t2_while_the_level_is_open():
    assert is_clear(MISTAKE, "M03-T2", asked(*DEVOPS[:3]))
    assert missing(MISTAKE, "M03-T2", asked(*DEVOPS[:3], *MLOPS[:3])) == ("/role/level",)
    assert severity_of(MISTAKE, "M03-T2", asked(*DEVOPS[:3], *MLOPS[:3], *DATA[:3])) is WARNING
    assert missing(MISTAKE, "M03-T2", asked(level="mid")) == (MUSTS,)


@pytest.mark.parametrize("level", ["mid", "senior"])
def test_t2_the_patch_leaves_few_deep_disciplines_and_mlops_among_them(level):
    before = asked(*DEVOPS, *MLOPS, *DATA[:3], *MODELLING[:3], level=level)
    flag = fired(MISTAKE, "M03-T2", before)
    assert "data engineering (3)" in flag.message
    after = after_patch(before, flag)
    assert is_clear(MISTAKE, "M03-T2", after)
    assert "mlops" in after.deep_disciplines


# T3


@pytest.mark.parametrize(
    ("off", "severity"),
    [([], None), (["react"], WARNING), (["react", "tableau"], WARNING), (["react", "tableau", "sap"], BLOCKER)],
)
def test_t3_skills_of_other_jobs(off, severity):
    before = asked(*PLAIN[:5], *off)
    assert severity_of(MISTAKE, "M03-T3", before) is severity
    if off:
        after = after_patch(before, fired(MISTAKE, "M03-T3", before))
        assert is_clear(MISTAKE, "M03-T3", after)
        assert after.n_must == 5


def test_t3_an_off_role_alternative_makes_the_line_off_role():
    before = asked("python|r-lang", "docker")
    flag = fired(MISTAKE, "M03-T3", before)
    after = after_patch(before, flag)
    assert is_clear(MISTAKE, "M03-T3", after)
    assert [must.slot.any_of for must in after.musts] == [("python",), ("docker",)]


def test_t3_nice_to_haves_may_belong_to_other_jobs():
    assert is_clear(MISTAKE, "M03-T3", asked("python", nice=["react"]))
    assert missing(MISTAKE, "M03-T3", asked(nice=["react"])) == (MUSTS,)


@pytest.mark.parametrize("title", ["MLOps Lead", "Engineering Manager, ML Platform", "Head of MLOps"])
def test_t3_leads_and_managers_manage_people(title):
    assert is_clear(MISTAKE, "M03-T3", asked("python", "people-mgmt", role={"title": title}))
    assert severity_of(MISTAKE, "M03-T3", asked("people-mgmt", "react", role={"title": title})) is WARNING


@pytest.mark.parametrize("title", ["MLOps Engineer", "A leading role", None])
def test_t3_others_do_not(title):
    assert severity_of(MISTAKE, "M03-T3", asked("python", "people-mgmt", role={"title": title})) is WARNING


# T4


@pytest.mark.parametrize(
    ("level", "most"), [("junior", 2), ("mid", 5), ("senior", 8), ("staff", 12), ("principal", 15)]
)
def test_t4_years_by_level(level, most):
    assert is_clear(MISTAKE, "M03-T4", asked(level=level, years=most))
    before = asked(level=level, years=most + 1)
    flag = fired(MISTAKE, "M03-T4", before)
    assert flag.severity is WARNING
    assert flag.evidence[0].path == "/scope/years_min"
    assert is_clear(MISTAKE, "M03-T4", after_patch(before, flag))


def test_t4_while_answers_are_open():
    assert missing(MISTAKE, "M03-T4", asked(level="mid")) == ("/scope/years_min",)
    assert is_clear(MISTAKE, "M03-T4", asked(years=2))
    assert missing(MISTAKE, "M03-T4", asked(years=3)) == ("/role/level",)
    assert missing(MISTAKE, "M03-T4", asked(years=15)) == ("/role/level",)
    assert severity_of(MISTAKE, "M03-T4", asked(years=16)) is WARNING


# T5


def years_of(any_of, years, *, nice=False, today=date(2026, 11, 22)):
    line = {"any_of": any_of, "years": years}
    scope = {"must_haves": slots("python"), "nice_to_haves": []}
    scope["nice_to_haves" if nice else "must_haves"].append(line)
    return case(scope=scope, today=today)


@pytest.mark.parametrize(
    ("any_of", "years", "fires"),
    [
        (["kubernetes"], 12, False),
        (["kubernetes"], 13, True),
        (["kubernetes"], 12.5, True),
        (["Kubernetes"], 13, True),
        (["vllm"], 4, True),
        (["vllm"], 3, False),
        (["vllm", "kubernetes"], 4, False),
        (["vllm", "llm-serving"], 5, True),
        (["vllm", "some other engine"], 5, False),
        (["vllm", "python"], 5, False),
        (["python"], 40, False),
        (["Flask"], 12, False),
        (["FastAPI"], 9, True),
    ],
)
def test_t5_nobody_has_more_years_than_the_tool(any_of, years, fires):
    before = years_of(any_of, years)
    assert (severity_of(MISTAKE, "M03-T5", before) is BLOCKER) == fires
    if fires:
        assert is_clear(MISTAKE, "M03-T5", after_patch(before, fired(MISTAKE, "M03-T5", before)))


def test_t5_nice_to_haves_too_and_the_day_decides():
    assert severity_of(MISTAKE, "M03-T5", years_of(["vllm"], 4, nice=True)) is BLOCKER
    assert is_clear(MISTAKE, "M03-T5", years_of(["vllm"], 4, today=date(2027, 1, 1)))


def test_t5_the_message_names_tool_and_year():
    flag = fired(MISTAKE, "M03-T5", years_of(["vllm"], 4))
    assert "vLLM" in flag.message
    assert "2023" in flag.message
    assert flag.evidence[0].path == f"{MUSTS}/1/years"
    assert flag.evidence[0].observed == Decimal(4)
    assert flag.evidence[0].expected == 3


def test_t5_without_must_haves():
    assert missing(MISTAKE, "M03-T5", case()) == (MUSTS,)


# T6


@pytest.mark.parametrize(
    ("musts", "fires"),
    [
        (["aws"], False),
        (["aws|gcp|azure"], False),
        (["aws", "gcp"], True),
        (["aws|gcp", "azure"], True),
        (["aws|gcp", "gcp|azure"], False),
        (["aws|gcp", "gcp|azure", "azure|aws"], True),
        (["aws", "aws"], False),
        (["aws", "gcp|kubernetes"], False),
        (["aws", "sagemaker"], False),
        (["docker"], False),
    ],
)
def test_t6_no_single_cloud_satisfies_the_list(musts, fires):
    before = asked("python", *musts)
    assert (severity_of(MISTAKE, "M03-T6", before) is WARNING) == fires
    if fires:
        after = after_patch(before, fired(MISTAKE, "M03-T6", before))
        assert is_clear(MISTAKE, "M03-T6", after)
        assert len(after.musts) == 2


def test_t6_a_second_cloud_may_be_nice_to_have():
    assert is_clear(MISTAKE, "M03-T6", asked("aws", nice=["gcp"]))
    assert missing(MISTAKE, "M03-T6", asked(nice=["gcp"])) == (MUSTS,)


# T7


@pytest.mark.parametrize("asks", [{"degree": "phd"}, {"publications": True}, {"degree": "phd", "publications": True}])
@pytest.mark.parametrize(
    ("archetype", "level", "fires"),
    [
        ("balanced", "staff", True),
        ("ml_heavy", "senior", True),
        ("ml_heavy", "staff", False),
        ("ml_heavy", "principal", False),
        ("infra_heavy", None, True),
        (None, "mid", True),
        ("unsure", "mid", True),
    ],
)
def test_t7_a_phd_or_publications(asks, archetype, level, fires):
    before = asked(level=level, scope={"archetype": archetype, **asks})
    assert (severity_of(MISTAKE, "M03-T7", before) is WARNING) == fires
    if fires:
        assert is_clear(MISTAKE, "M03-T7", after_patch(before, fired(MISTAKE, "M03-T7", before)))


def test_t7_nothing_asked_and_what_is_missing():
    assert is_clear(MISTAKE, "M03-T7", asked(scope={"degree": "master", "publications": False}))
    assert missing(MISTAKE, "M03-T7", asked(level="mid", scope={"degree": None})) == ("/scope/degree",)
    assert missing(MISTAKE, "M03-T7", asked(level="mid", scope={"publications": None})) == ("/scope/publications",)
    assert missing(MISTAKE, "M03-T7", asked(level="staff", scope={"degree": "phd"})) == ("/scope/archetype",)
    unsure = {"degree": "phd", "archetype": "unsure"}
    assert missing(MISTAKE, "M03-T7", asked(level="staff", scope=unsure)) == ("/scope/archetype",)
    assert missing(MISTAKE, "M03-T7", asked(scope={"degree": "phd", "archetype": "ml_heavy"})) == ("/role/level",)
    assert is_clear(
        MISTAKE,
        "M03-T7",
        asked(level="staff", scope={"degree": None, "publications": None, "archetype": "ml_heavy"}),
    )


# T8


def week(model, infra, *, oncall=True, mlops=0, kind="model", share=0):
    duties = [
        {"text": "Build models", "percent": model, "kind": kind, "infra_share": share},
        {"text": "Run the cluster", "percent": infra, "kind": "operate", "infra_share": 100},
    ]
    return case(scope={"duties": duties}, growth={"oncall_required": oncall}, ml_today={"mlops_count": mlops})


@pytest.mark.parametrize(
    ("model", "infra", "share", "fires"),
    [(30, 30, 0, True), (29, 30, 0, False), (30, 29, 0, False), (50, 20, 20, True), (50, 20, 19, False)],
)
def test_t8_three_jobs_in_one_week(model, infra, share, fires):
    assert (severity_of(MISTAKE, "M03-T8", week(model, infra, share=share)) is WARNING) == fires


def test_t8_needs_the_pager_and_nobody_else():
    assert is_clear(MISTAKE, "M03-T8", week(40, 40, oncall=False))
    assert is_clear(MISTAKE, "M03-T8", week(40, 40, mlops=1))


def test_t8_what_is_missing():
    assert missing(MISTAKE, "M03-T8", week(40, 40, oncall=None)) == ("/growth/oncall_required",)
    assert missing(MISTAKE, "M03-T8", week(40, 40, mlops=None)) == ("/ml_today/mlops_count",)
    assert missing(MISTAKE, "M03-T8", week(None, 40)) == ("/scope/duties/0/percent",)
    assert missing(MISTAKE, "M03-T8", week(40, 40, kind=None)) == ("/scope/duties/0/kind",)
    assert missing(MISTAKE, "M03-T8", week(40, 40, share=None)) == ("/scope/duties/0/infra_share",)
    alone = case(growth={"oncall_required": True}, ml_today={"mlops_count": 0})
    assert missing(MISTAKE, "M03-T8", alone) == ("/scope/duties",)
    assert is_clear(MISTAKE, "M03-T8", case(growth={"oncall_required": False}))
    assert is_clear(MISTAKE, "M03-T8", week(20, 40, oncall=None))


# T9

ELEVEN = [*DEVOPS[:3], *DATA[:3], *MODELLING[:3], "python", "mlflow"]


def test_t9_the_worked_examples():
    mid = fired(MISTAKE, "M03-T9", asked(*ELEVEN, level="mid", at=35, years=5))
    assert mid.severity is BLOCKER
    assert mid.evidence[0].observed == Decimal("2.48")
    senior = fired(MISTAKE, "M03-T9", asked(*ELEVEN, level="senior", at=80, years=5))
    assert senior.severity is WARNING
    assert senior.evidence[0].observed == Decimal("1.39")


@pytest.mark.parametrize(
    ("musts", "others", "severity"),
    [
        (9, {}, None),
        (10, {}, None),
        (11, {}, WARNING),
        (14, {}, WARNING),
        (15, {}, BLOCKER),
        (9, {"years": 10}, WARNING),
        (9, {"years": 9}, None),
        (9, {"years": 14}, BLOCKER),
        (9, {"years": 13}, WARNING),
    ],
)
def test_t9_thresholds_are_exact(musts, others, severity):
    spread = ["python", "docker", "aws", "mlflow", "kserve", "sql", "airflow", "pytorch", "jax", "ai-governance"]
    unknown = [f"house tool {number}" for number in range(10)]
    a_case = asked(*(spread + unknown)[:musts], level="senior", **{"years": 5, **others})
    assert a_case.deep_disciplines == ()
    assert severity_of(MISTAKE, "M03-T9", a_case) is severity


def test_t9_a_phd_raises_the_index():
    spread = ["python", "docker", "aws", "mlflow", "kserve", "sql", "airflow", "pytorch", "jax", "ai-governance"]
    assert is_clear(MISTAKE, "M03-T9", asked(*spread, level="senior", years=5))
    assert severity_of(MISTAKE, "M03-T9", asked(*spread, level="senior", years=5, scope={"degree": "phd"})) is WARNING


def test_t9_staff_at_the_top_of_the_market_is_exempt():
    assert is_off(MISTAKE, "M03-T9", asked(*PLAIN, level="staff", at=90, years=5))
    assert severity_of(MISTAKE, "M03-T9", asked(*PLAIN, level="staff", at=80, years=5)) is not None
    assert is_off(MISTAKE, "M03-T9", asked(*PLAIN[:6], level="staff", at=90))


def test_t9_while_answers_are_open_the_bounds_decide():
    assert severity_of(MISTAKE, "M03-T9", asked(*ELEVEN, level="mid", at=35)) is BLOCKER
    assert "at least 2.48" in fired(MISTAKE, "M03-T9", asked(*ELEVEN, level="mid", at=35)).message
    assert missing(MISTAKE, "M03-T9", asked(*PLAIN[:5], level="senior")) == ("/scope/years_min",)
    assert missing(MISTAKE, "M03-T9", asked(*PLAIN[:6], years=2)) == ("/role/level",)
    assert missing(
        MISTAKE,
        "M03-T9",
        asked("python", *PLAIN[1:3], *["house tool"] * 7, level="senior", years=5, scope={"degree": None}),
    ) == ("/scope/degree",)
    assert is_clear(MISTAKE, "M03-T9", asked("python", level="senior", years=5, scope={"degree": None}))
    assert missing(MISTAKE, "M03-T9", asked(level="mid")) == (MUSTS,)


@pytest.mark.parametrize("level", ["junior", "mid", "senior"])
def test_t9_the_patch_brings_the_index_down(level):
    before = asked(*ELEVEN, level=level, at=50, years=2)
    flag = fired(MISTAKE, "M03-T9", before)
    assert is_clear(MISTAKE, "M03-T9", after_patch(before, flag))


def test_t9_the_fix_says_how_many_would_do_or_what_pay():
    flag = fired(MISTAKE, "M03-T9", asked(*PLAIN[:12], level="senior", at=40, years=5))
    assert flag.fix == "Cut the must-haves to 10, or pay at the 90th percentile."


# T10


@pytest.mark.parametrize(
    ("musts", "fires"),
    [
        (["pytorch", "tensorflow"], True),
        (["pytorch|tensorflow"], False),
        (["pytorch|tensorflow", "jax"], True),
        (["terraform", "pulumi"], True),
        (["mlflow", "wandb"], True),
        (["mlflow|wandb"], False),
        (["mlflow", "experiment-tracking"], False),
        (["kserve", "bentoml"], True),
        (["kserve", "model-serving"], False),
        (["mlflow", "kserve"], False),
        (["aws", "EC2"], False),
        (["evidently", "arize"], False),
    ],
)
def test_t10_tools_that_stand_in_for_each_other(musts, fires):
    before = asked("python", *musts)
    assert (severity_of(MISTAKE, "M03-T10", before) is ADVICE) == fires
    if fires:
        after = after_patch(before, fired(MISTAKE, "M03-T10", before))
        assert is_clear(MISTAKE, "M03-T10", after)
        assert len(after.musts) == 2


def test_t10_the_patch_merges_groups_that_share_a_line():
    before = asked("sagemaker", "vertex-ai", "kserve", "mlflow", "wandb", "python")
    after = after_patch(before, fired(MISTAKE, "M03-T10", before))
    assert is_clear(MISTAKE, "M03-T10", after)
    assert [must.slot.any_of for must in after.musts] == [
        ("sagemaker", "vertex-ai", "kserve"),
        ("mlflow", "wandb"),
        ("python",),
    ]


def test_t10_without_must_haves():
    assert missing(MISTAKE, "M03-T10", asked(nice=["pytorch", "jax"])) == (MUSTS,)


# T11


def test_t11_a_list_that_is_not_split():
    assert is_clear(MISTAKE, "M03-T11", asked(*PLAIN[:5]))
    before = asked(*PLAIN[:6])
    flag = fired(MISTAKE, "M03-T11", before)
    assert flag.severity is ADVICE
    assert is_clear(MISTAKE, "M03-T11", after_patch(before, flag))
    assert is_clear(MISTAKE, "M03-T11", asked(*PLAIN[:6], nice=["go"]))
    assert missing(MISTAKE, "M03-T11", asked()) == (MUSTS,)


def test_t11_soft_skills_do_not_make_six():
    assert is_clear(MISTAKE, "M03-T11", asked(*PLAIN[:5], "communication", "git"))
