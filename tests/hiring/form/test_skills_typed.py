"""Requirements are typed in plain words and become lines of the taxonomy."""

from typing import Any

import pytest

from hiring.forms.skills_typed import slots_in


@pytest.mark.parametrize(
    ("typed", "slots"),
    [
        ("AWS or Google Cloud", [(["aws", "gcp"], None)]),
        ("AWS/GCP", [(["aws", "gcp"], None)]),
        ("CI/CD", [(["ci-cd"], None)]),
        ("Java / Scala", [(["java-scala"], None)]),
        (
            "Python, Kubernetes; Terraform\nMLflow",
            [(["python"], None), (["kubernetes"], None), (["terraform"], None), (["mlflow"], None)],
        ),
        ("3+ years of Kubernetes", [(["kubernetes"], 3)]),
        ("Kubernetes (2 yrs)", [(["kubernetes"], 2)]),
        ("Kubernetes, 4 years", [(["kubernetes"], 4)]),
        ("Snorkel", [(["Snorkel"], None)]),
        ("either/or", [(["either/or"], None)]),
        ("- Python", [(["python"], None)]),
        (" , ;", []),
    ],
)
def test_lines_alternatives_and_years(typed: str, slots: list[tuple[list[str], int | None]]) -> None:
    expected: list[dict[str, Any]] = [{"any_of": names, "years": years} for names, years in slots]
    assert slots_in(typed) == expected
