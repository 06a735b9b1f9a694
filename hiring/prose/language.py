"""Whether an ad is in English: the only language that is read."""

from collections.abc import Sequence
from typing import Final

_ENGLISH: Final = frozenset(
    """
    the and of to with for you our are is will your that this be by from or we have
    """.split()
)
_OTHER_LANGUAGES: Final = frozenset(
    """
    und der das mit für wir sie ein eine von zu den im bei oder ist deine ihre et les des une dans vous nous avec sur du
    le est votre notre el los las para con una del que por nuestro en y os com uma não você nossa em il di che per gli
    della sono nostro het een van voor wij jij jouw onze bij naar och att som för vi med är det og til på oraz nie jest
    się dla
    """.split()
)
"""Small words of German, French, Spanish, Portuguese, Italian, Dutch, the Nordic languages and Polish."""

_FOREIGN_WORDS: Final = 3
"""Fewer different words of another language prove nothing."""


def words_among(tokens: Sequence[str]) -> int:
    """How many of the pieces between spaces are words: hold a letter or digit."""
    signs = {token for token in set(tokens) if not token[0].isalnum() and not any(map(str.isalnum, token))}
    return len(tokens) - (sum(map(signs.__contains__, tokens)) if signs else 0)


def is_english(text: str, tokens: Sequence[str]) -> bool:
    """False only where the text shows another language: its small words or its script outweigh English.

    ``tokens`` are its pieces between spaces, in lower case.
    """
    if not text.isascii() and len(text.encode("ascii", "ignore")) * 3 < len(text) * 2:
        return False
    other = len(_OTHER_LANGUAGES.intersection(tokens))
    return other < _FOREIGN_WORDS or other <= len(_ENGLISH.intersection(tokens))
