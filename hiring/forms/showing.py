"""From an answer to what stands in the form's fields."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from hiring.forms.answer import Answer, Raw, Row
from hiring.forms.reading import NONE_OF_THESE, UNSURE, read
from hiring.questions import Kind, Question
from hiring.questions.organisation import HANDOFFS
from hiring.questions.wording import number, skill_name


def show(question: Question, answer: Answer) -> Raw:
    """What the form's fields hold for an answer: text, ticked values, or rows.

    What was typed and could not be read is shown as typed, as long as the rest of it is still the answer: anything
    that changed the answer since has settled it.
    """
    if answer.typed is not None and read(question, answer.typed).answer.value == answer.value:
        return answer.typed
    if question.kind is Kind.HANDOFFS:
        return _handoffs(answer.value or [])
    if question.kind is Kind.CHOICES:
        return _ticks(answer)
    if question.kind is Kind.LINES:
        return "\n".join(answer.value or [])
    if question.kind in _ROWS:
        return [_ROWS[question.kind](row) for row in answer.value or []]
    return UNSURE if answer.unsure else _text(question, answer.value)


def settled(question: Question, answer: Answer) -> Answer:
    """The answer as it comes back from a form that shows it and in which nothing is touched."""
    return read(question, show(question, answer)).answer


def _text(question: Question, value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case Decimal() | int() | float():
            return number(value)
        case date():
            return value.isoformat()
    return str(value)


def _ticks(answer: Answer) -> list[str]:
    if answer.unsure:
        return [UNSURE]
    if answer.value == []:
        return [NONE_OF_THESE]
    return list(answer.value or [])


def _figure(value: Any) -> str:
    return "" if value is None else number(value)


def _place(row: Mapping[str, Any]) -> Row:
    return {name: row.get(name) or "" for name in ("country", "region", "metro")}


def _duty(row: Mapping[str, Any]) -> Row:
    return {
        "text": row["text"],
        "percent": _figure(row.get("percent")),
        "kind": row.get("kind") or "",
        "infra_share": _figure(row.get("infra_share")),
    }


def _slot(row: Mapping[str, Any]) -> Row:
    return {"any_of": list(row["any_of"]), "years": _figure(row.get("years"))}


def _stage(row: Mapping[str, Any]) -> Row:
    return {
        "type": row["type"],
        "minutes": _figure(row["minutes"]),
        "day": _figure(row.get("day")),
        "panel": list(row.get("panel") or []),
        "tags": list(row.get("tags") or []),
        "scenario": row.get("scenario") or "",
        "competencies": ", ".join(skill_name(slug) for slug in row.get("competencies") or []),
    }


def _handoffs(rows: list[Any]) -> list[Row]:
    owners = {row["name"]: row.get("owner") or "" for row in rows}
    return [{"name": name, "owner": owners.get(name, "")} for name, _ in HANDOFFS]


_ROWS: Final = {Kind.PLACES: _place, Kind.DUTIES: _duty, Kind.SLOTS: _slot, Kind.STAGES: _stage}
