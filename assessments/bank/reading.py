"""Reading the bank's content. What is wrong with it is said with file, line and field."""

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel, ValidationError

from assessments.bank.content import Question, Scenario

HERE: Final = Path(__file__).parent


class BadContent(Exception):
    """Content that cannot be used. The text is one line: the file, the line, the field, and what is allowed."""


def read_scenarios(folder: Path = HERE / "scenarios") -> dict[str, Scenario]:
    """All scenarios of a folder by id, one a file, in the order of the file names. Raises BadContent."""
    scenarios = {}
    for path in sorted(folder.glob("*.toml")):
        scenario = read_one(Scenario, _text(path), path.name)
        if scenario.id.casefold() != path.stem.casefold():
            raise BadContent(f"{path.name}: id: it should be {path.stem.upper()} like the file, not {scenario.id}")
        scenarios[scenario.id] = scenario
    return scenarios


def read_questions(path: Path = HERE / "questions.toml") -> dict[str, Question]:
    """All questions of a file by id, in their order. Raises BadContent."""
    text = _text(path)
    raw = _parsed(text, path.name)
    questions: dict[str, Question] = {}
    starts = [number for number, line in enumerate(text.splitlines(), 1) if line.strip() == "[[question]]"]
    for row, start in zip(raw.get("question", []), starts, strict=True):
        question = _validated(Question, row, path.name, text, start)
        if question.id in questions:
            raise BadContent(f"{path.name} line {start}: id: {question.id} is there twice")
        questions[question.id] = question
    return questions


def read_one[Content: BaseModel](kind: type[Content], text: str, where: str, id_: str | None = None) -> Content:
    """One scenario or question from TOML text. Raises BadContent, naming ``where``.

    ``id_`` takes the place of an id in the text.
    """
    raw = _parsed(text, where)
    return _validated(kind, raw if id_ is None else raw | {"id": id_}, where, text, 1)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise BadContent(f"{path.name}: not UTF-8 text") from None


def _parsed(text: str, where: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\(at line (\d+), column \d+\)|\(at end of document\)", str(error))
        line = found.group(1) if found and found.group(1) else str(len(text.splitlines()))
        reason = re.sub(r"\s*\(at [^)]*\)", "", str(error))
        raise BadContent(f"{where} line {line}: {reason[:1].lower()}{reason[1:]}") from None


def _validated[Content: BaseModel](kind: type[Content], raw: Any, where: str, text: str, start: int) -> Content:
    try:
        return kind.model_validate(raw)
    except ValidationError as error:
        problems = error.errors(include_url=False)
        # A misspelt field is missing too: the misspelling is what to look at.
        first = next((problem for problem in problems if problem["type"] == "extra_forbidden"), problems[0])
        message = "this field is required" if first["type"] == "missing" else first["msg"]
        message = "there is no such field" if first["type"] == "extra_forbidden" else message
        message = message.removeprefix("Value error, ").removeprefix("Input ")
        loc = first["loc"]
        place = f"{_field(loc)}: " if loc else ""
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        raise BadContent(f"{where} line {_line_of(loc, text, start)}: {place}{message}{more}") from None


def _field(loc: Sequence[int | str]) -> str:
    """``lines 2, good``: numbers count from 1, as people do."""
    words = ""
    for part in loc:
        words += f" {part + 1}" if isinstance(part, int) else f"{', ' if words else ''}{part}"
    return words


def _line_of(loc: Sequence[int | str], text: str, start: int) -> int:
    """The line that sets the field, counted from 1; where it is set nowhere, that of the nearest table around it."""
    lines = text.splitlines()
    at = start
    for part, following in zip(loc, (*loc, None)[1:], strict=True):
        if isinstance(part, int):
            continue
        skip = following if isinstance(following, int) else 0
        pattern = re.compile(
            rf"\s*(?:\[\[?{re.escape(part)}\]\]?\s*$|(?:\w+\.)*{re.escape(part)}\s*=|{re.escape(part)}\.)"
        )
        for number in range(at, len(lines) + 1):
            if pattern.match(lines[number - 1]):
                at = number
                if not skip or "[[" not in lines[number - 1]:
                    break
                skip -= 1
                at += 1
        else:
            break
    return at
