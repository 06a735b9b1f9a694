"""The bank's template loop for a level and an archetype, and what "replace the stages" means with it."""

from typing import Any

from hiring.document import Process, Stage
from hiring.document.patch import PatchOperation
from hiring.facts.bank import BankIndex


def template_of(bank: BankIndex, level: str | None, archetype: str | None) -> tuple[Stage, ...] | None:
    """The bank's loop for a level and an archetype; None where it has none."""
    return bank.loops.get((level or "", archetype or ""))


def template_operations(template: tuple[Stage, ...] | None, process: Process) -> tuple[PatchOperation, ...]:
    """Operations that put the template loop in place, its take-home included."""
    stages = template or ()
    operations: list[PatchOperation] = [
        {"op": "replace", "path": "/process/stages", "value": [_as_json(stage) for stage in stages]}
    ]
    minutes = sum(stage.minutes for stage in stages if stage.type == "take_home")
    if process.takehome_hours is not None or minutes:
        operations.append(_replace("takehome_hours", minutes / 60 if minutes % 60 else minutes // 60 or None))
    if process.takehome_window_days is not None and not minutes:
        operations.append(_replace("takehome_window_days", None))
    return tuple(operations)


def _as_json(stage: Stage) -> dict[str, Any]:
    """The stage in JSON form; its fields are texts, whole numbers and lists of texts."""
    return {name: list(value) if isinstance(value, tuple) else value for name, value in vars(stage).items()}


def _replace(name: str, value: Any) -> PatchOperation:
    return {"op": "replace", "path": f"/process/{name}", "value": value}
