"""The guided form in a browser: saving as one types, two people at once, keyboard, phone, without scripts."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from accounts.models import User
from hiring.models import Requisition
from hiring.questions import STEPS
from hiring.starting import start_blank, start_from_document

SignIn = Callable[[User], Page]
DEMO = Path(__file__).resolve().parents[2] / "hiring" / "demo" / "startup_unicorn.json"


@pytest.fixture
def requisition(transactional_db: None, alice: User, bob: User) -> Requisition:
    """Alice's unicorn, shared with Bob."""
    made = start_from_document(alice, DEMO.read_bytes(), "demo")
    made.shared_with.add(bob)
    return made


@pytest.fixture
def other_page(browser: Browser, base_url: str, bob: User) -> Iterator[Page]:
    """Bob's own browser."""
    context: BrowserContext = browser.new_context(base_url=base_url)
    client = Client()
    client.force_login(bob)
    context.add_cookies(
        [
            {
                "name": settings.SESSION_COOKIE_NAME,
                "value": client.cookies[settings.SESSION_COOKIE_NAME].value,
                "url": base_url,
            }
        ]
    )
    yield context.new_page()
    context.close()


def _form(requisition: Requisition, slug: str = "role") -> str:
    return f"/requisitions/{requisition.pk}/{slug}/"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_step_is_accessible(
    requisition: Requisition,
    alice: User,
    sign_in: SignIn,
    assert_accessible: Callable[[Page], None],
    scheme: str,
) -> None:
    page = sign_in(alice)
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    for step in STEPS:
        page.goto(_form(requisition, step.slug))
        assert_accessible(page)
    page.goto("/requisitions/new/")
    assert_accessible(page)


def test_a_phone_shows_everything_and_the_flags_in_a_sheet(
    requisition: Requisition, alice: User, sign_in: SignIn, assert_accessible: Callable[[Page], None]
) -> None:
    page = sign_in(alice)
    page.set_viewport_size({"width": 360, "height": 740})
    for step in STEPS:
        page.goto(_form(requisition, step.slug))
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, step.slug
    page.goto(_form(requisition, "scope"))
    expect(page.locator("#readiness")).to_be_hidden()
    page.get_by_role("button", name="See flags").click()
    expect(page.locator("#readiness")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("button", name="Close").click()
    expect(page.locator("#readiness")).to_be_hidden()


def test_answers_are_saved_and_judged_while_one_types(requisition: Requisition, alice: User, sign_in: SignIn) -> None:
    page = sign_in(alice)
    page.goto(_form(requisition))
    title = page.get_by_label("What is the job called?")
    title.fill("DevOps Engineer")
    expect(page.locator("#said-title")).to_have_text("Saved")
    expect(title).to_be_focused()
    expect(page.locator("#readiness")).to_contain_text("M01")
    requisition.refresh_from_db()
    assert requisition.title == "DevOps Engineer"


def test_an_unreadable_number_is_said_beside_it_and_kept(
    requisition: Requisition, alice: User, sign_in: SignIn
) -> None:
    page = sign_in(alice)
    page.goto(_form(requisition, "pay"))
    lowest = page.get_by_label("What is the least you would offer?")
    lowest.fill("quite a bit")
    lowest.press("Tab")
    expect(page.locator("#said-base_min")).to_contain_text("Enter a number for a year")
    page.reload()
    expect(lowest).to_have_value("quite a bit")
    lowest.fill("165k")
    lowest.press("Tab")
    expect(page.locator("#said-base_min")).to_have_text("Saved")
    page.reload()
    expect(lowest).to_have_value("165,000")


def test_questions_appear_with_the_answer_they_hang_on(requisition: Requisition, alice: User, sign_in: SignIn) -> None:
    made = start_blank(alice)
    page = sign_in(alice)
    page.goto(_form(made))
    stayed = page.get_by_label("how long had they been in the role?")
    expect(stayed).to_be_hidden()
    page.get_by_label("Backfill", exact=True).check(force=True)
    expect(stayed).to_be_visible()


def test_two_people_at_once_the_second_chooses(
    requisition: Requisition, alice: User, sign_in: SignIn, other_page: Page
) -> None:
    page = sign_in(alice)
    page.goto(_form(requisition))
    other_page.goto(_form(requisition))
    page.locator("#f-title").fill("Alice's title")
    expect(page.locator("#said-title")).to_have_text("Saved")
    other_page.bring_to_front()
    other_page.locator("#f-title").fill("Bob's title")
    conflicts = other_page.locator("#conflicts")
    expect(conflicts).to_contain_text("Alice's title")
    expect(conflicts).to_contain_text("Bob's title")
    # What is not in conflict goes on being saved.
    other_page.locator("#f-headcount").fill("77")
    expect(other_page.locator("#said-headcount")).to_have_text("Saved")
    requisition.refresh_from_db()
    assert (requisition.title, requisition.headcount) == ("Alice's title", 77)
    other_page.get_by_role("button", name="Keep mine").click()
    expect(conflicts).to_be_empty()
    requisition.refresh_from_db()
    assert requisition.title == "Bob's title"
    # Alice's page learns of it with her next save, and overwrites nothing.
    page.bring_to_front()
    page.locator("#f-headcount").fill("78")
    expect(page.locator("#conflicts")).to_contain_text("Changed by")
    requisition.refresh_from_db()
    assert requisition.title == "Bob's title"


def test_requirements_and_duties_by_keyboard(requisition: Requisition, alice: User, sign_in: SignIn) -> None:
    page = sign_in(alice)
    page.goto(_form(requisition, "scope"))
    add = page.get_by_label("Add to must-haves")
    add.fill("Feast or Tecton")
    add.press("Enter")
    expect(page.get_by_role("button", name="Remove Feast or Tecton")).to_be_visible()
    expect(add).to_be_focused()
    expect(add).to_have_value("")
    page.get_by_role("button", name="Move Feast or Tecton to nice-to-have").press("Enter")
    expect(page.get_by_role("button", name="Move Feast or Tecton to must-have")).to_be_visible()
    page.get_by_role("button", name="Scale to 100 %").press("Enter")
    expect(page.locator("#duties-total")).to_have_text("100 %")
    page.get_by_role("button", name="Add a duty").press("Enter")
    expect(page.get_by_label("Duty 6", exact=True)).to_be_focused()


def test_a_preset_is_filled_in_and_taken_back(requisition: Requisition, alice: User, sign_in: SignIn) -> None:
    made = start_blank(alice)
    page = sign_in(alice)
    page.goto(_form(made))
    page.get_by_label("Which level?").select_option("senior")
    page.get_by_role("button", name="Continue to ML today").click()
    expect(page.get_by_role("heading", name="ML today", exact=True)).to_be_visible()
    page.goto(_form(made, "scope"))
    page.get_by_label("Balanced").check()
    page.get_by_role("button", name="Fill from the preset").click()
    expect(page.locator("#duties-total")).to_have_text("100 %")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#duties-total")).to_have_text("0 %")


def test_continue_right_after_an_answer_saves_once_and_asks_nothing(
    requisition: Requisition, alice: User, sign_in: SignIn
) -> None:
    def late(route: Route) -> None:
        time.sleep(0.6)  # longer than an answer waits for its own save: that one comes due meanwhile
        route.continue_()

    saves: list[str] = []
    page = sign_in(alice)
    page.goto(_form(requisition))
    page.route("**/role/", late)
    page.route("**/ml-today/", late)
    page.on("request", lambda request: saves.append(request.url) if request.method == "POST" else None)
    # In one breath, however slow the machine: an answer followed by a pause is saved before the button is.
    page.evaluate("""() => {
        const level = document.getElementById("f-level");
        level.value = "staff";
        for (const kind of ["input", "change"]) level.dispatchEvent(new Event(kind, { bubbles: true }));
        document.querySelector("#step-form button[value='go:ml-today']").click();
    }""")
    expect(page.get_by_role("heading", name="ML today", exact=True)).to_be_visible()
    assert len(saves) == 1
    requisition.refresh_from_db()
    assert requisition.level == "staff"


def test_leaving_at_once_loses_nothing(requisition: Requisition, alice: User, sign_in: SignIn) -> None:
    page = sign_in(alice)
    page.goto(_form(requisition, "scope"))
    page.locator("#f-years_min").fill("4")
    page.locator("#rail-pay").click()
    expect(page.get_by_role("heading", name="Pay", exact=True)).to_be_visible()
    page.goto(_form(requisition, "scope"))
    expect(page.locator("#f-years_min")).to_have_value("4")


def test_a_save_that_fails_says_so(
    requisition: Requisition, alice: User, sign_in: SignIn, context: BrowserContext, console_guard: list[str]
) -> None:
    page = sign_in(alice)
    page.goto(_form(requisition))
    context.set_offline(True)
    page.locator("#f-title").fill("Not yet")
    expect(page.locator("#saved")).to_contain_text("Not saved")
    context.set_offline(False)
    page.locator("#f-headcount").fill("12")
    expect(page.locator("#saved")).to_contain_text("Saved")
    requisition.refresh_from_db()
    assert requisition.title == "Not yet"
    console_guard.clear()


def test_without_scripts_the_whole_form_works(
    requisition: Requisition, alice: User, browser: Browser, base_url: str
) -> None:
    client = Client()
    client.force_login(alice)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    context = browser.new_context(base_url=base_url, java_script_enabled=False)
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": base_url}])
    page = context.new_page()
    page.goto("/requisitions/new/")
    page.get_by_label("Title of the job").fill("MLOps Engineer")
    page.get_by_role("button", name="Start blank").click()
    page.get_by_label("Which level?").select_option("mid")
    page.get_by_role("button", name="Continue to ML today").click()
    page.get_by_label("How many models serve real users today?").fill("3 models")
    for step in STEPS[2:]:
        page.get_by_role("button", name=f"Continue to {step.title}").click()
        expect(page.get_by_role("heading", name=step.title, exact=True)).to_be_visible()
    page.get_by_role("button", name="See the report").click()
    made = Requisition.objects.get(title="MLOps Engineer", level="mid", owner=alice, models_in_prod=3)
    assert page.url.endswith(f"/requisitions/{made.pk}/")
    context.close()


def test_a_fix_pressed_right_after_typing_keeps_what_was_typed(
    requisition: Requisition, alice: User, sign_in: SignIn
) -> None:
    page = sign_in(alice)
    page.goto(_form(requisition, "scope"))
    page.locator("#f-years_min").fill("3")
    page.locator("#fix-M03-T7").click()
    expect(page.locator("#toasts")).to_contain_text("Applied")
    expect(page.locator("#f-years_min")).to_have_value("3")
    requisition.refresh_from_db()
    assert requisition.years_min == 3 and requisition.degree != "phd"


@pytest.mark.parametrize("at_once", [True, False])
def test_leaving_with_an_answer_somebody_else_changed_stays_to_choose(
    requisition: Requisition, alice: User, sign_in: SignIn, other_page: Page, at_once: bool
) -> None:
    page = sign_in(alice)
    page.goto(_form(requisition, "scope"))
    other_page.goto(_form(requisition, "scope"))
    other_page.locator("#f-years_min").fill("9")
    expect(other_page.locator("#said-years_min")).to_have_text("Saved")
    page.locator("#f-years_min").fill("4")
    conflicts = page.locator("#conflicts")
    if not at_once:  # it has come up by itself, perhaps in the moment before
        expect(conflicts).to_contain_text("Changed by two people")
    page.locator("#rail-pay").click()
    expect(conflicts).to_contain_text("Changed by two people")
    expect(page.locator("#f-years_min")).to_have_value("4")
    assert page.url.endswith("/scope/")
    if not at_once:
        expect(conflicts.locator("section")).to_be_focused()
    page.locator("#rail-pay").click()
    expect(page.get_by_role("heading", name="Pay", exact=True)).to_be_visible()
