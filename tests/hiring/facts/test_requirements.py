"""What is derived from requirements and duties: classes, areas, disciplines, infrastructure share, caps."""

from decimal import Decimal

import pytest

from hiring.document import Duty
from hiring.facts.areas import areas_in
from hiring.facts.disciplines import discipline_of
from hiring.facts.duties import infra_share, model_share, scaled_to_a_week, week
from hiring.facts.ease import by_ease
from hiring.facts.levels import cap_for, pay_step
from hiring.facts.skill_infra import duty_infra_pct
from hiring.facts.split import nearest_archetype, value_at
from hiring.facts.unicorn import unicorn
from hiring.market import Percentiles
from hiring.skills import SKILLS
from tests.hiring.mistakes.build import case, slots


def asked(*musts, nice=()):
    return case(scope={"must_haves": slots(*musts), "nice_to_haves": slots(*nice)})


# Slots


@pytest.mark.parametrize(
    ("line", "slot_class"),
    [
        ("mlflow", "mlops"),
        ("MLflow", "mlops"),
        ("kubernetes", "infra"),
        ("spark", "data"),
        ("pytorch", "ml"),
        ("react", "off"),
        ("python", "other"),
        ("communication", "other"),
        ("A house tool", "other"),
        ("kubernetes|mlflow", "mlops"),
        ("react|spark|aws", "infra"),
        ("react|pytorch|spark", "data"),
        ("A house tool|pytorch", "ml"),
    ],
)
def test_a_line_counts_once_in_the_first_class_any_alternative_has(line, slot_class):
    (must,) = asked(line).musts
    assert must.line.slot_class == slot_class


def test_counts_hold_must_and_nice():
    counts = asked("mlflow", "aws", "python", nice=["spark", "pytorch", "react"]).counts
    assert counts == (1, 1, 1, 1, 1, 6)
    assert counts.technical == 4


@pytest.mark.parametrize(
    ("line", "counted"),
    [
        ("git", False),
        ("GitHub", False),
        ("mentoring", False),
        ("communication|collaboration", False),
        ("communication|kubernetes", True),
        ("Master's degree", False),
        ("BSc in computer science", False),
        ("at least 5 years", False),
        ("3-5 years of professional experience", False),
        ("5 years of Frobnicator", True),
        ("Frobnicator", True),
    ],
)
def test_which_lines_count_as_must_haves(line, counted):
    assert asked(line).n_must == counted


def test_paths_point_at_the_line():
    found = asked("aws", "gcp", nice=["go"])
    assert [line.path for line in found.musts + found.nices] == [
        "/scope/must_haves/0",
        "/scope/must_haves/1",
        "/scope/nice_to_haves/0",
    ]


def test_labels_are_the_names_people_know():
    (must,) = asked("aws|gcp|Some cloud").musts
    assert must.label == "AWS or Google Cloud or Some cloud"


# Areas


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("Serving & rollout", {"serving"}),
        ("Monitoring/drift", {"monitoring"}),
        ("Tracking/registry & evaluation of models", {"tracking", "frameworks"}),
        ("Feature store", {"feature_store"}),
        ("Build our SageMaker pipelines", {"serving", "tracking"}),
        ("Put models into production and watch their accuracy", {"serving", "monitoring"}),
        ("Notice when predictions degrade", {"monitoring"}),
        ("Make training runs reproducible", {"tracking"}),
        ("Give every team the same features online and offline", {"feature_store"}),
        ("Keep the ranking models in production healthy", {"serving"}),
        ("Package models as containers", {"serving"}),
        ("Hold the latency of predictions under 100 ms", {"serving"}),
        ("Take every approved model live within a day", {"serving"}),
        ("Causal inference for marketing", set()),
        ("Run the clusters, keep builds green in production", set()),
        ("Package the command-line tools", set()),
        ("CI/CD", set()),
        ("Observability", set()),
        ("Support", set()),
        ("Clusters, GPUs and infrastructure as code", set()),
        ("", set()),
    ],
)
def test_areas_of_a_duty(text, areas):
    assert areas_in(text) == areas


# Disciplines


@pytest.mark.parametrize(
    ("slug", "discipline"),
    [
        ("mlflow", "mlops"),
        ("vllm", "mlops"),
        ("kubernetes", "devops"),
        ("linux", "devops"),
        ("sql", "data_eng"),
        ("pytorch", "modelling"),
        ("statistics", "modelling"),
        ("r-lang", "modelling"),
        ("ai-governance", "security_gov"),
        ("frontend", "off_role"),
        ("python", None),
        ("go", None),
        ("fastapi", None),
        ("communication", None),
    ],
)
def test_discipline_of_a_skill(slug, discipline):
    assert discipline_of(SKILLS[slug]) == discipline


# Infrastructure share


def test_skill_infra_is_a_weighted_mean():
    # 95 and 10 as must-haves (weight 2 each), 45 as nice-to-have (weight 1)
    assert asked("terraform", "jax", nice=["feast"]).skill_infra_pct == Decimal(255) / 5
    assert asked("python", "communication", "A house tool").skill_infra_pct is None


def test_shares_of_duties_are_unknown_while_a_part_is_missing():
    full = [
        Duty(text="a", percent=Decimal(40), infra_share=Decimal(50), kind="model"),
        Duty(text="b", percent=Decimal(40), infra_share=Decimal(100), kind="build"),
    ]
    assert (week(full), model_share(full), infra_share(full), duty_infra_pct(full)) == (80, 40, 60, 75)
    open_ended = [*full, Duty(text="c")]
    assert (week(open_ended), model_share(open_ended), infra_share(open_ended)) == (None, None, None)
    assert duty_infra_pct(open_ended) is None
    assert duty_infra_pct([]) is None


@pytest.mark.parametrize(
    ("percents", "scaled"),
    [((40, 30, 25, 20), [35, 26, 22, 17]), ((1, 1, 1), [34, 33, 33]), ((0, 10), [0, 100]), ((50, 50), [50, 50])],
)
def test_scaling_gives_whole_percents_that_add_to_one_hundred(percents, scaled):
    assert scaled_to_a_week([Decimal(percent) for percent in percents]) == scaled
    assert sum(scaled) == 100


@pytest.mark.parametrize(
    ("infra", "archetype"),
    [(100, "infra_heavy"), (61, "infra_heavy"), (60, "balanced"), (40, "balanced"), (39, "ml_heavy"), (0, "ml_heavy")],
)
def test_nearest_archetype(infra, archetype):
    assert nearest_archetype(infra) == archetype


def test_pay_at_a_percentile():
    market = Percentiles(p10=Decimal(100), p25=Decimal(130), p50=Decimal(150), p75=Decimal(200), p90=Decimal(230), n=20)
    assert [value_at(at, market) for at in (10, 25, 40, 50, 55, 80, 90)] == [100, 130, 142, 150, 160, 210, 230]


# Levels


@pytest.mark.parametrize(
    ("pay_pct", "step"),
    [("0", 0), ("24.99", 0), ("25", 1), ("39.99", 1), ("40", 2), ("74.99", 2), ("75", 3), ("89.99", 3), ("90", 4)],
)
def test_a_percentile_on_the_border_belongs_to_the_upper_range(pay_pct, step):
    assert pay_step(Decimal(pay_pct)) == step


def test_caps():
    assert cap_for("junior", None, None) == (5, 1, 2)
    assert cap_for("mid", Decimal(10), False) == (5, 1, 5)
    assert cap_for("senior", Decimal(95), True) == (12, 3, 8)
    assert cap_for("principal", Decimal(60), True) == (11, 2, 15)


# Unicorn index


def test_the_worked_examples():
    mid = unicorn("mid", n_must=11, deep=3, years_min=5, phd=False, pay_pct=Decimal(35))
    senior = unicorn("senior", n_must=11, deep=3, years_min=5, phd=False, pay_pct=Decimal(80))
    assert (round(mid.value, 2), round(senior.value, 2)) == (Decimal("2.48"), Decimal("1.39"))


def test_the_index_of_a_case_needs_its_answers():
    scope = {"must_haves": slots("python", "aws", "mlflow"), "years_min": 5}
    assert case(role={"level": "senior"}, scope=scope).unicorn_index == Decimal(3) / 9
    assert case(scope=scope).unicorn_index is None
    assert case(role={"level": "senior"}, scope={**scope, "years_min": None}).unicorn_index is None


# Which lines can be spared


def test_extras_and_duplicates_go_before_the_core():
    musts = asked("python", "kubernetes", "react", "mlflow", "wandb", "feast", "A house tool", "communication").musts
    assert [must.slot.any_of[0] for must in by_ease(musts)] == [
        "react",
        "feast",
        "wandb",
        "A house tool",
        "mlflow",
        "kubernetes",
        "python",
    ]
