"""Words that ads should do without, and words that name colleagues: lists of phrases and how they are found."""

import re
from typing import Final, NamedTuple

from hiring.prose.hints import HintedLines, Hints, hints


class Phrases(NamedTuple):
    """Phrases to look for: a pattern of any of them, and the letters that they start with."""

    starts: Hints
    pattern: re.Pattern[str]


def _phrases(*pairs: tuple[str, str]) -> Phrases:
    """Pairs of the letters a phrase starts with and a pattern of the whole phrase, both in lower case."""
    return Phrases(
        hints(*(start for start, _ in pairs)),
        re.compile(rf"(?<![^\W_])(?:{'|'.join(pattern for _, pattern in pairs)})"),
    )


CLICHES: Final = _phrases(
    ("cutting", r"cutting[- ]edge\b"),
    ("fast", r"fast[- ]paced\b"),
    ("passionate", r"passionate\b"),
    ("rock", r"rock[- ]?stars?\b"),
    ("world", r"world[- ]class\b"),
    ("wear", r"wear(?:s|ing)? (?:many|multiple|several|different) hats\b"),
    ("synerg", r"synerg(?:y|ies|istic)\b"),
    ("best", r"best[- ]in[- ]class\b"),
    ("self", r"self[- ]starters?\b"),
    ("various", r"various(?: other| related| assigned)? duties\b"),
    ("other", r"other(?: related| assigned)? duties\b"),
    ("etc", r"etc\b\.?"),
    ("and more", r"and more(?=\s*(?:[.,;:!)\n]|$))"),
)
LONE_WOLF: Final = _phrases(
    ("rock", r"rock[- ]?stars?\b"),
    ("ninja", r"ninjas?\b"),
    ("guru", r"gurus?\b"),
    ("wizard", r"wizards?\b"),
    ("lone", r"lone[- ]wol(?:f|ves)\b"),
    ("no hand", r"no hand[- ]?holding\b"),
)
EXCLUDING: Final = _phrases(
    (
        "young",
        r"young\b(?! (?:(?!team|people|professional|colleague)[\w-]+ ){0,2}(?:company|companies|start-?ups?|firm)\b)"
        r"(?! (?:organi[sz]ation|business|product|platform|field|people|children|"
        r"learners|families|adults|readers|drivers|patients|customers|minds|and old)\b)(?!,? or old\b)",
    ),
    ("youthful", r"youthful\b"),
    (
        "digital",
        r"digital[- ]natives?\b(?! (?:compan|business|brand|bank|platform|product|enterprise|organi|customer|"
        r"firm|start))",
    ),
    ("recent", r"recent (?:college |university )?grad(?:uate)?s?\b"),
    ("fresh", r"fresh (?:college |university )?grad(?:uate)?s?\b"),
    ("guys", r"guys\b"),
    ("manpower", r"manpower\b"),
    ("chairman", r"chairman\b"),
    ("salesm", r"salesm[ae]n\b"),
    ("native", r"native (?:english )?speakers?\b"),
)
PARTNERS: Final = (
    *("data scientist", "data science team", "data science colleagues", "data science department"),
    *("ml engineers", "machine learning engineers", "machine-learning engineers", "ai engineers", "data engineers"),
    *("software engineers", "product engineers", "backend engineers", "platform engineers", "reliability engineers"),
    *(
        "engineering team",
        "ml team",
        "machine learning team",
        "data team",
        "software team",
        "platform team",
        "sre team",
    ),
    *(
        "researchers",
        "research scientists",
        "research engineers",
        "research team",
        "applied scientists",
    ),
    *("product manager", "product owner", "product team", "product lead", "product stakeholders", "product partners"),
    *("business team", "business partners", "business stakeholders", "business owners", "business users"),
    *("analysts", "designers", "developers"),
)
"""Roles and teams that somebody works with. Engineers in the plural or as a team: one alone is often the role."""

PARTNER_HINTS: Final = hints(*PARTNERS)


class Hit(NamedTuple):
    """A phrase found in the ad, as written there. ``start`` and ``end`` are character offsets."""

    text: str
    start: int
    end: int


_COLLEAGUES: Final = re.compile(
    r"(?:,? (?:and |& )?[\w-]+){0,3}? (?:team|professionals?|colleagues|crowd|crew|group)\b"
)
_TEAM_OF: Final = re.compile(
    r"\b(?:(?:team|group|crew|bunch) of|(?:look|search)ing for|seeking|hiring) (?:[\w-]+,? (?:and )?){0,2}\Z"
)


def is_of_colleagues(low: str, hit: Hit) -> bool:
    """Whether a word on age is said of those who work there or are wanted: "a young and dynamic team"."""
    return bool(_COLLEAGUES.match(low, hit.end) or _TEAM_OF.search(low, max(0, hit.start - 40), hit.start))


_BUILD_TOOL: Final = re.compile(r"\b(?:cmake|bazel|meson|make|buck2?|build (?:systems?|tools?))\b")
_KNOWLEDGE_BASE: Final = re.compile(r"\b(?:confluence|notion|sharepoint|knowledge[- ]base|wiki)\b")
_SETUP_WIZARD: Final = re.compile(r"\b(?:set-?up|install\w*|configuration|import|migration|onboarding) wizard")
_NAMES: Final = {
    "ninja": _BUILD_TOOL,
    "guru": _KNOWLEDGE_BASE,
    **dict.fromkeys(("wizard", "wizards"), _SETUP_WIZARD),
    "rockstar": re.compile(r"\brockstar games\b"),
}
"""Words that are also names of software or firms, and what stands near them then."""

_NEAR: Final = 60
"""Characters on either side in which such words make it a name."""


def hits(text: str, low: str, hinted: HintedLines, phrases: Phrases) -> tuple[Hit, ...]:
    """Every phrase in the order of the text; words are not counted again for a phrase inside another."""
    return tuple(
        [
            Hit(text[match.start() : match.end()], *match.span())
            for match in hinted.matches(phrases.pattern, phrases.starts)
            if match.group() not in _NAMES or not _is_name(low, match)
        ]
    )


def _is_name(low: str, match: re.Match[str]) -> bool:
    line = low.rfind("\n", 0, match.start()) + 1
    return _NAMES[match.group()].search(low, max(line, match.start() - _NEAR), match.end() + _NEAR) is not None
