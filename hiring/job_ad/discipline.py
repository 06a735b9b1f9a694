"""Which job an ad describes, by its body: the title does not decide."""

import re
from collections.abc import Mapping
from typing import Final

from hiring.job_ad.ad import Discipline, Said, SectionKind
from hiring.job_ad.reading import Reading
from hiring.skills import SKILLS

_WEIGHTS: Final[Mapping[SectionKind, float]] = {
    **{
        "duties": 2.0,
        "role": 1.5,
        "must": 1.5,
        "team": 1.0,
        "outcomes": 1.5,
        "nice": 0.5,
        "stack": 0.7,
        "process": 0.0,
    },
}
_SIGNS: Final = (
    (
        "life",
        r"\bml[- ]?ops\b|\bllm[- ]?ops\b|\bmodel (?:serving|deployment|monitoring|registry|lifecycle|versioning|inference|management|hosting|operations|governance|observability|drift)\b|"
        r"\b(?:ml|machine learning|ai|ai/ml|ml/ai|genai|llm|gpu)[ /](?:and data )?(?:platforms?|infra(?:structure)?|compute|pipelines?|ops|operations|workloads?|lifecycle|tooling|systems?|clusters?|orchestration|workflows?|deployments?|serving|training (?:platform|infra\w*)|stack|services)\b|"
        r"\b(?:deploy\w*|productioni[sz]\w+|operationali[sz]\w+|serv(?:e|ing)|monitor\w*|retrain\w*|host\w*)(?: (?:\w+|and|,)){0,3} (?:ml |ai |machine learning |llm )?models?\b|\bmodels? (?:in|to|into) production\b|\b(?:train(?:ing)?|inference) (?:and|&|/) (?:inference|serving|training)\b|"
        r"\bfeature stores?\b|\bexperiment(?:ation)? tracking\b|\bgpus?\b|\binference (?:services?|platforms?|servers?|engines?|pipelines?|infra\w*|latency|workloads?|systems?|at scale)\b|\bdistributed training\b|\btraining (?:infra\w*|pipelines?|jobs?|workloads?|clusters?)\b",
    ),
    (
        "ml",
        r"\b(?:ml|machine[- ]learning|deep[- ]learning|artificial intelligence|ai|ai/ml|ml/ai|llms?|genai|gen ai|generative ai|models?|nlp|neural networks?)\b",
    ),
    (
        "model",
        r"\b(?:design|build|develop|train|research|implement|improve|evaluat|optimi[sz]|fine-?tun|creat|prototyp|experiment)\w*(?: (?:\w+|and|,|/|&)){0,4} (?:models?|algorithms?|classifiers?|recommend\w+|agents?|llms?|networks)\b|\bmachine learning (?:models?|algorithms?|techniques|engineer\w*|research|solutions|problems)\b|"
        r"\b(?:computer vision|nlp|natural language processing|recommend(?:er|ation)s?(?: systems?)?|reinforcement learning|deep learning|neural networks?|transformers?|embeddings?|fine-?tun\w+|rag|prompt\w*|agentic|agents|ranking|time[- ]series|feature engineering|model (?:training|development|evaluation|accuracy|performance|architectures?|design)|applied (?:ml|ai|scientist)|state-of-the-art|sota|papers?|publications?|research(?:ers?)?|algorithms?|generative)\b",
    ),
    (
        "ops",
        r"\b(?:kubernetes|k8s|terraform|ansible|helm|ci/cd|cicd|devops|devsecops|sre|site reliability|reliability|on-?call|incidents?|observability|alerting|infrastructure(?: as code)?|iac|linux|networking|uptime|slos?|slas?|availability|"
        r"prometheus|grafana|jenkins|gitops|argocd|containers?|containeri[sz]\w+|docker|cloud (?:infrastructure|platforms?|engineering|operations|environments?)|post-?mortems?|disaster recovery|capacity|automation|provisioning|configuration management|patch\w*|release management|root cause|troubleshoot\w*|deployments?|monitoring)\b",
    ),
    (
        "data",
        r"\b(?:data (?:pipelines?|engineer\w*|warehous\w*|models?|modell?ing|lakes?|ingestion|quality|marts?|integration|governance|architectures?|platforms?|infrastructure|transformation|flows?|sets?|sources|catalog\w*|stores?|migration|analytics|processing|products?|analysts?|assets)|etl|elt|sql|dbt|snowflake|redshift|bigquery|airflow|spark|"
        r"databricks|kafka|analytics engineer\w*|dashboards?|reporting|business intelligence|big data|datasets?|tables?|schemas?|star schema|looker|tableau|power bi|hadoop|hive|streaming|batch|stored procedures|ssis|data factory|synapse|mongodb|metrics|nosql)\b",
    ),
    (
        "science",
        r"\b(?:statistic\w*|hypothes\w+|a/b test\w*|causal|exploratory|regression|data scien(?:ce|tist)s?|forecast\w*|quantitative|segmentation|experiment design|business questions|predictive)\b",
    ),
    (
        "software",
        r"\b(?:back-?end|front-?end|full-?stack|apis?|microservices|web (?:applications?|services)|react|typescript|javascript|node(?:\.?js)?|user (?:interfaces?|experiences?)|features|software (?:engineer\w*|develop\w*|design|architecture)|unit test\w*|code reviews?|object[- ]oriented|rest(?:ful)?|graphql|distributed systems|java|golang|product (?:managers?|engineer\w*|teams?)|mobile|ui|ux)\b",
    ),
)
_PATTERN: Final = {name: re.compile(pattern) for name, pattern in _SIGNS}
_CAP: Final = 6
"""A line counts a sign so often at most: long lists of one kind prove no more than that."""


def signs_of(reading: Reading) -> dict[str, float]:
    """How strongly each kind of work shows in the lines that are about the job."""
    low = reading.low
    totals = dict.fromkeys(_PATTERN, 0.0)
    for name, pattern in _PATTERN.items():
        counts: dict[int, int] = {}
        for match in pattern.finditer(low):
            block = reading.block_at(match.start())
            if block is None:
                continue
            weight = _WEIGHTS.get(block.kind, 0.0)
            if not weight:
                continue
            seen = counts.get(block.line.start, 0)
            if seen >= _CAP:
                continue
            counts[block.line.start] = seen + 1
            totals[name] += weight
    return totals


_TITLES: Final[tuple[tuple[Discipline, re.Pattern[str]], ...]] = (
    (
        "mlops",
        re.compile(
            r"\b(?:ml|llm|ai|machine learning|ai/ml|ml/ai)[ -]?/?(?:ops|operations|platform|infra\w*|devops|compute|systems?|orchestration)\b|"
            r"\b(?:platform|infrastructure|devops|reliability)\b.{0,24}\b(?:ml|ai|machine learning)\b|\b(?:ml|ai|machine learning)\b.{0,24}\b(?:platform|infra\w*|devops)\b"
        ),
    ),
    ("ml_eng", re.compile(r"\b(?:ml|machine learning|ai|genai|deep learning|nlp|computer vision)\b")),
    ("data_science", re.compile(r"\bdata scien|\bstatistic")),
    ("data_eng", re.compile(r"\bdata\b|\betl\b|\banalytics engineer")),
    (
        "devops_sre",
        re.compile(
            r"\bdev[ -]?ops\b|\bsre\b|\breliability\b|\bcloud\b|\binfrastructure\b|\bplatform\b|\bsystems? (?:engineer|admin)"
        ),
    ),
    ("software", re.compile(r"\bsoftware\b|\bback-?end\b|\bfront-?end\b|\bfull[ -]?stack\b|\bdeveloper\b")),
)
_LEAST: Final = 4
"""Fewer signs than that say nothing about the work."""

_TITLE_WEIGHT: Final = 1.25
"""The title settles a near tie, nothing more."""


def discipline_of(reading: Reading, title: str | None) -> Said[Discipline] | None:
    """The job by its body; None where neither body nor title says."""
    return judge(signs_of(reading), title)


def _by_title(title: str | None) -> Discipline | None:
    low = (title or "").lower()
    return next((discipline for discipline, pattern in _TITLES if pattern.search(low)), None)


def judge(signs: Mapping[str, float], title: str | None = None) -> Said[Discipline] | None:
    """The discipline that the signs add up to."""
    life, ml, model = signs["life"], signs["ml"], signs["model"]
    ops, data, science, software = signs["ops"], signs["data"], signs["science"], signs["software"]
    scores: dict[Discipline, float] = {
        "mlops": 2.2 * life + 0.6 * min(ml, ops),
        "ml_eng": 1.15 * model + 0.35 * ml,
        "devops_sre": ops * (1 - min(0.55, 0.02 * ml + 0.03 * life)),
        "data_eng": data + 0.1 * min(ml, data),
        "data_science": 1.7 * science + 0.2 * min(model, science),
        "software": 0.85 * software,
    }
    by_title = _by_title(title)
    if by_title is not None and by_title in scores:
        scores[by_title] *= _TITLE_WEIGHT
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    (best, first), (_, second) = ranked[0], ranked[1]
    if first < _LEAST:
        return None if by_title is None else Said(by_title, (), "likely")
    return Said(best, (), "sure" if first >= 1.4 * second else "likely")
