"""Texts made to slow a reader of job ads down: the same few words so often that a careless pattern tries every pair."""

from typing import Final

_AGAIN: Final = {
    "articles far apart": ("", "a   "),
    "years far apart": ("", "5 years   "),
    "demands far apart": ("", "Senior engineer   strong a   and   Kubernetes   degree in   "),
    "headings far apart": ("", "Requirements   Python   "),
    "words of praise": ("Requirements\n", "strong, deep and "),
    "degrees and empty lines": ("Requirements\n", "Bachelor's degree\n\n\n\n\n\n\n\n\n\n"),
    "degrees or more": ("Requirements\n", "Bachelor's degree\nor x y\nor z\n"),
    "clauses without an end": ("Requirements\n", "experience, a b c d preferred "),
    "jobs wanted": ("Requirements\n", "we are looking for a b c d e f to "),
    "labels": ("Requirements\nPython\n", "Advantage: Kafka\n"),
    "colons": ("", "a: b:\n"),
    "headings on one line": ("", "Skills: What you have: "),
    "underscores": ("", "_a_ "),
    "figures": ("", "$1 - 2 "),
    "open brackets": ("Requirements\n", "Python (or "),
    "alternatives": ("Requirements\n", "Python, or "),
    "bullets on one line": ("Requirements\n", "\u2022 a "),
    "one long word": ("", "kubernetes"),
    "blanks": ("Requirements", " "),
    "line breaks": ("Requirements", "\n"),
}


def hostile_ads(size: int) -> dict[str, str]:
    """Each of the texts, by what it repeats, about ``size`` characters long."""
    return {name: head + again * (size // len(again)) for name, (head, again) in _AGAIN.items()}
