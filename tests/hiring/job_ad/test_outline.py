"""The outline for a rewrite: it agrees with the flags beside it."""

import pytest

from hiring.job_ad import read_ad_text
from hiring.job_ad.outline import OutlinePart, outline_of

_TOOLS = "Docker|Terraform|Kafka|Spark|Airflow|MLflow|Kubernetes|Python|PyTorch|Helm charts|Git|Communication"


def _part(text: str, name: str) -> OutlinePart:
    return next(part for part in outline_of(read_ad_text(text)) if part.name.startswith(name))


def test_the_outline_names_the_same_cap_as_the_flags_and_counts_like_them() -> None:
    must = _part("\n- ".join(["Requirements", *_TOOLS.split("|")]), "Must have")
    assert (must.name, must.done) == ("Must have, 10 at most.", True)
    assert must.say.startswith("There are 10;")


@pytest.mark.parametrize(
    ("duties", "end"),
    [
        ("Deploy models\n- Automate retraining pipelines\n- Alert on model drift", "infrastructure is missing."),
        ("Drink coffee", "models are missing."),
    ],
)
def test_the_outline_speaks_of_one_and_of_several_areas(duties: str, end: str) -> None:
    assert _part(f"Duties\n- {duties}\n", "The week").say.endswith(end)
