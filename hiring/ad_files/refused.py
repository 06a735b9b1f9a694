"""The one way in which a file is turned away."""

from typing import Final

TOO_MUCH: Final = (
    "The file takes too long or too much memory to read. Save it again as a plain document, or paste the text."
)


class Refused(Exception):
    """The ad cannot be read. The text says why and what to do, for the person who gave it."""
