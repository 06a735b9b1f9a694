"""The title that an advert itself gives."""

import pytest

from hiring.job_ad import read_ad_text


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Job title: Head of Model Delivery\nRequirements\n- Python", "Head of Model Delivery"),
        ("- Role: **Platform Engineer**\nRequirements\n- Python", "Platform Engineer"),
        ("★ Position: Staff SRE, Payments\nRequirements\n- Linux", "Staff SRE, Payments"),
        ("# MLOps Engineer (f/m/x)\n\nWhat you will do\n- Ship models", "MLOps Engineer (f/m/x)"),
        (
            "About Us\nWe grow pears.\nSenior MLOps Engineer (m/f/d) \u2013 Hybrid, Ulm \u2022 Req #12\nShip models.",
            "Senior MLOps Engineer",
        ),
        ("Lumen is looking for a curious, calm MLOps Engineer to join us.\nWe ship models.", "MLOps Engineer"),
        ("Orchard runs farms. We are hiring a Senior Data Platform Engineer for it.", "Senior Data Platform Engineer"),
        ("Our growing team\nAs a Machine Learning Engineer II, you will train models.", "Machine Learning Engineer II"),
        ("Hi there! Join us as an SRE and keep the lights on.", "SRE"),
    ],
)
def test_a_title_is_found_where_the_advert_says_it(text: str, title: str) -> None:
    assert read_ad_text(text).title == title


@pytest.mark.parametrize(
    "text",
    [
        "Start date for role: 20th May\nRequirements\n- Python",
        "Role: remote, with visits\nRequirements\n- Python",
        "We are looking for an engineer who enjoys models.",
        "Requirements\n- 5 years of work as a Data Engineer or alike",
        "Our team works with every Data Scientist in the house.\nWe ship models.",
        "This is a sentence about one engineer.",
        "About us\nMachine Learning Engineers build our models.\nData Scientists love them.",
        "",
    ],
)
def test_what_is_no_title_is_not_taken_for_one(text: str) -> None:
    assert read_ad_text(text).title is None


def test_a_title_known_apart_from_the_text_wins() -> None:
    assert (
        read_ad_text("Job title: Data Engineer\nRequirements\n- SQL", "Analytics Engineer").title
        == "Analytics Engineer"
    )
