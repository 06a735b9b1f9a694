"""Finding skills in a text: the matching rules of the taxonomy."""

import pytest

from hiring.skills import SKILLS, skill_named, skills_in
from tests.growth import grows_like_length


def slugs(text: str) -> list[str]:
    return [found.slug for found in skills_in(text)]


@pytest.mark.parametrize("skill", SKILLS.values(), ids=SKILLS)
def test_every_name_and_alias_of_the_taxonomy_is_found_in_a_list(skill):
    for name in (skill.name, *skill.aliases):
        found = slugs(f"Docker, {name}, Linux")
        resolved = skill_named(name)
        assert resolved is not None
        assert found == ["docker", resolved.slug, "linux"], name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Azure DevOps", ["jenkins"]),
        ("CI/CD for ML", ["ci-cd-ml"]),
        ("CI/CD", ["ci-cd"]),
        ("SageMaker Feature Store", ["cloud-feature-store"]),
        ("Azure ML on Azure", ["azure-ml", "azure"]),
        ("PySpark", ["spark"]),
        ("Ray Serve and Ray Tune", ["ray-serve", "hyperparam-tuning"]),
    ],
)
def test_the_longest_name_wins_and_uses_up_its_words(text, expected):
    assert slugs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("AWS/GCP/Azure", ["aws", "gcp", "azure"]),
        ("C++", ["cpp-rust"]),
        ("(W&B)", ["wandb"]),
        ("llama.cpp.", ["llm-serving"]),
        ("Vue.js and Next.js", ["frontend", "frontend"]),
        ("JavaScript", ["frontend"]),
        ("a Dockerfile", []),
        ("AWSome", []),
        ("write to jobs@snowflake.com", []),
        ("vector database", ["vector-db"]),
        ("our SLOs", ["sre-practice"]),
        ("feature\n  store", ["feature-store"]),
        ("real time inference", ["model-serving"]),
    ],
)
def test_words_end_where_letters_end(text, expected):
    assert slugs(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "We go above and beyond",
        "Go above and beyond",
        "Ray will be your manager",
        "Evidently, we care about uptime",
        "evidently, spark and helm are words",
        "You take the helm",
        "A feast of a project",
        "R&D department",
        "React to incidents quickly",
        "Prefect attendance",
        "Spark joy in our customers",
        "a swift response and good team dynamics",
        "a Go/No-Go meeting",
        "Amazon Neptune",
    ],
)
def test_words_that_are_also_english_are_not_tools_without_company(text):
    assert slugs(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Python, Go or R", ["python", "go", "r-lang"]),
        ("Strong Go proficiency", ["go"]),
        ("- Go\n- Spark\n- Helm", ["go", "spark", "helm"]),
        ("Services written in Go.", ["go"]),
        ("Experience with Ray, Feast and Evidently", ["ray", "feast", "evidently"]),
        ("Spark/Prefect/Fiddler", ["spark", "prefect", "fiddler"]),
        ("MLflow, Comet, Neptune", ["mlflow", "comet-ml", "neptune-ai"]),
        ("We use Spark for batch jobs", ["spark"]),
        ("golang and helm charts", ["go", "helm"]),
    ],
)
def test_the_same_words_count_among_tools(text, expected):
    assert slugs(text) == expected


def test_each_place_is_that_of_the_name_in_the_text():
    text = "İstanbul: Kubernetes, then MLflow"
    assert [text[found.start : found.end] for found in skills_in(text)] == ["Kubernetes", "MLflow"]


@pytest.mark.parametrize("unit", ["feature ", "model-", "go ", "R, ", "machine learning "])
def test_time_grows_with_length_only(unit):
    assert grows_like_length(skills_in, lambda length: unit * (length // len(unit)), length=40_000)
