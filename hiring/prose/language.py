"""Whether an ad is in English: the only language that is read."""

from collections.abc import Set
from typing import Final, NamedTuple

_ENGLISH: Final = frozenset(
    {
        "the",
        "and",
        "of",
        "to",
        "with",
        "for",
        "you",
        "our",
        "are",
        "is",
        "will",
        "your",
        "that",
        "this",
        "be",
        "by",
        "from",
        "or",
        "we",
        "have",
    }
)
_OTHER_LANGUAGES: Final = frozenset(
    {
        "und",
        "der",
        "das",
        "mit",
        "für",
        "wir",
        "sie",
        "ein",
        "eine",
        "von",
        "zu",
        "den",
        "im",
        "bei",
        "oder",
        "ist",
        "deine",
        "ihre",
        "et",
        "les",
        "des",
        "une",
        "dans",
        "vous",
        "nous",
        "avec",
        "sur",
        "du",
        "le",
        "est",
        "votre",
        "notre",
        "el",
        "los",
        "las",
        "para",
        "con",
        "una",
        "del",
        "que",
        "por",
        "nuestro",
        "en",
        "y",
        "os",
        "com",
        "uma",
        "não",
        "você",
        "nossa",
        "em",
        "il",
        "di",
        "che",
        "per",
        "gli",
        "della",
        "sono",
        "nostro",
        "het",
        "een",
        "van",
        "voor",
        "wij",
        "jij",
        "jouw",
        "onze",
        "bij",
        "naar",
        "och",
        "att",
        "som",
        "för",
        "vi",
        "med",
        "är",
        "det",
        "og",
        "til",
        "på",
        "oraz",
        "nie",
        "jest",
        "się",
        "dla",
    }
)
_FOREIGN_WORDS: Final = 3
"""Fewer different words of another language prove nothing."""


class Words(NamedTuple):
    """How many words a text has, and each of them once. ``distinct`` may hold signs too, which ``count`` leaves out."""

    count: int
    distinct: Set[str]


def words_in(low: str) -> Words:
    """The words of a text in lower case: whatever stands between spaces and holds a letter or digit."""
    tokens = low.split()
    distinct = set(tokens)
    signs = {token for token in distinct if not token[0].isalnum() and not any(map(str.isalnum, token))}
    return Words(len(tokens) - sum(map(signs.__contains__, tokens)), distinct)


def is_english(text: str, words: Set[str]) -> bool:
    """False only where the text shows another language: its small words or its script outweigh English."""
    if not text.isascii() and len(text.encode("ascii", "ignore")) * 3 < len(text) * 2:
        return False
    other = len(words & _OTHER_LANGUAGES)
    return other < _FOREIGN_WORDS or other <= len(words & _ENGLISH)
