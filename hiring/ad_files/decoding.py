"""From bytes to text, and from any text to one with plain line ends and no invisible characters."""

import codecs
import re
from typing import Final

from hiring.ad_files.refused import Refused

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHARSET: Final = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
"""The encoding that a web page declares."""

_NOT_TEXT: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\x80-\x9f\ufffd]")
"""Characters that no text has."""

_MOST_ODD: Final = 0.02
"""Share of characters that are none: more of them, and it is no text."""

_DROPPED: Final = dict.fromkeys([*range(9), *range(0x0E, 0x20), 0x7F, 0xAD, 0xFEFF, 0x200E, 0x200F])
"""Invisible characters: controls, soft hyphens, marks of direction."""

_LIGATURES: Final = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
_SPACES_AT_END: Final = re.compile(r"[ \t]+(?=\n|\Z)")
_EMPTY_LINES: Final = re.compile(r"\n{3,}")


def decoded(content: bytes) -> str:
    """The text of bytes: by its byte-order mark, as UTF-8, as declared in it, else as Windows-1252.

    Raises Refused where that is no text.
    """
    text = _decode(content)
    odd = sum(1 for _ in _NOT_TEXT.finditer(text))
    if odd > _MOST_ODD * len(text):
        raise Refused("This is not a text that can be read. Text, Markdown, HTML, Word (.docx) and PDF can.")
    return text


def tidy(text: str) -> str:
    """The text with plain line ends, without control characters, soft hyphens and blanks at the end of lines."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_DROPPED | _LIGATURES)
    text = text.encode("utf-8", "ignore").decode()
    return _EMPTY_LINES.sub("\n\n", _SPACES_AT_END.sub("", text)).strip()


def _decode(content: bytes) -> str:
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return content.decode(encoding, "replace").removeprefix("\ufeff")
    try:
        return content.decode()
    except UnicodeDecodeError:
        pass
    declared = _CHARSET.search(content[:2048])
    if declared:
        try:
            return content.decode(declared.group(1).decode("ascii"), "replace")
        except (LookupError, ValueError, UnicodeError):
            pass
    return content.decode("cp1252", "replace")
