"""The text of an ad in the form in which it is searched: lower case, plain hyphens and quotes, same length."""

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


def plain(text: str) -> str:
    """The text with plain characters, its case kept. Offsets stay the same."""
    for character in _PLAIN_ASCII if text.isascii() else _PLAIN:
        text = text.replace(character, _PLAIN[character])
    return text
