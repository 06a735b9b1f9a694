"""The digest by which reviews, approvals and exports name a document."""

import hashlib

from hiring.document.canonical import canonical_json
from hiring.document.requisition import RequisitionDocument


def digest_of(document: RequisitionDocument) -> str:
    """SHA-256 of the document's canonical JSON, defaults filled in: 64 hexadecimal digits."""
    return hashlib.sha256(canonical_json(document)).hexdigest()
