"""What a requisition says about the company that calls for one scenario rather than another (rule of thumb)."""

from collections.abc import Callable
from typing import Final

from hiring.document import RequisitionDocument
from hiring.document.ml_today import MlToday

_Rule = tuple[str, Callable[[MlToday], bool | None], str]

_RULES: Final[tuple[_Rule, ...]] = (
    ("S06", lambda ml: ml.retrain_manual, "your models are retrained by hand"),
    ("S06", lambda ml: "batch" in ml.serving_modes and "online" not in ml.serving_modes, "you serve in batches"),
    ("S05", lambda ml: ml.found_by == "users", "users find your failures first"),
    ("S05", lambda ml: ml.monitoring in ("none", "uptime"), "nothing watches the quality of your models yet"),
    ("S11", lambda ml: "no_rollback" in ml.crisis_signs, "you have no way back from a bad release"),
    ("S11", lambda ml: "releases_frozen" in ml.crisis_signs, "your releases are frozen"),
    ("S09", lambda ml: ml.can_rebuild_prod is False, "you cannot rebuild the model in production"),
    ("S09", lambda ml: ml.regulated, "you answer to a regulator"),
    ("S08", lambda ml: "streaming" in ml.serving_modes, "you serve from streams, where stale values hide"),
    ("S10", lambda ml: (ml.gpu_spend_month or 0) >= 10_000, "your GPU bill is large"),
    ("S16", lambda ml: (ml.gpu_spend_month or 0) >= 10_000, "your GPU bill is large"),
    ("S15", lambda ml: "llm" in ml.serving_modes, "you serve language models"),
    ("S04", lambda ml: "online" in ml.serving_modes, "you serve online, where training and serving drift apart"),
)


def signals(document: RequisitionDocument) -> dict[str, tuple[str, ...]]:
    """By scenario: what in the requisition calls for it, as parts of a sentence."""
    found: dict[str, tuple[str, ...]] = {}
    for scenario, applies, words in _RULES:
        if applies(document.ml_today):
            found[scenario] = (*found.get(scenario, ()), words)
    return found
