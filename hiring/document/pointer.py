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
    operations = [dict(operation) for operation in patch]
    touched = _sections_in(operations)
    try:
        if touched is None:
            whole = jsonpatch.apply_patch(data, operations)
            return RequisitionDocument.model_validate_json(json.dumps(whole))
        sections = {name: json.loads(json.dumps(data[name])) for name in touched}
        jsonpatch.apply_patch(sections, operations, in_place=True)
        parts = {name: SECTIONS[name].model_validate_json(json.dumps(sections[name])) for name in touched}
        return document.model_copy(update=parts)
    except (jsonpatch.JsonPatchException, jsonpointer.JsonPointerException) as error:
        raise PatchRefused(f"The patch does not fit the document: {error}") from error
    except ValidationError as error:
        raise PatchRefused(f"The patched document would not be valid: {error.errors()[0]['msg']}") from error


@lru_cache(maxsize=2048)
def _pointer(path: str) -> jsonpointer.JsonPointer:
    return jsonpointer.JsonPointer(path)


def _sections_in(operations: Iterable[Mapping[str, Any]]) -> set[str] | None:
    """The sections that the operations work within: no other need be copied or read again. None where one does not."""
    found = set()
    for operation in operations:
        for path in (operation.get("path"), operation.get("from", operation.get("path"))):
            parts = path.split("/") if isinstance(path, str) else []
            if len(parts) < 3 or parts[1] not in SECTIONS:
                return None
            found.add(parts[1])
    return found
