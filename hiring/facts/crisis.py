"""Crisis signs: what makes a hire a rescue mission. The nine signs are ours; see the timing rubric."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from hiring.document import MlToday
from hiring.facts.logic import both
from hiring.thresholds import CRISIS_DS_PCT, CRISIS_INCIDENTS, CRISIS_SIGNS, MANY_MODELS

NAMED_SIGNS = {
    "no_rollback": "no way to roll a model back",
    "predecessor_left_no_docs": "the previous MLOps engineer left without documentation",
    "releases_frozen": "releases are frozen",
    "exec_deadline": "an executive has set a date for the fix",
}
"""The signs that are ticked as such in the questionnaire, in plain words."""


CRISIS_ANSWERS = (
    "/ml_today/crisis_signs",
    "/ml_today/incidents_90d",
    "/ml_today/found_by",
    "/ml_today/ds_infra_pct",
    "/ml_today/can_rebuild_prod",
    "/ml_today/models_in_prod",
    "/ml_today/monitoring",
)
"""The answers the signs rest on."""


class Sign(NamedTuple):
    """One sign that is present: in words, and the answer it rests on."""

    words: str
    path: str
    observed: Any


@dataclass(frozen=True, slots=True)
class Crisis:
    """The signs present, and how many there may be: ``low`` are known, ``high`` counts the open questions too."""

    found: tuple[Sign, ...]
    high: int
    open: tuple[str, ...]

    @property
    def low(self) -> int:
        """Signs known to be present."""
        return len(self.found)

    @property
    def signs(self) -> tuple[str, ...]:
        """The signs present, in plain words."""
        return tuple(sign.words for sign in self.found)

    @property
    def rescue(self) -> bool | None:
        """Whether it is a rescue mission: three signs or more; None while open questions could decide it."""
        if self.low >= CRISIS_SIGNS:
            return True
        return None if self.high >= CRISIS_SIGNS else False


def crisis_of(ml: MlToday) -> Crisis:
    """The crisis signs of a company's machine learning today."""
    found = [Sign(NAMED_SIGNS[sign], "/ml_today/crisis_signs", sign) for sign in dict.fromkeys(ml.crisis_signs)]
    models, monitoring = ml.models_in_prod, ml.monitoring
    unwatched = both(
        None if models is None else models >= MANY_MODELS,
        None if monitoring is None else monitoring == "none",
    )
    unwatched_path = "/ml_today/models_in_prod" if models is None else "/ml_today/monitoring"
    signs = (
        (
            None if ml.incidents_90d is None else ml.incidents_90d >= CRISIS_INCIDENTS,
            "three or more ML incidents in 90 days",
            "/ml_today/incidents_90d",
            ml.incidents_90d,
        ),
        (
            None if ml.found_by is None else ml.found_by == "users",
            "users find failures first",
            "/ml_today/found_by",
            ml.found_by,
        ),
        (
            None if ml.ds_infra_pct is None else ml.ds_infra_pct >= CRISIS_DS_PCT,
            "data scientists spend half their time on infrastructure",
            "/ml_today/ds_infra_pct",
            ml.ds_infra_pct,
        ),
        (
            None if ml.can_rebuild_prod is None else not ml.can_rebuild_prod,
            "the model in production cannot be rebuilt",
            "/ml_today/can_rebuild_prod",
            ml.can_rebuild_prod,
        ),
        (unwatched, "three or more models without any monitoring", unwatched_path, monitoring),
    )
    found += [Sign(words, path, observed) for present, words, path, observed in signs if present]
    unanswered = tuple(path for present, _, path, _ in signs if present is None)
    return Crisis(tuple(found), len(found) + len(unanswered), unanswered)
