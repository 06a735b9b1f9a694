"""The lines of an ad: where each begins and ends, whether it is a bullet, and the sentences in it."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

PICTURES: Final = "✓✔✅☑👉➡▶🔹🔸⭐★→"
"""Signs and pictures that open lines of lists where nobody makes lists: in mails, on boards."""

_BULLET: Final = re.compile(
    rf"[ ]*(?:[-*•●▪◦‣·○∙➢➤►§□■◆»{PICTURES}]+\ufe0f?|o(?=[ ])|\(?\d{{1,2}}[.)](?=[ ])|[a-h]\)(?=[ ]))[ ]*"
    rf"(?:(?:[-*•#_]+|[{PICTURES}]\ufe0f?)[ ]+)*(?=\S)"
)
"""A sign or a number before an item, and marks after it."""

_DASHES_ONLY: Final = re.compile(r"[-*_=~#. ]+\Z")
_INLINE_BULLET: Final = re.compile(r"[•●▪◦‣➢➤►✓](?:(?<=[ ].)[ ]+|(?<=[a-z.)].)[ ]+(?=[A-Z]))")
"""A bullet in the middle of a line that lost its breaks."""

_MARKS: Final = "#*_ "

_LONG: Final = 160
"""Characters from which a line may hold headings or bullets of its own: text that lost its line breaks."""

_LOST_HEADING: Final = re.compile(
    r"(?:(?:Key|Job|Main|Your|Required|Preferred|Minimum|Basic|Primary|Core|Essential|Desired|"
    r"Additional|Technical)[ ])?(?:Responsibilities|Requirements|Qualifications|Skills|Nice[- ][Tt]o[- ][Hh]aves?|"
    r"Must[- ][Hh]aves?|Benefits|Perks|Duties|About (?:[Uu]s|[Yy]ou|the [Rr]ole)|What (?:[Yy]ou|[Ww]e)(?:'ll|"
    r"'re|[ ]will)?"
    r"[ ][A-Za-z ]{2,24}|Compensation|Salary(?:[ ][Rr]ange)?|Location|Our [Ss]tack)[ ]?\Z"
)
"""A heading before a colon in the middle of such a line."""

_LONGEST_HEADING: Final = 48
_GLUED_HEADING: Final = re.compile(
    r"(?<=[a-z])(?=(?:Required|Preferred|Minimum|Basic)[ ](?:Qualifications|Skills|Experience)\Z)"
)
"""A heading that lost the break before it: "our customersRequired Qualifications"."""

GLUED: Final = re.compile(
    r"[ABCDEFHKMPSUW](?<=[a-z)].)(?=(?:dvanced|bility|ble to|achelor's|omfortable|eep|emonstrated|xperience|xperienced|"
    r"xpertise|xcellent|xposure|amiliarity|amiliar|ands-on|nowledge|aster's|inimum|roven|roficient|roficiency|trong|olid|"
    r"nderstanding|illing|illingness|orking knowledge|ork closely)[ ])"
)
"""The first letter of a demand that lost the line break before it: "RedshiftExperience with"."""

_VERY_LONG: Final = 800
"""Characters from which headings are looked for that have no colon either."""

_ANNOUNCING: Final = re.compile(r"(?<=[a-z)][.!?][ ])[A-Z][^.!?:]{8,90}:\Z")
"""The last sentence of a paragraph, which announces a list."""

_WIDE_GAP: Final = re.compile(r"(?<=\S)[ ]{3,}(?=[^a-z ])")
"""What is left of an empty line where the breaks became blanks."""

_BARE_HEADING: Final = re.compile(
    r"(?:(?<=[.!?)][ ])(?:Responsibilities|Requirements|Qualifications|Benefits|Nice[ ][Tt]o[ ][Hh]ave|"
    r"Skills(?:[ ](?:&|and)[ ]Experience)?)"
    r"|(?<=[.!?)a-z][ ])(?:(?:Key|Main|Core|Primary)[ ][Rr]esponsibilities|"
    r"(?:Required|Preferred|Minimum|Basic|Essential|Desired)[ ](?:Qualifications|Requirements|"
    r"(?:Skills|Experience)(?:[ ](?:&|and)[ ](?:Skills|Experience|Qualifications))?)|"
    r"What[ ][Yy]ou(?:'ll|[ ][Ww]ill)[ ](?:Do|do|Bring|bring|Need|need)|(?:What|Who)[ ][Yy]ou[ ][Aa]re|"
    r"What[ ][Yy]ou[ ][Bb]ring|What[ ]the[ ][Jj]ob[ ][Ii]nvolves|About[ ][Tt]he[ ][Rr]ole|"
    r"What[ ][Ww]e(?:'re[ ]|[ ]are[ ])[Ll]ooking[ ][Ff]or|What[ ][Ww]e[ ][Oo]ffer))"
    r"[ ](?=[A-Z\d])(?!(?:As|Include|Will|In)[ ])"
)
"""A heading without a colon, after a sentence or (where it says more than a word) after a line that lost its end."""

_BARE_WORDS: Final = (
    *("Responsibilities", "responsibilities", "Requirements", "Qualifications", "Benefits", "Nice ", "Skills"),
    *("Experience", "What ", "Who ", "About "),
)
"""Words of which such a heading holds one."""

_GLUED_ENDS: Final = ("Qualifications", "Skills", "Experience")
_BEFORE_HEADING: Final = frozenset(".!?):;abcdefghijklmnopqrstuvwxyz")
"""What such a heading may follow."""

_SENTENCE_END: Final = re.compile(
    r"[.!?;•](?:(?<=[.!?])(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\b[ei][ge]\.)(?<!\b[A-Za-z]\.)(?<!\bSr\.)(?<!\bJr\.)(?<!\bPh\.D\.)(?<!\bB\.Sc\.)(?<!\bvs\.)(?<!\betc\.)"
    r"[)\"']?(?:[ ]+(?=[A-Z(\"'•\d])|(?=[A-Z][a-z]+(?:'s)?[ ])"
    r"|(?<=[a-z]{3}\.)(?=\d{1,2}\+?[ ]?(?:to|-|years|yrs)|(?!NET|JS|IO|AI)[A-Z]{2,}[ ]))|(?<=[;•])[ ]+)"
)
"""A mark after which a sentence ends, abbreviations aside; also where the blank after it is lost."""


class Line(NamedTuple):
    """A line without its blanks, bullet and marks: ``text[start:end]``.

    ``gap`` is True after an empty line; ``whole`` is where the line of the text begins of which this is a piece.
    """

    start: int
    end: int
    bullet: bool
    marked: bool
    gap: bool
    whole: int


def lines_of(text: str, *, glued: bool) -> Iterator[Line]:
    """The lines of a plain text that hold anything, in order. ``glued``: whether it has any match of ``GLUED``."""
    position, gap = 0, True
    for raw in text.split("\n"):
        start, position = position, position + len(raw) + 1
        if not raw or raw.isspace():
            gap = True
            continue
        for first, last in _pieces(raw, glued=glued):
            line = _line(text, start + first, start + last, gap, start)
            gap = False
            if line is not None:
                yield line


def _pieces(raw: str, *, glued: bool) -> list[tuple[int, int]]:
    """A line as a whole, or what a line without breaks falls into."""
    announced = _ANNOUNCING.search(raw) if raw.endswith(":") and len(raw) > _LONGEST_HEADING else None
    if announced is not None:
        return [*_pieces(raw[: announced.start()], glued=glued), (announced.start(), len(raw))]
    if len(raw) < _LONG:
        heading = _GLUED_HEADING.search(raw) if raw.endswith(_GLUED_ENDS) else None
        return [(0, len(raw))] if heading is None else [(0, heading.start()), (heading.start(), len(raw))]
    cuts = {0, len(raw)}
    colon = raw.find(":")
    while colon >= 0:
        heading = _LOST_HEADING.search(raw, max(0, colon - _LONGEST_HEADING), colon)
        if (
            heading is not None
            and heading.start()
            and raw[max(0, heading.start() - 4) : heading.start()].rstrip(" ")[-1:] in _BEFORE_HEADING
        ):
            cuts.add(heading.start())
        colon = raw.find(":", colon + 1)
    if len(raw) > _VERY_LONG and "   " in raw:
        cuts.update(match.end() for match in _WIDE_GAP.finditer(raw))
    if len(raw) > _VERY_LONG and any(word in raw for word in _BARE_WORDS):
        bare = [bound for match in _BARE_HEADING.finditer(raw) for bound in match.span()]
        if bare:
            cuts.update(bare, (end for _, end in sentences(raw, bare[0], len(raw))))
    if not raw.isascii():
        cuts.update(match.start() for match in _INLINE_BULLET.finditer(raw))
    if glued:
        cuts.update(match.start() for match in GLUED.finditer(raw))
    return list(pairwise(sorted(cuts)))


def _line(text: str, start: int, end: int, gap: bool, whole: int) -> Line | None:
    opens = start
    while text[opens] == " " and opens < end - 1:
        opens += 1
    first, last = opens, end
    letter = text[opens]
    if letter.isupper():
        bullet = marked = False
    else:
        match = None if text.startswith("**", opens) else _BULLET.match(text, start, end)
        bullet = match is not None
        marked = not bullet and letter in "#*"
        if match is not None:
            first = match.end()
        while first < end and text[first] in _MARKS:
            first += 1
    while last > first and text[last - 1] in _MARKS:
        last -= 1
    if last <= first or (not text[first].isalnum() and _DASHES_ONLY.match(text, first, last)):
        return None
    return Line(first, last, bullet, marked or (not bullet and text[last : last + 1] in ("*", "_")), gap, whole)


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of ``text[start:end]``. A semicolon ends one too."""
    for match in _SENTENCE_END.finditer(text, start, end):
        if match.start() > start:
            yield start, match.start() + 1
        start = match.end()
    if start < end:
        yield start, end
