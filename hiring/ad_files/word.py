"""The text of a Word document (.docx): paragraphs, lists, tables, text boxes; what was deleted stays out.

Headers and footers come last, each once: their place, reference or pay is read, and their company name is no title.
"""

import io
import zipfile
from collections.abc import Iterator
from typing import Any, Final

import docx
from docx.oxml.ns import qn

from hiring.ad_files.refused import Refused

MOST_PARTS: Final = 2_000
"""Files inside the document. A long one with pictures has fifty."""

LARGEST_INSIDE: Final = 40 * 1024 * 1024
"""Bytes of all files inside, unpacked."""

_BROKEN: Final = "The Word file is damaged and cannot be opened. Save it again in Word, or paste the text."
_PARAGRAPH, _TEXT, _TAB, _BREAK = qn("w:p"), qn("w:t"), qn("w:tab"), qn("w:br")
_NOT_READ: Final = frozenset(
    {
        qn("w:del"),
        qn("w:moveFrom"),
        qn("w:instrText"),
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    }
)


def text_of_word(content: bytes) -> str:
    """The words of a document. Raises Refused."""
    _check_size(content)
    try:
        document = docx.Document(io.BytesIO(content))
        names = {style.style_id: (style.name or "").lower() for style in document.styles if style.style_id}
        parts = [document.element.body, *_margins(document)]
    except Exception:  # noqa: BLE001  # the reader raises whatever its parser stumbles over
        raise Refused(_BROKEN) from None
    told: dict[str, None] = {}
    for part in parts:
        told.setdefault("\n".join(_lines(part, names)).strip("\n"))
    return "\n\n".join(text for text in told if text)


def _margins(document: Any) -> Iterator[Any]:
    """The headers and footers that sections bring of their own."""
    for section in document.sections:
        for margin in (
            *(section.first_page_header, section.header, section.even_page_header),
            *(section.first_page_footer, section.footer, section.even_page_footer),
        ):
            if not margin.is_linked_to_previous:
                yield margin._element  # the library gives paragraphs and tables apart, without text boxes


def _lines(part: Any, names: dict[str, str]) -> Iterator[str]:
    """The lines of a part: headings apart, list items marked."""
    for paragraph in part.iter(_PARAGRAPH):
        if _inside_not_read(paragraph):
            continue
        text = " ".join("".join(_words(paragraph)).split(" ")).strip()
        style = names.get(_style_of(paragraph), "")
        if style.startswith(("heading", "title", "subtitle")) and text:
            yield from ("", text)
        elif text and (style.startswith("list") or paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None):
            yield f"- {text}"
        else:
            yield text


def _check_size(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise Refused(_BROKEN) from None
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_INSIDE:
        raise Refused("The Word file unpacks to far more than an advert holds. Paste the text instead.")
    if any(part.flag_bits & 1 for part in parts):
        raise Refused("The Word file is protected with a password. Save it without, or paste the text.")


def _style_of(paragraph: Any) -> str:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return "" if style is None else style.get(qn("w:val")) or ""


def _words(paragraph: Any) -> Iterator[str]:
    """The words of a paragraph without those of paragraphs in text boxes inside it."""
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if element.tag == _TEXT:
            yield element.text or ""
        elif element.tag == _TAB:
            yield " "
        elif element.tag == _BREAK:
            yield "\n"
        elif element.tag != _PARAGRAPH and element.tag not in _NOT_READ:
            waiting += reversed(element)


def _inside_not_read(paragraph: Any) -> bool:
    return any(above.tag in _NOT_READ for above in paragraph.iterancestors())
