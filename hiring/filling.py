"""Filling a requisition from a preset, and taking that back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

from hiring.access import require_edit
from hiring.assemble import document_parts
from hiring.forms.answer import Answer
from hiring.models import Requisition
from hiring.presets import preset_for
from hiring.questions import Question, question_at
from hiring.saving import locked, part_digest, put_answers, stored_answer

if TYPE_CHECKING:
    from accounts.models import User

STAGES = "/process/stages"


class NothingToFill(Exception):
    """No preset fits the answers. The text says what is missing."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What a preset filled in: the questions answered by it, those it left alone, and what takes it back."""

    requisition: Requisition
    answered: tuple[Question, ...]
    kept: tuple[Question, ...]
    receipt: Mapping[str, Any]


def preset_answers(archetype: str, level: str) -> dict[str, tuple[Question, Answer]]:
    """The answers of a preset by field, the interview loop included. Raises KeyError where there is no such preset."""
    preset = preset_for(archetype, level)
    values: dict[str, Any] = {
        "/scope/infra_pct": preset.infra_pct,
        "/scope/duties": list(preset.duties),
        "/scope/must_haves": list(preset.must_haves),
        "/scope/nice_to_haves": list(preset.nice_to_haves),
        "/scope/first_projects": list(preset.first_projects),
        "/scope/goals_90d": list(preset.goals_90d),
        STAGES: [
            stage.model_dump(mode="json") for stage in import_string(settings.HIRING_STAGE_PRESETS)(level, archetype)
        ],
    }
    questions = [question_at(pointer) for pointer in values]
    return {question.field: (question, Answer(values[question.pointer])) for question in questions}


def fill(requisition: Requisition, user: "User", *, replace: bool) -> Filled:
    """Fill what is empty from the preset of its archetype and level; with ``replace``, what is answered too.

    One revision. Raises NothingToFill, and PermissionDenied.
    """
    with transaction.atomic():
        requisition = locked(requisition)
        require_edit(user, requisition)
        if requisition.level is None:
            raise NothingToFill("Choose a level in step 1 first: the preset depends on it.")
        try:
            answers = preset_answers(requisition.archetype or "", requisition.level)
        except KeyError:
            raise NothingToFill("Choose one of the three jobs first: the preset depends on it.") from None
        before = {name: stored_answer(requisition, question) for name, (question, _) in answers.items()}
        wanted = {
            name: pair
            for name, pair in answers.items()
            if before[name] != pair[1] and (replace or before[name].is_open)
        }
        put_answers(requisition, user, wanted)
    kept = tuple(question for name, (question, _) in answers.items() if name not in wanted and not before[name].is_open)
    receipt = {
        "requisition": requisition.pk,
        "revision": requisition.revision,
        "fields": sorted(wanted),
        "stages_before": before["stages"].value if "stages" in wanted else None,
        "stages_after": part_digest(answers["stages"][1].value),
    }
    return Filled(requisition, tuple(question for question, _ in wanted.values()), kept, receipt)


def take_back(requisition: Requisition, user: "User", receipt: Mapping[str, Any]) -> tuple[Question, ...]:
    """Put back what stood there before a fill, from history. Gives the questions left alone: changed since.

    Raises PermissionDenied.
    """
    with transaction.atomic():
        requisition = locked(requisition)
        require_edit(user, requisition)
        lines = {
            row.revision: row
            for row in requisition.history.filter(revision__in=(receipt["revision"] - 1, receipt["revision"])).order_by(
                "history_date", "history_id"
            )
        }
        before, after = lines.get(receipt["revision"] - 1), lines.get(receipt["revision"])
        changes: dict[str, tuple[Question, Answer]] = {}
        left: list[Question] = []
        for name in receipt["fields"]:
            question = question_at(STAGES if name == "stages" else f"/scope/{name}")
            now = stored_answer(requisition, question)
            if f"{question.section}.{name}" in document_parts():
                untouched, then = part_digest(now.value) == receipt["stages_after"], Answer(receipt["stages_before"])
            else:
                untouched = after is not None and now == stored_answer(after, question)
                then = now if before is None else stored_answer(before, question)
            if untouched and before is not None:
                changes[name] = (question, then)
            else:
                left.append(question)
        put_answers(requisition, user, changes)
    return tuple(left)
