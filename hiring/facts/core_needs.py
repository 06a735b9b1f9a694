"""Which skills should rarely leave the must-haves, and which seldom belong there (domain rules, levels)."""

from typing import Final

from hiring.skills import Skill

USUALLY_NICE: Final = frozenset(
    {
        "feature-store",
        "feast",
        "tecton",
        "hopsworks",
        "cloud-feature-store",
        "spark",
        "flink-beam",
        "kafka",
        "cuda",
        "gpu-scheduling",
        "gpu-cloud",
        "tensorrt-onnx",
        "llm-serving",
        "vllm",
        "llm-gateway",
        "go",
        "cpp-rust",
        "java-scala",
        "service-mesh",
        "distributed-training",
        "finops",
    }
)
"""Skills that seldom decide a hire (domain rules, levels): feature store, streaming, GPU tuning, LLM serving, Go."""


def core_need(skill: Skill) -> str | None:
    """The need of which one line should rarely move: Python, containers, a cloud, CI/CD, an ML area."""
    if skill.slug in USUALLY_NICE:
        return None
    if skill.slug == "python":
        return "python"
    if skill.group == "containers-k8s" and skill.slug in ("docker", "kubernetes"):
        return "containers"
    if skill.family in ("cloud", "ci"):
        return skill.family
    return "ci" if skill.slug == "ci-cd-ml" else skill.area
