"""What every reader of a fact is given: the text, its lower case, its lines with their kinds, the skills in it."""

from bisect import bisect_right
from collections.abc import Collection, Iterator
from functools import cached_property, lru_cache
from typing import Final

from hiring.prose.hints import HintedLines
from hiring.prose.language import is_english, words_among
from hiring.prose.lines import GLUED, sentences
from hiring.prose.plain import lowered, plain
from hiring.prose.sections import Block, Layout, layout_of
from hiring.prose.spans import BOILERPLATE, SectionKind, Span
from hiring.prose.words import CLICHES, EXCLUDING, LONE_WOLF, Hit, Phrases, hits, is_of_colleagues
from hiring.prose.wrapping import unwrapped
from hiring.skills import Found, skills_in

ASKING: Final[frozenset[SectionKind]] = frozenset({"must", "nice"})
"""Sections of what is asked for."""


_PRAISE: Final[frozenset[SectionKind]] = frozenset({"employer", "benefits"})
"""Sections in praise of the employer, its people among it."""


class Reading:
    """An ad while it is read. Offsets of ``plain`` and ``low`` are those of ``text``. Parts are worked out once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.plain = unwrapped(plain(text))
        self.low = lowered(self.plain)
        self._sentences: dict[int, list[Span]] = {}

    @cached_property
    def hinted(self) -> HintedLines:
        """The lines with the hints they hold: where patterns are worth trying."""
        return HintedLines(self.low)

    @cached_property
    def _tokens(self) -> list[str]:
        return self.low.split()

    @cached_property
    def words(self) -> int:
        """How many words there are: whatever stands between spaces and holds a letter or digit."""
        return words_among(self._tokens)

    @cached_property
    def english(self) -> bool:
        """False only where the text shows another language: its small words or its script outweigh English."""
        return is_english(self.text, self._tokens)

    @cached_property
    def _glued(self) -> bool:
        """Whether any demand lost the line break before it: few ads have one, and a search over all of it costs."""
        return GLUED.search(self.plain) is not None

    @cached_property
    def layout(self) -> Layout:
        """Sections, and lines with their kinds."""
        return layout_of(self.plain, self.low, self.hinted, glued=self._glued)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The lines that are not headings."""
        return self.layout.blocks

    @cached_property
    def skills(self) -> tuple[Found, ...]:
        """Every skill that the text names; "site reliability engineer" names a job."""
        return tuple(
            [
                found
                for found in skills_in(GLUED.sub("\n", self.plain) if self._glued else self.plain)
                if found.slug != "sre-practice" or not self.low.startswith(" engineer", found.end)
            ]
        )

    @cached_property
    def cliches(self) -> tuple[Hit, ...]:
        """Every cliché, in the order of the text, wherever it stands."""
        return hits(self.text, self.low, self.hinted, CLICHES)

    @cached_property
    def lone_wolf(self) -> tuple[Hit, ...]:
        """Words that ask for a hero instead of a colleague, outside boilerplate."""
        return self._outside_boilerplate(LONE_WOLF)

    @cached_property
    def excluding(self) -> tuple[Hit, ...]:
        """Gendered, ageist or otherwise exclusionary words, outside boilerplate; of the team also in praise of it."""
        return tuple(
            [
                hit
                for hit in hits(self.text, self.low, self.hinted, EXCLUDING)
                if not self.boilerplate_at(hit.start)
                or (self.kind_at(hit.start) in _PRAISE and is_of_colleagues(self.low, hit))
            ]
        )

    def _outside_boilerplate(self, phrases: Phrases) -> tuple[Hit, ...]:
        found = hits(self.text, self.low, self.hinted, phrases)
        return tuple([hit for hit in found if not self.boilerplate_at(hit.start)])

    @cached_property
    def _starts(self) -> list[int]:
        return [block.line.start for block in self.blocks]

    def block_at(self, position: int) -> Block | None:
        """The line at a position; None inside headings and between lines."""
        index = bisect_right(self._starts, position) - 1
        if index < 0:
            return None
        block = self.blocks[index]
        return block if position < block.line.end else None

    def kind_at(self, position: int) -> SectionKind | None:
        """The kind of the line at a position; None inside headings."""
        block = self.block_at(position)
        return None if block is None else block.kind

    def boilerplate_at(self, position: int) -> bool:
        """Whether the words at a position are boilerplate: praise, benefits, legal text."""
        return self.kind_at(position) in BOILERPLATE

    def lines(self, kinds: Collection[SectionKind]) -> Iterator[Span]:
        """The lines of these kinds."""
        for block in self.blocks:
            if block.kind in kinds:
                yield Span(block.line.start, block.line.end)

    def sentence_at(self, position: int) -> Span:
        """The sentence at a position, within its line."""
        block = self.block_at(position)
        if block is None:
            start = self.low.rfind("\n", 0, position) + 1
            end = self.low.find("\n", position)
            return Span(start, len(self.low) if end < 0 else end)
        parts = self.sentences_of(block)
        index = bisect_right(parts, (position, len(self.plain))) - 1
        if index >= 0 and position < parts[index].end:
            return parts[index]
        return Span(block.line.start, block.line.end)

    def sentences_of(self, block: Block) -> list[Span]:
        """The sentences of a line, found once."""
        parts = self._sentences.get(block.line.start)
        if parts is None:
            parts = [Span(*part) for part in sentences(self.plain, block.line.start, block.line.end)]
            self._sentences[block.line.start] = parts
        return parts


@lru_cache(maxsize=16)
def reading_of(text: str) -> Reading:
    """The reading of a text, kept for the last few: what an ad says and the flags it raises rest on the same one."""
    return Reading(text)
