"""Whether the technical part of a loop tests what the role's archetype does (letters of the assessment bank)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from hiring.document import Stage
from hiring.document.patch import PatchOperation
from hiring.facts.bank import BankIndex, ScenarioFit
from hiring.facts.loop import TECHNICAL_TYPES, technical
from hiring.facts.template_patch import template_patch
from hiring.thresholds import OTHER_ARCHETYPE_PCT

if TYPE_CHECKING:
    from hiring.facts.case import Case

ARCHETYPES: Final = ("infra_heavy", "balanced", "ml_heavy")


def stray_stages(stages: Sequence[Stage], archetype: str, bank: BankIndex) -> list[tuple[int, Stage, ScenarioFit]]:
    """Technical stages (with their index) whose scenario the bank gives to other archetypes."""
    return [
        (index, stage, scenario)
        for index, stage in enumerate(stages)
        if stage.type in TECHNICAL_TYPES
        and stage.scenario is not None
        and (scenario := bank.scenarios.get(stage.scenario)) is not None
        and archetype not in scenario.archetypes
    ]


def mostly_stray(stages: Sequence[Stage], archetype: str, bank: BankIndex) -> bool:
    """Whether half of the technical minutes or more go to scenarios of other archetypes."""
    stray = sum(stage.minutes for _, stage, _ in stray_stages(stages, archetype, bank))
    return stray > 0 and stray * 100 >= OTHER_ARCHETYPE_PCT * sum(stage.minutes for stage in technical(stages))


def fitting_swap(case: "Case", stage: Stage) -> ScenarioFit | None:
    """The bank's first scenario of the stage's type for this level and archetype that the loop does not use yet."""
    used = {other.scenario for other in case.process.stages}
    return next(
        (
            scenario
            for scenario in case.bank.scenarios.values()
            if scenario.stage_type == stage.type
            and scenario.id not in used
            and case.scope.archetype in scenario.archetypes
            and (case.role.level is None or case.role.level in scenario.levels)
        ),
        None,
    )


def fit_patch(case: "Case", archetype: str) -> tuple[PatchOperation, ...]:
    """Swap the first stray scenario that has a fitting one; where that is not enough, take the template loop."""
    stages = list(case.process.stages)
    for index, stage, _ in stray_stages(stages, archetype, case.bank):
        swap = fitting_swap(case, stage)
        if swap is None:
            continue
        stages[index] = stage.model_copy(update={"scenario": swap.id})
        if not mostly_stray(stages, archetype, case.bank):
            return ({"op": "replace", "path": f"/process/stages/{index}/scenario", "value": swap.id},)
        stages[index] = stage
    return template_patch(case, lambda loop: not mostly_stray(loop, archetype, case.bank))
