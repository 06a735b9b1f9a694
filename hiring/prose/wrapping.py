"""Texts whose lines were broken at a width, as mails and files of plain text are: their sentences made whole."""

import re
from itertools import pairwise
from typing import Final

_NARROWEST: Final = 56
_WIDEST: Final = 100
"""Characters of the longest line of a text that may have been broken at a width."""

_FEWEST: Final = 4
"""Lines that were broken: fewer are chance."""

_LONGEST_WORD: Final = 30
"""Characters: what is longer, an address for example, has no room in many a line."""

_OPENS_ITEM: Final = re.compile(r"[ ]*(?:[-*\u2022\u25cf\u00b7#|>]|\d{1,2}[.)][ ]|o[ ])")
_GOES_ON: Final = re.compile(
    r"(?:,|\b(?:a|an|and|as|at|by|for|from|in|into|like|of|on|or|our|such as|that|the|to|using|via|we|with|your|"
    r"\w+ing))\Z"
)
"""What cannot be the end of a line that somebody meant to end there."""


def unwrapped(text: str) -> str:
    """The text with a blank for each line break that was made because the next word had no room. Same length."""
    lines = text.split("\n")
    width = max(map(len, lines))
    if width > _WIDEST and "://" in text:  # addresses are not broken
        width = max((len(line) for line in lines if "://" not in line), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return text
    joined = [_is_wrapped(before, line, width) for before, line in pairwise(lines)]
    if sum(joined) < _FEWEST:
        return text
    parts = [lines[0]]
    for line, is_joined in zip(lines[1:], joined, strict=True):
        parts += (" " if is_joined else "\n", line)
    return "".join(parts)


def _is_wrapped(before: str, line: str, width: int) -> bool:
    words = line.lstrip()
    if not words or not before.strip() or len(before) > width or _OPENS_ITEM.match(line):
        return False
    word = len(words.split(" ", 1)[0])
    if word > _LONGEST_WORD or len(before.rstrip()) + 1 + word <= width:
        return False
    return words[0].islower() or words[0] in "(&" or _GOES_ON.search(before.rstrip()) is not None
