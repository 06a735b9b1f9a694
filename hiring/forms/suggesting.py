"""Suggestions for answers that are still open. They count only once somebody confirms them."""

from collections.abc import Mapping
from typing import Any, Final

from hiring.document import RequisitionDocument, Stage
from hiring.questions import Question
from hiring.questions.question import LISTS

type Loops = Mapping[tuple[str, str], tuple[Stage, ...]]
"""The interview loops of the assessment bank by (level, archetype)."""

_INFRA_PCT: Final = {"infra_heavy": 70, "balanced": 50, "ml_heavy": 30}
"""Infrastructure share by archetype (domain.md, section D)."""

_YEARS_MIN: Final = {"junior": 0, "mid": 2, "senior": 5, "staff": 8, "principal": 12}
"""Lower end of each level's usual years (domain.md, section E)."""


def suggestion_for(question: Question, document: RequisitionDocument, loops: Loops) -> Any:
    """What to start from, given what is answered already; None where there is nothing to suggest."""
    match question.field:
        case "stages":
            loop = loops.get((document.role.level or "", document.scope.archetype or ""))
            return None if loop is None else [stage.model_dump(mode="json") for stage in loop]
        case "infra_pct":
            return _INFRA_PCT.get(document.scope.archetype or "")
        case "years_min":
            return _YEARS_MIN.get(document.role.level or "")
    return question.suggestion


def is_accepted_with_all(question: Question) -> bool:
    """Whether "accept all" accepts it too. A list is a decision of its own."""
    return question.kind not in LISTS
