"""Reading the taxonomy from ``skills.csv`` beside this file, once, when first imported."""

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import Final


@dataclass(frozen=True, slots=True)
class Skill:
    """One skill.

    ``skill_class``: mlops-specific, shared-infra, shared-data, shared-ml, shared-software, off-role or soft.
    ``infra``: share of the skill counted as infrastructure work, 0 to 100.
    ``area``: the requirement area it covers (frameworks, tracking, feature_store, serving, monitoring), if any.
    ``family``: interchangeable tools share a family, e.g. ``cloud``.
    ``since``: year of the first public release, where known.
    """

    slug: str
    name: str
    aliases: tuple[str, ...]
    group: str
    discipline: str
    mlops_specific: bool
    skill_class: str
    typical: str
    infra: int
    area: str | None
    family: str | None
    since: int | None
    case_sensitive: bool
    note: str


def _read() -> dict[str, Skill]:
    with (Path(__file__).parent / "skills.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["slug"]: Skill(
                slug=row["slug"],
                name=row["name"],
                aliases=tuple(alias for alias in row["aliases"].split("|") if alias),
                group=row["group"],
                discipline=row["discipline"],
                mlops_specific=row["mlops_specific"] == "1",
                skill_class=row["skill_class"],
                typical=row["typical"],
                infra=int(row["infra"]),
                area=row["area"] or None,
                family=row["family"] or None,
                since=int(row["since"]) if row["since"] else None,
                case_sensitive=row["case_sensitive"] == "1",
                note=row["note"],
            )
            for row in csv.DictReader(file)
        }


SKILLS: Final[dict[str, Skill]] = _read()
"""All skills by slug, in the order of the file."""


def _names() -> dict[str, Skill]:
    names: dict[str, Skill] = {}
    for skill in SKILLS.values():
        for name in (skill.slug, skill.name, *skill.aliases):
            names.setdefault(name.casefold(), skill)
    return names


_BY_NAME: Final = _names()


def skill_named(text: str) -> Skill | None:
    """The skill that a slug, name or alias stands for, whatever its case; None where there is none."""
    return SKILLS.get(text) or _BY_NAME.get(text.strip().casefold())
