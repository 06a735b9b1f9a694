"""The sections of an ad: what is asked for, what is to be done, and the boilerplate around it."""

import re
from dataclasses import replace
from typing import Final, NamedTuple

from hiring.prose.headings import heading_of
from hiring.prose.hints import HintedLines
from hiring.prose.line_kinds import LONG_LINE, LineKinds
from hiring.prose.lines import Line, lines_of
from hiring.prose.spans import Section, SectionKind, Span


class Block(NamedTuple):
    """A line that is not a heading, with the kind of section it stands in. ``section`` counts headings passed."""

    line: Line
    kind: SectionKind
    section: int


class Layout(NamedTuple):
    """The ad cut up: sections under headings, and every other line with its kind."""

    sections: tuple[Section, ...]
    blocks: tuple[Block, ...]


_ONE_LINE: Final[frozenset[SectionKind]] = frozenset({"pay", "must", "nice"})
"""Headings that with words on their own line ("Salary: ...") often stand for that line alone. What is welcome ends
with a gap."""


def layout_of(text: str, low: str, hinted: HintedLines, *, glued: bool) -> Layout:
    """Cut an ad up. ``text`` is the plain text, ``low`` the same in lower case, ``hinted`` its lines with hints.

    ``glued``: whether line breaks before demands are lost anywhere in it.
    """
    kinds = LineKinds(low, hinted)
    sections: list[Section] = []
    blocks: list[Block] = []
    kind: SectionKind | None = None
    opened, heading = 0, Span(0, 0)
    after_bullets = False
    resumed: SectionKind | None = None
    one_line = False
    for line in lines_of(text, glued=glued):
        found = heading_of(text, low, line)
        if one_line and found is None and not line.bullet and (line.gap or kind != "nice"):
            sections.append(Section(kind or "role", heading, Span(opened, line.start)))
            kind, opened, heading, after_bullets = resumed, line.start, Span(line.start, line.start), True
        one_line = False
        rest: Line | None = line
        if found is not None and kind == "must" and not line.gap and _LABEL.match(low, line.start):
            rest = _after_heading(low, line, found[1])
            if rest is not None:
                blocks.append(Block(rest, "nice", len(sections)))
                continue
        if found is not None:
            new, end = found
            resumed = "role" if kind == "pay" or new == "nice" else kind
            if blocks or sections or kind is not None:
                sections.append(Section(kind or "role", heading, Span(opened, line.start)))
            kind, opened, heading, after_bullets = new, line.start, Span(line.start, end), False
            rest = _after_heading(low, line, end)
            second = heading_of(text, low, rest) if rest is not None and low[rest.end - 1] == ":" else None
            if rest is not None and second is not None and second[1] == rest.end:
                kind, heading, rest = second[0], Span(line.start, rest.end), None
            one_line = rest is not None and kind in _ONE_LINE and rest.end - rest.start < LONG_LINE
        if rest is not None:
            own = kinds.kind_of(rest, kind, after_bullets=after_bullets)
            after_bullets = after_bullets or rest.bullet
            blocks.append(Block(rest, own, len(sections)))
    if blocks or kind is not None:
        sections.append(Section(kind or "role", heading, Span(opened, len(text))))
    return _with_demands(low, Layout(tuple(sections), tuple(blocks)))


_LABEL: Final = re.compile(r"[ *_]*(?:advantage|bonus|plus|optional|preferably|ideally)[ *_]*:")
"""In the middle of a list of demands: a word that stands for its own line."""


def _after_heading(low: str, line: Line, end: int) -> Line | None:
    """The words on the line of a heading that ends at ``end``; None where there are none."""
    start = end
    while start < line.end and low[start] in " :*_-#":
        start += 1
    return line._replace(start=start, bullet=False) if start < line.end else None


_WISHES: Final = re.compile(r"stand out|(?:like|love) to see")
"""Headings of what is welcome, unless nothing else is asked for."""


def _with_demands(low: str, layout: Layout) -> Layout:
    """Where no heading asks for anything, what "makes you stand out" is what the ad asks for."""
    wishes = {
        number
        for number, section in enumerate(layout.sections)
        if section.kind == "nice" and _WISHES.search(low, *section.heading)
    }
    if not wishes or any(block.kind == "must" for block in layout.blocks):
        return layout
    return Layout(
        tuple(
            replace(section, kind="must") if number in wishes else section
            for number, section in enumerate(layout.sections)
        ),
        tuple(
            block._replace(kind="must") if block.section in wishes and block.kind == "nice" else block
            for block in layout.blocks
        ),
    )
