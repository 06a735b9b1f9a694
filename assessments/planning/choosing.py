"""Which scenarios a loop runs."""

from collections.abc import Collection, Iterable, Sequence

from assessments.bank.content import Bank, Scenario
from assessments.planning import rules
from assessments.planning.matching import shows
from assessments.planning.signals import signals
from assessments.planning.wanted import Wanted
from hiring.document import RequisitionDocument

_MODULE_WORTH = 2
_SIGNAL_WORTH = 3
_OWN_WORTH = 3


def archetype_of(document: RequisitionDocument) -> str | None:
    """The archetype, where one of the three is chosen."""
    archetype = document.scope.archetype
    return None if archetype == "unsure" else archetype


def level_of(document: RequisitionDocument) -> str:
    """The level that is planned for."""
    return document.role.level or rules.ASSUMED_LEVEL


def fits(scenario: Scenario, document: RequisitionDocument) -> bool:
    """Whether it is made for the level and the split; where they are open, for the level assumed and any split."""
    archetype = archetype_of(document)
    return level_of(document) in scenario.levels and (
        len(scenario.archetypes) == len(rules.MODULES) if archetype is None else archetype in scenario.archetypes
    )


def candidates(
    document: RequisitionDocument,
    bank: Bank,
    types: Collection[str],
    without: Collection[str] = (),
) -> list[Scenario]:
    """Scenarios of these types that fit. ``without``: primary skills that are taken."""
    fitting = [
        scenario
        for scenario in bank.scenarios.values()
        if scenario.type in types and scenario.primary_skill not in without and fits(scenario, document)
    ]
    if not fitting and archetype_of(document) is None:
        # Nothing of this kind suits every split: take what suits the one in the middle.
        middle = document.model_copy(update={"scope": document.scope.model_copy(update={"archetype": "balanced"})})
        return candidates(middle, bank, types, without)
    return fitting


def minutes_of(scenario: Scenario, document: RequisitionDocument) -> int:
    """Minutes on the clock at the level planned for."""
    level = level_of(document)
    if level == "junior" and scenario.minutes_junior:
        return scenario.minutes_junior
    if scenario.type == "live_debug" and level in ("staff", "principal"):
        return min(scenario.minutes, rules.INCIDENT_MINUTES)
    return scenario.minutes


def debugging(document: RequisitionDocument, bank: Bank) -> list[Scenario]:
    """Live debugging that fits, about machine learning; in an infrastructure-heavy loop, about a model in trouble."""
    found = [
        scenario
        for scenario in candidates(document, bank, ("live_debug",))
        if "ml_scenario" in scenario.tags and scenario.minutes <= rules.MOST_EXERCISE_MINUTES
    ]
    if archetype_of(document) == "infra_heavy":
        return [scenario for scenario in found if scenario.id in rules.MODEL_TROUBLE or _is_own(scenario)] or found
    return found


def best(
    document: RequisitionDocument,
    choices: Sequence[Sequence[Scenario]],
    bundles: Sequence[Sequence[Wanted]],
) -> tuple[Scenario, ...]:
    """One scenario of each list: together they show most of the must-haves, and fit the split and the company best.

    Lists that hold nothing are passed over. No two of those chosen share a primary skill.
    """
    called_for = signals(document)
    modules = rules.MODULES[archetype_of(document) or "balanced"]
    combinations: Iterable[tuple[Scenario, ...]] = [()]
    for choice in choices:
        if choice:
            combinations = [
                (*chosen, scenario)
                for chosen in combinations
                for scenario in choice
                if all(scenario.primary_skill != other.primary_skill for other in chosen)
            ] or combinations

    worth = {
        scenario.id: _MODULE_WORTH * (scenario.id in modules)
        + _SIGNAL_WORTH * len(called_for.get(scenario.id, ()))
        + _OWN_WORTH * _is_own(scenario)
        for choice in choices
        for scenario in choice
    }
    shown = {
        scenario.id: [max((shows(scenario, each) for each in bundle), default=0) for bundle in bundles]
        for choice in choices
        for scenario in choice
    }

    def value(chosen: tuple[Scenario, ...]) -> int:
        covered = sum(map(max, *(shown[each.id] for each in chosen))) if len(chosen) > 1 else 0
        if len(chosen) == 1:
            covered = sum(shown[chosen[0].id])
        return covered + sum(worth[each.id] for each in chosen)

    # max() keeps the first of equals: the order of the bank decides.
    return max(combinations, key=value)


def _is_own(scenario: Scenario) -> bool:
    return not scenario.id.startswith("S")
