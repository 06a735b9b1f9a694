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

_ENTITIES: Final = re.compile(r"&(nbsp|pound|euro|yen|ndash|mdash|minus|bull|middot|lt|gt|amp|quot);")
_ENTITY_SIGNS: Final = {
    **dict.fromkeys(("ndash", "mdash", "minus"), "-"),
    **{"nbsp": " ", "pound": "\u00a3", "euro": "\u20ac", "yen": "\u00a5", "bull": "\u2022", "middot": "\u00b7"},
    **{"lt": "<", "gt": ">", "amp": "&", "quot": '"'},
}
"""How the source of a page writes signs that read the same among blanks."""

_PLAIN_ASCII: Final = "\t\r\x0b\x0c`"
_UNDERSCORES: Final = re.compile(r"__*")  # a letter first: found many times faster than "_+"
_NAME_ENDS: Final = "+#.)"
"""Signs that a name may end with, letters and digits aside."""


def plain(text: str) -> str:
    """The text with plain characters, its case kept. Offsets stay the same."""
    for character in _PLAIN_ASCII if text.isascii() else _PLAIN:
        text = text.replace(character, _PLAIN[character])
    if "&" in text and ";" in text:
        text = _ENTITIES.sub(_sign, text)
    return _UNDERSCORES.sub(_without_emphasis, text) if "_" in text else text


def _sign(match: re.Match[str]) -> str:
    """The sign right before what follows it, and blanks before that."""
    return _ENTITY_SIGNS[match[1]].rjust(len(match[0]))


def _without_emphasis(match: re.Match[str]) -> str:
    """Blanks for the underscores around words, which Markdown prints in italics; those inside a name belong to it."""
    text, (start, end) = match.string, match.span()
    before, after = text[start - 1 : start], text[end : end + 1]
    opens = after.isalnum() and not before.isalnum()
    closes = not after.isalnum() and before != "" and (before.isalnum() or before in _NAME_ENDS)
    return " " * (end - start) if opens or closes else match[0]
