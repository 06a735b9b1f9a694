"""Making a new requisition: blank, from a preset, as a copy, from a document, or around a pasted advert."""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from hiring.assemble import document_of, load, storage_errors
from hiring.cli.reading import BadInput, decoded, read_entry
from hiring.document import SECTIONS, RequisitionDocument, as_answered
from hiring.document.base import json_number
from hiring.filling import fill
from hiring.job_ad.suggestions import Suggestion
from hiring.models import Requisition
from hiring.questions import QUESTIONS, question_at
from hiring.reviewing import remember_verdict, review_requisition

if TYPE_CHECKING:
    from accounts.models import User

LARGEST_DOCUMENT: Final = 1024 * 1024
"""Bytes of an uploaded or pasted document. A long requisition is about 30 kilobytes."""

MOST_ROWS: Final = 100
"""Lines in a list of an uploaded document: what the form can carry back and forth."""

NOT_COPIED: Final = (
    "/role/reason",
    "/role/prior_left_months",
    "/role/prior_reason",
    "/process/posted_on",
    "/process/paused_days",
    "/process/finalists_lost_6m",
    "/process/contractor_cost",
)
"""Facts about one vacancy: true of the requisition copied, not of its copy."""


class NotStarted(Exception):
    """No requisition was made. The text says why, for the person who asked."""


def start_blank(user: "User", *, title: str = "", quick: bool = False) -> Requisition:
    """A requisition in which nothing is answered but perhaps its title."""
    return _make(user, _only(role={"title": title or None}), quick=quick)


def start_from_preset(user: "User", archetype: str, level: str) -> Requisition:
    """A requisition filled from a preset. Raises NotStarted where there is none of that name."""
    try:
        document = _only(role={"level": level}, scope={"archetype": archetype})
    except ValueError:
        raise NotStarted("Choose one of the three jobs and a level.") from None
    with transaction.atomic():
        return fill(_make(user, document), user, replace=False).requisition


def start_as_copy(user: "User", source: Requisition) -> Requisition:
    """A requisition with another's answers, without the facts that are true of that vacancy alone."""
    data = as_answered(document_of(source))
    for pointer in NOT_COPIED:
        _, section, field = pointer.split("/")
        data[section][field] = None
    return _make(user, RequisitionDocument.model_validate_json(json.dumps(data)), quick=source.quick_mode)


def start_from_document(user: "User", content: bytes, name: str) -> Requisition:
    """A requisition from a JSON document. Raises NotStarted, naming the field and what it may hold."""
    if len(content) > LARGEST_DOCUMENT:
        raise NotStarted(f"{name} is larger than 1 MB; a requisition is a few kilobytes.")
    try:
        document = read_entry(decoded(content, name), name).document
    except BadInput as error:
        raise NotStarted(str(error)) from None
    for question in QUESTIONS:
        rows = getattr(getattr(document, question.section), question.field)
        if isinstance(rows, tuple) and len(rows) > MOST_ROWS:
            raise NotStarted(
                f"{question.pointer} ({question.label}): {len(rows):,} lines; at most {MOST_ROWS} are taken."
            )
    return _make(user, document)


def start_from_ad(user: "User", text: str, accepted: Iterable[Suggestion] = ()) -> Requisition:
    """A requisition that holds the text of an advert, and of what was read from it the answers that were accepted."""
    return _make(user, _only(**with_suggestions(text, accepted)))


def with_suggestions(text: str, accepted: Iterable[Suggestion]) -> dict[str, dict[str, Any]]:
    """The sections of a document around an advert, with accepted answers in their places."""
    sections: dict[str, dict[str, Any]] = {"role": {"job_ad": text}}
    for suggestion in accepted:
        _, section, field, *_ = suggestion.pointer.split("/")
        answers = sections.setdefault(section, {})
        if suggestion.is_line:
            answers.setdefault(field, []).append(suggestion.value)
        else:
            answers[field] = suggestion.value
    return sections


def fitting(suggestions: Iterable[Suggestion]) -> tuple[Suggestion, ...]:
    """Those that the document can hold: an advert may ask for a hundred years of something."""
    return tuple(suggestion for suggestion in suggestions if _fits(suggestion))


def _fits(suggestion: Suggestion) -> bool:
    try:
        document = _only(**with_suggestions("", [suggestion]))
    except ValueError:
        return False
    return not storage_errors(Requisition(), document)


def _only(**sections: dict[str, Any]) -> RequisitionDocument:
    """A document with these answers alone: what a file leaves out has defaults, what a form leaves open has none."""
    blank = {
        section: {field: None for field, info in part.model_fields.items() if info.default not in (None, ())}
        for section, part in SECTIONS.items()
    }
    data = {section: blank[section] | sections.get(section, {}) for section in SECTIONS}
    return RequisitionDocument.model_validate_json(json.dumps(data, default=json_number))


def _make(user: "User", document: RequisitionDocument, *, quick: bool = False) -> Requisition:
    if not user.has_perm("hiring.add_requisition"):
        raise PermissionDenied("You may not make requisitions.")
    requisition = Requisition(owner=user, quick_mode=quick)
    requisition._history_user = user  # type: ignore[attr-defined]  # read by simple-history
    try:
        with transaction.atomic():
            load(requisition, document)
            remember_verdict(requisition, review_requisition(requisition).report)
    except ValidationError as error:
        raise NotStarted(_complaints(error)) from None
    return requisition


def _complaints(error: ValidationError) -> str:
    lines = []
    for where, messages in error.message_dict.items():
        section, _, field = where.partition(".")
        lines.append(f"/{section}/{field} ({question_at(f'/{section}/{field}').label}): {' '.join(messages)}")
    return " ".join(lines)
