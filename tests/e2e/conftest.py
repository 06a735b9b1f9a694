"""The browser of the tests: Debian's Chromium against a running server.

Every test here is an `e2e` test and fails on any error in the browser's console, a policy violation
or an exception in a page, whatever else it asserts.
"""

import os
import re
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Protocol

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.core.signals import request_finished, request_started
from django.test import Client
from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, Page, expect
from pytest_django.live_server_helper import LiveServer

from accounts.models import User

# Playwright's synchronous interface keeps an event loop in this thread, which Django takes for a sign
# that queries would block one.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

# A busy machine may take its time: what is waited for still has to come. No test counts on a pause being short.
expect.set_options(timeout=20_000)

_CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
# What WCAG 2.2 asks for at level AA; axe's own "best practices" are not part of it.
_RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks everything in this folder."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.e2e)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """Chromium of the machine; `PREFLIGHT_CHROMIUM` names another one."""
    return {
        "executable_path": os.environ.get("PREFLIGHT_CHROMIUM", "/usr/bin/chromium"),
        "args": list(_CHROMIUM_FLAGS),
    }


@pytest.fixture(scope="session")
def base_url(live_server: LiveServer) -> str:
    """Lets tests write `page.goto("/mistakes/")`."""
    return live_server.url


@pytest.fixture(autouse=True)
def console_guard(request: pytest.FixtureRequest) -> Iterator[list[str]]:
    """Fails the test when a page logged an error, broke the policy, threw, asked before it was left or lost a file.

    A test that provokes an error on purpose clears the list it gets from this fixture.
    """
    troubles: list[str] = []
    if "page" not in request.fixturenames:
        yield troubles
        return
    context: BrowserContext = request.getfixturevalue("context")

    def heard(message: ConsoleMessage) -> None:
        if message.type == "error":
            troubles.append(f"console: {message.text} ({message.location.get('url', '')})")

    def asked(dialog: Dialog) -> None:
        troubles.append(f"dialog: {dialog.type} {dialog.message}")
        dialog.accept()

    context.set_default_timeout(60_000)
    context.on("console", heard)
    context.on("dialog", asked)
    context.on("weberror", lambda error: troubles.append(f"exception: {error.error}"))
    yield troubles
    assert troubles == []


class _UnderWay:
    """Counts the requests that the running server has begun and not finished."""

    def __init__(self) -> None:
        self.count = 0
        self._lock = threading.Lock()
        request_started.connect(self._began)
        request_finished.connect(self._ended)

    def _began(self, **_: Any) -> None:
        with self._lock:
            self.count += 1

    def _ended(self, **_: Any) -> None:
        with self._lock:
            self.count -= 1

    def wait_for_rest(self, still: float = 0.15, at_most: float = 10.0) -> None:
        """Returns once nothing was under way for ``still`` seconds."""
        end = time.monotonic() + at_most
        rests_since = time.monotonic()
        while time.monotonic() < end and time.monotonic() - rests_since < still:
            if self.count > 0:
                rests_since = time.monotonic()
            time.sleep(0.01)


@pytest.fixture(scope="session")
def under_way() -> _UnderWay:
    """What the server is at."""
    return _UnderWay()


@pytest.fixture(autouse=True)
def server_at_rest(request: pytest.FixtureRequest, under_way: _UnderWay) -> Iterator[None]:
    """Before the database is emptied for the next test: pages are closed, and what they sent last is answered."""
    if "page" not in request.fixturenames:
        yield
        return
    request.getfixturevalue("transactional_db")
    context: BrowserContext = request.getfixturevalue("context")
    under_way.count = 0
    yield
    context.close()
    under_way.wait_for_rest()


class SignIn(Protocol):
    """Signs a person in to the browser."""

    def __call__(self, user: User) -> Page: ...


@pytest.fixture
def sign_in(page: Page, context: BrowserContext, base_url: str, under_way: _UnderWay) -> SignIn:
    """`sign_in(alice)` gives the page with her session; the sign-in form has its own test.

    What the page shown before has asked for is answered first, so that it is not asked without a session.
    """

    def enter(user: User) -> Page:
        client = Client()
        client.force_login(user)
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        under_way.wait_for_rest()
        context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": base_url}])
        return page

    return enter


@pytest.fixture
def assert_accessible() -> Callable[[Page], None]:
    """`assert_accessible(page)` holds the page as it is now to WCAG 2.2 AA, as far as axe can judge."""

    def judge(page: Page) -> None:
        found = Axe().run(page, options=_RULES).response["violations"]
        told = [
            f"{violation['id']}: {violation['help']}: {re.sub(r'\s+', ' ', node['html'])[:200]}"
            for violation in found
            for node in violation["nodes"]
        ]
        assert told == []

    return judge
