"""Letters that tell where a pattern is worth trying: one pass over a text finds the lines that hold any of them.

A plain search is many times faster than a pattern, and one search for the hints of every reader at once is faster
than one for each.
"""

import re
from functools import cache
from typing import Final, NewType

from hiring.skills.trie import folded_exactly

Hints = NewType("Hints", int)
"""A family of hints: letters of which a line must hold some before the pattern they stand for is worth trying."""

_FAMILIES: Final[list[tuple[str, ...]]] = []
_LINE_END: Final = "\n"


def hints(*letters: str) -> Hints:
    """A family of hints, in lower case, to be made once, when its module is imported."""
    _FAMILIES.append(letters)
    _search.cache_clear()
    return Hints(1 << (len(_FAMILIES) - 1))


class HintedLines:
    """The lines of a text in lower case, each with the families of which it holds a hint."""

    def __init__(self, low: str) -> None:
        pattern, families = _search()
        self._lines: list[tuple[int, int, int]] = []
        start = held = 0
        text = low + _LINE_END
        found = pattern.search(text)
        while found:
            letters, at = found.group(), found.start()
            if letters != _LINE_END:
                held |= families[letters]
            else:
                if held:
                    self._lines.append((start, at, held))
                start, held = at + 1, 0
            found = pattern.search(text, at + 1)

    def having(self, family: Hints) -> list[tuple[int, int]]:
        """The lines that hold any hint of a family, in order: where each starts and ends."""
        return [(start, end) for start, end, held in self._lines if held & family]

    def starts(self, family: Hints) -> frozenset[int]:
        """Where the lines start that hold any hint of a family."""
        return frozenset([start for start, _, held in self._lines if held & family])


@cache
def _search() -> tuple[re.Pattern[str], dict[str, int]]:
    """A pattern that finds at each place the longest hint, and the families that this hint stands for.

    A hint inside another that starts at the same place is held as well; one that starts later is found by looking
    again from the next letter.
    """
    named: dict[str, int] = {}
    for bit, family in enumerate(_FAMILIES):
        for letters in family:
            named[letters] = named.get(letters, 0) | 1 << bit
    families = {letters: _joined(named, letters) for letters in named}
    return re.compile(folded_exactly([*named, _LINE_END])), families


def _joined(named: dict[str, int], letters: str) -> int:
    held = 0
    for end in range(1, len(letters) + 1):
        held |= named.get(letters[:end], 0)
    return held
