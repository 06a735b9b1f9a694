"""What a line is about: its section's subject, unless its own words say otherwise."""

import pytest

from hiring.job_ad import as_json, document_of, read_ad_text

ASKED = "Requirements\n- Python\n- Docker for our depots\n"
LONG = (
    "Depots of the North has carried apples, pears and plums across three countries since its first van, and the "
    "planners in our twelve depots have had their forecasts served from Kubernetes for longer than anybody can tell."
)


def _read(text: str) -> dict[str, object]:
    return dict(as_json(read_ad_text(text, "Engineer")))


def _must(text: str) -> list[str]:
    return as_json(read_ad_text(text, "Engineer"))["must"]


def test_a_paragraph_after_the_list_asks_for_nothing() -> None:
    assert _must(f"{ASKED}\n{LONG}") == ["python", "docker"]
    assert _must(f"{ASKED}- {LONG}") == ["python", "docker", "kubernetes"]


def test_who_is_wanted_is_said_under_a_heading_on_the_employer_too() -> None:
    wanted = "We are looking for an engineer, and you must have Terraform."
    assert _must(f"About Depots of the North\n{wanted}") == ["terraform"]
    assert _must("About Depots of the North\nOur vans must have Terraform, as the joke goes.") == []


def test_after_a_heading_with_its_own_words_the_list_before_goes_on() -> None:
    assert _must("Requirements\nPython\nSalary: $100,000 - $120,000\nTerraform") == ["python", "terraform"]


@pytest.mark.parametrize(
    "line",
    ["Equal opportunity for everybody, on Kubernetes too, without regard to age", "Founded in 1999 on Kubernetes"],
)
def test_boilerplate_among_requirements_asks_for_nothing(line: str) -> None:
    assert _must(f"{ASKED}{line}") == ["python", "docker"]


@pytest.mark.parametrize(
    ("text", "manager"),
    [
        ("You report to the Head of Depots.", "the Head of Depots"),
        ("Reporting line: Director of Forecasts", "director of forecasts"),
        ("Equal opportunity\nWhoever is treated badly may report to the head of people.", None),
        ("You report to stakeholders on a monthly basis.", None),
        ("You write financial reports to the director.", None),
    ],
)
def test_the_manager_is_whom_the_role_reports_to(text: str, manager: str | None) -> None:
    said = read_ad_text(f"About the role\nYou run forecasts.\n{text}\n", "Engineer").reporting_line
    assert (said.value.lower() if said else None) == (manager.lower() if manager else None)


@pytest.mark.parametrize(
    ("line", "years"),
    [
        ("A degree and 3 years of experience, or 6 years of experience", 3),
        ("8 years of experience, including 10 years of patience", 8),
        ("Python 3 and 5 years of experience", 5),
        ("Between 3 and 5 years of experience", 3),
    ],
)
def test_the_years_that_count_where_a_line_names_two_figures(line: str, years: int) -> None:
    assert as_json(read_ad_text(f"Requirements\n- {line}\n", "Engineer"))["years_min"] == years


def test_senior_is_what_a_choice_of_levels_asks_for() -> None:
    assert as_json(read_ad_text(ASKED, "Senior/Staff Engineer"))["level"] == "senior"
    assert as_json(read_ad_text(ASKED, "Senior Staff Engineer"))["level"] == "staff"


def test_an_or_at_the_end_reaches_back_as_far_as_commas_go() -> None:
    assert _must("Requirements\n- Docker and Airflow, Prefect or Dagster") == ["docker", "airflow|prefect|dagster"]
    assert _must("Requirements\n- Airflow, Prefect or Dagster and Docker") == ["airflow|prefect|dagster", "docker"]


def test_what_everybody_gets_is_no_demand_and_no_praise_wherever_it_stands() -> None:
    assert _must(f"{ASKED}- Dental insurance and a gym that runs on Kubernetes") == ["python", "docker"]
    ad = read_ad_text(f"About the role\nYou run forecasts.\nPaid time off, a gym and a passionate cook.\n\n{ASKED}")
    assert ad.buzzwords == ()


def test_a_line_on_the_team_under_a_heading_on_pay_is_of_the_job() -> None:
    assert as_json(read_ad_text(f"Salary\n- $100,000 - $120,000\n- You join our team of six\n\n{ASKED}"))[
        "has_team_context"
    ]


def test_a_job_named_before_a_colon_does_not_end_the_list() -> None:
    assert _must("Requirements\n- Python\nThe job: Docker and Kubernetes") == ["python", "docker", "kubernetes"]


@pytest.mark.parametrize(
    ("lines", "slots"),
    [
        ("- AWS\n- GCP\n- AWS or GCP", ["aws", "gcp"]),
        ("- Airflow or experience with Prefect", ["airflow|prefect"]),
        ("- SQL and Tableau (or similar)", ["sql", "bi-dashboards"]),
    ],
)
def test_what_is_asked_for_alone_and_what_as_a_choice(lines: str, slots: list[str]) -> None:
    assert _must(f"Requirements\n{lines}") == slots


@pytest.mark.parametrize(
    ("lines", "both"), [("- AWS\n- AWS or Azure", False), ("- AWS\n- Azure", True), ("- AWS or Azure", False)]
)
def test_two_clouds_are_asked_for_where_none_can_stand_for_both(lines: str, both: bool) -> None:
    assert as_json(read_ad_text(f"Requirements\n{lines}"))["clouds_and"] is both


@pytest.mark.parametrize(
    ("lines", "degree"),
    [
        ("- PhD in statistics\n- Bachelor's degree in computing", "bachelor"),
        ("- Without a PhD you fit as well", "none"),
    ],
)
def test_the_least_degree_counts(lines: str, degree: str) -> None:
    assert as_json(read_ad_text(f"Requirements\n{lines}\n- Python"))["degree_required"] == degree


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Benefits\n- With 5 years of experience here you get a bike", "years_min"),
        ("What you will do\n- Own the interview process of our depots", "has_interview_process"),
        ("About the role\nColleagues ask for you throughout the hiring process.", "has_interview_process"),
        ("About us\nWe live by communication.", "has_soft_skills"),
        ("About us\nOur pears are sorted with MLflow.", "lifecycle_areas"),
    ],
)
def test_words_of_a_fact_elsewhere_do_not_state_it(text: str, field: str) -> None:
    assert not _read(f"{text}\n\nRequirements\n- Docker for our depots\n")[field]


def test_publications_are_asked_for_only_in_such_words() -> None:
    asked = document_of(read_ad_text("Requirements\n- Publications at NeurIPS or similar"))
    field = document_of(read_ad_text("Requirements\n- Experience in computer vision research"))
    assert asked.scope.publications and not field.scope.publications
