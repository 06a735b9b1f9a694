"""M04: the same title for different jobs, and nobody said which."""

from hiring.checking import (
    ADVICE,
    BLOCKER,
    CLEAR,
    WARNING,
    Effort,
    Evidence,
    Fired,
    Missing,
    Mistake,
    Outcome,
    PatchOperation,
    Severity,
    trigger,
)
from hiring.checking.publications import acceler8, aipaycheck, own_judgement
from hiring.facts.case import Case
from hiring.facts.duties import scaled_to_a_week, unanswered, week
from hiring.facts.levels import SENIOR_IC
from hiring.facts.market_questions import market_questions
from hiring.facts.module_fit import ARCHETYPES, fit_patch, fitting_swap, mostly_stray, stray_stages
from hiring.facts.pay_room import mid_reaches, raised
from hiring.facts.split import (
    PAY_ZONES,
    SPLITS,
    broad_first_hire,
    driving,
    nearest_archetype,
    speaks_of_a_split,
    suggested_archetype,
    value_at,
)
from hiring.facts.wording import at_percentile, counted, listed, money, number
from hiring.thresholds import (
    BALANCED_PAY_PCT,
    BROAD_PROJECTS,
    DUTY_SUM_HIGH,
    DUTY_SUM_LOW,
    FIRST_PROJECTS,
    INFRA_HEAVY_PAY_PCT,
    ML_HEAVY_PAY_PCT,
    OTHER_ARCHETYPE_PCT,
    PANEL_GAP,
    SPLIT_GAP,
    SPLIT_GAP_BLOCK,
    SPLIT_SLOTS,
)

ARCHETYPE = "/scope/archetype"
INFRA_PCT = "/scope/infra_pct"
PANEL_PCT = "/scope/infra_pct_panel"
DUTIES = "/scope/duties"
PROJECTS = "/scope/first_projects"
MUSTS = "/scope/must_haves"
STAGES = "/process/stages"
PLATFORM_OR_MODELS = "/scope/platform_or_models"
FIRST_CALL = "/process/scope_in_first_call"
LEVEL = "/role/level"
IN_WORDS = {"infra_heavy": "infrastructure-heavy", "balanced": "balanced", "ml_heavy": "ML-heavy"}


@trigger(
    "M04-T1",
    "The kind of role is open",
    BLOCKER,
    WARNING,
    reads=(ARCHETYPE, DUTIES, MUSTS),
    fires_when="the archetype is answered with “unsure”: a blocker without duties, a warning with them",
    example_fires="“Unsure”, and no duty yet.",
    example_quiet="Balanced, 50/50.",
)
def kind_of_role_is_open(case: Case) -> Outcome:
    archetype = case.scope.archetype
    if archetype is None:
        return Missing(ARCHETYPE)
    if archetype != "unsure":
        return CLEAR
    nearest = suggested_archetype(case)
    fix = "Pick 70/30, 50/50 or 30/70 before posting"
    patch: tuple[PatchOperation, ...] = ()
    if nearest is not None:
        share = SPLITS[nearest]
        fix += f"; what is written so far is nearest to {share}/{100 - share}, {IN_WORDS[nearest]}"
        patch = ({"op": "replace", "path": ARCHETYPE, "value": nearest},)
        if case.scope.infra_pct is None:
            patch = (*patch, {"op": "replace", "path": INFRA_PCT, "value": share})
    return Fired(
        WARNING if case.scope.duties else BLOCKER,
        "It is open whether this role is about infrastructure, about models, or half and half"
        + ("." if case.scope.duties else ", and no duty says so either."),
        (Evidence(ARCHETYPE, "unsure", "infra_heavy, balanced or ml_heavy"), Evidence(DUTIES, len(case.scope.duties))),
        f"{fix}.",
        patch,
    )


@trigger(
    "M04-T2",
    "Split and skills tell different stories",
    BLOCKER,
    WARNING,
    ADVICE,
    reads=(
        *(INFRA_PCT, MUSTS, "/scope/nice_to_haves", DUTIES, PROJECTS),
        *("/role/job_ad", "/role/company_stage", "/ml_today/mlops_count"),
    ),
    fires_when=f"the stated infrastructure share and that of skills and duties lie {SPLIT_GAP} points or more apart "
    f"(warning), or {SPLIT_GAP_BLOCK} (blocker)",
    example_fires="30% infrastructure is stated; Kubernetes, Terraform, CI/CD, AWS and Prometheus say 89%.",
    example_quiet="70% is stated and the skills say 46%.",
    quiet_when=(
        f"fewer than {SPLIT_SLOTS} lines carry a weight: not checked",
        f"the first MLOps hire of a seed start-up, called broad in the ad, with {BROAD_PROJECTS} or more projects: "
        "advice",
    ),
    effort=Effort.HOURS,
)
def split_and_skills_differ(case: Case) -> Outcome:
    stated, shown = case.scope.infra_pct, case.skill_infra_pct
    enough = bool(case.musts) and speaks_of_a_split(case)
    if stated is None or shown is None or not enough:
        return Missing(*((INFRA_PCT,) if stated is None else ()), *(() if enough else (MUSTS,)))
    gap = abs(stated - shown)
    if gap < SPLIT_GAP:
        return CLEAR
    lines = driving(case.musts + case.nices, towards_infra=shown > stated)
    by_duties = case.duty_infra_pct
    share = round(shown / 5) * 5
    return Fired(
        ADVICE if broad_first_hire(case) else BLOCKER if gap >= SPLIT_GAP_BLOCK else WARNING,
        f"The split says {number(stated)}% infrastructure; skills and duties say {number(round(shown))}%, "
        f"led by {listed(lines)}.",
        (
            Evidence(INFRA_PCT, stated, round(shown, 1)),
            Evidence(MUSTS, lines, f"a split of {number(stated)}%"),
            *((Evidence(DUTIES, round(by_duties, 1)),) if by_duties is not None else ()),
        ),
        f"Change the split to {share}%, or the skills, so that they tell the same story.",
        _set_split(case, share),
    )


def _set_split(case: Case, share: int) -> tuple[PatchOperation, ...]:
    """Set the infrastructure share, and the archetype where another is nearer to it."""
    nearest = nearest_archetype(share)
    patch: tuple[PatchOperation, ...] = ({"op": "replace", "path": INFRA_PCT, "value": share},)
    if case.scope.archetype in (None, "unsure", nearest):
        return patch
    return (*patch, {"op": "replace", "path": ARCHETYPE, "value": nearest})


@trigger(
    "M04-T3",
    "Duties do not add up to a week",
    WARNING,
    ADVICE,
    reads=(DUTIES, LEVEL),
    fires_when=f"a duty has no share of the week, or the shares add to less than {DUTY_SUM_LOW}% or more than "
    f"{DUTY_SUM_HIGH}%; advice for staff and principal",
    example_fires="Four duties of 40, 30, 25 and 20%: 115%.",
    example_quiet="Four duties of 40, 30, 15 and 10%: 95%.",
)
def duties_do_not_add_up(case: Case) -> Outcome:
    duties = case.scope.duties
    if not duties:
        return Missing(DUTIES)
    severity: Severity = ADVICE if case.role.level in SENIOR_IC else WARNING
    total = week(duties)
    if total is None:
        paths = unanswered(duties, "percent")
        return Fired(
            severity,
            f"{len(paths)} of {counted(len(duties), 'duty', 'duties')} {'has' if len(paths) == 1 else 'have'} no share "
            "of the week.",
            tuple(Evidence(path, None, "a share of the week") for path in paths),
            "Give each duty a share of the week, adding to 100%.",
        )
    if DUTY_SUM_LOW <= total <= DUTY_SUM_HIGH:
        return CLEAR
    scaled = scaled_to_a_week([duty.percent for duty in duties if duty.percent is not None]) if total else []
    return Fired(
        severity,
        f"The duties add to {number(total)}% of a week.",
        (Evidence(DUTIES, total, 100),),
        "Give each duty a share of the week, adding to 100%.",
        tuple(
            {"op": "replace", "path": f"{DUTIES}/{index}/percent", "value": share} for index, share in enumerate(scaled)
        ),
    )


@trigger(
    "M04-T4",
    "Too few real projects",
    WARNING,
    reads=(PROJECTS,),
    fires_when=f"fewer than {FIRST_PROJECTS} first-year projects are named",
    example_fires="One project: “improve our platform”.",
    example_quiet="Two projects: canary releases for ten services, drift alerts for the top five models.",
    effort=Effort.HOURS,
)
def too_few_projects(case: Case) -> Outcome:
    projects = case.scope.first_projects
    if not projects:
        return Missing(PROJECTS)
    named = sum(1 for project in projects if project.strip())
    if named >= FIRST_PROJECTS:
        return CLEAR
    return Fired(
        WARNING,
        f"{counted(named, 'first-year project')} {'is' if named == 1 else 'are'} named.",
        (Evidence(PROJECTS, named, FIRST_PROJECTS),),
        "Add two or three real first-year projects.",
    )


@trigger(
    "M04-T5",
    "Pay does not fit the scope",
    WARNING,
    ADVICE,
    reads=(ARCHETYPE, "/pay/base_min", "/pay/base_max", "/pay/currency", LEVEL, "/role/locations"),
    fires_when=f"an ML-heavy role is paid below percentile {ML_HEAVY_PAY_PCT}, a balanced one below "
    f"{BALANCED_PAY_PCT}; advice where an infrastructure-heavy one is paid above {INFRA_HEAVY_PAY_PCT}",
    example_fires="An ML-heavy role at percentile 42.",
    example_quiet="A balanced role at percentile 42.",
    effort=Effort.DAYS,
)
def pay_does_not_fit(case: Case) -> Outcome:
    paid, market = case.pay_pct, case.mlops_market
    archetype = None if case.scope.archetype == "unsure" else case.scope.archetype
    if paid is None or market is None or case.mid is None:
        return Missing(*_pay_questions(case), *((ARCHETYPE,) if archetype is None else ()))
    if archetype is None:
        return CLEAR if ML_HEAVY_PAY_PCT <= paid <= INFRA_HEAVY_PAY_PCT else Missing(ARCHETYPE)
    low, high = PAY_ZONES[archetype]
    patch: tuple[PatchOperation, ...] = ()
    if archetype == "infra_heavy":
        if paid <= INFRA_HEAVY_PAY_PCT:
            return CLEAR
        severity, expected = ADVICE, f"at most percentile {INFRA_HEAVY_PAY_PCT}"
    else:
        least = ML_HEAVY_PAY_PCT if archetype == "ml_heavy" else BALANCED_PAY_PCT
        if paid >= least:
            return CLEAR
        severity, expected = WARNING, f"percentile {least} or more"
        if case.own_band is not None:
            patch = raised(case, value_at(low, market) - case.mid, mid_reaches(value_at(least, market)))
    zone = listed([money(case.pay.currency, value_at(end, market)) for end in (low, high)])
    return Fired(
        severity,
        f"The middle of the band lies {at_percentile(paid)} of the market, which does not fit the "
        f"{IN_WORDS[archetype]} role.",
        (Evidence(ARCHETYPE, archetype), Evidence("/pay/base_max", round(paid, 1), expected)),
        f"Match pay to scope: bring the midpoint between percentiles {low} and {high} ({zone}), or change the scope.",
        patch,
    )


def _pay_questions(case: Case) -> tuple[str, ...]:
    ends = (("/pay/base_min", case.pay.base_min), ("/pay/base_max", case.pay.base_max))
    return tuple(path for path, end in ends if end is None) or market_questions(case)


@trigger(
    "M04-T6",
    "The loop tests another role",
    WARNING,
    reads=(STAGES, ARCHETYPE, LEVEL),
    fires_when=f"{OTHER_ARCHETYPE_PCT}% or more of the technical minutes go to scenarios that the bank gives to other "
    "archetypes",
    example_fires="An ML-heavy role, and an hour on a crash-looping rollout (S07) of two technical hours.",
    example_quiet="The same hour on a silent drop in accuracy (S05), which fits every archetype.",
    quiet_when=("no stage names a scenario",),
)
def loop_tests_another_role(case: Case) -> Outcome:
    stages = case.process.stages
    if not stages:
        return Missing(STAGES)
    if not any(stage.scenario for stage in stages):
        return CLEAR
    archetype = None if case.scope.archetype in (None, "unsure") else case.scope.archetype
    stray = [mostly_stray(stages, each, case.bank) for each in (ARCHETYPES if archetype is None else (archetype,))]
    if not any(stray):
        return CLEAR
    if archetype is None:
        return Missing(ARCHETYPE)
    found = stray_stages(stages, archetype, case.bank)
    minutes = sum(stage.minutes for _, stage, _ in found)
    swap = next((fitting for _, stage, _ in found if (fitting := fitting_swap(case, stage))), None)
    module = f"{swap.id} ({swap.title})" if swap else f"a module for {IN_WORDS[archetype]} roles"
    return Fired(
        WARNING,
        f"{minutes} of {case.tech_minutes} technical minutes test what another kind of role does.",
        tuple(
            Evidence(f"{STAGES}/{index}/scenario", scenario.id, f"a scenario for {IN_WORDS[archetype]} roles")
            for index, _, scenario in found
        ),
        f"Swap {listed([scenario.id for _, _, scenario in found])} for {module}.",
        fit_patch(case, archetype),
    )


@trigger(
    "M04-T7",
    "Manager and panel disagree on the split",
    WARNING,
    reads=(INFRA_PCT, PANEL_PCT),
    fires_when=f"the manager's and a second panellist's infrastructure shares lie {PANEL_GAP} points or more apart",
    example_fires="The manager says 50%, the panellist 70%.",
    example_quiet="The manager says 50%, the panellist 60%.",
    effort=Effort.HOURS,
)
def panel_disagrees(case: Case) -> Outcome:
    manager, panel = case.scope.infra_pct, case.scope.infra_pct_panel
    if manager is None or panel is None:
        return Missing(*(path for path, answer in ((INFRA_PCT, manager), (PANEL_PCT, panel)) if answer is None))
    if abs(manager - panel) < PANEL_GAP:
        return CLEAR
    return Fired(
        WARNING,
        f"The manager sees {number(manager)}% infrastructure, the second panellist {number(panel)}%.",
        (Evidence(INFRA_PCT, manager), Evidence(PANEL_PCT, panel, f"within {PANEL_GAP} points of {number(manager)}")),
        "Agree the split in the panel before interviews.",
    )


@trigger(
    "M04-T8",
    "Scope comes late",
    ADVICE,
    reads=(FIRST_CALL,),
    fires_when="the first call does not say what the role is",
    example_fires="The split is explained in the final round.",
    example_quiet="Split and projects are part of the first call.",
)
def scope_comes_late(case: Case) -> Outcome:
    told = case.process.scope_in_first_call
    if told is None:
        return Missing(FIRST_CALL)
    if told:
        return CLEAR
    return Fired(
        ADVICE,
        "The first call does not say how the role is split and what it works on.",
        (Evidence(FIRST_CALL, False, True),),
        "Tell people the split and the projects in the first call.",
        ({"op": "replace", "path": FIRST_CALL, "value": True},),
    )


@trigger(
    "M04-T9",
    "Platform and models, in unknown shares",
    WARNING,
    reads=(PLATFORM_OR_MODELS, DUTIES),
    fires_when="the role both builds the platform and ships models, and a duty has no share of the week",
    example_fires="“Both”, and three duties without percentages.",
    example_quiet="“Both”, and every duty has its share.",
)
def platform_and_models(case: Case) -> Outcome:
    answer, duties = case.scope.platform_or_models, case.scope.duties
    if answer is None:
        return Missing(PLATFORM_OR_MODELS)
    if answer != "both":
        return CLEAR
    if not duties:
        return Missing(DUTIES)
    paths = unanswered(duties, "percent")
    if not paths:
        return CLEAR
    return Fired(
        WARNING,
        "The role builds the platform and ships models, and no share of the week says how much of each.",
        (
            Evidence(PLATFORM_OR_MODELS, "both", "platform or models, or both with shares"),
            *(Evidence(path, None, "a share of the week") for path in paths),
        ),
        "State whether they build the platform or ship specific models, or give each duty its share.",
    )


MISTAKE = Mistake(
    id="M04",
    slug="undefined-scope",
    name="Undefined scope",
    title_flagged="It is not clear which job this is",
    title_clear="The scope is defined",
    summary="MLOps is the title of at least three different jobs, and the requisition does not say which is meant.",
    why=(
        "One company's MLOps engineer runs clusters, another's builds feature stores. The split decides skills, pay "
        "and interviews, so an open or contradictory split makes all three wrong."
    ),
    goes_wrong=(
        "People meet another job in the interviews than in the posting and decline, or notice after three months and "
        "leave. Panels argue over whom they are looking for."
    ),
    steps=("scope", "pay", "process", "role", "ml_today"),
    sources=(
        aipaycheck(
            "The same title covers infrastructure-heavy (70/30), balanced (50/50) and ML-heavy (30/70) roles, paid at "
            "the lower end, the middle and the upper end of the range; show real projects."
        ),
        acceler8("Say whether the person builds the platform or deploys specific models."),
        own_judgement("The percentiles of each archetype's pay, and how far split, skills and panel may differ."),
    ),
    triggers=(
        kind_of_role_is_open,
        split_and_skills_differ,
        duties_do_not_add_up,
        too_few_projects,
        pay_does_not_fit,
        loop_tests_another_role,
        panel_disagrees,
        scope_comes_late,
        platform_and_models,
    ),
    dissent=(
        "Other guides cut the role differently: pipeline owner, serving and reliability, or full-stack platform "
        "builder (kore1.com); platform-focused or model-focused (vami.agency).",
    ),
    blind_spots=(
        "A project is counted, not judged: “improve our platform” counts as one.",
        "Infrastructure weights belong to skills in general; a company may use a tool differently.",
        "Stages without a scenario of the bank are not held against the archetype.",
    ),
)
