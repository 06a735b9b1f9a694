"""Adverts as people really paste them: without bullets, as tables, in the styles of boards, offices and countries."""

from decimal import Decimal

import pytest

from hiring.job_ad import JobAd, as_json, read_ad_text


def _read(text: str) -> JobAd:
    return read_ad_text(text, "Engineer")


def _asked(text: str) -> tuple[list[str], list[str]]:
    answer = as_json(_read(text))
    return answer["must"], answer["nice"]


@pytest.mark.parametrize(
    "welcome",
    [
        "Terraform is a plus",
        "Experience with Terraform preferred",
        "Terraform (nice to have)",
        "Terraform certification preferred",
        "Nice to have - Terraform",
        "Knowledge of Terraform desirable",
    ],
)
def test_a_demand_that_lost_its_bullet_is_no_heading(welcome: str) -> None:
    must, nice = _asked(f"Requirements\nPython\n{welcome}\nKubernetes\nDocker\n")
    assert (must, nice) == (["python", "kubernetes", "docker"], ["terraform"])


@pytest.mark.parametrize("welcome", ["MBA preferred", "German B2, nice to have", "A clearance is an advantage"])
def test_what_is_welcome_beside_tools_is_no_heading_either(welcome: str) -> None:
    assert _asked(f"Requirements\nPython\n{welcome}\nKubernetes\n") == (["python", "kubernetes"], [])


@pytest.mark.parametrize("line", ["Ability to gather requirements", "Knowledge of audit requirements"])
def test_a_demand_that_ends_like_a_heading_opens_no_section(line: str) -> None:
    assert _asked(f"Nice to have\nKafka\n{line}\nSpark\n") == ([], ["kafka", "spark"])


@pytest.mark.parametrize(
    "heading",
    [
        "Nice to have",
        "Preferred qualifications",
        "Skills (preferred)",
        "Lovely, not needed",
        "Nice If You Have:",
        "Helpful, but not required",
        "Extra credit",
        "We'd like:",
        "Preferred Python skills",
    ],
)
def test_headings_of_what_is_welcome(heading: str) -> None:
    assert _asked(f"Requirements\nPython\n\n{heading}\nKafka\n") == (["python"], ["kafka"])


@pytest.mark.parametrize(
    "heading",
    ["Essential criteria", "Person specification", "We'd expect:", "You'll probably thrive if you", "You have"],
)
def test_headings_of_what_is_asked(heading: str) -> None:
    assert _asked(f"Nice to have\n- Kafka\n\n{heading}\n- Python\n") == (["python"], ["kafka"])


def test_what_is_welcome_in_one_line_ends_with_a_gap() -> None:
    text = "Requirements: Python\nNice to have: Kafka\n\nYou join a team of three data scientists. {}"
    ad = _read(text.format("A one-stage interview follows."))
    assert ad.team and ad.process
    assert _asked(text.format("Kubernetes runs there.")) == (["python"], ["kafka"])


@pytest.mark.parametrize(
    ("line", "must"),
    [
        ("dbt, Airflow (or Dagster)", ["dbt", "airflow|dagster"]),
        ("Go (or Java with an appetite for Go)", ["go|java-scala"]),
        ("Experience in running MLflow, SageMaker or a comparable registry", ["mlflow|sagemaker"]),
        ("CI/CD pipelines with Jenkins", ["ci-cd|jenkins"]),
        ("Infrastructure as code using Terraform, ETL using Airflow", ["iac|terraform", "etl", "airflow"]),
        ("Kubernetes, plus a service mesh", ["kubernetes", "service-mesh"]),
        ("Monitoring - Evidently, Grafana", ["evidently", "grafana"]),
        ("Strong Python, and an ability to read R", ["python", "r-lang"]),
        ("Three years of commercial Go", ["go"]),
        ("Feature stores such as Feast would help", ["feature-store|feast"]),
        ("Python; no on-call", ["python"]),
    ],
)
def test_what_a_line_asks_for(line: str, must: list[str]) -> None:
    assert _asked(f"What you bring\n- {line}\n- Docker\n")[0] == [*must, "docker"]


@pytest.mark.parametrize(
    ("line", "low", "high", "currency", "period"),
    [
        ("£600-£675 p/d, outside IR35", 600, 675, "GBP", "day"),
        ("£600 - £675 pd", 600, 675, "GBP", "day"),
        ("Pay: €5.200 – €6.800 gross per month", 5200, 6800, "EUR", "month"),
        ("28 000 – 34 000 PLN net + VAT per month", 28000, 34000, "PLN", "month"),
        ("Salary between €4.300,- and €6.650,- gross per month", 4300, 6650, "EUR", "month"),
        ("Pay: CHF 120'000.- to 140'000.- a year", 120000, 140000, "CHF", "year"),
        ("The deal: €90,000–€115,000", 90000, 115000, "EUR", "year"),
        ("Salary £52,000 - £58,000 p/a", 52000, 58000, "GBP", "year"),
    ],
)
def test_pay_as_boards_write_it(line: str, low: int, high: int, currency: str, period: str) -> None:
    ad = _read(f"MLOps Engineer | 6 months | {line}\n\nWhat you bring\n- Python\n")
    assert ad.pay is not None
    pay = ad.pay.value
    assert (pay.low, pay.high, pay.currency, pay.period) == (Decimal(low), Decimal(high), currency, period)


@pytest.mark.parametrize(
    ("line", "on_call"),
    [
        ("On-call\tNo", False),
        ("On-call: no", False),
        ("On-call rota: none", False),
        ("On call\t1 week in 8", True),
        ("On-call: yes, paid", True),
        ("On-call, no more than one week in six", True),
    ],
)
def test_on_call_in_a_table(line: str, on_call: bool) -> None:
    said = _read(f"Location\tZurich\n{line}\nWorkload\t80%\n\nRequirements\n- Python\n").on_call
    assert said is not None and said.value is on_call


@pytest.mark.parametrize(
    ("sentence", "reports"),
    [
        ("The position is on site, pays well, and reports to the Director of Forecasts.", True),
        ("This role reports to the Head of Depots.", True),
        ("Prepare metrics and reports to the Director of Forecasts.", False),
    ],
)
def test_who_reports_and_what_are_reports(sentence: str, reports: bool) -> None:
    assert (_read(f"About the role\n{sentence}\n").reporting_line is not None) is reports


def test_the_manager_may_be_named_after_the_benefits() -> None:
    assert _read(
        "Requirements\n- Python\n\nBenefits\nA pension.\nThe role reports to the Head of Depots."
    ).reporting_line


@pytest.mark.parametrize(
    ("line", "degree"),
    [
        ("BS in Computer Science or related technical field required", "bachelor"),
        ("BS/MS in a technical field", "bachelor"),
        ("jobs in computer science", None),
    ],
)
def test_a_degree_may_open_its_line(line: str, degree: str | None) -> None:
    said = _read(f"Requirements\n{line}\nPython\n").degree
    assert (said.value if said else None) == degree


@pytest.mark.parametrize(
    ("line", "mode"),
    [
        ("Location: Pune (WFO 5 days)", "onsite"),
        ("30 days of vacation, home office up to 60%", "hybrid"),
        ("Up to 40% mobile working", "hybrid"),
        ("Up to 40% of models are late", None),
    ],
)
def test_how_the_work_is_arranged(line: str, mode: str | None) -> None:
    said = _read(f"About the role\n{line}\n\nRequirements\n- Python\n").work_mode
    assert (said.value if said else None) == mode


def test_years_of_living_somewhere_are_no_experience() -> None:
    assert _read("Requirements\n- Python\n- You have lived in the UK for 5 years.\n").years is None


@pytest.mark.parametrize(
    ("head", "places"),
    [
        ("Acme Health · Austin, TX (Hybrid)", ["Austin"]),
        ("mlops eng, Lisbon or remote EU", ["Lisbon"]),
        ("MLOps Intern (m/f/x) - 6 months - Paris", ["Paris"]),
        ("Munich, Frankfurt, Hamburg", ["Munich", "Frankfurt", "Hamburg"]),
        ("📍 Amsterdam, hybrid", ["Amsterdam"]),
        ("Location\nNewport, London", ["London"]),
        ("Location\tZurich, Switzerland", ["Zurich"]),
        ("We are hiring a platform engineer in Toronto to join the group.", ["Toronto"]),
        ("Our models forecast the traffic of Paris.", []),
        ("Paris loves our models", []),
    ],
)
def test_the_place_at_the_top(head: str, places: list[str]) -> None:
    ad = _read(f"{head}\n\nWhat you will do\n- Ship models to London, Paris and Berlin\n\nRequirements\n- Python\n")
    assert [said.value.metro for said in ad.places] == places


def test_a_company_of_health_opens_no_list_of_benefits() -> None:
    ad = _read("Oak Health\nWe seek an engineer for our forecasts.\nYou need Kubernetes and Python.\n")
    assert [slot.any_of[0] for slot in ad.must] == ["kubernetes", "python"]


@pytest.mark.parametrize(
    "line",
    ["Interviews take two rounds.", "One-stage interview via video.", "A structured interview by a hiring panel."],
)
def test_interviews_in_few_words(line: str) -> None:
    assert _read(f"About the role\nYou run our models.\n{line}\n").process


@pytest.mark.parametrize("heading", ["Process:", "How you will be evaluated", "Recruitment", "Hiring:"])
def test_headings_of_the_interviews(heading: str) -> None:
    assert _read(f"Requirements\n- Python\n\n{heading}\nA first chat, then a session of pairing.\n").process


def test_money_for_courses_is_growth_and_for_models_is_not() -> None:
    assert _read("What you get\n- €1.500 a year for courses\n").growth
    assert not _read("What you will do\n- Serve 1,500 models for training\n").growth


def test_the_praise_of_a_firm_is_boilerplate() -> None:
    assert not _read("OUR FIRM\nWe are a dynamic, world-class institution.\n\nRequirements\n- Python\n").buzzwords


@pytest.mark.parametrize("line", ["Bonus 15%", "Annual bonus", "Bonus scheme", "Performance bonus"])
def test_a_bonus_in_money_opens_no_list_of_what_is_welcome(line: str) -> None:
    assert _asked(f"Requirements\n- Python\n\nBenefits\n{line}\nKubernetes courses\n") == (["python"], [])


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("🚀 ML Ops Engineer 🚀", "ML Ops Engineer"),
        (
            "MLOps Contractor | Outside IR35 | £600-£675 p/d | 6 months + ext | Mostly remote, 2 days/month",
            "MLOps Contractor",
        ),
        ("Staff Engineer \u2014 Remote (Americas)", "Staff Engineer"),
        ("MLOps Intern (m/f/x) - 6 months - Paris", "MLOps Intern (m/f/x)"),
        ("Platform Engineer - Berlin, Germany", "Platform Engineer"),
        ("Position\tMLOps Engineer (m/w/d)", "MLOps Engineer (m/w/d)"),
        ("Site Reliability Engineer - GPU Cloud", "Site Reliability Engineer - GPU Cloud"),
        ("Senior Engineer | Forecasts", "Senior Engineer | Forecasts"),
        ("Full-time Data Engineer", "Full-time Data Engineer"),
    ],
)
def test_a_title_without_pictures_place_and_pay(first: str, title: str) -> None:
    assert read_ad_text(f"{first}\n\nRequirements\n- Python\n").title == title


def test_pictures_open_lines_and_times_stand_over_outcomes() -> None:
    ad = _read(
        "In your first 90 days you'll\n- ✅ cut idle time to 25%\n✔️ ship two models\n\nBy month 12\n- Nobody waits\n"
    )
    assert [said.value for said in ad.outcomes] == ["cut idle time to 25%", "ship two models", "Nobody waits"]


def test_a_manager_may_be_named_before_the_title() -> None:
    said = _read("About the role\nYou'd report to Dana, VP Eng. She likes depots.\n").reporting_line
    assert said is not None and said.value == "Dana, VP Eng"


def test_what_a_board_adds_at_the_end_is_not_of_the_job() -> None:
    board = (
        "\nJob function\nEngineering and Information Technology\nIndustries\nHospitals\n"
        "Referrals increase your chances of interviewing at Oak by 2x\nSet alert for similar jobs\n"
    )
    ad = _read(f"Responsibilities\n- Deploy the models of our depots\n\nRequirements\n- Python\n{board}")
    assert [said.value for said in ad.duties] == ["Deploy the models of our depots"]
    assert (ad.outcomes, ad.process) == ((), ())


@pytest.mark.parametrize("words", ["€5.200 – €6.800 gross per month", "€650 per day", "$60-70/hr"])
def test_pay_is_shown_with_what_it_is_paid_for(words: str) -> None:
    ad = _read(f"About the role\nPay: {words}, for full time.\n")
    assert ad.pay is not None and [ad.words_at(span) for span in ad.pay.spans] == [words]


def test_a_field_that_names_the_employer_heads_nothing() -> None:
    ad = _read("Company: Oak Insurance\nLocation: Hartford, CT\nYou join a team of nine.\n\nRequirements\n- Python\n")
    assert [said.value.metro for said in ad.places] == ["Hartford"] and ad.team


def test_headings_may_be_questions() -> None:
    ad = _read(
        "Who are we?\nA world-class firm.\n\nWhat do we ask?\nPython. Linux.\n\n"
        "What do you get?\nA kind boss; Kafka.\n\nHow does hiring work?\nOne talk, one afternoon together.\n"
    )
    assert [slot.any_of[0] for slot in ad.slots] == ["python", "linux"]
    assert ad.process and not ad.buzzwords


def test_a_mail_demands_in_few_words() -> None:
    must, _ = _asked(
        "TL;DR\n- Need 6+ yrs, strong Kubernetes + Terraform\n- Visa: none\nProcess is a talk, then lunch."
    )
    assert must == ["kubernetes", "terraform"]


@pytest.mark.parametrize(
    ("head", "currency"),
    [
        ("Sydney | $180k-$200k + super", "AUD"),
        ("Toronto, Canada | $180k-$200k", "CAD"),
        ("Toronto or Denver, CO | $180k-$200k", "USD"),
        ("Sydney | USD 180k-200k", "USD"),
        ("Sydney | US$180k-200k", "USD"),
        ("Denver, CO | $180k-$200k", "USD"),
    ],
)
def test_dollars_are_those_of_the_place(head: str, currency: str) -> None:
    ad = _read(f"MLOps Engineer\n{head}\n\nRequirements\n- Python\n")
    assert ad.pay is not None and ad.pay.value.currency == currency


@pytest.mark.parametrize("row", ["| **Level** | Senior |", "Level\tSenior", "Level: Senior", "Level\nSenior"])
def test_the_level_in_a_table(row: str) -> None:
    said = _read(f"Engineer\n\n{row}\n\nRequirements\n- Python\n").level
    assert said is not None and said.value == "senior"


@pytest.mark.parametrize(
    ("line", "manager"),
    [
        ("| **Manager** | Head of Forecasts |", "Head of Forecasts"),
        ("Manager: Head of Forecasts", "Head of Forecasts"),
        ("Reporting to Professor Okafor", "Professor Okafor"),
        ("You work with the product manager: the lead of the depots", None),
    ],
)
def test_the_manager_in_a_table(line: str, manager: str | None) -> None:
    said = _read(f"About the role\n{line}\n\nRequirements\n- Python\n").reporting_line
    assert (said.value if said else None) == manager


def test_a_job_may_be_called_without_an_article() -> None:
    ad = _read("The role\nAs MLOps Engineer you keep our models running in 14 bakeries.\nYou retrain and watch them.\n")
    assert ad.discipline is not None and ad.discipline.value == "mlops"


def test_free_hours_among_the_offers_open_no_praise_of_the_employer() -> None:
    assert _read("Benefits\nFlexible working hours, remote up to 80%\nCompany bike, canteen, further training\n").growth


def test_what_is_good_to_know_is_neither_asked_nor_welcome() -> None:
    text = "Requirements\n- Python\n\nGood to know\nKubernetes week is in May. A technical interview comes first.\n"
    assert _asked(text) == (["python"], []) and _read(text).process
