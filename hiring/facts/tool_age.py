"""Since when a tool has existed."""

from collections.abc import Sequence

from hiring.skills import Skill


def oldest_release(skills: Sequence[Skill | None], texts: Sequence[str]) -> int | None:
    """Year of the earliest first release among the alternatives of a line; None where one of them is unknown."""
    years = [_first_release(skill, text) for skill, text in zip(skills, texts, strict=True)]
    return None if None in years else min(year for year in years if year is not None)


def _first_release(skill: Skill | None, text: str) -> int | None:
    """Year of a tool's first public release, where the text names that tool.

    Some aliases name other, older tools of the same kind (Flask stands under FastAPI): for them it is unknown.
    """
    if skill is None or skill.since is None:
        return None
    named = text.strip().casefold()
    own_word = skill.slug.partition("-")[0]
    return skill.since if named == skill.name.casefold() or own_word in named else None
