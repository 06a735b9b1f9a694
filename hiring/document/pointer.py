"""Reading and patching a document by JSON Pointer (RFC 6901) and JSON Patch (RFC 6902)."""

import json
from collections.abc import Sequence
from typing import Any, Final

import jsonpatch
import jsonpointer
from pydantic import ValidationError

from hiring.document.requisition import RequisitionDocument


class _Missing:
    """Nothing is there."""


MISSING: Final = _Missing()


class PatchRefused(Exception):
    """A patch does not fit the document, or would make it invalid. The text says why."""


def value_at(data: Any, path: str) -> Any:
    """The value at a JSON Pointer in plain JSON data, or ``MISSING``."""
    return jsonpointer.resolve_pointer(data, path, MISSING)


def patched(document: RequisitionDocument, patch: Sequence[Any]) -> RequisitionDocument:
    """The document with the patch applied. Raises PatchRefused; the document itself never changes."""
    try:
        data = jsonpatch.apply_patch(document.model_dump(mode="json"), [dict(operation) for operation in patch])
        return RequisitionDocument.model_validate_json(json.dumps(data))
    except (jsonpatch.JsonPatchException, jsonpointer.JsonPointerException) as error:
        raise PatchRefused(f"The patch does not fit the document: {error}") from error
    except ValidationError as error:
        raise PatchRefused(f"The patched document would not be valid: {error.errors()[0]['msg']}") from error
