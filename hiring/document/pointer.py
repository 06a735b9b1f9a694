"""Reading and patching a document by JSON Pointer (RFC 6901) and JSON Patch (RFC 6902)."""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

import jsonpatch
import jsonpointer
from pydantic import ValidationError

from hiring.document.requisition import SECTIONS, RequisitionDocument


class _Missing:
    """Nothing is there."""


MISSING: Final = _Missing()


class PatchRefused(Exception):
    """A patch does not fit the document, or would make it invalid. The text says why."""


def value_at(data: Any, path: str) -> Any:
    """The value at a JSON Pointer in plain JSON data, or ``MISSING``."""
    return _pointer(path).resolve(data, MISSING)


def patched(
    document: RequisitionDocument, patch: Sequence[Any], data: Mapping[str, Any] | None = None
) -> RequisitionDocument:
    """The document with the patch applied. Raises PatchRefused; the document itself never changes.

    Who tries many patches on one document gives its plain ``data`` (``model_dump(mode="json")``) along.
    """
    data = document.model_dump(mode="json") if data is None else data
    touched = _answers_in(patch)
    try:
        if touched is None:
            whole = jsonpatch.apply_patch(data, [dict(operation) for operation in patch])
            return RequisitionDocument.model_validate_json(json.dumps(whole))
        before = {section: {name: data[section][name] for name in names} for section, names in touched.items()}
        operations, answers = json.loads(json.dumps([patch, before]))
        jsonpatch.apply_patch(answers, operations, in_place=True)
        return _with_answers(document, touched, answers)
    except (jsonpatch.JsonPatchException, jsonpointer.JsonPointerException) as error:
        raise PatchRefused(f"The patch does not fit the document: {error}") from error
    except ValidationError as error:
        raise PatchRefused(f"The patched document would not be valid: {error.errors()[0]['msg']}") from error


@lru_cache(maxsize=2048)
def _pointer(path: str) -> jsonpointer.JsonPointer:
    return jsonpointer.JsonPointer(path)


def _answers_in(operations: Iterable[Mapping[str, Any]]) -> dict[str, set[str]] | None:
    """By section, the answers that the operations work within: no other need be copied or read again.

    None where one of them works on whole sections.
    """
    found: dict[str, set[str]] = {}
    for operation in operations:
        for path in (operation.get("path"), operation.get("from", operation.get("path"))):
            parts = str(path).split("/")
            if len(parts) < 3 or parts[1] not in SECTIONS or parts[2] not in SECTIONS[parts[1]].model_fields:
                return None
            found.setdefault(parts[1], set()).add(parts[2])
    return found


def _with_answers(
    document: RequisitionDocument, touched: Mapping[str, Iterable[str]], answers: Mapping[str, Any]
) -> RequisitionDocument:
    """The document with these answers, read as they are from a file. One that is gone has its default again."""
    sections = {}
    for section, names in touched.items():
        read = SECTIONS[section].model_validate_json(json.dumps(answers[section]))
        sections[section] = getattr(document, section).model_copy(update={name: getattr(read, name) for name in names})
    return document.model_copy(update=sections)
