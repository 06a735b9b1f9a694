"""A change of the document, as JSON Patch (RFC 6902) writes it."""

from typing import Any, Literal, TypedDict


class PatchOperation(TypedDict, total=False):
    """One operation of a JSON Patch (RFC 6902) on the document."""

    op: Literal["add", "remove", "replace", "test"]
    path: str
    value: Any
