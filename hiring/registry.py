"""The twelve mistakes, in order. Adding one: docs/adding-a-mistake.md."""

from typing import Final

from hiring.checking import Mistake, Trigger
from hiring.mistakes import (
    below_market_pay,
    mlops_as_devops,
    no_growth_path,
    no_retention_plan,
    org_misalignment,
    slow_process,
    soft_skills_gap,
    undefined_scope,
    unicorn_skills,
    vague_description,
    weak_assessment,
    wrong_timing,
)

RULESET: Final = "2026.1"
"""Names this set of triggers and thresholds. Change it whenever one of them changes what it answers."""

MISTAKES: Final[tuple[Mistake, ...]] = (
    mlops_as_devops.MISTAKE,
    below_market_pay.MISTAKE,
    unicorn_skills.MISTAKE,
    undefined_scope.MISTAKE,
    weak_assessment.MISTAKE,
    wrong_timing.MISTAKE,
    org_misalignment.MISTAKE,
    soft_skills_gap.MISTAKE,
    no_growth_path.MISTAKE,
    no_retention_plan.MISTAKE,
    slow_process.MISTAKE,
    vague_description.MISTAKE,
)

MISTAKE_BY_ID: Final[dict[str, Mistake]] = {mistake.id: mistake for mistake in MISTAKES}
MISTAKE_BY_SLUG: Final[dict[str, Mistake]] = {mistake.slug: mistake for mistake in MISTAKES}
TRIGGER_BY_ID: Final[dict[str, Trigger]] = {trigger.id: trigger for mistake in MISTAKES for trigger in mistake.triggers}
