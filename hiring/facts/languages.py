"""Programming languages among the requirements."""

from collections.abc import Sequence
from typing import Final

from hiring.document import Slot
from hiring.skills import SKILLS, skill_named

_LANGUAGES: Final = frozenset(slug for slug, skill in SKILLS.items() if skill.group == "programming" and slug != "sql")
"""The taxonomy's group of programming: what M12-T3 counts. SQL stands in another group and is none of them."""


def language_slots(slots: Sequence[Slot]) -> tuple[int, ...]:
    """Indices of the requirement lines whose alternatives are all programming languages."""
    return tuple(index for index, slot in enumerate(slots) if all(_is_language(name) for name in slot.any_of))


def _is_language(name: str) -> bool:
    skill = skill_named(name)
    return skill is not None and skill.slug in _LANGUAGES
