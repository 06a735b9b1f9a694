"""Since when a tool has existed."""

from hiring.skills import Skill


def first_release(skill: Skill | None, text: str) -> int | None:
    """Year of a tool's first public release, where the text names that tool; else None.

    Some aliases name other, older tools of the same kind (Flask stands under FastAPI): for them it is unknown.
    """
    if skill is None or skill.since is None:
        return None
    named = text.strip().casefold()
    own_word = skill.slug.partition("-")[0]
    return skill.since if named == skill.name.casefold() or own_word in named else None
