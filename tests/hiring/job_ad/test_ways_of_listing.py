"""Lists that say in a word, a label or a heading what becomes of their lines."""

import pytest

from hiring.job_ad import JobAd, as_json, read_ad_text


def _read(text: str) -> JobAd:
    return read_ad_text(text, "Engineer")


def _asked(text: str) -> tuple[list[str], list[str]]:
    answer = as_json(_read(text))
    return answer["must"], answer["nice"]


# --- Headings ------------------------------------------------------------------------------------------------------


def test_empty_lines_that_became_blanks_part_the_sections() -> None:
    padding = "We forecast what depots need, and we like it when a forecast holds. " * 12
    text = (
        f"{padding}  Responsibilities   Run the forecasts Help with the depots   Minimum Qualifications   "
        "Joy in orderly depots 6+ years of work in operations Command of Kubernetes   Preferred Qualifications   "
        "Some Kafka   Our Tech Stack   Mostly Go and Redis   Benefits   A budget for conferences"
    )
    ad = _read(text)
    assert _asked(text) == (["kubernetes"], ["kafka"])
    assert ad.years is not None and ad.years.value == 6
    assert ad.growth


@pytest.mark.parametrize(
    "heading", ["You are required to:", "You will be expected to:", "You'll be asked to", "You’re expected to:"]
)
def test_what_one_is_required_to_do_is_a_duty(heading: str) -> None:
    assert _asked(f"Requirements\n- Docker\n\n{heading}\n- Build Terraform modules for the depots\n") == (
        ["docker"],
        [],
    )


@pytest.mark.parametrize("heading", ["5. Tools & Stack", "Tools and Stack", "The technologies we currently use"])
def test_tools_in_use_are_no_demands(heading: str) -> None:
    assert _asked(f"## 4. Nice to have\n- Kafka\n\n## {heading}\n- Languages: Go\n") == ([], ["kafka"])


@pytest.mark.parametrize(
    "heading", ["What helps, though it is not a condition", "What also helps", "Not a requirement:"]
)
def test_what_is_no_condition_is_welcome(heading: str) -> None:
    text = f"Requirements\n- Python\n\n{heading}\n- Kafka\n- A doctorate. Some of us have one.\n"
    assert _asked(text) == (["python"], ["kafka"])
    degree = _read(text).degree
    assert degree is None or degree.value == "none"


def test_what_one_will_love_or_learn_there_is_on_offer() -> None:
    ad = _read(
        "Requirements\n- Python\n\nWhat you'll love about Depots Ltd\n- Access to LinkedIn Learning each month\n"
    )
    assert ad.growth
    assert _asked("Requirements\n- Python\n\nWhat you will learn:\n- Running Kafka\n") == (["python"], [])


def test_two_headings_on_one_line_open_one_section() -> None:
    text = (
        "Tasks:\tWhat You'll Do:\nCount depots with Spark\nSkills:\tWhat You Have:\nPython\nExcellent communication\n"
    )
    assert _asked(text) == (["python", "communication"], [])


def test_headings_that_say_how_glad_one_would_be() -> None:
    happy, thrilled = "We'll be happy to meet you if you have:", "We'll be especially thrilled if you know:"
    assert _asked(f"Nice to have:\n- Kafka\n\n{happy}\n- Docker\n") == (["docker"], ["kafka"])
    assert _asked(f"Requirements:\n- Docker\n\n{thrilled}\n- Kafka\n") == (["docker"], ["kafka"])


def test_the_last_sentence_of_a_paragraph_may_open_a_list() -> None:
    text = (
        "Requirements\n- Docker\n\nWe grow with the depots and their weather, and are glad of all who want to "
        "learn with us. The following skills would be a valuable plus:\n- Kafka\n"
    )
    assert _asked(text) == (["docker"], ["kafka"])


def test_what_follows_an_application_is_the_process() -> None:
    text = "Requirements\n- Docker\n\nWhat you can expect once you apply:\n- A call\n- Half a day with the depots\n"
    assert _read(text).process


# --- Labels and words in the list ----------------------------------------------------------------------------------


def test_a_label_in_a_list_stands_for_its_line() -> None:
    text = "Requirements:\nPython\nAdvantage: Kafka\nBonus: Spark\nExperience with services on AWS/Azure\n"
    assert _asked(text) == (["python", "aws|azure"], ["kafka", "spark"])


def test_a_heading_over_what_is_welcome_stands_for_its_list() -> None:
    text = "Requirements:\nPython\n\nBonus: Kafka\nExperience with Spark\n"
    assert _asked(text) == (["python"], ["kafka", "spark"])


@pytest.mark.parametrize(
    ("after", "must"),
    [
        ("We require that you know Docker.", ["docker"]),
        ("Docker is a must.", ["docker"]),
        ("Docker is not mandatory.", []),
        ("We like Docker.", []),
    ],
)
def test_below_what_is_welcome_something_may_be_required_outright(after: str, must: list[str]) -> None:
    assert _asked(f"Nice to have:\n- Kafka\n\n{after}\n")[0] == must


def test_what_is_not_about_one_thing_still_asks_for_the_next() -> None:
    assert _asked("Requirements\nIt is not about words, you need Docker and Python.\n")[0] == ["docker", "python"]


def test_what_the_work_is_not_focused_on_is_not_asked() -> None:
    assert _asked("Requirements\nPython. The work is not focused on React, prompts or LLMs.\n") == (
        ["python"],
        [],
    )


@pytest.mark.parametrize(
    ("sentence", "must"),
    [
        ("Our group is searching for somebody who can help with services in Scala and Docker.", []),
        ("Our group is searching for somebody to help us, with a background in Docker.", ["docker"]),
        ("Our group is searching for somebody with Docker.", ["docker"]),
    ],
)
def test_what_somebody_is_wanted_for_is_not_asked_of_them(sentence: str, must: list[str]) -> None:
    assert _asked(f"What we are looking for\n{sentence}\n")[0] == must


@pytest.mark.parametrize(
    ("line", "must"),
    [
        ("Public clouds (_AWS_, _GCP_, __Azure__)", ["aws|gcp|azure"]),
        ("_Docker_ and Kubernetes", ["docker", "kubernetes"]),
        ("SQL databases (e.g. Postgres) and object stores (e.g. S3)", ["sql", "aws"]),
        ("Scripts in Bash and at least one compiled language like Go or Rust", ["linux", "go|cpp-rust"]),
        ("Python and core libraries (**NumPy, pandas, scikit-learn**)", ["python", "pandas-numpy|scikit-learn"]),
        ("Infrastructure as code (IaC) frameworks (Terraform)", ["iac|terraform"]),
        ("MLflow, wandb or LangSmith for experiment tracking", ["mlflow|wandb|llm-observability"]),
    ],
)
def test_which_names_go_together(line: str, must: list[str]) -> None:
    assert _asked(f"Requirements\n- {line}\n") == (must, [])


@pytest.mark.parametrize(
    ("line", "must"),
    [
        ("The strength to work independently as well as in a team", ["collaboration"]),
        ("Working both alone and as part of a small team", ["collaboration"]),
        ("Working independently and in several places", []),
    ],
)
def test_a_team_beside_independence_is_a_people_skill(line: str, must: list[str]) -> None:
    text = f"Requirements\n- {line}\n- Docker\n"
    assert _asked(text)[0] == [*must, "docker"]
    assert as_json(_read(text))["has_soft_skills"] or not must


# --- Years and degrees ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "years"),
    [
        ("Experience: 3.00 + years", 3),
        ("Experience: 3.0 years", 3),
        ("1.5+ years of experience in operations", 1),
        ("5-8 years of comparable experience, logistics background preferred", 5),
        ("Some 3-5 years of running depots with the following knowledge desired", 3),
        ("5 years of operations preferred", None),
    ],
)
def test_years_keep_clear_of_what_is_welcome_beside_them(line: str, years: int | None) -> None:
    ad = _read(f"Requirements:\n- {line}\n- Python\n")
    claims = [claim.years for claim in ad.years_claims if claim.must]
    assert claims == ([] if years is None else [years])


@pytest.mark.parametrize(
    ("lines", "degree"),
    [
        ("- Bachelor's degree in physics AND 2+ years of work\n- OR equivalent experience", "none"),
        (
            "* Bachelor's degree in physics AND 4+ years\n* OR Master's degree in physics AND 2+ years\n"
            "* or equivalent practical experience.",
            "none",
        ),
        ("Bring at least one of the following:\n\nA degree in a technical field\nA finished bootcamp", "none"),
        ("- Bachelor's degree in physics\n- Kafka or equivalent experience", "bachelor"),
        ("- Kafka or one of the following queues: NATS\n- Bachelor's degree in physics", "bachelor"),
    ],
)
def test_the_line_beside_a_degree_may_let_experience_stand_for_it(lines: str, degree: str) -> None:
    said = _read(f"Requirements\n{lines}\n").degree
    assert said is not None and said.value == degree


# --- People and hours ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Working with the depots and reporting to the Head of Depots, you keep the forecasts running.", True),
        ("You prepare tables and reporting to the Head of Depots.", False),
    ],
)
def test_reporting_to_somebody_is_told_by_how_the_sentence_opens(sentence: str, told: bool) -> None:
    assert (_read(f"About the role\n{sentence}\n").reporting_line is not None) is told


def test_people_one_works_very_closely_with() -> None:
    assert _read("About the role\nEngineers here work very closely with our depot managers.\n").team


@pytest.mark.parametrize("hours", ["24 hour support", "24-hour rota", "24h on-call"])
def test_support_round_the_clock_is_on_call(hours: str) -> None:
    said = _read(f"About the role\nYou take part in a schedule for {hours} of the depots.\n").on_call
    assert said is not None and said.value
