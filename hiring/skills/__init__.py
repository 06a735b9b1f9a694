"""The skill taxonomy: 149 skills of 19 groups, their classes, disciplines and infrastructure weights. Pure."""

from hiring.skills.taxonomy import SKILLS, Skill, skill_named

__all__ = ["SKILLS", "Skill", "skill_named"]
