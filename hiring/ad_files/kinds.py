"""What kind of file something is, by its first bytes: a name can be wrong."""

import re
from enum import StrEnum
from itertools import islice
from typing import Final

from hiring.ad_files.refused import Refused


class FileKind(StrEnum):
    """The kinds that are read. Markdown is text."""

    TEXT = "text"
    HTML = "html"
    WORD = "docx"
    PDF = "pdf"


_TAKEN: Final = "Text, Markdown, HTML, Word (.docx) and PDF can be read."
_PASTE: Final = "Save it as .docx or PDF, or paste the text."

_OTHERS: Final = (
    (b"\xd0\xcf\x11\xe0", f"This is an old Word file (.doc) or one protected with a password. {_PASTE}"),
    (b"{\\rtf", f"This is an RTF file. {_PASTE}"),
    (b"\x89PNG", "This is a picture: the words in it cannot be read. Paste the text."),
    (b"\xff\xd8\xff", "This is a picture: the words in it cannot be read. Paste the text."),
    (b"GIF8", "This is a picture: the words in it cannot be read. Paste the text."),
    (b"\x1f\x8b", f"This is a compressed archive. {_TAKEN}"),
)
"""First bytes of files that people try, and what to say."""

_HTML_START: Final = re.compile(r"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_HTML_TAG: Final = re.compile(
    r"</?(?:p|div|li|ul|ol|br|h[1-6]|strong|b|em|span|table|tr|td|section|article)\b[^<>]{0,500}>", re.IGNORECASE
)
_ENOUGH_TAGS: Final = 4
"""Tags after which a text is the source of a page, not a text that names one."""

_OPENING: Final = 20_000
"""Characters in which a web page shows that it is one."""


def kind_of(content: bytes, suffix: str) -> FileKind:
    """The kind of a file by its content; ``suffix`` (``.html``) settles what text does not show.

    Raises Refused for what is none of the kinds.
    """
    start = content[:1024].lstrip()
    if b"%PDF-" in start:
        return FileKind.PDF
    if content.startswith(b"PK\x03\x04"):
        if b"word/" in content:
            return FileKind.WORD
        raise Refused(f"This is a zip file or a document of another program. {_TAKEN}")
    for magic, say in _OTHERS:
        if content.startswith(magic):
            raise Refused(say)
    opening = content[:_OPENING].decode("latin-1")
    if suffix in (".html", ".htm", ".xhtml") or _HTML_START.match(opening):
        return FileKind.HTML
    if suffix not in (".md", ".markdown") and looks_like_html(opening):
        return FileKind.HTML
    return FileKind.TEXT


def looks_like_html(text: str) -> bool:
    """Whether a text is the source of a web page, or of a part of one."""
    opening = text[:_OPENING]
    if "<" not in opening:
        return False
    if _HTML_START.match(opening):
        return True
    return sum(1 for _ in islice(_HTML_TAG.finditer(opening), _ENOUGH_TAGS)) == _ENOUGH_TAGS
