"""A session that ends under the form loses no answer, and a button pressed twice acts once."""

from collections.abc import Callable

import pytest
from django.conf import settings
from playwright.sync_api import BrowserContext, Page, expect

from accounts.models import User
from hiring.models import Requisition
from hiring.starting import start_blank

SignIn = Callable[[User], Page]


@pytest.fixture
def requisition(transactional_db: None, alice: User) -> Requisition:
    """Alice's, hardly begun."""
    return start_blank(alice, title="MLOps engineer")


def _come_back(page: Page) -> None:
    page.evaluate("window.dispatchEvent(new Event('focus'))")


def test_what_is_typed_after_the_session_ended_is_saved_after_signing_in(
    requisition: Requisition, alice: User, sign_in: SignIn, context: BrowserContext, console_guard: list[str]
) -> None:
    page = sign_in(alice)
    page.goto(f"/requisitions/{requisition.pk}/role/")
    context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    page.locator("#f-title").fill("Typed too late")
    expect(page.locator("#saved")).to_have_text("Not saved: you are signed out.")
    expect(page.locator("#toasts").get_by_role("link", name="Sign in")).to_be_visible()

    for way_out in (page.get_by_role("button", name="Continue to ML today"), page.locator("#rail-pay")):
        way_out.click()
        page.wait_for_load_state("networkidle")
        expect(page.locator("#f-title")).to_have_value("Typed too late")

    sign_in(alice)
    _come_back(page)
    expect(page.locator("#saved")).to_contain_text("Saved")
    expect(page.locator("#toasts")).to_be_empty()
    requisition.refresh_from_db()
    assert requisition.title == "Typed too late"
    console_guard.clear()


def test_signing_in_again_in_another_tab_is_not_noticed(
    requisition: Requisition, alice: User, sign_in: SignIn, context: BrowserContext, console_guard: list[str]
) -> None:
    page = sign_in(alice)
    page.goto(f"/requisitions/{requisition.pk}/role/")
    # A new session comes with a new token against forged forms: that of this page counts no more.
    context.clear_cookies(name=settings.CSRF_COOKIE_NAME)
    other = context.new_page()
    other.goto(f"/requisitions/{requisition.pk}/pay/")

    page.locator("#f-title").fill("Typed in the old tab")
    expect(page.locator("#saved")).to_contain_text("Saved")
    requisition.refresh_from_db()
    assert requisition.title == "Typed in the old tab"
    console_guard.clear()


def test_a_button_pressed_twice_acts_once(transactional_db: None, alice: User, sign_in: SignIn) -> None:
    page = sign_in(alice)
    page.goto("/requisitions/new/")
    page.get_by_label("Title of the job").fill("Only one of me")
    page.get_by_role("button", name="Start blank").dblclick()
    expect(page.get_by_role("heading", name="Only one of me")).to_be_visible()
    assert Requisition.objects.count() == 1


def test_an_advert_sent_without_a_session_is_back_after_signing_in(
    requisition: Requisition, alice: User, page: Page, sign_in: SignIn, context: BrowserContext
) -> None:
    address = f"/requisitions/{requisition.pk}/advert/"
    sign_in(alice)
    page.goto(address)
    context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    page.locator("#ad").fill("Run forty models. Rewritten for an hour.")
    page.get_by_role("button", name="Save as the advert").click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()

    sign_in(alice)
    page.goto(address)
    expect(page.locator("#ad")).to_have_value("Run forty models. Rewritten for an hour.")
    expect(page.locator("#toasts")).to_contain_text("signed out")
    page.get_by_role("button", name="Save as the advert").click()
    expect(page.get_by_text("The advert as stored")).to_be_visible()
    requisition.refresh_from_db()
    assert requisition.job_ad == "Run forty models. Rewritten for an hour."
    page.goto(address)
    expect(page.locator("#toasts")).to_be_empty()


def test_an_advert_checked_without_an_account_is_kept_nowhere(transactional_db: None, page: Page) -> None:
    page.goto("/check/")
    page.locator("#ad").fill("We look for somebody who runs forty models.")
    page.evaluate("document.addEventListener('submit', (event) => event.preventDefault())")
    page.get_by_role("button", name="Check it").click()
    assert page.evaluate("Object.values(sessionStorage).filter((kept) => kept.includes('forty'))") == []
