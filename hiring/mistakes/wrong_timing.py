"""M06: hiring before there is anything to operate, or when the house is already on fire."""

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
    Source,
    trigger,
)
from hiring.checking.publications import aipaycheck, own_judgement
from hiring.facts import pay, pay_room, timing
from hiring.facts.case import Case
from hiring.facts.crisis import CRISIS_ANSWERS
from hiring.facts.logic import both, either
from hiring.facts.market_questions import market_questions
from hiring.facts.people import missing_ml_people, ml_people
from hiring.facts.wording import counted, listed, money
from hiring.thresholds import (
    EARLY_SCORE,
    OVERDUE_SCORE,
    RESCUE_DEADLINE_DAYS,
    RESCUE_GOALS,
    RESCUE_PREMIUM_PCT,
    RIGHT_SCORE,
)

PROD, LAUNCHES = "/ml_today/models_in_prod", "/ml_today/models_to_prod_6m"
RUBRIC = tuple(
    f"/ml_today/{name}"
    for name in (
        "models_in_prod",
        "models_to_prod_6m",
        "ds_infra_pct",
        "deploy_lead_days",
        "monitoring",
        "retrain_freq",
        "retrain_manual",
        "can_rebuild_prod",
        "ds_count",
        "mle_count",
        "regulated",
        "gpu_spend_month",
        "readiness_gaps",
        "managed_platform",
        "serving_modes",
    )
)


def _missing(*answers: tuple[str, object]) -> tuple[str, ...]:
    """The paths among these whose answer is not given."""
    return tuple(path for path, answer in answers if answer is None)


def _signs(case: Case) -> tuple[Evidence, ...]:
    return tuple(Evidence(sign.path, sign.observed) for sign in case.crisis.found)


def _indicators(case: Case) -> tuple[Evidence, ...]:
    """The rubric's lines that gave or took points."""
    return tuple(Evidence(line.path, line.observed, f"{line.words}: {line.low:+d}") for line in case.timing.counted)


@trigger(
    "M06-T1",
    "Nothing to operate",
    BLOCKER,
    WARNING,
    reads=(PROD, LAUNCHES, "/ml_today/regulated", "/role/reason"),
    fires_when="no model is in production and no launch within six months has an owner and a date",
    example_fires="Three prototypes, and a launch some time next year.",
    example_quiet="No model live yet, and one launch in March with an owner.",
    quiet_when=(
        "the role replaces somebody who left a running platform",
        "a regulated company, which may need the platform before its first model: a warning",
    ),
    effort=Effort.DAYS,
)
def nothing_to_operate(case: Case) -> Outcome:
    if case.role.reason == "backfill":
        return OFF
    nothing = timing.nothing_committed(case.ml_today)
    if nothing is None:
        return Missing(*_missing((PROD, case.ml_today.models_in_prod), (LAUNCHES, case.ml_today.models_to_prod_6m)))
    if not nothing:
        return CLEAR
    return Fired(
        WARNING if case.ml_today.regulated else BLOCKER,
        "No model is in production and none has an owner and a date within six months: there is nothing to operate.",
        (Evidence(PROD, 0, "1 or more"), Evidence(LAUNCHES, 0, "1 or more")),
        "Do not hire yet: ship one model with a managed platform or a contractor first.",
    )


@trigger(
    "M06-T2",
    "Early",
    WARNING,
    reads=(*RUBRIC, "/role/reason"),
    fires_when="the timing points add up to 3 or less (from 4 on the time is right), and M06-T1 has not said so",
    example_fires="One model live, two data scientists, one launch: 3 points.",
    example_quiet="Three models live, a launch with a date, and data scientists who deploy one day in three: 6 points.",
    quiet_when=("the role replaces somebody who left a running platform",),
    effort=Effort.DAYS,
)
def early(case: Case) -> Outcome:
    if case.role.reason == "backfill":
        return OFF
    rubric = case.timing
    nothing = timing.nothing_committed(case.ml_today)
    if rubric.low > EARLY_SCORE or (nothing and rubric.high <= 0):
        return CLEAR
    if rubric.high > EARLY_SCORE or (nothing is not False and rubric.low <= 0):
        return Missing(*rubric.open)
    points = str(rubric.low) if rubric.points is not None else f"between {rubric.low} and {rubric.high}"
    until = f"when {rubric.next_sign}" if rubric.next_sign else "in three months"
    return Fired(
        WARNING,
        f"The timing points come to {points}; from {RIGHT_SCORE} on the time is right.",
        _indicators(case),
        f"Hire later, or take a contractor or train somebody in house; check again {until}.",
    )


@trigger(
    "M06-T3",
    "A rescue mission without a premium",
    WARNING,
    reads=(*CRISIS_ANSWERS, "/pay/base_min", "/pay/base_max", "/role/level", "/role/locations", "/pay/currency"),
    fires_when="there are three crisis signs or more, and the midpoint is below 110% of the market median",
    example_fires="Frozen releases, no rollback, users who find the failures, and a midpoint at the median.",
    example_quiet="The same, and a midpoint 12% above the median.",
    effort=Effort.DAYS,
    same_fact=("M02-T6",),
)
def rescue_without_premium(case: Case) -> Outcome:
    crisis, mid, market = case.crisis, case.mid, case.mlops_market
    if crisis.rescue is False or pay.at_least(mid, RESCUE_PREMIUM_PCT, market):
        return CLEAR
    if mid is None:
        return Missing(*_missing(("/pay/base_min", case.pay.base_min), ("/pay/base_max", case.pay.base_max)))
    if market is None:
        return Missing(*market_questions(case))
    if crisis.rescue is None:
        return Missing(*crisis.open)
    target = money(case.pay.currency, market.p50 * RESCUE_PREMIUM_PCT / 100)
    return Fired(
        WARNING,
        f"{counted(crisis.low, 'crisis sign')} ({listed(crisis.signs)}) and a midpoint of "
        f"{money(case.pay.currency, mid)}: nobody takes this on without a clear premium.",
        (
            *_signs(case),
            Evidence("/pay/base_min", case.pay.base_min),
            Evidence("/pay/base_max", case.pay.base_max, f"midpoint of at least {target}"),
        ),
        f"Add a rescue premium of 10 to 20% over the median, a midpoint from {target}.",
        pay_room.raised(
            case,
            market.p50 * RESCUE_PREMIUM_PCT / 100 - mid,
            pay_room.mid_reaches(market.p50 * RESCUE_PREMIUM_PCT / 100),
        ),
    )


@trigger(
    "M06-T4",
    "The crisis is kept quiet",
    BLOCKER,
    reads=(*CRISIS_ANSWERS, "/ml_today/debt_disclosed"),
    fires_when="there are three crisis signs or more, and the debt is not disclosed",
    example_fires="Four incidents in 90 days, found by users, releases frozen, and not a word of it in the ad.",
    example_quiet="The same, told in the ad and in the first call.",
    effort=Effort.HOURS,
)
def undisclosed_crisis(case: Case) -> Outcome:
    crisis, disclosed = case.crisis, case.ml_today.debt_disclosed
    if crisis.rescue is False or disclosed:
        return CLEAR
    if crisis.rescue is None or disclosed is None:
        return Missing(
            *_missing(("/ml_today/debt_disclosed", disclosed)), *(crisis.open if crisis.rescue is None else ())
        )
    return Fired(
        BLOCKER,
        f"{counted(crisis.low, 'crisis sign')} ({listed(crisis.signs)}), and the debt is not disclosed: whoever "
        "starts will feel misled.",
        (Evidence("/ml_today/debt_disclosed", False, True), *_signs(case)),
        "Disclose the debt and the incidents in the posting and in the first call.",
    )


@trigger(
    "M06-T5",
    "Too much asked of a rescue",
    WARNING,
    reads=(*CRISIS_ANSWERS, *RUBRIC, "/scope/goals_90d", "/ml_today/fix_deadline_days"),
    fires_when="it is a rescue mission (three crisis signs) or long overdue (9 timing points), and the first 90 days "
    "hold more than three goals or the fix is due in less than 90 days",
    example_fires="Three crisis signs, and everything to be fixed in 60 days.",
    example_quiet="Three crisis signs, three goals for the first 90 days, no date for the fix before that.",
)
def overloaded_rescue(case: Case) -> Outcome:
    goals, days = case.scope.goals_90d, case.ml_today.fix_deadline_days
    many = len(goals) > RESCUE_GOALS if goals else None
    hurried = None if days is None else days < RESCUE_DEADLINE_DAYS
    overdue = case.timing.reaches(OVERDUE_SCORE)
    strained, pressed = either(case.crisis.rescue, overdue), either(many, hurried)
    if strained is False or pressed is False:
        return CLEAR
    if not strained or not pressed:
        pressing = _missing(("/scope/goals_90d", many), ("/ml_today/fix_deadline_days", hurried))
        straining = (*(case.crisis.open if case.crisis.rescue is None else ()), *case.timing.open)
        return Missing(
            *dict.fromkeys((*(pressing if pressed is None else ()), *(straining if strained is None else ())))
        )
    found = (
        *((f"{counted(len(goals), 'goal')} for the first 90 days",) if many else ()),
        *((f"a fix due in {counted(days or 0, 'day')}",) if hurried else ()),
    )
    return Fired(
        WARNING,
        f"{'A rescue mission' if case.crisis.rescue else 'An overdue hire'} with {listed(found)} sets the person up to "
        "fail.",
        (
            *((Evidence("/scope/goals_90d", len(goals), RESCUE_GOALS),) if many else ()),
            *((Evidence("/ml_today/fix_deadline_days", days, RESCUE_DEADLINE_DAYS),) if hurried else ()),
            *(_signs(case) if case.crisis.rescue else _indicators(case)),
        ),
        f"Cut to at most {RESCUE_GOALS} outcomes in {RESCUE_DEADLINE_DAYS} days, the first being to stabilise and "
        "observe.",
    )


@trigger(
    "M06-T6",
    "A junior sent to a fire",
    WARNING,
    reads=(*CRISIS_ANSWERS, "/ml_today/mlops_count", "/role/level"),
    fires_when="there are three crisis signs or more, nobody does MLOps today, and the level is below senior",
    example_fires="Three crisis signs, the first MLOps hire, at mid level.",
    example_quiet="Three crisis signs, the first MLOps hire, at senior level.",
    effort=Effort.HOURS,
)
def junior_rescue(case: Case) -> Outcome:
    crisis, count, level = case.crisis, case.ml_today.mlops_count, case.role.level
    fires = both(
        None if level is None else level in ("junior", "mid"), None if count is None else count == 0, crisis.rescue
    )
    if fires is False:
        return CLEAR
    if fires is None:
        return Missing(
            *_missing(("/role/level", level), ("/ml_today/mlops_count", count)),
            *(crisis.open if crisis.rescue is None else ()),
        )
    return Fired(
        WARNING,
        f"The first MLOps hire would face {counted(crisis.low, 'crisis sign')} alone, at {level} level.",
        (Evidence("/role/level", level, "senior"), Evidence("/ml_today/mlops_count", count), *_signs(case)),
        "Make the first rescue hire senior or above.",
        ({"op": "replace", "path": "/role/level", "value": "senior"},),
    )


@trigger(
    "M06-T7",
    "Nobody builds models",
    WARNING,
    ADVICE,
    reads=("/ml_today/ds_count", "/ml_today/mle_count", LAUNCHES, PROD, "/ml_today/serving_modes"),
    fires_when="there is no data scientist and no ML engineer, and no launch with an owner and a date",
    example_fires="No data scientist, no ML engineer, and nothing due.",
    example_quiet="No data scientist yet, and a launch in March that a contractor owns.",
    quiet_when=("an LLM service is live: advice",),
    effort=Effort.DAYS,
)
def nobody_builds(case: Case) -> Outcome:
    ml = case.ml_today
    people = ml_people(ml)
    fires = both(
        None if people is None else people == 0, None if ml.models_to_prod_6m is None else ml.models_to_prod_6m == 0
    )
    if fires is False:
        return CLEAR
    if fires is None:
        return Missing(*missing_ml_people(ml), *_missing((LAUNCHES, ml.models_to_prod_6m)))
    live_llm = "llm" in ml.serving_modes and bool(ml.models_in_prod)
    return Fired(
        ADVICE if live_llm else WARNING,
        "There is no data scientist and no ML engineer, and no model is due: nobody will bring work to this role.",
        (
            Evidence("/ml_today/ds_count", ml.ds_count, "1 or more"),
            Evidence("/ml_today/mle_count", ml.mle_count, "1 or more"),
            Evidence(LAUNCHES, 0, "1 or more"),
        ),
        "Hire or contract the model builder first.",
    )


@trigger(
    "M06-T8",
    "A managed platform would do",
    ADVICE,
    reads=RUBRIC,
    fires_when="the time is right (4 to 8 points), yet at most two batch models run on a managed platform and are "
    "retrained monthly or more rarely",
    example_fires="Two monthly batch models on a managed platform.",
    example_quiet="Two online models on a managed platform.",
    effort=Effort.HOURS,
)
def managed_platform_suffices(case: Case) -> Outcome:
    rubric, ml = case.timing, case.ml_today
    overdue = rubric.reaches(OVERDUE_SCORE)
    right = both(rubric.reaches(RIGHT_SCORE), None if overdue is None else not overdue)
    small = timing.small_batch(ml, monthly=True)
    fires = both(right, small)
    if fires is False:
        return CLEAR
    if fires is None:
        return Missing(
            *dict.fromkeys(
                (*(timing.small_batch_open(ml) if small is None else ()), *(rubric.open if right is None else ()))
            )
        )
    return Fired(
        ADVICE,
        f"{counted(ml.models_in_prod, 'batch model')} live on a managed platform, retrained "
        f"{'monthly' if ml.retrain_freq == 'monthly' else 'rarely'}: that does not fill a full-time role."
        if ml.models_in_prod
        else "No model is live yet, and a managed platform can carry the first: that does not fill a full-time role.",
        (
            Evidence(PROD, ml.models_in_prod),
            Evidence("/ml_today/managed_platform", ml.managed_platform),
            Evidence("/ml_today/serving_modes", ml.serving_modes),
            Evidence("/ml_today/retrain_freq", ml.retrain_freq),
        ),
        "Consider a fractional engineer for 6 months.",
    )


@trigger(
    "M06-T9",
    "One hire is not enough",
    ADVICE,
    reads=(*RUBRIC, "/process/seats", "/growth/planned_mlops_12m"),
    fires_when="the hire is long overdue (9 points or more), and only one is planned",
    example_fires="11 points, one seat, and no further MLOps hire within 12 months.",
    example_quiet="11 points, one seat, and a second hire in the autumn.",
    effort=Effort.HOURS,
)
def one_hire_only(case: Case) -> Outcome:
    rubric, seats, planned = case.timing, case.process.seats, case.growth.planned_mlops_12m
    overdue = rubric.reaches(OVERDUE_SCORE)
    fires = both(overdue, None if seats is None else seats == 1, None if planned is None else planned == 0)
    if fires is False:
        return CLEAR
    if fires is None:
        return Missing(
            *_missing(("/growth/planned_mlops_12m", planned), ("/process/seats", seats)),
            *(rubric.open if overdue is None else ()),
        )
    points = str(rubric.low) if rubric.points is not None else f"{rubric.low} or more"
    return Fired(
        ADVICE,
        f"With {points} timing points the work has piled up for more than one person, and only one hire is planned.",
        (
            Evidence("/process/seats", seats, "2 or more"),
            Evidence("/growth/planned_mlops_12m", planned, "1 or more"),
            *_indicators(case),
        ),
        "Plan a second hire within 12 months.",
    )


MISTAKE = Mistake(
    id="M06",
    slug="wrong-timing",
    name="Wrong timing",
    title_flagged="The hire comes too early or too late",
    title_clear="The time is right",
    summary="The role is opened before any model needs operating, or so late that the new person inherits a crisis "
    "nobody has told them about.",
    why="Before the first production model there is nothing to operate, and the person drifts into general DevOps. In "
    "a crisis the same hire meets debt, incidents and a deadline, and needs time, authority and honest words.",
    goes_wrong="Too early, a good engineer leaves for a place with models. Too late, the rescue fails in public and "
    "the next search starts with a bad name.",
    steps=("role", "ml_today", "scope", "pay", "process", "growth"),
    sources=(
        aipaycheck(
            "Before there are production models the hire becomes a generic DevOps role and leaves; in a crisis, be "
            "open about the debt and pay a rescue premium. No figure for the premium is given."
        ),
        Source(
            "Needed once a model runs or ships within three to six months, and not while a use case is still being "
            "proven.",
            "Selicor Consulting",
            "www.selicorconsulting.com/insights/what-mlops-actually-means.html",
            Grade.VENDOR_CLAIM,
        ),
        Source(
            "Data scientists who spend half their time on deployment are a sign of being too late.",
            "VAMI, MLOps engineer hiring guide 2026",
            "vami.agency/blog/mlops-engineer-hiring-guide-2026",
            Grade.VENDOR_CLAIM,
        ),
        Source(
            "Most companies make this hire about six months late.",
            "KORE1",
            "www.kore1.com/how-to-hire-mlops-engineer-2026/",
            Grade.VENDOR_CLAIM,
        ),
        own_judgement("The timing points, the nine crisis signs and the premium of 10 to 20%."),
    ),
    dissent=(
        "The published advice pulls both ways: some warn of hiring before there is a model, others say that most hire "
        "too late.",
    ),
    blind_spots=(
        "It believes the counts it is given; an LLM feature that is live should be counted as a model.",
        "Research platforms with many training users and no production model look too early here.",
        "A missing answer leaves the points open, and then nothing is claimed.",
    ),
    triggers=(
        nothing_to_operate,
        early,
        rescue_without_premium,
        undisclosed_crisis,
        overloaded_rescue,
        junior_rescue,
        nobody_builds,
        managed_platform_suffices,
        one_hire_only,
    ),
)
