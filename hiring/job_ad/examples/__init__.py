"""Ads to try the checker on. We wrote them; no employer in them exists."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final


@dataclass(frozen=True, slots=True)
class Example:
    """An ad to try. ``slug`` names its file; ``about`` says what is to be seen in it."""

    slug: str
    name: str
    about: str

    @property
    def text(self) -> str:
        """The ad."""
        return _text(self.slug)


EXAMPLES: Final = (
    Example("everything-at-once", "Everything at once", "A wish list with most mistakes in it."),
    Example("devops-in-disguise", "DevOps in disguise", "The title says MLOps, the work does not."),
    Example("says-what-it-is", "Says what it is", "An ad that leaves little to ask."),
)


def example(slug: str) -> Example | None:
    """The example of a name; None where there is none."""
    return next((found for found in EXAMPLES if found.slug == slug), None)


@cache
def _text(slug: str) -> str:
    return (Path(__file__).parent / f"{slug}.md").read_text(encoding="utf-8")
