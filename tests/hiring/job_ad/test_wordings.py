"""One demand, many wordings: each class of words is read in several forms, and not where they mean something else."""

import pytest

from hiring.job_ad import as_json, read_ad_text


def _must(line: str) -> list[str]:
    return _slots(line, must=True)


def _nice(line: str) -> list[str]:
    return _slots(line, must=False)


def _slots(line: str, *, must: bool) -> list[str]:
    ad = read_ad_text(f"What you will do\n- Run the forecasts of our depots\n\nRequirements\n- {line}\n", "Engineer")
    return ["|".join(slot.any_of) for slot in ad.slots if slot.must is must and slot.known]


@pytest.mark.parametrize(
    ("body", "level"),
    [
        ("We are looking for a seasoned Principal Engineer to shape our forecasts.", "principal"),
        ("Our group seeks a highly skilled and curious Senior Data Engineer.", "senior"),
        ("As a Staff Platform Engineer you own the clusters.", "staff"),
        ("We want to hire two senior backend engineers who like depots.", "senior"),
        ("We need an experienced, hands-on senior reliability engineer.", "senior"),
        ("You will be mentored by a senior engineer of the depot team.", None),
        ("You work with our senior data scientists and report to a Principal Engineer.", None),
        ("You present to senior stakeholders and senior leaders.", None),
        ("We are looking for an experienced engineer.", None),
    ],
)
def test_the_level_is_how_the_ad_calls_the_person_it_looks_for(body: str, level: str | None) -> None:
    said = read_ad_text(f"About the role\n{body}\n\nRequirements\n- Python\n", "Machine Learning Engineer").level
    assert (said.value if said else None) == level


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Lead Data Engineer", None),
        ("ML Engineer II", None),
        ("Software Engineer III", None),
        ("Analytics Engineer (L5)", None),
        ("Experienced Software Engineer", None),
        ("Lead / Staff Engineer", "staff"),
        ("Senior Engineer II", "senior"),
        ("Data Engineer I", "junior"),
        ("Data Engineer I/II", None),
    ],
)
def test_numbers_and_lead_in_a_title_name_no_level(title: str, level: str | None) -> None:
    said = read_ad_text("Requirements\n- Python and SQL, for our depots and their drivers\n", title).level
    assert (said.value if said else None) == level


@pytest.mark.parametrize(
    ("line", "years"),
    [
        ("10+ yrs of experience in software engineering", 10),
        ("A minimum of three (3) years of experience with services in production", 3),
        ("3 (three) or more years of professional experience", 3),
        ("5 to 8 years of experience as an engineer", 5),
        ("Between 4 and 6 years of relevant experience", 4),
        ("Years of experience: 6-9", 6),
        ("Years of experience required: 7+", 7),
        ("A degree in a related field.6+ years of industry experience", 6),
        ("8+ years of experience, with work on forecasting preferred", 8),
        ("4 years' experience; our company has been in business for 25 years", 4),
        ("Ideally 5 years of experience", None),
        ("Release 3.5 years ago was our first", None),
    ],
)
def test_years_are_read_in_the_ways_ads_write_them(line: str, years: int | None) -> None:
    said = read_ad_text(f"Requirements\n- {line}\n- Communication with the depots\n", "Engineer").years
    assert (said.value if said else None) == years


@pytest.mark.parametrize(
    ("sentence", "years"),
    [
        ("You bring five years of everything below.", 5),
        ("You have four years of Kubernetes and two of Terraform.", 4),
        ("We are looking for somebody with at least six years of Python.", 6),
        ("We have 10 years of Kubernetes behind us.", None),
        ("The company has run Kubernetes for six years.", None),
        ("You have five years of free coffee ahead of you.", None),
        ("You have been building and operating orchards of servers for 6+ years.", 6),
        ("We have been building and operating orchards of servers for 6 years.", None),
    ],
)
def test_years_asked_for_in_a_sentence(sentence: str, years: int | None) -> None:
    said = read_ad_text(f"An orchard with models.\n\n{sentence} Come and see the trees.", "Engineer").years
    assert (said.value if said else None) == years


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("Level\n\nJunior\n\nWhat you do\n- Prune models", "level", "junior"),
        ("Seniority level: Staff\nWhat you do\n- Prune models", "level", "staff"),
        ("Experience Level: 10-15+ Years\nLocation: Ulm", "years_min", 10),
        ("We meet in our offices about 30% of the week.", "work_mode", "hybrid"),
        ("You spend 10% of your week on learning what you like.", "has_growth", True),
        ("From the first day you have a mentor beside you.", "has_growth", True),
        ("You spend 10% of your week on training models.", "has_growth", False),
        ("We are a small team and share every service.", "has_team_context", True),
        ("You will join the Technology Engineering (AI) team in Ulm.", "has_team_context", True),
        ("This role works closely with Data Science, Product and the principal SRE.", "has_team_context", True),
        ("In the Platform Improvement team, you will:\n- Prune models", "has_team_context", True),
        ("What you will do\n- Cut the yearly cloud bill; the goal is 15-20% of it", "has_outcomes", True),
        ("Outcomes - what the first half year brings\n- A second region is live", "has_outcomes", True),
        ("We offer a hybrid working model, a balance of remote work and days together.", "work_mode", "hybrid"),
        ("What you will do\n- Recommenders, content-based, hybrid, or sequence-based", "work_mode", None),
        ("Work from (almost) anywhere", "work_mode", "remote"),
        ("The team sits in Ulm; you will be in the office 3x each week.", "work_mode", "hybrid"),
        ("Benefits\n- We cover the cost of training and webinars", "has_growth", True),
        ("Benefits\n- Courses and conferences of your choice will be covered by the depot", "has_growth", True),
        ("Benefits\n- Time provided for self-directed professional development", "has_growth", True),
        ("What you do\n- Training jobs covered by tests", "has_growth", False),
        ("What we offer\n- Pears\n\nTeam\n\nYou join under the supervision of the CTO.", "has_reporting_line", True),
        ("Join our team of nearly 14,000 pickers.", "has_team_context", False),
        ("Mission\n- Work closely with data engineering on the forecasts", "has_team_context", True),
        ("About the role\nThis is a key role for the organization: be a rockstar.", "buzzwords", ["rockstar"]),
        ("Your duties:\n- 3 - 5 years of data science experience", "years_min", 3),
        ("Who we are\nA fruit trader. You will work alongside a team of data scientists.", "has_team_context", True),
        ("Who we are\nA fruit trader. Our data scientists are known for a good pear.", "has_team_context", False),
        ("Benefits\n- The depot will support you to grow your skills", "has_growth", True),
        (
            "Our process\nDuring the hiring process you will meet the team for a technical interview.",
            "has_interview_process",
            True,
        ),
    ],
)
def test_fields_and_sentences_of_job_boards(text: str, field: str, value: object) -> None:
    assert as_json(read_ad_text(f"{text}\nRequirements\n- Python"))[field] == value


def test_a_sentence_that_announces_a_list_asks_for_the_list() -> None:
    ad = "You bring four years of everything below. Kubernetes, Airflow, dbt, PyTorch, React, Python, AWS, and more."
    slots = ["kubernetes", "airflow", "dbt", "pytorch", "frontend", "python", "aws"]
    assert as_json(read_ad_text(ad))["must"] == slots
    assert (
        as_json(read_ad_text("The work requires the following\n- Airflow\n- Python\n\nWe run Kubernetes."))["must"]
        == slots[1::4]
    )


@pytest.mark.parametrize(
    "heading", ["What success looks like", "What you will do", "Our tech stack", "🧭 Your compass"]
)
def test_a_line_that_opens_like_a_demand_asks_under_any_heading(heading: str) -> None:
    ad = read_ad_text(
        f"{heading}\n- Ship the forecast service\n- Working experience with Airflow\n- Expert level in SQL"
    )
    assert as_json(ad)["must"] == ["airflow", "sql"]
    assert not any("Airflow" in said.value for said in ad.outcomes)


def test_what_makes_you_stand_out_is_asked_for_where_nothing_else_is() -> None:
    wishes = "What makes you stand out\n- Python\n- Airflow"
    assert as_json(read_ad_text(wishes))["must"] == ["python", "airflow"]
    both = as_json(read_ad_text(f"Requirements\n- SQL\n\n{wishes}"))
    assert (both["must"], both["nice"]) == (["sql"], ["python", "airflow"])


def test_what_is_in_use_there_is_context_even_among_requirements() -> None:
    assert _must("Able to write good code. We work mostly in Java and Go, and languages can be learned.") == []


def test_headings_without_a_colon_are_found_in_a_text_that_lost_its_breaks() -> None:
    ad = read_ad_text(
        "Our orchard looks for an engineer who keeps its forecasts fresh and its depots calm. "
        "What You'll Do Train and serve the forecasts of our depots on Kubernetes and Kafka, with the people who pick. "
        "Watch them for drift and say early when a harvest goes astray, so that nobody sends a lorry for nothing. "
        "Our orchard is older than any of us, and most of what it knows still stands on paper in the attic. "
        "Nobody there has read all of it, and we would like the next hundred years to be easier to look up than those. "
        "Write down what was learnt from each season, for the people who come after you and for those who ask why. "
        "Required Skills & Experience 6+ years of engineering, with code that others could read. "
        "Hands-on with Python and Terraform. Familiar with Spark, as far as a reader of its plans has to be. "
        "What We Offer A yearly training budget and a basket of pears. Business Requirements Analysis is not yours.",
        "MLOps Engineer",
    )
    assert [section.kind for section in ad.sections] == ["role", "duties", "must", "benefits"]
    assert ["|".join(slot.any_of) for slot in ad.slots if slot.must] == ["python", "terraform"]
    assert ["|".join(slot.any_of) for slot in ad.slots if not slot.must] == ["spark"]
    assert ad.years is not None and ad.years.value == 6
    assert ad.growth


def test_lines_that_lost_their_breaks_are_told_apart() -> None:
    line = (
        "Experience with Airflow and SparkProficiency in SQL (any)Exposure to KafkaAble to travel to our orchards "
        "twice a yearWorking knowledge of Go and a driving licence"
    )
    assert _must(line) == ["airflow", "spark", "sql", "go"]
    assert as_json(read_ad_text(f"Requirements\n- {line}"))["nice"] == ["kafka"]


@pytest.mark.parametrize(
    ("line", "team"),
    [
        ("Experience of working with agile teams", False),
        ("Background in supporting engineering teams", False),
        ("Able to work with our data scientists and their two analysts", True),
    ],
)
def test_a_team_somebody_worked_in_before_is_not_the_team(line: str, team: bool) -> None:
    assert as_json(read_ad_text(f"Requirements\n- {line}"))["has_team_context"] is team


def test_a_heading_on_what_is_next_tells_of_the_process_only_with_a_step_of_it() -> None:
    assert not as_json(read_ad_text("What's next?\nReady for something new? Apply today."))["has_interview_process"]
    assert as_json(read_ad_text("What's next?\nTwo calls, then an afternoon with us."))["has_interview_process"]


@pytest.mark.parametrize(
    ("line", "degree"),
    [
        ("Bachelor's degree in engineering and 6+ years of software or related work experience", "bachelor"),
        ("Master's degree in a technical field and 3 years of research or industry experience", "master"),
        ("Bachelor's degree in engineering or related work experience", "none"),
        ("BS in computer science, or equivalent practical experience", "none"),
        ("A PhD is a plus", None),
    ],
)
def test_experience_stands_for_a_degree_only_where_the_ad_says_so(line: str, degree: str | None) -> None:
    said = read_ad_text(f"Requirements\n- {line}\n- Python for our depots\n", "Engineer").degree
    assert (said.value if said else None) == degree


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("A solid grounding in machine learning", "ml-fundamentals"),
        ("Understanding of deep learning techniques and their limits", "ml-fundamentals"),
        ("Good knowledge of ML algorithms", "ml-fundamentals"),
        ("Able to communicate findings to depot managers", "communication"),
        ("You can explain a technical trade-off to people who do not code", "communication"),
        ("You articulate risks early", "communication"),
        ("Works closely with other teams", "collaboration"),
        ("Builds lasting relationships with customers and peers", "collaboration"),
        ("Data warehousing and modelling", "data-modelling"),
        ("Machine learning fundamentals (metrics, drift)", "ml-fundamentals"),
        ("Testing approaches for ML systems", "ml-testing"),
        ("A team player at heart", "collaboration"),
        ("Able to collaborate across time zones", "collaboration"),
        ("You have mentored junior engineers", "mentoring"),
        ("Source code management", "git"),
        ("Has deployed forecasting models to users", "model-deployment"),
        ("Productionizing machine learning models", "model-deployment"),
        ("Training predictive models for demand", "model-development"),
        ("Evaluation of LLM answers", "llm-evals"),
        ("Managing GPU clusters", "gpu-scheduling"),
        ("Dimensional data models", "data-modelling"),
        ("Coding best practices", "software-engineering"),
        ("Root causes and incident handling", "sre-practice"),
        ("On-premises server infrastructure", "on-prem-hpc"),
        ("The fundamentals of model inferencing", "model-serving"),
        ("Experience applying statistical machine learning techniques", "ml-fundamentals"),
        ("Able to present complex technical information to the depots", "communication"),
        ("Business intelligence systems", "bi-dashboards"),
        ("Able to design, train, and evaluate AI models", "model-development"),
    ],
)
def test_a_demand_in_ordinary_words_is_a_slot(line: str, skill: str) -> None:
    assert skill in _must(line)


def test_one_phrase_may_ask_for_two_things() -> None:
    assert _must("Proven experience in developing and deploying predictive models in production") == [
        "model-development",
        "model-deployment",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "5+ years of experience in machine learning",
        "You thrive in a dynamic, collaborative, and fair workplace",
        "Experience with machine learning engineering teams",
        "A degree in statistics, networking or a related field",
        "Master's degree in Machine Learning, Statistics or similar",
        "PhD in a quantitative discipline (e.g., applied math, physics, statistics)",
        "Knowledge of the SaaS deployment model",
        "Experience with machine learning and data analysis tools",
        "You work in a collaborative environment",
        "Sensors that communicate with the devices of our depots",
        "Motor models of the 1990s",
        "Awareness of synchronous versus asynchronous communication",
        "Asynchronous architectures and communication of the depots",
        "Partition pruning and clustered tables",
    ],
)
def test_words_that_ask_for_something_else_are_no_slot(line: str) -> None:
    assert _must(line) == []


@pytest.mark.parametrize(
    ("line", "slots"),
    [
        ("Building ETL jobs using tools such as Airflow or Prefect", ["etl", "airflow|prefect"]),
        ("CI/CD automation, e.g. Jenkins or GitHub Actions", ["ci-cd|jenkins|github-actions"]),
        ("Azure / AWS, Docker, MLflow / SageMaker", ["azure|aws", "docker", "mlflow|sagemaker"]),
        ("One or more of these languages used in our depots: Python, Go, Scala", ["python|go|java-scala"]),
        ("At least a few of these tools: Ansible, Terraform", ["ansible|terraform"]),
        ("Computing frameworks (YARN, Spark, Kubernetes)", ["spark|kubernetes"]),
        (
            "Deep learning frameworks (e.g., TensorFlow, PyTorch), distributed processing (e.g., Spark)",
            ["tensorflow|pytorch", "spark"],
        ),
        ("Containerization and orchestration technologies (Docker, Kubernetes)", ["docker|kubernetes"]),
        ("CI/CD and deployment tools (Jenkins, GitHub Actions)", ["ci-cd|jenkins|github-actions"]),
        ("Running CI/CD pipelines (GitHub Actions, Jenkins)", ["ci-cd|github-actions|jenkins"]),
        ("Infrastructure-as-code skills (Terraform, Helm, etc.)", ["iac|terraform|helm"]),
        ("Linux systems and cloud technologies (AWS, GCP)", ["linux", "aws|gcp"]),
        ("Docker, Kubernetes and clouds (AWS, GCP)", ["docker", "kubernetes", "aws|gcp"]),
        ("Terraform for infrastructure as code", ["terraform"]),
        ("Jenkins CI/CD pipelines", ["jenkins"]),
        ("DevOps (CI/CD, Jenkins, GitLab)", ["ci-cd", "jenkins", "gitlab-ci"]),
        ("Source control (GitHub, GitLab, Bitbucket)", ["git"]),
        ("AWS CloudFormation or Terraform", ["cloudformation|terraform"]),
        ("Hospital EMRs such as those of three vendors", []),
        ("Spark on EMR", ["spark"]),
        ("Services such as ECS or Lambda", ["serverless"]),
        ("The lambda architecture", []),
    ],
)
def test_what_is_one_demand_and_what_are_two(line: str, slots: list[str]) -> None:
    assert _must(line) == slots


@pytest.mark.parametrize(
    ("line", "must", "nice"),
    [
        ("Either AWS (preferred) or GCP", ["aws|gcp"], []),
        ("A public cloud (in descending order of preference: Azure, AWS, GCP)", ["azure|aws|gcp"], []),
        ("Familiarity with Git and Docker is required", ["git", "docker"], []),
        ("Must be familiar with Kubernetes", ["kubernetes"], []),
        ("Familiarity with Kubernetes", [], ["kubernetes"]),
        ("Kubernetes (preferred)", [], ["kubernetes"]),
        ("The tools we use are a plus, but by no means required: Terraform, Python", [], ["terraform", "python"]),
        ("No Terraform experience needed", [], []),
        ("Experience with Kafka or willingness to learn it", [], ["kafka"]),
        ("Great communication skills required, Go programming preferred", ["communication"], ["go"]),
    ],
)
def test_must_or_nice_by_the_words_around(line: str, must: list[str], nice: list[str]) -> None:
    assert (_must(line), _nice(line)) == (must, nice)


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("At a minimum we'd like you to have", "must"),
        ("Prerequisites for this position at our depots", "must"),
        ("You are a good fit for this role if you:", "must"),
        ("Our technical environment", "stack"),
        ("Nice to have", "nice"),
        ("In addition to the above, we would love if you have:", "nice"),
        ("We'd love to hear from you if you have:", "must"),
        ("More information", "employer"),
        ("Who are you?", "must"),
        ("⭐️ Is this you?", "must"),
        ("Does this sound like you?", "must"),
        ("What you will accomplish:", "duties"),
        ("Plus Qualification", "nice"),
        ("Preferable", "nice"),
        ("Your skill set:", "must"),
        ("Your power-ups:", "benefits"),
    ],
)
def test_headings_open_the_section_that_they_mean(heading: str, kind: str) -> None:
    ad = read_ad_text(f"About the role\nYou run our forecasts.\n\n{heading}\n- Terraform\n- Docker\n", "Engineer")
    assert ad.sections[-1].kind == kind


def test_a_line_of_two_sentences_is_no_heading() -> None:
    ad = read_ad_text(
        "Requirements\nYou know our\ntechnology stack. Certifications are a plus\n- Terraform\n- Docker\n"
    )
    assert [slot.any_of for slot in ad.slots if slot.must] == [("terraform",), ("docker",)]


def test_bullets_inside_a_line_end_what_was_only_welcome() -> None:
    line = (
        "You are familiar with the clouds that our depots use (AWS or GCP)● Experience with dbt and the reports that "
        "managers read each morning● Python, which is what everybody writes here"
    )
    ad = read_ad_text(f"Requirements\n{line}\n")
    assert [("|".join(slot.any_of), slot.must) for slot in ad.slots if slot.known] == [
        ("aws|gcp", False),
        ("dbt", True),
        ("python", True),
    ]


def test_years_that_are_only_welcome_are_the_headline_where_nothing_is_demanded() -> None:
    welcome = "Desirable skills\n- 3+ years of experience as an engineer\n- Docker for the depots\n"
    said = read_ad_text(welcome).years
    assert said is not None
    assert (said.value, said.confidence) == (3, "likely")
    assert read_ad_text(f"{welcome}\nRequirements\n- Python\n").years is None


def test_a_line_under_duties_that_opens_like_a_demand_is_one() -> None:
    ad = read_ad_text(
        "Responsibilities\n- Working knowledge of Grafana\n- Automate chores with Ansible\n\nRequirements\n- Docker\n"
    )
    assert [slot.any_of for slot in ad.slots if slot.must] == [("grafana",), ("docker",)]


def test_prose_beside_a_list_of_requirements_asks_only_in_so_many_words() -> None:
    listed = "Requirements\n- Docker\n"
    told = "About the role\nThe team has experience with Terraform and looks forward to you.\n\n"
    asked = "About the role\nTo be successful in this role, you must have strong Terraform.\n\n"
    assert [slot.any_of for slot in read_ad_text(told + listed).slots] == [("docker",)]
    assert [slot.any_of for slot in read_ad_text(asked + listed).slots] == [("terraform",), ("docker",)]


def test_a_line_that_lost_its_breaks_is_read_as_the_lines_it_was() -> None:
    ad = read_ad_text(
        "You have\nAt least 2 years of experience in a data role.Warehouses such as Snowflake or RedshiftExperience "
        "with platforms such as AWS, GCP, or AzureAdvanced SQL for the reports of our depots.Strong Python is a must "
        "for the depots.10+ tables are no hurdle\n"
    )
    assert ["|".join(slot.any_of) for slot in ad.slots if slot.known] == ["snowflake", "aws|gcp|azure", "sql", "python"]


@pytest.mark.parametrize(
    "line",
    [
        "A yearly training budget of 2,000 euros",
        "We pay for certifications and the exams",
        "Conference budget and study leave",
        "Mentorship programme for new colleagues",
        "Tuition reimbursement",
        "Education & training benefits",
        "A clear career path from senior to principal",
        "Udemy for everybody",
        "Career development",
        "A personal growth budget every year",
        "An annual allowance to spend on courses of your choice",
        "Access to more than 900 courses",
    ],
)
def test_a_concrete_offer_of_growth_counts_among_benefits(line: str) -> None:
    assert read_ad_text(f"Requirements\n- Python\n\nBenefits\n- {line}\n- Lunch in the depot\n").growth


def test_money_for_learning_is_an_offer_even_where_its_heading_is_not_known() -> None:
    ad = read_ad_text("Nice to have\n- Helm\n\nWhat the depot adds\n- A yearly training budget\n- Mentorship programme")
    assert [ad.words_at(span) for span in ad.growth] == ["training budget"]


@pytest.mark.parametrize(
    "text",
    [
        "About the role\nThe machine learning platform of our depots trains on a distributed training framework.",
        "Responsibilities\n- Provide mentorship and training opportunities to the team",
        "Responsibilities\n- Rules for environment promotion from test to production",
        "About us\nWe embrace learning, collaboration and continuous career growth.",
        "Our team\nEveryone deserves the opportunity to learn and thrive.",
        "Benefits\n- The chance to join a rapidly growing team",
    ],
)
def test_talk_of_growth_and_training_of_models_is_no_offer(text: str) -> None:
    assert not read_ad_text(f"{text}\n\nRequirements\n- Python\n- Docker for the depots").growth


@pytest.mark.parametrize(
    ("text", "on_call"),
    [
        ("Physical demands\n- Able to sit for long\n- Takes part in an on-call rotation", True),
        ("Working conditions\nOn call one week in six.", True),
        ("Benefits\n- An on-call allowance of 300 euros a week", True),
        ("Benefits\n- A doctor on call around the clock", None),
        ("About us\nOur customers have support staff on call at any hour.", None),
    ],
)
def test_being_on_call_is_read_wherever_it_is_of_the_job(text: str, on_call: bool | None) -> None:
    said = read_ad_text(f"Requirements\n- Python\n- Docker for the depots\n\n{text}\n").on_call
    assert (said.value if said else None) is on_call


@pytest.mark.parametrize(
    ("line", "country"),
    [
        ("Location: Eindhoven or remote", "NL"),
        ("Location: Gurugram", "IN"),
        ("Location: Kraków", "PL"),
        ("Location: St. Louis", "US"),
        ("Based in Seoul", "KR"),
        ("Location: Ho Chi Minh City", "VN"),
    ],
)
def test_cities_where_such_teams_hire_are_known(line: str, country: str) -> None:
    ad = read_ad_text(f"About the role\n{line}\nYou run the forecasts of our depots.\n\nRequirements\n- Python\n")
    assert [said.value.country for said in ad.places] == [country]


@pytest.mark.parametrize(
    "line",
    [
        "Salary: minimum $100,000, maximum $130,000",
        "Pay Range Minimum: $100,000 Pay Range Maximum: $130,000",
        "Salary min $100k / max $130k",
        "Base salary between $100,000 and $130,000",
        "Compensation: 100-130k USD",
    ],
)
def test_the_two_ends_of_pay_in_words(line: str) -> None:
    said = read_ad_text(f"About the role\nYou run forecasts.\n\nRequirements\n- Python\n\n{line}\n").pay
    assert said is not None
    assert (said.value.low, said.value.high) == (100_000, 130_000)


def test_a_wide_range_is_pay_and_two_far_figures_are_not() -> None:
    wide = "Requirements\n- Python\n\nThe range for this role is $100,000 - $720,000 a year.\n"
    assert read_ad_text(wide).pay is not None
    assert read_ad_text(wide.replace("$720,000", "$7,200,000")).pay is None


def test_watching_data_drift_and_ml_artifacts_is_work_on_the_life_of_models() -> None:
    ad = read_ad_text(
        "Responsibilities\n- Alert on data drift and concept drift\n- CI/CD for ML artifacts on Kubernetes\n"
        "- Run the containers of our depots\n\nRequirements\n- Docker, Kubernetes and Terraform\n- Python"
    )
    assert ad.discipline is not None and ad.discipline.value == "mlops"


@pytest.mark.parametrize(
    ("sentence", "must", "nice"),
    [
        ("You bring Kubernetes and a calm head.", ["kubernetes"], []),
        ("The ideal person knows Docker.", ["docker"], []),
        ("You need Python. Terraform is a plus.", ["python"], ["terraform"]),
        ("You need Python. Terraform would be a big advantage.", ["python"], ["terraform"]),
        ("Our depots run on Kubernetes.", [], []),
        ("It is a plus for the team that Kubernetes is gone.", [], []),
        ("The experience of our teams reaches the people who use GitHub.", [], []),
        ("Depots run by hands-on automation, Terraform and a calm head.", [], []),
    ],
)
def test_an_ad_without_headings_asks_in_its_sentences(sentence: str, must: list[str], nice: list[str]) -> None:
    ad = read_ad_text(f"We hire an engineer for the depots in Hamburg. {sentence}")
    assert ["|".join(slot.any_of) for slot in ad.slots if slot.must] == must
    assert ["|".join(slot.any_of) for slot in ad.slots if not slot.must] == nice


@pytest.mark.parametrize(
    "line",
    [
        "Build systems such as CMake, Bazel and Ninja",
        "Keep our runbooks in Guru, the knowledge base",
        "Write the setup wizard of our installer",
        "Rockstar Games is one of our customers",
        "Women, people of colour and carers are encouraged to apply",
        "Everybody is welcome, young or old",
        "A young company with an old idea",
        "A young Danish logistics startup",
        "Data for readers, from young people to pensioners",
        "Work for a digital native brand",
        "Hard drives, device drivers and demand drivers",
        "Reach out to us; the salary is competitive",
        "Protect the master branch and its replicas",
        "Native mobile apps and cloud-native services",
        "Store the state in etcd",
    ],
)
def test_words_that_only_look_like_cliches_or_exclusion_raise_nothing(line: str) -> None:
    ad = read_ad_text(f"MLOps Engineer\n\nWhat you will do\n- Ship models\n- {line}")
    assert (ad.buzzwords, ad.exclusionary, ad.hero_words) == ((), (), ())


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("We are a young and dynamic team.", ("young",)),
        ("A team of young, hungry professionals runs the depots.", ("young",)),
        ("We are always looking for young talents.", ("young",)),
        ("We are a young and dynamic product team.", ("young",)),
        ("A young team at a firm of forty.", ("young",)),
        ("We are a young company with a team of forty.", ()),
        ("Young families are our customers.", ()),
    ],
)
def test_words_on_age_count_in_praise_where_they_are_said_of_the_team(line: str, words: tuple[str, ...]) -> None:
    ad = read_ad_text(f"MLOps Engineer\n\nAbout Depots Ltd\n{line}\n\nWhat you will do\n- Ship models\n")
    assert tuple(said.value for said in ad.exclusionary) == words


@pytest.mark.parametrize(
    "line", ["Be our Kubernetes ninja", "A guru of pipelines", "A wizard with models", "A rockstar"]
)
def test_words_for_heroes_are_still_found(line: str) -> None:
    ad = read_ad_text(f"MLOps Engineer\n\nWhat you will do\n- Ship models\n- {line}")
    assert [said.value.lower() in line.lower() for said in ad.hero_words] == [True]
