"""Where in a JSON text the value of a JSON Pointer starts, so that tools can point at the line."""

from json.decoder import JSONDecodeError, scanstring  # type: ignore[attr-defined]
from json.scanner import py_make_scanner  # type: ignore[attr-defined]
from typing import Any


def lines_of(text: str) -> dict[str, int]:
    """Line number (from 1) of every value of a JSON text, by JSON Pointer. Empty for text that is not JSON."""
    starts: dict[str, int] = {}
    try:
        _walk(text, _skip(text, 0), "", starts)
    except (JSONDecodeError, StopIteration, IndexError):
        return {}
    lines: dict[str, int] = {}
    number, position = 1, 0
    for pointer, start in sorted(starts.items(), key=lambda item: item[1]):
        number += text.count("\n", position, start)
        position = start
        lines[pointer] = number
    return lines


class _Plain:
    """What the standard library's scanner asks of a decoder."""

    strict = False
    memo: dict[str, str] = {}
    object_hook = object_pairs_hook = None
    parse_float = staticmethod(float)
    parse_int = staticmethod(int)
    parse_constant = staticmethod(float)
    parse_string = staticmethod(scanstring)

    @staticmethod
    def parse_object(*args: Any) -> Any:
        raise StopIteration

    parse_array = parse_object


_scan_scalar = py_make_scanner(_Plain)


def _walk(text: str, at: int, pointer: str, starts: dict[str, int]) -> int:
    starts[pointer] = at
    opening = text[at]
    if opening == "{":
        return _walk_object(text, at + 1, pointer, starts)
    if opening == "[":
        return _walk_array(text, at + 1, pointer, starts)
    end: int = _scan_scalar(text, at)[1]
    return end


def _walk_object(text: str, at: int, pointer: str, starts: dict[str, int]) -> int:
    at = _skip(text, at)
    while text[at] != "}":
        name, at = scanstring(text, at + 1)
        at = _skip(text, _skip(text, at) + 1)
        escaped = name.replace("~", "~0").replace("/", "~1")
        at = _skip(text, _walk(text, at, f"{pointer}/{escaped}", starts))
        at = _skip(text, at + 1) if text[at] == "," else at
    return at + 1


def _walk_array(text: str, at: int, pointer: str, starts: dict[str, int]) -> int:
    at, index = _skip(text, at), 0
    while text[at] != "]":
        at = _skip(text, _walk(text, at, f"{pointer}/{index}", starts))
        at, index = (_skip(text, at + 1) if text[at] == "," else at), index + 1
    return at + 1


def _skip(text: str, at: int) -> int:
    while text[at] in " \t\r\n":
        at += 1
    return at
