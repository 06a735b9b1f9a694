"""Reading documents, markets and waivers from files, with errors that name the field and what is allowed."""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from hiring.document import RequisitionDocument
from hiring.market import Market
from hiring.reporting import Waiver

LARGEST_FILE = 64 * 1024 * 1024
"""Bytes. A requisition is a few kilobytes; this leaves room for long ads and large collections."""

ENVELOPE_START = re.compile(r'\s*\{\s*"(document|market|today)"\s*:')
"""An envelope is told by its first key: a document has none of these at its top."""


class BadInput(Exception):
    """The input cannot be used. The text is one line that says where and what is allowed."""


class Envelope(BaseModel):
    """A line of a collection: a document with a market and a day of its own."""

    model_config = ConfigDict(extra="forbid")

    document: RequisitionDocument
    market: Market | None = None
    today: date | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One document to work on. ``market_given`` tells "no market" from "nothing said about the market"."""

    document: RequisitionDocument
    market: Market | None = None
    market_given: bool = False
    today: date | None = None


def read_bytes(name: str) -> bytes:
    """The content of a file, or of standard input for ``-``. Raises BadInput."""
    if name == "-":
        content = sys.stdin.buffer.read(LARGEST_FILE + 1)
    else:
        path = Path(name)
        try:
            if path.is_dir():
                raise BadInput(f"{name} is a folder; a file is expected")
            with path.open("rb") as file:
                content = file.read(LARGEST_FILE + 1)
        except FileNotFoundError:
            raise BadInput(f"{name}: no such file") from None
        except OSError as error:
            raise BadInput(f"{name}: {error.strerror or error}") from None
    if len(content) > LARGEST_FILE:
        raise BadInput(f"{_shown(name)} is larger than {LARGEST_FILE // 1024 // 1024} MB")
    if not content.strip():
        raise BadInput(f"{_shown(name)} is empty")
    return content


def read_entry(content: bytes | str, where: str) -> Entry:
    """A document, or an envelope of document, market and day. Raises BadInput, naming ``where``."""
    text = decoded(content, where) if isinstance(content, bytes) else content
    try:
        if ENVELOPE_START.match(text):
            envelope = Envelope.model_validate_json(text)
            return Entry(envelope.document, envelope.market, "market" in envelope.model_fields_set, envelope.today)
        return Entry(RequisitionDocument.model_validate_json(text))
    except ValidationError as error:
        raise BadInput(f"{where}: {complaint(error)}") from None


def read_lines(content: bytes, where: str) -> Iterator[Entry | BadInput]:
    """One entry a line (JSON Lines). A line that cannot be read comes out as the BadInput that says why."""
    for number, line in enumerate(decoded(content, where).split("\n"), start=1):
        if not line.strip():
            continue
        try:
            yield read_entry(line, f"{where} line {number}")
        except BadInput as error:
            yield error


def read_market(name: str) -> Market:
    """A market from a JSON file. Raises BadInput."""
    try:
        return Market.model_validate_json(decoded(read_bytes(name), name))
    except ValidationError as error:
        raise BadInput(f"{_shown(name)}: {complaint(error)}") from None


def read_waivers(name: str) -> tuple[Waiver, ...]:
    """Waivers from a JSON file: a list of objects. Raises BadInput."""
    try:
        return TypeAdapter(tuple[Waiver, ...]).validate_json(decoded(read_bytes(name), name))
    except ValidationError as error:
        raise BadInput(f"{_shown(name)}: {complaint(error)}") from None


def read_day(text: str) -> date:
    """A day as YYYY-MM-DD. Raises BadInput."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadInput(f"{text!r} is not a day; write it as YYYY-MM-DD, e.g. 2026-11-22") from None


def decoded(content: bytes, where: str) -> str:
    """The text of a UTF-8 file, with or without byte order mark. Raises BadInput."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput(f"{_shown(where)} is not UTF-8 text") from None


def is_collection(name: str, content: bytes) -> bool:
    """Whether the input is JSON Lines: by its name, or on standard input by several lines that start an object each."""
    if name != "-":
        return name.lower().endswith((".jsonl", ".ndjson"))
    lines = [line for line in content.split(b"\n") if line.strip()]
    return len(lines) > 1 and all(line.lstrip().startswith(b"{") and line.rstrip().endswith(b"}") for line in lines)


def complaint(error: ValidationError) -> str:
    """What is wrong, in one line: the field, what was given, what is allowed; and how many more there are."""
    problems = error.errors(include_url=False)
    first = problems[0]
    place = "".join(f"/{part}" for part in first["loc"])
    text = _sentence(first)
    more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
    return f"{place or 'the document'}: {text}{more}"


def _sentence(problem: Any) -> str:
    kind, given = problem["type"], problem.get("input")
    message: str = problem["msg"]
    if kind == "extra_forbidden":
        return "there is no such field"
    if kind == "json_invalid":
        return f"not valid JSON: {message.removeprefix('Invalid JSON: ')}"
    if kind == "missing":
        return "this field is required"
    if kind == "model_type" or kind == "model_attributes_type":
        return f"an object is expected, not {_short(given)}"
    return f"{message[0].lower()}{message[1:].replace('input should', 'it should')}, not {_short(given)}".replace(
        "input should", "should"
    )


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."


def _shown(name: str) -> str:
    return "standard input" if name == "-" else name
