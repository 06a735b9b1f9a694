"""Stretches of a text, and the kinds of sections that adverts have."""

from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

SectionKind = Literal[
    "must", "nice", "duties", "stack", "outcomes", "process", "pay", "team", "role", "employer", "benefits", "legal"
]
"""``employer``, ``benefits`` and ``legal`` are boilerplate; ``stack`` is context, not a demand."""

BOILERPLATE: Final[frozenset[SectionKind]] = frozenset({"employer", "benefits", "legal"})
"""Praise of the employer, what it gives to everybody, and what lawyers ask for: never a source of flags."""


class Span(NamedTuple):
    """``text[start:end]``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the ad under one heading (``heading`` is empty, at its start, where there is none)."""

    kind: SectionKind
    heading: Span
    span: Span
