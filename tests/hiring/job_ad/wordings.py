"""The texts that a pattern can match, written out: the proof that hints never lose a match."""

import re
from collections.abc import Sequence
from importlib import import_module
from itertools import combinations, product
from typing import Any, Final

ANYTHING: Final = "\0"
"""Stands for whatever characters a pattern leaves open."""

_PARSER: Final = import_module("re._parser")
_WHOLE: Final = 1000
_MOST: Final = 20_000
_UNSEEN: Final = {"ASSERT", "ASSERT_NOT", "AT"}
_REPEATS: Final = {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}
_ONE_OF_A_KIND: Final = {"CATEGORY_DIGIT": "0", "CATEGORY_SPACE": " "}


def openings(pattern: re.Pattern[str], longest: int) -> set[str]:
    """How every kind of text begins that a pattern matches: its first ``longest`` characters.

    Conditions on what stands around are left out, so that there are rather too many. A digit stands for all digits.
    """
    return _sequence(_PARSER.parse(pattern.pattern, pattern.flags & ~re.UNICODE.value), longest)


def always_holds(pattern: re.Pattern[str], letters: Sequence[str]) -> bool:
    """Whether every text that a pattern matches holds some of these letters, as far as can be told part by part."""
    return _holds(_PARSER.parse(pattern.pattern, pattern.flags & ~re.UNICODE.value), letters)


def _holds(parsed: Any, letters: Sequence[str]) -> bool:
    parts = list(parsed)
    if any(_part_holds(str(kind), value, letters) for kind, value in parts):
        return True
    for first, last in sorted(combinations(range(len(parts) + 1), 2), key=lambda ends: ends[1] - ends[0]):
        try:
            texts = _sequence(parts[first:last], _WHOLE)
        except _TooManyError:
            continue
        if all(any(hint in text for hint in letters) for text in texts):
            return True
    return False


def _part_holds(kind: str, value: Any, letters: Sequence[str]) -> bool:
    if kind == "BRANCH":
        return all(_holds(branch, letters) for branch in value[1])
    if kind == "SUBPATTERN":
        return _holds(value[-1], letters)
    return kind in _REPEATS and value[0] > 0 and _holds(value[2], letters)


class _TooManyError(Exception):
    """There are too many texts to write out."""


def _sequence(parsed: Any, longest: int) -> set[str]:
    texts = {""}
    for kind, value in parsed:
        whole = {text for text in texts if len(text) >= longest}
        more = _part(str(kind), value, longest)
        if len(texts) * len(more) > _MOST:
            raise _TooManyError
        texts = whole | {_short(text + added, longest) for text, added in product(texts - whole, more)}
    return texts


def _part(kind: str, value: Any, longest: int) -> set[str]:
    if kind in _UNSEEN:
        return {""}
    if kind == "LITERAL":
        return {chr(value)}
    if kind == "IN":
        return _class(value)
    if kind == "BRANCH":
        return set().union(*(_sequence(branch, longest) for branch in value[1]))
    if kind == "SUBPATTERN":
        return _sequence(value[-1], longest)
    if kind in _REPEATS:
        least, most, part = value
        once = _sequence(part, longest)
        fewest = {""}
        for _ in range(least):
            fewest = {_short(text + added, longest) for text, added in product(fewest, once)}
        if most == least:
            return fewest
        again = {_short(text + added, longest) for text, added in product(fewest, once)}
        return fewest | (again if most == least + 1 else {text + ANYTHING for text in again})
    return {ANYTHING}


def _class(members: Any) -> set[str]:
    texts: set[str] = set()
    for kind, value in members:
        if str(kind) == "LITERAL":
            texts.add(chr(value))
        elif str(kind) == "CATEGORY" and str(value) in _ONE_OF_A_KIND:
            texts.add(_ONE_OF_A_KIND[str(value)])
        else:
            return {ANYTHING}
    return texts


def _short(text: str, longest: int) -> str:
    return re.sub(f"{ANYTHING}+", ANYTHING, text)[:longest]
