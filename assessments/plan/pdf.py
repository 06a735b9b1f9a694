"""From the plan's HTML to PDF/UA: bundled fonts, nothing fetched, same input same bytes."""

import atexit
import gc
import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final, Literal

from django.contrib.staticfiles import finders

ATTACHMENT_NAME: Final = "requisition.json"
"""Name of the attached requisition document."""

Paper = Literal["a4", "letter"]
PAPERS: Final[tuple[Paper, ...]] = ("a4", "letter")

FONT_SCHEME: Final = "bundled:"
_FONTS: Final = (
    ("Source Sans Pro", 400, "font_source_sans_pro", "SourceSansPro-Regular.ttf"),
    ("Source Sans Pro", 600, "font_source_sans_pro", "SourceSansPro-Semibold.ttf"),
    ("Source Serif Pro", 400, "font_source_serif_pro", "SourceSerifPro-Regular.ttf"),
    ("Source Serif Pro", 600, "font_source_serif_pro", "SourceSerifPro-Semibold.ttf"),
)

_ONE_AT_A_TIME: Final = threading.Lock()
"""The font configuration is shared by the process and must not be used by two threads at once."""


class PlanNotRendered(Exception):
    """The plan could not be made into a PDF. The text says why."""


def input_key(html: str, attachment: bytes, day: date, paper: Paper) -> str:
    """What decides the bytes of the PDF, as one SHA-256 in hexadecimal: same key, same PDF."""
    import weasyprint

    parts = (html.encode(), attachment, day.isoformat().encode(), paper.encode(), _style_text().encode())
    digest = hashlib.sha256(weasyprint.__version__.encode())
    for part in parts:
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()


def render_pdf(html: str, attachment: bytes | None, day: date, paper: Paper) -> bytes:
    """The PDF of a page, with the requisition document attached where one is given.

    ``day`` dates the attachment: no clock is read. Raises PlanNotRendered where the layout fails.
    """
    import weasyprint

    attached = [] if attachment is None else [_attached(attachment, day)]
    with _ONE_AT_A_TIME, _garbage_left_lying():
        styles, fonts = _styles(paper)
        document = weasyprint.HTML(string=html, url_fetcher=_fetcher(), base_url=None)
        try:
            pdf: bytes = document.write_pdf(
                stylesheets=styles, font_config=fonts, pdf_variant="pdf/ua-1", attachments=attached
            )
        except (ValueError, TypeError, RecursionError, AssertionError, IndexError, KeyError, AttributeError) as error:
            raise PlanNotRendered(f"{type(error).__name__}: {error}") from error
    return pdf


@contextmanager
def _garbage_left_lying() -> Iterator[None]:
    """No collection while a plan is laid out: it would look through 100,000 living boxes again and again, in vain."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _attached(content: bytes, day: date) -> Any:
    import weasyprint

    made = datetime.combine(day, time(), UTC)
    return weasyprint.Attachment(
        string=content,
        name=ATTACHMENT_NAME,
        description="The requisition behind this plan",
        relationship="Source",
        created=made,
        modified=made,
        url_fetcher=_fetcher(),
    )


@cache
def _style_text() -> str:
    path = finders.find("css/print.css")
    if path is None:
        raise FileNotFoundError("css/print.css is not among the static files")
    faces = "".join(
        f'@font-face {{ font-family: "{family}"; font-weight: {weight}; src: url("{FONT_SCHEME}{name}"); }}\n'
        for family, weight, _, name in _FONTS
    )
    return faces + Path(path).read_text(encoding="utf-8")


@cache
def _styles(paper: Paper) -> tuple[list[Any], Any]:
    """Style sheets and the font configuration, built once a process: reading fonts takes a fifth of the time."""
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    sheets = [weasyprint.CSS(string=_style_text(), font_config=fonts, url_fetcher=_fetcher())]
    if paper == "letter":
        sheets.append(weasyprint.CSS(string="@page { size: letter }", font_config=fonts))
    # The configuration removes its files when it goes; that needs modules which are gone at the very end.
    atexit.register(_styles.cache_clear)
    return sheets, fonts


@cache
def _fetcher() -> Any:
    """Gives the four bundled fonts and refuses everything else: no network, no files."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class BundledFonts(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> Any:
            content = _font_bytes().get(url)
            if content is None:
                raise ValueError(f"refused: {url}")
            return URLFetcherResponse(url, content, {"Content-Type": "font/ttf"})

    return BundledFonts()


@cache
def _font_bytes() -> dict[str, bytes]:
    return {f"{FONT_SCHEME}{name}": (_package_folder(package) / name).read_bytes() for _, _, package, name in _FONTS}


def _package_folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"The font package {package} is not installed")
    return Path(spec.origin).parent / "files"
