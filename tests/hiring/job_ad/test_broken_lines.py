"""Adverts whose lines were broken at a width, as in mails and files of plain text; signs as in the source of pages."""

import textwrap
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiring.job_ad import JobAd, as_json, read_ad_text
from hiring.prose.wrapping import unwrapped

ADVERT = """Our depots forecast what they need, and the forecasts are as good as those who keep them running.

You will run the services of our forecasts, and you are on call one week in eight with somebody beside you.

What you bring:

- Experience with several of the tools that everybody uses for this, ideally also with Kafka and Spark
- A degree in physics, in a neighbouring field that has taught you how to measure, or equivalent experience
- Command of Kubernetes, which you have used for services that customers notice when they are gone
- You are used to writing things down, so that colleagues who come later find out why

We know that nobody brings everything. The following would be a plus:

- Terraform
"""


def _read(text: str) -> JobAd:
    return read_ad_text(text, "Engineer")


@pytest.mark.parametrize("width", [60, 66, 72, 78, 88])
def test_a_width_changes_nothing_in_what_is_read(width: int) -> None:
    broken = "\n".join(
        textwrap.fill(line, width, subsequent_indent="  " if line.startswith("- ") else "")
        for line in ADVERT.splitlines()
    )
    whole, answer = as_json(_read(ADVERT)), as_json(_read(broken))
    for field in ("must", "nice", "degree_required", "has_oncall", "years_min", "discipline"):
        assert answer[field] == whole[field], field
    assert (answer["must"], answer["nice"]) == (["kubernetes"], ["kafka", "spark", "terraform"])
    assert answer["degree_required"] == "none"


def test_spans_are_those_of_the_text_as_it_came() -> None:
    broken = "\n".join(textwrap.fill(line, 66) for line in ADVERT.splitlines())
    ad = _read(broken)
    assert ad.degree is not None
    assert [broken[span.start : span.end].lower() for span in ad.degree.spans] == ["degree in"]


def test_short_lines_of_a_list_stay_apart() -> None:
    text = "Requirements\npython\nkubernetes\ndocker and what belongs to it\nterraform\n" + "kafka\n" * 9
    assert unwrapped(text) == text


def test_an_address_does_not_hide_the_width() -> None:
    broken = "\n".join(textwrap.fill(line, 66) for line in ADVERT.splitlines())
    address = f"https://example.org/{'depot/' * 30}\nlike that"
    joined = unwrapped(f"{broken}\n{address}\n")
    assert "what they need, and the forecasts are as good" in joined
    assert joined.endswith(f"\n{address}\n")


@given(st.text(alphabet="ab -.\n,A", max_size=900))
def test_nothing_moves_when_lines_are_joined(text: str) -> None:
    joined = unwrapped(text)
    assert len(joined) == len(text)
    assert all(after in (before, " ") for before, after in zip(text, joined, strict=True))
    assert joined.replace("\n", " ") == text.replace("\n", " ")


# --- Signs ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "low", "high", "currency"),
    [
        ("Salary: &pound;46,000 - &pound;55,000", 46000, 55000, "GBP"),
        ("Salary: &euro;60,000&nbsp;&ndash;&nbsp;&euro;75,000 a year", 60000, 75000, "EUR"),
    ],
)
def test_pay_in_the_source_of_a_page(line: str, low: int, high: int, currency: str) -> None:
    pay = _read(f"Engineer\n{line}\n\nRequirements\n- Python\n").pay
    assert pay is not None
    assert (pay.value.low, pay.value.high, pay.value.currency) == (Decimal(low), Decimal(high), currency)


def test_a_heading_in_the_source_of_a_page() -> None:
    assert as_json(_read("Skills &amp; experience\n- Python &ndash; every day\n"))["must"] == ["python"]
