"""The main job as three people do it: from a preset to a verdict, to a PDF, to a changed salary band."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from accounts.models import User
from compensation.demo import seed as seed_bands
from compensation.models import Band
from hiring.assemble import load
from hiring.demo.seed import demo_document
from hiring.models import Requisition
from hiring.reviewing import remember_verdict, review_requisition
from tests.conftest import PASSWORD
from tests.e2e.conftest import SignIn


@pytest.fixture
def unicorn(alice: User) -> Requisition:
    requisition = Requisition(owner=alice)
    load(requisition, demo_document("startup_unicorn"))
    remember_verdict(requisition, review_requisition(requisition).report)
    return requisition


def step(page: Page, name: str) -> None:
    """Go to a step by the rail."""
    page.get_by_role("navigation", name=re.compile("step", re.I)).get_by_role("link", name=re.compile(name)).click()


def test_a_manager_gets_from_a_preset_to_a_verdict(
    alice: User, page: Page, assert_accessible: Callable[[Page], None]
) -> None:
    page.goto("/")
    page.get_by_role("link", name=re.compile("sign in", re.I)).first.click()
    page.get_by_label(re.compile("e-?mail", re.I)).fill(alice.email)
    page.get_by_label("Password", exact=False).first.fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name=re.compile("sign in", re.I)).click()
    page.get_by_role("link", name=re.compile("New requisition")).first.click()
    assert_accessible(page)

    page.get_by_label(re.compile("Balanced")).check()
    page.get_by_text("Senior", exact=True).click()
    page.locator("form:has(input[value=preset]) button[type=submit]").click()
    page.wait_for_url(re.compile(r"/requisitions/\d+/scope/"))
    panel = page.locator("#readiness")
    expect(panel).to_contain_text("Needs answers")

    step(page, "Role")
    page.locator("#f-title").fill("DevOps Engineer")
    page.locator("#f-title").blur()
    expect(panel).to_contain_text("M01")
    expect(page.get_by_text("Saved").first).to_be_visible()
    page.locator("#f-title").fill("Senior MLOps Engineer")
    page.locator("#f-title").blur()
    expect(panel).not_to_contain_text("M01")

    step(page, "ML today")
    page.locator("#f-models_in_prod").fill("a few")
    page.locator("#f-models_in_prod").blur()
    expect(page.locator("#said-models_in_prod")).to_contain_text(re.compile("number", re.I))
    page.reload()
    expect(page.locator("#f-models_in_prod")).to_have_value("a few")
    page.locator("#f-models_in_prod").fill("6")
    page.locator("#f-models_in_prod").blur()
    expect(page.locator("#said-models_in_prod")).not_to_contain_text(re.compile("number", re.I))
    assert_accessible(page)

    requisition = Requisition.objects.get(owner=alice)
    assert (requisition.title, requisition.models_in_prod) == ("Senior MLOps Engineer", 6)
    page.goto(f"/requisitions/{requisition.pk}/")
    expect(page.get_by_role("heading", level=1)).to_contain_text(re.compile("Needs answers|Not ready"))


def test_fix_undo_waive_export_and_band(
    unicorn: Requisition,
    alice: User,
    rita: User,
    ada: User,
    sign_in: SignIn,
    assert_accessible: Callable[[Page], None],
) -> None:
    list(seed_bands())
    page = sign_in(alice)
    page.goto(f"/requisitions/{unicorn.pk}/scope/")
    expect(page.locator("#readiness")).to_contain_text("Not ready")
    page.locator("#readiness").get_by_role("button", name=re.compile("Keep the 5")).click()
    expect(page.get_by_role("button", name=re.compile("Undo"))).to_be_visible()
    unicorn.refresh_from_db()
    assert len(unicorn.must_haves) == 5
    page.get_by_role("button", name=re.compile("Undo")).click()
    expect(page.locator("body")).to_contain_text(re.compile("undone|taken back|as before", re.I))
    unicorn.refresh_from_db()
    assert len(unicorn.must_haves) == 15

    page.goto(f"/requisitions/{unicorn.pk}/waivers/M08-T5/give/")
    page.get_by_label("Why M08-T5 is accepted").select_option(label="We know the risk and take it")
    page.get_by_role("button", name="Waive M08-T5").click()
    page.wait_for_url(re.compile(rf"/requisitions/{unicorn.pk}/\?at=M08#message$"))
    assert unicorn.waivers.get().trigger == "M08-T5"

    page = sign_in(rita)
    page.goto("/")
    expect(page.get_by_role("main")).to_contain_text("MLOps Engineer")
    with page.expect_response(re.compile(r"plan\.pdf")) as answer:
        page.evaluate(f"fetch('/plans/{unicorn.pk}/plan.pdf')")
    assert answer.value.status == 200
    assert answer.value.headers["content-type"] == "application/pdf"

    page = sign_in(ada)
    page.goto("/admin/compensation/bandset/")
    page.get_by_role("link", name=re.compile("demo")).first.click()
    band = Band.objects.get(family="mlops", level="mid", focus="ml_heavy")
    row = page.locator(f"tr:has(input[value='{band.pk}'])").first
    row.locator("input[name$=low]").fill("100000")
    page.locator("input[name=_save]").click()
    expect(page.locator("body")).to_contain_text("changed successfully")

    page = sign_in(alice)
    page.goto(f"/requisitions/{unicorn.pk}/")
    expect(page.locator("#m02")).not_to_contain_text("outside the published band")
    assert_accessible(page)
