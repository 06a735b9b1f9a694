"""Report, list, waivers, reviews and catalogue in a browser."""

import re
from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Locator, Page, expect

from accounts.models import User
from hiring.assemble import load
from hiring.demo.seed import demo_document
from hiring.models import Requisition
from hiring.reviewing import remember_verdict, review_requisition
from tests.e2e.conftest import SignIn


@pytest.fixture
def unicorn(alice: User) -> Requisition:
    """A requisition with many flags."""
    requisition = Requisition(owner=alice)
    load(requisition, demo_document("startup_unicorn"))
    remember_verdict(requisition, review_requisition(requisition).report)
    return requisition


def _open_all(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_every_page_is_accessible_and_fits(
    unicorn: Requisition,
    alice: User,
    sign_in: SignIn,
    assert_accessible: Callable[[Page], None],
    scheme: str,
    width: int,
) -> None:
    page = sign_in(alice)
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    for name, *args in (
        ("report", unicorn.pk),
        ("list",),
        ("waive", unicorn.pk, "M08-T5"),
        ("reviews", unicorn.pk),
        ("mistakes",),
        ("mistake", "below-market-pay"),
    ):
        page.goto(reverse(f"hiring:{name}", args=args))
        _open_all(page)
        assert_accessible(page)
        overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(overflow) <= 0, name


def _told(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Message")


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("width", [390, 1280])
def test_what_came_of_a_fix_is_told_where_one_was(
    unicorn: Requisition, alice: User, sign_in: SignIn, browser: Browser, base_url: str, script: bool, width: int
) -> None:
    cookies = sign_in(alice).context.cookies()
    context = browser.new_context(
        java_script_enabled=script, base_url=base_url, viewport={"width": width, "height": 900}
    )
    context.add_cookies(cookies)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(reverse("hiring:report", args=[unicorn.pk]))
    rows = page.locator(".next:not(.later) > li")
    title = rows.nth(2).locator("h3").inner_text()
    before, after = rows.nth(1).locator("h3").inner_text(), rows.nth(3).locator("h3").inner_text()

    rows.nth(2).get_by_role("button", name="Apply").click()

    expect(_told(page)).to_contain_text(f"Applied: {title}")
    expect(_told(page)).to_be_in_viewport(ratio=1)
    expect(_told(page)).to_be_focused()
    expect(rows.nth(1)).to_contain_text(before)
    expect(rows.nth(2)).to_contain_text("Applied:")
    expect(rows.nth(3)).to_contain_text(after)

    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Undo", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(_told(page)).to_contain_text("undone")
    expect(_told(page)).to_be_in_viewport(ratio=1)
    expect(rows.nth(3)).to_contain_text(title)
    _told(page).get_by_role("button", name="Close").click()
    expect(page.locator("#message")).to_be_hidden()
    expect(rows.nth(2)).to_be_hidden()
    context.close()


def test_a_fix_and_a_waiver_in_a_finding_lead_back_to_it(unicorn: Requisition, alice: User, sign_in: SignIn) -> None:
    page = sign_in(alice)
    page.goto(reverse("hiring:report", args=[unicorn.pk]))
    page.locator("details:has(> #m09) > summary").click()
    page.locator("#m09").get_by_role("button", name="Apply").first.click()
    expect(page.locator("#m09").get_by_role("dialog", name="Message")).to_contain_text("Applied:")
    expect(_told(page)).to_be_in_viewport(ratio=1)
    expect(_told(page)).to_be_focused()

    page.goto(reverse("hiring:waive", args=[unicorn.pk, "M08-T5"]))
    page.get_by_label("Why M08-T5 is accepted").select_option("known_risk")
    page.get_by_role("button", name="Waive M08-T5").click()
    expect(page.locator("#m08").get_by_role("dialog", name="Message")).to_contain_text("M08-T5 is waived")
    expect(_told(page)).to_be_focused()


def test_a_fix_further_down_the_list_leads_back_to_its_place(
    unicorn: Requisition, alice: User, sign_in: SignIn
) -> None:
    page = sign_in(alice)
    page.goto(reverse("hiring:report", args=[unicorn.pk]))
    page.locator("#more > summary").click()
    later = page.locator("#more li").filter(has=page.get_by_role("button", name="Apply"))
    expect(later.first).to_be_visible()
    title = later.nth(1).locator("h3").inner_text()
    later.nth(1).get_by_role("button", name="Apply").click()

    expect(page.locator("#more .told")).to_contain_text(f"Applied: {title}")
    expect(_told(page)).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("script", [True, False])
def test_an_address_that_is_not_taken_is_at_hand_to_correct(
    unicorn: Requisition, alice: User, bob: User, sign_in: SignIn, browser: Browser, base_url: str, script: bool
) -> None:
    cookies = sign_in(alice).context.cookies()
    context = browser.new_context(java_script_enabled=script, base_url=base_url)
    context.add_cookies(cookies)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(reverse("hiring:report", args=[unicorn.pk]))
    field = page.get_by_label("Share with a manager")
    field.fill("bobb@example.org")
    field.press("Enter")

    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_value("bobb@example.org")
    expect(field).to_be_focused()
    expect(field).to_be_in_viewport()
    expect(field).to_have_accessible_description(re.compile("No hiring manager here"))

    field.fill("bob@example.org")
    field.press("Enter")
    expect(_told(page)).to_contain_text("can now work")
    _told(page).get_by_role("button", name="Close").click()
    expect(page.locator("#message")).to_be_hidden()
    context.close()


def test_fix_undo_waive_and_compare(unicorn: Requisition, alice: User, sign_in: SignIn) -> None:
    page = sign_in(alice)
    page.goto(reverse("hiring:report", args=[unicorn.pk]))
    first = page.locator(".next > li").first
    expect(first.locator(".effect")).to_be_visible()
    first.get_by_role("button", name="Apply").click()
    toast = page.get_by_role("dialog", name="Message")
    expect(toast).to_contain_text("Applied:")
    toast.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("dialog", name="Message")).to_contain_text("undone")

    page.locator("details:has(> #m08) > summary").click()
    page.get_by_role("link", name=re.compile("Accept this instead.*M08-T5")).click()
    form = page.get_by_role("form", name="Waive M08-T5")
    form.get_by_label("Why M08-T5 is accepted").select_option("known_risk")
    form.get_by_label("In your words").fill("The panel is small.")
    form.get_by_role("button", name="Waive M08-T5").click()
    expect(page.get_by_role("dialog", name="Message")).to_contain_text("M08-T5 is waived")
    expect(page.locator("#m08 .accepted")).to_contain_text("The panel is small.")

    page.get_by_role("link", name="All reviews, compare two").click()
    page.get_by_role("button", name="Compare the two").click()
    expect(page.get_by_role("heading", name="What changed")).to_be_visible()


def test_effects_come_when_fixes_and_findings_are_opened(unicorn: Requisition, alice: User, sign_in: SignIn) -> None:
    page = sign_in(alice)
    page.goto(reverse("hiring:report", args=[unicorn.pk]))
    expect(page.locator(".next > li")).to_have_count(5)
    page.locator("#more > summary").click()
    expect(page.locator("#more li").first).to_be_visible()
    expect(page.locator("#more .effect").first).to_be_visible()

    finding = page.locator("#m09")
    page.locator("details:has(> #m09) > summary").click()
    expect(finding.locator(".effect").first).to_be_visible()
    expect(finding.get_by_role("link", name="What it would change")).to_have_count(0)


def test_it_all_works_without_scripts(
    unicorn: Requisition, alice: User, sign_in: SignIn, browser: Browser, base_url: str
) -> None:
    cookies = sign_in(alice).context.cookies()
    context = browser.new_context(java_script_enabled=False, base_url=base_url)
    context.add_cookies(cookies)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(reverse("hiring:report", args=[unicorn.pk]))
    page.locator(".next > li").first.get_by_role("button", name="Apply").click()
    page.get_by_role("dialog", name="Message").get_by_role("button", name="Undo").click()
    expect(page.get_by_role("dialog", name="Message")).to_contain_text("undone")
    page.locator("#more > summary").click()
    page.get_by_role("link", name="Show them with their effects").click()
    expect(page.locator("#more li").first).to_be_visible()
    page.goto(reverse("hiring:waive", args=[unicorn.pk, "M08-T5"]))
    page.get_by_label("Why M08-T5 is accepted").select_option("being_fixed")
    page.get_by_role("button", name="Waive M08-T5").click()
    expect(page.get_by_role("dialog", name="Message")).to_contain_text("M08-T5 is waived")
    context.close()


def test_evidence_reads_row_by_row_on_a_phone(unicorn: Requisition, alice: User, sign_in: SignIn) -> None:
    page = sign_in(alice)
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto(reverse("hiring:report", args=[unicorn.pk]))
    _open_all(page)
    evidence = page.get_by_role("region", name=re.compile("^Evidence for"))
    expect(evidence.first).to_be_visible()
    assert evidence.evaluate_all("regions => regions.every(region => region.scrollWidth <= region.clientWidth)")
    labels = (
        evidence.first.locator("tbody tr")
        .first.locator("td")
        .evaluate_all("cells => cells.map(cell => getComputedStyle(cell, '::before').content)")
    )
    assert labels == ['"Answer"', '"Found"', '"Expected"', '"Trigger"']
    lines = evidence.locator("td").evaluate_all("cells => cells.map(cell => getComputedStyle(cell).borderTopWidth)")
    assert set(lines) == {"0px"}, "a line stands between rows, not between their cells"


def test_a_link_to_a_finding_opens_it(unicorn: Requisition, alice: User, sign_in: SignIn) -> None:
    page = sign_in(alice)
    page.goto(f"{reverse('hiring:report', args=[unicorn.pk])}#m11")
    expect(page.locator("#m11")).to_be_visible()
