"""The bank's template loop as a patch: what "replace the stages" means for a level and an archetype."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from hiring.document import Stage

if TYPE_CHECKING:
    from hiring.checking.outcome import PatchOperation
    from hiring.facts.case import Case


def template_of(case: "Case") -> tuple[Stage, ...] | None:
    """The bank's loop for the requisition's level and archetype; None where it has none."""
    return case.bank.loops.get((case.role.level or "", case.scope.archetype or ""))


def template_operations(case: "Case") -> "tuple[PatchOperation, ...]":
    """Operations that put the template loop in place, its take-home included."""
    stages = case.template or ()
    operations: list[PatchOperation] = [
        {"op": "replace", "path": "/process/stages", "value": [_as_json(stage) for stage in stages]}
    ]
    minutes = sum(stage.minutes for stage in stages if stage.type == "take_home")
    process = case.process
    if process.takehome_hours is not None or minutes:
        operations.append(_replace("takehome_hours", minutes / 60 if minutes % 60 else minutes // 60 or None))
    if process.takehome_window_days is not None and not minutes:
        operations.append(_replace("takehome_window_days", None))
    return tuple(operations)


def template_patch(case: "Case", clears: Callable[[Sequence[Stage]], bool]) -> "tuple[PatchOperation, ...]":
    """The template loop as a patch; none where there is no template, or it would not clear the flag."""
    return case.template_operations if case.template and clears(case.template) else ()


def _as_json(stage: Stage) -> dict[str, Any]:
    """The stage in JSON form; its fields are texts, whole numbers and lists of texts."""
    return {name: list(value) if isinstance(value, tuple) else value for name, value in vars(stage).items()}


def _replace(name: str, value: Any) -> "PatchOperation":
    return {"op": "replace", "path": f"/process/{name}", "value": value}
