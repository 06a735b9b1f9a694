"""The digest by which reviews, approvals and exports name a document."""

import hashlib
from typing import Any

import rfc8785

from hiring.document.base import LARGEST_EXACT_INTEGER
from hiring.document.requisition import RequisitionDocument


def canonical_json(value: Any) -> bytes:
    """Canonical JSON (RFC 8785) of plain data. Integers past 2**53 become doubles, as that standard asks."""
    try:
        return rfc8785.dumps(value)
    except rfc8785.IntegerDomainError:
        return rfc8785.dumps(_as_doubles(value))


def digest_of(document: RequisitionDocument) -> str:
    """SHA-256 of the document's canonical JSON, defaults filled in: 64 hexadecimal digits."""
    return hashlib.sha256(canonical_json(document.model_dump(mode="json"))).hexdigest()


def _as_doubles(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _as_doubles(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_as_doubles(item) for item in value]
    if type(value) is int and abs(value) > LARGEST_EXACT_INTEGER:
        return float(value)
    return value
