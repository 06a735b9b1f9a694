"""What the ad says is to be done, and which areas of MLOps work that covers."""

from typing import Final

from hiring.facts.areas import AREAS as LIFECYCLE_AREAS
from hiring.facts.areas import OBJECTS, PROSE, STEMS, areas_of
from hiring.facts.duty_areas import AREAS as DUTY_AREAS
from hiring.facts.duty_areas import areas_in_line
from hiring.job_ad.ad import AdSlot, Said
from hiring.prose.hints import hints
from hiring.prose.reading import Reading
from hiring.prose.spans import SectionKind, Span

_DUTIES: Final[frozenset[SectionKind]] = frozenset({"duties"})
_PROSE_DUTIES: Final[frozenset[SectionKind]] = frozenset({"role", "team"})
_WORK: Final[frozenset[SectionKind]] = frozenset({"duties", "role", "team", "outcomes"})
_SHORTEST: Final = 12
"""Characters below which a line is no duty but a stray word."""

_AREA_HINTS: Final = hints(
    "deploy",
    "roll",
    "releas",
    "scal",
    "automat",
    "pipeline",
    "drift",
    "retrain",
    "re-train",
    "monitor",
)
_CONCEPT_HINTS: Final = {area: (hints(*STEMS[area]), hints(*OBJECTS[area])) for area in LIFECYCLE_AREAS}
"""Letters of which a line must hold some, and others of which it must hold some as well, before an area's pattern."""


def _of_work(reading: Reading, start: int, end: int) -> bool:
    return reading.kind_at(end - 1) in _WORK or reading.kind_at((start + end) // 2) in _WORK


def duties_of(reading: Reading) -> tuple[Said[str], ...]:
    """The lines on what is to be done; without a heading for them, the bullets and sentences about the role."""
    lines = [span for span in reading.lines(_DUTIES) if span.end - span.start >= _SHORTEST]
    if not lines:
        lines = [
            Span(block.line.start, block.line.end)
            for block in reading.blocks
            if block.kind in _PROSE_DUTIES
            and (
                block.line.bullet
                or "you will" in reading.low[block.line.start : block.line.end]
                or "you'll" in reading.low[block.line.start : block.line.end]
            )
        ]
    return tuple(Said(reading.text[start:end], (Span(start, end),)) for start, end in lines)


def duty_areas_of(reading: Reading) -> tuple[Said[str], ...]:
    """Those of the four areas of MLOps work that the lines about the work name, each with its first words."""
    found: dict[str, Said[str]] = {}
    for start, end in reading.hinted.having(_AREA_HINTS):
        if not _of_work(reading, start, end):
            continue
        for area, (first, last) in areas_in_line(reading.low[start:end]):
            found.setdefault(area, Said(area, (Span(start + first, start + last),)))
        if len(found) == len(DUTY_AREAS):
            break
    return tuple(found[area] for area in DUTY_AREAS if area in found)


def lifecycle_areas_of(reading: Reading, slots: tuple[AdSlot, ...]) -> tuple[Said[str], ...]:
    """Those of the five requirement areas that must-haves and work touch, by names of tools and in plain words."""
    found: dict[str, Said[str]] = {}
    for slot in slots:
        if slot.must and slot.known:
            for area in areas_of(slot.any_of):
                found.setdefault(area, Said(area, slot.spans))
    for area in LIFECYCLE_AREAS:
        if area in found:
            continue
        stems, objects = _CONCEPT_HINTS[area]
        with_objects = reading.hinted.starts(objects)
        for start, end in reading.hinted.having(stems):
            if start not in with_objects or not _of_work(reading, start, end):
                continue
            match = PROSE[area].search(reading.low, start, end)
            if match is not None:
                found[area] = Said(area, (Span(*match.span()),))
                break
    for skill in reading.skills if len(found) < len(LIFECYCLE_AREAS) else ():
        areas = areas_of((skill.slug,)) - found.keys()
        if areas and reading.kind_at(skill.start) in _WORK:
            for area in areas:
                found[area] = Said(area, (Span(skill.start, skill.end),))
    return tuple(found[area] for area in LIFECYCLE_AREAS if area in found)
