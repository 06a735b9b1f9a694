"""Every threshold of the checkers, in one place.

Each is a plain number for the code that uses it; what it means and where it comes from is recorded beside it
for the pages. Those without a source are our judgement and are shown as "rule of thumb".
"""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Threshold:
    """One threshold as the catalogue pages show it. ``source`` is None for a rule of thumb."""

    value: int | Decimal
    unit: str
    meaning: str
    triggers: tuple[str, ...]
    source: str | None


THRESHOLDS: list[Threshold] = []
"""All thresholds, in the order written below."""


def rule_of_thumb[T: int | Decimal](value: T, unit: str, meaning: str, *triggers: str) -> T:
    """Record a threshold of our own judgement and give back its value."""
    THRESHOLDS.append(Threshold(value, unit, meaning, triggers, None))
    return value


def sourced[T: int | Decimal](value: T, unit: str, meaning: str, source: str, *triggers: str) -> T:
    """Record a threshold that somebody else states and give back its value."""
    THRESHOLDS.append(Threshold(value, unit, meaning, triggers, source))
    return value


# Shared
CRISIS_SIGNS = rule_of_thumb(
    3, "signs", "Crisis signs that make a hire a rescue mission", "M02-T6", "M06-T3", "M06-T4", "M06-T5", "M06-T6", "M10-T1"
)
FEW_POINTS = rule_of_thumb(
    10, "postings", "Fewer distinct postings than this: pay triggers are advice only", "M02-T1", "M02-T2", "M02-T4", "M02-T5", "M02-T6"
)

# M01

# M02

# M03

# M04

# M05

# M06

# M07

# M08

# M09

# M10

# M11

# M12
