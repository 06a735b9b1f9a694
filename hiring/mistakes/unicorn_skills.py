"""M03: requirements that no one person meets, or not at this level and pay."""

import re

from hiring.checking import (
    ADVICE,
    BLOCKER,
    CLEAR,
    OFF,
    WARNING,
    Effort,
    Evidence,
    Fired,
    Missing,
    Mistake,
    Outcome,
    PatchOperation,
    trigger,
)
from hiring.checking.publications import acceler8, aipaycheck, own_judgement
from hiring.facts import unicorn_case
from hiring.facts.case import Case
from hiring.facts.disciplines import DISCIPLINES, THREE_JOBS
from hiring.facts.duties import infra_share, model_share, unanswered
from hiring.facts.levels import LEVELS, SENIOR_IC, LevelCap, cap_for, paid_at_the_top
from hiring.facts.logic import both, either
from hiring.facts.one_of_each import clouds_without_overlap, same_kind
from hiring.facts.requirement_patches import (
    MUSTS,
    NICES,
    merged,
    moved_to_nice,
    spared,
    without_alternatives,
)
from hiring.facts.slots import Requirement
from hiring.facts.wording import at_percentile, counted, listed, number
from hiring.facts.years_demanded import most_years
from hiring.skills import SKILLS
from hiring.thresholds import (
    CAP,
    CAP_BLOCK_PCT,
    DEEP_BLOCK,
    DEEP_SLOTS,
    INFRA_WEEK_PCT,
    LEAST_YEARS,
    MODEL_SHARE_PCT,
    OFF_ROLE_BLOCK,
    TOP_PAY_PCT,
    UNICORN_BLOCK,
    UNICORN_WARN,
    UNSPLIT_MUSTS,
)

LEVEL = "/role/level"
YEARS = "/scope/years_min"
DEGREE = "/scope/degree"
PUBLICATIONS = "/scope/publications"
REGULATED = "/ml_today/regulated"
PAY = ("/pay/base_min", "/pay/base_max")
CAPS = ", ".join(f"{level} {cap}" for level, cap in CAP.items())
AT_THE_TOP = f"a staff or principal role paid at the {TOP_PAY_PCT}th percentile or above"


def _caps(case: Case) -> tuple[LevelCap, ...]:
    """The caps of the level; of every level while it is not answered."""
    if case.level_cap is not None:
        return (case.level_cap,)
    return tuple(cap_for(level, case.pay_pct, case.ml_today.regulated) for level in LEVELS)


def _exempt(case: Case) -> bool:
    return case.role.level in SENIOR_IC and paid_at_the_top(case.pay_pct)


def _level_cited(case: Case) -> tuple[Evidence, ...]:
    return (Evidence(LEVEL, case.role.level),) if case.role.level else ()


def _for_level(case: Case) -> str:
    return f"at {case.role.level} level" if case.role.level else "at any level"


@trigger(
    "M03-T1",
    "More must-haves than the level allows",
    BLOCKER,
    WARNING,
    reads=(MUSTS, LEVEL, *PAY, REGULATED),
    fires_when=f"the must-haves outnumber the level's cap ({CAPS}; "
    "up to two fewer or more by pay, one more where regulated); one and a half times the cap blocks",
    example_fires="Ten must-haves for a senior at market pay.",
    example_quiet="Nine must-haves for the same role.",
    quiet_when=(
        AT_THE_TOP,
        "alternatives on one line are one requirement",
        "Python, SQL, Git and Linux together are one requirement; git, degrees, years and soft skills are not counted",
        "nice-to-haves, however many",
    ),
)
def more_than_the_cap(case: Case) -> Outcome:
    if not case.musts:
        return Missing(MUSTS)
    count = case.n_must_for_caps
    caps = [cap.slots for cap in _caps(case)]
    most = max(caps)
    if count <= min(caps):
        return CLEAR
    if count <= most:
        return Missing(LEVEL)
    if _exempt(case):
        return OFF
    return Fired(
        BLOCKER if count * 100 > most * CAP_BLOCK_PCT else WARNING,
        f"{count} must-haves, where {most} are the most {_for_level(case)}{_adjusted(case, most)}.",
        (Evidence(MUSTS, count, most), *_level_cited(case)),
        f"Keep the {most} you would reject someone over; move {counted(count - most, 'line')} to nice-to-have.",
        moved_to_nice(spared(case, count - most)),
    )


def _adjusted(case: Case, most: int) -> str:
    """Why the cap differs from the level's plain one, if it does."""
    if case.role.level is None or most == CAP[case.role.level]:
        return ""
    pay = "" if case.pay_pct is None else f"pay {at_percentile(case.pay_pct)} of the market"
    regulated = "a regulated industry" if case.ml_today.regulated else ""
    return f" with {listed([reason for reason in (pay, regulated) if reason])}"


@trigger(
    "M03-T2",
    "Several specialists in one",
    BLOCKER,
    WARNING,
    reads=(MUSTS, LEVEL, *PAY),
    fires_when=f"more disciplines are asked in depth ({DEEP_SLOTS} must-haves or more) than the level allows (junior "
    f"and mid 1, others 2; one more from the {TOP_PAY_PCT}th percentile of pay); two too many, or DevOps, data "
    "engineering and modelling together, block",
    example_fires="Three DevOps, three data-engineering and three modelling lines.",
    example_quiet="Four DevOps and three MLOps lines for a senior.",
    quiet_when=(AT_THE_TOP, "programming languages and soft skills belong to no discipline (R is modelling)"),
    effort=Effort.DAYS,
)
def several_specialists(case: Case) -> Outcome:
    if not case.musts:
        return Missing(MUSTS)
    deep = case.deep_disciplines
    caps = [cap.deep for cap in _caps(case)]
    three_jobs = set(THREE_JOBS) <= set(deep)
    if not three_jobs and len(deep) <= max(caps):
        return CLEAR if len(deep) <= min(caps) else Missing(LEVEL)
    if _exempt(case):
        return OFF
    weakest = unicorn_case.weakest(case)
    in_depth = [f"{DISCIPLINES[name]} ({case.disciplines[name]})" for name in deep]
    return Fired(
        BLOCKER if three_jobs or len(deep) >= max(caps) + DEEP_BLOCK else WARNING,
        f"The must-haves ask for depth in {listed(in_depth)}; {_deep_at_most(case, max(caps), len(deep))}.",
        (Evidence(MUSTS, in_depth, max(caps)), *_level_cited(case)),
        f"Split into two roles, or leave {DISCIPLINES[weakest]} to a partner team.",
        moved_to_nice(unicorn_case.until_few_are_deep(case, max(caps))),
    )


def _deep_at_most(case: Case, most: int, deep: int) -> str:
    if deep <= most:
        return "these are three people's jobs"
    return f"{counted(most, 'discipline')} {'is' if most == 1 else 'are'} the most {_for_level(case)}"


_LEADS = re.compile(r"\b(?:lead|leader|manager|head|director)\b", re.I)


def _off_role(case: Case) -> list[tuple[Requirement, tuple[str, ...]]]:
    """Must-haves with an off-role alternative, and which; managing people belongs to a lead's or manager's job."""
    found = [(must, must.line.off_role) for must in case.musts if must.line.off_role]
    if found and case.role.title and _LEADS.search(case.role.title):
        found = [(must, tuple(slug for slug in slugs if slug != "people-mgmt")) for must, slugs in found]
    return [(must, slugs) for must, slugs in found if slugs]


@trigger(
    "M03-T3",
    "Skills of another job",
    BLOCKER,
    WARNING,
    reads=(MUSTS, "/role/title"),
    fires_when=f"a must-have, or an alternative of one, belongs to another job; {OFF_ROLE_BLOCK} of them block",
    example_fires="Tableau as a must-have.",
    example_quiet="Tableau as a nice-to-have.",
    quiet_when=("managing people under the title of a lead, head, director or manager",),
)
def skills_of_another_job(case: Case) -> Outcome:
    if not case.musts:
        return Missing(MUSTS)
    off = _off_role(case)
    if not off:
        return CLEAR
    names = listed([SKILLS[slug].name for slug in dict.fromkeys(slug for _, slugs in off for slug in slugs)])
    return Fired(
        BLOCKER if len(off) >= OFF_ROLE_BLOCK else WARNING,
        f"{counted(len(off), 'must-have')} {'belongs' if len(off) == 1 else 'belong'} to another job: {names}.",
        tuple(Evidence(must.path, must.label, "a skill of this role") for must, _ in off),
        f"Remove {names}: another job's work.",
        tuple(without_alternatives(must, slugs) for must, slugs in reversed(off)),
    )


@trigger(
    "M03-T4",
    "More years than the level has",
    WARNING,
    reads=(YEARS, LEVEL),
    fires_when="the minimum years of experience exceed the level's (junior 2, mid 5, senior 8, staff 12, principal 15)",
    example_fires="Nine years for a senior.",
    example_quiet="Eight years for a senior.",
)
def more_years_than_the_level(case: Case) -> Outcome:
    years, level = case.scope.years_min, case.role.level
    if years is None:
        return Missing(YEARS)
    most = [cap.years for cap in _caps(case)]
    if years <= max(most):
        return CLEAR if years <= min(most) else Missing(LEVEL)
    asked = f"{LEAST_YEARS[level]} to {max(most)}" if level else f"at most {max(most)}"
    return Fired(
        WARNING,
        f"{counted(years, 'year')} of experience are asked for, where {max(most)} are the most {_for_level(case)}.",
        (Evidence(YEARS, years, max(most)), *_level_cited(case)),
        f"Ask for {asked} years, or raise the level and the pay.",
        ({"op": "replace", "path": YEARS, "value": max(most)},),
    )


@trigger(
    "M03-T5",
    "More years than the tool exists",
    BLOCKER,
    reads=(MUSTS, NICES),
    fires_when="a line asks for more years of a tool than have passed since the year of its first release, and so for "
    "every alternative on the line",
    example_fires="Six years of vLLM, first released in 2023.",
    example_quiet="Three years of vLLM in 2026.",
)
def more_years_than_the_tool(case: Case) -> Outcome:
    lines = [
        (line, line.slot.years, most)
        for line in case.musts + case.nices
        if line.slot.years is not None and (most := most_years(line, case.today)) is not None
    ]
    if not lines:
        return CLEAR if case.musts else Missing(MUSTS)
    line, years, most = lines[0]
    asked = counted(years, "year")
    return Fired(
        BLOCKER,
        f"{asked} of {line.label} are asked for; the first release was in {case.today.year - most}.",
        tuple(Evidence(f"{line.path}/years", years, most) for line, years, most in lines),
        f"Nobody can have this: ask for evidence of use, not {asked}.",
        tuple({"op": "replace", "path": f"{line.path}/years", "value": None} for line, _, _ in lines),
    )


@trigger(
    "M03-T6",
    "Several clouds at once",
    WARNING,
    reads=(MUSTS,),
    fires_when="two or more must-haves are clouds and no single cloud satisfies them all",
    example_fires="AWS on one line, Google Cloud on another.",
    example_quiet="“AWS, Google Cloud or Azure” on one line.",
)
def several_clouds(case: Case) -> Outcome:
    if not case.musts:
        return Missing(MUSTS)
    clouds = clouds_without_overlap(case.musts)
    if not clouds:
        return CLEAR
    return Fired(
        WARNING,
        f"{listed([must.label for must in clouds])} are each required.",
        tuple(Evidence(must.path, must.label, "one cloud, others as alternatives") for must in clouds),
        "Require one cloud and treat the others as transferable.",
        merged([clouds]),
    )


@trigger(
    "M03-T7",
    "A PhD or publications",
    WARNING,
    reads=(DEGREE, PUBLICATIONS, "/scope/archetype", LEVEL),
    fires_when="a PhD or publications are required, other than for an ML-heavy staff or principal role",
    example_fires="A PhD for a balanced senior role.",
    example_quiet="A PhD for an ML-heavy staff role.",
)
def phd_required(case: Case) -> Outcome:
    scope, level = case.scope, case.role.level
    archetype = None if scope.archetype == "unsure" else scope.archetype
    asked = either(None if scope.degree is None else scope.degree == "phd", scope.publications)
    elsewhere = either(
        None if archetype is None else archetype != "ml_heavy", None if level is None else level not in SENIOR_IC
    )
    fires = both(asked, elsewhere)
    if fires is None:
        questions: list[tuple[str, object]] = []
        if asked is None:
            questions += [(DEGREE, scope.degree), (PUBLICATIONS, scope.publications)]
        if elsewhere is None:
            questions += [("/scope/archetype", archetype), (LEVEL, level)]
        return Missing(*(path for path, answer in questions if answer is None))
    if not fires:
        return CLEAR
    evidence: list[Evidence] = []
    patch: list[PatchOperation] = []
    if scope.degree == "phd":
        evidence.append(Evidence(DEGREE, "phd", "none"))
        patch.append({"op": "replace", "path": DEGREE, "value": "none"})
    if scope.publications:
        evidence.append(Evidence(PUBLICATIONS, True, False))
        patch.append({"op": "replace", "path": PUBLICATIONS, "value": False})
    what = (
        "A PhD and publications are" if len(patch) == 2 else "A PhD is" if scope.degree == "phd" else "Publications are"
    )
    return Fired(
        WARNING,
        f"{what} required, which only ML-heavy staff and principal roles call for.",
        tuple(evidence),
        f"Drop the {'PhD' if scope.degree == 'phd' else 'publications'} requirement.",
        tuple(patch),
    )


@trigger(
    "M03-T8",
    "Builds models, runs the platform, carries the pager",
    WARNING,
    reads=("/scope/duties", "/growth/oncall_required", "/ml_today/mlops_count"),
    fires_when=f"modelling fills {MODEL_SHARE_PCT}% of the week or more and infrastructure {INFRA_WEEK_PCT}% or more, "
    "on-call is required, and nobody else does MLOps today",
    example_fires="A first MLOps engineer with 35% modelling and 40% infrastructure, on call.",
    example_quiet="The same duties beside a second MLOps engineer.",
    effort=Effort.DAYS,
)
def three_jobs_in_a_week(case: Case) -> Outcome:
    duties, oncall, others = case.scope.duties, case.growth.oncall_required, case.ml_today.mlops_count
    alone = None if others is None else others == 0
    if oncall is False or alone is False:
        return CLEAR
    models, infra = (model_share(duties), infra_share(duties)) if duties else (None, None)
    fires = both(
        None if models is None else models >= MODEL_SHARE_PCT,
        None if infra is None else infra >= INFRA_WEEK_PCT,
        oncall,
        alone,
    )
    if fires is None:
        unknown = unanswered(duties, "percent", "kind", "infra_share") if models is None or infra is None else ()
        questions = (("/growth/oncall_required", oncall), ("/ml_today/mlops_count", others))
        return Missing(*unknown, *(path for path, answer in questions if answer is None))
    if not fires or models is None or infra is None:
        return CLEAR
    return Fired(
        WARNING,
        f"One person would build models ({number(models)}% of the week), run infrastructure ({number(infra)}%) and "
        "carry the pager alone.",
        (
            Evidence("/scope/duties", models, f"under {MODEL_SHARE_PCT}% modelling"),
            Evidence("/growth/oncall_required", True),
            Evidence("/ml_today/mlops_count", 0, 1),
        ),
        "Give model building to an ML engineer and keep this role on delivery.",
    )


@trigger(
    "M03-T9",
    "A unicorn for the pay",
    BLOCKER,
    WARNING,
    reads=(MUSTS, LEVEL, YEARS, DEGREE, *PAY),
    fires_when=f"the unicorn index reaches {number(UNICORN_WARN)} (warning) or {number(UNICORN_BLOCK)} (blocker): "
    "must-haves over the level's cap, raised by a quarter for each deep discipline too many, by a tenth for each year "
    "too many and for a PhD, lowered by better pay",
    example_fires="Mid level, 11 must-haves, three deep disciplines, five years, 35th percentile: 2.48.",
    example_quiet="Senior, nine must-haves, two deep disciplines, five years, at the median: 1.",
    quiet_when=(AT_THE_TOP,),
    effort=Effort.HOURS,
)
def unicorn_for_the_pay(case: Case) -> Outcome:
    if not case.musts:
        return Missing(MUSTS)
    low, high = unicorn_case.bounds(case)
    if not high.reaches(UNICORN_WARN):
        return CLEAR
    if _exempt(case):
        return OFF
    if not low.reaches(UNICORN_WARN):
        questions = ((LEVEL, case.role.level), (YEARS, case.scope.years_min), (DEGREE, case.scope.degree))
        return Missing(*(path for path, answer in questions if answer is None))
    parts = [f"{case.n_must_for_caps} must-haves"]
    if case.deep_disciplines:
        parts.append(counted(len(case.deep_disciplines), "deep discipline"))
    if case.scope.years_min is not None:
        parts.append(counted(case.scope.years_min, "year"))
    if case.scope.degree == "phd":
        parts.append("a PhD")
    at_least = "" if low == high else "at least "
    pay = "" if case.pay_pct is None else f" paid {at_percentile(case.pay_pct)}"
    return Fired(
        BLOCKER if low.reaches(UNICORN_BLOCK) else WARNING,
        f"{listed(parts)} {_for_level(case)}{pay}: a unicorn index of {at_least}{number(low.value)}, "
        f"where {number(UNICORN_WARN)} is too much.",
        (
            Evidence(MUSTS, round(low.value, 2), f"an index below {number(UNICORN_WARN)}"),
            *_level_cited(case),
            *((Evidence(YEARS, case.scope.years_min),) if case.scope.years_min is not None else ()),
            *((Evidence(DEGREE, "phd", "none"),) if case.scope.degree == "phd" else ()),
        ),
        unicorn_case.way_out(case, low),
        moved_to_nice(unicorn_case.until_no_unicorn(case, low)),
    )


@trigger(
    "M03-T10",
    "Several tools for one purpose",
    ADVICE,
    reads=(MUSTS,),
    fires_when="two must-haves name different tools of one interchangeable family, or two tracking tools, or two "
    "serving tools",
    example_fires="PyTorch on one line, TensorFlow on another.",
    example_quiet="“PyTorch or TensorFlow” on one line.",
)
def several_tools_for_one_purpose(case: Case) -> Outcome:
    if not case.musts:
        return Missing(MUSTS)
    groups = same_kind(case.musts)
    if not groups:
        return CLEAR
    named = "; ".join(listed([must.label for must in group]) for group in groups)
    return Fired(
        ADVICE,
        f"Tools that can stand in for each other are each required: {named}.",
        tuple(Evidence(must.path, must.label, "one line with alternatives") for must in dict.fromkeys(sum(groups, ()))),
        "Name one and accept equivalents.",
        merged(groups),
    )


@trigger(
    "M03-T11",
    "Nothing is merely nice to have",
    ADVICE,
    reads=(MUSTS, NICES),
    fires_when=f"{UNSPLIT_MUSTS} or more must-haves and no nice-to-have",
    example_fires="Six must-haves and nothing else.",
    example_quiet="Six must-haves and one nice-to-have.",
)
def nothing_merely_nice(case: Case) -> Outcome:
    if case.nices:
        return CLEAR
    if not case.musts:
        return Missing(MUSTS)
    if case.n_must < UNSPLIT_MUSTS:
        return CLEAR
    target = min(case.n_must - 1, case.level_cap.slots if case.level_cap else case.n_must)
    return Fired(
        ADVICE,
        f"All {case.n_must} requirements are must-haves; none is merely nice to have.",
        (Evidence(MUSTS, case.n_must), Evidence(NICES, 0, 1)),
        "Split the list into must-haves and nice-to-haves.",
        moved_to_nice(spared(case, case.n_must - target)),
    )


MISTAKE = Mistake(
    id="M03",
    slug="unicorn-skills",
    name="Impossible combination of skills",
    title_flagged="Nobody has all of this",
    title_clear="One person can have these skills",
    summary="The requirements add up to several people, or to a level above the one that is paid for.",
    why=(
        "Most engineers qualify in one of infrastructure, data engineering and modelling. Every further must-have "
        "excludes people who could do the job, and those who meet them all are hired at another level and price."
    ),
    goes_wrong=(
        "The search runs on for months, strong people rule themselves out, and the one who is hired in the end "
        "stretches the truth or leaves for the job the list described."
    ),
    steps=("scope", "role", "pay", "ml_today", "growth"),
    sources=(
        aipaycheck(
            "The person who does everything does not exist at mid-level pay: split must and nice, hire for "
            "infrastructure and deployment, and let ML engineers keep the models."
        ),
        acceler8("One person is asked to do three specialists' jobs, though people usually qualify in one of them."),
        acceler8("More than 40% of AI postings stay unfilled past 60 days for want of matching skills."),
        own_judgement("The caps by level, what pay changes about them, and the unicorn index."),
    ),
    triggers=(
        more_than_the_cap,
        several_specialists,
        skills_of_another_job,
        more_years_than_the_level,
        more_years_than_the_tool,
        several_clouds,
        phd_required,
        three_jobs_in_a_week,
        unicorn_for_the_pay,
        several_tools_for_one_purpose,
        nothing_merely_nice,
    ),
    dissent=("Consultancies sell breadth and may ask for more; the requisition does not say whether this is one.",),
    blind_spots=(
        "Licences and clearances that the law demands count like any other line.",
        "An internal tool's user interface, or inference on a phone, counts as another job's skill.",
        "The age of a tool is known for the tools the taxonomy dates, not for every alias: Flask is not FastAPI.",
        "Several requirements written on one line with “or” between them count as one.",
    ),
)
