"""M08: nobody looks at how the person works with others."""

from typing import Final

from hiring.checking import (
    ADVICE,
    BLOCKER,
    CLEAR,
    OFF,
    WARNING,
    Evidence,
    Fired,
    Missing,
    Mistake,
    Outcome,
    PatchOperation,
    trigger,
)
from hiring.checking.publications import acceler8, aipaycheck, own_judgement
from hiring.facts.case import Case
from hiring.facts.people_skills import PEOPLE_SKILLS, partner_interview, partner_stage, seats, skills_assessed
from hiring.facts.wording import counted, listed, number
from hiring.thresholds import LEAST_SOFT_SKILLS, SOFT_WEIGHT, SOFT_WEIGHT_SENIOR

STAGES = "/process/stages"
SOFT_WEIGHT_PCT = "/process/soft_weight_pct"
LEVEL = "/role/level"
JOB_AD = "/role/job_ad"
DS_COUNT, MLE_COUNT = "/ml_today/ds_count", "/ml_today/mle_count"
SENIOR_AND_ABOVE: Final = frozenset({"senior", "staff", "principal"})
INTERNAL_CUSTOMERS: Final = frozenset({"data_scientist", "ml_engineer"})
BUSINESS_PARTNERS: Final = frozenset({"product", "business"})


def _internal_customer(case: Case) -> str:
    return "ml_engineer" if case.ml_today.mle_count else "data_scientist"


@trigger(
    "M08-T1",
    "No stage looks at people skills",
    BLOCKER,
    reads=(STAGES,),
    fires_when="No stage assesses collaboration, communication, customer empathy or stakeholder management.",
    example_fires="A screen, a live debug and a design round, all about technique.",
    example_quiet="The live debug is also marked for how the person explains what they do.",
    quiet_when=(
        "Any stage carries the tag, whatever its type: a debug exercise marked for narration counts as communication, "
        "and so does a take-home whose README is marked.",
    ),
)
def no_people_skills(case: Case) -> Outcome:
    stages = case.process.stages
    if not stages:
        return Missing(STAGES)
    if skills_assessed(stages):
        return CLEAR
    interview = partner_interview(stages, tuple(PEOPLE_SKILLS), _internal_customer(case))
    return Fired(
        BLOCKER,
        f"No stage looks at any of these: {listed(list(PEOPLE_SKILLS.values()))}.",
        (Evidence(STAGES, [], list(PEOPLE_SKILLS)),),
        "Add a 45-minute structured partner interview that asks for all four.",
        ({"op": "add", "path": f"{STAGES}/-", "value": interview},),
    )


@trigger(
    "M08-T2",
    "Some people skills are not looked at",
    WARNING,
    reads=(STAGES,),
    fires_when=f"Only one or two of the four people skills are assessed; {LEAST_SOFT_SKILLS} are enough.",
    example_fires="Communication is assessed; collaboration, customer empathy and stakeholders are not.",
    example_quiet="The partner interview asks for collaboration, communication and customer empathy.",
)
def some_people_skills(case: Case) -> Outcome:
    stages = case.process.stages
    if not stages:
        return Missing(STAGES)
    assessed = skills_assessed(stages)
    if not assessed or len(assessed) >= LEAST_SOFT_SKILLS:
        return CLEAR
    lacking = [skill for skill in PEOPLE_SKILLS if skill not in assessed]
    return Fired(
        WARNING,
        f"{len(assessed)} of the {len(PEOPLE_SKILLS)} people skills "
        f"{'is' if len(assessed) == 1 else 'are'} looked at: {listed([PEOPLE_SKILLS[skill] for skill in assessed])}.",
        (Evidence(STAGES, list(assessed), f"at least {LEAST_SOFT_SKILLS} of {len(PEOPLE_SKILLS)}"),),
        f"Add questions on {listed([PEOPLE_SKILLS[skill] for skill in lacking])}.",
        _ask_for(case, lacking),
    )


def _ask_for(case: Case, skills: list[str]) -> tuple[PatchOperation, ...]:
    stages = case.process.stages
    for index, stage in enumerate(stages):
        if stage.type == "partner_interview":
            return tuple({"op": "add", "path": f"{STAGES}/{index}/tags/-", "value": skill} for skill in skills)
    interview = partner_interview(stages, skills, _internal_customer(case))
    return ({"op": "add", "path": f"{STAGES}/-", "value": interview},)


@trigger(
    "M08-T3",
    "No internal customer on the panel",
    WARNING,
    reads=(STAGES, DS_COUNT, MLE_COUNT),
    fires_when="No panel has a data scientist or an ML engineer.",
    example_fires="The hiring manager, a platform engineer and the recruiter meet the person.",
    example_quiet="An ML engineer runs the code review.",
    quiet_when=(
        "The company has no data scientist and no ML engineer yet.",
        "No stage has a panel so far: not checked.",
    ),
)
def no_internal_customer(case: Case) -> Outcome:
    ml, stages = case.ml_today, case.process.stages
    if ml.ds_count == 0 and ml.mle_count == 0:
        return OFF
    on_panel = seats(stages)
    if not on_panel:
        return Missing(STAGES)
    if not INTERNAL_CUSTOMERS.isdisjoint(on_panel):
        return CLEAR
    return Fired(
        WARNING,
        "No data scientist or ML engineer meets the person who is to serve them.",
        (Evidence(STAGES, list(on_panel), "a data scientist or an ML engineer on one panel"),),
        "Put an internal customer on the panel: a data scientist or an ML engineer.",
        _seat(case, _internal_customer(case)),
    )


@trigger(
    "M08-T4",
    "No product or business partner on the panel",
    WARNING,
    ADVICE,
    reads=(STAGES, LEVEL),
    fires_when="No panel has somebody from product or the business: a warning from senior on, else advice.",
    example_fires="Every interviewer of a senior engineer is an engineer.",
    example_quiet="A product manager hears the person explain a release delay.",
    quiet_when=("Junior roles.", "No stage has a panel so far: not checked."),
)
def no_business_partner(case: Case) -> Outcome:
    level = case.role.level
    if level == "junior":
        return OFF
    on_panel = seats(case.process.stages)
    if not on_panel:
        return Missing(STAGES)
    if not BUSINESS_PARTNERS.isdisjoint(on_panel):
        return CLEAR
    return Fired(
        WARNING if level in SENIOR_AND_ABOVE else ADVICE,
        "Nobody from product or the business hears the person explain their work.",
        (Evidence(STAGES, list(on_panel), "product or business on one panel"),),
        "Add a product partner to one stage, for a task of explaining a constraint in plain words.",
        _seat(case, "product"),
    )


def _seat(case: Case, role: str) -> tuple[PatchOperation, ...]:
    index = partner_stage(case.process.stages)
    return () if index is None else ({"op": "add", "path": f"{STAGES}/{index}/panel/-", "value": role},)


@trigger(
    "M08-T5",
    "People skills weigh too little",
    WARNING,
    reads=(SOFT_WEIGHT_PCT, LEVEL),
    fires_when=(
        f"Collaboration and communication weigh less than {SOFT_WEIGHT} % of the scorecard; from senior on, "
        f"less than {SOFT_WEIGHT_SENIOR} %."
    ),
    example_fires="The scorecard of a senior role gives 25 % to collaboration and communication.",
    example_quiet="The scorecard of a mid-level role gives them 20 %.",
)
def light_weight(case: Case) -> Outcome:
    weight = case.process.soft_weight_pct
    if weight is None:
        return Missing(SOFT_WEIGHT_PCT)
    least = SOFT_WEIGHT_SENIOR if case.role.level in SENIOR_AND_ABOVE else SOFT_WEIGHT
    if weight >= least:
        return CLEAR
    return Fired(
        WARNING,
        f"Collaboration and communication weigh {number(weight)} % of the scorecard; this level asks for {least} %.",
        (Evidence(SOFT_WEIGHT_PCT, weight, least),),
        f"Raise their weight to {least} %.",
        ({"op": "replace", "path": SOFT_WEIGHT_PCT, "value": least},),
    )


@trigger(
    "M08-T6",
    "A talk about culture fit without fixed questions",
    WARNING,
    reads=(STAGES,),
    fires_when="A stage of type “culture fit” has no anchored questions.",
    example_fires="A 30-minute chat decides whether the person fits.",
    example_quiet="The culture stage asks everybody the same three questions on behaviour, with anchors from 1 to 4.",
)
def unanchored_fit(case: Case) -> Outcome:
    stages = case.process.stages
    if not stages:
        return Missing(STAGES)
    loose = [
        index for index, stage in enumerate(stages) if stage.type == "culture_fit" and "anchored" not in stage.tags
    ]
    if not loose:
        return CLEAR
    patch: list[PatchOperation] = []
    for index in loose:
        patch.append({"op": "replace", "path": f"{STAGES}/{index}/type", "value": "partner_interview"})
        patch.append({"op": "add", "path": f"{STAGES}/{index}/tags/-", "value": "anchored"})
    return Fired(
        WARNING,
        f"{counted(len(loose), 'stage')} about culture fit without anchored questions: this invites bias.",
        tuple(Evidence(f"{STAGES}/{index}/tags", list(stages[index].tags), "anchored") for index in loose),
        "Replace it by anchored questions about values and behaviour, the same for everybody.",
        tuple(patch),
    )


@trigger(
    "M08-T7",
    "The ad asks for a hero",
    ADVICE,
    reads=(JOB_AD,),
    fires_when="The ad says rockstar, ninja, guru, wizard, lone wolf or no hand-holding.",
    example_fires="“We want a Kubernetes ninja who needs no hand-holding.”",
    example_quiet="“You pair with two ML engineers.”",
    quiet_when=("There is no ad yet, or it is not in English: not checked.",),
)
def hero_wanted(case: Case) -> Outcome:
    ad = case.ad
    if ad is None or not ad.english:
        return Missing(JOB_AD)
    if not ad.lone_wolf:
        return CLEAR
    phrases = list(dict.fromkeys(hit.text for hit in ad.lone_wolf))
    return Fired(
        ADVICE,
        f"The ad asks for a hero: {listed([f'“{phrase}”' for phrase in phrases])}.",
        (Evidence(JOB_AD, phrases, "none of these words"),),
        f"Delete {'the phrase' if len(phrases) == 1 else 'the phrases'} and describe whom the person works with.",
    )


@trigger(
    "M08-T8",
    "The ad names nobody to work with",
    ADVICE,
    reads=(JOB_AD,),
    fires_when="No sentence of the ad names a role or team that the person works with.",
    example_fires="The ad lists duties and tools, and no people.",
    example_quiet="“You serve six data scientists and two product managers.”",
    quiet_when=("There is no ad yet, or it is not in English: not checked.",),
)
def no_partners_named(case: Case) -> Outcome:
    ad = case.ad
    if ad is None or not ad.english:
        return Missing(JOB_AD)
    if ad.names_partners:
        return CLEAR
    return Fired(
        ADVICE,
        "No sentence of the ad names the people this role works with.",
        (Evidence(JOB_AD, 0, "at least one sentence that names partner roles or teams"),),
        "Name the teams served and how their requests arrive.",
    )


MISTAKE = Mistake(
    id="M08",
    slug="soft-skills-gap",
    name="People skills overlooked",
    title_flagged="Nobody checks how the person works with others",
    title_clear="Collaboration and communication are assessed",
    summary="The interviews test technique, and leave out the work with data scientists, engineers and product.",
    why=(
        "The role serves data scientists and ML engineers, asks platform teams for help and explains delays and costs "
        "to product. Somebody who imposes good practice instead of solving their problems ends up with a platform that "
        "nobody uses."
    ),
    goes_wrong=(
        "A strong engineer builds what nobody asked for, the teams work around it, and the savings are never explained "
        "to those who pay."
    ),
    steps=("process", "role", "ml_today"),
    sources=(
        aipaycheck(
            "The work spans ML, engineering, product and the business; ML engineers and data scientists are customers "
            "whose problems need solving, not people to impose practices on."
        ),
        acceler8(
            "The person must explain constraints to product managers who do not code, "
            "and say why a strategy saves money."
        ),
        own_judgement(
            f"The figures: {LEAST_SOFT_SKILLS} of four people skills, {SOFT_WEIGHT} % of the scorecard and "
            f"{SOFT_WEIGHT_SENIOR} % from senior on."
        ),
    ),
    triggers=(
        no_people_skills,
        some_people_skills,
        no_internal_customer,
        no_business_partner,
        light_weight,
        unanchored_fit,
        hero_wanted,
        no_partners_named,
    ),
    dissent=(
        "Interviews without fixed questions say little about anybody; people skills need anchors as much as code.",
    ),
    blind_spots=(
        "Whether the interviewers ask what the plan says.",
        "Ads that describe the colleagues in words of their own, such as “the recommendations crew”.",
        "Ads in other languages than English.",
    ),
)
