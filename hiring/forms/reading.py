"""From what was typed to an answer. Reading never fails: what cannot be read stays as typed, with the reason."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from hiring.document.base import json_number
from hiring.forms.answer import NO_ANSWER, Answer, Raw, Reading, Row, Unreadable
from hiring.forms.days import read_day
from hiring.forms.numbers import read_figure, read_number
from hiring.forms.places import read_country, read_region
from hiring.forms.skills_typed import skill_or_text
from hiring.questions import Kind, Question
from hiring.questions.organisation import HANDOFFS
from hiring.questions.process import PANEL_ROLES, STAGE_TAGS, STAGE_TYPES
from hiring.questions.scope import DUTY_KINDS

UNSURE: Final = "unsure"
"""The value of "not sure" among the choices."""

NONE_OF_THESE: Final = "none"
"""The box to tick in a list to say that none of the others holds: nothing ticked is no answer."""

LONGEST_LINE: Final = 300
"""Characters that a line of text holds."""

_UNSURE_WORDS: Final = frozenset({"unsure", "not sure", "don't know", "don’t know", "unknown", "?", "tbd", "n/a"})
_CURRENCY_SIGNS: Final = {"$": "USD", "US$": "USD", "€": "EUR", "EURO": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR"}
_LIST_KINDS: Final = frozenset({Kind.PLACES, Kind.DUTIES, Kind.SLOTS, Kind.STAGES, Kind.HANDOFFS})


def read(question: Question, raw: Raw) -> Reading:
    """The answer to a question. ``raw`` is text, ticked values, or rows, as the question's kind asks."""
    raw = _cleaned(raw)
    if question.kind in _LIST_KINDS:
        return _read_rows(question, raw if isinstance(raw, list) else [])
    if question.kind is Kind.CHOICES:
        return _read_ticks(question, raw if isinstance(raw, list) else [raw])
    return _read_text(question, raw if isinstance(raw, str) else "")


def _cleaned(raw: Any) -> Any:
    """Without null characters, which no engine stores and nobody types."""
    if isinstance(raw, str):
        return raw.replace("\x00", "")
    if isinstance(raw, list):
        return [_cleaned(item) for item in raw]
    return {key: _cleaned(item) for key, item in raw.items()}


def _read_text(question: Question, raw: str) -> Reading:
    text = raw.strip()
    if not text:
        return Reading(Answer([] if question.kind is Kind.LINES else None))
    if question.kind is Kind.LINES:
        return Reading(Answer([line.strip() for line in text.splitlines() if line.strip()]))
    if text.casefold() in _UNSURE_WORDS and question.kind not in (Kind.TEXT, Kind.LONG_TEXT):
        own = UNSURE in dict(question.choices)
        return Reading(Answer(UNSURE) if own else Answer(unsure=True))
    try:
        return Reading(Answer(_value(question, text, raw)))
    except Unreadable as error:
        return Reading(Answer(typed=raw), {"": str(error)})


def _value(question: Question, text: str, raw: str) -> Any:
    match question.kind:
        case Kind.TEXT:
            if len(text) > LONGEST_LINE:
                raise Unreadable(f"At most {LONGEST_LINE} characters; this has {len(text):,}.")
            return text
        case Kind.LONG_TEXT:
            return raw.replace("\r\n", "\n").strip()
        case Kind.CHOICE:
            return _chosen(question, text)
        case Kind.YES_NO:
            return _yes_or_no(text)
        case Kind.DAY:
            return read_day(text)
        case Kind.CURRENCY:
            return _currency(text)
        case Kind.COUNT:
            return int(read_number(text, question))
        case _:
            return read_number(text, question)


def _chosen(question: Question, text: str) -> str:
    if text not in dict(question.choices):
        labels = ", ".join(label for _, label in question.choices)
        raise Unreadable(f"Choose one of: {labels}.")
    return text


def _yes_or_no(text: str) -> bool:
    if text.casefold() not in ("yes", "no"):
        raise Unreadable("Choose yes, no or not sure.")
    return text.casefold() == "yes"


def _currency(text: str) -> str:
    code = _CURRENCY_SIGNS.get(text.upper(), text.upper())
    if len(code) != 3 or not code.isascii() or not code.isalpha():
        raise Unreadable("Enter three letters, such as USD or EUR.")
    return code


def _read_ticks(question: Question, ticked: list[Any]) -> Reading:
    allowed = [value for value, _ in question.choices]
    chosen = [value for value in allowed if value in ticked]
    if chosen:
        return Reading(Answer(chosen))
    if UNSURE in ticked:
        return Reading(Answer(unsure=True))
    return Reading(Answer([]) if NONE_OF_THESE in ticked else NO_ANSWER)


def _read_rows(question: Question, raw: list[Any]) -> Reading:
    rows = [row for row in raw if isinstance(row, dict) and not is_blank(question, row)]
    values: list[dict[str, Any]] = []
    errors: dict[str, str] = {}
    for index, row in enumerate(rows):
        found: dict[str, str] = {}
        value = _ROWS[question.kind](row, found)
        if value is not None:
            values.append(value)
        errors |= {f"{index}.{cell}": message for cell, message in found.items()}
    if question.kind is Kind.HANDOFFS:
        values = _once_each(values)
    return Reading(Answer(values, typed=rows if errors else None), errors)


def is_blank(question: Question, row: Row) -> bool:
    """Whether nothing was entered in a row (what is chosen for its name or by default does not count)."""
    given = {cell for cell, content in row.items() if content and (not isinstance(content, str) or content.strip())}
    return not given - ({"name"} if question.kind is Kind.HANDOFFS else set())


def _read_place(row: Row, errors: dict[str, str]) -> dict[str, Any] | None:
    typed = cell(row, "country")
    try:
        if not typed:
            raise Unreadable("Which country?")
        country = read_country(typed)
    except Unreadable as error:
        errors["country"] = str(error)
        return None
    return {
        "country": country,
        "region": read_region(cell(row, "region"), country),
        "metro": cell(row, "metro") or None,
    }


def _read_duty(row: Row, errors: dict[str, str]) -> dict[str, Any] | None:
    text = cell(row, "text")
    if not text:
        errors["text"] = "What is the duty?"
    duty = {
        "text": text,
        "percent": _figure(row, "percent", errors, kind=Kind.PERCENT, unit="%", most=100),
        "kind": cell(row, "kind") if cell(row, "kind") in dict(DUTY_KINDS) else None,
        "infra_share": _figure(row, "infra_share", errors, kind=Kind.PERCENT, unit="%", most=100),
    }
    return duty if text else None


def _read_slot(row: Row, errors: dict[str, str]) -> dict[str, Any] | None:
    typed = row.get("any_of") or []
    names = [typed] if isinstance(typed, str) else typed
    slugs = list(dict.fromkeys(skill_or_text(name) for name in names if name.strip()))
    years = _figure(row, "years", errors, kind=Kind.AMOUNT, unit="years")
    return {"any_of": slugs, "years": years} if slugs else None


def _read_stage(row: Row, errors: dict[str, str]) -> dict[str, Any] | None:
    kind = cell(row, "type")
    if kind not in dict(STAGE_TYPES):
        errors["type"] = "Which kind of interview?"
    minutes = _figure(row, "minutes", errors, kind=Kind.COUNT, unit="min")
    if minutes is None and "minutes" not in errors:
        errors["minutes"] = "How many minutes?"
    day = _figure(row, "day", errors, kind=Kind.COUNT, least=1)
    scenario = cell(row, "scenario")
    if len(scenario) > 100:
        errors["scenario"] = "At most 100 characters."
    if "type" in errors or "minutes" in errors or "scenario" in errors:
        return None
    return {
        "type": kind,
        "minutes": minutes,
        "day": day,
        "panel": _ticked(row, "panel", PANEL_ROLES),
        "tags": _ticked(row, "tags", STAGE_TAGS),
        "scenario": scenario or None,
        "competencies": [skill_or_text(name) for name in cell(row, "competencies").split(",") if name.strip()],
    }


def _read_handoff(row: Row, errors: dict[str, str]) -> dict[str, Any] | None:
    name = cell(row, "name")
    return {"name": name, "owner": cell(row, "owner")} if name in dict(HANDOFFS) else None


def _once_each(handoffs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    by_name = {handoff["name"]: handoff for handoff in handoffs}
    return [by_name[name] for name, _ in HANDOFFS if name in by_name]


_ROWS: Final[Mapping[Kind, Callable[[Row, dict[str, str]], dict[str, Any] | None]]] = {
    Kind.PLACES: _read_place,
    Kind.DUTIES: _read_duty,
    Kind.SLOTS: _read_slot,
    Kind.STAGES: _read_stage,
    Kind.HANDOFFS: _read_handoff,
}


def cell(row: Row, name: str) -> str:
    """The text of one cell, trimmed; empty where there is none."""
    content = row.get(name, "")
    return content.strip() if isinstance(content, str) else ""


def _figure(
    row: Row,
    name: str,
    errors: dict[str, str],
    *,
    kind: Kind,
    unit: str = "",
    least: int = 0,
    most: int | None = None,
) -> int | float | None:
    typed = cell(row, name)
    if not typed:
        return None
    try:
        return json_number(read_figure(typed, kind=kind, unit=unit, least=least, most=most))
    except Unreadable as error:
        errors[name] = str(error)
        return None


def _ticked(row: Row, name: str, choices: tuple[tuple[str, str], ...]) -> list[str]:
    ticked = row.get(name) or []
    return [value for value, _ in choices if value in ticked]
