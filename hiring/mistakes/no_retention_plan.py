"""M10: hiring is planned, keeping the person is not."""

from typing import Final

from hiring.checking import (
    ADVICE,
    BLOCKER,
    CLEAR,
    OFF,
    WARNING,
    Effort,
    Evidence,
    Fired,
    Grade,
    Missing,
    Mistake,
    Outcome,
    Severity,
    Source,
    trigger,
)
from hiring.checking.publications import aipaycheck, own_judgement
from hiring.facts.case import Case
from hiring.facts.logic import both
from hiring.facts.people import missing_ml_people
from hiring.facts.wording import counted, number
from hiring.thresholds import (
    CRISIS_SIGNS,
    DAYTIME_ROTATION,
    FULL_ROTATION,
    HELP_DESK_ML_PEOPLE,
    PAGES_ADVICE,
    PAGES_WARNING,
    PAY_REVIEW_MONTHS,
    THIN_ROTATION,
    TOIL_ADVICE,
    TOIL_TARGET,
    TOIL_WARNING,
)

MLOPS_COUNT, DS_COUNT, MLE_COUNT = "/ml_today/mlops_count", "/ml_today/ds_count", "/ml_today/mle_count"
PLANNED, BACKUP = "/growth/planned_mlops_12m", "/growth/backup_partner"
ONCALL, COVERAGE = "/growth/oncall_required", "/growth/coverage"
ROTATION, PAGES, ONCALL_COMP = "/growth/rotation_size", "/growth/pages_per_week", "/growth/oncall_comp"
TOIL, SUPPORT = "/growth/toil_pct", "/growth/support_model"
PAY_REVIEW, REFRESH = "/growth/comp_review_months", "/growth/equity_refresh"
ONE_ON_ONE, PLAN, REPORT = "/growth/one_on_one", "/growth/plan_30_60_90", "/growth/leadership_report"
EMPLOYMENT, COMPANY_STAGE, EQUITY_TYPE = "/role/employment", "/role/company_stage", "/pay/equity_type"
CRISIS_ANSWERS: Final = (
    "/ml_today/crisis_signs",
    "/ml_today/incidents_90d",
    "/ml_today/found_by",
    "/ml_today/ds_infra_pct",
    "/ml_today/can_rebuild_prod",
    "/ml_today/models_in_prod",
    "/ml_today/monitoring",
)
LIVING_EQUITY_STAGES: Final = frozenset({"seed", "series_ab", "public"})
"""Stages at which equity, where it is paid at all, is a real part of the pay: start-ups and listed companies."""

NO_ONCALL: Final = "There is no on-call."
CONTRACTS: Final = "Contracts."


def _is_contract(case: Case) -> bool:
    return case.role.employment == "contract"


@trigger(
    "M10-T1",
    "Alone, with no backup",
    BLOCKER,
    WARNING,
    reads=(MLOPS_COUNT, PLANNED, BACKUP, ONCALL, COVERAGE, *CRISIS_ANSWERS),
    fires_when=(
        "This hire is the only MLOps engineer today and for the next twelve months, and no backup is named. A blocker "
        f"with on-call round the clock and {CRISIS_SIGNS} or more crisis signs."
    ),
    example_fires="The first MLOps engineer, no second one planned, nobody named to step in.",
    example_quiet="The first MLOps engineer, with a site reliability engineer named as backup.",
    effort=Effort.DAYS,
)
def alone(case: Case) -> Outcome:
    solo, backup = case.solo, case.growth.backup_partner
    fires = both(solo, None if backup is None else not backup)
    if fires is None:
        given = ((MLOPS_COUNT, case.ml_today.mlops_count), (PLANNED, case.growth.planned_mlops_12m), (BACKUP, backup))
        return Missing(*(path for path, value in given if value is None))
    if not fires:
        return CLEAR
    evidence = (
        Evidence(MLOPS_COUNT, case.ml_today.mlops_count, "at least 1 colleague"),
        Evidence(PLANNED, case.growth.planned_mlops_12m, "at least 1 more"),
        Evidence(BACKUP, False, True),
    )
    fix = "Plan a second engineer within 12 months, or name a site reliability engineer as backup."
    message = "This hire is the only MLOps engineer for the next 12 months, and no backup is named"
    if not (case.growth.oncall_required and case.growth.coverage == "24x7" and case.crisis.rescue):
        return Fired(WARNING, f"{message}.", evidence, fix)
    return Fired(
        BLOCKER,
        f"{message}; on-call is round the clock and {case.crisis.low} crisis signs are present.",
        (
            *evidence,
            Evidence(COVERAGE, "24x7", "business_hours while alone"),
            *(Evidence(sign.path, sign.observed, f"fewer than {CRISIS_SIGNS} signs") for sign in case.crisis.found),
        ),
        fix,
    )


@trigger(
    "M10-T2",
    "Too few share the pager",
    BLOCKER,
    WARNING,
    ADVICE,
    reads=(ONCALL, COVERAGE, ROTATION),
    fires_when=(
        f"Round the clock: {THIN_ROTATION} people or fewer is a blocker, fewer than {FULL_ROTATION} a warning. In "
        "business hours: one person is a warning, two are advice. Everybody who shares the pager counts."
    ),
    example_fires="Two people share a pager day and night.",
    example_quiet="Six people at two sites follow the sun.",
    quiet_when=(NO_ONCALL, f"Business hours with {DAYTIME_ROTATION} people or more."),
    effort=Effort.DAYS,
)
def thin_rotation(case: Case) -> Outcome:
    growth = case.growth
    required, coverage, people = growth.oncall_required, growth.coverage, growth.rotation_size
    if required is False:
        return CLEAR
    if people is not None:
        if people >= FULL_ROTATION or (coverage == "business_hours" and people >= DAYTIME_ROTATION):
            return CLEAR
        if required and (coverage is not None or people < DAYTIME_ROTATION):
            return _thin(coverage, people)
    given = ((ONCALL, required), (COVERAGE, coverage), (ROTATION, people))
    return Missing(*(path for path, value in given if value is None))


def _thin(coverage: str | None, people: int) -> Outcome:
    who = counted(people, "person", "people") if people else "Nobody"
    carry = "carry" if people > 1 else "carries"
    if coverage == "24x7":
        return Fired(
            BLOCKER if people <= THIN_ROTATION else WARNING,
            f"{who} {carry} the pager round the clock.",
            (Evidence(ROTATION, people, f"at least {FULL_ROTATION}"), Evidence(COVERAGE, "24x7", "business_hours")),
            f"Share on-call with platform or site reliability, {FULL_ROTATION} people in all, or limit its hours.",
        )
    severity: Severity = WARNING if people <= 1 else ADVICE
    return Fired(
        severity,
        f"{who} {carry} the pager.",
        (Evidence(ROTATION, people, f"at least {DAYTIME_ROTATION} in business hours"), Evidence(COVERAGE, coverage)),
        f"Share the pager among {DAYTIME_ROTATION} people or more in business hours.",
    )


@trigger(
    "M10-T3",
    "The pager rings too often",
    WARNING,
    ADVICE,
    reads=(ONCALL, PAGES),
    fires_when=(
        f"More than {PAGES_WARNING} pages a week for each person on shift is a warning, more than {PAGES_ADVICE} "
        "advice."
    ),
    example_fires="Whoever is on shift is paged five times a week.",
    example_quiet="Two pages a week.",
    quiet_when=(NO_ONCALL,),
    effort=Effort.DAYS,
)
def many_pages(case: Case) -> Outcome:
    required, pages = case.growth.oncall_required, case.growth.pages_per_week
    if required is False:
        return CLEAR
    if pages is None:
        return Missing(PAGES)
    if pages <= PAGES_ADVICE:
        return CLEAR
    return Fired(
        WARNING if pages > PAGES_WARNING else ADVICE,
        f"Whoever is on shift gets {number(pages)} pages a week.",
        (Evidence(PAGES, pages, f"at most {PAGES_ADVICE}"),),
        f"Set a budget of {PAGES_ADVICE} pages a week and fix the noisiest alert every week.",
    )


@trigger(
    "M10-T4",
    "Toil eats the week",
    WARNING,
    ADVICE,
    reads=(TOIL,),
    fires_when=f"Toil takes more than {TOIL_WARNING} % of the week (warning) or more than {TOIL_ADVICE} % (advice).",
    example_fires="60 % of the week goes on manual releases and requests.",
    example_quiet="30 % of the week.",
    effort=Effort.DAYS,
)
def much_toil(case: Case) -> Outcome:
    toil = case.growth.toil_pct
    if toil is None:
        return Missing(TOIL)
    if toil <= TOIL_ADVICE:
        return CLEAR
    return Fired(
        WARNING if toil > TOIL_WARNING else ADVICE,
        f"{number(toil)} % of the week is expected to go on toil.",
        (Evidence(TOIL, toil, f"at most {TOIL_ADVICE}"),),
        f"Cap toil at {TOIL_WARNING} % and automate towards {TOIL_TARGET} %.",
    )


@trigger(
    "M10-T5",
    "Pay is not reviewed every year",
    WARNING,
    reads=(PAY_REVIEW, EMPLOYMENT),
    fires_when=f"Pay is reviewed less often than every {PAY_REVIEW_MONTHS} months, or never (0).",
    example_fires="Pay is reviewed every 18 months.",
    example_quiet="Pay is reviewed every year.",
    quiet_when=(CONTRACTS,),
    effort=Effort.HOURS,
)
def late_pay_review(case: Case) -> Outcome:
    if _is_contract(case):
        return OFF
    months = case.growth.comp_review_months
    if months is None:
        return Missing(PAY_REVIEW)
    if 0 < months <= PAY_REVIEW_MONTHS:
        return CLEAR
    return Fired(
        WARNING,
        f"Pay is reviewed every {months} months." if months else "Pay is never reviewed.",
        (Evidence(PAY_REVIEW, months, f"1 to {PAY_REVIEW_MONTHS}"),),
        f"Review pay every {PAY_REVIEW_MONTHS} months against market data aged to the day.",
    )


@trigger(
    "M10-T6",
    "Equity is granted once",
    WARNING,
    ADVICE,
    reads=(REFRESH, EMPLOYMENT, COMPANY_STAGE, EQUITY_TYPE),
    fires_when="There is no equity refresh: a warning at start-ups and listed companies that pay equity, else advice.",
    example_fires="A listed company grants shares on joining and never again.",
    example_quiet="A yearly refresh is planned.",
    quiet_when=(CONTRACTS,),
    effort=Effort.HOURS,
)
def no_refresh(case: Case) -> Outcome:
    if _is_contract(case):
        return OFF
    refresh = case.growth.equity_refresh
    if refresh is None:
        return Missing(REFRESH)
    if refresh:
        return CLEAR
    stage, pays_equity = case.role.company_stage, _pays_equity(case)
    matters = stage in LIVING_EQUITY_STAGES and pays_equity
    return Fired(
        WARNING if matters else ADVICE,
        "Equity is granted on joining and not refreshed." if pays_equity else "No equity refresh is planned.",
        (Evidence(REFRESH, False, True),)
        + ((Evidence(COMPANY_STAGE, stage), Evidence(EQUITY_TYPE, case.pay.equity_type)) if matters else ()),
        "Add a yearly equity refresh.",
    )


def _pays_equity(case: Case) -> bool:
    pay = case.pay
    if pay.equity_type is None:
        return bool(pay.equity_value_year or pay.equity_pct)
    return pay.equity_type != "none"


@trigger(
    "M10-T7",
    "An ML help desk",
    WARNING,
    reads=(SUPPORT, DS_COUNT, MLE_COUNT),
    fires_when=f"Support runs by tickets alone for {HELP_DESK_ML_PEOPLE} or more data scientists and ML engineers.",
    example_fires="Ten data scientists file tickets for every deployment.",
    example_quiet="Templates and office hours serve ten data scientists.",
    effort=Effort.DAYS,
)
def help_desk(case: Case) -> Outcome:
    ml, support = case.ml_today, case.growth.support_model
    tickets = None if support is None else support == "tickets"
    people = case.ml_people
    many = None if people is None else people >= HELP_DESK_ML_PEOPLE
    fires = both(tickets, many)
    if fires is None:
        return Missing(*((SUPPORT,) if tickets is None else ()), *(missing_ml_people(ml) if many is None else ()))
    if not fires:
        return CLEAR
    return Fired(
        WARNING,
        f"{people} data scientists and ML engineers are served by tickets alone.",
        (
            Evidence(SUPPORT, "tickets", "office_hours or self_service"),
            Evidence(DS_COUNT, ml.ds_count, f"fewer than {HELP_DESK_ML_PEOPLE} with the ML engineers"),
            Evidence(MLE_COUNT, ml.mle_count, f"fewer than {HELP_DESK_ML_PEOPLE} with the data scientists"),
        ),
        "Build self-service templates, hold office hours, and take turns at answering questions.",
    )


@trigger(
    "M10-T8",
    "Too few one-to-ones",
    ADVICE,
    reads=(ONE_ON_ONE,),
    fires_when="One-to-ones are held less often than every fortnight.",
    example_fires="A one-to-one every month.",
    example_quiet="A one-to-one every fortnight.",
)
def rare_one_on_ones(case: Case) -> Outcome:
    rhythm = case.growth.one_on_one
    if rhythm is None:
        return Missing(ONE_ON_ONE)
    if rhythm in ("weekly", "fortnightly"):
        return CLEAR
    return Fired(
        ADVICE,
        "One-to-ones are held every month." if rhythm == "monthly" else "One-to-ones are held less than monthly.",
        (Evidence(ONE_ON_ONE, rhythm, "weekly or fortnightly"),),
        "Hold a one-to-one every fortnight or week, on growth and on what is in the way.",
        ({"op": "replace", "path": ONE_ON_ONE, "value": "fortnightly"},),
    )


@trigger(
    "M10-T9",
    "No plan for the first 90 days",
    ADVICE,
    reads=(PLAN, EMPLOYMENT),
    fires_when="There is no 30/60/90-day plan.",
    example_fires="The first weeks are left to chance.",
    example_quiet="The 30/60/90 plan of the hiring plan is agreed.",
    quiet_when=(CONTRACTS,),
)
def no_first_plan(case: Case) -> Outcome:
    if _is_contract(case):
        return OFF
    plan = case.growth.plan_30_60_90
    if plan is None:
        return Missing(PLAN)
    if plan:
        return CLEAR
    return Fired(
        ADVICE,
        "There is no plan for the first 30, 60 and 90 days.",
        (Evidence(PLAN, False, True),),
        "Attach the 30/60/90 plan that the hiring plan brings along.",
        ({"op": "replace", "path": PLAN, "value": True},),
    )


@trigger(
    "M10-T10",
    "Leadership does not see the work",
    ADVICE,
    reads=(REPORT,),
    fires_when="Leadership sees no MLOps metrics.",
    example_fires="Nobody above the manager sees uptime or time to deploy.",
    example_quiet="Velocity, uptime and reliability are in the quarterly review.",
    effort=Effort.HOURS,
)
def unseen(case: Case) -> Outcome:
    report = case.growth.leadership_report
    if report is None:
        return Missing(REPORT)
    if report:
        return CLEAR
    return Fired(
        ADVICE,
        "Leadership sees none of the figures of this work.",
        (Evidence(REPORT, False, True),),
        "Report velocity, uptime and reliability to leadership every quarter.",
    )


@trigger(
    "M10-T11",
    "On call for nothing",
    WARNING,
    reads=(ONCALL, ONCALL_COMP),
    fires_when="On-call is required and neither paid nor given back as time.",
    example_fires="A week of on-call in five, and nothing in return.",
    example_quiet="A day off for each week on call.",
    quiet_when=(NO_ONCALL,),
    effort=Effort.HOURS,
)
def unpaid_oncall(case: Case) -> Outcome:
    required, comp = case.growth.oncall_required, case.growth.oncall_comp
    fires = both(required, None if comp is None else comp == "none")
    if fires is None:
        return Missing(*(path for path, value in ((ONCALL, required), (ONCALL_COMP, comp)) if value is None))
    if not fires:
        return CLEAR
    return Fired(
        WARNING,
        "On-call is required and nothing is given for it.",
        (Evidence(ONCALL_COMP, "none", "pay or time_off"), Evidence(ONCALL, True)),
        "Pay for on-call or give time off for it.",
    )


SRE_BOOK: Final = "Site Reliability Engineering, chapter 11: practice at Google"

MISTAKE = Mistake(
    id="M10",
    slug="no-retention-plan",
    name="No retention plan",
    title_flagged="Nothing is planned to keep the person",
    title_clear="The plan goes beyond the first day",
    summary="Hiring is planned to the day; the years after are not: backup, on-call, toil, pay reviews, visibility.",
    why=(
        "An MLOps engineer who leaves takes the map of the pipelines along. People leave over pagers that ring at "
        "night, tickets without end, pay that stands still and work that nobody sees, all of which can be planned."
    ),
    goes_wrong=(
        "The person leaves in the second year, models run unattended, and the next one takes half a year to find."
    ),
    steps=("growth", "role", "ml_today", "pay"),
    sources=(
        aipaycheck(
            "Turnover after 12 to 18 months, and six months or more to fill the gap; benchmark and refresh pay every "
            "year, make the work visible, share on-call, build self-service instead of a help desk, leave nobody "
            "alone, hold regular one-to-ones."
        ),
        Source(
            "At least eight people for a pager round the clock at one site, six at each of two; at most a quarter of "
            "the time on call; engineering, not operations, for at least half of it.",
            SRE_BOOK,
            "sre.google/sre-book/being-on-call",
            Grade.RULE_OF_THUMB,
        ),
        own_judgement(
            f"The figures for pages ({PAGES_ADVICE} and {PAGES_WARNING} a week), toil ({TOIL_ADVICE} %) and smaller "
            "rotations."
        ),
    ),
    triggers=(
        alone,
        thin_rotation,
        many_pages,
        much_toil,
        late_pay_review,
        no_refresh,
        help_desk,
        rare_one_on_ones,
        no_first_plan,
        unseen,
        unpaid_oncall,
    ),
    dissent=(
        "The same article claims that the market rises by 8 to 12 % a year; our own posting data shows about 1 %. The "
        "case for a yearly review does not rest on it.",
    ),
    blind_spots=(
        "Whether the named backup knows the system.",
        "Pages that nobody counts.",
        "What equity is worth: any equity counts.",
    ),
)
