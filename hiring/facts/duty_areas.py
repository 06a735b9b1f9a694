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

_DEPLOYMENT: Final = re.compile(r"\b(?:re)?deploy|\broll(?:s|ed|ing)?[ -]?(?:out|back)|\breleas")
_SCALING: Final = re.compile(r"\b(?:auto-?)?scal(?:e|es|ed|ing|able|ability)\b")
_AUTOMATION: Final = re.compile(r"\bautomat|\bpipelines?\b")
_RETRAINING: Final = re.compile(r"\bdrift|\bre-?train")
_MONITORING: Final = re.compile(r"\bmonitor")
_OF_MODELS: Final = re.compile(r"\bmodels?\b|\bml\b|\bmachine learning\b|\bpredict|\baccuracy\b|\bllms?\b")

_DIGIT: Final = re.compile(r"[0-9]")


def areas_named(duties: Iterable[Duty]) -> tuple[str, ...]:
    """Those of the four areas that the duties name, by their words. Monitoring counts where it is of models."""
    named = {area for duty in duties for area in _areas_in(duty.text)}
    return tuple(area for area in AREAS if area in named)


@lru_cache(maxsize=4096)
def _areas_in(text: str) -> tuple[str, ...]:
    lowered = text.lower()
    monitors = _RETRAINING.search(lowered) or (_MONITORING.search(lowered) and _OF_MODELS.search(lowered))
    found = (_DEPLOYMENT.search(lowered), _SCALING.search(lowered), _AUTOMATION.search(lowered), monitors)
    return tuple(area for area, there in zip(AREAS, found, strict=True) if there)


def has_figure(texts: Iterable[str]) -> bool:
    """Whether any text holds a digit: a number or a date that an outcome can be held to."""
    return any(_DIGIT.search(text) for text in texts)
