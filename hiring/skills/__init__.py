"""The skill taxonomy: 149 skills of 19 groups, their classes, disciplines and infrastructure weights. Pure."""

from hiring.skills.matching import Found, skills_in
from hiring.skills.taxonomy import SKILLS, Skill, skill_named

__all__ = ["SKILLS", "Found", "Skill", "skill_named", "skills_in"]
