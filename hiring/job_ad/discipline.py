"""Which job an ad describes, by its body: the title does not decide."""

import re
from collections.abc import Mapping
from typing import Final

from hiring.job_ad.ad import Discipline, Said
from hiring.job_ad.job_names import discipline_called, discipline_of_title
from hiring.prose.reading import Reading
from hiring.prose.spans import SectionKind
from hiring.skills.matching import fold
from hiring.skills.trie import folded

_WEIGHTS: Final[Mapping[SectionKind, float]] = {
    "duties": 2.0,
    "role": 1.5,
    "must": 1.5,
    "team": 1.0,
    "outcomes": 1.5,
    "nice": 0.5,
    "stack": 0.7,
}
"""How much a line of each kind says of the work. Lines of all other kinds count for nothing."""

_PHRASES: Final[Mapping[str, str]] = {
    "life": """
        mlops|ml ops|ml-ops|llmops|llm ops|model serving|model deployment|model monitoring|model registry|
        model lifecycle|model versioning|model inference|model management|model hosting|model operations|
        model governance|model observability|model drift|data drift|concept drift|drift detection|ml artifacts|
        ml platform|ml platforms|ml infrastructure|ml infra|ml pipeline|ml pipelines|ml operations|
        ml lifecycle|ml tooling|ml orchestration|ml workflows|ml deployment|ml deployments|ml serving|
        machine learning platform|machine learning platforms|machine learning infrastructure|
        machine learning pipelines|machine learning operations|machine learning workflows|machine learning lifecycle|
        ai platform|ai platforms|ai pipelines|ai operations|ai lifecycle|ai/ml platform|ai/ml infrastructure|
        ai/ml pipelines|ml/ai platform|ml/ai infrastructure|genai platform|llm infrastructure|llm platform|
        experiment tracking|inference platform|inference platforms|inference pipeline|inference pipelines""",
    "compute": """
        gpu|gpus|gpu cluster|gpu clusters|ml compute|ml workloads|ai workloads|ai/ml workloads|ai infrastructure|
        training infrastructure|training runs|training environments|training workloads|training clusters|
        distributed training|inference clusters|training and inference|
        inference and training|training and serving|inference infrastructure|inference workloads|inference latency|
        inference systems|inference service|inference services|inference engine|inference server|
        inference servers""",
    "ml": """
        ml|machine learning|deep learning|artificial intelligence|ai|ai/ml|ml/ai|llm|llms|genai|gen ai|
        generative ai|model|models|nlp|neural network|neural networks""",
    "model": """
        machine learning model|machine learning models|machine learning algorithm|machine learning algorithms|
        machine learning techniques|machine learning engineer|machine learning engineers|
        machine learning engineering|machine learning research|machine learning solutions|machine learning problems|
        ml models|ml algorithms|ml engineer|ml engineering|computer vision|natural language processing|recommender|
        recommender systems|recommendation systems|reinforcement learning|rlhf|transformers|pre-training|post-training|
        llm training|training stack|training setups|embeddings|fine-tune|
        fine-tuning|rag|prompt|prompts|prompt engineering|agentic|ranking|time series|time-series|
        feature engineering|model training|model development|model evaluation|model accuracy|model performance|
        model architectures|model design|applied ml|applied scientist|sota|papers|publications|publication|
        classifiers|classification|anomaly detection|deep learning|neural networks|nlp|generative ai models|
        prototyping|agent workflows|agentic ai|agentic workflows|ai agents|multi-agent|tool calling|function calling|
        tool use|copilots|chatbot|chatbots|conversational ai|llm applications|llm-based|llm-powered|ai-powered|
        ai features|ai applications|ai solutions|ai workflows|genai applications|generative ai applications|
        generative ai solutions|retrieval-augmented generation|vector database|vector databases|langchain|
        context engineering""",
    "ops": """
        kubernetes|k8s|terraform|ansible|helm|devops|devsecops|sre|site reliability|on-call|on call|incident|
        incidents|alerting|infrastructure as code|iac|linux|uptime|slo|slos|sla|slas|prometheus|grafana|jenkins|
        gitops|argocd|cloud infrastructure|cloud engineering|cloud operations|postmortem|postmortems|
        disaster recovery|provisioning|configuration management|patching|release management""",
    "data": """
        data pipeline|data pipelines|data engineer|data engineers|data engineering|data warehouse|data warehouses|
        data warehousing|data model|data models|data modeling|data modelling|data lake|data lakes|data ingestion|
        data quality|data mart|data marts|data integration|data governance|data architecture|data platform|
        data platforms|data infrastructure|data transformation|data flows|data sets|data sources|data catalog|
        data stores|data migration|data analytics|data processing|data products|data analyst|data analysts|
        data assets|etl|elt|sql|dbt|snowflake|redshift|bigquery|airflow|spark|databricks|kafka|analytics engineer|
        analytics engineering|dashboard|dashboards|reporting|business intelligence|big data|dataset|datasets|
        tables|schema|schemas|star schema|looker|tableau|power bi|hadoop|hive|streaming|batch|stored procedures|
        ssis|data factory|synapse|mongodb|metrics|nosql""",
    "science": """
        statistics|statistical|statistician|hypothesis|hypotheses|a/b test|a/b tests|a/b testing|causal|exploratory|
        regression|forecast|forecasting|quantitative|segmentation|experiment design|business questions|predictive""",
    "software": """
        backend|back-end|back end|frontend|front-end|front end|full-stack|full stack|fullstack|api|apis|
        microservices|web application|web applications|web services|react|typescript|javascript|node|node.js|nodejs|
        user interface|user interfaces|software engineer|software engineers|software development|software developer|
        software design|software architecture|unit tests|unit testing|code review|code reviews|object-oriented|
        object oriented|rest|restful|graphql|distributed systems|golang|product engineering|mobile|ui|ux|
        system design|design patterns|clean code|codebase|concurrency|concurrent programming|multi-threaded|sdk|sdks|
        api design|backwards compatibility|library|web app|web apps|integration tests|compiler|compilers|
        systems programming|memory management|allocator|allocators|abi|ffi|bindings""",
}
"""What shows each kind of work. Single words count as often as they stand, up to a limit for each line.

"compute" is the machines that models run on: whoever looks after the life of models has them, and so has whoever runs
clusters and never sees a model, or writes the software of an accelerator."""

_SHARED: Final[Mapping[str, str]] = {
    "life": """
        feature store|feature stores|training pipelines|training pipeline|ml training|training jobs|
        models into production|models to production|models in production|ml systems|machine learning systems|
        ai/ml systems""",
    "model": """
        research|researchers|recommendations|algorithm|algorithms|agent|agents|prototype|state-of-the-art|
        training pipelines|training pipeline|ml training|training jobs|models into production|models to production|
        models in production|ml systems|machine learning systems|ai/ml systems""",
    "ops": """
        infrastructure|deployment|deployments|monitoring|reliability|automation|availability|ci/cd|cicd|docker|
        containers|containerization|containerized|container|cloud platform|cloud platforms|cloud environments|
        troubleshoot|troubleshooting|capacity|root cause|observability|networking""",
    "science": """
        data science|data scientist|data scientists""",
    "software": """
        java|software engineering|features|product managers|product manager|product teams|user experience""",
}
"""What adverts for the other trades say as well: it confirms a trade whose own words are there."""

_BEFORE_MODELS: Final = (
    (
        "life",
        re.compile(
            r"\b(?:deploy\w*|productioni[sz]\w+|operationali[sz]\w+|serv(?:e|ing)|monitor\w*|retrain\w*|"
            r"operat(?:e|es|ing)|runs?|running|support\w*|host\w*|industriali[sz]\w+)(?:[ ,]+(?:\w+|&)){0,4}[ ]\Z"
        ),
    ),
    (
        "model",
        re.compile(
            r"\b(?:design|build|develop|train|research|implement|improv|evaluat|optimi[sz]|tun|creat|prototyp|"
            r"experiment)\w*"
            r"(?:[ ,/]+(?:\w+|&)){0,4}[ ]\Z"
        ),
    ),
)
"""Verbs that tell work on models from running them, where they stand shortly before "models" or what has them in it."""

_OPENS_SYSTEM: Final = ("ml", "ai", "machine learning", "genai", "llm", "model")
_ML_SYSTEM: Final = re.compile(
    r"(?:ml|ai|ai/ml|ml/ai|machine learning|genai|llm|model)[ ](?:\w+[ ])?"
    r"(?:application|system|service|solution|workflow|artifact)s?\b"
)
"""What is built of models: the verb before it tells as much as the one before "models". Everybody's adverts have the
object; who deploys, runs or supports it has the life of models in hand."""

_OF_ALL: Final = "shared "
"""The sign of words that the other trades use as well is named so, before the sign that they belong to."""

_SIGNS: Final[dict[str, set[str]]] = {}
"""The signs that each phrase is of."""

for _table, _prefix in ((_PHRASES, ""), (_SHARED, _OF_ALL)):
    for _sign, _words in _table.items():
        for _word in _words.split("|"):
            _SIGNS.setdefault(fold(_word), set()).add(_prefix + _sign)
_ANY_SIGN: Final = re.compile(rf"\b(?:{folded(_SIGNS)})\b", re.ASCII)


def _with_words_inside(phrase: str) -> tuple[str, ...]:
    """The signs of a phrase and of the words in it."""
    signs = _SIGNS[phrase].union(*(_SIGNS.get(word, ()) for word in phrase.split()))
    return tuple(sorted(signs - {_OF_ALL + sign for sign in signs}))


_INSIDE: Final = {phrase: _with_words_inside(phrase) for phrase in _SIGNS}
"""The signs that a phrase counts for where it stands, worked out once."""

_ALL_SIGNS: Final = (*_PHRASES, *(_OF_ALL + sign for sign in _SHARED))

_CAP: Final = 6
"""A line counts a sign so often at most: long lists of one kind prove no more than that."""


def signs_of(reading: Reading) -> dict[str, float]:
    """How strongly each kind of work shows in the lines that are about the job: signs, by the weight of their lines."""
    low = reading.low
    totals = dict.fromkeys(_ALL_SIGNS, 0.0)
    for block in reading.blocks:
        weight = _WEIGHTS.get(block.kind, 0.0)
        if not weight:
            continue
        counts: dict[str, int] = {}
        start, end = block.line.start, block.line.end
        for match in _ANY_SIGN.finditer(low, start, end):
            phrase = match.group()
            for sign in _INSIDE.get(phrase) or _INSIDE[fold(phrase)]:
                counts[sign] = counts.get(sign, 0) + 1
            if phrase.endswith(("models", "model")) or (
                phrase.startswith(_OPENS_SYSTEM) and _ML_SYSTEM.match(low, match.start(), end)
            ):
                before = low[max(start, match.start() - 44) : match.start()]
                for sign, verbs in _BEFORE_MODELS:
                    if verbs.search(before):
                        counts[sign] = counts.get(sign, 0) + 1
        for sign, count in counts.items():
            totals[sign] += weight * min(count, _CAP)
    return totals


_LEAST: Final = 4
"""Fewer signs than that say nothing about the work."""

_SURE: Final = 1.4
"""So many times the signs of the next best leave no doubt."""

_TITLE_WEIGHT: Final = 1.25
"""The title settles a near tie, nothing more."""

_CALLED: Final = 5
"""What the body calls the job counts as much as two or three signs among the duties."""

_HALF: Final = 0.5
"""What several trades say counts half, and so does the development of models for a data scientist."""

_NAMED: Final = 3
"""Where the title or the body names the trade, that confirms like so many of its own words."""


def discipline_of(reading: Reading, title: str | None) -> Said[Discipline] | None:
    """The job by its body; None where neither body nor title says."""
    return judge(signs_of(reading), title, discipline_called(reading))


def _confirmed(own: float, also: float, named: bool) -> float:
    """A trade's own words, and of what other trades say as well no more than own words and its name confirm."""
    return own + min(also, 2 * (own + _NAMED * named))


def judge(
    signs: Mapping[str, float], title: str | None = None, called: Discipline | None = None
) -> Said[Discipline] | None:
    """The discipline that the signs add up to. ``called`` is the one by the name that the body gives the job."""
    by_title = discipline_of_title(title)
    names = (by_title, called)
    shared = {sign: _HALF * signs[_OF_ALL + sign] for sign in _SHARED}
    shared["life"] += signs["compute"]
    shared["ops"] += signs["compute"]
    ml, data = signs["ml"], signs["data"]
    life = _confirmed(signs["life"], shared["life"], "mlops" in names)
    model = _confirmed(signs["model"], shared["model"], "ml_eng" in names)
    ops = _confirmed(signs["ops"], shared["ops"], "devops_sre" in names)
    science = _confirmed(signs["science"], shared["science"], "data_science" in names)
    software = _confirmed(signs["software"], shared["software"], "software" in names)
    # Factors tried on labelled ads, all sets but one and then that one: docs/reading-adverts.md tells how well they do.
    scores: dict[Discipline, float] = {
        "mlops": 2.2 * life + 0.6 * min(ml, signs["ops"] + shared["ops"]),
        "ml_eng": 1.15 * model + 0.35 * min(ml, model),
        "devops_sre": ops * (1 - min(0.55, 0.02 * ml + 0.03 * life)),
        "data_eng": data + 0.1 * min(ml, data),
        "data_science": 1.7 * science + 0.2 * min(model, science),
        "software": software,
    }
    if "data_science" in names:  # both trades develop models: the name tells which
        developing = _HALF * scores["ml_eng"]
        scores["ml_eng"] -= developing
        scores["data_science"] += developing
    if by_title is not None:
        scores[by_title] *= _TITLE_WEIGHT
    if called is not None:
        scores[called] += _CALLED
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    (best, first), (_, second) = ranked[0], ranked[1]
    if first < _LEAST:
        return None if by_title is None else Said(by_title, (), "likely")
    return Said(best, (), "sure" if first >= _SURE * second else "likely")
