"""Job ads in a browser: checked, turned into a requisition, written; wide, on a phone, dark, without scripts."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from accounts.models import User
from hiring.assemble import load
from hiring.demo.seed import demo_document
from hiring.job_ad.examples import EXAMPLES
from hiring.models import Requisition
from tests.e2e.conftest import SignIn


@pytest.fixture
def healthy(alice: User) -> Requisition:
    """A requisition that is ready, its advert stored."""
    requisition = Requisition(owner=alice)
    load(requisition, demo_document("healthy_senior"))
    return requisition


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_check_page(page: Page, assert_accessible: Callable[[Page], None], width: int, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/check/")
    assert_accessible(page)
    page.get_by_label("The advert’s text").fill(EXAMPLES[0].text)
    page.get_by_role("button", name="Check it").click()
    expect(page.get_by_role("heading", name="Do not post this ad")).to_be_visible()
    page.get_by_role("link", name="Note 1,").first.click()
    expect(page.locator("#n1")).to_be_in_viewport()
    expect(page.locator("#n1")).to_be_focused()
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_result_prints_without_forms(page: Page) -> None:
    page.goto("/check/?example=everything-at-once")
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="The ad, with notes")).to_be_visible()
    for hidden in (".again", ".turn", ".top"):
        expect(page.locator(hidden)).to_be_hidden()


def test_from_an_ad_to_a_requisition_without_scripts(
    browser: Browser, base_url: str, alice: User, sign_in: SignIn, page: Page
) -> None:
    sign_in(alice)
    context = browser.new_context(
        base_url=base_url, java_script_enabled=False, storage_state=page.context.storage_state()
    )
    plain = context.new_page()
    plain.goto("/requisitions/new/")
    plain.get_by_label("Text of the advert").fill(EXAMPLES[1].text)
    plain.get_by_role("button", name="Read this advert").click()
    plain.get_by_label("5 years").uncheck()
    plain.get_by_role("button", name="Start with what is ticked").first.click()
    expect(plain.get_by_label("What is the job called?")).to_have_value("MLOps Engineer")
    context.close()
    made = Requisition.objects.get()
    assert made.years_min is None and made.base_min == 62_000


@pytest.mark.parametrize("width", [390, 1440])
def test_confirm_and_advert_pages(
    alice: User,
    healthy: Requisition,
    sign_in: SignIn,
    assert_accessible: Callable[[Page], None],
    width: int,
) -> None:
    page = sign_in(alice)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/requisitions/new/")
    page.get_by_label("Text of the advert").fill(EXAMPLES[0].text)
    page.get_by_role("button", name="Read this advert").click()
    expect(page.get_by_role("heading", name="What the advert says")).to_be_visible()
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.goto(f"/requisitions/{healthy.pk}/advert/?fresh")
    expect(page.get_by_text("In step")).to_be_visible()
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    with page.expect_download() as download:
        page.get_by_role("button", name="Word").click()
    assert download.value.suggested_filename == "senior-mlops-engineer.docx"
    page.get_by_role("button", name="Save as the advert").click()
    expect(page.get_by_text("Saved as the advert of this requisition.")).to_be_visible()


def test_an_edited_advert_is_not_left_without_a_word(
    alice: User, healthy: Requisition, sign_in: SignIn, console_guard: list[str]
) -> None:
    page = sign_in(alice)
    page.goto(f"/requisitions/{healthy.pk}/advert/")
    text = page.get_by_label("The advert, in Markdown")
    anew = page.get_by_role("link", name="Write it anew from the answers")
    edited = "# Senior MLOps Engineer\n\nEdited by hand."
    text.fill(edited)
    page.get_by_role("button", name="Check again").click()
    expect(page.get_by_text("A text that is not stored yet")).to_be_visible()
    expect(text).to_have_value(edited)
    assert console_guard == []
    text.press("End")  # browsers ask nobody who did nothing on the page
    anew.click()
    expect(text).not_to_have_value(edited)
    assert [trouble.strip() for trouble in console_guard] == ["dialog: beforeunload"]
    console_guard.clear()
    page.get_by_role("button", name="Save as the advert").click()
    expect(page.get_by_text("Saved as the advert of this requisition.")).to_be_visible()
    text.press("End")
    anew.click()
    expect(page).to_have_url(re.compile("fresh"))


@pytest.mark.parametrize("width", [390, 1440])
def test_what_could_not_be_read_is_said_where_one_looks(
    alice: User, sign_in: SignIn, console_guard: list[str], width: int
) -> None:
    page = sign_in(alice)
    page.set_viewport_size({"width": width, "height": 700})
    page.goto("/requisitions/new/")
    page.get_by_role("button", name="Read this advert").click()
    expect(page.get_by_text("Paste the text of an advert, or choose a file.")).to_be_in_viewport()
    expect(page.get_by_label("Text of the advert")).to_be_in_viewport()
    console_guard.clear()  # the answer 400


@pytest.mark.parametrize("width", [390, 1280])
def test_an_ad_is_changed_and_checked_again_by_keyboard(page: Page, console_guard: list[str], width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto("/check/")
    page.get_by_role("button", name="Check it").press("Enter")
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_role("alert")).to_be_in_viewport()
    expect(page).to_have_title(re.compile("^Not checked"))
    console_guard.clear()  # the answer 400

    text = page.get_by_label("The advert’s text")
    text.fill(EXAMPLES[0].text)
    page.get_by_role("button", name="Check it").press("Enter")
    expect(page).to_have_title(re.compile("^Do not post this ad"))

    page.get_by_text("Change this ad").press("Enter")
    expect(text).to_have_value(EXAMPLES[0].text.strip())
    text.fill(EXAMPLES[2].text)
    page.get_by_role("button", name="Check it").press("Enter")
    expect(page).not_to_have_title(re.compile("^Do not post this ad"))
    expect(page).not_to_have_title(re.compile("^Check a job ad"))


@pytest.mark.parametrize("width", [390, 1280])
def test_checking_an_advert_again_leads_to_the_differences(
    alice: User, healthy: Requisition, sign_in: SignIn, console_guard: list[str], width: int
) -> None:
    page = sign_in(alice)
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(f"/requisitions/{healthy.pk}/advert/")
    heading = page.get_by_role("heading", name="Advert and requisition")
    text = page.get_by_label("The advert, in Markdown")

    page.get_by_role("button", name="Check again").press("Enter")
    expect(page.locator("#checked")).to_be_focused()
    expect(heading).to_be_in_viewport()

    page.get_by_role("button", name="JobPosting").press("Enter")
    employer = page.get_by_label("The employer’s name")
    expect(employer).to_be_focused()
    expect(employer).to_have_accessible_description("The JobPosting needs it.")
    console_guard.clear()  # the answer 400

    text.fill(" ")
    page.get_by_role("button", name="Check again").press("Enter")
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_role("alert")).to_have_text("The text holds no words.")
    console_guard.clear()  # the answer 400
    text.fill("An advert.")
    page.get_by_role("button", name="Save as the advert").press("Enter")
    expect(page.get_by_text("Saved as the advert of this requisition.")).to_be_visible()


def test_a_message_leaves_the_way_to_the_flags_open(alice: User, sign_in: SignIn) -> None:
    page = sign_in(alice)
    page.set_viewport_size({"width": 390, "height": 700})
    page.goto("/requisitions/new/")
    page.get_by_label("Text of the advert").fill(EXAMPLES[0].text)
    page.get_by_role("button", name="Read this advert").click()
    page.get_by_role("button", name="Start with what is ticked").first.click()
    message = page.get_by_role("dialog", name="Message")
    expect(message).to_contain_text("taken from the advert")
    said, bar = message.bounding_box(), page.locator(".sheet-bar").bounding_box()
    assert said and bar
    assert said["y"] + said["height"] <= bar["y"]
    message.get_by_role("button", name="Close").click()
    expect(message).to_be_hidden()


def test_what_rests_on_a_hint_is_one_link_away(alice: User, sign_in: SignIn) -> None:
    page = sign_in(alice)
    page.set_viewport_size({"width": 390, "height": 700})
    page.goto("/requisitions/new/")
    page.get_by_label("Text of the advert").fill(EXAMPLES[1].text)
    page.get_by_role("button", name="Read this advert").press("Enter")

    page.get_by_role("link", name="look first").press("Enter")

    hint = page.locator("fieldset.read li").filter(has_text="Likely").first.get_by_role("checkbox")
    expect(hint).to_be_focused()
    expect(hint).to_be_in_viewport()
    expect(hint).not_to_be_checked()
    page.keyboard.press("Space")
    expect(hint).to_be_checked()
