"""The catalogue of mistakes as text and as JSON-ready data."""

from textwrap import indent, wrap
from typing import Any

from hiring.checking import Mistake, Trigger
from hiring.registry import MISTAKES, RULESET
from hiring.reporting.json_form import plain
from hiring.thresholds import THRESHOLDS, Threshold


def catalogue_json() -> dict[str, Any]:
    """Every mistake and trigger with its metadata."""
    return {"ruleset": RULESET, "mistakes": [_mistake(mistake) for mistake in MISTAKES]}


def catalogue_text() -> str:
    """The same for a terminal: one paragraph a trigger."""
    blocks = []
    for mistake in MISTAKES:
        lines = [f"{mistake.id} {mistake.name} ({mistake.slug})", *wrap(mistake.summary, 96), ""]
        for trigger in mistake.triggers:
            severities = "/".join(severity.word for severity in trigger.severities)
            lines += [f"  {trigger.id} {trigger.title} [{severities}]"]
            lines += indent("\n".join(wrap(f"Fires when: {trigger.fires_when}", 90)), "      ").split("\n")
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def _mistake(mistake: Mistake) -> dict[str, Any]:
    return {
        "id": mistake.id,
        "slug": mistake.slug,
        "name": mistake.name,
        "title_flagged": mistake.title_flagged,
        "title_clear": mistake.title_clear,
        "summary": mistake.summary,
        "why": mistake.why,
        "goes_wrong": mistake.goes_wrong,
        "steps": list(mistake.steps),
        "sources": [
            {"claim": source.claim, "name": source.name, "where": source.where, "grade": source.grade.value}
            for source in mistake.sources
        ],
        "dissent": list(mistake.dissent),
        "blind_spots": list(mistake.blind_spots),
        "triggers": [_trigger(trigger) for trigger in mistake.triggers],
    }


def _trigger(trigger: Trigger) -> dict[str, Any]:
    return {
        "id": trigger.id,
        "title": trigger.title,
        "severities": [severity.word for severity in trigger.severities],
        "reads": list(trigger.reads),
        "fires_when": trigger.fires_when,
        "quiet_when": list(trigger.quiet_when),
        "example_fires": trigger.example_fires,
        "example_quiet": trigger.example_quiet,
        "effort": trigger.effort.value,
        "same_fact": list(trigger.same_fact),
        "thresholds": [_threshold(threshold) for threshold in THRESHOLDS if trigger.id in threshold.triggers],
    }


def _threshold(threshold: Threshold) -> dict[str, Any]:
    return {
        "value": plain(threshold.value),
        "unit": threshold.unit,
        "meaning": threshold.meaning,
        "source": threshold.source or "rule of thumb",
    }
