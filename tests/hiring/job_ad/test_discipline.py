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


CLUSTERS = (
    "What you will do\n- Run Kubernetes and Slurm on bare metal, Terraform for the rest\n- Share out GPUs, GPU by GPU\n"
)


def test_graphics_cards_alone_are_an_operations_job() -> None:
    assert discipline(CLUSTERS) == "devops_sre"
    assert discipline(CLUSTERS + "- Answer when training workloads hang: AI workloads come first\n") == "devops_sre"


def test_graphics_cards_belong_to_whoever_looks_after_models() -> None:
    assert discipline(CLUSTERS + "- Keep the model registry\n- Deploy models, notice data drift\n") == "mlops"


def test_a_title_tells_what_the_machines_are_for() -> None:
    machines = "What you will do\n- Ansible and Linux\n- GPU clusters for training and inference\n"
    assert discipline(machines, "Machine Learning Infrastructure Engineer") == "mlops"
    assert discipline(machines, "Infrastructure Engineer") == "devops_sre"


@pytest.mark.parametrize("what", ["ML systems", "AI services", "machine learning applications", "LLM based solutions"])
@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("Deploy, run and support", "mlops"),
        ("Operate large", "mlops"),
        ("Design and prototype", "ml_eng"),
        ("Develop", "ml_eng"),
    ],
)
def test_the_verb_tells_what_is_done_with_systems_of_models(verb: str, expected: str, what: str) -> None:
    lines = "\n".join(f"- {verb} {what} for {whom}" for whom in ("hospitals", "schools", "ferries"))
    assert discipline(f"What you will do\n{lines}\n- Neural networks, and Kubernetes\n") == expected


def test_how_often_learning_is_said_does_not_outweigh_the_work() -> None:
    said = "- AI first, AI last: tell AI teams what machine learning, ML and AI can do\n"
    work = "What you will do\n- Model registry and model monitoring\n- Improve models with their authors\n"
    assert discipline(work + 6 * said) == "mlops"


DEVELOPING = "What you will do\n- Develop machine learning models of returns\n- Select features, tune classifiers\n"


@pytest.mark.parametrize(
    ("title", "expected"),
    [("Data Scientist", "data_science"), ("Machine Learning Engineer", "ml_eng"), ("Engineer II", "ml_eng")],
)
def test_who_develops_models_is_what_the_advert_calls_them(title: str, expected: str) -> None:
    assert discipline(DEVELOPING, title) == expected


def test_the_body_may_call_for_a_data_scientist_too() -> None:
    assert (
        discipline("The role\nWe are looking for a Data Scientist.\n\n" + DEVELOPING, "Team Returns") == "data_science"
    )


def test_a_data_scientist_in_name_who_builds_pipelines_is_a_data_engineer() -> None:
    text = "What you will do\n- ETL with Spark and Airflow\n- Data quality in the data warehouse\n- Develop models\n"
    assert discipline(text, "Data Scientist") == "data_eng"


def test_what_the_machine_runs_is_software() -> None:
    text = (
        "What you will do\n- The compiler of our chip for AI, and its memory management\n"
        "- Bindings and a stable ABI for training and inference on GPUs\n"
    )
    assert discipline(text, "Runtime Engineer") == "software"


def test_where_the_body_says_nothing_serving_models_in_the_title_does() -> None:
    text = f"What you will do\n- Care for {OF_ALL}\n"
    assert discipline(text, "Engineer, ML Ranking and Serving") == "mlops"
    assert discipline(text, "Engineer, ML Ranking") == "ml_eng"


@pytest.mark.parametrize("title", ["Python Engineer, {}", "Backend Engineer - {}", "Golang Software Engineer ({})"])
@pytest.mark.parametrize("team", ["ML Platform", "Data", "Infrastructure"])
def test_a_language_or_an_end_in_the_title_is_the_trade_and_the_rest_the_team(title: str, team: str) -> None:
    assert discipline(f"What you will do\n- Care for {OF_ALL}\n", title.format(team)) == "software"


@pytest.mark.parametrize(
    ("title", "expected"),
    [("DevOps Engineer (Python)", "devops_sre"), ("Data Engineer (Java)", "data_eng"), ("MLOps Engineer, Go", "mlops")],
)
def test_a_language_beside_the_name_of_a_trade_is_only_a_language(title: str, expected: str) -> None:
    assert discipline(f"What you will do\n- Care for {OF_ALL}\n", title) == expected


def test_work_on_models_outweighs_a_language_in_the_title() -> None:
    text = "What you will do\n- Keep the model registry\n- Deploy models, notice data drift\n- Design an API\n"
    assert discipline(text, "Python Engineer, Risk") == "mlops"


@pytest.mark.parametrize(("team", "expected"), [("MLOps", "mlops"), ("Fruit Apps", "software")])
def test_the_team_that_one_joins_confirms_its_trade_where_it_is_named_for_one(team: str, expected: str) -> None:
    text = (
        f"What you will do\nAs a member of the {team} team you look after our orchard.\n"
        "- Design APIs, unit tests and microservices\n- Review code and write design patterns down\n"
        "- Keep the model registry\n"
    )
    assert discipline(text, "Senior Software Engineer") == expected
