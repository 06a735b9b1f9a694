"""Folding many phrases into one regular expression, so that a text is scanned once whatever their number."""

import re
from collections.abc import Iterable
from typing import Final

GAP: Final = r"(?:[ \t\u00a0\-\u2010-\u2013]{1,2}|[ \t]?\r?\n[ \t]{0,8})"
"""What may stand between two words of a phrase: blanks, a hyphen, or one line break of wrapped text."""

_END: Final = ""
type _Node = dict[str, "_Node"]


def folded(phrases: Iterable[str]) -> str:
    """The pattern that matches any of the phrases, at each place the longest first.

    Phrases are lower case; a blank or hyphen in them stands for any gap between words. The pattern needs no more
    than one pass: alternatives of a node begin with different characters.
    """
    return _pattern(_trie(re.sub(r"[\s-]+", " ", phrase) for phrase in phrases), GAP)


def folded_exactly(phrases: Iterable[str]) -> str:
    """The same for phrases that stand for their own characters alone, blanks included."""
    return _pattern(_trie(phrases), "[ ]")


def _trie(phrases: Iterable[str]) -> _Node:
    root: _Node = {}
    for phrase in phrases:
        node = root
        for character in phrase:
            node = node.setdefault(character, {})
        node[_END] = {}
    return root


def _pattern(node: _Node, gap: str) -> str:
    ends = _END in node
    branches = [
        (gap if character == " " else re.escape(character)) + _pattern(child, gap)
        for character, child in sorted(node.items())
        if character != _END
    ]
    if not branches:
        return ""
    if len(branches) == 1 and not ends:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if ends else ''}"
