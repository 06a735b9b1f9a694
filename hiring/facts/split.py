"""The split of a role between infrastructure and models: archetypes, their shares, their pay."""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal

from hiring.facts.skill_infra import weights
from hiring.facts.slots import Requirement
from hiring.market import Percentiles
from hiring.thresholds import BROAD_PROJECTS, SPLIT_SLOTS

if TYPE_CHECKING:
    from hiring.facts.case import Case

SPLITS: Final[dict[Literal["infra_heavy", "balanced", "ml_heavy"], int]] = {
    "balanced": 50,
    "infra_heavy": 70,
    "ml_heavy": 30,
}
"""Infrastructure share of each archetype in percent (AiPaycheck: 70/30, 50/50, 30/70)."""

PAY_ZONES: Final = {"infra_heavy": (25, 50), "balanced": (40, 60), "ml_heavy": (55, 80)}
"""Percentiles of the level's range where the pay of an archetype belongs."""

_BROAD: Final = re.compile(r"\bbroad\b")


def nearest_archetype(infra_pct: Decimal | int) -> Literal["infra_heavy", "balanced", "ml_heavy"]:
    """The archetype whose share is nearest; halfway, the balanced one."""
    share = Decimal(infra_pct)
    return min(SPLITS, key=lambda archetype: abs(share - SPLITS[archetype]))


def suggested_archetype(case: "Case") -> Literal["infra_heavy", "balanced", "ml_heavy"] | None:
    """The archetype nearest to the duties, else to the skills; None where neither says enough."""
    share = case.duty_infra_pct
    if share is None and speaks_of_a_split(case):
        share = case.skill_infra_pct
    return None if share is None else nearest_archetype(share)


def speaks_of_a_split(case: "Case") -> bool:
    """Whether there are enough requirement lines that carry an infrastructure weight."""
    return len(weights(case.musts)) + len(weights(case.nices)) >= SPLIT_SLOTS


def driving(requirements: Sequence[Requirement], towards_infra: bool) -> list[str]:
    """The three lines that pull hardest towards infrastructure, or away from it."""
    weighed = [(line.line.weight, line.label) for line in requirements if line.line.weight is not None]
    ordered = sorted(weighed, key=lambda pair: -pair[0] if towards_infra else pair[0])
    return [label for _, label in ordered[:3]]


def broad_first_hire(case: "Case") -> bool:
    """Whether a seed start-up says openly that its first MLOps role is broad, and names what it will do."""
    return (
        case.role.company_stage == "seed"
        and case.ml_today.mlops_count == 0
        and len(case.scope.first_projects) >= BROAD_PROJECTS
        and case.ad is not None
        and _BROAD.search(case.ad.lowered) is not None
    )


def value_at(percentile: int, market: Percentiles) -> Decimal:
    """Base pay at a percentile between 10 and 90, by the same straight lines as the percentile of a figure."""
    points = ((10, market.p10), (25, market.p25), (50, market.p50), (75, market.p75), (90, market.p90))
    for (low_at, low), (high_at, high) in pairwise(points):
        if percentile <= high_at:
            return low + (high - low) * (percentile - low_at) / (high_at - low_at)
    return market.p90
