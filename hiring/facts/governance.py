"""Whether governance or security is part of the job."""

import re
from typing import Final

from hiring.document import Scope, Slot
from hiring.skills import SKILLS, skill_named

GOVERNANCE_GROUP: Final = "governance-security"
_ROOTS: Final = (
    *("governance", "audit", "lineage", "complian", "secur", "privacy", "access control", "explainab", "fairness"),
    *("model risk", "risk control", "risk duties", "risk management", "risk review"),
)
"""Beginnings of words that speak of governance wherever they stand."""

_NAMES: Final = tuple(
    (name, re.compile(rf"\b{re.escape(name)}\b"))
    for name in (
        "bias",
        *(
            name.casefold()
            for skill in SKILLS.values()
            if skill.group == GOVERNANCE_GROUP
            for name in (skill.name, *skill.aliases)
        ),
    )
    if not any(root in name for root in _ROOTS)
)
"""Names that count as whole words alone, with their patterns."""


def governs(scope: Scope) -> bool:
    """Whether a requirement or a duty is about governance or security."""
    for slot in (*scope.must_haves, *scope.nice_to_haves):
        if _slot_governs(slot):
            return True
    return _mentions_governance("\n".join([duty.text for duty in scope.duties]).casefold())


def _mentions_governance(text: str) -> bool:
    for root in _ROOTS:
        if root in text:
            return True
    return any(name in text and pattern.search(text) for name, pattern in _NAMES)


def _slot_governs(slot: Slot) -> bool:
    for name in slot.any_of:
        skill = skill_named(name)
        if skill is None:
            if _mentions_governance(name.casefold()):
                return True
        elif skill.group == GOVERNANCE_GROUP:
            return True
    return False
