"""Pages that arrive in pieces, as over a slow line: nothing of them may stay away once they are there."""

import contextlib
import http.client
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page

from accounts.models import User
from hiring.models import Requisition
from hiring.questions import STEPS
from hiring.starting import start_from_document

PIECE = 4_000
PAUSE = 0.05
DEMO = Path(__file__).resolve().parents[2] / "hiring" / "demo" / "startup_unicorn.json"

# What is drawn, is not an empty shell, and yet takes no height.
VANISHED = """() => [...document.querySelectorAll("main :is(section, fieldset, .fields, .field, .card, .box)")]
    .filter((e) => e.checkVisibility() && e.textContent.trim() && e.getBoundingClientRect().height < 2)
    .map((e) => `${e.tagName}.${e.className}#${e.id}`)"""


@pytest.fixture
def slow_url(base_url: str, context: BrowserContext) -> Iterator[str]:
    """The running server behind a line that hands pages over in pieces; it stays up until the pages are closed."""
    served = urlsplit(base_url)

    class Line(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            with contextlib.suppress(ConnectionError):  # the page was left before it was there
                self._hand_over()

        def _hand_over(self) -> None:
            upstream = http.client.HTTPConnection(served.hostname or "", served.port or 80)
            wanted = {name: value for name, value in self.headers.items() if name in ("Cookie", "Accept")}
            upstream.request("GET", self.path, headers=wanted)
            answer = upstream.getresponse()
            body = answer.read()
            upstream.close()
            self.send_response(answer.status)
            kind = answer.getheader("Content-Type") or ""
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            size = PIECE if "text/html" in kind else max(len(body), 1)
            for start in range(0, len(body), size):
                self.wfile.write(body[start : start + size])
                self.wfile.flush()
                if "text/html" in kind:
                    time.sleep(PAUSE)

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing: the tests' output is their own."""

    line = ThreadingHTTPServer((served.hostname or "localhost", 0), Line)
    thread = threading.Thread(target=line.serve_forever, daemon=True)
    thread.start()
    yield f"http://{served.hostname}:{line.server_port}"
    for page in context.pages:
        page.close()  # it may still be fetching its icon, and a line that breaks under that is a console error
    line.shutdown()
    line.server_close()
    thread.join()


def test_every_part_of_a_page_that_arrives_slowly_is_shown(
    transactional_db: None, alice: User, sign_in: Callable[[User], Page], slow_url: str
) -> None:
    made: Requisition = start_from_document(alice, DEMO.read_bytes(), "demo")
    page = sign_in(alice)
    addresses = [f"/requisitions/{made.pk}/{step.slug}/" for step in STEPS]
    for address in [*addresses, f"/requisitions/{made.pk}/", f"/pay/{made.pk}/", f"/plans/{made.pk}/interviews/"]:
        answered = page.goto(slow_url + address)
        assert answered is not None and answered.ok, address
        assert page.evaluate(VANISHED) == [], address
