"""What the text of the job ad says, read by plain words: length, language, clichés, partners, requirement lines.

Reading is lazy, and kept for the last few texts: other answers change more often than the ad does.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from hiring.skills import skill_named


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found in the ad, as written there. ``start`` and ``end`` are character offsets."""

    text: str
    start: int
    end: int


Phrases = tuple[tuple[str, re.Pattern[str]], ...]


def _phrases(*pairs: tuple[str, str]) -> Phrases:
    """Pairs of the letters a phrase starts with and a pattern of the whole phrase, both in lower case.

    The letters are looked for first: a plain search is many times faster than a pattern.
    """
    return tuple((start, re.compile(pattern)) for start, pattern in pairs)


_CLICHES: Final = _phrases(
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
_LONE_WOLF: Final = _phrases(
    ("rock", r"rock[- ]?stars?\b"),
    ("ninja", r"ninjas?\b"),
    ("guru", r"gurus?\b"),
    ("wizard", r"wizards?\b"),
    ("lone", r"lone[- ]wol(?:f|ves)\b"),
    ("no hand", r"no hand[- ]?holding\b"),
)
_EXCLUDING: Final = _phrases(
    (
        "young",
        r"young\b(?! (?:company|companies|start-?ups?|organi[sz]ation|business|firm|product|platform|field)\b)",
    ),
    ("youthful", r"youthful\b"),
    ("digital", r"digital natives?\b"),
    ("recent", r"recent (?:college |university )?grad(?:uate)?s?\b"),
    ("fresh", r"fresh (?:college |university )?grad(?:uate)?s?\b"),
    ("guys", r"guys\b"),
    ("manpower", r"manpower\b"),
    ("chairman", r"chairman\b"),
    ("salesm", r"salesm[ae]n\b"),
    ("native", r"native (?:english )?speakers?\b"),
)
_PARTNERS: Final = (
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

_INTERNAL: Final = re.compile(
    r"\binternal (?:transfer|mobility|vacancy|(?:candidates|applicants|employees|posting) only)\b"
)
_OPENING: Final = 400
"""An internal note says so at its top: within so many characters."""

_ENGLISH: Final = frozenset(
    {
        "the",
        "and",
        "of",
        "to",
        "with",
        "for",
        "you",
        "our",
        "are",
        "is",
        "will",
        "your",
        "that",
        "this",
        "be",
        "by",
        "from",
        "or",
        "we",
        "have",
    }
)
_OTHER_LANGUAGES: Final = frozenset(
    {
        "und",
        "der",
        "das",
        "mit",
        "für",
        "wir",
        "sie",
        "ein",
        "eine",
        "von",
        "zu",
        "den",
        "im",
        "bei",
        "oder",
        "ist",
        "deine",
        "ihre",
        "et",
        "les",
        "des",
        "une",
        "dans",
        "vous",
        "nous",
        "avec",
        "sur",
        "du",
        "le",
        "est",
        "votre",
        "notre",
        "el",
        "los",
        "las",
        "para",
        "con",
        "una",
        "del",
        "que",
        "por",
        "nuestro",
        "en",
        "y",
        "os",
        "com",
        "uma",
        "não",
        "você",
        "nossa",
        "em",
        "il",
        "di",
        "che",
        "per",
        "gli",
        "della",
        "sono",
        "nostro",
        "het",
        "een",
        "van",
        "voor",
        "wij",
        "jij",
        "jouw",
        "onze",
        "bij",
        "naar",
        "och",
        "att",
        "som",
        "för",
        "vi",
        "med",
        "är",
        "det",
        "og",
        "til",
        "på",
        "oraz",
        "nie",
        "jest",
        "się",
        "dla",
    }
)
_FOREIGN_WORDS: Final = 3
"""Fewer different words of another language prove nothing."""

_PLAIN: Final = (("‐", "-"), ("‑", "-"), ("‒", "-"), ("–", "-"), ("’", "'"), ("\u00a0", " "))
"""Typographic characters and their plain forms, character for character."""

_BULLET: Final = re.compile(r"^\s*(?:[-*•●▪◦‣·–—]|\d{1,2}[.)])\s+")
_BRAND_HEADING: Final = re.compile(
    r"^(?:about (?!you\b|the (?:role|job|position|opportunity|team)\b|this (?:role|job|position)\b).+"
    r"|who we are|(?:the )?company(?: overview| description| profile)?|our (?:mission|culture|values|story|company)"
    r"|(?:our )?mission(?: and values)?|why (?:join|work|us|you).*|life at .+|culture)$"
)
_BRAND_OPENING: Final = re.compile(r"^at [\w .&'-]{2,40}, (?:we|our)\b")
_REQUIREMENT_HEADING: Final = re.compile(
    r"^(?:.{0,30}\b)?(?:requirements?|qualifications?|must[- ]haves?|required|skills|experience)\b"
    r"|^(?:you have|you bring|you are|who you are|about you|what you(?:'ll)? (?:bring|need|have)"
    r"|what we(?:'re| are)? (?:look|need|expect)|we(?:'re| are) looking for|your profile"
    r"|nice[- ]to[- ]haves?|preferred|bonus)"
)
_STACK_HEADING: Final = re.compile(r"\b(?:stack|technologies we use|tools we use|our tools)\b")
_MOST_HEADING_WORDS: Final = 7
_FILLER: Final = re.compile(
    r"^(?:\d+\s*\+?\s*(?:-\s*\d+\s*)?years?(?: of)?|strong|solid|good|deep|proven|hands[- ]on|working|basic|advanced|"
    r"excellent|professional|practical|extensive|prior|experience|expertise|knowledge|understanding|proficiency|proficient|"
    r"fluency|fluent|familiarity|familiar|skills?|expert|with|in|of|using|like|e\.g\.|such as|including)\b\.?[ ,:]*"
)
_SEPARATORS: Final = re.compile(r"[,;|()•:]|\s(?:and|or|and/or|&|\+)\s|\se\.g\.\s|\ssuch as\s|\slike\s")


class Ad:
    """One job ad. Offsets of hits are those of ``text``."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def lowered(self) -> str:
        """The text in lower case with plain hyphens and apostrophes, character for character."""
        lowered = self.text.lower()
        if self.text.isascii():
            return lowered
        if len(lowered) != len(self.text):
            lowered = "".join(low if len(low := letter.lower()) == 1 else letter for letter in self.text)
        return _plain(lowered)

    @cached_property
    def tokens(self) -> tuple[str, ...]:
        """The words in lower case: whatever stands between spaces and holds a letter or digit."""
        return tuple(
            token for token in self.lowered.split() if token[0].isalnum() or any(letter.isalnum() for letter in token)
        )

    @property
    def words(self) -> int:
        """Number of words."""
        return len(self.tokens)

    @cached_property
    def english(self) -> bool:
        """False only where the text shows another language: its small words or its script outweigh English."""
        if len(self.text.encode("ascii", "ignore")) * 3 < len(self.text) * 2:
            return False
        distinct = set(self.tokens)
        other = len(distinct & _OTHER_LANGUAGES)
        return other < _FOREIGN_WORDS or other <= len(distinct & _ENGLISH)

    @cached_property
    def internal(self) -> bool:
        """Whether the text opens as a note for an internal transfer."""
        return _INTERNAL.search(self.lowered, 0, _OPENING) is not None

    @cached_property
    def cliches(self) -> tuple[Hit, ...]:
        """Every cliché, in the order of the text."""
        return self._find(_CLICHES)

    @cached_property
    def cliche_halves(self) -> int:
        """Clichés counted in halves: two each, one inside a paragraph about the employer."""
        if not self.cliches:
            return 0
        return sum(1 if self._about_employer(hit.start) else 2 for hit in self.cliches)

    @cached_property
    def lone_wolf(self) -> tuple[Hit, ...]:
        """Words that ask for a hero instead of a colleague."""
        return self._find(_LONE_WOLF)

    @cached_property
    def excluding(self) -> tuple[Hit, ...]:
        """Gendered, ageist or otherwise exclusionary words."""
        return self._find(_EXCLUDING)

    @cached_property
    def names_partners(self) -> bool:
        """Whether any sentence names a role or team that this person works with."""
        lowered = self.lowered
        return any(partner in lowered for partner in _PARTNERS)

    @cached_property
    def requirement_lines(self) -> tuple[str, ...]:
        """The lines under headings such as "Requirements"; all bullet lines where there is no such heading.

        Sections on the employer's stack are context and left out.
        """
        under_heading: list[str] = []
        bullets: list[str] = []
        section = "other"
        for line, heading, inline in self._lines():
            if heading is not None:
                section = "stack" if _STACK_HEADING.search(heading) else "other"
                if section == "other" and _REQUIREMENT_HEADING.search(heading):
                    section = "requirements"
                if section == "requirements" and inline:
                    under_heading.append(inline)
                continue
            bare = _BULLET.sub("", line).strip()
            if section == "requirements":
                under_heading.append(bare)
            elif section == "other" and _BULLET.match(line):
                bullets.append(bare)
        return tuple(under_heading or bullets)

    @cached_property
    def bare_lines(self) -> tuple[str, ...]:
        """The requirement lines that hold nothing but names of tools or topics."""
        return tuple(line for line in self.requirement_lines if _bare_names(line))

    @cached_property
    def bare_names(self) -> int:
        """How many names stand in those lines."""
        return sum(_bare_names(line) for line in self.bare_lines)

    def _find(self, phrases: Phrases) -> tuple[Hit, ...]:
        """Every phrase in the order of the text; words are not counted again for a phrase inside another."""
        lowered = self.lowered
        spans: list[tuple[int, int]] = []
        for start, pattern in phrases:
            at = lowered.find(start)
            while at >= 0:
                match = None if at and lowered[at - 1].isalnum() else pattern.match(lowered, at)
                if match:
                    spans.append(match.span())
                at = lowered.find(start, at + len(start))
        hits: list[Hit] = []
        for first, end in sorted(spans):
            if not hits or first >= hits[-1].end:
                hits.append(Hit(self.text[first:end], first, end))
        return tuple(hits)

    def _lines(self) -> Iterator[tuple[str, str | None, str]]:
        """Lines that are not blank; for a heading also its words in lower case, and what follows its colon."""
        for line in self.text.splitlines():
            stripped = line.strip()
            if not stripped:
                continue
            if _BULLET.match(line):
                yield line, None, ""
                continue
            title, colon, rest = stripped.partition(":")
            marked = title.strip("#*_ ")
            is_heading = len(marked.split()) <= _MOST_HEADING_WORDS and (
                bool(colon) or stripped[0] in "#*" or stripped[-1] not in ".,;!?"
            )
            if is_heading and _bare_names(marked) and not colon and stripped[0] not in "#*":
                is_heading = False
            yield line, _plain(marked.lower()) if is_heading else None, rest.strip("#*_ ")

    @cached_property
    def _employer_spans(self) -> tuple[tuple[int, int], ...]:
        spans: list[tuple[int, int]] = []
        inside = False
        position = 0
        for line, heading, _ in self._lines():
            start = self.text.index(line, position)
            position = start + len(line)
            if heading is not None:
                inside = _BRAND_HEADING.match(heading) is not None
            if inside or _BRAND_OPENING.match(self.lowered[start:position].lstrip()):
                spans.append((start, position))
        return tuple(spans)

    def _about_employer(self, offset: int) -> bool:
        return any(start <= offset < end for start, end in self._employer_spans)


def _plain(text: str) -> str:
    for typographic, plain in _PLAIN:
        text = text.replace(typographic, plain)
    return text


def _bare_names(line: str) -> int:
    """Number of names in a line made of names of skills alone, fillers such as "experience with" aside; else 0."""
    known = unknown = 0
    for part in _SEPARATORS.split(line):
        for name in _names_in(part):
            if skill_named(name) is not None:
                known += 1
            elif _looks_like_a_name(name):
                unknown += 1
            else:
                return 0
    return known + unknown if known else 0


def _names_in(part: str) -> Iterator[str]:
    name = part.strip(" .*_-")
    while name and (filler := _FILLER.match(name.lower())):
        name = name[filler.end() :].strip(" .")
    if not name or name.lower() in ("etc", "or similar", "similar", "others"):
        return
    if "/" in name and skill_named(name) is None:
        yield from (piece.strip() for piece in name.split("/") if piece.strip())
    else:
        yield name


def _looks_like_a_name(text: str) -> bool:
    """A product that the taxonomy does not know: three words at most, each with a capital or a digit."""
    words = text.split()
    return len(words) <= 3 and all(any(letter.isupper() or letter.isdigit() for letter in word) for word in words)


@lru_cache(maxsize=64)
def _read(text: str) -> Ad:
    return Ad(text)


def read_ad(text: str | None) -> Ad | None:
    """The ad of a text; None where there is none or it is blank."""
    return _read(text) if text and not text.isspace() else None
