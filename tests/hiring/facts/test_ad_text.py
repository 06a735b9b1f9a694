"""What is read from the text of a job ad."""

import pytest

from hiring.facts.ad import Ad, read_ad


def test_words_are_what_holds_a_letter_or_digit() -> None:
    assert Ad("• MLOps – Engineer / CI/CD & 5+ years\n- Python").words == 6


def test_hits_stand_where_the_ad_says_them() -> None:
    text = "İstanbul: a Cutting‑Edge team of Rock Stars, etc."
    ad = Ad(text)
    assert [text[hit.start : hit.end] for hit in ad.cliches] == ["Cutting‑Edge", "Rock Stars", "etc."]
    assert [hit.text for hit in ad.lone_wolf] == ["Rock Stars"]


def test_parts_of_longer_words_are_no_hits() -> None:
    assert Ad("compassionate, fetch, guruship, Youngstown, recent gradient").cliches == ()
    assert Ad("compassionate, fetch, guruship, Youngstown, recent gradient").lone_wolf == ()
    assert Ad("compassionate, fetch, guruship, Youngstown, recent gradient").excluding == ()


@pytest.mark.parametrize(
    "text",
    [
        "Wir suchen dich für unser Team: du baust mit uns die Plattform und betreibst die Modelle im Betrieb.",
        "Nous cherchons une personne pour notre équipe: vous déployez les modèles avec nous dans le cloud.",
        "Buscamos una persona para el equipo que despliegue los modelos con nosotros en la nube.",
        "Wij zoeken een engineer voor het team die met ons de modellen van onze klanten beheert.",
        "Мы ищем инженера по машинному обучению, который будет развёртывать модели.",
    ],
)
def test_other_languages_are_recognised(text: str) -> None:
    assert not Ad(text).english


@pytest.mark.parametrize(
    "text",
    [
        "MLOps Engineer",
        "Python, Docker, Kubernetes, AWS, MLflow, Airflow",
        "Our team in München works with Zürich and São Paulo; you will deploy models for the customers we have there.",
        "word " * 200,
    ],
)
def test_english_and_bare_lists_are_read(text: str) -> None:
    assert Ad(text).english


def test_requirement_lines_stand_under_their_heading() -> None:
    ad = Ad(
        "About the role\n- You deploy models\n\n**What you bring**\n- Python\n- 3+ years of Kubernetes\n"
        "- A record of calm incident work\n\nBenefits\n- Health insurance"
    )
    assert ad.requirement_lines == ("Python", "3+ years of Kubernetes", "A record of calm incident work")
    assert ad.bare_lines == ("Python", "3+ years of Kubernetes")


def test_without_a_heading_all_bullets_are_requirement_lines() -> None:
    assert Ad("We look for help.\n* Python\n* Deploy our models").requirement_lines == ("Python", "Deploy our models")


@pytest.mark.parametrize(
    ("line", "bare"),
    [
        ("Python", True),
        ("AWS, GCP or Azure", True),
        ("Experience with Docker and Kubernetes", True),
        ("CI/CD (GitHub Actions, Jenkins)", True),
        ("MLflow, Kubeflow, Quuxly, etc.", True),
        ("Docker for packaging models into services", False),
        ("Strong Communication Skills", False),
        ("A degree in computer science", False),
    ],
)
def test_bare_lines_hold_names_and_nothing_else(line: str, bare: bool) -> None:
    assert bool(Ad(f"Requirements\n- {line}").bare_lines) is bare


def test_blank_text_is_no_ad() -> None:
    assert read_ad(None) is None
    assert read_ad(" \n ") is None
