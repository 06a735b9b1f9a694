"""Saying an answer in words."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from hiring.questions.catalogue import question_at
from hiring.questions.process import PANEL_ROLES, STAGE_TAGS, STAGE_TYPES
from hiring.questions.question import Kind, Question
from hiring.questions.scope import DUTY_KINDS
from hiring.skills import SKILLS

NOT_ANSWERED: Final = "not answered"
NONE: Final = "none"

_CELLS: Final[Mapping[str, Mapping[str, str]]] = {
    "kind": dict(DUTY_KINDS),
    "type": dict(STAGE_TYPES),
    "panel": dict(PANEL_ROLES),
    "tags": dict(STAGE_TAGS),
}
_CELL_UNITS: Final = {"percent": "%", "infra_share": "%", "minutes": "min", "years": "years"}


def describe(pointer: str, value: Any) -> str:
    """An answer in words: labels of choices, yes and no, figures with thousands separators and unit, lists.

    ``pointer`` is where it stands in the document (JSON Pointer), down to a row or a cell of a list; ``value`` is
    plain data or the document's own. Where no question lies, the value is said as it is.
    """
    try:
        question = question_at(pointer)
    except KeyError:
        return _plainly(value)
    inside = [part for part in pointer.split("/")[3:] if not part.isdigit()]
    if inside:
        return _cell(inside[-1], value)
    if value is None:
        return NOT_ANSWERED
    if isinstance(value, list | tuple):
        return _list(question, value)
    if isinstance(value, Mapping):
        return _row(question, value)
    return _scalar(question, value)


def number(value: Any) -> str:
    """A number with thousands separators, without trailing zeros."""
    exact = Decimal(str(value)) if isinstance(value, float) else Decimal(value)
    if exact == exact.to_integral_value():
        return f"{int(exact):,}"
    return f"{exact.normalize():,f}"


def skill_name(slug: str) -> str:
    """The name of a skill of the taxonomy; free text stays as it is."""
    skill = SKILLS.get(slug)
    return skill.name if skill else slug


def slot_words(slot: Mapping[str, Any]) -> str:
    """A requirement in words: ``AWS or Google Cloud, 3 years``."""
    names = " or ".join(skill_name(slug) for slug in slot.get("any_of") or ())
    years = slot.get("years")
    return names if years is None else f"{names}, {number(years)} years"


def place_words(place: Mapping[str, Any]) -> str:
    """A place in words: ``Austin, TX, US``."""
    return ", ".join(str(part) for part in (place.get("metro"), place.get("region"), place.get("country")) if part)


def stage_words(stage: Mapping[str, Any]) -> str:
    """A stage in words: ``Live debugging, 60 min, day 2``."""
    words = [dict(STAGE_TYPES).get(stage.get("type", ""), "Stage"), f"{number(stage.get('minutes') or 0)} min"]
    if stage.get("day"):
        words.append(f"day {stage['day']}")
    if stage.get("scenario"):
        words.append(str(stage["scenario"]))
    return ", ".join(words)


def _duty_words(duty: Mapping[str, Any]) -> str:
    percent = duty.get("percent")
    return str(duty.get("text", "")) if percent is None else f"{duty.get('text', '')} ({number(percent)} %)"


_ROWS: Final[Mapping[Kind, Callable[[Mapping[str, Any]], str]]] = {
    Kind.SLOTS: slot_words,
    Kind.PLACES: place_words,
    Kind.STAGES: stage_words,
    Kind.DUTIES: _duty_words,
}


def _row(question: Question, row: Any) -> str:
    data = row if isinstance(row, Mapping) else row.model_dump() if hasattr(row, "model_dump") else None
    if data is None:
        return question.choice_label(row) if isinstance(row, str) else _plainly(row)
    if question.kind is Kind.HANDOFFS:
        return f"{question.choice_label(data['name'])}: {data.get('owner') or 'nobody yet'}"
    words = _ROWS.get(question.kind)
    return words(data) if words else _plainly(row)


def _list(question: Question, rows: Any) -> str:
    if not rows:
        return NONE if question.kind is Kind.CHOICES else NOT_ANSWERED
    separator = "; " if question.kind in (Kind.LINES, Kind.DUTIES, Kind.STAGES, Kind.HANDOFFS, Kind.PLACES) else ", "
    return separator.join(_row(question, row) for row in rows)


def _scalar(question: Question, value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if question.choices and isinstance(value, str):
        return question.choice_label(value)
    if isinstance(value, int | float | Decimal):
        return f"{number(value)} {question.unit}".strip()
    return _plainly(value)


def _cell(name: str, value: Any) -> str:
    if value is None:
        return NOT_ANSWERED
    if name == "any_of":
        return " or ".join(skill_name(slug) for slug in ([value] if isinstance(value, str) else value))
    if name == "competencies":
        return ", ".join(skill_name(slug) for slug in ([value] if isinstance(value, str) else value)) or NONE
    labels = _CELLS.get(name, {})
    if isinstance(value, list | tuple):
        return ", ".join(labels.get(item, item) for item in value) or NONE
    if isinstance(value, str):
        return labels.get(value, value)
    if isinstance(value, int | float | Decimal):
        return f"{number(value)} {_CELL_UNITS.get(name, '')}".strip()
    return _plainly(value)


def _plainly(value: Any) -> str:
    if value is None:
        return NOT_ANSWERED
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float | Decimal):
        return number(value)
    if isinstance(value, date):
        return f"{value.day} {value:%b %Y}"
    if isinstance(value, list | tuple):
        return ", ".join(_plainly(item) for item in value) or NONE
    return str(value)
