"""The draft of an ad: parts in the order in which people read, as Markdown, kept to a length that is read."""

from dataclasses import dataclass
from typing import Final

from hiring.document import RequisitionDocument
from hiring.job_ad.outline import FEWEST_WORDS, MOST_WORDS
from hiring.job_ad.writing import asks, terms, work
from hiring.job_ad.writing.pieces import Part, Piece
from hiring.prose.language import words_among

_SAYS: Final = (
    "/role/title",
    "/role/level",
    "/role/locations",
    "/role/work_mode",
    "/pay/base_min",
    "/pay/base_max",
    "/organisation/reports_to",
    "/ml_today/models_in_prod",
    "/scope/platform_or_models",
    "/scope/infra_pct",
    "/scope/duties",
    "/scope/goals_90d",
    "/scope/first_projects",
    "/scope/must_haves",
    "/scope/nice_to_haves",
    "/organisation/authority",
    "/growth/oncall_required",
    "/growth/ladder",
    "/process/stages",
    "/process/decision_hours",
)
"""Answers without which the ad has a gap, in the order in which it would say them."""

__all__ = ["FEWEST_WORDS", "MOST_WORDS", "Draft", "draft_of", "words_in"]

_UNTITLED: Final = "MLOps Engineer"
_OPEN: Final = (None, "", ())


@dataclass(frozen=True, slots=True)
class Draft:
    """A drafted ad. ``text`` is Markdown; ``gaps`` are JSON Pointers of answers that it would have said.

    ``shortened`` counts sentences left out so that it stays readable.
    """

    text: str
    words: int
    gaps: tuple[str, ...]
    shortened: int


def draft_of(document: RequisitionDocument) -> Draft:
    """The ad of a requisition: what is answered, in plain words, and nothing else.

    Where the words would pass 700, the least needed sentences stay out; requirements, duties and pay never do.
    """
    title = " ".join((document.role.title or _UNTITLED).split()) or _UNTITLED
    parts: tuple[Part, ...] = (
        Part("", terms.facts(document)),
        work.purpose(document),
        work.week(document),
        work.first_year(document),
        asks.must_haves(document),
        asks.nice_to_haves(document),
        work.people(document),
        terms.package(document),
        terms.hiring(document),
    )
    spare = sorted({piece.spare for part in parts for piece in part.pieces if piece.spare}, reverse=True)
    text, dropped = _markdown(title, parts), 0
    for level in spare:
        for at in _from_the_end(parts, level):
            if words_in(text) <= MOST_WORDS:
                break
            parts = _without(parts, at)
            dropped += 1
            text = _markdown(title, parts)
    gaps = tuple(pointer for pointer in _SAYS if _is_open(document, pointer))
    return Draft(text, words_in(text), gaps, dropped)


def words_in(text: str) -> int:
    """Number of words: whatever stands between blanks and holds a letter or a digit."""
    return words_among(text.split())


def _markdown(title: str, parts: tuple[Part, ...]) -> str:
    lines = [f"# {title}", ""]
    for part in parts:
        if not part.pieces:
            continue
        if part.heading:
            lines += [f"## {part.heading}", ""]
        lines += _flowing(part.pieces)
    return "\n".join(lines).rstrip("\n") + "\n"


def _flowing(pieces: tuple[Piece, ...]) -> list[str]:
    """Bullets on lines of their own; sentences that follow each other in one paragraph."""
    lines: list[str] = []
    paragraph: list[str] = []
    for piece in pieces:
        if piece.bullet:
            if paragraph:
                lines += [" ".join(paragraph), ""]
                paragraph = []
            lines.append(f"- {piece.text}")
        else:
            if lines and lines[-1].startswith("- "):
                lines.append("")
            paragraph.append(piece.text)
    if paragraph:
        lines.append(" ".join(paragraph))
    return [*lines, ""]


def _from_the_end(parts: tuple[Part, ...], spare: int) -> list[tuple[int, Piece]]:
    return [
        (index, piece)
        for index in reversed(range(len(parts)))
        for piece in reversed(parts[index].pieces)
        if piece.spare == spare
    ]


def _without(parts: tuple[Part, ...], at: tuple[int, Piece]) -> tuple[Part, ...]:
    index, gone = at
    part = parts[index]
    kept = Part(part.heading, tuple(piece for piece in part.pieces if piece is not gone))
    return (*parts[:index], kept, *parts[index + 1 :])


def _is_open(document: RequisitionDocument, pointer: str) -> bool:
    _, section, field = pointer.split("/")
    value = getattr(getattr(document, section), field)
    if pointer in ("/pay/base_min", "/pay/base_max") and document.pay.band_published is False:
        return False
    return value in _OPEN or value == "undecided"
