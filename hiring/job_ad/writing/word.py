"""An ad as a Word document, with Word's own styles for headings and lists, so that it takes on any house style."""

import io
import re
import zipfile
from datetime import UTC, datetime
from typing import Final

import docx

from hiring.job_ad.writing.markdown import blocks_of

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_WRITTEN: Final = datetime(2000, 1, 1, tzinfo=UTC)
_NOT_XML: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def as_word(text: str, title: str) -> bytes:
    """The bytes of a ``.docx``. The same text gives the same bytes."""
    document = docx.Document()
    properties = document.core_properties
    properties.title, properties.author, properties.comments = _NOT_XML.sub("", title)[:255], "", ""
    properties.language = "en"
    properties.created = properties.modified = _WRITTEN
    for block in blocks_of(_NOT_XML.sub("", text)):
        if block.kind == "heading":
            paragraph = document.add_heading(level=0 if block.level == 1 else min(block.level - 1, 9))
        else:
            paragraph = document.add_paragraph(style="List Bullet" if block.kind == "bullet" else None)
        for run in block.runs:
            paragraph.add_run(run.text).bold = run.bold or None
    file = io.BytesIO()
    document.save(file)
    return _without_dates(file.getvalue())


def _without_dates(content: bytes) -> bytes:
    """The same archive, its parts without the time of writing."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.infolist():
            target.writestr(zipfile.ZipInfo(part.filename, _EPOCH), source.read(part), zipfile.ZIP_DEFLATED)
    return out.getvalue()
