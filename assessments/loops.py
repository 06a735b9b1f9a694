"""The interview loop that a preset fills in, for each level and archetype.

The shape of each level's loop is the table of domain.md section H: three rounds on three working days of one week.
Live debugging and code review stand for the hands-on part: a take-home is the manager's choice, not a default.
"""

from dataclasses import dataclass
from typing import Final

from assessments.bank.shipped import SCENARIOS
from hiring.document import Stage
from hiring.document.process import PanelRole, StageTag, StageType

FIRST_DAY, MIDDLE_DAY, LAST_DAY = 1, 3, 5


@dataclass(frozen=True, slots=True)
class _Focus:
    """What the loops of one archetype look at.

    ``past_work``, ``hands_on`` and ``second`` are the must-have slugs looked at in the first talk, in the debugging
    session and in the session after it; alternatives of one must-have stand together. ``debug`` and ``design`` name
    the scenario of each level.
    """

    past_work: tuple[str, ...]
    hands_on: tuple[str, ...]
    second: tuple[str, ...]
    debug: dict[str, str]
    design: dict[str, str]
    customer: PanelRole


_CLOUDS: Final = ("aws", "gcp", "azure")

_FOCUS: Final = {
    "infra_heavy": _Focus(
        past_work=(*_CLOUDS, "iac", "terraform"),
        hands_on=("python", "kubernetes", "sre-practice", "prometheus", "model-monitoring"),
        second=("ci-cd", "model-serving", "model-deployment"),
        debug={"junior": "S06", "mid": "S05", "senior": "S06", "staff": "S06", "principal": "S05"},
        design={"senior": "S14", "staff": "S16", "principal": "S14"},
        customer="ml_engineer",
    ),
    "balanced": _Focus(
        past_work=(*_CLOUDS, "docker", "kubernetes"),
        hands_on=("python", "ml-pipelines", "airflow", "model-monitoring", "drift-detection"),
        second=("ci-cd", "experiment-tracking", "mlflow", "model-registry", "model-serving", "model-deployment"),
        debug={"junior": "S06", "mid": "S05", "senior": "S04", "staff": "S11", "principal": "S05"},
        design={"senior": "S14", "staff": "S14", "principal": "S14"},
        customer="data_scientist",
    ),
    "ml_heavy": _Focus(
        past_work=(*_CLOUDS, "pytorch", "tensorflow", "scikit-learn"),
        hands_on=(
            "python",
            "feature-engineering",
            "feature-store",
            "drift-detection",
            "model-monitoring",
            "ml-testing",
        ),
        second=("experiment-tracking", "mlflow", "model-registry", "model-deployment", "model-serving"),
        debug={"junior": "S06", "mid": "S04", "senior": "S08", "staff": "S05", "principal": "S08"},
        design={"senior": "S15", "staff": "S15", "principal": "S15"},
        customer="data_scientist",
    ),
}


def stages_for(level: str, archetype: str) -> list[Stage]:
    """The loop for a level and an archetype; an archetype still open gets the balanced one.

    Raises KeyError for an unknown level.
    """
    return list(LOOPS[level, archetype if archetype in _FOCUS else "balanced"])


def _loop(level: str, focus: _Focus) -> tuple[Stage, ...]:
    middle: tuple[Stage, ...]
    last: tuple[Stage, ...]
    match level:
        case "junior":
            middle = (_debug(level, focus, 60),)
            last = (_review(focus), _partners(focus))
        case "mid":
            middle = (_debug(level, focus, 60), _review(focus))
            last = (_follow_up(focus), _partners(focus), _close())
        case "senior":
            middle = (_debug(level, focus, 60), _design(level, focus))
            last = (_partners(focus), _explain(), _close())
        case _:
            middle = (_design(level, focus), _debug(level, focus, 45))
            last = (_strategy_talk(), _partners(focus))
    dated = ((FIRST_DAY, (_first_talk(level, focus),)), (MIDDLE_DAY, middle), (LAST_DAY, last))
    return tuple(stage.model_copy(update={"day": day}) for day, stages in dated for stage in stages)


def _first_talk(level: str, focus: _Focus) -> Stage:
    minutes = 45 if level in ("junior", "mid") else 60
    return _talk("hm_screen", minutes, ("hiring_manager",), ("communication",), focus.past_work)


def _debug(level: str, focus: _Focus, minutes: int) -> Stage:
    return _exercise(focus.debug[level], minutes, ("mlops_peer", focus.customer), focus.hands_on)


def _design(level: str, focus: _Focus) -> Stage:
    # Five interviewers at most: from staff on an executive takes the fifth place.
    panel: tuple[PanelRole, ...] = ("mlops_peer", "platform_sre") if level == "senior" else ("mlops_peer",)
    return _exercise(focus.design[level], 60, panel, focus.second)


def _review(focus: _Focus) -> Stage:
    return _exercise("S13", 45, ("mlops_peer",), focus.second)


def _follow_up(focus: _Focus) -> Stage:
    return _talk("panel_tech", 30, ("mlops_peer", focus.customer), ("communication",), ())


def _partners(focus: _Focus) -> Stage:
    tags: tuple[StageTag, ...] = ("collaboration", "customer_empathy", "stakeholder")
    return _talk("partner_interview", 45, (focus.customer, "product"), tags, ())


def _explain() -> Stage:
    return _talk("partner_interview", 30, ("product",), ("communication", "stakeholder"), ())


def _strategy_talk() -> Stage:
    return _talk("exec_chat", 60, ("executive", "hiring_manager"), ("communication", "stakeholder"), ())


def _close() -> Stage:
    return _talk("hm_screen", 30, ("hiring_manager",), (), ())


def _exercise(scenario: str, minutes: int, panel: tuple[PanelRole, ...], competencies: tuple[str, ...]) -> Stage:
    exercise = SCENARIOS[scenario]
    return Stage(
        type=exercise.type,
        minutes=minutes,
        panel=panel,
        tags=exercise.tags,
        scenario=scenario,
        competencies=competencies,
    )


def _talk(
    type_: StageType,
    minutes: int,
    panel: tuple[PanelRole, ...],
    tags: tuple[StageTag, ...],
    competencies: tuple[str, ...],
) -> Stage:
    return Stage(type=type_, minutes=minutes, panel=panel, tags=(*tags, "anchored"), competencies=competencies)


LEVELS: Final = ("junior", "mid", "senior", "staff", "principal")

LOOPS: Final = {(level, name): _loop(level, focus) for level in LEVELS for name, focus in _FOCUS.items()}
"""All loops by (level, archetype)."""
