"""What the duties say: which areas of MLOps work they name, and whether an outcome has a figure."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from hiring.document import Duty

AREAS: Final = {
    "deployment": "model deployment",
    "scaling": "scaling of the infrastructure",
    "automation": "automation of pipelines",
    "monitoring": "monitoring or retraining of models",
}
"""The four areas that a description of MLOps duties should name."""

_MONITOR: Final = ("monitor",)
_NAMED: Final = (
    (
        "deployment",
        ("deploy", "roll", "releas"),
        re.compile(r"\b(?:re)?deploy|\broll(?:s|ed|ing)?[ -]?(?:out|back)|\breleas"),
    ),
    ("scaling", ("scal",), re.compile(r"\b(?:auto-?)?scal(?:e|es|ed|ing|able|ability)\b")),
    ("automation", ("automat", "pipeline"), re.compile(r"\bautomat|\bpipelines?\b")),
    ("monitoring", ("drift", "retrain", "re-train"), re.compile(r"\bdrift|\bre-?train")),
    ("monitoring", _MONITOR, re.compile(r"\bmonitor")),
)
"""Area, letters of which a line must hold some before the pattern is worth trying, pattern."""

_OF_MODELS: Final = re.compile(r"\bmodels?\b|\bml\b|\bmachine learning\b|\bpredict|\baccuracy\b|\bllms?\b")

_DIGIT: Final = re.compile(r"[0-9]")


def areas_in_line(line: str) -> tuple[tuple[str, tuple[int, int]], ...]:
    """The areas that one line names, each with the place of the words. The line is in lower case."""
    found: dict[str, tuple[int, int]] = {}
    for area, stems, pattern in _NAMED:
        if area in found or not any(map(line.__contains__, stems)):
            continue
        match = pattern.search(line)
        if match is not None and (stems != _MONITOR or _OF_MODELS.search(line)):
            found[area] = match.span()
    return tuple(found.items())


def areas_named(duties: Iterable[Duty]) -> tuple[str, ...]:
    """Those of the four areas that the duties name, by their words. Monitoring counts where it is of models."""
    named = {area for duty in duties for area in _areas_in(duty.text)}
    return tuple(area for area in AREAS if area in named)


@lru_cache(maxsize=4096)
def _areas_in(text: str) -> tuple[str, ...]:
    return tuple([area for area, _ in areas_in_line(text.lower())])


def has_figure(texts: Iterable[str]) -> bool:
    """Whether any text holds a digit: a number or a date that an outcome can be held to."""
    return any(_DIGIT.search(text) for text in texts)
