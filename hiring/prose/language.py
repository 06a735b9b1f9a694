"""Whether an ad is in English: the only language that is read."""

from typing import Final

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


def words_in(low: str) -> tuple[str, ...]:
    """The words of a text in lower case: whatever stands between spaces and holds a letter or digit."""
    return tuple([token for token in low.split() if token[0].isalnum() or any(map(str.isalnum, token))])


def is_english(text: str, words: tuple[str, ...]) -> bool:
    """False only where the text shows another language: its small words or its script outweigh English."""
    if len(text.encode("ascii", "ignore")) * 3 < len(text) * 2:
        return False
    distinct = set(words)
    other = len(distinct & _OTHER_LANGUAGES)
    return other < _FOREIGN_WORDS or other <= len(distinct & _ENGLISH)
