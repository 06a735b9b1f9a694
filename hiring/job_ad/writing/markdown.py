"""The little Markdown that an ad needs: headings, paragraphs, bullets, bold. Anything else is plain text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

_HEADING: Final = re.compile(r"(#{1,6})[ \t]+(.+?)[ \t]*#*\Z")
_BULLET: Final = re.compile(r"[ \t]*(?:[-*+•●▪◦‣·–]|\d{1,2}[.)])[ \t]+(.+)\Z")
_BOLD: Final = re.compile(r"(\*\*|__)(?=\S)([^*_]{1,400}?)(?<=\S)\1")


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one style."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A heading (``level`` 1 to 6), a paragraph, or one bullet (``level`` 0)."""

    kind: Literal["heading", "paragraph", "bullet"]
    runs: tuple[Run, ...]
    level: int = 0

    @property
    def text(self) -> str:
        """The words without their style."""
        return "".join(run.text for run in self.runs)


def blocks_of(text: str) -> Iterator[Block]:
    """The blocks of a text, in order. Lines of one paragraph flow together."""
    paragraph: list[str] = []
    for raw in text.splitlines():
        line = raw.strip()
        heading, item = _HEADING.match(line), _BULLET.match(raw.rstrip())
        if paragraph and (not line or heading or item):
            yield Block("paragraph", _runs(" ".join(paragraph)))
            paragraph = []
        if heading:
            yield Block("heading", _runs(heading.group(2)), len(heading.group(1)))
        elif item:
            yield Block("bullet", _runs(item.group(1).strip()))
        elif line:
            paragraph.append(line)
    if paragraph:
        yield Block("paragraph", _runs(" ".join(paragraph)))


def _runs(text: str) -> tuple[Run, ...]:
    runs: list[Run] = []
    at = 0
    for match in _BOLD.finditer(text):
        if match.start() > at:
            runs.append(Run(text[at : match.start()]))
        runs.append(Run(match.group(2), bold=True))
        at = match.end()
    if at < len(text):
        runs.append(Run(text[at:]))
    return tuple(runs)
