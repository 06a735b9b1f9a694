"""The three jobs behind one title (domain.md, section D), in our own words."""

from dataclasses import dataclass
from typing import Final

from hiring.document.scope import DutyKind

type Alternatives = tuple[str, ...]
"""Slugs of one requirement: any of them will do."""


@dataclass(frozen=True, slots=True)
class DutyLine:
    """A duty with its usual share of the week and how much of it is infrastructure (both in percent)."""

    text: str
    percent: int
    kind: DutyKind
    infra_share: int


@dataclass(frozen=True, slots=True)
class Archetype:
    """One of the three jobs. ``infra_pct`` is the infrastructure share of the week; must-haves: most telling first."""

    value: str
    title: str
    infra_pct: int
    focus: str
    example: str
    pay_zone: str
    duties: tuple[DutyLine, ...]
    must_haves: tuple[Alternatives, ...]
    nice_to_haves: tuple[Alternatives, ...]
    first_projects: tuple[str, ...]
    goals_90d: tuple[str, ...]

    @property
    def ratio(self) -> str:
        """Infrastructure share against machine-learning share."""
        return f"{self.infra_pct} / {100 - self.infra_pct}"


_CLOUD: Final = ("aws", "gcp", "azure")

ARCHETYPES: Final[dict[str, Archetype]] = {
    "infra_heavy": Archetype(
        "infra_heavy",
        "Infra-heavy",
        70,
        "Kubernetes, cloud services, deployment pipelines.",
        "cut the time to deploy from 2 weeks to 1 day",
        "p25 to p50 of the level",
        (
            DutyLine("Run and scale the clusters and GPUs, as code", 30, "operate", 100),
            DutyLine("Serve models and roll them out safely, with canary and rollback", 25, "operate", 65),
            DutyLine("Keep automated builds and releases for code and models fast", 15, "build", 75),
            DutyLine("Monitor services and models, with alerts on drift", 15, "build", 55),
            DutyLine("Build and repair training and batch pipelines", 10, "build", 40),
            DutyLine("Help data scientists and ML engineers to ship", 5, "operate", 30),
        ),
        (
            ("python",),
            ("kubernetes",),
            _CLOUD,
            ("model-serving",),
            ("model-monitoring",),
            ("iac",),
            ("ci-cd",),
            ("prometheus", "datadog", "opentelemetry"),
        ),
        (("kserve", "triton"), ("service-mesh",), ("finops",), ("go",)),
        (
            "A GPU cluster that several teams share safely",
            "Canary releases for the 10 busiest model services",
            "Time to deploy a model down from 2 weeks to 1 day",
        ),
        (
            "By day 30: access to every system and a runbook for each live model",
            "By day 60: one service released through the new rollout path",
            "By day 90: time to deploy halved for the first team",
        ),
    ),
    "balanced": Archetype(
        "balanced",
        "Balanced",
        50,
        "ML pipelines, feature engineering, model deployment.",
        "drift alerts on the 5 most used models",
        "p40 to p60 of the level",
        (
            DutyLine("Automate training pipelines and retraining, with a quality gate", 25, "build", 40),
            DutyLine("Deploy and serve models, with a way back", 20, "operate", 60),
            DutyLine("Monitor model quality and drift", 15, "build", 40),
            DutyLine("Run and scale the clusters and cloud services underneath", 20, "operate", 95),
            DutyLine("Check features and data before they reach a model", 10, "build", 25),
            DutyLine("Give data scientists templates and help to use them", 10, "build", 25),
        ),
        (
            ("python",),
            ("docker", "kubernetes"),
            _CLOUD,
            ("model-serving",),
            ("model-monitoring",),
            ("ml-pipelines", "airflow", "kubeflow"),
            ("experiment-tracking", "mlflow", "model-registry"),
            ("ci-cd",),
        ),
        (("feature-store",), ("iac",), ("kafka", "flink-beam"), ("llm-serving",)),
        (
            "Weekly retraining of the main model, with a quality gate",
            "Drift alerts on the 5 most used models",
            "One template for model services that every team shares",
        ),
        (
            "By day 30: access to every system and a runbook for each live model",
            "By day 60: quality alerts on the most used model",
            "By day 90: one model retrained every week without a hand on it",
        ),
    ),
    "ml_heavy": Archetype(
        "ml_heavy",
        "ML-heavy",
        30,
        "Tracking, feature stores, model optimisation.",
        "inference 3 times cheaper",
        "p55 to p80 of the level; compare with ML engineers too",
        (
            DutyLine("Run experiment tracking, the model registry and evaluation", 25, "build", 30),
            DutyLine("Build and scale the feature store, the same online and offline", 20, "build", 45),
            DutyLine("Tune models and make inference cheaper", 20, "model", 10),
            DutyLine("Automate training pipelines and retraining", 15, "build", 40),
            DutyLine("Deploy models and monitor them for drift", 15, "operate", 55),
            DutyLine("Look after the infrastructure underneath", 5, "operate", 100),
        ),
        (
            ("python",),
            ("pytorch", "tensorflow", "scikit-learn"),
            ("experiment-tracking", "mlflow"),
            ("drift-detection", "model-monitoring"),
            ("model-deployment",),
            ("feature-store", "feature-engineering"),
            _CLOUD,
        ),
        (("ray", "distributed-training"), ("tensorrt-onnx",), ("llm-evals",), ("kubernetes",)),
        (
            "A feature platform whose values are the same online and offline",
            "An evaluation harness that every release passes through",
            "Serving the main model 3 times cheaper",
        ),
        (
            "By day 30: access to every system and the last 3 releases evaluated again",
            "By day 60: every experiment of one team tracked and repeatable",
            "By day 90: one model released through the evaluation harness",
        ),
    ),
}
"""By the document's value, in the order of the form."""
