"""Reading the requisition document back out of a hiring plan."""

import io
import zlib
from typing import Final

from hiring.cli.reading import BadInput

LARGEST_DOCUMENT: Final = 16 * 1024 * 1024
"""Bytes of JSON. A requisition is a few kilobytes."""


def read_attachment(pdf: bytes) -> bytes:
    """The JSON of the requisition attached to a hiring plan. Raises BadInput where there is none."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    from assessments.plan.pdf import ATTACHMENT_NAME

    try:
        attached = PdfReader(io.BytesIO(pdf)).attachments.get(ATTACHMENT_NAME)
        content = attached[0] if attached else None
    except (
        PyPdfError,
        ValueError,
        TypeError,
        KeyError,
        IndexError,
        AttributeError,
        RecursionError,
        zlib.error,
        OSError,
    ):
        raise BadInput("the PDF cannot be read; export the hiring plan again") from None
    if content is None:
        raise BadInput(f"the PDF is not a hiring plan: it has no attachment named {ATTACHMENT_NAME}")
    if len(content) > LARGEST_DOCUMENT:
        raise BadInput(f"the attachment {ATTACHMENT_NAME} is larger than {LARGEST_DOCUMENT // 1024 // 1024} MB")
    return bytes(content)
