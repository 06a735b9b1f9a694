"""What a trigger can answer: clear, off (does not apply), missing answers, or fired.

Nobody changes an answer once it is given. The classes are not frozen, and no named tuples, because a review makes
some hundreds of them and those take two to three times as long to make.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

from hiring.checking.severity import Severity
from hiring.document.patch import PatchOperation


@dataclass(slots=True)
class Evidence:
    """What was seen and what was expected, at one place of the document.

    ``path`` is a JSON Pointer (RFC 6901). ``observed`` and ``expected`` are short JSON values or text:
    numbers stay numbers (Decimal is fine), lists of names become lists of text.
    """

    path: str
    observed: Any
    expected: Any = None


@dataclass(slots=True)
class Fired:
    """The trigger fires. ``patch`` holds operations that apply the fix where a machine can."""

    severity: Severity
    message: str
    evidence: tuple[Evidence, ...]
    fix: str
    patch: tuple[PatchOperation, ...] = ()


@dataclass(slots=True, init=False)
class Missing:
    """Not decidable yet: the questions (JSON Pointers) whose answers are missing, most telling first."""

    paths: tuple[str, ...]

    def __init__(self, *paths: str) -> None:
        self.paths = paths


class Quiet(Enum):
    """The trigger has nothing to say."""

    CLEAR = "clear"
    OFF = "not_applicable"


CLEAR: Final = Quiet.CLEAR
OFF: Final = Quiet.OFF

Outcome = Fired | Missing | Quiet
