"""The role family of a job title. The first family that matches takes it; titles of other work match none."""

import re
from functools import lru_cache

_ANY_CASE = re.IGNORECASE

FAMILY_PATTERNS: dict[str, re.Pattern[str]] = {
    "mlops": re.compile(r"\bml ?ops\b|\bllm ?ops\b|machine learning operations", _ANY_CASE),
    "ai_infrastructure": re.compile(
        r"\b(ml|ai|machine learning|deep learning)\b.*\b(infrastructure|platform|systems? engineer"
        r"|performance engineer)\b|\bgpu\b.*engineer|inference engineer",
        _ANY_CASE,
    ),
    "ml_engineer": re.compile(
        r"\b(machine learning|ml|deep learning)( software| research| model| vision)? (engineer|developer)\b"
        r"|\bai machine learning engineer\b",
        _ANY_CASE,
    ),
    "ai_engineer": re.compile(
        r"\bai (software )?(engineer|developer)\b|\bgenerative ai engineer\b|\bllm engineer\b", _ANY_CASE
    ),
    "data_engineer": re.compile(
        r"\bdata (platform |infrastructure )?engineer\b|\bplatform data engineer\b|\betl (engineer|developer)\b",
        _ANY_CASE,
    ),
    "devops": re.compile(
        r"\bdev(sec)?ops\b|site reliability|\bsre\b|^platform engineer$"
        r"|^cloud (engineer|developer|architect|infrastructure engineer)$|^infrastructure engineer$",
        _ANY_CASE,
    ),
    "data_scientist": re.compile(r"\bdata scientist\b", _ANY_CASE),
}
"""Seven families; pay is checked against three of them, the others are stored for comparison."""

OTHER_WORK = re.compile(r"\b(manager|head|director|vp|intern|quality|analyst|database|management|sales)\b", _ANY_CASE)
"""Titles of people managers, sales and quality assurance: dropped, whatever else they say."""


@lru_cache(maxsize=16_384)
def family_of_title(title: str) -> str | None:
    """The family, or None for other work."""
    if OTHER_WORK.search(title):
        return None
    return next((family for family, pattern in FAMILY_PATTERNS.items() if pattern.search(title)), None)
