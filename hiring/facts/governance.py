"""Whether governance or security is part of the job."""

import re
from typing import Final

from hiring.document import Scope, Slot
from hiring.skills import SKILLS, skill_named

GOVERNANCE_GROUP: Final = "governance-security"
_GOVERNANCE: Final = re.compile(
    r"\b(?:governance|audit|lineage|complian|secur|privacy|model risk|risk (?:control|duties|management|review)"
    r"|explainab|fairness|bias\b|access control|"
    + "|".join(
        re.escape(name.casefold()) + r"\b"
        for skill in SKILLS.values()
        if skill.group == GOVERNANCE_GROUP
        for name in (skill.name, *skill.aliases)
    )
    + ")"
)


def governs(scope: Scope) -> bool:
    """Whether a requirement or a duty is about governance or security."""
    return any(_slot_governs(slot) for slot in (*scope.must_haves, *scope.nice_to_haves)) or any(
        _GOVERNANCE.search(duty.text.casefold()) for duty in scope.duties
    )


def _slot_governs(slot: Slot) -> bool:
    for name in slot.any_of:
        skill = skill_named(name)
        if skill is None:
            if _GOVERNANCE.search(name.casefold()):
                return True
        elif skill.group == GOVERNANCE_GROUP:
            return True
    return False
