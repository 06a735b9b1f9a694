"""What the checkers know of the assessment bank: which scenario fits whom, and the loop templates.

The bank itself lives in another part of the product and is passed in.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hiring.document.process import Stage


@dataclass(frozen=True, slots=True)
class ScenarioFit:
    """Whom one scenario of the bank fits. ``archetypes`` and ``levels`` hold document values."""

    id: str
    title: str
    stage_type: str
    minutes: int
    archetypes: frozenset[str]
    levels: frozenset[str]
    tags: tuple[str, ...] = ("ml_scenario",)


@dataclass(frozen=True, slots=True)
class BankIndex:
    """Scenarios by id, and loop templates by (level, archetype)."""

    scenarios: Mapping[str, ScenarioFit] = field(default_factory=dict)
    loops: Mapping[tuple[str, str], tuple[Stage, ...]] = field(default_factory=dict)

    def alternative(self, stage_type: str, level: str | None, archetype: str | None) -> ScenarioFit | None:
        """The first scenario of the same type that fits level and archetype; None where there is none."""
        for scenario in self.scenarios.values():
            if (
                scenario.stage_type == stage_type
                and (level is None or level in scenario.levels)
                and (archetype is None or archetype in scenario.archetypes)
            ):
                return scenario
        return None


EMPTY_BANK = BankIndex()
