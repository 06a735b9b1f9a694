"""Whom a reporting line of an ad comes closest to, among the answers of the form."""

import re
from typing import Final

_LEADS: Final = (
    ("founder_cto", r"\b(?:cto|chief technology officer|co-?founders?|founders?|vp,? (?:of )?eng(?:ineering)?)\b"),
    ("ml_platform_team", r"\b(?:ml|machine learning|ai|mlops) (?:platform|infrastructure|infra)\b"),
    ("ml_lead", r"\b(?:ml|machine learning|ai|data science|applied science|mlops)\b"),
    ("platform_lead", r"\b(?:platform|infrastructure|devops|sre|cloud|engineering manager)\b"),
    ("product", r"\bproduct\b"),
    ("it", r"\b(?:it|information technology|cio)\b"),
)
"""Words of a reporting line and the answer they come closest to; the first that fits."""

_MAY_BE_ONE: Final = (frozenset({"ml_lead", "ml_platform_team"}), frozenset({"platform_lead", "ml_platform_team"}))
"""Answers that the same words may stand for: "Head of Machine Learning" may lead the ML platform team."""


def lead_of(words: str) -> str | None:
    """The answer that a reporting line comes closest to; None where it fits none."""
    low = words.lower()
    return next((answer for answer, pattern in _LEADS if re.search(pattern, low)), None)


def contradict(said: str, answered: str) -> bool:
    """Whether two answers cannot be the same person."""
    return said != answered and {said, answered} not in _MAY_BE_ONE
