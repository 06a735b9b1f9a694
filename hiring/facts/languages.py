"""Programming languages among the requirements."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from hiring.document import Slot
from hiring.skills import SKILLS, skill_named

_LANGUAGES: Final = frozenset(slug for slug, skill in SKILLS.items() if skill.group == "programming" and slug != "sql")
"""The taxonomy's group of programming: what M12-T3 counts. SQL stands in another group and is none of them."""


def language_slots(slots: Sequence[Slot]) -> tuple[int, ...]:
    """Indices of the requirement lines whose alternatives are all programming languages."""
    return tuple([index for index, slot in enumerate(slots) if _are_languages(slot.any_of)])


@lru_cache(maxsize=8192)
def _are_languages(names: tuple[str, ...]) -> bool:
    return all(skill is not None and skill.slug in _LANGUAGES for skill in map(skill_named, names))
