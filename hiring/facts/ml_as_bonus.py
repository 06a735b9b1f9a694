"""Phrases of a job ad that make machine learning an extra of a DevOps job."""

import re
from typing import Final

from hiring.facts.ad import Ad, Hit

_PLAIN: Final = (
    ("devops", re.compile(r"\bdevops (?:for|with) (?:ml|ai)\b")),
    ("exposure to", re.compile(r"\bexposure to (?:ml|machine learning)\b")),
)
_BONUS: Final = ("a plus", "preferred", "nice to have")
_ML_BEFORE: Final = re.compile(r"\b(?:ml|machine learning)\b[^.]{0,40}\Z")
_OF_SOMETHING_ELSE: Final = re.compile(
    r"\n[ \t]*(?![a-z \t])|\((?![^()]*\))(?!(?:it |is |would be |highly |strongly )*\w\Z)"
)
"""Between the two: a line that begins anew (the next heading), or a bracket in which another thing is preferred."""

_WINDOW: Final = 60
"""Characters that hold "machine learning" and the 40 that may follow it."""


def ml_as_bonus(ad: Ad) -> Hit | None:
    """The first phrase such as "DevOps for ML", "exposure to ML" or "machine learning ... a plus"; None without any."""
    text = ad.lowered
    spans = [match.span() for word, pattern in _PLAIN if word in text and (match := pattern.search(text))]
    for bonus in _BONUS:
        at = text.find(bonus)
        while at >= 0:
            window = max(0, at - _WINDOW)
            before = _ML_BEFORE.search(text, window, at)
            if (
                before
                and not (before.start() == window and window and text[window - 1].isalnum())
                and not _OF_SOMETHING_ELSE.search(ad.text[before.start() : at + 1])
            ):
                spans.append((before.start(), at + len(bonus)))
                break
            at = text.find(bonus, at + 1)
    if not spans:
        return None
    start, end = min(spans)
    return Hit(ad.text[start:end], start, end)
