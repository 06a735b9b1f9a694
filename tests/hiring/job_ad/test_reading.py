"""What is read from adverts, in the forms in which people write them."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiring.job_ad import as_json, document_of, flags_of, read_ad_text
from hiring.job_ad.measure import measure
from tests.growth import grows_like_length

GOLD = Path(__file__).with_name("gold.jsonl")
TODAY = date(2026, 11, 22)


def read(text: str, title: str | None = None) -> Any:
    return as_json(read_ad_text(text, title))


def musts(*lines: str) -> list[str]:
    answer: list[str] = read("Requirements\n" + "\n".join(f"- {line}" for line in lines))["must"]
    return answer


def gold() -> list[dict[str, Any]]:
    return [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]


def test_the_gold_adverts_are_read_as_labelled() -> None:
    ads = gold()
    pairs = []
    for ad in ads:
        said = read_ad_text(ad["text"], ad["title"])
        pairs.append((ad["id"], ad["label"], as_json(said, flags_of(said, TODAY))))
    assert len(ads) >= 30
    assert [line for score in measure(pairs) for line in score.wrong] == []


@pytest.mark.parametrize(
    ("line", "slots"),
    [
        ("AWS, GCP, or Azure", ["aws|gcp|azure"]),
        ("AWS and GCP", ["aws", "gcp"]),
        ("AWS and/or Azure", ["aws|azure"]),
        ("Python, Docker, and AWS or GCP", ["python", "docker", "aws|gcp"]),
        ("CI/CD tools such as Jenkins and GitHub Actions", ["ci-cd|jenkins|github-actions"]),
        ("Experience with PyTorch, TensorFlow, etc.", ["pytorch|tensorflow"]),
        ("Cloud platforms (AWS, GCP, Azure)", ["aws|gcp|azure"]),
        ("At least one of MLflow, Weights & Biases", ["mlflow|wandb"]),
        ("Git and cloud warehouses (e.g. Snowflake, AWS)", ["git", "snowflake|aws"]),
        ("SQL and a warehouse (e.g. BigQuery)", ["sql", "snowflake"]),
        ("Ansible and CI/CD tooling (Jenkins or equivalent)", ["ansible", "ci-cd|jenkins"]),
        ("SQL and Tableau (or an equivalent)", ["sql", "bi-dashboards"]),
        ("Scripting and automation (Python, Bash)", ["python|linux"]),
        ("Fluency with agent work (eg. RAG, prompt engineering)", ["rag|prompt-engineering"]),
        ("CI/CD tools such as Jenkins, GitLab and GitHub", ["ci-cd|jenkins|gitlab-ci|github-actions"]),
        ("Languages: Python, Java, and GO", ["python", "java-scala", "go"]),
        ("Vertex AI / Kubeflow or other tools like MLflow", ["vertex-ai|kubeflow|mlflow"]),
        ("AWS, Azure, GCP Cloud or OpenStack;", ["aws|azure|gcp"]),
        ("Kubernetes, Containerd / Docker, Helm", ["kubernetes", "docker", "helm"]),
        ("No PhD and no Kubernetes experience needed", []),
    ],
)
def test_alternatives_are_one_slot(line: str, slots: list[str]) -> None:
    assert musts(line) == slots


@pytest.mark.parametrize(
    "line",
    [
        "Kubernetes is a plus",
        "Ideally Kubernetes",
        "Familiarity with Kubernetes",
        "Kubernetes (nice to have)",
        "(Nice to have) Basic knowledge of Kubernetes",
        "Experience with Kubernetes strongly preferred",
        "Kubernetes would be great",
    ],
)
def test_cue_words_make_it_welcome(line: str) -> None:
    answer = read(f"Requirements\n- Python\n- {line}")
    assert (answer["must"], answer["nice"]) == (["python"], ["kubernetes"])


def test_a_cue_reaches_no_further_than_its_clause() -> None:
    answer = read("Requirements\n- Python is required; Go is a plus\n- Terraform, C++ (nice to have)")
    assert answer["must"] == ["python", "terraform"]
    assert answer["nice"] == ["go", "cpp-rust"]


def test_names_the_taxonomy_lacks_are_listed_and_counted() -> None:
    answer = read("Requirements\n- Python, MongoDB and OpenLDAP\n- Strong communication\n- Git")
    assert answer["unlisted_must"] == ["MongoDB", "OpenLDAP"]
    assert answer["n_must"] == 3


@pytest.mark.parametrize(
    ("line", "years"),
    [
        ("5+ years of experience in a similar role", 5),
        ("Minimum of five (5) years of relevant experience", 5),
        ("3-5 years of experience as a DevOps engineer", 3),
        ("4 + Years of total IT experience", 4),
        ("6 to 9 yrs in infrastructure", 6),
        ("8+ years of engineering, including 2+ years of Python", 8),
        ("+5 years in platform work", 5),
        ("We have been in business for 25 years", None),
        ("The company celebrates its first 10 years", None),
        ("4 year degree or equivalent", None),
    ],
)
def test_headline_years(line: str, years: int | None) -> None:
    assert read(f"Requirements\n- {line}")["years_min"] == years


def test_years_of_a_tool_are_claimed_for_it() -> None:
    answer = read("Requirements\n- 6+ years of industry experience\n- 3+ years of Kubernetes\n- Terraform: 2+ years")
    assert [(claim["years"], claim["of"], claim["headline"]) for claim in answer["years_claims"]] == [
        (6, None, True),
        (3, "kubernetes", False),
        (2, "terraform", False),
    ]


@pytest.mark.parametrize(
    ("line", "degree"),
    [
        ("BS, MS or PhD in computer science", "bachelor"),
        ("Bachelor's or Master's degree in engineering", "bachelor"),
        ("Master's degree in statistics", "master"),
        ("PhD in machine learning", "phd"),
        ("Bachelor's degree or equivalent experience", "none"),
        ("BSc in CS, or 4+ years of work", "none"),
        ("Bachelor's degree or equivalent degree", "bachelor"),
        ("Bachelor's degree; Master's preferred", "bachelor"),
        ("Bachelor's degree in computing, or professional certificates of a cloud", "none"),
        ("M.S. or Ph.D. in Statistics, Operations Research", "master"),
        ("Bachelor's degree or equivalent in statistics and 3 years of it", "bachelor"),
        ("An MRes or PhD in a hard science", "master"),
        ("A PhD is a plus", "none"),
        ("You hold a Master's degree (a PhD is welcome!)", "master"),
        ("You hold an MA/MS or higher degree, preferably in computing", "master"),
        ("Preferably a Master's degree in computing", "none"),
        ("Rosa left before her degree: she holds no master's degree", "none"),
        ("He/she must have a bachelor's degree", "bachelor"),
        ("Python\n\nAdditional information\n- Bachelor's degree in computing required", "bachelor"),
        ("High degree of autonomy, MS Office, latency of 80 ms in all regions", "none"),
    ],
)
def test_degree(line: str, degree: str) -> None:
    assert read(f"Requirements\n- {line}")["degree_required"] == degree


@pytest.mark.parametrize(
    ("line", "pay"),
    [
        ("Salary: $120,000 - $150,000", (120000, 150000, "USD", "year")),
        ("Salary range: 120k-180k", (120000, 180000, None, "year")),
        ("The base pay is USD 150,000 to 230,000 a year.", (150000, 230000, "USD", "year")),
        ("The pay range is $51.44/HR - $61.44/HR", (51.44, 61.44, "USD", "hour")),
        ("Gehaltsband: salary €70.000–€85.000", (70000, 85000, "EUR", "year")),
        ("Salary CHF 110'000 - 130'000", (110000, 130000, "CHF", "year")),
        ("Salary: PLN 18,000 - 24,000", (18000, 24000, "PLN", "month")),
        ("Salary: PLN 18,000 - 24,000 per year", (18000, 24000, "PLN", "year")),
        ("Salary: SGD 90,000 - 120,000", (90000, 120000, "SGD", "year")),
        ("Salary: kr 612,500 SEK - kr 743,000 SEK", (612500, 743000, "SEK", "year")),
        ("Location: Oslo\nSalary: 55 000 - 62 000 kr", (55000, 62000, "NOK", "month")),
        ("Salary: 5,200 EUR / month", (5200, 5200, "EUR", "month")),
        ("Salary: USD$3 - 4k / month + PTO", (3000, 4000, "USD", "month")),
        ("Benefits: gym 50 EUR / month", None),
        (
            "What's in it for you\nThe expected range for this role is 61,000CZK - 84,000CZK per month",
            (61000, 84000, "CZK", "month"),
        ),
        ("Salary: from £80k", (80000, None, "GBP", "year")),
        ("London | Hybrid | £50,000 – £60,000 + stock options + benefits", (50000, 60000, "GBP", "year")),
        ("Salary: INR 20,00,000 - 30,00,000 per annum", (2000000, 3000000, "INR", "year")),
        ("The range is $120,000 to $145,000 CAD", (120000, 145000, "CAD", "year")),
        ("We raised $120,000,000 - $150M in funding", None),
        ("Competitive salary and a 401k, $500 stipend", None),
        ("Up to $5,000 sign-on bonus", None),
        ("We serve 10,000 - 20,000 customers", None),
    ],
)
def test_pay(line: str, pay: tuple[float, float | None, str | None, str] | None) -> None:
    answer = read(f"The role\nYou run our models.\n{line}")["pay"]
    assert (tuple(answer.values()) if answer else None) == pay


def test_pay_by_the_hour_is_a_yearly_band_in_the_requisition() -> None:
    document = document_of(read_ad_text("The role\nYou run models. The rate is $50 - $60 per hour."))
    assert (document.pay.base_min, document.pay.base_max) == (Decimal(104000), Decimal(124800))
    assert document.pay.band_published


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("This is a fully remote role.", "remote"),
        ("Three days a week in the office.", "hybrid"),
        ("Location: 1 week onsite, 3 weeks remote.", "hybrid"),
        ("On site 3 days per week in Boston.", "hybrid"),
        ("The position is in-office, not remote.", "onsite"),
        ("You keep hybrid cloud and remote sites running; lunch on-site chef.", None),
    ],
)
def test_work_mode(text: str, mode: str | None) -> None:
    assert read(f"The role\n{text}")["work_mode"] == mode


def test_every_value_stands_where_its_span_says() -> None:
    for ad in gold():
        text = ad["text"]
        answer = read(text, ad["title"])
        for pointer, spans in answer["spans"].items():
            for start, end in spans:
                assert 0 <= start < end <= len(text), (ad["id"], pointer)
        for index, word in enumerate(answer["buzzwords"]):
            start, end = answer["spans"][f"/buzzwords/{index}"][0]
            assert text[start:end].lower().rstrip(".") == word


def test_typographic_and_growing_letters_keep_offsets() -> None:
    text = "İstanbul – the role\nRequirements\n• “Python” and 5+ years’ experience…"
    answer = read(text)
    (start, end), *_ = answer["spans"]["/must/0"]
    assert text[start:end] == "Python"
    (start, end), *_ = answer["spans"]["/years_min"]
    assert text[start:end].startswith("5+ years")


def test_flags_mark_the_words_and_stay_out_of_boilerplate() -> None:
    ad = read_ad_text(
        "About us\nA world-class, passionate, cutting-edge firm of ninjas, 25 years in business.\n\n"
        "Requirements\n- 12+ years of KServe\n- React\n- AWS and Azure",
        "MLOps Engineer",
    )
    flags = {flag.trigger: flag for flag in flags_of(ad, TODAY)}
    assert [ad.words_at(span) for span in flags["M03-T5"].spans] == ["12+ years", "KServe"]
    assert [ad.words_at(span) for span in flags["M03-T6"].spans] == ["AWS", "Azure"]
    assert [ad.words_at(span) for span in flags["M03-T3"].spans] == ["React"]
    assert not {"M12-T5", "M08-T7", "M12-T9"} & flags.keys()


def test_pay_missing_where_the_law_asks_is_flagged() -> None:
    ad = read_ad_text("The role\nLocation: Denver, CO. You deploy models.", "MLOps Engineer")
    assert "M12-T6" in {flag.trigger for flag in flags_of(ad, TODAY)}
    paid = read_ad_text(ad.text + " Salary: $150,000 - $170,000.", "MLOps Engineer")
    assert "M12-T6" not in {flag.trigger for flag in flags_of(paid, TODAY)}


def test_another_language_is_not_checked_and_says_so() -> None:
    answer = read("Wir suchen dich für unser Team: du baust mit uns die Plattform und betreibst die Modelle.")
    assert "not in English" in answer["not_checked"]
    assert answer["must"] == []
    assert answer["discipline"] is None


@pytest.mark.parametrize("text", ["", " \n\t ", "\x00\x01\x02", "?!", "🚀🚀🚀"])
def test_next_to_nothing_is_read_as_nothing(text: str) -> None:
    answer = read(text)
    assert answer["must"] == []
    assert answer["pay"] is None


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                ["5+ years of ", "$120k - $150k", "AWS or ", "(", ")", "•", "\n", "Requirements:\n", "PhD; or ", "/"]
            ),
            st.text(max_size=12),
        ),
        max_size=40,
    )
)
def test_whatever_comes_in_an_answer_comes_out_twice_the_same(parts: list[str]) -> None:
    text = "".join(parts)
    ad = read_ad_text(text)
    answer = as_json(ad, flags_of(ad, TODAY))
    assert json.dumps(answer) == json.dumps(as_json(read_ad_text(text), flags_of(ad, TODAY)))
    assert all(0 <= start < end <= len(text) for spans in answer["spans"].values() for start, end in spans)


@pytest.mark.parametrize(
    "seed",
    [
        *(
            "a",
            "(",
            "$1,000 ",
            "5+ years of Python, ",
            "Python or ",
            "preferred (",
            "CI/CD (",
            "etc. ",
            "Requirements: x; ",
        ),
        *(
            "- x\n",
            "\n",
            "bachelor's degree or ",
            "deploy models ",
            "evaluation-of-llm-",
            "machine learning and ",
            "degree in (statistics, ",
            "field (",
            "paid training budget ",
            "Salary minimum $100k, maximum ",
            "years of experience: ",
            "a senior, ",
            "AzureExperience ",
            "EMR ",
            "tools (Yarn, ",
            "report to ",
            "Python (nice to have) ",
            "• ",
            "remote onsite ",
            "Go. Requirements Go ",
            "You have been led for 5 years, ",
            "kr 45 000 - ",
            "hands-on ",
        ),
        *(
            "1.1,",
            "| level ",
            "manager: ",
            "hiring a person in ",
            "as a b c d ",
            "Paris, ",
            "✅ x\n",
            "the role and reports to ",
            "plus a bonus ",
            "outcomes\n1 2 3 4 5 6 7 8 9 ",
        ),
    ],
)
def test_time_grows_with_length_alone(seed: str) -> None:
    opening = "The role: you will work with the team\nRequirements\n- Python for you\n"

    assert grows_like_length(
        lambda text: read_ad_text(text, "MLOps Engineer"),
        lambda length: opening + (seed * (length // len(seed) + 1))[:length],
        length=15_000,
    )
