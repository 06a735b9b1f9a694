"""Changes of the requirement lists that a machine can make: adding, moving to nice-to-have, dropping, merging lines."""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

from hiring.facts.slots import Requirement
from hiring.skills import Skill

if TYPE_CHECKING:
    from hiring.checking.outcome import PatchOperation

MUSTS: Final = "/scope/must_haves"
NICES: Final = "/scope/nice_to_haves"

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

_FEWEST_LEFT: Final = 3
"""A list is never moved below so many lines."""


def added(slugs: Iterable[str]) -> "tuple[PatchOperation, ...]":
    """Append must-haves."""
    return tuple({"op": "add", "path": f"{MUSTS}/-", "value": {"any_of": [slug], "years": None}} for slug in slugs)


def replaced(must: Requirement, slug: str) -> "PatchOperation":
    """Put another skill in the place of a must-have."""
    return {"op": "replace", "path": must.path, "value": {"any_of": [slug], "years": None}}


def without_alternatives(must: Requirement, slugs: Collection[str]) -> "PatchOperation":
    """Drop the alternatives with these slugs; drop the whole line where no other is left."""
    rest = [
        text
        for text, skill in zip(must.slot.any_of, must.skills, strict=True)
        if skill is None or skill.slug not in slugs
    ]
    if not rest:
        return {"op": "remove", "path": must.path}
    return {"op": "replace", "path": f"{must.path}/any_of", "value": rest}


def moved_to_nice(musts: Sequence[Requirement]) -> "tuple[PatchOperation, ...]":
    """Append the lines to the nice-to-haves and take them from the must-haves."""
    kept_order = sorted(musts, key=lambda must: must.index)
    adds: tuple[PatchOperation, ...] = tuple(
        {"op": "add", "path": f"{NICES}/-", "value": must.slot.model_dump(mode="json")} for must in kept_order
    )
    return adds + tuple(removed(kept_order))


def removed(musts: Iterable[Requirement]) -> "list[PatchOperation]":
    """Take lines from the must-haves, the last first, so that each pointer still holds."""
    return [{"op": "remove", "path": must.path} for must in sorted(musts, key=lambda must: -must.index)]


def merged(groups: Iterable[Sequence[Requirement]]) -> "tuple[PatchOperation, ...]":
    """Make one line with alternatives of each group of must-haves; groups that share a line become one group."""
    joined: list[dict[int, Requirement]] = []
    for group in groups:
        together = {must.index: must for must in group}
        apart = []
        for other in joined:
            if other.keys() & together.keys():
                together |= other
            else:
                apart.append(other)
        joined = [*apart, together]
    operations: list[PatchOperation] = []
    gone: list[Requirement] = []
    for lines in joined:
        first, *rest = sorted(lines.values(), key=lambda must: must.index)
        names: Any = dict.fromkeys(text for must in (first, *rest) for text in must.slot.any_of)
        operations.append({"op": "replace", "path": f"{first.path}/any_of", "value": list(names)})
        gone += rest
    return (*operations, *removed(gone))


def lines_to_move(
    musts: Sequence[Requirement], clears: Callable[[Sequence[Requirement]], bool]
) -> tuple[Requirement, ...]:
    """The fewest lines to move, in the order in which they can be spared, until what stays ``clears``.

    None at all where that would leave hardly a list.
    """
    moved: list[Requirement] = []
    staying = list(musts)
    for must in by_ease(musts):
        if clears(staying) or len(staying) <= _FEWEST_LEFT:
            break
        moved.append(must)
        staying.remove(must)
    return tuple(moved) if clears(staying) else ()


def by_ease(musts: Sequence[Requirement]) -> list[Requirement]:
    """The must-haves that count, those that can be spared first: other jobs' skills, usual extras, then the rest.

    What covers a core need for the first time goes last; among equals the later line goes first.
    """
    covered: set[str] = set()
    ranks: dict[int, int] = {}
    for must in musts:
        skill = must.skills[0]
        need = None if skill is None else _core_need(skill)
        core = need is not None and need not in covered
        if need is not None:
            covered.add(need)
        if must.line.off_role:
            ranks[must.index] = 0
        elif core:
            ranks[must.index] = 3
        else:
            ranks[must.index] = 1 if need is not None or (skill is not None and skill.slug in USUALLY_NICE) else 2
    return sorted((must for must in musts if must.line.counted), key=lambda must: (ranks[must.index], -must.index))


def _core_need(skill: Skill) -> str | None:
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
