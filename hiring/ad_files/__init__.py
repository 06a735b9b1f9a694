"""Getting the text out of an ad that somebody pastes or uploads: txt, md, html, docx, pdf.

Every format has limits on size, and those that can be made to unfold without end (docx, pdf) are opened in a process
of their own with limits on time and memory. Whatever cannot be read is refused in words that say what to do.
"""

from pathlib import PurePath
from typing import Final

from hiring.ad_files.decoding import decoded, tidy
from hiring.ad_files.kinds import FileKind, kind_of, looks_like_html
from hiring.ad_files.refused import Refused

LARGEST_FILE: Final = 5 * 1024 * 1024
"""Bytes of an uploaded ad. One with a logo in it has half a megabyte."""

LONGEST_AD: Final = 200_000
"""Characters of an ad. A long one has ten thousand."""

ACCEPTED: Final = ".txt,.md,.markdown,.html,.htm,.docx,.pdf"
"""What a file field offers, in the form of the HTML attribute ``accept``."""


def refuse_larger(size: int) -> None:
    """Raises Refused for a file of more bytes than are taken: before it is read, where its size is known."""
    if size > LARGEST_FILE:
        raise Refused(
            f"The file has {size / 1024 / 1024:.1f} MB; up to {LARGEST_FILE // 1024 // 1024} MB are taken. "
            "Save the advert alone, without pictures, or paste its text."
        )


def text_of_file(content: bytes, name: str) -> str:
    """The text of an uploaded ad. ``name`` is the file's own name: it decides only between kinds of text.

    Raises Refused, in words for the person who uploaded it.
    """
    refuse_larger(len(content))
    if not content.strip():
        raise Refused("The file is empty.")
    kind = kind_of(content, PurePath(name).suffix.lower())
    if kind in (FileKind.WORD, FileKind.PDF):
        from hiring.ad_files.apart import text_read_apart

        text = text_read_apart(content, kind)
    elif kind is FileKind.HTML:
        from hiring.ad_files.web import text_of_html

        text = text_of_html(decoded(content))
    else:
        text = decoded(content)
    return _within_limits(tidy(text), "The file")


def text_of_paste(pasted: str) -> str:
    """The text of a pasted ad. Source code of a web page becomes the text that a reader would see.

    Raises Refused.
    """
    if len(pasted) > LONGEST_AD and not looks_like_html(pasted):
        return _within_limits(pasted, "The text")
    if looks_like_html(pasted):
        from hiring.ad_files.web import text_of_html

        pasted = text_of_html(pasted)
    return _within_limits(tidy(pasted), "The text")


def _within_limits(text: str, what: str) -> str:
    if not text:
        raise Refused(f"{what} holds no words.")
    if len(text) > LONGEST_AD:
        raise Refused(f"{what} has {len(text):,} characters; up to {LONGEST_AD:,} are taken. Paste the advert alone.")
    return text


__all__ = [
    "ACCEPTED",
    "LARGEST_FILE",
    "LONGEST_AD",
    "FileKind",
    "Refused",
    "refuse_larger",
    "text_of_file",
    "text_of_paste",
]
