"""M01: when a requisition describes another job than MLOps."""

import pytest

from hiring.checking import BLOCKER, WARNING
from hiring.document import Stage
from hiring.facts.bank import BankIndex
from hiring.mistakes.mlops_as_devops import MISTAKE
from tests.hiring.mistakes.build import after_patch, case, fired, is_clear, is_off, missing, outcome, severity_of, slots

MUSTS = "/scope/must_haves"
OPS = ("kubernetes", "terraform", "ci-cd", "aws", "prometheus")
LIVE_DEBUG = {"type": "live_debug", "minutes": 60, "tags": ["ml_scenario"]}


def scoped(*musts, nice=(), duties=(), **others):
    """A case with requirements, duties in words, and other sections."""
    scope = {
        "must_haves": slots(*musts),
        "nice_to_haves": slots(*nice),
        "duties": [{"text": text} for text in duties],
        **others.pop("scope", {}),
    }
    return case(scope=scope, **others)


# T1


def test_t1_five_infrastructure_must_haves_and_no_lifecycle_block():
    flag = fired(MISTAKE, "M01-T1", scoped(*OPS))
    assert flag.severity is BLOCKER
    assert "5 must-haves" in flag.message
    assert flag.evidence[0].path == MUSTS


def test_t1_four_must_haves_are_too_few_to_tell():
    assert is_clear(MISTAKE, "M01-T1", scoped(*OPS[:4]))


def test_t1_soft_skills_git_degrees_and_years_do_not_make_five():
    extra = ("communication", "git", "Bachelor's degree in computer science", "5+ years of experience")
    assert is_clear(MISTAKE, "M01-T1", scoped(*OPS[:4], *extra))


def test_t1_an_unknown_name_counts():
    assert severity_of(MISTAKE, "M01-T1", scoped(*OPS[:4], "Frobnicator")) is BLOCKER


@pytest.mark.parametrize(
    "duty",
    [
        "Roll back a bad model within 10 minutes",
        "Alert when accuracy drops",
        "Deploy models to production",
        "Keep track of every experiment",
        "Own our feature store",
        "Evaluate models before release",
    ],
)
def test_t1_outcomes_in_plain_words_count_as_areas(duty):
    assert is_clear(MISTAKE, "M01-T1", scoped(*OPS, duties=[duty]))


@pytest.mark.parametrize(
    "duty",
    [
        "Deploy infrastructure with Terraform",
        "Detect configuration drift",
        "Monitor clusters and alert on outages",
        "Run the container registry",
        "Roll out new Kubernetes versions",
        "Serving the teams that depend on us",
        "Ship features fast",
    ],
)
def test_t1_the_same_words_about_infrastructure_do_not(duty):
    assert severity_of(MISTAKE, "M01-T1", scoped(*OPS, duties=[duty])) is BLOCKER


@pytest.mark.parametrize("platform", ["sagemaker", "vertex", "azureml", "databricks"])
def test_t1_a_managed_ml_platform_stands_for_tools(platform):
    assert is_clear(MISTAKE, "M01-T1", scoped(*OPS, ml_today={"managed_platform": platform}))


@pytest.mark.parametrize("platform", ["other", "none", None])
def test_t1_another_platform_does_not(platform):
    assert severity_of(MISTAKE, "M01-T1", scoped(*OPS, ml_today={"managed_platform": platform})) is BLOCKER


def test_t1_a_lifecycle_skill_that_is_nice_to_have_is_enough():
    assert is_clear(MISTAKE, "M01-T1", scoped(*OPS, nice=["mlflow"]))


def test_t1_without_must_haves_the_question_is_named():
    assert missing(MISTAKE, "M01-T1", scoped(duties=["Run clusters"])) == (MUSTS,)


def test_t1_duties_can_decide_before_the_must_haves_are_given():
    assert is_clear(MISTAKE, "M01-T1", scoped(duties=["Serve models"]))


def test_t1_the_patch_adds_serving_and_monitoring():
    before = scoped(*OPS)
    after = after_patch(before, fired(MISTAKE, "M01-T1", before))
    assert is_clear(MISTAKE, "M01-T1", after)
    assert after.areas == {"serving", "monitoring"}


# T2

AREA_SKILL = {
    "serving": "kserve",
    "monitoring": "evidently",
    "tracking": "mlflow",
    "frameworks": "pytorch",
    "feature_store": "feast",
}


@pytest.mark.parametrize(
    ("archetype", "level", "covered", "fires"),
    [
        ("infra_heavy", "senior", ["serving"], True),
        ("infra_heavy", "senior", ["serving", "tracking"], False),
        ("balanced", "senior", ["serving", "tracking"], True),
        ("balanced", "senior", ["serving", "tracking", "frameworks"], False),
        ("ml_heavy", "senior", ["serving", "tracking", "frameworks"], True),
        ("ml_heavy", "senior", ["serving", "tracking", "frameworks", "monitoring"], False),
        ("balanced", "junior", ["serving"], True),
        ("balanced", "junior", ["serving", "tracking"], False),
        ("balanced", None, ["serving", "tracking"], True),
        (None, "senior", ["serving"], True),
        (None, "senior", ["serving", "tracking"], False),
        ("unsure", "senior", ["serving", "tracking"], False),
    ],
)
def test_t2_each_archetype_needs_its_number_of_areas(archetype, level, covered, fires):
    a_case = scoped(*(AREA_SKILL[area] for area in covered), scope={"archetype": archetype}, role={"level": level})
    assert (severity_of(MISTAKE, "M01-T2", a_case) is WARNING) == fires


def test_t2_many_areas_without_serving_and_monitoring_fire():
    a_case = scoped("mlflow", "pytorch", "feast", scope={"archetype": "balanced"})
    assert fired(MISTAKE, "M01-T2", a_case).message == (
        "Experiment tracking, ML frameworks and a feature store are covered, but neither serving nor monitoring of "
        "models."
    )
    assert is_clear(MISTAKE, "M01-T2", scoped("mlflow", "pytorch", "evidently", scope={"archetype": "balanced"}))


def test_t2_is_silent_where_t1_fires():
    assert is_clear(MISTAKE, "M01-T2", scoped(*OPS))
    assert severity_of(MISTAKE, "M01-T2", scoped(*OPS[:4])) is WARNING


def test_t2_names_the_missing_areas_but_never_a_feature_store_alone():
    flag = fired(MISTAKE, "M01-T2", scoped("kserve", "mlflow", "pytorch", scope={"archetype": "ml_heavy"}))
    assert "monitoring" in flag.fix
    assert "feature" not in flag.fix
    assert is_clear(
        MISTAKE, "M01-T2", scoped("kserve", "mlflow", "pytorch", "evidently", scope={"archetype": "ml_heavy"})
    )


def test_t2_a_managed_platform_covers_serving_and_tracking():
    of_requirement = scoped("sagemaker", "pytorch", scope={"archetype": "balanced"})
    of_today = scoped("kubernetes", "pytorch", scope={"archetype": "balanced"}, ml_today={"managed_platform": "vertex"})
    assert is_clear(MISTAKE, "M01-T2", of_requirement)
    assert is_clear(MISTAKE, "M01-T2", of_today)


def test_t2_llm_only_roles_are_exempt_once_serving_and_monitoring_are_covered():
    llm = {"serving_modes": ["llm"]}
    mixed = {"serving_modes": ["llm", "batch"]}
    scope = {"archetype": "balanced"}
    assert is_off(MISTAKE, "M01-T2", scoped("vllm", "llm-evals", "llm-observability", scope=scope, ml_today=llm))
    assert severity_of(MISTAKE, "M01-T2", scoped("vllm", "llm-evals", scope=scope, ml_today=mixed)) is WARNING
    assert severity_of(MISTAKE, "M01-T2", scoped("vllm", "llm-gateway", scope=scope, ml_today=llm)) is WARNING


def test_t2_infra_heavy_beside_an_ml_team_is_exempt_with_two_areas():
    scope = {"archetype": "infra_heavy"}
    team, nobody = {"ds_count": 0, "mle_count": 2}, {"ds_count": 0, "mle_count": 0}
    assert is_off(MISTAKE, "M01-T2", scoped("mlflow", "pytorch", scope=scope, ml_today=team))
    assert severity_of(MISTAKE, "M01-T2", scoped("mlflow", "pytorch", scope=scope, ml_today=nobody)) is WARNING
    assert severity_of(MISTAKE, "M01-T2", scoped("mlflow", "pytorch", scope=scope)) is WARNING
    assert severity_of(MISTAKE, "M01-T2", scoped("mlflow", scope=scope, ml_today=team)) is WARNING


def test_t2_waits_for_the_must_haves_unless_duties_cover_enough():
    scope = {"archetype": "infra_heavy"}
    assert missing(MISTAKE, "M01-T2", scoped(duties=["Serve models"], scope=dict(scope))) == (MUSTS,)
    enough = [{"text": "Serve models"}, {"text": "Alert when accuracy drops"}]
    assert is_clear(MISTAKE, "M01-T2", scoped(scope={**scope, "duties": enough}))


@pytest.mark.parametrize(
    ("archetype", "musts"),
    [("balanced", ["kubernetes"]), ("ml_heavy", ["feast"]), ("infra_heavy", ["mlflow", "pytorch"])],
)
def test_t2_the_patch_covers_enough(archetype, musts):
    before = scoped(*musts, scope={"archetype": archetype})
    assert is_clear(MISTAKE, "M01-T2", after_patch(before, fired(MISTAKE, "M01-T2", before)))


# T3

INFRA = ("kubernetes", "docker", "terraform", "ci-cd", "aws", "prometheus", "grafana", "linux", "helm", "argo-cd")


@pytest.mark.parametrize(
    ("archetype", "infra", "others", "fires"),
    [
        ("balanced", 6, 2, False),
        ("balanced", 7, 2, True),
        ("ml_heavy", 7, 2, True),
        ("infra_heavy", 7, 2, False),
        ("infra_heavy", 9, 1, True),
        (None, 7, 2, False),
        (None, 9, 1, True),
        ("unsure", 7, 2, False),
    ],
)
def test_t3_infrastructure_share(archetype, infra, others, fires):
    a_case = scoped(*INFRA[:infra], *("mlflow", "pytorch")[:others], scope={"archetype": archetype})
    assert (severity_of(MISTAKE, "M01-T3", a_case) is WARNING) == fires


def test_t3_eighty_five_percent_exactly_is_still_within():
    musts = [*INFRA, "networking", "serverless", "iac", "datadog", "elk", "gitlab-ci", "azure", "mlflow", "sql", "jax"]
    assert is_clear(MISTAKE, "M01-T3", scoped(*musts, scope={"archetype": "infra_heavy"}))


def test_t3_nice_to_haves_are_part_of_the_share():
    scope = {"archetype": "balanced"}
    assert severity_of(MISTAKE, "M01-T3", scoped(*INFRA[:4], scope=scope)) is WARNING
    assert is_clear(MISTAKE, "M01-T3", scoped(*INFRA[:3], "mlflow", nice=["pytorch"], scope=scope))


def test_t3_three_must_haves_have_no_share():
    assert is_clear(MISTAKE, "M01-T3", scoped(*INFRA[:3], scope={"archetype": "balanced"}))
    assert missing(MISTAKE, "M01-T3", scoped(scope={"archetype": "balanced"})) == (MUSTS,)


def test_t3_infra_heavy_beside_an_ml_team_is_exempt():
    scope = {"archetype": "infra_heavy"}
    duties = ["Serve models", "Alert when accuracy drops"]
    assert is_off(MISTAKE, "M01-T3", scoped(*INFRA, duties=duties, scope=scope, ml_today={"ds_count": 3}))
    assert severity_of(MISTAKE, "M01-T3", scoped(*INFRA, duties=duties[:1], scope=scope, ml_today={"ds_count": 3}))


@pytest.mark.parametrize("count", [4, 7, 10])
def test_t3_the_patch_swaps_tools_for_outcomes(count):
    before = scoped(*INFRA[:count], scope={"archetype": "balanced"})
    flag = fired(MISTAKE, "M01-T3", before)
    after = after_patch(before, flag)
    assert is_clear(MISTAKE, "M01-T3", after)
    assert after.n_must == before.n_must
    assert "kubernetes" in {skill.slug for must in after.musts for skill in must.skills}


# T4


@pytest.mark.parametrize(
    "title",
    [
        "Cloud Platforms Engineer",
        "Site Reliability Engineer",
        "DevOps Engineer",
        "Senior SRE",
        "Cloud Engineer",
        "Platform Engineer (m/f/x)",
        "Lead Data Engineer",
        "Data Platform Engineer",
        "dev-ops engineer",
    ],
)
def test_t4_operations_titles_without_ml(title):
    before = case(role={"title": title})
    flag = fired(MISTAKE, "M01-T4", before)
    assert flag.severity is WARNING
    assert is_clear(MISTAKE, "M01-T4", after_patch(before, flag))


@pytest.mark.parametrize(
    "title",
    [
        "MLOps Engineer",
        "DevOps Engineer, Machine Learning",
        "ML Platform Engineer",
        "AI Platform Engineer",
        "Cloud Engineer for model serving",
        "LLM Platform Engineer",
        "Machine Learning Engineer",
        "Software Engineer",
        "",
    ],
)
def test_t4_titles_that_say_ml_or_nothing_of_operations(title):
    assert is_clear(MISTAKE, "M01-T4", case(role={"title": title}))


def test_t4_without_a_title():
    assert missing(MISTAKE, "M01-T4", case()) == ("/role/title",)


# T5


def test_t5_a_loop_without_ml_scenario():
    a_case = case(process={"stages": [{"type": "algo_coding", "minutes": 60}]})
    assert severity_of(MISTAKE, "M01-T5", a_case) is WARNING


def test_t5_the_tag_on_any_stage_decides():
    stages = [{"type": "algo_coding", "minutes": 60}, {"type": "hm_screen", "minutes": 30, "tags": ["ml_scenario"]}]
    assert is_clear(MISTAKE, "M01-T5", case(process={"stages": stages}))
    assert missing(MISTAKE, "M01-T5", case()) == ("/process/stages",)


def test_t5_the_patch_puts_the_template_loop_in_place():
    bank = BankIndex(loops={("senior", "balanced"): (Stage(type="live_debug", minutes=60, tags=("ml_scenario",)),)})
    before = case(
        role={"level": "senior"},
        scope={"archetype": "balanced"},
        process={"stages": [{"type": "algo_coding", "minutes": 60}]},
        bank=bank,
    )
    assert is_clear(MISTAKE, "M01-T5", after_patch(before, fired(MISTAKE, "M01-T5", before)))


def test_t5_shares_its_fact_with_m05():
    (t5,) = (trigger for trigger in MISTAKE.triggers if trigger.id == "M01-T5")
    assert t5.same_fact == ("M05-T3",)


# T6

ENGLISH = " You will work with our teams and you will be part of the group that runs this for them."


@pytest.mark.parametrize(
    "phrase",
    [
        "We want DevOps for ML.",
        "Think of it as devops with AI.",
        "Exposure to machine learning.",
        "exposure to ML",
        "ML experience is a plus.",
        "Machine learning knowledge preferred",
        "Some ML, which would be nice to have",
        "Machine learning (a plus)",
        "Machine learning (PyTorch, JAX) a plus",
        "Knowledge of machine learning and its tools is\na plus.",
    ],
)
def test_t6_machine_learning_as_an_extra(phrase):
    before = scoped(*OPS, "mlflow", role={"job_ad": phrase + ENGLISH})
    flag = fired(MISTAKE, "M01-T6", before)
    assert flag.severity is WARNING
    assert flag.evidence[0].observed.rstrip(".").lower() in phrase.lower()
    assert is_clear(MISTAKE, "M01-T6", after_patch(before, flag))


@pytest.mark.parametrize(
    "text",
    [
        "You run models in production.",
        "We use ML. A degree is a plus.",
        "Kubernetes is preferred.",
        "Our html templates are a plus",
        "Machine learning " + "very " * 10 + "much preferred",
        "Two years of ML (Go preferred)",
        "ML frameworks\n\nPreferred qualifications",
        "ML frameworks\nPreferred: Go",
        "- Machine learning\n- Go is a plus",
    ],
)
def test_t6_other_sentences(text):
    assert is_clear(MISTAKE, "M01-T6", scoped(*OPS, role={"job_ad": text + ENGLISH}))


def test_t6_two_lifecycle_lines_settle_it():
    ad = {"job_ad": "ML is a plus." + ENGLISH}
    assert severity_of(MISTAKE, "M01-T6", scoped("kubernetes", "mlflow", role=ad)) is WARNING
    assert is_clear(MISTAKE, "M01-T6", scoped("kubernetes", "mlflow", nice=["kserve"], role=ad))


def test_t6_what_is_missing():
    german = "Wir suchen für unser Team eine Person mit Erfahrung; ML ist von Vorteil und wir bieten dir viel. " * 3
    assert missing(MISTAKE, "M01-T6", scoped(*OPS)) == ("/role/job_ad",)
    assert missing(MISTAKE, "M01-T6", scoped(*OPS, role={"job_ad": german})) == ("/role/job_ad",)
    assert missing(MISTAKE, "M01-T6", case(role={"job_ad": "ML is a plus." + ENGLISH})) == (MUSTS,)


# T7


@pytest.mark.parametrize(
    ("musts", "fires"),
    [
        (["spark", "airflow", "python", "aws"], True),
        (["spark", "airflow", "python", "aws", "docker"], False),
        (["spark", "airflow", "mlflow", "aws"], True),
        (["spark", "airflow", "mlflow", "kserve"], False),
    ],
)
def test_t7_half_of_all_lines_are_data_engineering(musts, fires):
    assert (severity_of(MISTAKE, "M01-T7", scoped(*musts)) is WARNING) == fires


def test_t7_soft_skills_and_nice_to_haves_are_lines_too():
    assert is_clear(MISTAKE, "M01-T7", scoped("spark", "airflow", "python", "communication", nice=["aws"]))
    assert severity_of(MISTAKE, "M01-T7", scoped("spark", "python", nice=["dbt", "aws"])) is WARNING


def test_t7_waits_for_the_must_haves_unless_the_nice_ones_decide():
    assert missing(MISTAKE, "M01-T7", scoped(nice=["spark"])) == (MUSTS,)
    assert is_clear(MISTAKE, "M01-T7", scoped(nice=["mlflow", "kserve"]))


# T8


@pytest.mark.parametrize(
    ("musts", "fires"),
    [
        (["pytorch", "feature-engineering", "model-development", "python", "sql"], True),
        (["pytorch", "feature-engineering", "python", "sql"], False),
        (["pytorch", "feature-engineering", "model-development", "python", "docker"], False),
        (["pytorch", "feature-engineering", "model-development", "mlflow", "sql"], True),
        (["pytorch", "feature-engineering", "model-development", "mlflow", "kserve"], False),
        (["r-lang", "pytorch", "statistics", "python", "sql"], True),
        (["communication"], False),
    ],
)
def test_t8_mostly_modelling_and_no_infrastructure(musts, fires):
    before = scoped(*musts)
    assert (severity_of(MISTAKE, "M01-T8", before) is WARNING) == fires
    if fires:
        assert is_clear(MISTAKE, "M01-T8", after_patch(before, fired(MISTAKE, "M01-T8", before)))


def test_t8_infrastructure_that_is_nice_to_have_counts():
    musts = ["pytorch", "feature-engineering", "model-development", "python", "sql"]
    assert is_clear(MISTAKE, "M01-T8", scoped(*musts, nice=["kubernetes"]))
    assert missing(MISTAKE, "M01-T8", scoped(nice=["pytorch"])) == (MUSTS,)
    assert is_clear(MISTAKE, "M01-T8", scoped(nice=["kubernetes"]))


def test_names_and_aliases_resolve_like_slugs():
    by_slug, by_name = scoped("kserve", "mlflow", "aws"), scoped("KFServing", "ml flow", "Amazon Web Services")
    assert by_slug.counts == by_name.counts
    assert by_slug.areas == by_name.areas


def test_every_trigger_answers_an_empty_document():
    for trigger in MISTAKE.triggers:
        assert missing(MISTAKE, trigger.id, case())
        assert outcome(MISTAKE, trigger.id, case()) == outcome(MISTAKE, trigger.id, case())
