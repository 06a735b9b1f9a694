"""Which scenario of the bank fits the requisition's level and split."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from hiring.facts.bank import ScenarioFit
from hiring.facts.logic import both

if TYPE_CHECKING:
    from hiring.facts.case import Case

SPLITS: Final = {"infra_heavy": "a 70/30 split", "balanced": "a 50/50 split", "ml_heavy": "a 30/70 split"}
LEVELS: Final = 5
"""Levels there are: a scenario for all of them fits whatever the level."""


def decided_archetype(case: "Case") -> str | None:
    """The archetype, where one of the three is chosen."""
    archetype = case.scope.archetype
    return None if archetype == "unsure" else archetype


def fits(scenario: ScenarioFit, level: str | None, archetype: str | None) -> bool | None:
    """Whether a scenario fits; None while the answers given do not decide it."""
    return both(_fits(level, scenario.levels, LEVELS), _fits(archetype, scenario.archetypes, len(SPLITS)))


def open_questions(scenarios: Iterable[ScenarioFit], level: str | None, archetype: str | None) -> tuple[str, ...]:
    """The questions that keep ``fits`` undecided for these scenarios."""
    undecided = list(scenarios)
    paths = []
    if level is None and any(len(scenario.levels) < LEVELS for scenario in undecided):
        paths.append("/role/level")
    if archetype is None and any(len(scenario.archetypes) < len(SPLITS) for scenario in undecided):
        paths.append("/scope/archetype")
    return tuple(paths)


def swaps(case: "Case", indexes: Sequence[int]) -> dict[int, ScenarioFit]:
    """For stages whose scenario does not fit: the first one of the same type that does and that no stage uses yet."""
    stages, level, archetype = case.process.stages, case.role.level, decided_archetype(case)
    taken = {stage.scenario for stage in stages}
    found: dict[int, ScenarioFit] = {}
    for index in indexes:
        for scenario in case.bank.scenarios.values():
            if (
                scenario.id not in taken
                and scenario.stage_type == stages[index].type
                and fits(scenario, level, archetype)
            ):
                taken.add(scenario.id)
                found[index] = scenario
                break
    return found


def suggested_scenario(case: "Case") -> str:
    """The machine-learning scenario to add: the bank's first live one that fits, else one made for every split."""
    level, archetype = case.role.level, decided_archetype(case)
    for scenario in case.bank.scenarios.values():
        if (
            scenario.stage_type == "live_debug"
            and "ml_scenario" in scenario.tags
            and fits(scenario, level, archetype) is not False
        ):
            return f"{scenario.id} {scenario.title}"
    return "S06 Broken pipeline" if level == "junior" else "S05 Silent accuracy drop"


def _fits(value: str | None, accepted: frozenset[str], all_there_are: int) -> bool | None:
    if value is None:
        return True if len(accepted) == all_there_are else None
    return value in accepted
