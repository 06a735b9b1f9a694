"""M01: MLOps hired as re-badged DevOps or data engineering."""

import re

from hiring.checking import (
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
from hiring.checking.publications import acceler8, aipaycheck, own_judgement
from hiring.facts import lifecycle
from hiring.facts.areas import AREAS
from hiring.facts.case import Case
from hiring.facts.loop import has_ml_scenario
from hiring.facts.ml_as_bonus import ml_as_bonus
from hiring.facts.requirement_patches import MUSTS, NICES, added
from hiring.facts.template_patch import template_patch
from hiring.facts.wording import counted, listed, number
from hiring.thresholds import (
    AREAS_EXEMPT,
    DATA_SHARE_PCT,
    FEW_LIFECYCLE_SLOTS,
    INFRA_SHARE_HEAVY_PCT,
    INFRA_SHARE_MUSTS,
    INFRA_SHARE_PCT,
    MODELLING_SHARE_PCT,
    NO_LIFECYCLE_MUSTS,
)

DUTIES = "/scope/duties"
ARCHETYPE = "/scope/archetype"
PLATFORM = "/ml_today/managed_platform"
TEAM = ("/ml_today/ds_count", "/ml_today/mle_count")
BESIDE_ML_TEAM = (
    "an infrastructure-heavy role beside data scientists or ML engineers, as long as two of the five areas are covered"
)


def _archetype_cited(case: Case) -> tuple[Evidence, ...]:
    return (Evidence(ARCHETYPE, case.scope.archetype),) if case.scope.archetype else ()


def _lifecycle_is_absent(case: Case) -> bool:
    return case.n_must >= NO_LIFECYCLE_MUSTS and not case.counts.mlops_slots and not case.areas


@trigger(
    "M01-T1",
    "Nothing of the model lifecycle",
    BLOCKER,
    reads=(MUSTS, NICES, DUTIES, PLATFORM),
    fires_when=f"{NO_LIFECYCLE_MUSTS} or more must-haves, no requirement specific to MLOps, and none of the five "
    "areas in the must-haves, the duties or a managed platform",
    example_fires="Kubernetes, Terraform, CI/CD, AWS and Prometheus, and duties that speak of clusters only.",
    example_quiet="The same list, and the duty to roll back a bad model within ten minutes.",
    quiet_when=("outcomes in plain words count as well as names of tools", "a managed ML platform is named"),
    effort=Effort.HOURS,
)
def nothing_of_the_lifecycle(case: Case) -> Outcome:
    if case.counts.mlops_slots or case.areas:
        return CLEAR
    if not case.musts:
        return Missing(MUSTS)
    if not _lifecycle_is_absent(case):
        return CLEAR
    return Fired(
        BLOCKER,
        f"None of the {counted(case.n_must, 'must-have')} is about running models, and no duty is either: "
        "this describes a DevOps job.",
        (Evidence(MUSTS, [must.label for must in case.musts], "two or more about the model lifecycle"),),
        "Add at least two model-lifecycle requirements, such as serving and model monitoring, or re-title the job "
        "as DevOps.",
        added(lifecycle.AREA_SKILLS[area] for area in ("serving", "monitoring")),
    )


@trigger(
    "M01-T2",
    "Too few of the five areas",
    WARNING,
    reads=(MUSTS, NICES, DUTIES, PLATFORM, ARCHETYPE, "/role/level", "/ml_today/serving_modes", *TEAM),
    fires_when="fewer areas are covered than the archetype needs (infrastructure-heavy 2, balanced 3, ML-heavy 4; "
    "juniors one fewer), or neither serving nor monitoring is; silent where M01-T1 fires",
    example_fires="A balanced role whose must-haves and duties touch experiment tracking and serving only.",
    example_quiet="A balanced role with MLflow, KServe and the duty to alert when accuracy drops.",
    quiet_when=(
        "a role for LLM serving alone that covers serving and monitoring",
        BESIDE_ML_TEAM,
        "a feature store is never asked for on its own",
    ),
    effort=Effort.HOURS,
)
def too_few_areas(case: Case) -> Outcome:
    covered, need = case.areas, lifecycle.areas_needed(case.scope.archetype, case.role.level)
    operated = "serving" in covered or "monitoring" in covered
    if len(covered) >= need and operated:
        return CLEAR
    if not case.musts:
        return Missing(MUSTS)
    if _lifecycle_is_absent(case):
        return CLEAR
    if lifecycle.llm_only(case) or lifecycle.beside_ml_team(case):
        return OFF
    proposed = lifecycle.areas_to_add(covered, need)
    names = [AREAS[area] for area in AREAS if area in covered]
    if len(covered) < need:
        message = f"{len(covered)} of the five areas {'is' if len(covered) == 1 else 'are'} covered" + (
            f" ({listed(names)})" if names else ""
        )
        message += f"; this role needs {need}."
    else:
        known, verb = listed(names), "is" if len(names) == 1 else "are"
        message = f"{known[0].upper()}{known[1:]} {verb} covered, but neither serving nor monitoring of models."
    evidence = Evidence(
        MUSTS, [area for area in AREAS if area in covered], f"{need} areas, serving or monitoring among them"
    )
    return Fired(
        WARNING,
        message,
        (
            evidence,
            Evidence(DUTIES, len(case.scope.duties), "duties that name the missing areas"),
            *_archetype_cited(case),
        ),
        f"Cover {listed([AREAS[area] for area in proposed])}, as a duty or as a requirement.",
        added(lifecycle.AREA_SKILLS[area] for area in proposed),
    )


@trigger(
    "M01-T3",
    "Infrastructure crowds out the rest",
    WARNING,
    reads=(MUSTS, NICES, ARCHETYPE, DUTIES, PLATFORM, *TEAM),
    fires_when=f"with {INFRA_SHARE_MUSTS} or more must-haves, infrastructure makes up more than {INFRA_SHARE_PCT}% "
    f"of the infrastructure, lifecycle, ML and data lines (more than {INFRA_SHARE_HEAVY_PCT}% for infrastructure-heavy "
    "roles, or while the archetype is open)",
    example_fires="Eight infrastructure lines beside one for MLflow and one for SQL in a balanced role: 80%.",
    example_quiet="Six infrastructure lines beside MLflow and PyTorch: exactly 75%.",
    quiet_when=(BESIDE_ML_TEAM,),
    effort=Effort.HOURS,
)
def infrastructure_crowds_out(case: Case) -> Outcome:
    if not case.musts:
        return Missing(MUSTS)
    counts = case.counts
    limit = INFRA_SHARE_PCT if case.scope.archetype in ("balanced", "ml_heavy") else INFRA_SHARE_HEAVY_PCT
    if case.n_must < INFRA_SHARE_MUSTS or counts.infra_slots * 100 <= limit * counts.technical:
        return CLEAR
    if lifecycle.beside_ml_team(case):
        return OFF
    needed, tools, patch = lifecycle.swaps(case, limit)
    named = f" ({listed([tool.label for tool in tools])})" if tools else ""
    return Fired(
        WARNING,
        f"{counts.infra_slots} of {counts.technical} technical requirements are infrastructure: "
        f"{number(round(counts.infra_slots * 100 / counts.technical))}%, where {limit}% is the most.",
        (Evidence(MUSTS, counts.infra_slots, counts.technical * limit // 100), *_archetype_cited(case)),
        f"Swap {counted(needed, 'infrastructure line')}{named} for lifecycle outcomes such as registry, drift alerts "
        "or rollback.",
        patch,
    )


# The words stand in the rule; the two-word forms are how titles write them.
_OPS_TITLE = re.compile(r"\b(?:dev[ -]?ops|sre|site reliability|cloud|platforms?|data engineer(?:ing|s)?)\b", re.I)
_ML_TITLE = re.compile(
    r"\b(?:ml\w*|ai(?:ops)?|models?|modell?ing|machine[ -]learning|deep[ -]learning|llm\w*|gen-?ai|"
    r"artificial intelligence)\b",
    re.I,
)


@trigger(
    "M01-T4",
    "A title that hides the ML",
    WARNING,
    reads=("/role/title",),
    fires_when="the title says DevOps, SRE, Cloud, Platform or Data Engineer and nothing of ML, AI or models",
    example_fires="Senior Cloud Platform Engineer",
    example_quiet="Senior ML Platform Engineer",
)
def title_hides_ml(case: Case) -> Outcome:
    title = case.role.title
    if title is None:
        return Missing("/role/title")
    found = _OPS_TITLE.search(title)
    if found is None or _ML_TITLE.search(title):
        return CLEAR
    better = lifecycle.title_with_ml(title, found.span())
    return Fired(
        WARNING,
        f"The title “{title}” says {found.group()} and nothing of machine learning.",
        (Evidence("/role/title", title, better),),
        f"Use a title with “MLOps” or “ML Platform”, for example “{better}”, so that the right people find it.",
        ({"op": "replace", "path": "/role/title", "value": better},),
    )


@trigger(
    "M01-T5",
    "No ML scenario in the loop",
    WARNING,
    reads=("/process/stages",),
    fires_when="stages are given and none of them has an ML scenario",
    example_fires="Recruiter call, algorithm round and system design on a whiteboard.",
    example_quiet="A live session on a silent drop in accuracy.",
    effort=Effort.HOURS,
    same_fact=("M05-T3",),
)
def no_ml_scenario(case: Case) -> Outcome:
    stages = case.process.stages
    if not stages:
        return Missing("/process/stages")
    if has_ml_scenario(stages):
        return CLEAR
    return Fired(
        WARNING,
        f"No stage of the loop ({len(stages)} in all) holds an ML scenario, so the loop cannot tell an MLOps engineer "
        "from a DevOps engineer.",
        (Evidence("/process/stages", [stage.type for stage in stages], "a stage with an ML scenario"),),
        "Add one ML-specific scenario (S04 to S12 of the bank) to the loop.",
        template_patch(case, has_ml_scenario),
    )


@trigger(
    "M01-T6",
    "Machine learning as a bonus",
    WARNING,
    reads=("/role/job_ad", MUSTS, NICES),
    fires_when=f"at most {FEW_LIFECYCLE_SLOTS} requirement is specific to MLOps, and the ad says “DevOps for ML”, "
    "“exposure to ML” or calls machine learning a plus, preferred or nice to have",
    example_fires="“Exposure to machine learning is an advantage” beside five infrastructure must-haves.",
    example_quiet="The same sentence beside MLflow and KServe as requirements.",
    effort=Effort.HOURS,
)
def ml_is_a_bonus(case: Case) -> Outcome:
    if case.counts.mlops_slots > FEW_LIFECYCLE_SLOTS:
        return CLEAR
    if case.ad is None or not case.ad.english:
        return Missing("/role/job_ad")
    phrase = ml_as_bonus(case.ad)
    if phrase is None:
        return CLEAR
    if not case.musts:
        return Missing(MUSTS)
    return Fired(
        WARNING,
        f"The ad treats machine learning as an extra (“{phrase.text}”), and {_lifecycle_lines(case)} specific to "
        "MLOps.",
        (
            Evidence("/role/job_ad", phrase.text, "working ML-lifecycle knowledge as a requirement"),
            Evidence(MUSTS, case.counts.mlops_slots, FEW_LIFECYCLE_SLOTS + 1),
        ),
        "Make working ML-lifecycle knowledge a requirement, not a bonus.",
        lifecycle.enough_lifecycle(case),
    )


def _lifecycle_lines(case: Case) -> str:
    return "only one requirement is" if case.counts.mlops_slots else "no requirement is"


@trigger(
    "M01-T7",
    "Reads as data engineering",
    WARNING,
    reads=(MUSTS, NICES),
    fires_when=f"data lines make up {DATA_SHARE_PCT}% or more of all requirement lines, and at most "
    f"{FEW_LIFECYCLE_SLOTS} is specific to MLOps",
    example_fires="Spark, Airflow, dbt and Kafka of seven lines in all.",
    example_quiet="Spark and Airflow of seven lines, with MLflow and KServe.",
    effort=Effort.DAYS,
)
def reads_as_data_engineering(case: Case) -> Outcome:
    counts = case.counts
    if counts.mlops_slots > FEW_LIFECYCLE_SLOTS:
        return CLEAR
    if not case.musts:
        return Missing(MUSTS)
    if counts.data_slots * 100 < DATA_SHARE_PCT * counts.total:
        return CLEAR
    return Fired(
        WARNING,
        f"{counts.data_slots} of {counts.total} requirement lines are data engineering, and {_lifecycle_lines(case)} "
        "specific to MLOps.",
        (Evidence(MUSTS, counts.data_slots, f"under half of {counts.total}"),),
        "This reads as a Data Engineer job: move pipeline and warehouse work out, or change the title.",
    )


@trigger(
    "M01-T8",
    "Reads as model building",
    WARNING,
    reads=(MUSTS, NICES),
    fires_when=f"modelling makes up {MODELLING_SHARE_PCT}% or more of the must-haves, no line is infrastructure and "
    f"at most {FEW_LIFECYCLE_SLOTS} is specific to MLOps",
    example_fires="PyTorch, feature engineering, model evaluation, Python and MLflow.",
    example_quiet="The same list with Kubernetes.",
    effort=Effort.HOURS,
)
def reads_as_model_building(case: Case) -> Outcome:
    counts = case.counts
    if counts.mlops_slots > FEW_LIFECYCLE_SLOTS or counts.infra_slots:
        return CLEAR
    if not case.musts:
        return Missing(MUSTS)
    modelling = case.disciplines.get("modelling", 0)
    if not case.n_must or modelling * 100 < MODELLING_SHARE_PCT * case.n_must:
        return CLEAR
    return Fired(
        WARNING,
        f"{modelling} of {counted(case.n_must, 'must-have')} are modelling, none is infrastructure, and "
        f"{_lifecycle_lines(case)} specific to MLOps.",
        (Evidence(MUSTS, modelling, f"under {MODELLING_SHARE_PCT}% of {case.n_must}"),),
        "This reads as an ML Engineer or Data Scientist job: add deployment and operations, or change the title.",
        lifecycle.enough_lifecycle(case),
    )


MISTAKE = Mistake(
    id="M01",
    slug="mlops-as-devops",
    name="MLOps as re-badged DevOps",
    title_flagged="This describes another job than MLOps",
    title_clear="The model lifecycle is part of the job",
    summary="The requisition asks for DevOps or data engineering, or for model building, and calls it MLOps.",
    why=(
        "Running models differs from running services: a model can fail while every dashboard is green. The work needs "
        "tracking, versioning, serving, monitoring and retraining of models, which most DevOps engineers have not done "
        "and which many ML engineers know without the infrastructure under it."
    ),
    goes_wrong=(
        "The service stays up while its answers grow worse and nobody is told. The hire becomes general operations, "
        "the models stay with the data scientists, and a year later the search starts again."
    ),
    steps=("role", "scope", "ml_today", "process"),
    sources=(
        aipaycheck(
            "The role needs ML-lifecycle knowledge that DevOps hires lack, while ML engineers often lack "
            "infrastructure; five areas should be stated: frameworks, tracking and versioning, feature store, serving, "
            "monitoring."
        ),
        acceler8(
            "Questions on data versioning, drift and retraining tell specialists from generalists; accuracy over time "
            "matters, not uptime alone."
        ),
        Source(
            "Interviews with 65 practitioners on why AI projects fail; “by some estimates” more than 80% do. The share "
            "is quoted there from others, it is not the study's own finding.",
            "RAND, 2024",
            "RR-A2680-1",
            Grade.RESEARCH,
        ),
        own_judgement("How many areas each archetype needs, and the shares at which a list reads as another job."),
    ),
    triggers=(
        nothing_of_the_lifecycle,
        too_few_areas,
        infrastructure_crowds_out,
        title_hides_ml,
        no_ml_scenario,
        ml_is_a_bonus,
        reads_as_data_engineering,
        reads_as_model_building,
    ),
    dissent=(
        "Acceler8 quotes the 80% as an analysis of 65 deployments; the report interviewed 65 people and makes no such "
        "count.",
        "One guide calls the whole role 70% infrastructure (amitkoth.com): the split is a choice, and the archetype "
        "says which one was made.",
    ),
    blind_spots=(
        f"An infrastructure-heavy role beside an ML team passes with {AREAS_EXEMPT} areas, whether or not that team "
        "really covers the rest.",
        "Duties are read by words: an outcome in unusual words may be missed.",
        "Whether features are shared between models is not asked, so a feature store is never demanded.",
    ),
)
