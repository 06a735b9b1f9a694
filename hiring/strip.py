"""The strip of twelve: one mark a mistake, whose height is its severity. Colour comes last."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from hiring.registry import MISTAKES
from hiring.reporting import Report, Verdict


@dataclass(frozen=True, slots=True)
class Mark:
    """How one state is drawn and named. ``state`` is the class ``is-...``, ``icon`` an id in the icon sheet."""

    state: str
    icon: str
    word: str
    bar: str


MARKS: Final[Mapping[str, Mark]] = {
    "blocker": Mark("blocker", "blocker", "Blocker", "bl"),
    "warning": Mark("warning", "warning", "Warning", "wa"),
    "advice": Mark("advice", "advice", "Advice", "ad"),
    "clear": Mark("clear", "clear", "Clear", "cl"),
    "not_checked": Mark("unknown", "unknown", "Not checked", "un"),
    "waived": Mark("waived", "waived", "Waived", "wv"),
    "not_applicable": Mark("unknown", "clear", "Does not apply", "na"),
    "error": Mark("unknown", "x", "Check failed", "er"),
}
"""By severity word where a flag stands, else by outcome."""

VERDICT_MARKS: Final[Mapping[str, Mark]] = {
    Verdict.NOT_READY.value: Mark("blocker", "blocker", "Not ready", "bl"),
    Verdict.NEEDS_ANSWERS.value: Mark("unknown", "unknown", "Needs answers", "un"),
    Verdict.READY_WITH_RISKS.value: Mark("warning", "warning", "Ready with risks", "wa"),
    Verdict.READY.value: Mark("clear", "clear", "Ready", "cl"),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One mistake of the strip."""

    id: str
    name: str
    mark: Mark

    @property
    def number(self) -> str:
        """The two digits under the bar."""
        return self.id[1:]

    @property
    def anchor(self) -> str:
        """Where its finding stands on the report page."""
        return self.id.lower()


def cells(worst_flags: Sequence[Mapping[str, Any]]) -> tuple[Cell, ...]:
    """The twelve cells for ``Requisition.worst_flags``; a mistake it does not know is not checked."""
    known = {entry.get("mistake"): entry for entry in worst_flags}
    return tuple(Cell(mistake.id, mistake.name, _mark(known.get(mistake.id))) for mistake in MISTAKES)


def cells_of(report: Report) -> tuple[Cell, ...]:
    """The twelve cells of a report."""
    return tuple(
        Cell(
            finding.mistake.id,
            finding.mistake.name,
            MARKS[finding.outcome.value if finding.severity is None else finding.severity.word],
        )
        for finding in report.findings
    )


MOST_NAMED: Final = 2


def held_back_by(strip: Sequence[Cell]) -> str:
    """The mistakes that hold a requisition back, by name: the blockers, else the warnings; "" for none."""
    for state in ("blocker", "warning"):
        names = [cell.name for cell in strip if cell.mark.state == state]
        if names:
            named, more = names[:MOST_NAMED], len(names) - MOST_NAMED
            return "; ".join(named) + (f"; {more} more" if more > 0 else "")
    return ""


def in_words(strip: Iterable[Cell]) -> str:
    """The strip as text: ``Blocker: M02, M03. Clear: M06.``"""
    by_word: dict[str, list[str]] = {mark.word: [] for mark in MARKS.values()}
    for cell in strip:
        by_word[cell.mark.word].append(cell.id)
    return " ".join(f"{word}: {', '.join(ids)}." for word, ids in by_word.items() if ids)


def _mark(entry: Mapping[str, Any] | None) -> Mark:
    if entry is None:
        return MARKS["not_checked"]
    return MARKS.get(entry.get("severity") or entry.get("outcome") or "", MARKS["not_checked"])
