"""One step's fields as its page shows them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from hiring.assemble import document_parts
from hiring.document import RequisitionDocument
from hiring.forms.answer import Answer, Raw, Row
from hiring.forms.layout import CONDITIONS, Group, applies, groups_of
from hiring.forms.reading import NONE_OF_THESE, UNSURE, read
from hiring.forms.showing import show
from hiring.forms.slot_groups import SlotGroup, slot_groups
from hiring.forms.submission import CELLS
from hiring.forms.suggesting import is_accepted_with_all, suggestion_for
from hiring.models import Requisition
from hiring.questions import Kind, Question, describe, is_essential, read_by
from hiring.questions.wording import number
from hiring.reviewing import bank
from hiring.saving import part_digest
from hiring.views.form_quotes import Quoted, quotes_from

_MOST_PILLS: Final = 5
_SHORT: Final = frozenset({Kind.COUNT, Kind.AMOUNT, Kind.PERCENT, Kind.MONEY, Kind.DAY, Kind.CURRENCY})


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row of a list. ``name`` starts its fields' names; ``cells`` are its contents as typed, ``errors`` by cell."""

    name: str
    index: int
    cells: Row
    errors: Mapping[str, str]

    @property
    def number(self) -> int:
        """Counted from 1, as people do."""
        return self.index + 1


@dataclass(frozen=True, slots=True)
class Field:
    """A question with what its fields hold, what is wrong with it, and what may be suggested."""

    question: Question
    raw: Raw
    errors: Mapping[str, str]
    waits: bool
    suggestion: str
    blank_row: bool
    quoted: Quoted | None = None

    @property
    def name(self) -> str:
        """The field's name, also its place on the page."""
        return self.question.field

    @property
    def error(self) -> str:
        """What is wrong with the answer as a whole; for a list, how many rows need another look."""
        if "" in self.errors:
            return self.errors[""]
        rows = {place.split(".")[0] for place in self.errors}
        if not rows:
            return ""
        if len(rows) == 1:
            return f"Line {int(next(iter(rows))) + 1}: {next(iter(self.errors.values()))}"
        return f"{len(rows)} lines are not complete; they are kept as you typed them."

    @property
    def widget(self) -> str:
        """The template that draws it."""
        return f"hiring/form/fields/{self.kind}.html"

    @property
    def kind(self) -> str:
        """How it is drawn."""
        return _kind(self.question)

    @property
    def is_set(self) -> bool:
        """Whether the field is a group of controls and needs a legend rather than a label."""
        return self.kind not in ("select", "short", "lines", "text")

    @property
    def tag(self) -> str:
        """The element around it."""
        return "fieldset" if self.is_set else "div"

    @property
    def essential(self) -> bool:
        """Whether the verdict waits for it."""
        return is_essential(self.question)

    @property
    def mistakes(self) -> tuple[str, ...]:
        """The mistakes that read it."""
        return read_by(self.question)

    @property
    def condition(self) -> str:
        """Class of a question that shows only after a certain answer; empty where it is answered or always asked."""
        return f"when-{CONDITIONS[self.name]}" if self.waits else ""

    @property
    def unit(self) -> str:
        """The unit beside the number."""
        return self.question.unit

    @property
    def is_number(self) -> bool:
        """Whether a number pad helps to fill it in."""
        return self.kind == "short" and self.question.kind not in (Kind.DAY, Kind.CURRENCY)

    @property
    def is_day(self) -> bool:
        """Whether the browser's own calendar can show what it holds."""
        return self.question.kind is Kind.DAY and not self.errors

    @property
    def rows_high(self) -> int:
        """Lines of a text box."""
        return 8 if self.name == "job_ad" else 3

    @property
    def is_accepted_with_all(self) -> bool:
        """Whether it has a suggestion that "accept all" accepts."""
        return bool(self.suggestion) and not self.condition and is_accepted_with_all(self.question)

    @property
    def add_focus(self) -> str:
        """The button after which the keyboard goes to the new row."""
        return f"add:{self.name}"

    @property
    def chip_focus(self) -> tuple[str, ...]:
        """The buttons after which the keyboard goes to the field that adds a requirement."""
        return f"add:{self.name}", f"remove:{self.name}", f"move:{self.name}"

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """Value and label of the choices, "not sure" last where that is an answer."""
        return _choices(self.question)

    @property
    def chosen(self) -> Collection[Any]:
        """The values that are chosen."""
        return self.raw if isinstance(self.raw, list) else (self.raw,)

    @property
    def described_by(self) -> str:
        """The ids of what is said about the answer."""
        return f"help-{self.name} said-{self.name}"

    def rows(self) -> list[ListRow]:
        """The rows of a list, with an empty one where there is none yet or one was asked for."""
        typed = [row for row in self.raw if isinstance(row, dict)] if isinstance(self.raw, list) else []
        rows = [
            ListRow(f"{self.name}-{index}", index, row, self._cell_errors(index)) for index, row in enumerate(typed)
        ]
        if self.question.kind not in (Kind.SLOTS, Kind.HANDOFFS) and (self.blank_row or not rows):
            blank: Row = {name: [] if several else "" for name, several in CELLS[self.question.kind].items()}
            rows.append(self._row(len(rows), blank, {}))
        return rows

    def slots(self) -> tuple[SlotGroup, ...]:
        """The requirements by discipline."""
        return slot_groups(self.rows()) if self.name == "must_haves" else slot_groups(self.rows(), together=True)

    def total(self) -> str:
        """The sum of the duties' shares, in words."""
        read_rows = read(self.question, self.raw).answer.value or []
        return number(sum(row["percent"] or 0 for row in read_rows))

    def _row(self, index: int, cells: Row, errors: Mapping[str, str]) -> ListRow:
        return ListRow(f"{self.name}-{index}", index, cells, errors)

    def _cell_errors(self, index: int) -> Mapping[str, str]:
        if not self.errors:
            return {}
        prefix = f"{index}."
        return {place.removeprefix(prefix): text for place, text in self.errors.items() if place.startswith(prefix)}


def _kind(question: Question) -> str:
    kind = question.kind
    if question.field == "archetype":
        return "archetype"
    if kind is Kind.YES_NO or (kind is Kind.CHOICE and len(question.choices) < _MOST_PILLS):
        return "pills"
    if kind is Kind.CHOICE:
        return "select"
    if kind is Kind.CHOICES:
        return "ticks"
    if kind in _SHORT:
        return "short"
    return "lines" if kind is Kind.LONG_TEXT else kind.value


def _choices(question: Question) -> tuple[tuple[str, str], ...]:
    choices = (("yes", "Yes"), ("no", "No")) if question.kind is Kind.YES_NO else question.choices
    if question.kind is Kind.CHOICES:
        choices = (*choices, (NONE_OF_THESE, "None of these"))
    if UNSURE not in dict(choices):
        choices = (*choices, (UNSURE, "Not sure"))
    return choices


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """Fields under one heading."""

    group: Group
    fields: tuple[Field, ...]

    @property
    def is_open(self) -> bool:
        """Whether a folded group opens: something in it is answered."""
        return not self.group.folded or any(field.raw for field in self.fields)


def field_groups(
    requisition: Requisition,
    document: RequisitionDocument,
    section: str,
    *,
    quick: bool,
    typed: Mapping[str, Raw] | None = None,
    blank_rows: Iterable[str] = (),
) -> tuple[FieldGroup, ...]:
    """The step's groups. ``typed`` shows, instead of what is stored, answers that are not saved."""
    stages = document.model_dump(mode="json", include={"process": {"stages"}})["process"]["stages"]
    blank = set(blank_rows)
    quotes = quotes_from(document.role.job_ad or "")
    return tuple(
        FieldGroup(
            group,
            tuple(
                _field(requisition, document, question, stages, (typed or {}).get(question.field), blank, quotes)
                for question in questions
            ),
        )
        for group, questions in groups_of(section, quick=quick)
    )


def _field(
    requisition: Requisition,
    document: RequisitionDocument,
    question: Question,
    stages: Sequence[Any],
    typed: Raw | None,
    blank: set[str],
    quotes: Mapping[str, Quoted],
) -> Field:
    answer = answer_of(requisition, question, stages)
    raw = show(question, answer) if typed is None else typed
    reading = read(question, raw)
    suggested = suggestion_for(question, document, bank().loops)
    return Field(
        question=question,
        raw=raw,
        errors=reading.errors,
        waits=question.field in CONDITIONS and not raw and not applies(question, document),
        suggestion="" if suggested is None or not reading.answer.is_open else describe(question.pointer, suggested),
        blank_row=question.field in blank,
        quoted=quotes.get(question.field),
    )


def answer_of(requisition: Requisition, question: Question, stages: Sequence[Any]) -> Answer:
    """The stored answer; for the interview stages, those of the document at hand (they are rows of their own)."""
    is_part = f"{question.section}.{question.field}" in document_parts()
    value = list(stages) if is_part else getattr(requisition, question.field)
    return Answer(value, question.field in requisition.unsure, requisition.unparsed.get(question.field))


def parts_shown(document: RequisitionDocument, section: str) -> dict[str, str]:
    """The digest of each list of this section that is kept in rows of its own."""
    plain = document.model_dump(mode="json", include={section})[section]
    places = (place.split(".") for place in document_parts())
    return {field: part_digest(plain[field]) for part_section, field in places if part_section == section}
