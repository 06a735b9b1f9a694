"""What the templates of the form need."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from hiring.assemble import document_parts
from hiring.document import RequisitionDocument
from hiring.forms.answer import Answer, Raw
from hiring.forms.markup import options
from hiring.forms.places import COUNTRIES
from hiring.forms.reading import read
from hiring.forms.versions import Versions
from hiring.models import Requisition
from hiring.presets import ARCHETYPES
from hiring.questions import STEPS, Question, Step, describe, is_quick, questions_of
from hiring.questions.organisation import HANDOFFS
from hiring.questions.process import PANEL_ROLES, STAGE_TAGS, STAGE_TYPES
from hiring.questions.role import LEVELS
from hiring.questions.scope import DUTY_KINDS
from hiring.reviewing import Reviewed, bank, pay_section, review_requisition
from hiring.saving import Conflict, SaveResult, part_digest
from hiring.skills import SKILLS
from hiring.views.form_fields import field_groups, parts_shown
from hiring.views.form_panel import addresses_of, editable_sections, panel_of, rail_of
from hiring.views.form_pips import pips_of

CURRENCIES = (
    ("USD", "US dollar"),
    ("EUR", "Euro"),
    ("GBP", "Pound sterling"),
    ("CAD", "Canadian dollar"),
    ("AUD", "Australian dollar"),
    ("CHF", "Swiss franc"),
    ("SEK", "Swedish krona"),
    ("NOK", "Norwegian krone"),
    ("DKK", "Danish krone"),
    ("PLN", "Polish złoty"),
    ("CZK", "Czech koruna"),
    ("INR", "Indian rupee"),
    ("SGD", "Singapore dollar"),
    ("JPY", "Japanese yen"),
    ("ILS", "Israeli shekel"),
    ("BRL", "Brazilian real"),
    ("MXN", "Mexican peso"),
    ("NZD", "New Zealand dollar"),
)


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """A conflict in words. ``token`` names the stored answer that was seen."""

    question: Question
    mine: str
    theirs: str
    by: str
    at: Any
    token: str


@dataclass(frozen=True, slots=True)
class Said:
    """What is said beside a field after a save: an error, or nothing more than that it is saved."""

    name: str
    error: str


def page_context(
    user: User,
    requisition: Requisition,
    step: Step,
    *,
    reviewed: Reviewed | None = None,
    conflicts: Sequence[Conflict] = (),
    typed: Mapping[str, Raw] | None = None,
    versions: Versions | None = None,
    blank_rows: Iterable[str] = (),
    focus: str = "",
) -> dict[str, Any]:
    """The whole page. ``typed`` are answers in conflict, shown as their author typed them."""
    reviewed = reviewed or review_requisition(requisition)
    document = reviewed.document
    editable = editable_sections(user, requisition)
    place = STEPS.index(step)
    groups = field_groups(
        requisition, document, step.section, quick=requisition.quick_mode, typed=typed, blank_rows=blank_rows
    )
    fields = [field for group in groups for field in group.fields]
    every = questions_of(step.section)
    return {
        "requisition": requisition,
        "document": document,
        "step": step,
        "action": reverse("hiring:step", args=[requisition.pk, step.slug]),
        "previous": STEPS[place - 1] if place else None,
        "following": STEPS[place + 1] if place + 1 < len(STEPS) else None,
        "groups": groups,
        "asked": " ".join(field.name for field in fields),
        "suggestions": sum(field.is_accepted_with_all for field in fields),
        "n_quick": sum(is_quick(question) for question in every),
        "n_all": len(every),
        "may_edit": step.section in editable,
        "may_edit_all": len(editable) == len(STEPS),
        "focus": focus,
        "saved_at": requisition.updated_at if requisition.revision else None,
        "other_changes": (),
        **_live(user, requisition, step, reviewed, editable),
        **_versions(requisition, document, step, conflicts, versions, {c.question.field: -1 for c in conflicts}),
        "conflicts": _conflict_rows(requisition, document, conflicts),
        "preset_level": dict(LEVELS).get(document.role.level or ""),
        "lists": LISTS,
        "scenarios": _scenarios() if step.section == "process" else "",
    }


@cache
def _scenarios() -> str:
    scenarios = bank().scenarios.values()
    return options((scenario.id, f"{scenario.title}, {scenario.minutes} min") for scenario in scenarios)


def autosave_context(
    user: User, result: SaveResult, step: Step, versions: Versions, typed: Mapping[str, Raw]
) -> dict[str, Any]:
    """The parts that follow a save while somebody goes on typing: never a field itself."""
    requisition = result.requisition
    reviewed = result.reviewed
    context: dict[str, Any] = {
        "requisition": requisition,
        "step": step,
        "action": reverse("hiring:step", args=[requisition.pk, step.slug]),
        "changed": reviewed is not None,
        "saved_at": timezone.now(),
        "said": _said(result, step, typed),
    }
    document = reviewed.document if reviewed else None
    if reviewed is not None:
        context |= _live(user, requisition, step, reviewed, editable_sections(user, requisition))
    if result.behind and document is None:
        from hiring.assemble import document_of

        document = document_of(requisition)
    if document is not None:
        context |= _versions(requisition, document, step, result.conflicts, versions, result.behind)
        context["conflicts"] = _conflict_rows(requisition, document, result.conflicts)
        conflicting = {conflict.question.field for conflict in result.conflicts}
        context["other_changes"] = [
            question for question in questions_of(step.section) if question.field in result.behind.keys() - conflicting
        ]
    return context


def _live(
    user: User, requisition: Requisition, step: Step, reviewed: Reviewed, editable: frozenset[str]
) -> dict[str, Any]:
    addresses = addresses_of(requisition)
    return {
        "panel": panel_of(reviewed, step.section, editable, addresses),
        "rail": rail_of(reviewed, requisition, addresses),
        "counts": _counts(reviewed, step),
        "offer": pay_section(reviewed) if step.section == "pay" else None,
    }


def _counts(reviewed: Reviewed, step: Step) -> dict[str, Any]:
    """The figures inside the form that follow each save."""
    if step.section != "scope":
        return {}
    total = sum((duty.percent or 0) for duty in reviewed.document.scope.duties)
    return {"duties": describe("/scope/infra_pct", total), "pips": pips_of(reviewed)}


def _versions(
    requisition: Requisition,
    document: RequisitionDocument,
    step: Step,
    conflicts: Sequence[Conflict],
    versions: Versions | None,
    behind: Mapping[str, int],
) -> dict[str, Any]:
    """What the form shows from now on: the present revision, save for fields that are still out of date."""
    parts = parts_shown(document, step.section)
    kept: dict[str, int] = {}
    for name, revision in behind.items():
        if versions is None:
            continue
        if name in parts:
            parts[name] = versions.parts.get(name, "")
        else:
            kept[name] = versions.behind.get(name, versions.base) if revision < 0 else revision
    return {"versions": Versions(requisition.revision, kept, parts)}


def _conflict_rows(
    requisition: Requisition, document: RequisitionDocument, conflicts: Sequence[Conflict]
) -> list[ConflictRow]:
    return [
        ConflictRow(
            question=conflict.question,
            mine=_words(conflict.question, conflict.mine),
            theirs=_words(conflict.question, conflict.theirs),
            by="" if conflict.by is None else str(conflict.by),
            at=conflict.at,
            token=part_digest(conflict.theirs.value)
            if f"{conflict.question.section}.{conflict.question.field}" in document_parts()
            else str(requisition.revision),
        )
        for conflict in conflicts
    ]


def _words(question: Question, answer: Answer) -> str:
    if answer.unsure:
        return "not sure"
    if isinstance(answer.typed, str):
        return f"“{answer.typed}”"
    return describe(question.pointer, answer.value)


def _said(result: SaveResult, step: Step, typed: Mapping[str, Raw]) -> list[Said]:
    """One line for each field that was saved or still cannot be read."""
    lines = []
    for question in questions_of(step.section):
        if question.field not in typed:
            continue
        errors = read(question, typed[question.field]).errors
        if errors or question.field in result.saved:
            lines.append(Said(question.field, _first(errors)))
    return lines


def _first(errors: Mapping[str, str]) -> str:
    for place, message in errors.items():
        row = place.split(".")[0]
        return f"Line {int(row) + 1}: {message}" if row else message
    return ""


LISTS: dict[str, Any] = {
    "countries": options(COUNTRIES.items()),
    "currencies": options(CURRENCIES),
    "skills": options((skill.name, "") for skill in SKILLS.values()),
    "duty_kinds": DUTY_KINDS,
    "stage_types": STAGE_TYPES,
    "panel_roles": PANEL_ROLES,
    "stage_tags": STAGE_TAGS,
    "handoffs": dict(HANDOFFS),
    "archetypes": tuple(ARCHETYPES.values()),
}
"""What the fields offer: the same on every page."""
