"""Ad against requisition: each difference named once, with both sides; agreement in silence."""

from decimal import Decimal

import pytest

from hiring.demo.seed import demo_document
from hiring.document import RequisitionDocument
from hiring.job_ad import document_of, read_ad_text
from hiring.job_ad.drift import differences
from hiring.job_ad.writing import draft_of

HEALTHY = demo_document("healthy_senior")
DRAFT = draft_of(HEALTHY).text


def _drift(text: str, document: RequisitionDocument = HEALTHY) -> list[tuple[str, str, str, str]]:
    found = differences(read_ad_text(text), document)
    return [(each.pointer, each.kind, each.in_ad, each.in_requisition) for each in found]


@pytest.mark.parametrize(
    ("old", "new", "pointer", "kind", "in_ad", "in_requisition"),
    [
        ("USD 175,000 to USD 215,000", "USD 150,000 to USD 180,000", "/pay/base_min", "differs", "150,000", "215,000"),
        ("(hybrid)", "(remote)", "/role/work_mode", "differs", "Remote", "Hybrid"),
        ("5+ years", "8+ years", "/scope/years_min", "differs", "8 years", "5 years"),
        ("- No degree is required", "- A master's degree is required", "/scope/degree", "differs", "Master", "None"),
        ("Denver, CO, US", "Austin, TX, US", "/role/locations", "only_in_ad", "Austin", "Denver"),
        (
            "Reports to: the lead of the ML platform team",
            "Reports to: the CTO",
            "/organisation/reports_to",
            "differs",
            "CTO",
            "ML platform team",
        ),
        (
            "# Senior MLOps Engineer",
            "# Staff MLOps Engineer",
            "/role/title",
            "differs",
            "Staff MLOps Engineer",
            "Senior MLOps Engineer",
        ),
        (
            "- Python in code",
            "- Terraform in production\n- Python in code",
            "/scope/must_haves",
            "differs",
            "Terraform, a must-have",
            "a nice-to-have",
        ),
        (
            "- Python in code",
            "- Snowflake in production\n- Python in code",
            "/scope/must_haves",
            "only_in_ad",
            "Snowflake",
            "not asked for",
        ),
        (
            "AWS, Google Cloud or Microsoft Azure",
            "AWS",
            "/scope/must_haves",
            "differs",
            "AWS alone",
            "would do too",
        ),
        (
            "- Python in code that others rely on\n",
            "",
            "/scope/must_haves",
            "only_in_requisition",
            "not said",
            "Python",
        ),
    ],
)
def test_a_change_in_the_ad_is_named(
    old: str, new: str, pointer: str, kind: str, in_ad: str, in_requisition: str
) -> None:
    assert old in DRAFT
    found = [each for each in _drift(DRAFT.replace(old, new)) if each[0] == pointer and each[1] == kind]
    assert found and in_ad in found[0][2] and in_requisition in found[0][3]


def test_the_head_of_machine_learning_may_lead_the_ml_platform_team() -> None:
    text = DRAFT.replace("the lead of the ML platform team", "the Head of Machine Learning")
    assert text != DRAFT and _drift(text) == []


def test_a_change_in_the_requisition_is_named_with_the_ads_words() -> None:
    pay = HEALTHY.pay.model_copy(update={"base_max": Decimal(230_000)})
    ad = read_ad_text(DRAFT)
    (found,) = differences(ad, HEALTHY.model_copy(update={"pay": pay}))
    assert found.pointer == "/pay/base_min" and "230,000" in found.in_requisition
    assert any("215,000" in ad.words_at(span) for span in found.spans)


def test_pay_by_the_hour_is_compared_per_year() -> None:
    pay = HEALTHY.pay.model_copy(update={"base_min": Decimal(104_000), "base_max": Decimal(124_800)})
    document = HEALTHY.model_copy(update={"pay": pay})
    text = DRAFT.replace("USD 175,000 to USD 215,000 a year", "USD 50 to USD 60 per hour")
    assert not [each for each in _drift(text, document) if each[0].startswith("/pay")]


@pytest.mark.parametrize("pay", ["£550 to £650 per day", "£45 - £60 per hour", "£9,000 to £11,000 a month"])
def test_pay_of_any_period_does_not_differ_from_the_requisition_it_became(pay: str) -> None:
    ad = read_ad_text(f"The role\nYou run our models in Leeds.\nSalary: {pay}\n", "MLOps Engineer")
    assert ad.pay is not None
    assert not [each for each in differences(ad, document_of(ad)) if each.pointer.startswith("/pay")]


def test_pay_that_was_not_to_be_published() -> None:
    document = HEALTHY.model_copy(update={"pay": HEALTHY.pay.model_copy(update={"band_published": False})})
    assert [each[0] for each in _drift(DRAFT, document)] == ["/pay/band_published"]


def test_on_call_that_the_ad_keeps_quiet_about() -> None:
    text = "\n".join(line.replace("On-call is part of the job", "Shifts exist") for line in DRAFT.splitlines())
    assert ("/growth/oncall_required", "only_in_requisition") in [each[:2] for each in _drift(text)]


@pytest.mark.parametrize("name", ["healthy_senior", "rescue_mission"])
def test_the_adverts_of_the_demo_are_in_step(name: str) -> None:
    document = demo_document(name)
    assert document.role.job_ad is not None
    assert _drift(document.role.job_ad, document) == []


def test_another_language_is_not_compared() -> None:
    text = (
        "Wir suchen für unser Team eine Person, die mit uns Modelle in den Betrieb bringt und die Plattform pflegt. "
        * 3
    )
    assert _drift(text) == []
