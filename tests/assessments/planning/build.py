"""Requisitions for the tests of the planner."""

import json
from typing import Any

from hiring.document import RequisitionDocument
from hiring.presets.archetypes import ARCHETYPES

TEAM = {"ds_count": 4, "mle_count": 2, "mlops_count": 1, "platform_count": 2}


def requisition(
    level: str | None = "senior", archetype: str | None = "balanced", **sections: Any
) -> RequisitionDocument:
    """A requisition with the archetype's must-haves and a company that has everybody; sections replace these."""
    preset = ARCHETYPES[archetype if archetype in ARCHETYPES else "balanced"]
    musts = [{"any_of": list(slot)} for slot in preset.must_haves]
    raw = {
        "role": {"level": level},
        "ml_today": TEAM,
        "scope": {"archetype": archetype, "must_haves": musts},
    } | sections
    return RequisitionDocument.model_validate_json(json.dumps(raw))


def scope(*musts: str, archetype: str = "balanced") -> dict[str, Any]:
    """A scope with these must-haves; ``|`` parts alternatives."""
    return {"archetype": archetype, "must_haves": [{"any_of": must.split("|")} for must in musts]}
