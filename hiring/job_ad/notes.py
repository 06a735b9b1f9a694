"""An ad with its flags beside it: lines cut where marks begin and end, numbered notes next to what they mark."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, Literal

from hiring.job_ad.ad import AdFlag, JobAd
from hiring.prose.spans import Span

LineKind = Literal["heading", "bullet", "text"]

_LINE_MARK: Final = re.compile(
    r"[ \t]*(?:(#{1,6}[ \t]+)|((?:[-*+•●▪◦‣·○➢►✓✔✅☑👉➡▶🔹🔸⭐★→–]\ufe0f?|\d{1,2}[.)])[ \t]+))?"
)
"""The mark of a heading or a bullet."""

_RANK: Final = {"advice": 1, "warning": 2, "blocker": 3}
_COLON: Final = 4
"""Characters that may follow a heading on its line: a colon, closing stars."""

_ROW_LINES: Final = 6
"""Lines after which a row with a note ends, so that notes stay beside their words."""


@dataclass(frozen=True, slots=True)
class Note:
    """A flag with its number in the margin."""

    number: int
    flag: AdFlag


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of one line with the same marks. ``severity`` is the worst of them; ``ends`` are notes to name here."""

    text: str
    severity: str | None = None
    ends: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class AdLine:
    """A line of the ad without its bullet or heading mark."""

    kind: LineKind
    segments: tuple[Segment, ...]
    opens_list: bool = False
    closes_list: bool = False


@dataclass(slots=True)
class Row:
    """Some lines of the ad and the notes that stand beside them."""

    lines: list[AdLine] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Annotated:
    """The ad in rows, and the notes on what is not in it."""

    rows: tuple[Row, ...]
    missing: tuple[Note, ...]
    count: int


@dataclass(frozen=True, slots=True)
class _Piece:
    span: Span
    note: Note


def annotated(ad: JobAd, flags: Iterable[AdFlag]) -> Annotated:
    """The ad with its flags: numbered in the order in which their words appear, those without words last."""
    marked: list[tuple[AdFlag, tuple[Span, ...]]] = []
    unmarked: list[AdFlag] = []
    for flag in flags:
        spans = tuple(span for span in flag.spans if 0 <= span.start < span.end <= len(ad.text))
        if spans:
            marked.append((flag, spans))
        else:
            unmarked.append(flag)
    marked.sort(key=lambda pair: min(span.start for span in pair[1]))
    notes = [Note(at, flag) for at, flag in enumerate((*(flag for flag, _ in marked), *unmarked), 1)]
    pieces = sorted(
        (_Piece(span, note) for note, (_, spans) in zip(notes, marked, strict=False) for span in spans),
        key=lambda piece: piece.span,
    )
    first = {note.number: min(span.start for span in spans) for note, (_, spans) in zip(notes, marked, strict=False)}
    rows = _rows(ad, pieces, notes[: len(marked)], first)
    return Annotated(tuple(rows), tuple(notes[len(marked) :]), len(notes))


def _rows(ad: JobAd, pieces: Sequence[_Piece], notes: Sequence[Note], first: dict[int, int]) -> list[Row]:
    headings = {section.heading for section in ad.sections if section.heading.end > section.heading.start}
    rows: list[Row] = []
    row = Row()
    waiting = sorted(notes, key=lambda note: first[note.number])
    open_pieces: list[_Piece] = []
    ahead = list(reversed(pieces))
    position = 0
    for raw in ad.text.split("\n"):
        start, end = position, position + len(raw)
        position = end + 1
        if not raw.strip():
            if row.notes or any(note for note in waiting if first[note.number] < _next_break(ad.text, position)):
                row = _closed(rows, row)
            continue
        while ahead and ahead[-1].span.start < end:
            open_pieces.append(ahead.pop())
        open_pieces = [piece for piece in open_pieces if piece.span.end > start]
        if row.notes and len(row.lines) >= _ROW_LINES:
            row = _closed(rows, row)
        row.lines.append(_line(ad.text, start, end, open_pieces, headings))
        while waiting and first[waiting[0].number] < end:
            row.notes.append(waiting.pop(0))
    _closed(rows, row)
    return rows


def _next_break(text: str, position: int) -> int:
    found = text.find("\n\n", position)
    return len(text) if found < 0 else found


def _closed(rows: list[Row], row: Row) -> Row:
    if row.lines:
        row.lines = _with_lists(row.lines)
        rows.append(row)
    return Row()


def _with_lists(lines: list[AdLine]) -> list[AdLine]:
    """The lines with the first and last bullet of each list told."""
    found = []
    for at, line in enumerate(lines):
        if line.kind == "bullet":
            opens = at == 0 or lines[at - 1].kind != "bullet"
            closes = at + 1 == len(lines) or lines[at + 1].kind != "bullet"
            line = AdLine(line.kind, line.segments, opens, closes)
        found.append(line)
    return found


def _line(text: str, start: int, end: int, pieces: Sequence[_Piece], headings: set[Span]) -> AdLine:
    mark = _LINE_MARK.match(text, start, end)
    words = mark.end() if mark else start
    kind: LineKind = "bullet" if mark and mark.group(2) else "text"
    if (mark and mark.group(1)) or (
        kind == "text" and any(words <= place.start and place.end <= end <= place.end + _COLON for place in headings)
    ):
        kind = "heading"
    inside = [piece for piece in pieces if piece.span.start < end and piece.span.end > words]
    cuts = sorted(
        {words, end, *(min(max(edge, words), end) for piece in inside for edge in (piece.span.start, piece.span.end))}
    )
    last = {piece.note.number: min(piece.span.end, end) for piece in sorted(inside, key=lambda piece: piece.span.end)}
    segments = []
    for left, right in pairwise(cuts):
        over = [piece for piece in inside if piece.span.start <= left and piece.span.end >= right]
        severity = max((piece.note.flag.severity for piece in over), key=_RANK.__getitem__, default=None)
        ends = tuple(dict.fromkeys(piece.note for piece in over if last[piece.note.number] == right))
        segments.append(Segment(text[left:right], severity, ends))
    return AdLine(kind, tuple(segments))
