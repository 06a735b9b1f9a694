"""From rows to the document and back: the only place where they meet."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Protocol

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.module_loading import import_string

from hiring.document import SECTIONS, TICK_LISTS, RequisitionDocument, not_answered
from hiring.models import Requisition


class DocumentPart(Protocol):
    """A part of the document that another app keeps in rows of its own (settings.HIRING_DOCUMENT_PARTS)."""

    def read(self, requisition: Requisition) -> list[dict[str, Any]]:
        """The part as plain data in the document's form."""

    def write(self, requisition: Requisition, value: list[dict[str, Any]]) -> None:
        """Replace the part's rows. Called within a transaction."""

    def check(self, value: list[dict[str, Any]]) -> list[str]:
        """What is wrong with a value that the rows cannot hold; empty where all is well."""


@cache
def document_parts() -> Mapping[str, DocumentPart]:
    """The parts kept elsewhere, by ``section.field``."""
    return {place: import_string(path) for place, path in settings.HIRING_DOCUMENT_PARTS.items()}


@cache
def answer_fields() -> Mapping[str, str]:
    """Section of each answer that is a column of the requisition, by field name."""
    return {
        field: section
        for section, part in SECTIONS.items()
        for field in part.model_fields
        if f"{section}.{field}" not in settings.HIRING_DOCUMENT_PARTS
    }


def document_of(requisition: Requisition) -> RequisitionDocument:
    """The document of a requisition. Null columns are null in the document, or left out where it knows no null."""
    data: dict[str, dict[str, Any]] = {section: {} for section in SECTIONS}
    for field, section in answer_fields().items():
        value = getattr(requisition, field)
        if value is not None or field not in TICK_LISTS.get(section, ()):
            data[section][field] = value
    for place, part in document_parts().items():
        section, field = place.split(".")
        data[section][field] = part.read(requisition)
    return RequisitionDocument.model_validate(data, strict=False)


def columns_of(document: RequisitionDocument) -> dict[str, Any]:
    """The document's answers as column values: decimals and dates stay themselves, lists become plain data."""
    plain = document.model_dump(mode="json")
    columns: dict[str, Any] = {}
    for field, section in answer_fields().items():
        value = getattr(getattr(document, section), field)
        columns[field] = plain[section][field] if isinstance(value, tuple) else value
        if not_answered(document, section, field):
            columns[field] = None
    return columns


def load(requisition: Requisition, document: RequisitionDocument) -> None:
    """Put a document's answers on a requisition and save both it and its parts, whole or not at all.

    Raises ValidationError, by ``section.field``, where a value is outside what the columns hold; nothing is saved then.
    """
    if errors := storage_errors(requisition, document):
        raise ValidationError(errors)
    columns = columns_of(document)
    plain = document.model_dump(mode="json")
    with transaction.atomic():
        for field, value in columns.items():
            setattr(requisition, field, value)
        requisition.save()
        for place, part in document_parts().items():
            section, field = place.split(".")
            part.write(requisition, plain[section][field])


def storage_errors(requisition: Requisition, document: RequisitionDocument) -> dict[str, list[str]]:
    """By ``section.field``: what is outside of what the columns and parts hold; empty where all fits."""
    return _column_errors(requisition, columns_of(document)) | _part_errors(document.model_dump(mode="json"))


def _column_errors(requisition: Requisition, columns: dict[str, Any]) -> dict[str, list[str]]:
    errors: dict[str, list[str]] = {}
    for name, value in columns.items():
        field = requisition._meta.get_field(name)
        where = f"{answer_fields()[name]}.{name}"
        try:
            field.clean(value, requisition)  # type: ignore[union-attr]
        except ValidationError as error:
            errors[where] = list(error.messages)
        if _holds_null_character(value):
            errors[where] = ["Null characters are not allowed."]
    return errors


def _part_errors(plain: dict[str, Any]) -> dict[str, list[str]]:
    errors: dict[str, list[str]] = {}
    for place, part in document_parts().items():
        section, field = place.split(".")
        if found := part.check(plain[section][field]):
            errors[place] = found
    return errors


def _holds_null_character(value: Any) -> bool:
    if isinstance(value, str):
        return "\x00" in value
    if isinstance(value, dict):
        return any(_holds_null_character(item) for item in value.values())
    if isinstance(value, list):
        return any(_holds_null_character(item) for item in value)
    return False
