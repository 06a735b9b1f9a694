"""Essential answers: without them the verdict is "needs answers". This table alone decides."""

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import Final

from hiring.document import RequisitionDocument


def _always(document: RequisitionDocument) -> bool:
    return True


def _debt_is_not_low(document: RequisitionDocument) -> bool:
    return document.ml_today.debt in ("some", "heavy")


def _somebody_is_on_call(document: RequisitionDocument) -> bool:
    return document.growth.oncall_required is True


@dataclass(frozen=True, slots=True)
class Essential:
    """One essential answer: section and field of the document, and when it is asked for."""

    section: str
    field: str
    when: Callable[[RequisitionDocument], bool] = _always

    @property
    def path(self) -> str:
        """JSON Pointer of the answer."""
        return f"/{self.section}/{self.field}"


def _of(section: str, *fields: str) -> tuple[Essential, ...]:
    return tuple(Essential(section, field) for field in fields)


ESSENTIALS: Final[tuple[Essential, ...]] = (
    *_of("role", "title", "level", "locations", "work_mode", "company_stage"),
    *_of("ml_today", "models_in_prod", "models_to_prod_6m", "ds_count", "mle_count", "mlops_count", "platform_count"),
    *_of("ml_today", "ds_infra_pct", "monitoring", "debt"),
    Essential("ml_today", "debt_disclosed", _debt_is_not_low),
    *_of(
        "scope", "archetype", "infra_pct", "platform_or_models", "duties", "must_haves", "years_min", "first_projects"
    ),
    *_of("pay", "currency", "base_min", "base_max", "benchmark_role", "band_published"),
    *_of("organisation", "reports_to", "teams_served", "authority", "role_metrics", "in_okrs", "shared_with_ds"),
    *_of("process", "stages", "rubric_defined", "scorecard", "soft_weight_pct", "loop_days", "decision_hours"),
    *_of("growth", "ladder", "next_level_criteria", "scope_expansion", "planned_mlops_12m", "oncall_required"),
    Essential("growth", "coverage", _somebody_is_on_call),
    Essential("growth", "rotation_size", _somebody_is_on_call),
    Essential("growth", "pages_per_week", _somebody_is_on_call),
    Essential("growth", "oncall_comp", _somebody_is_on_call),
)
"""From domain.md section B (marked E), in the order of the form.

Crisis signs and nice-to-haves are essential questions too, but there "none" is the empty list: they cannot be missing.
"""

_VALUES: Final = [(essential, attrgetter(f"{essential.section}.{essential.field}")) for essential in ESSENTIALS]
_MAY_BE_EMPTY: Final = frozenset({"authority", "role_metrics"})


def missing_essentials(document: RequisitionDocument) -> tuple[str, ...]:
    """JSON Pointers of the essential answers that are not given, in the order of the form."""
    return tuple(
        [
            essential.path
            for essential, value_in in _VALUES
            if ((value := value_in(document)) is None or (value == () and essential.field not in _MAY_BE_EMPTY))
            and essential.when(document)
        ]
    )
