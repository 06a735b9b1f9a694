"""How much of the model lifecycle a requisition needs, and what to add or swap where it asks for too little."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Final

from hiring.document.patch import PatchOperation
from hiring.facts.requirement_patches import added, replaced
from hiring.facts.slots import Requirement
from hiring.thresholds import AREAS_EXEMPT, AREAS_FEWER_FOR_JUNIORS, AREAS_NEEDED, FEW_LIFECYCLE_SLOTS

if TYPE_CHECKING:
    from hiring.facts.case import Case

AREA_SKILLS: Final = {
    "serving": "model-serving",
    "monitoring": "model-monitoring",
    "tracking": "experiment-tracking",
    "frameworks": "ml-fundamentals",
}
"""The requirement that covers an area without naming a brand. A feature store is never proposed on its own."""

_OUTCOMES: Final = (
    "model-registry",
    "drift-detection",
    "deployment-patterns",
    "model-serving",
    "model-monitoring",
    "model-retraining",
)
"""Lifecycle requirements to swap in or add, the most telling first."""


def areas_needed(archetype: str | None, level: str | None) -> int:
    """Least number of areas for an archetype; the fewest while it is open. Juniors need one fewer."""
    need = AREAS_NEEDED.get(archetype or "", min(AREAS_NEEDED.values()))
    return need - AREAS_FEWER_FOR_JUNIORS if level == "junior" else need


def areas_to_add(covered: Collection[str], need: int) -> tuple[str, ...]:
    """The areas to add so that enough are covered, serving or monitoring among them."""
    missing = [area for area in AREA_SKILLS if area not in covered]
    operated = "serving" in covered or "monitoring" in covered
    return tuple(missing[: max(need - len(covered), 0 if operated else 1)])


def llm_only(case: "Case") -> bool:
    """Whether the role is for serving LLMs alone, with serving and monitoring covered."""
    return set(case.ml_today.serving_modes) == {"llm"} and {"serving", "monitoring"} <= case.areas


def beside_ml_team(case: "Case") -> bool:
    """Whether an infrastructure-heavy role works beside data scientists or ML engineers and covers two areas."""
    return (
        case.scope.archetype == "infra_heavy"
        and bool(case.ml_today.ds_count or case.ml_today.mle_count)
        and len(case.areas) >= AREAS_EXEMPT
    )


def swaps(case: "Case", most_infra_pct: int) -> tuple[int, tuple[Requirement, ...], tuple[PatchOperation, ...]]:
    """How many infrastructure lines to swap for lifecycle outcomes, which of them, and the patch that does so.

    No lines and no patch where the must-haves hold too few, or too few outcomes are left to ask for.
    """
    counts = case.counts
    needed = next(
        gone
        for gone in range(1, counts.infra_slots + 1)
        if (counts.infra_slots - gone) * 100 <= most_infra_pct * counts.technical
    )
    tools = tuple(must for must in case.musts_by_ease if must.line.slot_class == "infra")[:needed]
    outcomes = _unasked(case)
    if len(tools) < needed or len(outcomes) < needed:
        return needed, (), ()
    return needed, tools, tuple(replaced(tool, slug) for tool, slug in zip(tools, outcomes, strict=False))


def enough_lifecycle(case: "Case") -> tuple[PatchOperation, ...]:
    """Add lifecycle requirements until more than a few are asked for."""
    lacking = FEW_LIFECYCLE_SLOTS + 1 - case.counts.mlops_slots
    wanted = (AREA_SKILLS["serving"], AREA_SKILLS["monitoring"], *_OUTCOMES)
    asked = _asked(case)
    return added([slug for slug in dict.fromkeys(wanted) if slug not in asked][:lacking])


def title_with_ml(title: str, ops_words: tuple[int, int]) -> str:
    """The title with MLOps in the place of the words at ``ops_words`` (start, end); a platform is an ML platform."""
    start, end = ops_words
    found = title[start:end].lower()
    if found.startswith("platform"):
        new = f"ML {title[start:end]}"
    elif found.startswith("data engineer") or (found in ("sre", "devops") and not title[end:].strip()):
        new = "MLOps Engineer"
    else:
        new = "MLOps"
    return title[:start] + new + title[end:]


def _asked(case: "Case") -> set[str]:
    return {skill.slug for line in case.musts + case.nices for skill in line.skills if skill}


def _unasked(case: "Case") -> list[str]:
    asked = _asked(case)
    return [slug for slug in _OUTCOMES if slug not in asked]
