"""A preset: an archetype fitted to a level."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from hiring.presets.archetypes import ARCHETYPES, Archetype, DutyLine
from hiring.presets.shares import whole_shares

MUST_HAVES: Final = {"junior": 5, "mid": 7, "senior": 8, "staff": 8, "principal": 8}
"""How many must-haves a preset asks for: never more than the level's cap (domain.md, section E)."""

_LEADING: Final = {
    "senior": DutyLine("Design the next parts of the ML platform and set its standards", 15, "design", 50),
    "staff": DutyLine("Set the direction of the ML platform for several years and win teams for it", 25, "design", 50),
    "principal": DutyLine("Set the company's direction for ML platforms and win its leaders for it", 35, "design", 50),
}
"""What comes on top from senior on (domain.md, section E); the other duties shrink to make room."""


@dataclass(frozen=True, slots=True)
class Preset:
    """Answers to start from, as plain data of the document's ``scope`` section, and where the pay usually lies."""

    archetype: Archetype
    level: str
    infra_pct: Decimal
    duties: tuple[dict[str, Any], ...]
    must_haves: tuple[dict[str, Any], ...]
    nice_to_haves: tuple[dict[str, Any], ...]
    first_projects: tuple[str, ...]
    goals_90d: tuple[str, ...]

    @property
    def pay_zone(self) -> str:
        """Where within the level's market the pay of such a job usually lies."""
        return self.archetype.pay_zone


def preset_for(archetype: str, level: str) -> Preset:
    """The preset of an archetype and a level. Raises KeyError where there is none."""
    found = ARCHETYPES[archetype]
    return Preset(
        archetype=found,
        level=level,
        infra_pct=Decimal(found.infra_pct),
        duties=_duties(found, level),
        must_haves=_slots(found.must_haves[: MUST_HAVES[level]]),
        nice_to_haves=_slots(found.nice_to_haves),
        first_projects=found.first_projects,
        goals_90d=found.goals_90d,
    )


def _duties(archetype: Archetype, level: str) -> tuple[dict[str, Any], ...]:
    leading = _LEADING.get(level)
    left = 100 - (leading.percent if leading else 0)
    shares = whole_shares([Decimal(duty.percent * left) / 100 for duty in archetype.duties], left)
    rows = [_duty(duty, share) for duty, share in zip(archetype.duties, shares, strict=True)]
    return (_duty(leading, leading.percent), *rows) if leading else tuple(rows)


def _duty(duty: DutyLine, percent: int) -> dict[str, Any]:
    return {"text": duty.text, "percent": percent, "kind": duty.kind, "infra_share": duty.infra_share}


def _slots(requirements: tuple[tuple[str, ...], ...]) -> tuple[dict[str, Any], ...]:
    return tuple({"any_of": list(alternatives), "years": None} for alternatives in requirements)
