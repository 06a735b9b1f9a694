"""What a draft is made of, and small words around figures."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from hiring.facts.wording import listed
from hiring.questions.wording import number, skill_name
from hiring.skills import SKILLS

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


_COMMON: Final = re.compile(r"[A-Z][a-z]+(?:[ -][a-z]+)+")
"""A name made of ordinary words: "Model registry", not "Ray Serve"."""


def names_of(any_of: Sequence[str]) -> str:
    """Alternatives by name as they stand in a sentence: ``MLflow or experiment tracking``."""
    return listed([_in_a_sentence(skill_name(slug)) for slug in any_of], "or")


def _in_a_sentence(name: str) -> str:
    common = _COMMON.fullmatch(name) is not None and name.split()[0].lower() not in SKILLS
    return name[0].lower() + name[1:] if common else name
