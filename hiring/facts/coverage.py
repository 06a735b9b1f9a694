"""Which of the five areas are covered: by must-haves, by duties, by a managed platform."""

from collections.abc import Sequence
from typing import Final

from hiring.document import Duty
from hiring.facts.areas import MANAGED, areas_in
from hiring.facts.slots import Requirement

MANAGED_PLATFORMS: Final = frozenset({"sagemaker", "vertex", "azureml", "databricks"})


def areas_covered(
    musts: Sequence[Requirement], duties: Sequence[Duty], managed_platform: str | None = None
) -> frozenset[str]:
    """The areas touched by the must-haves and the duties. A managed platform covers serving and tracking."""
    managed = MANAGED if managed_platform in MANAGED_PLATFORMS else frozenset()
    return managed.union(*[must.line.areas for must in musts], *[areas_in(duty.text) for duty in duties])
