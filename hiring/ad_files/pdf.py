"""The text of a PDF, its lines put together again where the page broke them."""

import io
import re
from typing import Final

from pypdf import PdfReader
from pypdf.errors import LimitReachedError, PyPdfError

from hiring.ad_files.refused import TOO_MUCH, Refused

MOST_PAGES: Final = 30
"""Pages read. An ad has two."""

_FEWEST_LETTERS: Final = 40
"""Letters on all pages together below which the pages are pictures."""

_ITEM: Final = re.compile(r"\s*(?:[-*•●▪◦‣·○➢►✓–]|\d{1,2}[.)])\s*")
"""The start of an item, which never goes on with the line before."""

_BULLET_ALONE: Final = re.compile(r"\s*[•●▪◦‣·○➢►✓–]\s*\Z")
"""A bullet whose item stands on the next line."""

_FULL_LINE: Final = 60
"""Characters from which a line was broken by the page, not by its writer."""


def text_of_pdf(content: bytes) -> str:
    """The words of a PDF. Raises Refused, for scans too: there are no letters in them."""
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Refused("The PDF is protected with a password. Save it without, or paste the text.")
        pages = reader.pages
        if len(pages) > MOST_PAGES:
            raise Refused(f"The PDF has {len(pages)} pages; up to {MOST_PAGES} are read. Paste the advert alone.")
        text = "\n".join(page.extract_text() for page in pages)
    except Refused:
        raise
    except LimitReachedError:
        raise Refused(TOO_MUCH) from None
    except PyPdfError:
        raise Refused("The PDF is damaged and cannot be opened. Save it again, or paste the text.") from None
    if sum(letter.isalpha() for letter in text) < _FEWEST_LETTERS:
        raise Refused(
            "There are no letters in this PDF: it is a scan or a picture, and pictures are not read. Paste the text."
        )
    return unwrapped(text)


def unwrapped(text: str) -> str:
    """Lines that a page broke, put together: what follows in lower case, or follows a full line without an end."""
    lines: list[str] = []
    joined = False
    for raw in text.splitlines():
        line = raw.strip()
        if lines and line and joined:
            lines[-1] = f"{lines[-1]} {line}"
        elif lines and line and _continues(lines[-1], line):
            lines[-1] = f"{lines[-1]}{line}" if lines[-1].endswith("-") else f"{lines[-1]} {line}"
        else:
            lines.append(line)
        joined = _BULLET_ALONE.match(raw) is not None
    return "\n".join(lines)


def _continues(before: str, line: str) -> bool:
    if not before or _ITEM.match(line):
        return False
    if before[-1] in ".!?:;":
        return False
    if line[0].islower() or line[0] in "(&,":
        return True
    last = before.rsplit("\n", 1)[-1]
    return before[-1] == "," or (len(last) >= _FULL_LINE and len(line) >= _FULL_LINE // 2 and _ITEM.match(last) is None)
