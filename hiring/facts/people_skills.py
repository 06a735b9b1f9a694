"""The people skills that the interview loop looks at, and the seats of its panels."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from hiring.document import Stage

PEOPLE_SKILLS: Final = {
    "collaboration": "collaboration",
    "communication": "communication",
    "customer_empathy": "customer empathy",
    "stakeholder": "stakeholder management",
}
"""The four people skills, as stage tags and in words."""

PARTNER_INTERVIEW_MINUTES: Final = 45
"""Length of a structured partner interview in the loop templates."""


def skills_assessed(stages: Iterable[Stage]) -> tuple[str, ...]:
    """Those of the four people skills that some stage is tagged with."""
    tags = {tag for stage in stages for tag in stage.tags}
    return tuple(skill for skill in PEOPLE_SKILLS if skill in tags)


def seats(stages: Iterable[Stage]) -> tuple[str, ...]:
    """The roles on any panel of the loop, each once, in the order they appear."""
    return tuple(dict.fromkeys(role for stage in stages for role in stage.panel))


def partner_stage(stages: Sequence[Stage]) -> int | None:
    """Where a partner of the role sits best: the partner interview, else the last stage that has a panel."""
    for index, stage in enumerate(stages):
        if stage.type == "partner_interview":
            return index
    with_panel = [index for index, stage in enumerate(stages) if stage.panel]
    return with_panel[-1] if with_panel else None


def partner_interview(stages: Sequence[Stage], skills: Sequence[str], partner: str) -> dict[str, Any]:
    """A structured partner interview as a stage in JSON form, on the loop's last day, so that it adds no round."""
    return {
        "type": "partner_interview",
        "minutes": PARTNER_INTERVIEW_MINUTES,
        "day": max((stage.day for stage in stages if stage.day is not None), default=None),
        "panel": [partner, "product"],
        "tags": [*skills, "anchored"],
        "scenario": None,
        "competencies": [],
    }
