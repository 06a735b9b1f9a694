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
    3,
    "signs",
    "Crisis signs that make a hire a rescue mission",
    "M02-T6",
    "M06-T3",
    "M06-T4",
    "M06-T5",
    "M06-T6",
    "M10-T1",
)
FEW_POINTS = rule_of_thumb(
    10,
    "postings",
    "Fewer distinct postings than this: pay triggers are advice only",
    "M02-T1",
    "M02-T2",
    "M02-T4",
    "M02-T5",
    "M02-T6",
)

# M01

# M02

# M03

# M04

# M05

# M06

# M07
ML_PLATFORM_TEAM_ENGINEERS = sourced(
    10,
    "ML engineers",
    "From this many ML engineers on, a dedicated ML platform team is called the best home of the role",
    "AiPaycheck, 10 Mistakes, 4 Apr 2026 (vendor claim)",
    "M07-T3",
)
ML_PLATFORM_TEAM_PEOPLE = rule_of_thumb(
    15, "data scientists and ML engineers", "The same, counted over everyone who builds models", "M07-T3"
)
PLATFORM_TEAM_SOON_MONTHS = rule_of_thumb(6, "months", "A platform team planned this soon counts as decided", "M07-T3")
SMALL_STARTUP_PEOPLE = rule_of_thumb(30, "employees", "Up to this size a founder or CTO is a fair manager", "M07-T3")
LEAST_AUTHORITY = rule_of_thumb(3, "of 6 decisions", "Fewest decisions that make the role its own master", "M07-T4")
GOOD_AUTHORITY = rule_of_thumb(4, "of 6 decisions", "From here on the authority is good", "M07-T4")
LEAST_HANDOFFS = rule_of_thumb(5, "of 8 hand-offs", "Fewest hand-offs with a named owner", "M07-T7")
TEAMS_FOR_ONE = rule_of_thumb(3, "teams", "Most teams that one MLOps engineer can serve", "M07-T8")
ML_PEOPLE_PER_MLOPS = rule_of_thumb(
    10, "ML people for each MLOps engineer", "Most data scientists and ML engineers for each MLOps engineer", "M07-T8"
)

# M08
LEAST_SOFT_SKILLS = rule_of_thumb(
    3,
    "of 4 people skills",
    "Collaboration, communication, customer empathy and stakeholders: fewest to look at",
    "M08-T2",
)
SOFT_WEIGHT = rule_of_thumb(20, "percent of the scorecard", "Least weight of the people skills", "M08-T5")
SOFT_WEIGHT_SENIOR = rule_of_thumb(30, "percent of the scorecard", "The same, senior and above", "M08-T5")

# M09
SMALL_COMPANY_PEOPLE = rule_of_thumb(
    15, "employees", "Below this size a plan of growing scope stands in for a ladder", "M09-T1", "M09-T6"
)
LEARNING_BUDGET = rule_of_thumb(1500, "a year, in the requisition's currency", "Least learning budget", "M09-T4")
LEARNING_TIME = rule_of_thumb(5, "percent of working time", "Least learning time", "M09-T4")
EARLY_EXIT_MONTHS = sourced(
    18,
    "months",
    "Leaving within this time is the early exit that a missing growth path is said to cause",
    "AiPaycheck, 10 Mistakes, 4 Apr 2026 (vendor claim: 12 to 18 months)",
    "M09-T7",
)

# M10
FULL_ROTATION = sourced(
    6,
    "people",
    "Smallest rotation for a pager round the clock (the book asks for 8 at one site, 6 at each of two)",
    "Site Reliability Engineering, chapter 11",
    "M10-T2",
)
THIN_ROTATION = rule_of_thumb(2, "people", "Round the clock with no more people than this blocks", "M10-T2")
DAYTIME_ROTATION = rule_of_thumb(3, "people", "Smallest rotation for a pager in business hours", "M10-T2")
PAGES_WARNING = rule_of_thumb(4, "pages a week for each person on shift", "More than this wears people out", "M10-T3")
PAGES_ADVICE = rule_of_thumb(2, "pages a week for each person on shift", "More than this deserves a look", "M10-T3")
TOIL_WARNING = sourced(50, "percent of the week", "Cap on toil", "Site Reliability Engineering, chapter 11", "M10-T4")
TOIL_ADVICE = rule_of_thumb(35, "percent of the week", "More toil than this deserves a look; 30 is the aim", "M10-T4")
TOIL_TARGET = rule_of_thumb(30, "percent of the week", "Share of toil to aim for", "M10-T4")
PAY_REVIEW_MONTHS = sourced(
    12,
    "months",
    "Longest time between two pay reviews",
    "AiPaycheck, 10 Mistakes, 4 Apr 2026 (vendor claim: benchmark every year)",
    "M10-T5",
)
HELP_DESK_ML_PEOPLE = rule_of_thumb(
    5, "data scientists and ML engineers", "From here on a ticket queue alone turns the role into a help desk", "M10-T7"
)

# M11

# M12
LEAST_DUTY_AREAS = rule_of_thumb(
    3, "of 4 areas", "Deployment, scaling, automation, monitoring: fewest that the duties must name", "M12-T1"
)
AD_WORDS_STUB = rule_of_thumb(60, "words", "A job ad shorter than this blocks", "M12-T2")
AD_WORDS_SHORT = rule_of_thumb(150, "words", "A job ad shorter than this says too little", "M12-T2")
AD_WORDS_LONG = rule_of_thumb(1100, "words", "A job ad longer than this is not read", "M12-T2")
MANY_LANGUAGES = rule_of_thumb(4, "required languages", "So many programming languages signal no direction", "M12-T3")
CLICHES_ADVICE = rule_of_thumb(3, "clichés", "From here on clichés are worth removing", "M12-T5")
CLICHES_WARNING = rule_of_thumb(6, "clichés", "From here on clichés crowd out the facts", "M12-T5")
BARE_TOOL_LINES = rule_of_thumb(
    60, "percent of the requirement lines", "So many lines that are bare tool names say nothing of the work", "M12-T8"
)
