"""The text of an ad in the form in which it is searched: lower case, plain hyphens and quotes, same length."""

import re
from typing import Final

from hiring.skills.matching import lowered

__all__ = ["lowered", "plain"]

_PLAIN: Final = {
    **dict.fromkeys("‐‑‒–—−", "-"),
    **dict.fromkeys("’‘ʼ´`", "'"),
    **dict.fromkeys("“”„", '"'),
    **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u200b\u200c\u200d\ufeff\u2060\t\r\x0b\x0c", " "),
    **dict.fromkeys("\u2028\u2029\x85", "\n"),
    "…": ".",
    "／": "/",
    "：": ":",
    "，": ",",
}
"""Typographic characters and their plain forms, character for character."""

_PLAIN_ASCII: Final = "\t\r\x0b\x0c`"
_EMPHASIS: Final = re.compile(r"(?<![A-Za-z0-9_])_{1,3}(?=[A-Za-z0-9])|(?<=[A-Za-z0-9+#.)])_{1,3}(?![A-Za-z0-9_])")
"""Underscores around words, which Markdown prints in italics: no part of a name, as those inside one are."""


def plain(text: str) -> str:
    """The text with plain characters, its case kept. Offsets stay the same."""
    for character in _PLAIN_ASCII if text.isascii() else _PLAIN:
        text = text.replace(character, _PLAIN[character])
    return _EMPHASIS.sub(_blanks, text) if "_" in text else text


def _blanks(match: re.Match[str]) -> str:
    return " " * len(match[0])
