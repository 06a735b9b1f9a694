"""How long a tool has existed: nobody has used it for longer."""

from datetime import date

from hiring.facts.slots import Requirement
from hiring.skills import Skill


def first_release(skill: Skill | None, text: str) -> int | None:
    """Year of a tool's first public release, where the text names that tool.

    Some aliases name other, older tools of the same kind (Flask stands under FastAPI): for them it is unknown.
    """
    if skill is None or skill.since is None:
        return None
    named = text.strip().casefold()
    own_word = skill.slug.partition("-")[0]
    return skill.since if named == skill.name.casefold() or own_word in named else None


def oldest_alternative(requirement: Requirement) -> int | None:
    """Year of the earliest first release among the alternatives; None where one of them is unknown."""
    years = [
        first_release(skill, text) for skill, text in zip(requirement.skills, requirement.slot.any_of, strict=True)
    ]
    return None if None in years else min(year for year in years if year is not None)


def impossible_years(requirement: Requirement, today: date) -> bool:
    """Whether more years are demanded than any of the alternatives has existed."""
    years = requirement.slot.years
    if years is None:
        return False
    released = oldest_alternative(requirement)
    return released is not None and years > today.year - released
