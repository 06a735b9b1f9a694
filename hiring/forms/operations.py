"""What the buttons of the form do to the answers typed so far: rows added, removed and moved, duties scaled."""

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

from hiring.forms.answer import Raw, Row, Unreadable
from hiring.forms.numbers import read_figure
from hiring.forms.reading import cell, is_blank
from hiring.forms.skills_typed import slots_in
from hiring.forms.submission import CELLS
from hiring.presets.shares import whole_shares
from hiring.questions import Kind, Question, question_at

type Typed = dict[str, Raw]

OTHER_LIST: Final = {"must_haves": "nice_to_haves", "nice_to_haves": "must_haves"}


@dataclass(frozen=True, slots=True)
class Operation:
    """A button's work: its verb, the field it concerns, and what else it needs. Written ``verb:field:rest``."""

    verb: str
    field: str = ""
    rest: tuple[str, ...] = ()

    @property
    def index(self) -> int:
        """The row it concerns; -1 where it names none."""
        return int(self.rest[0]) if self.rest and self.rest[0].isascii() and self.rest[0].isdigit() else -1


@dataclass(slots=True)
class Outcome:
    """The answers after a button, and the lists that should show one more empty row."""

    typed: Typed
    blank_rows: set[str] = field(default_factory=set)


def operation_in(text: str) -> Operation | None:
    """The operation that a button's value names; None where there is none."""
    verb, *parts = text.split(":")
    if not verb:
        return None
    return Operation(verb, parts[0] if parts else "", tuple(parts[1:]))


def operate(operation: Operation, typed: Typed, added: dict[str, str], section: str) -> Outcome:
    """The answers after a button was pressed. ``added`` holds what was typed into the "add" field of each list.

    An operation that does not fit (a row that is gone, an unknown verb) changes nothing.
    """
    outcome = Outcome(dict(typed))
    work = _WORK.get(operation.verb)
    if work is not None and operation.field in typed:
        work(operation, outcome, added, question_at(f"/{section}/{operation.field}"))
    return outcome


def _rows(outcome: Outcome, name: str) -> list[Any]:
    rows = outcome.typed.get(name)
    return list(rows) if isinstance(rows, list) else []


def _add(operation: Operation, outcome: Outcome, added: dict[str, str], question: Question) -> None:
    if question.kind is not Kind.SLOTS:
        outcome.blank_rows.add(operation.field)


def _remove(operation: Operation, outcome: Outcome, added: dict[str, str], question: Question) -> None:
    rows = _rows(outcome, operation.field)
    if 0 <= operation.index < len(rows):
        del rows[operation.index]
        outcome.typed[operation.field] = rows


def _shift(by: int) -> Callable[[Operation, Outcome, dict[str, str], Question], None]:
    def move(operation: Operation, outcome: Outcome, added: dict[str, str], question: Question) -> None:
        rows = _rows(outcome, operation.field)
        here, there = operation.index, operation.index + by
        if 0 <= here < len(rows) and 0 <= there < len(rows):
            rows[here], rows[there] = rows[there], rows[here]
            outcome.typed[operation.field] = rows

    return move


def _to_other_list(operation: Operation, outcome: Outcome, added: dict[str, str], question: Question) -> None:
    other = OTHER_LIST.get(operation.field)
    rows = _rows(outcome, operation.field)
    if other is None or other not in outcome.typed or not 0 <= operation.index < len(rows):
        return
    moved = rows.pop(operation.index)
    outcome.typed[operation.field] = rows
    outcome.typed[other] = [*_rows(outcome, other), moved]


def _clear(operation: Operation, outcome: Outcome, added: dict[str, str], question: Question) -> None:
    is_list = question.kind in CELLS or question.kind is Kind.CHOICES
    outcome.typed[operation.field] = [] if is_list else ""


def _scale(operation: Operation, outcome: Outcome, added: dict[str, str], question: Question) -> None:
    rows = [row for row in _rows(outcome, operation.field) if not is_blank(question, row)]
    shares = [_share(row) for row in rows]
    total = sum((share for share in shares if share is not None), Decimal(0))
    if question.kind is not Kind.DUTIES or not total:
        return
    given = [index for index, share in enumerate(shares) if share is not None]
    scaled = whole_shares([share * 100 / total for share in shares if share is not None])
    for index, percent in zip(given, scaled, strict=True):
        rows[index] = {**rows[index], "percent": str(percent)}
    outcome.typed[operation.field] = rows


def _share(row: Row) -> Decimal | None:
    try:
        return read_figure(cell(row, "percent"), kind=Kind.AMOUNT, unit="%")
    except Unreadable:
        return None


_WORK: Final[dict[str, Callable[[Operation, Outcome, dict[str, str], Question], None]]] = {
    "add": _add,
    "remove": _remove,
    "up": _shift(-1),
    "down": _shift(1),
    "move": _to_other_list,
    "clear": _clear,
    "scale": _scale,
}


def take_added(typed: Typed, added: dict[str, str]) -> Typed:
    """The answers with what stands in the "add" fields of the requirement lists put into them; repeats left out."""
    taken = dict(typed)
    for name, text in added.items():
        rows = taken.get(name)
        if not isinstance(rows, list) or not text.strip():
            continue
        present = {tuple(row["any_of"]) for row in rows if isinstance(row, dict)}
        new: list[Row] = [
            {"any_of": slot["any_of"], "years": "" if slot["years"] is None else str(slot["years"])}
            for slot in slots_in(text)
            if tuple(slot["any_of"]) not in present
        ]
        taken[name] = [*rows, *new]
    return taken
