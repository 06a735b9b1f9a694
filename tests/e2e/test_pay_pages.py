"""The calculator, the pay page and the pages of band sets in a browser."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect

from accounts.models import User
from compensation.demo import seed as seed_bands
from compensation.models import BandSet
from hiring.assemble import load
from hiring.demo.seed import demo_document
from hiring.models import Requisition
from tests.e2e.conftest import SignIn

CALCULATOR = "/pay/?role=mlops&level=senior&focus=balanced&country=US&currency=USD&growth=3"


@pytest.fixture
def rescue(alice: User) -> Requisition:
    """A requisition with an offer."""
    requisition = Requisition(owner=alice)
    load(requisition, demo_document("rescue_mission"))
    return requisition


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_calculator_and_pay_page_are_accessible_and_fit(
    rescue: Requisition,
    alice: User,
    sign_in: SignIn,
    assert_accessible: Callable[[Page], None],
    scheme: str,
    width: int,
) -> None:
    seed_bands(alice)
    page = sign_in(alice)
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.set_viewport_size({"width": width, "height": 900})
    for address in (
        f"{CALCULATOR}&base=165k&stage=series_ab",
        f"{CALCULATOR}&base=lots",
        reverse("compensation:requisition", args=[rescue.pk]),
        reverse("hiring:step", args=[rescue.pk, "pay"]),
    ):
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        assert fits(page), address
        assert_accessible(page)


def test_pay_transparency_reads_row_by_row_on_a_phone(rescue: Requisition, alice: User, sign_in: SignIn) -> None:
    page = sign_in(alice)
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto(reverse("compensation:requisition", args=[rescue.pk]))
    table = page.get_by_role("region", name="Pay transparency", exact=True)
    row = table.locator("tbody tr").first

    cells = [cell.bounding_box() for cell in row.locator("th, td").all()]
    tops = [box["y"] for box in cells if box]
    assert tops == sorted(set(tops)) and len(tops) == 5
    labels = row.locator("td").evaluate_all("cells => cells.map(cell => getComputedStyle(cell, '::before').content)")
    assert labels == ['"Today"', '"Since"', '"Employers"', '"What"']
    assert table.evaluate("region => region.scrollWidth <= region.clientWidth")
    assert fits(page)


@pytest.mark.parametrize("width", [390, 768, 1280])
def test_the_menu_and_the_tabs_name_no_two_places_alike(
    rescue: Requisition, dora: User, sign_in: SignIn, width: int
) -> None:
    page = sign_in(dora)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(reverse("compensation:requisition", args=[rescue.pk]))

    names = [link.inner_text() for link in page.locator("nav a").all()]

    assert len(names) == len(set(names))
    assert not page.locator(".top nav").evaluate("nav => nav.scrollWidth > nav.clientWidth"), "a name is cut off"
    assert fits(page)
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Pay calculator").click()
    expect(page.get_by_role("heading", name="What should it pay?")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("link", name="Pay", exact=True)).to_have_attribute("aria-current", "page")


def test_the_answer_follows_the_inputs_and_the_address_carries_them(alice: User, sign_in: SignIn) -> None:
    page = sign_in(alice)
    page.goto(CALCULATOR)
    expect(page.locator(".range")).to_have_text("166,022 to 218,423")

    page.get_by_label("Level", exact=True).select_option("staff")
    expect(page.locator(".range")).to_have_text("190,926 to 251,187")
    page.get_by_label("Base", exact=True).fill("200k")

    expect(page.get_by_role("heading", name="The offer of 200,000")).to_be_visible()
    expect(page.get_by_label("Base", exact=True)).to_be_focused()
    assert "level=staff" in page.url and "base=200k" in page.url


def test_it_works_without_javascript(alice: User, browser: Browser, base_url: str, sign_in: SignIn) -> None:
    cookies = sign_in(alice).context.cookies()
    plain = browser.new_context(java_script_enabled=False, base_url=base_url)
    plain.add_cookies(cookies)  # type: ignore[arg-type]
    page = plain.new_page()
    page.goto("/pay/")

    page.get_by_label("Level", exact=True).select_option("junior")
    page.get_by_role("button", name="Work it out").click()

    expect(page.locator("#result")).to_contain_text("USD a year, base, junior")
    plain.close()


def test_bands_from_a_file_to_their_publication(
    rescue: Requisition, ada: User, sign_in: SignIn, tmp_path: Path, assert_accessible: Callable[[Page], None]
) -> None:
    seed_bands(ada)
    page = sign_in(ada)
    first = BandSet.objects.get()
    page.goto(reverse("admin:compensation_bandset_change", args=[first.pk]))
    page.get_by_role("link", name="Copy …").click()
    page.get_by_label("Name").fill("Raised")
    page.get_by_label("Change in percent").fill("25")
    page.get_by_role("button", name="Copy").click()
    page.get_by_role("link", name="Import").click()
    file = tmp_path / "bands.csv"
    file.write_text("family,level,focus,zone,minimum,middle,maximum\ndevops,senior,,,150000,175000,200000\n")
    page.get_by_label("File:").set_input_files(file)
    page.get_by_role("button", name="Show what would happen").click()
    expect(page.get_by_text("DevOps engineer, senior")).to_be_visible()
    assert_accessible(page)
    page.get_by_label("File:").set_input_files(file)
    file.write_text("family,level,focus,zone,minimum,middle,maximum\ndevops,senior,,,1,175000,200000\n")
    page.get_by_role("button", name="Show what would happen").click()
    expect(page.get_by_text("Nothing is imported:")).to_be_visible()

    page.goto(reverse("admin:compensation_bandset_publish", args=[BandSet.objects.get(name="Raised").pk]))
    assert_accessible(page)
    page.get_by_role("button", name="Make the preview").click()
    expect(page.get_by_text("What would change")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("button", name="Publish now").click()

    expect(page.get_by_text("What has changed")).to_be_visible()
    expect(page.get_by_text("“Raised” is published.")).to_be_visible()
    page.goto(reverse("admin:compensation_bandset_change", args=[BandSet.objects.get(name="Raised").pk]))
    expect(page.get_by_role("button", name="Roll back")).to_be_visible()
    page.goto(reverse("admin:compensation_bandset_compare") + f"?before={first.pk}&after={first.pk + 1}")
    assert_accessible(page)


@pytest.mark.parametrize(("width", "scheme", "script"), [(1440, "light", True), (390, "dark", False)])
def test_market_data_from_a_file_to_the_switch_and_back(
    rescue: Requisition,
    ada: User,
    sign_in: SignIn,
    browser: Browser,
    base_url: str,
    tmp_path: Path,
    assert_accessible: Callable[[Page], None],
    width: int,
    scheme: Literal["light", "dark"],
    script: bool,
) -> None:
    cookies = sign_in(ada).context.cookies()
    context = browser.new_context(
        java_script_enabled=script, base_url=base_url, color_scheme=scheme, viewport={"width": width, "height": 900}
    )
    context.add_cookies(cookies)  # type: ignore[arg-type]
    page = context.new_page()

    def looks_right() -> None:
        if script:
            assert_accessible(page)
        assert fits(page), page.url

    file = tmp_path / "acme.csv"
    rows = "".join(f"mlops,senior,US,{400_000 + at},USD,2026-10-01\n" for at in range(12))
    page.goto(reverse("admin:compensation_marketsource_changelist"))
    page.get_by_role("link", name="Import a file").click()
    looks_right()
    file.write_text(f"role,level,country,base_min,currency,date\n{rows}mlops,senior,US,-1,USD,2026-10-01\n")
    page.get_by_label("File:").set_input_files(file)
    page.get_by_role("button", name="Show what would happen").click()
    expect(page.get_by_text("Line 14: base_min: pay must be above 0")).to_be_visible()
    looks_right()
    page.get_by_role("link", name="Choose a file").click()
    file.write_text(f"role,level,country,base_min,currency,date\n{rows}")
    page.get_by_label("File:").set_input_files(file)
    page.get_by_role("button", name="Show what would happen").click()
    expect(page.get_by_text("What would change for requisitions")).to_be_visible()
    expect(page.get_by_role("link", name=str(rescue))).to_be_visible()
    looks_right()
    page.get_by_role("button", name="Import now").click()
    expect(page.get_by_text("What has changed for requisitions")).to_be_visible()

    page.get_by_role("link", name="acme", exact=True).click()
    page.get_by_role("button", name="Switch off").click()
    expect(page.get_by_text("What would change")).to_be_visible()
    looks_right()
    page.get_by_role("button", name="Switch off now").click()
    expect(page.get_by_text("“acme” switched off.")).to_be_visible()
    page.get_by_role("button", name="Switch back on").click()
    expect(page.get_by_role("button", name="Switch on now")).to_be_visible()
    context.close()
