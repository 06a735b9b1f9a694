"""The interview plan in a browser: changed with and without a script, accessible, on a phone."""

from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect

from accounts.models import User
from hiring.assemble import document_of, load
from hiring.demo.seed import demo_document
from hiring.models import Requisition
from tests.e2e.conftest import SignIn


@pytest.fixture
def unicorn(alice: User) -> Requisition:
    """A requisition whose loop has gaps, algorithms and no internal customer."""
    requisition = Requisition(owner=alice)
    load(requisition, demo_document("startup_unicorn"))
    return requisition


def _address(name: str, requisition: Requisition, *more: int) -> str:
    return reverse(f"assessments:{name}", args=[requisition.pk, *more])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_every_page_is_accessible_and_fits(
    sign_in: SignIn,
    alice: User,
    unicorn: Requisition,
    assert_accessible: Callable[[Page], None],
    width: int,
    scheme: str,
) -> None:
    page = sign_in(alice)
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    for address in (
        _address("interviews", unicorn),
        _address("compare", unicorn),
        _address("add_session", unicorn),
        _address("edit_session", unicorn, 2),
        _address("week", unicorn),
        _address("kit", unicorn, 2),
        _address("preparation", unicorn),
        _address("debrief", unicorn),
    ):
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        assert_accessible(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_a_change_shows_at_once_where_one_is_and_can_be_taken_back(
    sign_in: SignIn, alice: User, unicorn: Requisition
) -> None:
    page = sign_in(alice)
    page.goto(_address("interviews", unicorn))
    page.get_by_role("button", name="Generate a plan").click()
    expect(page.locator("#toasts")).to_contain_text("Clears M01-T5")
    last = page.locator(".session").last
    title = last.get_by_role("heading").inner_text()
    last.get_by_role("button", name="Remove").click()
    expect(page.locator("#toasts")).to_contain_text("Removed.")
    expect(page.get_by_role("heading", name=title)).to_have_count(0)
    page.locator("#toasts").get_by_role("button", name="Undo").click()
    expect(page.get_by_role("heading", name=title)).to_have_count(1)


def test_the_focus_stays_on_the_button_pressed(sign_in: SignIn, alice: User, unicorn: Requisition) -> None:
    page = sign_in(alice)
    page.goto(_address("interviews", unicorn))
    button = page.locator("#later-2")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#toasts")).to_contain_text("Moved.")
    expect(page.locator("#later-2")).to_be_focused()


def test_without_a_script_a_plan_is_generated_changed_and_accepted(
    browser: Browser, base_url: str, sign_in: SignIn, alice: User, unicorn: Requisition
) -> None:
    state = sign_in(alice).context.storage_state()
    page = browser.new_context(java_script_enabled=False, base_url=base_url, storage_state=state).new_page()
    page.goto(_address("interviews", unicorn))
    page.get_by_role("button", name="Generate a plan").click()
    page.locator(".session").first.get_by_role("link", name="Change").click()
    page.get_by_label("Minutes", exact=True).fill("0")
    page.get_by_role("button", name="Save the session").click()
    expect(page.locator(".error")).to_contain_text("at least 5 minutes")
    page.get_by_label("Minutes", exact=True).fill("40")
    page.get_by_role("button", name="Save the session").click()
    page.get_by_role("button", name="Accept the plan").click()
    expect(page.locator("#plan")).to_contain_text("Accepted: the requisition holds this loop.")
    assert document_of(Requisition.objects.get(pk=unicorn.pk)).process.stages[0].minutes == 40
    page.context.close()
