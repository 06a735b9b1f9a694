"""The interview loop: rounds, technical minutes, hands-on work, the hours it asks for."""

from collections.abc import Sequence
from decimal import Decimal

from hiring.document import Process, Stage
from hiring.thresholds import SHORT_CALL_MINUTES

TECHNICAL_TYPES = frozenset(
    {
        "algo_coding",
        "practical_coding",
        "whiteboard_design",
        "take_home",
        "live_debug",
        "architecture_exercise",
        "code_review",
        "panel_tech",
    }
)
"""Stage types whose minutes count as technical."""

_ALWAYS_HANDS_ON = frozenset({"take_home", "live_debug", "code_review"})
_CODING_TASKS = frozenset({"ml_scenario", "infra_scenario", "real_system"})


def technical(stages: Sequence[Stage]) -> tuple[Stage, ...]:
    """The technical stages."""
    return tuple(stage for stage in stages if stage.type in TECHNICAL_TYPES)


def is_hands_on(stage: Stage) -> bool:
    """Whether the stage shows work on something real: coding on an ML or infrastructure task, a running system."""
    if stage.type in _ALWAYS_HANDS_ON:
        return True
    if stage.type == "practical_coding":
        return not _CODING_TASKS.isdisjoint(stage.tags)
    return stage.type == "architecture_exercise" and "real_system" in stage.tags


def has_ml_scenario(stages: Sequence[Stage]) -> bool:
    """Whether any stage carries the tag of an ML scenario."""
    return any("ml_scenario" in stage.tags for stage in stages)


def is_round(stage: Stage) -> bool:
    """Whether the stage makes a round: references and a short recruiter call do not."""
    if stage.type == "recruiter_screen":
        return stage.minutes > SHORT_CALL_MINUTES
    return stage.type != "references"


def rounds(stages: Sequence[Stage]) -> int:
    """Rounds: distinct days; a stage without a day is a round of its own."""
    counted = [stage.day for stage in stages if is_round(stage)]
    return len({day for day in counted if day is not None}) + counted.count(None)


def rounds_without_takehome(stages: Sequence[Stage]) -> int:
    """Rounds other than those in which a take-home falls."""
    days = {stage.day for stage in stages if stage.type == "take_home"}
    return rounds([s for s in stages if s.type != "take_home" and (s.day is None or s.day not in days)])


def takehome(process: Process) -> bool | None:
    """Whether there is a take-home: a stage of that type, or hours stated for one. None while neither is known."""
    if process.takehome_hours or any(stage.type == "take_home" for stage in process.stages):
        return True
    return False if process.stages or process.takehome_hours is not None else None


def candidate_minutes(stages: Sequence[Stage], takehome_hours: Decimal | None) -> Decimal:
    """Minutes the loop asks of the person: all stages but references, the take-home by its hours where given."""
    minutes = sum(stage.minutes for stage in stages if stage.type not in ("take_home", "references"))
    if takehome_hours is not None:
        return minutes + takehome_hours * 60
    return Decimal(minutes + sum(stage.minutes for stage in stages if stage.type == "take_home"))
