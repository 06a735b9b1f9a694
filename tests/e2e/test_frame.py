from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from accounts.models import User
from tests.conftest import PASSWORD
from tests.e2e.conftest import SignIn


@pytest.fixture
def login_page(page: Page, alice: User) -> Page:
    page.goto("/accounts/login/")
    return page


def test_a_person_signs_in_and_out_with_the_keyboard_alone(login_page: Page, alice: User) -> None:
    login_page.get_by_label("Email").focus()
    login_page.keyboard.type(alice.email)
    login_page.get_by_label("Password").focus()
    login_page.keyboard.type(PASSWORD)
    login_page.keyboard.press("Enter")
    who = login_page.get_by_role("button", name="Alice · hiring manager")
    expect(who).to_be_visible()

    who.press("Enter")
    login_page.get_by_role("button", name="Sign out").press("Enter")

    expect(login_page.get_by_role("heading", name="Sign in")).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    "path",
    [
        "/accounts/password/change/",
        "/accounts/2fa/",
        "/accounts/reauthenticate/",
        "/accounts/social/",
        "/no-such-page/",
    ],
)
def test_pages_about_oneself_can_be_used_by_everybody(
    path: str,
    theme: str,
    sign_in: SignIn,
    alice: User,
    assert_accessible: Callable[[Page], None],
    console_guard: list[str],
) -> None:
    page = sign_in(alice)
    page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
    page.goto(path)

    assert_accessible(page)
    if path == "/no-such-page/":
        console_guard.clear()


def test_the_sign_in_page_says_what_is_wrong_and_stays_usable(
    login_page: Page, assert_accessible: Callable[[Page], None]
) -> None:
    assert_accessible(login_page)
    login_page.get_by_label("Email").fill("alice@example.org")
    login_page.get_by_label("Password").fill("wrong")
    login_page.get_by_role("button", name="Sign in").click()

    expect(login_page.get_by_role("alert")).to_be_visible()
    assert_accessible(login_page)


def test_the_theme_is_remembered_and_needs_no_script(sign_in: SignIn, alice: User) -> None:
    page = sign_in(alice)
    page.goto("/accounts/2fa/")
    page.get_by_role("button", name="Alice").click()
    page.get_by_role("button", name="Dark").click()

    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.goto("/accounts/password/change/")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_on_a_phone_the_way_out_is_still_there_and_nothing_overflows(sign_in: SignIn, alice: User) -> None:
    page = sign_in(alice)
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/accounts/2fa/")
    page.get_by_role("button", name="Alice").click()

    expect(page.get_by_role("button", name="Sign out")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.keyboard.press("Escape")
    for name in ("Requisitions", "Mistakes"):
        expect(page.get_by_role("navigation", name="Main").get_by_role("link", name=name)).to_be_in_viewport(ratio=1)


def test_setting_up_the_second_step_shows_its_picture(sign_in: SignIn, alice: User) -> None:
    page = sign_in(alice)
    page.goto("/accounts/2fa/totp/activate/")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Confirm").click()

    picture = page.locator("img.qr")
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.naturalWidth") > 0


def test_the_admin_works_under_the_same_policy(sign_in: SignIn, dora: User) -> None:
    page = sign_in(dora)
    page.goto("/admin/")
    expect(page.get_by_role("link", name="People").first).to_be_visible()
    page.goto("/admin/accounts/user/add/")
    page.get_by_label("Name").fill("New Person")
    page.get_by_label("E-mail address").fill("new@example.org")
    page.get_by_label("Recruiters").check()
    page.get_by_role("button", name="Save", exact=True).click()

    expect(page.get_by_text("An invitation was mailed to new@example.org.")).to_be_visible()
