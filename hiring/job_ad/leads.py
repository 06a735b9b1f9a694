"""Whom a reporting line of an ad comes closest to, among the answers of the form."""

import re
from typing import Final

from hiring.document.organisation import ReportsTo

_LEADS: Final[tuple[tuple[ReportsTo, re.Pattern[str]], ...]] = (
    (
        "founder_cto",
        re.compile(
            r"\b(?:cto|ceo|(?:co-?)?founders?|chief technology|chief executive|vp,? (?:of )?eng(?:ineering)?)\b",
            re.I,
        ),
    ),
    (
        "ml_platform_team",
        re.compile(r"\b(?:ml|mlops|machine learning|ai)[ -](?:platform|infrastructure|infra)\b", re.I),
    ),
    ("ml_lead", re.compile(r"\b(?:ml|mlops|machine learning|ai|data science|applied science)\b", re.I)),
    (
        "platform_lead",
        re.compile(
            r"\b(?:platform|infrastructure|devops|sre|reliability|cloud|operations|engineering manager)\b",
            re.I,
        ),
    ),
    ("product", re.compile(r"\bproduct\b", re.I)),
    ("it", re.compile(r"\b(?:IT|(?i:help ?desk|information technology|cio))\b")),
)
"""Words of a reporting line and the answer they come closest to; the first that fits."""

_MAY_BE_ONE: Final = (frozenset({"ml_lead", "ml_platform_team"}), frozenset({"platform_lead", "ml_platform_team"}))
"""Answers that the same words may stand for: "Head of Machine Learning" may lead the ML platform team."""


def lead_of(words: str) -> ReportsTo | None:
    """The answer that a reporting line, in the ad's own words, comes closest to; None where it fits none."""
    return next((answer for answer, pattern in _LEADS if pattern.search(words)), None)


def contradict(said: str, answered: str) -> bool:
    """Whether two answers cannot be the same person."""
    return said != answered and {said, answered} not in _MAY_BE_ONE
