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
_RESCUE = ("M02-T6", "M06-T3", "M06-T4", "M06-T5", "M06-T6", "M10-T1")
CRISIS_SIGNS = rule_of_thumb(3, "signs", "Crisis signs that make a hire a rescue mission", *_RESCUE)
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
NO_LIFECYCLE_MUSTS = rule_of_thumb(5, "must-haves", "From so many, none about the model lifecycle blocks", "M01-T1")
AREAS_NEEDED = {
    "infra_heavy": rule_of_thumb(2, "areas of five", "Least for infrastructure-heavy roles", "M01-T2"),
    "balanced": rule_of_thumb(3, "areas of five", "Least for balanced roles", "M01-T2"),
    "ml_heavy": rule_of_thumb(4, "areas of five", "Least for ML-heavy roles", "M01-T2"),
}
AREAS_FEWER_FOR_JUNIORS = rule_of_thumb(1, "area", "Junior roles may cover so many fewer", "M01-T2")
AREAS_EXEMPT = rule_of_thumb(
    2, "areas of five", "Enough for an infrastructure-heavy role beside an ML team", "M01-T2", "M01-T3"
)
INFRA_SHARE_PCT = rule_of_thumb(75, "% of technical lines", "More infrastructure than this warns", "M01-T3")
INFRA_SHARE_HEAVY_PCT = rule_of_thumb(
    85, "% of technical lines", "The same for infrastructure-heavy roles, or while the archetype is open", "M01-T3"
)
INFRA_SHARE_MUSTS = rule_of_thumb(4, "must-haves", "A shorter list has no meaningful share", "M01-T3")
FEW_LIFECYCLE_SLOTS = rule_of_thumb(
    1, "lifecycle lines", "So few leave the role open to another reading", "M01-T6", "M01-T7", "M01-T8"
)
DATA_SHARE_PCT = rule_of_thumb(50, "% of requirement lines", "From here it reads as data engineering", "M01-T7")
MODELLING_SHARE_PCT = rule_of_thumb(60, "% of must-haves", "From here it reads as ML engineering", "M01-T8")

# M02
_SOFTENED = ("M02-T2", "M02-T3", "M02-T4", "M02-T5", "M02-T6", "M02-T8", "M02-T10", "M02-T11")
AIPAYCHECK = "AiPaycheck, 10 Mistakes, 4 Apr 2026 (vendor claim)"
COMPA_LOW_PCT = rule_of_thumb(90, "% of median", "A midpoint below this share of the market median warns", "M02-T2")
COMPA_BLOCK_PCT = rule_of_thumb(80, "% of median", "A midpoint below this share of the market median blocks", "M02-T2")
COMPA_PAR_PCT = rule_of_thumb(
    100, "% of median", "From here a wrong benchmark or little overlap is advice only", "M02-T3", "M02-T4"
)
COMPA_NEAR_PCT = rule_of_thumb(95, "% of median", "From here the DevOps ceiling is advice only", "M02-T5")
OVERLAP_PCT = rule_of_thumb(25, "% of the band", "Least overlap with the ML-engineer middle half", "M02-T4")
OVERLAP_INFRA_PCT = rule_of_thumb(
    10, "% of the band", "Least overlap for infrastructure-heavy roles, or while the archetype is open", "M02-T4"
)
DEVOPS_CEILING = sourced(160_000, "USD a year", "Top of the DevOps and data-engineering range", AIPAYCHECK, "M02-T5")
RESCUE_PREMIUM_PCT = rule_of_thumb(110, "% of median", "Least midpoint for a rescue mission", "M02-T6", "M06-T3")
BENCHMARK_MONTHS = rule_of_thumb(12, "months", "A benchmark older than this is stale", "M02-T7")
SPREAD_PCT = rule_of_thumb(160, "% of the minimum", "A maximum above this share of the minimum warns", "M02-T8")
SPREAD_ADVICE_PCT = rule_of_thumb(150, "% of the minimum", "A maximum above this share is advice", "M02-T8")
OWN_MLE_PCT = rule_of_thumb(95, "% of midpoint", "Least maximum against your own ML-engineer band", "M02-T10")
EARLY_EQUITY_PCT = rule_of_thumb(
    Decimal("0.25"), "% of the company", "From here an early start-up's pay warnings are advice", *_SOFTENED
)
AGEING_PCT_A_YEAR = rule_of_thumb(3, "% a year", "Growth used to bring pay figures to today", "M02-T5", "M02-T7")
AGEING_FRESH_MONTHS = rule_of_thumb(3, "months", "Younger figures are not aged", "M02-T5")
AGEING_LONGEST_MONTHS = rule_of_thumb(24, "months", "Ageing stops here", "M02-T5", "M02-T7")

# M03
CAP = {
    "junior": rule_of_thumb(5, "must-haves", "Most for a junior", "M03-T1", "M03-T9"),
    "mid": rule_of_thumb(7, "must-haves", "Most for mid level", "M03-T1", "M03-T9"),
    "senior": rule_of_thumb(9, "must-haves", "Most for a senior", "M03-T1", "M03-T9"),
    "staff": rule_of_thumb(10, "must-haves", "Most for staff level", "M03-T1", "M03-T9"),
    "principal": rule_of_thumb(10, "must-haves", "Most for a principal", "M03-T1", "M03-T9"),
}
DEEP_CAP = {
    "junior": rule_of_thumb(1, "deep disciplines", "Most for a junior", "M03-T2", "M03-T9"),
    "mid": rule_of_thumb(1, "deep disciplines", "Most for mid level", "M03-T2", "M03-T9"),
    "senior": rule_of_thumb(2, "deep disciplines", "Most for a senior", "M03-T2", "M03-T9"),
    "staff": rule_of_thumb(2, "deep disciplines", "Most for staff level", "M03-T2", "M03-T9"),
    "principal": rule_of_thumb(2, "deep disciplines", "Most for a principal", "M03-T2", "M03-T9"),
}
MOST_YEARS = {
    "junior": rule_of_thumb(2, "years", "Most years to ask of a junior", "M03-T4", "M03-T9"),
    "mid": rule_of_thumb(5, "years", "Most years to ask at mid level", "M03-T4", "M03-T9"),
    "senior": rule_of_thumb(8, "years", "Most years to ask of a senior", "M03-T4", "M03-T9"),
    "staff": rule_of_thumb(12, "years", "Most years to ask at staff level", "M03-T4", "M03-T9"),
    "principal": rule_of_thumb(15, "years", "Most years to ask of a principal", "M03-T4", "M03-T9"),
}
LEAST_YEARS = {"junior": 0, "mid": 2, "senior": 5, "staff": 8, "principal": 12}
"""Where each level's years begin; only said in fixes."""
TOP_PAY_PCT = rule_of_thumb(
    90, "percentile", "Pay from here may ask for one deep discipline more; staff and principal are exempt", "M03-T2"
)
PAY_STEPS = (
    rule_of_thumb(25, "percentile", "First border between the pay ranges", "M03-T1", "M03-T9"),
    rule_of_thumb(40, "percentile", "Second border between the pay ranges", "M03-T1", "M03-T9"),
    rule_of_thumb(75, "percentile", "Third border between the pay ranges", "M03-T1", "M03-T9"),
    TOP_PAY_PCT,
)
CAP_AT_PAY = (
    rule_of_thumb(-2, "must-haves", "Added to the cap for pay below the first border", "M03-T1"),
    rule_of_thumb(-1, "must-haves", "Added to the cap for pay from the first border", "M03-T1"),
    0,
    rule_of_thumb(1, "must-haves", "Added to the cap for pay from the third border", "M03-T1"),
    rule_of_thumb(2, "must-haves", "Added to the cap for pay at the top", "M03-T1"),
)
CAP_IF_REGULATED = rule_of_thumb(1, "must-haves", "Added to the cap in a regulated industry", "M03-T1")
PAY_FACTOR = (
    rule_of_thumb(Decimal("0.85"), "divides the index", "Pay below the first border", "M03-T9"),
    rule_of_thumb(Decimal("0.95"), "divides the index", "Pay from the first border", "M03-T9"),
    Decimal(1),
    rule_of_thumb(Decimal("1.1"), "divides the index", "Pay from the third border", "M03-T9"),
    rule_of_thumb(Decimal("1.2"), "divides the index", "Pay at the top", "M03-T9"),
)
CAP_BLOCK_PCT = rule_of_thumb(150, "% of the cap", "More must-haves than this block", "M03-T1")
DEEP_SLOTS = rule_of_thumb(3, "must-haves", "From so many of one discipline it is asked in depth", "M03-T2", "M03-T9")
DEEP_BLOCK = rule_of_thumb(2, "disciplines over the cap", "From here the mix blocks", "M03-T2")
OFF_ROLE_BLOCK = rule_of_thumb(3, "must-haves", "From so many of another job they block", "M03-T3")
MODEL_SHARE_PCT = rule_of_thumb(30, "% of the week", "From here building models is a job of its own", "M03-T8")
INFRA_WEEK_PCT = rule_of_thumb(30, "% of the week", "From here infrastructure is a job of its own", "M03-T8")
UNICORN_WARN = rule_of_thumb(Decimal("1.2"), "unicorn index", "From here the combination warns", "M03-T9")
UNICORN_BLOCK = rule_of_thumb(Decimal("1.6"), "unicorn index", "From here the combination blocks", "M03-T9")
UNICORN_DEEP_STEP = rule_of_thumb(Decimal("0.25"), "a deep discipline over the cap", "Raises the index", "M03-T9")
UNICORN_YEAR_STEP = rule_of_thumb(Decimal("0.1"), "a year over the level", "Raises the index", "M03-T9")
UNICORN_PHD_STEP = rule_of_thumb(Decimal("0.1"), "a required PhD", "Raises the index", "M03-T9")
UNSPLIT_MUSTS = rule_of_thumb(6, "must-haves", "From so many a list without nice-to-haves is unsplit", "M03-T11")

# M04
SPLIT_GAP = rule_of_thumb(25, "points", "Stated split and skills this far apart warn", "M04-T2")
SPLIT_GAP_BLOCK = rule_of_thumb(40, "points", "Stated split and skills this far apart block", "M04-T2")
SPLIT_SLOTS = rule_of_thumb(5, "requirement lines", "Fewer say nothing about the split", "M04-T2")
BROAD_PROJECTS = rule_of_thumb(3, "projects", "A seed start-up's first, broad role names so many", "M04-T2")
DUTY_SUM_LOW = rule_of_thumb(95, "% of the week", "Least sum of the duties' shares", "M04-T3")
DUTY_SUM_HIGH = rule_of_thumb(105, "% of the week", "Largest sum of the duties' shares", "M04-T3")
FIRST_PROJECTS = rule_of_thumb(2, "projects", "Least number of first-year projects", "M04-T4")
ML_HEAVY_PAY_PCT = rule_of_thumb(50, "percentile", "Least pay for an ML-heavy role", "M04-T5")
BALANCED_PAY_PCT = rule_of_thumb(35, "percentile", "Least pay for a balanced role", "M04-T5")
INFRA_HEAVY_PAY_PCT = rule_of_thumb(75, "percentile", "More than an infrastructure-heavy role needs", "M04-T5")
OTHER_ARCHETYPE_PCT = rule_of_thumb(
    50, "% of technical minutes", "From here the loop tests another archetype", "M04-T6"
)
PANEL_GAP = rule_of_thumb(20, "points", "Manager and panellist this far apart have not agreed", "M04-T7")

# M05
ALGO_PCT = rule_of_thumb(25, "% of technical minutes", "More algorithm coding than this warns", "M05-T2")
ALGO_BLOCK_PCT = rule_of_thumb(50, "% of technical minutes", "More algorithm coding than this blocks", "M05-T2")
TAKEHOME_HOURS = rule_of_thumb(4, "hours", "A longer unpaid take-home warns", "M05-T4")
TAKEHOME_BLOCK_HOURS = rule_of_thumb(8, "hours", "A longer unpaid take-home blocks", "M05-T4")
TAKEHOME_AIM_HOURS = rule_of_thumb(3, "hours", "What a take-home should aim for", "M05-T4")
REVIEW_TALK_MINUTES = rule_of_thumb(30, "minutes", "Least talk about a take-home submission", "M05-T8")
CANDIDATE_HOURS = rule_of_thumb(8, "hours", "A longer loop, take-home included, warns", "M05-T9")
CANDIDATE_ADVICE_HOURS = rule_of_thumb(6, "hours", "A longer loop, take-home included, is advice", "M05-T9")
REPEATED_COMPETENCY = rule_of_thumb(3, "stages", "A competency in so many stages crowds out others", "M05-T10")

# M06
_RUBRIC = ("M06-T2", "M06-T5", "M06-T8", "M06-T9")
EARLY_SCORE = rule_of_thumb(3, "points", "Up to this timing points speak for waiting", "M06-T2")
RIGHT_SCORE = rule_of_thumb(4, "points", "From here the time is right", "M06-T8")
OVERDUE_SCORE = rule_of_thumb(9, "points", "From here the hire is overdue", "M06-T5", "M06-T8", "M06-T9")
RESCUE_GOALS = rule_of_thumb(3, "goals", "Most 90-day goals for a rescue mission", "M06-T5")
RESCUE_DEADLINE_DAYS = rule_of_thumb(90, "days", "Least time to fix things for a rescue mission", "M06-T5")
FEW_MODELS = rule_of_thumb(2, "models", "So few batch models fit a managed platform", *_RUBRIC)
MANY_MODELS = rule_of_thumb(
    3, "models", "Models live that call for someone to run them", *dict.fromkeys((*_RUBRIC, *_RESCUE))
)
SEVERAL_LAUNCHES = rule_of_thumb(2, "launches", "Dated launches in six months that call for a hire", *_RUBRIC)
BUSY_DS_PCT = rule_of_thumb(
    30, "% of the week", "Data scientists' infrastructure share that calls for a hire", *_RUBRIC
)
CRISIS_DS_PCT = sourced(
    50,
    "% of the week",
    "Data scientists' infrastructure share that is a crisis sign",
    "vami.agency, MLOps engineer hiring guide 2026 (vendor claim)",
    *_RESCUE,
)
SLOW_DEPLOY_DAYS = rule_of_thumb(14, "days", "A longer way from approved model to live calls for a hire", *_RUBRIC)
MANY_ML_PEOPLE = rule_of_thumb(4, "people", "ML people that call for a hire", *_RUBRIC)
FEW_ML_PEOPLE = rule_of_thumb(1, "people", "So few ML people speak for waiting", *_RUBRIC)
GPU_SPEND = rule_of_thumb(10_000, "a month", "GPU spend that calls for a hire", *_RUBRIC)
CRISIS_INCIDENTS = rule_of_thumb(3, "incidents", "ML-caused incidents in 90 days that are a crisis sign", *_RESCUE)

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
FOUNDER_LINE_ML_PEOPLE = rule_of_thumb(
    4, "data scientists and ML engineers", "Up to so many, a founder or CTO is a fair manager for now"
)
PLATFORM_TEAM_PEOPLE = rule_of_thumb(3, "platform engineers", "From so many on there is a platform team to join")
TEAMS_OF_ML_LINE = rule_of_thumb(2, "teams", "Most teams served from within ML leadership")
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
ACCELER8 = "Acceler8 Talent, 7 Common Mistakes (vendor claim)"
MOST_ROUNDS = sourced(3, "rounds", "More rounds warn", ACCELER8, "M11-T1", "M11-T7")
BLOCK_ROUNDS = rule_of_thumb(5, "rounds", "From here the number of rounds blocks", "M11-T1")
SHORT_CALL_MINUTES = rule_of_thumb(30, "minutes", "A recruiter call this short is no round", "M11-T1")
LOOP_DAYS = sourced(7, "days", "A longer way from first to last round warns", ACCELER8, "M11-T2")
LOOP_BLOCK_DAYS = rule_of_thumb(14, "days", "A longer way from first to last round blocks", "M11-T2")
DECISION_HOURS = sourced(48, "hours", "A later decision warns", ACCELER8, "M11-T3")
DECISION_BLOCK_HOURS = rule_of_thumb(120, "hours", "A later decision blocks", "M11-T3")
OPEN_DAYS = sourced(60, "days a seat", "Open longer warns", ACCELER8, "M11-T4")
OPEN_BLOCK_DAYS = sourced(89, "days a seat", "Open longer blocks a relaunch", ACCELER8, "M11-T4")
MOST_APPROVALS = rule_of_thumb(2, "approvals", "More approvals of an offer warn", "M11-T5")
FEEDBACK_DAYS = rule_of_thumb(1, "working days", "Slower feedback is advice", "M11-T6")
TAKEHOME_WINDOW_DAYS = rule_of_thumb(3, "days", "A longer take-home window is advice", "M11-T7")
LOST_FINALISTS = rule_of_thumb(2, "finalists", "So many finalists lost in six months warn", "M11-T8")

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
FEWEST_BARE_NAMES = rule_of_thumb(3, "tool names", "Fewer bare names than this are not a list", "M12-T8")
