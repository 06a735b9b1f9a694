"""The interview stages between their rows and the document's ``process.stages`` (settings.HIRING_DOCUMENT_PARTS)."""

from typing import Any, Final, cast

from django.db import transaction
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from assessments.models import LARGEST_COUNT, LONGEST_SCENARIO, InterviewStage
from hiring.document import Stage
from hiring.models import Requisition

_FIELDS: Final = tuple(Stage.model_fields)


class Stages:
    """Reads and writes the stages of a requisition as plain data in the document's form."""

    def read(self, requisition: Requisition) -> list[dict[str, Any]]:
        """The stages in order. One query; none where ``interview_stages`` is prefetched or nothing is saved yet."""
        return [_plain(row) for row in _rows(requisition)]

    def write(self, requisition: Requisition, value: list[dict[str, Any]]) -> None:
        """Make the rows match. Rows that already do are left alone, so history shows what really changed."""
        wanted = [_normal(stage) for stage in value]
        with transaction.atomic():
            rows = list(InterviewStage.objects.filter(requisition=requisition))
            changed = []
            for row, stage in zip(rows, wanted, strict=False):
                if _plain(row) != stage:
                    _fill(row, stage)
                    changed.append(row)
            if changed:
                bulk_update_with_history(changed, InterviewStage, _FIELDS)
            added = [
                InterviewStage(requisition=requisition, order=order, **stage)
                for order, stage in enumerate(wanted[len(rows) :], start=len(rows))
            ]
            if added:
                bulk_create_with_history(added, InterviewStage)
            for row in rows[len(wanted) :]:
                row.delete()
        getattr(requisition, "_prefetched_objects_cache", {}).pop("interview_stages", None)

    def check(self, value: list[dict[str, Any]]) -> list[str]:
        """What the rows cannot hold, as one sentence each with the number of the stage; empty where all is well."""
        return [
            f"Stage {number}: {problem}"
            for number, stage in enumerate(value, start=1)
            for problem in _problems(_normal(stage))
        ]


STAGES: Final = Stages()


def _rows(requisition: Requisition) -> list[InterviewStage]:
    if requisition._state.adding:
        return []
    # The way that uses prefetched rows. Type checkers do not see relations from the floor above.
    return list(cast(Any, requisition).interview_stages.all())


def _normal(stage: dict[str, Any]) -> dict[str, Any]:
    """The stage with every field present and lists as lists."""
    blank: dict[str, Any] = {"day": None, "panel": [], "tags": [], "scenario": None, "competencies": []}
    return {
        field: list(item) if isinstance(item, tuple) else item
        for field, item in ((field, (blank | stage)[field]) for field in _FIELDS)
    }


def _plain(row: InterviewStage) -> dict[str, Any]:
    return {field: getattr(row, field) for field in _FIELDS}


def _fill(row: InterviewStage, stage: dict[str, Any]) -> None:
    for field, item in stage.items():
        setattr(row, field, item)


def _problems(stage: dict[str, Any]) -> list[str]:
    problems = []
    if stage["minutes"] > LARGEST_COUNT:
        problems.append(f"minutes must be {LARGEST_COUNT:,} or less.")
    if stage["day"] is not None and stage["day"] > LARGEST_COUNT:
        problems.append(f"the day must be {LARGEST_COUNT:,} or less.")
    if stage["scenario"] is not None and len(stage["scenario"]) > LONGEST_SCENARIO:
        problems.append(f"the scenario must have {LONGEST_SCENARIO} characters or fewer.")
    texts = (stage["scenario"] or "", *stage["competencies"])
    if any("\x00" in text for text in texts):
        problems.append("null characters are not allowed.")
    return problems
