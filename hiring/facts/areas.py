"""Which of the five areas of an MLOps requisition skills and duties touch.

Duties are read for what they mean, not for brands: "roll back a bad model within ten minutes" is serving, "alert when
accuracy drops" is monitoring.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from hiring.skills import SKILLS, skills_in

AREAS: Final = {
    "serving": "model serving",
    "monitoring": "model monitoring",
    "tracking": "experiment tracking",
    "frameworks": "ML frameworks",
    "feature_store": "a feature store",
}
"""The five requirement areas (AiPaycheck's first mistake), in the order in which they are proposed."""

MANAGED: Final = frozenset({"serving", "tracking"})
"""What a managed ML platform covers."""

_MANAGED_SKILLS: Final = frozenset({"sagemaker", "vertex-ai", "azure-ml", "databricks-ml"})

_MODELS: Final = r"\b(?:models?|ml|machine[ -]learning|llms?|predictions?|inference|classifiers?|recommenders?)\b"
_QUALITY: Final = (
    r"\b(?:accuracy|precision|recall|auc|skew|(?:model|prediction)s? (?:quality|performance)|predictions?)\b"
)


def _near(one: str, other: str) -> str:
    """Either order, at most 60 characters apart, within a clause."""
    return rf"{one}[^.;\n]{{0,60}}{other}|{other}[^.;\n]{{0,60}}{one}"


_CONCEPTS: Final = {
    "serving": (
        _near(
            r"\b(?:serv(?:e|es|ing)|deploy\w*|releas\w+|roll(?:s|ed|ing)? ?-?(?:back|out)|rollbacks?|rollouts?|"
            r"ship(?:s|ped|ping)?|productioni[sz]\w+|canar(?:y|ies)|endpoints?|(?:in)?to production|packag\w+|"
            r"a/b test\w*|latency)\b",
            _MODELS,
        ),
        r"\b(?:keep|operat|run)\w*\b[^.;\n]{0,40}\b(?:models? in production|production models?)\b",
        r"\b(?:bring|take)\w* (?:\w+ ){0,3}models? live\b",
        r"\bserving\b(?! (?:as|clients|customers|our|stakeholders|teams|the|users)\b)",
        r"(?<!causal )(?<!statistical )\binference\b",
    ),
    "monitoring": (
        r"(?<!config )(?<!configuration )(?<!infrastructure )(?<!terraform )\bdrift\w*",
        _near(r"\b(?:monitor\w*|alert\w*|observability|watch\w*)\b", rf"(?:{_MODELS}|{_QUALITY})"),
        _near(r"\b(?:detect\w*|notic\w+|track\w*)\b", _QUALITY),
        rf"{_QUALITY}[^.;\n]{{0,40}}\b(?:drop|fall|degrad|decay|slip|declin|regress|over time)",
        r"\b(?:models?|predictions?)\b[^.;\n]{0,40}\b(?:degrad|decay|stale|go(?:es)? (?:bad|wrong))",
    ),
    "tracking": (
        _near(r"\b(?:track|log|record|compar)\w*\b", r"\b(?:experiments?|(?:training|model) runs?)\b"),
        _near(r"\b(?:regist(?:er|ry|ries|ering)|version(?:s|ed|ing)?|lineage)\b", rf"(?:{_MODELS}|\bdatasets?\b)"),
        r"(?<!container )(?<!docker )(?<!image )(?<!package )(?<!schema )(?<!artifact )(?<!service )"
        r"\bregistr(?:y|ies)\b",
        _near(r"\breproduc\w+\b", r"\b(?:models?|training|experiments?|runs?)\b"),
        r"\brebuild (?:any|each|every|a)(?: \w+)? model\b",
    ),
    "feature_store": (
        r"\bfeature[ -](?:stores?|platform|freshness|parity|serving|registry)\b",
        r"\b(?:online|offline|shared|reusable|point-in-time) features?\b",
        r"\bserv\w+ features\b|\bsame features\b",
    ),
    "frameworks": (
        r"\b(?:evaluat\w+ (?:\w+ )?models?|(?:model|offline) evaluation|evaluation harness)\b",
        r"\b(?:ml|machine[ -]learning|deep[ -]learning) frameworks?\b",
        r"\btraining code\b",
    ),
}
PROSE: Final = {area: re.compile("|".join(patterns)) for area, patterns in _CONCEPTS.items()}
"""What covers an area in plain words, in lower case."""

_OF_MODELS: Final = ("model", "ml", "machine", "llm", "predict", "inference", "classif", "recommend")
STEMS: Final = {
    "serving": (
        *("serve", "serving", "deploy", "releas", "roll", "ship", "production", "canar", "endpoint", "inference"),
        *("packag", "a/b test", "latency", "s live", "l live"),
    ),
    "monitoring": (
        *("drift", "monitor", "alert", "observab", "watch", "detect", "notic", "track", "drop", "fall", "degrad"),
        *("decay", "slip", "declin", "regress", "over time", "stale", "bad", "wrong"),
    ),
    "tracking": ("track", "log", "record", "compar", "regist", "version", "lineage", "reproduc", "rebuild"),
    "feature_store": ("feature",),
    "frameworks": ("evaluat", "framework", "training code"),
}
"""Letters of which a text must hold some before its pattern is worth trying."""

OBJECTS: Final = {
    "serving": (*_OF_MODELS, "serving"),
    "monitoring": (*_OF_MODELS, "accura", "precision", "recall", "auc", "skew", "drift"),
    "tracking": (*_OF_MODELS, "experiment", "run", "dataset", "regist", "training"),
    "feature_store": ("feature",),
    "frameworks": ("model", "evaluation", "ml", "machine", "deep", "training code"),
}
"""Letters of which it must hold some as well: what is served, watched or tracked."""


@lru_cache(maxsize=4096)
def areas_in(text: str) -> frozenset[str]:
    """The areas a duty's text touches, by the tools it names and by what it says."""
    lowered = text.lower()
    covered = areas_of(found.slug for found in skills_in(text))
    for area, stems in STEMS.items():
        if (
            area not in covered
            and any(map(lowered.__contains__, stems))
            and any(map(lowered.__contains__, OBJECTS[area]))
            and PROSE[area].search(lowered)
        ):
            covered.add(area)
    return frozenset(covered)


def areas_of(slugs: Iterable[str]) -> set[str]:
    """The areas that skills touch. A managed platform covers serving and tracking."""
    areas: set[str] = set()
    for slug in slugs:
        if slug in _MANAGED_SKILLS:
            areas |= MANAGED
        elif area := SKILLS[slug].area:
            areas.add(area)
    return areas
