"""Step 3: scope and skills."""

from typing import Annotated, Literal

from pydantic import Field

from hiring.document.base import Amount, Part, Percent, Years

Archetype = Literal["infra_heavy", "balanced", "ml_heavy", "unsure"]
PlatformOrModels = Literal["platform", "models", "both"]
DutyKind = Literal["operate", "build", "design", "model"]
Degree = Literal["none", "bachelor", "master", "phd"]


class Duty(Part):
    """What the person does, with its share of the week."""

    text: str
    percent: Percent | None = None
    kind: DutyKind | None = None
    infra_share: Percent | None = Field(default=None, description="Share of this duty that is infrastructure work")


class Slot(Part):
    """One requirement line; alternatives count as one slot."""

    any_of: Annotated[
        tuple[str, ...],
        Field(min_length=1, description="Skill slugs of the taxonomy, or free text where unknown"),
    ]
    years: Amount | None = Field(default=None, description="'X+ years of ...' demanded for this slot")


class Scope(Part):
    """Step 3."""

    archetype: Archetype | None = None
    infra_pct: Percent | None = None
    infra_pct_panel: Percent | None = None
    platform_or_models: PlatformOrModels | None = None
    duties: tuple[Duty, ...] = ()
    must_haves: tuple[Slot, ...] = ()
    nice_to_haves: tuple[Slot, ...] = ()
    years_min: Years | None = None
    degree: Degree | None = "none"
    publications: bool | None = False
    first_projects: tuple[str, ...] = ()
    goals_90d: tuple[str, ...] = ()
