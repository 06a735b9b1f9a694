"""The ladder, how the scope grows, what keeps the job good, the first 90 days. Pure."""

from dataclasses import dataclass
from typing import Final

from assessments.plan.parts import Row, answer, inside, printable
from hiring.facts.case import Case
from hiring.facts.wording import counted, money, number
from hiring.thresholds import (
    FULL_ROTATION,
    LEARNING_BUDGET,
    LEARNING_TIME,
    PAGES_ADVICE,
    PAY_REVIEW_MONTHS,
    TOIL_TARGET,
    TOIL_WARNING,
)


@dataclass(frozen=True, slots=True)
class Rung:
    """One level of the ladder (domain.md, section E)."""

    level: str
    name: str
    scope: str
    years: str
    next_when: str


LADDER: Final = (
    Rung(
        "junior",
        "Junior",
        "Runs what exists; ships models through the pipelines that are there",
        "0 to 2",
        "Closes tickets unaided, has improved a runbook, has shadowed on-call safely",
    ),
    Rung(
        "mid",
        "Mid",
        "Builds parts of pipelines; owns a subsystem",
        "2 to 5",
        "Designs a subsystem, cuts toil by a figure, mentors a junior",
    ),
    Rung(
        "senior",
        "Senior",
        "Designs the platform; mentors; sets standards",
        "5 to 8",
        "Two teams or more have taken up a standard; has led a project across teams",
    ),
    Rung(
        "staff",
        "Staff",
        "Strategy over years; moves choices of the whole organisation",
        "8 to 12",
        "An outcome the company feels; seniors have grown under them",
    ),
    Rung(
        "principal",
        "Principal",
        "The company’s platform; leads across functions",
        "12 and more",
        "The last rung: a sideways move, or a different company problem",
    ),
)

SCOPE_PATH: Final = (
    ("At the start", "Deployment and pipelines"),
    ("6 months", "Registry and monitoring"),
    ("12 months", "Feature store or serving of language models"),
    ("18 months", "Automation of training, strategy of the platform"),
)
"""How the scope usually grows (domain.md, section I)."""


@dataclass(frozen=True, slots=True)
class KeepLine:
    """One thing that keeps the job good: what is planned here, and what to aim for."""

    name: str
    planned: str
    aim: str


@dataclass(frozen=True, slots=True)
class GrowthSection:
    """Growth ladder, retention, first 90 days."""

    level: str | None
    ladder_words: str
    rungs: tuple[Rung, ...]
    path: tuple[tuple[str, str], ...]
    path_words: str
    keep: tuple[KeepLine, ...]
    days: tuple[Row, ...]


def growth_section(case: Case) -> GrowthSection:
    """Everything on why a good person would stay."""
    growth = case.growth
    return GrowthSection(
        level=case.role.level,
        ladder_words=_ladder_words(case),
        rungs=LADDER,
        path=SCOPE_PATH,
        path_words=_path_words(growth.scope_expansion),
        keep=_keep(case),
        days=_days(case),
    )


def _ladder_words(case: Case) -> str:
    growth = case.growth
    words = []
    if growth.ladder is not None:
        words.append(f"Ladder today: {inside(answer('/growth/ladder', growth.ladder))}.")
    if growth.ladder_top is not None:
        words.append(f"Its top rung is {inside(answer('/growth/ladder_top', growth.ladder_top))}.")
    if growth.next_level_criteria is not None:
        written = "are" if growth.next_level_criteria else "are not yet"
        words.append(f"The criteria for the next level {written} written down.")
    return " ".join(words) or "Nothing has been answered about a ladder; this one is ours."


def _path_words(planned: str | None) -> str:
    if planned is None:
        return "How the scope grows is not answered."
    words = printable(planned)
    return "No plan for a growing scope yet." if words.casefold() in ("", "none") else words


def _keep(case: Case) -> tuple[KeepLine, ...]:
    growth = case.growth
    lines = [KeepLine("On-call", _oncall(case), _oncall_aim(case))]
    lines += [
        KeepLine(
            "Toil",
            _said("toil_pct", growth.toil_pct, "{} of the week"),
            f"cap {TOIL_WARNING} %, aim for {TOIL_TARGET} %",
        ),
        KeepLine(
            "Help for other teams",
            _said("support_model", growth.support_model),
            "templates and office hours before tickets",
        ),
        KeepLine(
            "One-to-one talks", _said("one_on_one", growth.one_on_one), "every week or fortnight; growth twice a year"
        ),
        KeepLine(
            "Pay review",
            "never"
            if growth.comp_review_months == 0
            else _said("comp_review_months", growth.comp_review_months, "every {}"),
            f"every {PAY_REVIEW_MONTHS} months, against aged market data; equity refreshed",
        ),
        KeepLine(
            "Learning",
            _learning(case),
            f"{LEARNING_BUDGET:,} a year and {LEARNING_TIME} to 10 % of the time",
        ),
        KeepLine("Mentor", _said("mentor", growth.mentor), "somebody senior to learn from"),
        KeepLine(
            "Not alone",
            _alone(case),
            "a second engineer within 12 months, or a named stand-in",
        ),
        KeepLine(
            "Visible to leadership",
            _said("leadership_report", growth.leadership_report),
            "days to live, uptime, change failures, each quarter",
        ),
        KeepLine(
            "Talks about staying",
            "not asked",
            "at 6, 10 and 14 months; 12 to 18 months is the danger window (vendor claim)",
        ),
    ]
    return tuple(lines)


def _said(field: str, value: object, frame: str = "{}") -> str:
    return "not answered" if value is None else frame.format(answer(f"/growth/{field}", value))


def _oncall(case: Case) -> str:
    growth = case.growth
    if growth.oncall_required is None:
        return "not answered"
    if not growth.oncall_required:
        return "none"
    words = []
    if growth.coverage is not None:
        words.append(inside(answer("/growth/coverage", growth.coverage)))
    if growth.rotation_size is not None:
        words.append(f"shared by {growth.rotation_size:,}")
    if growth.pages_per_week is not None:
        words.append(f"{counted(growth.pages_per_week, 'page')} a week")
    if growth.oncall_comp is not None:
        words.append(f"compensation: {inside(answer('/growth/oncall_comp', growth.oncall_comp))}")
    return ", ".join(words) or "yes"


def _oncall_aim(case: Case) -> str:
    if case.growth.coverage == "business_hours":
        return f"three people or more; at most {PAGES_ADVICE} pages a week; paid or time off"
    return f"{FULL_ROTATION} people or more round the clock; at most {PAGES_ADVICE} pages a week; paid or time off"


def _learning(case: Case) -> str:
    growth = case.growth
    words = []
    if growth.learning_budget is not None:
        words.append(f"{money(case.pay.currency, growth.learning_budget)} a year")
    if growth.learning_time_pct is not None:
        words.append(f"{number(growth.learning_time_pct)} % of the time")
    return " and ".join(words) or "not answered"


def _alone(case: Case) -> str:
    planned = case.growth.planned_mlops_12m
    words = []
    if planned is not None:
        words.append(
            "no further hire planned" if not planned else f"{counted(planned, 'further hire')} within 12 months"
        )
    if case.growth.backup_partner is not None:
        words.append("a stand-in is named" if case.growth.backup_partner else "no stand-in is named")
    return ", ".join(words) or "not answered"


def _days(case: Case) -> tuple[Row, ...]:
    goals = "; ".join(printable(goal, 200) for goal in case.scope.goals_90d)
    ninety = f"Outcomes agreed: {goals}." if goals else "One agreed outcome is live."
    oncall = " Joins on-call, not before day 60." if case.growth.oncall_required else ""
    return (
        Row(
            "Day 30",
            "Access works. There is a map of models and pipelines and a runbook for each model. "
            "One safe deployment. Has met every team that is served.",
            "Manager",
        ),
        Row("Day 60", "Owns one subsystem. The most important model has an alert. One source of toil is gone.", "Both"),
        Row("Day 90", f"{ninety} Proposes a roadmap for six months.{oncall}", "New engineer"),
    )
