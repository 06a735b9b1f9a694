"""What holds for every template, whoever wrote it."""

import re
from pathlib import Path

import pytest

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
PAGES = sorted(TEMPLATES.rglob("*.html"))


@pytest.fixture(scope="module")
def icons() -> set[str]:
    return set(re.findall(r'<symbol id="(i-[a-z]+)"', (TEMPLATES / "_icons.html").read_text()))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(TEMPLATES)))
def test_its_icons_exist(page: Path, icons: set[str]) -> None:
    assert set(re.findall(r'href="#(i-[a-z]+)"', page.read_text())) <= icons


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(TEMPLATES)))
def test_it_has_nothing_that_the_content_policy_would_block(page: Path) -> None:
    text = page.read_text()

    assert not re.search(r"""\s(?:style|on[a-z]+|hx-on[:\w-]*)\s*=\s*["']""", text)
    assert "<style" not in text
    assert not re.search(r"<script(?![^>]*\ssrc=)", text)
    assert not re.search(r"""(?:src|action)=["'](?:https?:)?//|<link[^>]+href=["'](?:https?:)?//""", text)
    assert "hx-vals='js:" not in text
