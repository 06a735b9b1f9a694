"""Which job an ad describes: its body decides, what everybody's adverts say does not."""

from datetime import date

import pytest

from hiring.job_ad.flags import flags_of
from hiring.job_ad.json_form import as_json
from hiring.job_ad.reader import read_ad_text

TODAY = date(2026, 7, 1)


def discipline(text: str, title: str | None = None) -> object:
    said = read_ad_text(text, title)
    return as_json(said, flags_of(said, TODAY))["discipline"]


OF_BOTH = (
    "The role\n{who}\n\nWhat you will do\n- Develop models and deploy models\n- Design a model registry\n"
    "- Model training and model serving\n"
)


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("As a Senior Machine Learning Engineer you own parcels.", "ml_eng"),
        ("We are looking for an experienced, patient MLOps Engineer.", "mlops"),
        ("Role: ML Platform Engineer", "mlops"),
        ("You share a room with data scientists.", "mlops"),
    ],
)
def test_what_the_body_calls_the_job_settles_a_mixed_body(who: str, expected: str) -> None:
    assert discipline(OF_BOTH.format(who=who), "Engineer II") == expected


@pytest.mark.parametrize(
    "line",
    [
        "Work as a partner of our machine learning engineers",
        "Hire and teach machine learning engineers",
        "Help those who were hired as a group: machine learning engineers",
    ],
)
def test_colleagues_are_not_the_one_who_is_wanted(line: str) -> None:
    assert discipline(OF_BOTH.format(who=f"The rest of the day: {line.lower()}."), "Engineer II") == "mlops"


def test_a_former_job_that_is_welcome_does_not_name_this_one() -> None:
    text = OF_BOTH.format(who="You own parcels.") + "\nNice to have\n- Some years as a machine learning engineer\n"
    assert discipline(text, "Engineer II") == "mlops"


def test_a_name_does_not_outweigh_the_work() -> None:
    text = (
        "The role\nWe are looking for an MLOps Engineer.\n\nWhat you will do\n- Patch Linux and upgrade Kubernetes\n"
        "- Write Terraform and Ansible\n- Answer incidents and write postmortems\n- Watch Prometheus, raise alerting\n"
    )
    assert discipline(text, "MLOps Engineer") == "devops_sre"


OF_ALL = "monitoring, deployment automation, reliability, availability, Docker, containers, CI/CD, troubleshooting"


def test_words_of_every_advert_do_not_make_an_operations_job() -> None:
    text = f"What you will do\n- Write React and TypeScript\n- Care for {OF_ALL}\n- Design a REST API\n"
    assert discipline(text) == "software"


def test_words_of_every_advert_confirm_an_operations_job() -> None:
    text = f"What you will do\n- Kubernetes and Terraform\n- Care for {OF_ALL}\n- Explain our API and features\n"
    assert discipline(text) == "devops_sre"


def test_words_of_every_advert_alone_say_nothing() -> None:
    assert discipline(f"What you will do\n- Care for {OF_ALL}\n") == "other"
    assert discipline(f"What you will do\n- Care for {OF_ALL}\n", "Data Engineer") == "data_eng"


def test_training_pipelines_are_work_on_models_where_models_are_built() -> None:
    built = "What you will do\n- Train deep learning models\n- Choose algorithms, try papers\n"
    run = "What you will do\n- Run the ML platform\n- Roll back what drifts: model monitoring and data drift\n"
    pipelines = "- Keep training pipelines and bring models into production\n"
    assert discipline(built + pipelines) == "ml_eng"
    assert discipline(run + pipelines) == "mlops"


def test_praise_of_the_employer_names_no_job() -> None:
    text = (
        "About us\nMachine learning, AI and MLOps run in our veins; our AI platform serves models by the million.\n\n"
        "What you will do\n- Build ETL into Snowflake with dbt\n- Own data quality\n"
    )
    assert discipline(text, "Engineer") == "data_eng"
