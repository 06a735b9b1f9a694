"""What a draft is made of, and small words around figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from hiring.facts.wording import listed
from hiring.questions.wording import number, skill_name

_NUMBERS: Final = "no one two three four five six seven eight nine ten eleven twelve".split()


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence or a bullet. ``spare`` is 0 where the ad cannot do without; the highest goes first in a long ad."""

    text: str
    bullet: bool = False
    spare: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and what stands under it."""

    heading: str
    pieces: tuple[Piece, ...]


def count(amount: int | Decimal, one: str, many: str | None = None) -> str:
    """``one model``, ``six models``, ``14 models``."""
    words = _NUMBERS[int(amount)] if amount == int(amount) and amount <= 12 else number(amount)
    return f"{words} {one if amount == 1 else many or f'{one}s'}"


def sentence(text: str) -> str:
    """The text with a capital at its start and a full stop at its end."""
    text = " ".join(text.split()).rstrip(" ;,")
    if not text:
        return ""
    text = text[0].upper() + text[1:]
    return text if text[-1] in ".!?:" else f"{text}."


def bullet(text: str, spare: int = 0) -> Piece:
    """A bullet: a capital at its start, no full stop."""
    text = " ".join(text.split()).rstrip(" .;,")
    return Piece(text[:1].upper() + text[1:], bullet=True, spare=spare)


def names_of(any_of: Sequence[str]) -> str:
    """Alternatives by name: ``AWS, Google Cloud or Azure``."""
    return listed([skill_name(slug) for slug in any_of], "or")
