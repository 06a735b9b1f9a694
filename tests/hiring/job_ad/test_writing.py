"""Writing an ad: what is answered and nothing else, of a length that is read, in forms that job boards take."""

import io
import json
import re
from datetime import date
from decimal import Decimal
from typing import Any

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from hiring.ad_files import text_of_file
from hiring.demo.seed import demo_document
from hiring.document import RequisitionDocument, Slot
from hiring.job_ad import flags_of, read_ad_text
from hiring.job_ad.drift import differences
from hiring.job_ad.writing import (
    FEWEST_WORDS,
    MOST_WORDS,
    PostingIncomplete,
    as_html,
    as_word,
    draft_of,
    job_posting,
)
from hiring.presets import ARCHETYPES, preset_for
from hiring.review import review
from hiring.skills import SKILLS
from tests.strategies import documents

TODAY = date(2026, 11, 22)
HEALTHY = demo_document("healthy_senior")


def _with(document: RequisitionDocument, section: str, **answers: Any) -> RequisitionDocument:
    part = getattr(document, section).model_copy(update=answers)
    return document.model_copy(update={section: part})


# --- The draft -----------------------------------------------------------------------------------------------------


def test_parts_stand_in_the_order_in_which_people_read() -> None:
    headings = re.findall(r"^#+ (.+)$", draft_of(HEALTHY).text, re.M)
    assert headings == [
        "Senior MLOps Engineer",
        "About the role",
        "What you will do",
        "Your first year",
        "What you bring",
        "Nice to have",
        "Who you will work with",
        "Compensation",
        "How we hire",
    ]


def test_pay_place_level_and_manager_stand_before_the_first_heading() -> None:
    top = draft_of(HEALTHY).text.split("## ")[0]
    for said in ("Denver, CO, US (hybrid)", "senior", "USD 175,000 to USD 215,000", "ML platform team"):
        assert said in top


@pytest.mark.parametrize("name", ["healthy_senior", "rescue_mission", "startup_unicorn"])
def test_a_finished_requisition_gives_an_ad_of_the_right_length(name: str) -> None:
    assert FEWEST_WORDS <= draft_of(demo_document(name)).words <= MOST_WORDS


def test_a_good_requisition_gives_an_ad_without_a_flag() -> None:
    draft = draft_of(HEALTHY)
    assert flags_of(read_ad_text(draft.text), TODAY) == ()
    report = review(_with(HEALTHY, "role", job_ad=draft.text), today=TODAY)
    flagged = {flag.id for finding in report.findings for flag in finding.flags}
    assert not flagged & {"M01-T6", "M08-T7", "M08-T8", "M12-T2", "M12-T5", "M12-T8", "M12-T9"}


def test_nothing_is_made_up() -> None:
    draft = draft_of(RequisitionDocument())
    assert draft.words < 40
    assert "/role/level" in draft.gaps and "/scope/must_haves" in draft.gaps


@pytest.mark.parametrize(
    ("slot", "line"),
    [
        (Slot(any_of=("mlflow", "experiment-tracking")), "- MLflow or experiment tracking"),
        (Slot(any_of=("model-serving", "ray-serve")), "- Model serving or Ray Serve"),
        (Slot(any_of=("networking", "linux")), "- Networking or Linux administration"),
        (Slot(any_of=("model-serving",), years=Decimal(3)), "- 3+ years of model serving"),
    ],
)
def test_names_of_ordinary_words_are_small_within_a_sentence(slot: Slot, line: str) -> None:
    assert line in draft_of(_with(HEALTHY, "scope", must_haves=(slot,))).text


def test_pay_that_is_not_to_be_published_stays_out() -> None:
    text = draft_of(_with(HEALTHY, "pay", band_published=False)).text
    assert "175,000" not in text and "215,000" not in text


def test_a_long_ad_is_shortened_but_keeps_what_counts() -> None:
    long = "Keep the old forecasting service running while its successor learns the same trade from it"
    wordy = _with(HEALTHY, "growth", scope_expansion=" ".join([long] * 8))
    wordy = _with(wordy, "scope", first_projects=tuple(f"{long} {n}" for n in range(4)))
    draft = draft_of(wordy)
    assert draft.shortened and draft.words <= MOST_WORDS
    for kept in ("Python", "Model monitoring", "USD 175,000", "Monitor models for drift", "On-call"):
        assert kept in draft.text


def test_facts_that_an_ad_owes_its_readers_are_said() -> None:
    document = _with(HEALTHY, "process", automated_screening=True, takehome_hours=Decimal(3), takehome_paid=True)
    document = _with(document, "ml_today", debt="heavy", debt_disclosed=True)
    text = draft_of(document).text
    for said in ("A tool helps to screen", "three hours at most, paid", "a good deal of old work", "on-call"):
        assert said in text or said.capitalize() in text


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents())
def test_any_document_gives_a_draft_and_every_form_of_it(document: RequisitionDocument) -> None:
    draft = draft_of(document)
    assert draft.text.startswith("# ") and draft == draft_of(document)
    assert as_html(draft.text, "x").endswith("</html>\n")
    differences(read_ad_text(draft.text), document)


# --- Draft and reader agree ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["healthy_senior", "rescue_mission", "startup_unicorn"])
def test_a_fresh_draft_says_what_the_requisition_says(name: str) -> None:
    document = demo_document(name)
    assert differences(read_ad_text(draft_of(document).text), document) == ()


@pytest.mark.parametrize("level", ["junior", "mid", "senior", "staff", "principal"])
@pytest.mark.parametrize("archetype", list(ARCHETYPES))
def test_presets_are_written_and_read_back_alike(archetype: str, level: str) -> None:
    preset = preset_for(archetype, level)
    document = RequisitionDocument.model_validate_json(
        json.dumps(
            {
                "role": {"title": "MLOps Engineer", "level": level},
                "scope": {
                    "must_haves": [dict(slot) for slot in preset.must_haves],
                    "nice_to_haves": [dict(slot) for slot in preset.nice_to_haves],
                    "duties": [dict(duty) for duty in preset.duties],
                },
            },
            default=str,
        )
    )
    assert differences(read_ad_text(draft_of(document).text), document) == ()


@pytest.mark.parametrize("slug", list(SKILLS))
def test_every_skill_is_written_so_that_it_is_read_as_that_skill(slug: str) -> None:
    document = _with(HEALTHY, "scope", must_haves=(Slot(any_of=(slug,)),), nice_to_haves=())
    assert [slot.any_of for slot in read_ad_text(draft_of(document).text).must] == [(slug,)]


# --- Forms ---------------------------------------------------------------------------------------------------------


def test_html_is_whole_and_safe() -> None:
    page = as_html('# A <script>alert("x")</script>\n\n- **One** & two\n- Three\n\nEnd', "T & <b>")
    assert "<script>" not in page and "<title>T &amp; &lt;b&gt;</title>" in page
    tree = etree.fromstring(page.encode(), etree.HTMLParser())
    assert [item.xpath("string()") for item in tree.xpath("//li")] == ["One & two", "Three"]
    assert tree.xpath("string(//h1)") == 'A <script>alert("x")</script>'


def test_word_opens_with_its_own_styles_and_same_bytes() -> None:
    text = draft_of(HEALTHY).text
    content = as_word(text, "Senior MLOps Engineer")
    assert content == as_word(text, "Senior MLOps Engineer")
    paragraphs = docx.Document(io.BytesIO(content)).paragraphs
    assert paragraphs[0].style is not None and paragraphs[0].style.name == "Title"
    assert {"Heading 1", "List Bullet"} <= {each.style.name for each in paragraphs if each.style}


def test_word_out_and_in_again_says_the_same() -> None:
    text = draft_of(HEALTHY).text
    back = text_of_file(as_word(text, "x"), "advert.docx")
    assert differences(read_ad_text(back), HEALTHY) == ()


# --- JobPosting ----------------------------------------------------------------------------------------------------


def _posting(document: RequisitionDocument = HEALTHY) -> dict[str, Any]:
    return job_posting(document, draft_of(document).text, employer="Cedarline", posted_on=TODAY)


def test_a_posting_has_what_google_requires() -> None:
    posting = _posting()
    assert (posting["@context"], posting["@type"]) == ("https://schema.org/", "JobPosting")
    assert posting["title"] == "Senior MLOps Engineer"
    assert posting["datePosted"] == "2026-11-22"
    assert posting["hiringOrganization"] == {"@type": "Organization", "name": "Cedarline"}
    assert posting["jobLocation"]["address"] == {
        "@type": "PostalAddress",
        "addressLocality": "Denver",
        "addressRegion": "CO",
        "addressCountry": "US",
    }
    assert posting["baseSalary"]["value"] == {
        "@type": "QuantitativeValue",
        "unitText": "YEAR",
        "minValue": 175000,
        "maxValue": 215000,
    }
    assert json.loads(json.dumps(posting)) == posting


def test_its_description_is_paragraphs_and_lists_without_the_title() -> None:
    description = _posting()["description"]
    assert set(re.findall(r"<(\w+)", description)) == {"p", "ul", "li"}
    assert not description.startswith("<p>Senior MLOps Engineer")


def test_remote_work_names_where_people_may_live() -> None:
    posting = _posting(demo_document("rescue_mission"))
    assert posting["jobLocationType"] == "TELECOMMUTE" and "jobLocation" not in posting
    assert posting["applicantLocationRequirements"] == [
        {"@type": "State", "name": "IL, US"},
        {"@type": "State", "name": "WI, US"},
    ]


def test_pay_not_published_is_not_in_the_posting() -> None:
    assert "baseSalary" not in _posting(_with(HEALTHY, "pay", band_published=False))


def test_what_is_missing_is_named_all_at_once() -> None:
    with pytest.raises(PostingIncomplete) as incomplete:
        job_posting(RequisitionDocument(), "", employer=" ", posted_on=TODAY)
    assert len(incomplete.value.missing) == 4
