"""M07: reporting, authority and incentives pull the role apart."""

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
    trigger,
)
from hiring.checking.publications import acceler8, aipaycheck, own_judgement
from hiring.facts.case import Case
from hiring.facts.logic import both, either
from hiring.facts.organisation import (
    AUTHORITY_NAMES,
    HANDOFF_NAMES,
    LINE_NAMES,
    ML_PLATFORM_TEAM,
    WEAK_LINES,
    owned_handoffs,
    serves_other_teams_too,
)
from hiring.facts.people import missing_ml_people
from hiring.facts.wording import counted, listed, number
from hiring.thresholds import (
    GOOD_AUTHORITY,
    LEAST_AUTHORITY,
    LEAST_HANDOFFS,
    ML_PEOPLE_PER_MLOPS,
    ML_PLATFORM_TEAM_ENGINEERS,
    ML_PLATFORM_TEAM_PEOPLE,
    PLATFORM_TEAM_SOON_MONTHS,
    SMALL_STARTUP_PEOPLE,
    TEAMS_FOR_ONE,
)

REPORTS_TO = "/organisation/reports_to"
MANAGERS = "/organisation/managers"
PRIORITY_OWNER = "/organisation/priority_owner"
PLANNED_MONTHS = "/organisation/ml_platform_team_planned_months"
AUTHORITY = "/organisation/authority"
FORUM = "/organisation/decision_forum"
METRICS = "/organisation/role_metrics"
IN_OKRS = "/organisation/in_okrs"
SHARED = "/organisation/shared_with_ds"
HANDOFFS = "/organisation/handoffs"
TEAMS_SERVED = "/organisation/teams_served"
DS_COUNT, MLE_COUNT, MLOPS_COUNT = "/ml_today/ds_count", "/ml_today/mle_count", "/ml_today/mlops_count"


@trigger(
    "M07-T1",
    "Nobody is named as the manager",
    BLOCKER,
    reads=(REPORTS_TO,),
    fires_when="The reporting line is answered with “undecided”.",
    example_fires="Asked whom the role reports to, the form says “undecided”.",
    example_quiet="It reports to the head of machine learning.",
    effort=Effort.HOURS,
)
def nobody_manages(case: Case) -> Outcome:
    reports_to = case.organisation.reports_to
    if reports_to is None:
        return Missing(REPORTS_TO)
    if reports_to != "undecided":
        return CLEAR
    return Fired(
        BLOCKER,
        "It is not decided whom this role reports to.",
        (Evidence(REPORTS_TO, "undecided", "one named manager"),),
        "Name one manager before posting.",
    )


@trigger(
    "M07-T2",
    "Several managers and nobody with the last word",
    WARNING,
    reads=(MANAGERS, PRIORITY_OWNER),
    fires_when="Two or more managers, and none of them owns the priorities.",
    example_fires="The role reports to ML and to platform, and the two settle conflicts case by case.",
    example_quiet="Two managers, and the head of ML has the last word on priorities.",
    effort=Effort.HOURS,
)
def managers_without_last_word(case: Case) -> Outcome:
    managers, owner = case.organisation.managers, case.organisation.priority_owner
    matrix = None if managers is None else managers >= 2
    fires = both(matrix, None if owner is None else not owner)
    if fires is None:
        return Missing(*(path for path, value in ((MANAGERS, managers), (PRIORITY_OWNER, owner)) if value is None))
    if not fires or managers is None:
        return CLEAR
    return Fired(
        WARNING,
        f"The role has {managers} managers and none of them has the last word on priorities.",
        (Evidence(MANAGERS, managers, 1), Evidence(PRIORITY_OWNER, False, True)),
        "Give one person the final say on priorities.",
    )


@trigger(
    "M07-T3",
    "So many ML engineers, no ML platform team",
    WARNING,
    reads=(MLE_COUNT, DS_COUNT, REPORTS_TO, PLANNED_MONTHS, "/role/headcount"),
    fires_when=(
        f"{ML_PLATFORM_TEAM_ENGINEERS} or more ML engineers, or {ML_PLATFORM_TEAM_PEOPLE} or more data scientists and "
        "ML engineers together, and the role does not report to a dedicated ML platform team."
    ),
    example_fires="12 ML engineers, and the role reports to the head of ML.",
    example_quiet="12 ML engineers, and the role joins the ML platform team.",
    quiet_when=(
        f"An ML platform team is planned within {PLATFORM_TEAM_SOON_MONTHS} months.",
        f"The company has at most {SMALL_STARTUP_PEOPLE} people and the role reports to a founder or the CTO.",
        "The role sits in a platform team that serves other teams too, and there are fewer than "
        f"{ML_PLATFORM_TEAM_ENGINEERS} ML engineers.",
    ),
    effort=Effort.DAYS,
)
def no_platform_team(case: Case) -> Outcome:
    organisation, ml = case.organisation, case.ml_today
    if organisation.reports_to == ML_PLATFORM_TEAM:
        return CLEAR
    many = either(
        None if ml.mle_count is None else ml.mle_count >= ML_PLATFORM_TEAM_ENGINEERS,
        None if case.ml_people is None else case.ml_people >= ML_PLATFORM_TEAM_PEOPLE,
    )
    if many is False:
        return CLEAR
    planned = organisation.ml_platform_team_planned_months
    if (planned is not None and planned <= PLATFORM_TEAM_SOON_MONTHS) or _small_founder_line(case):
        return OFF
    if serves_other_teams_too(organisation, ml):
        return OFF
    if many is None or organisation.reports_to is None:
        no_line = (REPORTS_TO,) if organisation.reports_to is None else ()
        return Missing(*(missing_ml_people(ml) if many is None else ()), *no_line)
    scientists = "" if ml.ds_count is None else f" and {counted(ml.ds_count, 'data scientist')}"
    return Fired(
        WARNING,
        f"{counted(ml.mle_count or 0, 'ML engineer')}{scientists} without a dedicated ML platform team; the role "
        f"reports to {LINE_NAMES[organisation.reports_to]}.",
        (
            Evidence(MLE_COUNT, ml.mle_count, f"fewer than {ML_PLATFORM_TEAM_ENGINEERS} without a platform team"),
            Evidence(DS_COUNT, ml.ds_count, f"fewer than {ML_PLATFORM_TEAM_PEOPLE} with the ML engineers"),
            Evidence(REPORTS_TO, organisation.reports_to, ML_PLATFORM_TEAM),
        ),
        "Form a dedicated ML platform team, or plan one with a date within "
        f"{PLATFORM_TEAM_SOON_MONTHS} months, and let this role report to it.",
    )


def _small_founder_line(case: Case) -> bool:
    headcount = case.role.headcount
    return headcount is not None and headcount <= SMALL_STARTUP_PEOPLE and case.organisation.reports_to == "founder_cto"


@trigger(
    "M07-T4",
    "Answers for what it cannot decide",
    BLOCKER,
    WARNING,
    reads=(AUTHORITY,),
    fires_when=f"Fewer than {LEAST_AUTHORITY} of the six decisions belong to the role; none at all is a blocker.",
    example_fires="The role may choose tools and vendors, and nothing else.",
    example_quiet="It owns ML tooling, deployment standards and the release gate.",
    effort=Effort.HOURS,
)
def little_authority(case: Case) -> Outcome:
    authority = case.organisation.authority
    if authority is None:
        return Missing(AUTHORITY)
    granted = tuple(dict.fromkeys(authority))
    if len(granted) >= LEAST_AUTHORITY:
        return CLEAR
    lacking = [name for key, name in AUTHORITY_NAMES.items() if key not in granted]
    how_many = str(len(granted)) if granted else "None"
    return Fired(
        WARNING if granted else BLOCKER,
        f"{how_many} of the {len(AUTHORITY_NAMES)} decisions its work depends on "
        f"{'belongs' if len(granted) == 1 else 'belong'} to the role; not its own: {listed(lacking)}.",
        (Evidence(AUTHORITY, list(granted), f"at least {LEAST_AUTHORITY} of {len(AUTHORITY_NAMES)}"),),
        f"Grant {listed(lacking[: GOOD_AUTHORITY - len(granted)])} in writing, "
        f"so that the role decides {GOOD_AUTHORITY} of {len(AUTHORITY_NAMES)}.",
    )


@trigger(
    "M07-T5",
    "A committee decides",
    WARNING,
    reads=(FORUM,),
    fires_when="Decisions on ML infrastructure are taken by a committee.",
    example_fires="Every tool and release rule goes to a monthly architecture board.",
    example_quiet="The role decides after hearing the architecture board.",
    effort=Effort.HOURS,
)
def committee_decides(case: Case) -> Outcome:
    forum = case.organisation.decision_forum
    if forum is None:
        return Missing(FORUM)
    if forum != "committee":
        return CLEAR
    return Fired(
        WARNING,
        "A committee takes the decisions that this role is meant to own.",
        (Evidence(FORUM, "committee", "role or consult"),),
        "Make the role the owner of these decisions; the committee is consulted, no more.",
    )


@trigger(
    "M07-T6",
    "No measure of success, or none that counts",
    WARNING,
    reads=(METRICS, IN_OKRS),
    fires_when="The role has no metric, or its metrics are in nobody's goals.",
    example_fires="The role is to “improve reliability”, and no figure says how much.",
    example_quiet="Deployment velocity and uptime are in the team's goals.",
    effort=Effort.HOURS,
)
def nothing_measured(case: Case) -> Outcome:
    metrics, in_okrs = case.organisation.role_metrics, case.organisation.in_okrs
    none_named = None if metrics is None else not metrics
    outside_goals = None if in_okrs is None else not in_okrs
    fires = either(none_named, outside_goals)
    if fires is None:
        return Missing(*(path for path, value in ((METRICS, metrics), (IN_OKRS, in_okrs)) if value is None))
    if not fires:
        return CLEAR
    evidence = []
    if none_named:
        evidence.append(Evidence(METRICS, [], ["velocity", "uptime", "reliability"]))
    if outside_goals:
        evidence.append(Evidence(IN_OKRS, False, True))
    if none_named:
        message = "Nothing says how this role's success is measured."
    else:
        message = "What this role is measured by is in nobody's goals."
    return Fired(
        WARNING,
        message,
        tuple(evidence),
        "Put deployment velocity, model uptime and reliability into the team's goals, with a figure for each.",
    )


@trigger(
    "M07-T7",
    "Hand-offs without an owner",
    WARNING,
    reads=(HANDOFFS,),
    fires_when=f"Fewer than {LEAST_HANDOFFS} of the eight hand-offs between the teams have a named owner.",
    example_fires="Who packages models and who may stop a release is settled; six other hand-offs are not.",
    example_quiet="Six of the eight hand-offs have an owner.",
    effort=Effort.HOURS,
)
def handoffs_unowned(case: Case) -> Outcome:
    handoffs = case.organisation.handoffs
    if not handoffs:
        return Missing(HANDOFFS)
    owned = owned_handoffs(handoffs)
    if len(owned) >= LEAST_HANDOFFS:
        return CLEAR
    lacking = [words for name, words in HANDOFF_NAMES.items() if name not in owned]
    return Fired(
        WARNING,
        f"{len(owned)} of {len(HANDOFF_NAMES)} hand-offs have an owner.",
        (Evidence(HANDOFFS, list(owned), f"an owner for at least {LEAST_HANDOFFS} of {len(HANDOFF_NAMES)}"),),
        f"Name an owner for {'; '.join(lacking)}.",
    )


@trigger(
    "M07-T8",
    "Too many to serve",
    WARNING,
    reads=(TEAMS_SERVED, MLOPS_COUNT, DS_COUNT, MLE_COUNT),
    fires_when=(
        f"More than {TEAMS_FOR_ONE} teams for a single MLOps engineer, or more than {ML_PEOPLE_PER_MLOPS} data "
        "scientists and ML engineers for each MLOps engineer, this hire counted."
    ),
    example_fires="The first MLOps engineer is to serve five teams.",
    example_quiet="Two MLOps engineers and this hire serve five teams with 20 data scientists and ML engineers.",
    effort=Effort.DAYS,
)
def too_many_to_serve(case: Case) -> Outcome:
    ml, teams = case.ml_today, case.organisation.teams_served
    people = case.ml_people
    team = None if ml.mlops_count is None else ml.mlops_count + 1
    many_teams = None if teams is None else teams > TEAMS_FOR_ONE
    alone = None if team is None else team <= 1
    crowded = None if team is None or people is None else people > ML_PEOPLE_PER_MLOPS * team
    fires = either(both(many_teams, alone), crowded)
    if fires is None:
        given = ((MLOPS_COUNT, team), (TEAMS_SERVED, teams))
        return Missing(*(path for path, value in given if value is None), *missing_ml_people(ml))
    if not fires or team is None:
        return CLEAR
    evidence, parts = [Evidence(MLOPS_COUNT, ml.mlops_count, "more colleagues, or fewer to serve")], []
    if many_teams and alone:
        evidence.append(Evidence(TEAMS_SERVED, teams, f"at most {TEAMS_FOR_ONE} for one person"))
        parts.append(f"{number(teams or 0)} teams")
    if crowded:
        most = ML_PEOPLE_PER_MLOPS * team
        evidence.append(Evidence(DS_COUNT, ml.ds_count, f"at most {most} together with the ML engineers"))
        evidence.append(Evidence(MLE_COUNT, ml.mle_count, f"at most {most} together with the data scientists"))
        parts.append(f"{people} data scientists and ML engineers")
    return Fired(
        WARNING,
        f"{counted(team, 'MLOps engineer')}, this hire counted, for {listed(parts)}.",
        tuple(evidence),
        f"Limit the role to {TEAMS_FOR_ONE} teams and {ML_PEOPLE_PER_MLOPS} people for each MLOps engineer, "
        "or add headcount.",
    )


@trigger(
    "M07-T9",
    "A line that cannot back the role",
    WARNING,
    reads=(REPORTS_TO,),
    fires_when="The role reports to an individual data scientist, a product manager or the IT help desk.",
    example_fires="The role reports to the senior data scientist whose models it runs.",
    example_quiet="The role reports to the CTO of a start-up of 20 people.",
    effort=Effort.DAYS,
)
def weak_line(case: Case) -> Outcome:
    reports_to = case.organisation.reports_to
    if reports_to is None:
        return Missing(REPORTS_TO)
    if reports_to not in WEAK_LINES:
        return CLEAR
    return Fired(
        WARNING,
        f"The role reports to {LINE_NAMES[reports_to]}, who can rarely back it with people, budget or a release stop.",
        (Evidence(REPORTS_TO, reports_to, "ml_lead, platform_lead, ml_platform_team or founder_cto"),),
        "Move the line to ML, to platform, or to a founder or the CTO.",
    )


@trigger(
    "M07-T10",
    "Success measured against a partner",
    ADVICE,
    reads=(METRICS, SHARED),
    fires_when="The role is judged on shipped features, or shares no metric with the data scientists.",
    example_fires="MLOps is measured by uptime, data science by models shipped, and nothing is shared.",
    example_quiet="Both teams answer for the time from an approved model to a live one.",
    effort=Effort.HOURS,
)
def conflicting_metrics(case: Case) -> Outcome:
    metrics, shared = case.organisation.role_metrics, case.organisation.shared_with_ds
    features = None if metrics is None else "features_only" in metrics
    fires = either(features, None if shared is None else not shared)
    if fires is None:
        return Missing(*(path for path, value in ((METRICS, metrics), (SHARED, shared)) if value is None))
    if not fires:
        return CLEAR
    evidence, parts = [], []
    if features:
        evidence.append(Evidence(METRICS, list(metrics or ()), "velocity, uptime, reliability, cost or adoption"))
        parts.append("the role is judged on shipped features alone")
    if shared is False:
        evidence.append(Evidence(SHARED, False, True))
        parts.append("no metric is shared with the data scientists")
    message = listed(parts)
    return Fired(
        ADVICE,
        f"{message[0].upper()}{message[1:]}.",
        tuple(evidence),
        "Share one metric between data science and MLOps, such as the days from an approved model to a live one.",
    )


MISTAKE = Mistake(
    id="M07",
    slug="org-misalignment",
    name="Organisation misaligned",
    title_flagged="The organisation pulls this role apart",
    title_clear="The role has a home, a mandate and a measure",
    summary=(
        "Where the role reports, what it may decide, and what it is measured by do not fit the work it is hired for."
    ),
    why=(
        "MLOps work crosses data science, software and infrastructure. Without one manager, a written mandate and a "
        "shared measure, every team pulls it towards its own priorities, and the person answers for releases they "
        "cannot stop."
    ),
    goes_wrong=(
        "Standards stay proposals, hand-offs turn into arguments, the role becomes a help desk for whoever shouts "
        "loudest, and the person leaves."
    ),
    steps=("organisation", "ml_today", "role"),
    sources=(
        aipaycheck(
            "Unclear lines and competing priorities pull people apart; the role may sit with ML leadership, with "
            "infrastructure or in a dedicated ML platform team, the last being best from about ten ML engineers on."
        ),
        aipaycheck(
            "Give the role authority over infrastructure, standards and tooling, avoid committees, and align "
            "deployment velocity, model uptime and reliability with goals and pay."
        ),
        acceler8("Define the hand-offs between data science, ML engineering and operations."),
        own_judgement(
            f"The figures: {LEAST_AUTHORITY} of six decisions, {LEAST_HANDOFFS} of eight hand-offs, "
            f"{TEAMS_FOR_ONE} teams for one person, {ML_PEOPLE_PER_MLOPS} ML people for each MLOps engineer."
        ),
    ),
    triggers=(
        nobody_manages,
        managers_without_last_word,
        no_platform_team,
        little_authority,
        committee_decides,
        nothing_measured,
        handoffs_unowned,
        too_many_to_serve,
        weak_line,
        conflicting_metrics,
    ),
    dissent=(
        "Small companies do well with a founder or the CTO as an interim manager; the line only needs a date to move.",
    ),
    blind_spots=(
        "Dotted lines: two managers of whom one is clearly first look the same as two equals until the owner of the "
        "priorities is named.",
        "Whether the written mandate is lived.",
        "Whether a platform team really serves other teams too; reporting to its lead is taken to mean it does.",
    ),
)
