"""Must-haves that ask for several tools of one kind, each of them."""

from collections.abc import Sequence

from hiring.facts.slots import Requirement


def cloud_slots(musts: Sequence[Requirement]) -> list[Requirement]:
    """The must-haves that only a cloud satisfies. A name the taxonomy does not know is taken for a cloud beside one."""
    return [
        must
        for must in musts
        if any(skill and skill.family == "cloud" for skill in must.skills)
        and all(skill is None or skill.family == "cloud" for skill in must.skills)
    ]


def clouds_without_overlap(musts: Sequence[Requirement]) -> list[Requirement]:
    """The cloud must-haves, where no single cloud satisfies them all; else nothing."""
    clouds = cloud_slots(musts)
    choices = [
        {skill.slug if skill else text.strip().casefold() for skill, text in zip(m.skills, m.slot.any_of, strict=True)}
        for m in clouds
    ]
    return clouds if choices and not set.intersection(*choices) else []


def same_kind(musts: Sequence[Requirement]) -> list[tuple[Requirement, ...]]:
    """Groups of two or more must-haves that ask for different members of one kind.

    Kinds: the families of interchangeable tools, tracking tools, serving tools (tools are what has a first release).
    """
    lines: dict[str, dict[int, Requirement]] = {}
    slugs: dict[str, set[str]] = {}
    for must in musts:
        for skill in must.skills:
            if skill is None:
                continue
            kinds = [skill.family] if skill.family else []
            if skill.since is not None and skill.area in ("tracking", "serving"):
                kinds.append(f"area {skill.area}")
            for kind in kinds:
                lines.setdefault(kind, {})[must.index] = must
                slugs.setdefault(kind, set()).add(skill.slug)
    return [tuple(group.values()) for kind, group in lines.items() if len(group) > 1 and len(slugs[kind]) > 1]
