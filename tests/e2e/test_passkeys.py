"""Passkeys under the content policy, with an authenticator that the browser pretends to have."""

from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from playwright.sync_api import CDPSession, Page, expect

from accounts.models import User
from tests.conftest import PASSWORD
from tests.e2e.conftest import SignIn


@pytest.fixture
def authenticator(page: Page) -> CDPSession:
    """A phone or laptop that knows its owner by a finger, and keeps passkeys."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    return session


def add_passkey(page: Page, assert_accessible: Callable[[Page], None]) -> None:
    page.goto("/accounts/2fa/webauthn/add/")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Confirm").click()
    assert_accessible(page)
    page.get_by_label("Name").fill("My laptop")
    expect(page.get_by_label("A passkey")).to_be_checked()
    page.get_by_role("button", name="Add").click()
    page.wait_for_url("**/recovery-codes/")


def test_a_passkey_is_added_and_is_then_all_it_takes_to_sign_in(
    sign_in: SignIn, alice: User, authenticator: CDPSession, assert_accessible: Callable[[Page], None]
) -> None:
    page = sign_in(alice)
    add_passkey(page, assert_accessible)
    assert Authenticator.objects.filter(user=alice, type=Authenticator.Type.WEBAUTHN).count() == 1
    page.goto("/accounts/2fa/webauthn/")
    expect(page.get_by_role("heading", name="My laptop")).to_be_visible()
    assert_accessible(page)

    page.context.clear_cookies()
    page.goto("/accounts/login/")
    assert_accessible(page)
    page.get_by_role("button", name="Use a passkey").click()

    expect(page.get_by_role("button", name="Alice · hiring manager")).to_be_visible()


def test_a_passkey_is_the_second_step_after_a_password(
    sign_in: SignIn, alice: User, authenticator: CDPSession, assert_accessible: Callable[[Page], None]
) -> None:
    page = sign_in(alice)
    add_passkey(page, assert_accessible)
    page.context.clear_cookies()
    page.goto("/accounts/login/")
    page.get_by_label("Email").fill(alice.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("heading", name="Two-Factor Authentication")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("button", name="Use a security key").click()

    expect(page.get_by_role("button", name="Alice · hiring manager")).to_be_visible()


def test_without_a_passkey_of_this_site_the_page_says_so(
    page: Page, alice: User, authenticator: CDPSession, assert_accessible: Callable[[Page], None]
) -> None:
    page.goto("/accounts/login/")
    expect(page.get_by_text("The passkey was not used")).to_be_hidden()
    page.get_by_role("button", name="Use a passkey").click()

    expect(page.get_by_text("The passkey was not used")).to_be_visible()
    assert_accessible(page)
