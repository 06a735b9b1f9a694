"""The text of an ad in the form in which it is searched: lower case, plain hyphens and quotes, same length."""

from collections.abc import Iterable
from typing import Final

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
    for character in _PLAIN_ASCII if text.isascii() else set(text) & _PLAIN.keys():
        text = text.replace(character, _PLAIN[character])
    return text


def lowered(text: str) -> str:
    """Lower case of the same length: the few letters that would grow are left as they are."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


def lines_with(low: str, hints: Iterable[str]) -> list[tuple[int, int]]:
    """The lines of a text that hold any of the hints, in order.

    A plain search is many times faster than a pattern: patterns are tried on these lines alone.
    """
    spans: dict[int, int] = {}
    for hint in hints:
        at = low.find(hint)
        while at >= 0:
            start = low.rfind("\n", 0, at) + 1
            end = low.find("\n", at)
            spans[start] = end = len(low) if end < 0 else end
            at = low.find(hint, end)
    return sorted(spans.items())
