"""What the text of the job ad says to the checkers: length, language, clichés, partners, requirement lines.

All of it rests on ``hiring.prose``. Reading is lazy, and kept for the last few texts: other answers
change more often than the ad does.
"""

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import Final

from hiring.prose.reading import Reading, reading_of
from hiring.prose.spans import BOILERPLATE, SectionKind
from hiring.prose.words import PARTNER_HINTS, Hit
from hiring.skills import skill_named

__all__ = ["Ad", "Hit", "read_ad"]

_INTERNAL: Final = re.compile(
    r"\binternal (?:transfer|mobility|vacancy|(?:candidates|applicants|employees|posting) only)\b"
)
_OPENING: Final = 400
"""An internal note says so at its top: within so many characters."""

_FILLER: Final = re.compile(
    r"^(?:\d+\s*\+?\s*(?:-\s*\d+\s*)?years?(?: of)?|strong|solid|good|deep|proven|hands[- ]on|working|basic|advanced|"
    r"excellent|professional|practical|extensive|prior|experience|expertise|knowledge|understanding|proficiency|proficient|"
    r"fluency|fluent|familiarity|familiar|skills?|expert|with|in|of|using|like|e\.g\.|such as|including)\b\.?[ ,:]*"
)
"""Words around a name that ask for it and say nothing of what it is for."""

_SEPARATORS: Final = re.compile(r"[\s,;|()•:](?:(?<!\s)|(?:and|or|and/or|&|\+|e\.g\.|such as|like)\s)")
"""What stands between names in a list."""


class Ad:
    """One job ad. Offsets of hits are those of ``text``."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def reading(self) -> Reading:
        """The text cut into lines and sections."""
        return reading_of(self.text)

    @property
    def lowered(self) -> str:
        """The text in lower case with plain hyphens and apostrophes, character for character."""
        return self.reading.low

    @property
    def words(self) -> int:
        """Number of words: whatever stands between spaces and holds a letter or digit."""
        return self.reading.words

    @property
    def english(self) -> bool:
        """False only where the text shows another language: its small words or its script outweigh English."""
        return self.reading.english

    @cached_property
    def internal(self) -> bool:
        """Whether the text opens as a note for an internal transfer."""
        low = self.lowered
        return low.find("internal", 0, _OPENING) >= 0 and _INTERNAL.search(low, 0, _OPENING) is not None

    @cached_property
    def cliches(self) -> tuple[Hit, ...]:
        """Every cliché, in the order of the text, benefits and legal text aside."""
        return tuple([hit for hit, _ in self._cliches_with_kinds])

    @cached_property
    def cliche_halves(self) -> int:
        """Clichés counted in halves: two each, one inside a paragraph about the employer; those alone are nothing."""
        counts = [1 if kind == "employer" else 2 for _, kind in self._cliches_with_kinds]
        return sum(counts) if 2 in counts else 0

    @cached_property
    def _cliches_with_kinds(self) -> list[tuple[Hit, SectionKind | None]]:
        kind_at = self.reading.kind_at
        kinds = [(hit, kind_at(hit.start)) for hit in self.reading.cliches]
        return [(hit, kind) for hit, kind in kinds if kind not in ("benefits", "legal")]

    @property
    def lone_wolf(self) -> tuple[Hit, ...]:
        """Words that ask for a hero instead of a colleague."""
        return self.reading.lone_wolf

    @property
    def excluding(self) -> tuple[Hit, ...]:
        """Gendered, ageist or otherwise exclusionary words."""
        return self.reading.excluding

    @cached_property
    def names_partners(self) -> bool:
        """Whether any sentence names a role or team that this person works with."""
        return self.reading.hinted.any(PARTNER_HINTS)

    @cached_property
    def requirement_lines(self) -> tuple[str, ...]:
        """The lines under headings such as "Requirements"; all bullet lines where there is no such heading.

        Sections on the employer's stack are context and left out.
        """
        reading = self.reading
        asked = [block.line for block in reading.blocks if block.kind in ("must", "nice")]
        if not asked:
            asked = [
                block.line
                for block in reading.blocks
                if block.line.bullet and block.kind != "stack" and block.kind not in BOILERPLATE
            ]
        return tuple(reading.plain[line.start : line.end].strip() for line in asked)

    @cached_property
    def bare_lines(self) -> tuple[str, ...]:
        """The requirement lines that hold nothing but names of tools or topics."""
        return tuple(line for line in self.requirement_lines if _bare_names(line))

    @cached_property
    def bare_names(self) -> int:
        """How many names stand in those lines."""
        return sum(_bare_names(line) for line in self.bare_lines)


def _bare_names(line: str) -> int:
    """Number of names in a line made of names of skills alone, fillers such as "experience with" aside; else 0."""
    known = unknown = 0
    for part in _parts(line):
        for name in _names_in(part):
            if skill_named(name) is not None:
                known += 1
            elif _looks_like_a_name(name):
                unknown += 1
            else:
                return 0
    return known + unknown if known else 0


def _parts(line: str) -> Iterator[str]:
    """What stands between separators, cut off one at a time: the first words of most lines settle the matter."""
    start = 0
    for separator in _SEPARATORS.finditer(line):
        yield line[start : separator.start()]
        start = separator.end()
    yield line[start:]


def _names_in(part: str) -> Iterator[str]:
    name = part.strip(" .*_-")
    while name and (filler := _FILLER.match(name.lower())):
        name = name[filler.end() :].strip(" .")
    if not name or name.lower() in ("etc", "or similar", "similar", "others"):
        return
    if "/" in name and skill_named(name) is None:
        yield from (piece.strip() for piece in name.split("/") if piece.strip())
    else:
        yield name


def _looks_like_a_name(text: str) -> bool:
    """A product that the taxonomy does not know: three words at most, each with a capital or a digit."""
    words = text.split()
    return len(words) <= 3 and all(any(letter.isupper() or letter.isdigit() for letter in word) for word in words)


@lru_cache(maxsize=64)
def _read(text: str) -> Ad:
    return Ad(text)


def read_ad(text: str | None) -> Ad | None:
    """The ad of a text; None where there is none or it is blank."""
    return _read(text) if text and not text.isspace() else None
