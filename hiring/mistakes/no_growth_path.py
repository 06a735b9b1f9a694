"""M09: the role leads nowhere."""

from typing import Final

from hiring.checking import ADVICE, CLEAR, OFF, WARNING, Effort, Evidence, Fired, Missing, Mistake, Outcome, trigger
from hiring.checking.publications import aipaycheck, own_judgement
from hiring.facts.case import Case
from hiring.facts.logic import both
from hiring.facts.wording import counted, listed, money, number
from hiring.thresholds import EARLY_EXIT_MONTHS, LEARNING_BUDGET, LEARNING_TIME, SMALL_COMPANY_PEOPLE

LADDER, LADDER_TOP = "/growth/ladder", "/growth/ladder_top"
CRITERIA = "/growth/next_level_criteria"
EXPANSION = "/growth/scope_expansion"
BUDGET, TIME = "/growth/learning_budget", "/growth/learning_time_pct"
MENTOR = "/growth/mentor"
LEVEL, EMPLOYMENT, HEADCOUNT, REASON = "/role/level", "/role/employment", "/role/headcount", "/role/reason"
PRIOR_MONTHS, PRIOR_REASON = "/role/prior_left_months", "/role/prior_reason"
DUTIES = "/scope/duties"

STRATEGIC_LEVELS: Final = frozenset({"staff", "principal"})
NEXT_LEVEL: Final = {"junior": "mid", "mid": "senior", "senior": "staff", "staff": "principal"}
SCOPE_PATH: Final = (
    "Deployment and rollback first; model registry and monitoring after 6 months; feature store or LLM serving after "
    "12; AutoML and a say in the platform's strategy after 18."
)
"""A path of growing scope to start from."""

CAUSES: Final = ("a ladder for the role", "criteria for the next level", "a plan of growing scope")
"""What T1, T2 and T3 find missing, in words."""

CONTRACTS: Final = "Contracts."
SMALL_WITH_PLAN: Final = (
    f"Companies under {SMALL_COMPANY_PEOPLE} people that have a plan of growing scope; without one it is advice."
)


def _is_contract(case: Case) -> bool:
    return case.role.employment == "contract"


def _is_small(case: Case) -> bool:
    return case.role.headcount is not None and case.role.headcount < SMALL_COMPANY_PEOPLE


def _has_scope_plan(case: Case) -> bool | None:
    plan = case.growth.scope_expansion
    return None if plan is None else plan.strip().casefold() not in ("", "none")


@trigger(
    "M09-T1",
    "No ladder to climb",
    WARNING,
    ADVICE,
    reads=(LADDER, EMPLOYMENT, HEADCOUNT, EXPANSION),
    fires_when="There is no career ladder; a generic engineering ladder is advice.",
    example_fires="A company of 200 people has no levels for MLOps or for engineers.",
    example_quiet="An MLOps ladder with five levels, from junior to principal.",
    quiet_when=(CONTRACTS, SMALL_WITH_PLAN),
    effort=Effort.DAYS,
)
def no_ladder(case: Case) -> Outcome:
    if _is_contract(case) or (_is_small(case) and _has_scope_plan(case)):
        return OFF
    ladder = case.growth.ladder
    if ladder is None:
        return Missing(LADDER)
    if ladder == "mlops":
        return CLEAR
    generic = ladder == "generic_eng"
    return Fired(
        ADVICE if generic or _is_small(case) else WARNING,
        "The ladder is the general one for engineers and does not describe MLOps work."
        if generic
        else "There is no career ladder for this role.",
        (Evidence(LADDER, ladder, "mlops"),),
        "Adopt the five-level MLOps ladder, junior to principal, with its scope and promotion criteria.",
    )


@trigger(
    "M09-T2",
    "Nobody knows what the next level asks",
    WARNING,
    reads=(CRITERIA, LEVEL, EMPLOYMENT),
    fires_when="The criteria for the next level are not written down.",
    example_fires="Asked what makes a staff engineer, the manager says “we will see”.",
    example_quiet="Four criteria for the next level stand in the team's handbook.",
    quiet_when=(CONTRACTS,),
    effort=Effort.HOURS,
)
def no_criteria(case: Case) -> Outcome:
    if _is_contract(case):
        return OFF
    criteria = case.growth.next_level_criteria
    if criteria is None:
        return Missing(CRITERIA)
    if criteria:
        return CLEAR
    level = NEXT_LEVEL.get(case.role.level or "")
    return Fired(
        WARNING,
        "What the next level asks for is not written down.",
        (Evidence(CRITERIA, False, True),),
        f"Write 3 to 5 promotion criteria for {level or 'the next level'}.",
    )


@trigger(
    "M09-T3",
    "The work does not grow",
    WARNING,
    reads=(EXPANSION, EMPLOYMENT),
    fires_when="The plan for growing scope is “none” or empty.",
    example_fires="The role is to run today's pipelines, and nothing is planned beyond them.",
    example_quiet="Deployment first, registry and monitoring after six months, feature store after a year.",
    quiet_when=(CONTRACTS,),
    effort=Effort.HOURS,
)
def no_expansion(case: Case) -> Outcome:
    if _is_contract(case):
        return OFF
    planned = _has_scope_plan(case)
    if planned is None:
        return Missing(EXPANSION)
    if planned:
        return CLEAR
    return Fired(
        WARNING,
        "There is no plan for how the scope of this role grows.",
        (Evidence(EXPANSION, case.growth.scope_expansion, "a plan for 6, 12 and 18 months"),),
        "Add a plan for 6, 12 and 18 months: deployment, registry and monitoring, then feature store or LLM serving.",
        ({"op": "replace", "path": EXPANSION, "value": SCOPE_PATH},),
    )


@trigger(
    "M09-T4",
    "Neither money nor time to learn",
    ADVICE,
    reads=(BUDGET, TIME, EMPLOYMENT, "/pay/currency"),
    fires_when=(
        f"The learning budget is under {LEARNING_BUDGET:,} a year (in the requisition's currency) and the learning "
        f"time under {LEARNING_TIME} % of working hours."
    ),
    example_fires="500 a year and no time set aside.",
    example_quiet="No budget, but half a day a week.",
    quiet_when=(CONTRACTS,),
    effort=Effort.HOURS,
)
def no_learning(case: Case) -> Outcome:
    if _is_contract(case):
        return OFF
    budget, time = case.growth.learning_budget, case.growth.learning_time_pct
    fires = both(
        None if budget is None else budget < LEARNING_BUDGET,
        None if time is None else time < LEARNING_TIME,
    )
    if fires is None:
        return Missing(*(path for path, value in ((BUDGET, budget), (TIME, time)) if value is None))
    if not fires or budget is None or time is None:
        return CLEAR
    currency = case.pay.currency
    return Fired(
        ADVICE,
        f"{money(currency, budget)} a year and {number(time)} % of working time are set aside for learning.",
        (Evidence(BUDGET, budget, LEARNING_BUDGET), Evidence(TIME, time, LEARNING_TIME)),
        f"Fund at least {money(currency, LEARNING_BUDGET)} a year and set aside {LEARNING_TIME} to 10 % of the week.",
    )


@trigger(
    "M09-T5",
    "Level and daily work do not match",
    WARNING,
    reads=(LEVEL, DUTIES, MENTOR, EMPLOYMENT),
    fires_when="A staff or principal role has no design duty, or a junior has nobody senior to learn from.",
    example_fires="A staff role whose three duties are all operation and support.",
    example_quiet="A staff role that spends 30 % of the week on platform design.",
    quiet_when=(CONTRACTS,),
    effort=Effort.HOURS,
)
def level_without_work(case: Case) -> Outcome:
    if _is_contract(case):
        return OFF
    level, mentor = case.role.level, case.growth.mentor
    designs = _has_design_duty(case)
    if level is None:
        return CLEAR if designs and mentor else Missing(LEVEL)
    if level == "junior":
        if mentor is None:
            return Missing(MENTOR)
        if mentor:
            return CLEAR
        return Fired(
            WARNING,
            "A junior has nobody senior to learn from.",
            (Evidence(MENTOR, False, True), Evidence(LEVEL, level, "mid or above without a mentor")),
            "Name a mentor, or hire at mid level or above.",
        )
    if level not in STRATEGIC_LEVELS or designs:
        return CLEAR
    if designs is None:
        return Missing(DUTIES)
    kinds = list(dict.fromkeys(duty.kind for duty in case.scope.duties))
    return Fired(
        WARNING,
        f"The role is posted as {level}, and no duty is about design or strategy.",
        (Evidence(DUTIES, kinds, "at least one duty of kind design"), Evidence(LEVEL, level, "senior or below")),
        f"Give the role a design duty, or post it below {level}.",
    )


def _has_design_duty(case: Case) -> bool | None:
    kinds = {duty.kind for duty in case.scope.duties}
    if "design" in kinds:
        return True
    return None if not kinds or None in kinds else False


@trigger(
    "M09-T6",
    "Hired at the top of the ladder",
    ADVICE,
    reads=(LADDER_TOP, LEVEL, EMPLOYMENT, HEADCOUNT, EXPANSION),
    fires_when="The highest level of the ladder is the level posted.",
    example_fires="The ladder ends at senior, and the role is senior.",
    example_quiet="The ladder goes on to principal.",
    quiet_when=(CONTRACTS, "Principal roles.", SMALL_WITH_PLAN),
    effort=Effort.DAYS,
)
def top_of_ladder(case: Case) -> Outcome:
    level, top = case.role.level, case.growth.ladder_top
    if _is_contract(case) or level == "principal" or (_is_small(case) and _has_scope_plan(case)):
        return OFF
    if level is None or top is None:
        return Missing(*(path for path, value in ((LADDER_TOP, top), (LEVEL, level)) if value is None))
    if top != level:
        return CLEAR
    return Fired(
        ADVICE,
        f"The ladder ends at {top}, the level posted: there is nowhere to grow.",
        (Evidence(LADDER_TOP, top, f"above {level}"),),
        f"Open {NEXT_LEVEL[level]} on the ladder, or a path sideways: site reliability, ML engineering, management.",
    )


@trigger(
    "M09-T7",
    "The last one left for lack of growth, and nothing has changed",
    WARNING,
    reads=(PRIOR_MONTHS, PRIOR_REASON, REASON, LADDER, CRITERIA, EXPANSION, EMPLOYMENT, HEADCOUNT),
    fires_when=(
        f"The previous person left within {EARLY_EXIT_MONTHS} months over growth or scope, and the ladder, the "
        "criteria or the growth of scope (T1, T2, T3) is still missing."
    ),
    example_fires="The previous engineer left after 14 months over growth, and there is still no ladder.",
    example_quiet="The previous engineer left after 14 months over growth; ladder, criteria and plan are there now.",
    quiet_when=(CONTRACTS, "A new role, or one more of a kind, where nobody has left."),
    effort=Effort.DAYS,
)
def cause_unfixed(case: Case) -> Outcome:
    role = case.role
    months, reason = role.prior_left_months, role.prior_reason
    if _is_contract(case) or (months is None and reason is None and role.reason in ("new", "growth")):
        return OFF
    early = None if months is None else months <= EARLY_EXIT_MONTHS
    outgrown = None if reason is None else reason in ("growth", "scope")
    if both(early, outgrown) is False:
        return CLEAR
    causes = [cause.check(case) for cause in (no_ladder, no_criteria, no_expansion)]
    standing = [cause for cause in causes if isinstance(cause, Fired)]
    unknown = [path for cause in causes if isinstance(cause, Missing) for path in cause.paths]
    if not standing and not unknown:
        return CLEAR
    asked = [path for path, value in ((PRIOR_MONTHS, months), (PRIOR_REASON, reason)) if value is None]
    if asked or not standing or months is None:
        return Missing(*asked, *(() if standing else unknown))
    left = f"The previous person left after {counted(months, 'month')} over {reason}"
    words = listed([words for words, cause in zip(CAUSES, causes, strict=True) if isinstance(cause, Fired)])
    return Fired(
        WARNING,
        f"{left}, and this is still missing: {words}.",
        (
            Evidence(PRIOR_MONTHS, months, f"more than {EARLY_EXIT_MONTHS}"),
            Evidence(PRIOR_REASON, reason, "a cause that is gone"),
            *(item for cause in standing for item in cause.evidence),
        ),
        f"Settle {words} before hiring again.",
    )


MISTAKE = Mistake(
    id="M09",
    slug="no-growth-path",
    name="No growth path",
    title_flagged="The role leads nowhere",
    title_clear="The role has somewhere to grow",
    summary="Nothing says what comes after the first year: no ladder, no criteria, no growing scope, no learning.",
    why=(
        "The first build-out of an ML platform takes about a year. Whoever sees nothing beyond it looks for the next "
        "problem elsewhere, and takes along what only they know."
    ),
    goes_wrong="The person reaches the ceiling once the pipelines run and leaves between the 12th and the 18th month.",
    steps=("growth", "role", "scope", "pay"),
    sources=(
        aipaycheck(
            "Without a ladder people hit a ceiling after the first build-out and leave after 12 to 18 months; a ladder "
            "of five levels, learning, and a scope that widens from pipelines to feature stores, monitoring and AutoML "
            "keep them."
        ),
        own_judgement(
            f"The figures: {LEARNING_BUDGET:,} a year, {LEARNING_TIME} % of the time, and {SMALL_COMPANY_PEOPLE} "
            "people below which a plan of growing scope stands in for a ladder."
        ),
    ),
    triggers=(no_ladder, no_criteria, no_expansion, no_learning, level_without_work, top_of_ladder, cause_unfixed),
    dissent=("In a very small company a ladder on paper means little; growing scope is what people get there.",),
    blind_spots=(
        "Whether promotions happen by the criteria.",
        "A contract's length: every contract is left out.",
        "What learning costs: the budget is compared as a bare figure in the requisition's currency.",
    ),
)
