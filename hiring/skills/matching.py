"""Finding the skills of the taxonomy in a text, with the place of each.

The rules (domain reference, section C): the longest name wins and uses up its span; words end where letters and
digits end, so that ``C++``, ``CI/CD``, ``W&B`` and ``llama.cpp`` are names and ``JavaScript`` is not Java; names that
are also English words need their capital letter and the company of other tools.
"""

import re
from typing import Final, NamedTuple

from hiring.skills.taxonomy import SKILLS
from hiring.skills.trie import folded


class Found(NamedTuple):
    """A skill found in a text: ``text[start:end]`` names it."""

    slug: str
    start: int
    end: int


MORE_NAMES: Final = {
    "Agentic frameworks": "langchain",
    "Amazon EKS": "kubernetes",
    "AWS CloudFormation": "cloudformation",
    "AWS EKS": "kubernetes",
    "AWS EMR": "spark",
    "AWS Fargate": "serverless",
    "AWS Kinesis": "kafka",
    "AWS Redshift": "snowflake",
    "Azure AKS": "kubernetes",
    "Azure Databricks": "databricks-ml",
    "Azure DevOps": "jenkins",
    "Azure Functions": "serverless",
    "Azure Kubernetes Service": "kubernetes",
    "Azure Pipelines": "jenkins",
    "Azure Synapse": "snowflake",
    "Beam": "flink-beam",
    "CI & CD": "ci-cd",
    "CI / CD": "ci-cd",
    "CI and CD": "ci-cd",
    "Container orchestration": "kubernetes",
    "CrewAI": "langchain",
    "Cross functionally": "collaboration",
    "Data Bricks": "databricks-ml",
    "Data modelling": "data-modelling",
    "Data warehousing": "snowflake",
    "Elastic Search": "elk",
    "ELK": "elk",
    "Fine-tuning": "fine-tuning",
    "Finetuning": "fine-tuning",
    "Salesforce administration": "erp-crm",
    "Scikitlearn": "scikit-learn",
    "Front end": "frontend",
    "Frontend": "frontend",
    "GO": "go",
    "Google Cloud Composer": "airflow",
    "Google Cloud Functions": "serverless",
    "Google Cloud Run": "serverless",
    "Google Kubernetes Engine": "kubernetes",
    "Hyperparameter tuning": "hyperparam-tuning",
    "Iceberg": "delta-iceberg",
    "Identity and access management": "secrets-iam",
    "Incident management": "sre-practice",
    "Lambda": "serverless",
    "Linux": "linux",
    "LLM evaluations": "llm-evals",
    "ML platform": "ml-platform",
    "Model retraining": "model-retraining",
    "Neptune": "neptune-ai",
    "Postgres": "sql",
    "Open Telemetry": "opentelemetry",
    "PowerBI": "bi-dashboards",
    "PubSub": "kafka",
    "React Native": "mobile",
    "Sci-kit": "scikit-learn",
    "Sci-kit learn": "scikit-learn",
    "Serverless": "serverless",
    "Source code management": "git",
    "Source control": "git",
    "SPARK": "spark",
    "Spark SQL": "spark",
    "Streaming technologies": "flink-beam",
    "Streaming technology": "flink-beam",
    "Tensor Flow": "tensorflow",
    "Triton": "triton",
    "Vector store": "vector-db",
    "Vector stores": "vector-db",
}
"""Names the file does not hold: common short forms, and longer names that keep a shorter one from matching inside."""

NEED_CONTEXT: Final = frozenset(
    {
        "go",
        "r",
        "ray",
        "feast",
        "helm",
        "prefect",
        "evidently",
        "fiddler",
        "spark",
        "comet",
        "beam",
        "neptune",
        "react",
        "swift",
        "dynamics",
        "chef",
        "lambda",
    }
)
"""Names that are English words, letters or names of other things: they count only in the company of tools."""

NEED_CAPITALS: Final = NEED_CONTEXT | frozenset(
    {
        "rust",
        "soda",
        "vault",
        "envoy",
        "tempo",
        "loki",
        "chroma",
        "lime",
        "shap",
        "mig",
        "crusoe",
        "puppet",
        "angular",
        "looker",
        "apm",
        "triton",
        "iceberg",
    }
)
"""Names that count only as the taxonomy writes them. Longer names of the same tool ("Helm charts") are free."""

_GAPS: Final = re.compile(r"[\s\u2010-\u2013-]+")
_MAY_DROP_S: Final = re.compile(r" \S*[^suiy\W]s$|^(?:containers|evals|guardrails|microservices|postmortems)$")


def fold(name: str) -> str:
    """Lower case, one blank for every gap between words: the form in which names are compared."""
    return _GAPS.sub(" ", name.lower()).strip()


def _names() -> tuple[dict[str, str], dict[str, frozenset[str]]]:
    """Slug by folded name; and for names that need capitals, the spellings that count."""
    slugs: dict[str, str] = {}
    spellings: dict[str, frozenset[str]] = {}
    named = [(name, skill.slug) for skill in SKILLS.values() for name in (skill.name, *skill.aliases)]
    for name, slug in (*MORE_NAMES.items(), *named):
        key = fold(name)
        slugs.setdefault(key, slug)
        if key in NEED_CAPITALS:
            spellings[key] = spellings.get(key, frozenset()) | {name}
    for key in [key for key in slugs if _MAY_DROP_S.search(key)]:
        slugs.setdefault(key[:-1], slugs[key])
    return slugs, spellings


_SLUGS, _SPELLINGS = _names()

# The end of a name is part of the pattern, so that a longer name which ends badly gives way to a shorter one.
_NAME_ENDS: Final = r"(?=(?:s|\.js)?(?![a-z0-9_#]|\+\+|\.(?:com|io|org|net|ai|co|dev)\b))"
# All names begin with a letter or digit, so that a word boundary is where one may begin: cheaper than looking behind.
_ANY_NAME: Final = re.compile(rf"\b(?:{folded(_SLUGS)}){_NAME_ENDS}", re.ASCII)

_BULLET: Final = r"(?:[-*\u2022\u00b7\u2013]|\d+[.)])"
_OPENS_LINE: Final = re.compile(rf"(?:^|[\n.!?\u2022\u25cf])[ \t]*{_BULLET}?[ \t]*$")
_OPENS_LIST: Final = re.compile(
    r"(?!/No\b)[ \t]*(?:$|[\n|/+]|[,;(][ \t]*[A-Z0-9]|\(or\b|&[ \t]+[A-Z0-9]|(?:and|or)[ \t]+[A-Z0-9]|"
    r"(?:is (?:a|an|required|preferred|nice|essential)|SQL|clusters?|experience|flows?|jobs?|"
    r"knowledge|operators?|pipelines?|programming|skills?|streaming)\b)"
)
_TOOL_BEFORE: Final = re.compile(
    r"(?:[,;/|(:+&]|[ \t][-\u2013]|\b(?:and|apache|as|both|commercial|deploy|deploying|e\.g\.|either|"
    r"experience|in|including|know|knowing|like|manage|managing|of|on|operate|operating|or|our|plus|professional|"
    r"read|reading|run|running|through|use|used|uses|using|via|with|write|"
    r"writing|strong|solid|excellent|advanced|deep|production|idiomatic|modern))[ \t]*$",
    re.I,
)
_TOOL_AFTER: Final = re.compile(
    r"(?!/no\b)[ \t]*(?:$|[\n,;/|().:+]|&(?!\w)|(?:\d|and|applications?|apps?|are|as|at|charts?|clusters?|code|"
    r"deployments?|developers?|experience|feature|flows?|for|frameworks?|frontends?|in|is|jobs?|knowledge|"
    r"lang|language|librar(?:y|ies)|on|operators?|or|pipelines?|preferred|proficiency|programming|programs?|"
    r"expertise|required|services?|skills?|sql|streaming|to|with|would)\b)",
    re.I,
)
_CARE: Final = re.compile(r"\b(?:hospital|medical|health|clinic|patient|ehr|epic|cerner)", re.I)
"""Beside such words an EMR is a medical record."""

_CARE_WINDOW: Final = 60
_OTHER_THINGS: Final = {
    "pruning": re.compile(r"\b(?:partition|predicate|column|branch|tree|cache)[ -]$", re.I),
    "communication": re.compile(
        r"\b(?:a?synchronous|inter-?(?:service|process)|inter (?:service|process)|service[- ]to[- ]service|"
        r"machine[- ]to[- ]machine|microservices?|api|network|wireless|serial)(?: and \w+|/\w+)?[ ]$|"
        r"\barchitectures? and $",
        re.I,
    ),
}
"""What stands before names of the taxonomy where they name something else: communication of services, of no person."""

_WINDOW: Final = 24
"""Characters looked at on either side of a name that needs context."""


def skills_in(text: str) -> tuple[Found, ...]:
    """The skills named in a text, in its order. Spans do not overlap. Time grows with the length of the text only."""
    found: list[Found] = []
    for match in _ANY_NAME.finditer(lowered(text)):
        start, end = match.span()
        key = match.group()
        slug = _SLUGS.get(key) or _SLUGS[fold(key)]
        if key in _SPELLINGS and not _meant(key, text, start, end):
            continue
        if key in _OTHER_THINGS and _OTHER_THINGS[key].search(text, max(0, start - _WINDOW), start):
            continue
        if key == "emr" and _is_record(text, start, end):
            continue
        found.append(Found(slug, start, end))
    return tuple(found)


def lowered(text: str) -> str:
    """Lower case of the same length: the few letters that would grow are left as they are."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


def _is_record(text: str, start: int, end: int) -> bool:
    """Whether an EMR is a medical record: several of them, or words of care beside it in its line."""
    first = max(start - _CARE_WINDOW, text.rfind("\n", max(0, start - _CARE_WINDOW), start) + 1, 0)
    stop = text.find("\n", end, end + _CARE_WINDOW)
    return text.startswith("s", end) or bool(_CARE.search(text, first, stop if stop >= 0 else end + _CARE_WINDOW))


def _meant(key: str, text: str, start: int, end: int) -> bool:
    """Whether a name that could be another word is meant as the tool."""
    if text[start:end] not in _SPELLINGS[key]:
        return False
    if key not in NEED_CONTEXT:
        return True
    before = text[max(0, start - _WINDOW) : start]
    after = text[end : end + _WINDOW]
    if _OPENS_LINE.search(before):
        return _OPENS_LIST.match(after) is not None
    return _TOOL_BEFORE.search(before) is not None and _TOOL_AFTER.match(after) is not None
