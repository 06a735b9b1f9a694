"""Letters that tell where a pattern is worth trying: one pass over a text finds every place where any of them stand.

A plain search is many times faster than a pattern, and one search for the hints of every reader at once is faster
than one for each, whatever their number (Aho-Corasick).
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final, NewType

from ahocorasick_rs import AhoCorasick

Hints = NewType("Hints", int)
"""A family of hints: letters of which some stand in every line, or at the start of every match, of a pattern."""

_FAMILIES: Final[list[tuple[str, ...]]] = []


def hints(*letters: str) -> Hints:
    """A family of hints, in lower case, to be made once, when its module is imported."""
    _FAMILIES.append(letters)
    _search.cache_clear()
    return Hints(len(_FAMILIES) - 1)


class HintedLines:
    """Where a text in lower case holds hints, and the lines around them."""

    def __init__(self, low: str) -> None:
        self._low = low
        self._find()

    def _find(self) -> None:
        search, families = _search()
        self._known = len(_FAMILIES)
        found: defaultdict[Hints, list[int]] = defaultdict(list)
        for letters, start, _ in search.find_matches_as_indexes(self._low, overlapping=True):
            for family in families[letters]:
                found[family].append(start)
        for places in found.values():
            places.sort()
        self._places: Mapping[Hints, list[int]] = found

    def _of(self, family: Hints) -> list[int]:
        if family >= self._known:  # made by a module that was imported after this text was searched
            self._find()
        return self._places.get(family, [])

    def any(self, family: Hints) -> bool:
        """Whether the text holds any hint of a family."""
        return bool(self._of(family))

    def places(self, family: Hints, first: int = 0, last: int | None = None) -> list[int]:
        """Where hints of a family begin, in order, from ``first`` to before ``last``."""
        places = self._of(family)
        return places[bisect_left(places, first) : None if last is None else bisect_left(places, last)]

    def matches(
        self, pattern: re.Pattern[str], family: Hints, first: int = 0, last: int | None = None
    ) -> Iterator[re.Match[str]]:
        """What ``finditer`` gives line by line for a pattern whose every match begins with a hint of the family."""
        done = end = -1
        for place in self.places(family, first, last):
            if place > end:
                end = self._line_end(place) if last is None else last
            match = pattern.match(self._low, place, end) if place >= done else None
            if match is not None:
                done = match.end()
                yield match

    def found(self, pattern: re.Pattern[str], family: Hints, first: int, last: int) -> bool:
        """Whether a pattern, whose every match begins with a hint of the family, matches anywhere in a stretch."""
        return next(self.matches(pattern, family, first, last), None) is not None

    def lines_found(self, pattern: re.Pattern[str], family: Hints) -> frozenset[int]:
        """Where the lines start in which such a pattern matches."""
        return frozenset([self._low.rfind("\n", 0, match.start()) + 1 for match in self.matches(pattern, family)])

    def having(self, family: Hints) -> list[tuple[int, int]]:
        """The lines that hold any hint of a family, in order: where each starts and ends."""
        lines: list[tuple[int, int]] = []
        end = -1
        for place in self._of(family):
            if place > end:
                start, end = self._low.rfind("\n", 0, place) + 1, self._line_end(place)
                lines.append((start, end))
        return lines

    def starts(self, family: Hints) -> frozenset[int]:
        """Where the lines start that hold any hint of a family."""
        return frozenset([start for start, _ in self.having(family)])

    def _line_end(self, place: int) -> int:
        end = self._low.find("\n", place)
        return end if end >= 0 else len(self._low)


@cache
def _search() -> tuple[AhoCorasick, list[tuple[Hints, ...]]]:
    """The search for all hints, and for each of them the families that it stands for."""
    families: dict[str, list[Hints]] = {}
    for family, every in enumerate(_FAMILIES):
        for letters in every:
            families.setdefault(letters, []).append(Hints(family))
    search = AhoCorasick(families)
    return search, [tuple(dict.fromkeys(named)) for named in families.values()]
