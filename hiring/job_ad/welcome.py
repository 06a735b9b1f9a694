"""Which stretches of a demand are welcome instead of required: "Terraform is a plus", "ideally with Kafka"."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from hiring.prose.hints import HintedLines, Hints, hints
from hiring.prose.lines import sentences
from hiring.prose.sections import Block

_NICE_AFTER: Final = re.compile(
    r"\b(?:(?:is|are|would be|will be|being) )?(?:(?:highly|strongly|also|very|but not required,?|much) )*"
    r"(?:preferred|preferable|desired|desirable|advantageous|beneficial|welcome[d]?|appreciated|optional|"
    r"an? (?:big |huge |strong |definite |major |nice |real |distinct )?(?:plus|bonus|advantage|asset)|"
    r"a nice[- ]to[- ]have|nice[- ]to[- ]have|"
    r"good to have|(?:big |huge |strong )plus\b|plus\b(?=[ ]*(?:[.,;:!)\]]|\Z|if\b|for\b|but\b))|"
    r"would be (?:great|nice|ideal|good)|or (?:an? |the )?willing(?:ness)? to learn|"
    r"(?:not (?:strictly )?|by no means )(?:required|mandatory|essential|necessary|needed|a must))"
    r"(?=\W|$)"
)
"""Words that make what stands before them, in the same clause, welcome instead of required."""

_NICE_BEFORE: Final = re.compile(
    r"\b(?:ideally|preferably|preference (?:for|given)|familiarity|familiar|nice to have|good to have|"
    r"bonus(?: points)?(?: for| if)?|"
    r"desirable|optionally|exposure to|a plus:|plus points|awareness of|it would be (?:great|nice|good)|"
    r"(?:strongly |highly )?(?<!order of )prefer(?:red|ence)?(?= (?:experience|knowledge|background|skills?|but|"
    r"to have)|:))\b"
)
"""Words that make what follows them, up to the end of the clause, welcome instead of required."""

NICE_HINTS: Final = hints(
    *(
        "prefer",
        "desir",
        "advantage",
        "beneficial",
        "welcome",
        "appreciat",
        "optional",
        "plus",
        "bonus",
        "asset",
        "nice",
        "good to have",
        "would be",
        "willing",
    ),
    *(
        "not required",
        "not strictly",
        "by no means",
        "not mandatory",
        "not essential",
        "not necessary",
        "not needed",
        "not a must",
        "ideal",
        "familiar",
        "exposure",
    ),
    "awareness",
)
"""Letters of which a line must hold some for either."""

_CLAUSE_END: Final = re.compile(
    r"[.;](?=\s|$)|,? \b(?:but|however|while|whereas)\b| - |, with\b|\bwith the following\b|\brequired, |"
    r"\bexperience, (?=(?!and\b|or\b)(?:[\w/&.-]+ ){1,4}(?:experience|knowledge|background|exposure)\b)"
)
"""Where a clause ends, looking back from a cue."""

_STILL_ASKED: Final = re.compile(
    r"(?<!not )\b(?:is|are)(?: also)? (?:strictly )?(?:required|essential|necessary|mandatory|needed|"
    r"expected|a must)\b"
)
"""Words that ask for what a cue such as "familiarity with" made welcome."""

_MUST_BE: Final = re.compile(r"\bmust (?:also )?(?:be|have)(?: an?)?(?: \w+)? \Z")
"""Before "familiar": it is required."""

_OR_NEXT: Final = re.compile(r"\)?[ ]*(?:,[ ]*)?(?:or\b|/)")
"""After a cue in brackets: an alternative follows, so that the cue tells which is liked better."""

_LONGEST_CLAUSE: Final = 400
"""Characters searched for the other end of a clause."""

_FAR: Final = 1 << 60

_ONLY_CUE: Final = frozenset({"", "strongly", "highly", "but", "is", "a", "an"})
"""What stands in brackets before a cue that says nothing itself."""

_OPENS_LINE: Final = frozenset({"", "(", "[", "- "})
"""What stands before a cue that opens its sentence."""


def welcome_at(low: str, blocks: Sequence[Block], hinted: HintedLines, beside: Hints) -> list[tuple[int, int]]:
    """The stretches under headings of must-haves that are welcome all the same, in lines with any hint ``beside``."""
    lines = hinted.starts(NICE_HINTS) & hinted.starts(beside)
    return [
        stretch
        for block in blocks
        if block.kind == "must" and block.line.whole in lines
        for start, end in sentences(low, block.line.start, block.line.end)
        for stretch in welcome_in(low, start, end)
    ]


def welcome_in(low: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches of a sentence that are welcome, not required."""
    stretches: list[tuple[int, int]] = []
    for match in _NICE_AFTER.finditer(low, start, end):
        if low.startswith("(", match.start() - 1) and _OR_NEXT.match(low, match.end(), end):
            continue
        first = _clause_start(low, max(start, match.start() - _LONGEST_CLAUSE), match.start())
        last = match.end()
        if low[last : last + 1] == ":" or (first == start and low[start : match.start()].strip() in _OPENS_LINE):
            last = end
        stretches.append((first, last))
    for match in _NICE_BEFORE.finditer(low, start, end):
        stop = clause_stop(low, match.end(), end)
        if match.group().startswith("familiar") and (
            _STILL_ASKED.search(low, match.end(), stop)
            or _MUST_BE.search(low, max(start, match.start() - 32), match.start())
        ):
            continue
        stretches.append((match.start(), stop))
    return _merged(stretches)


def _merged(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches in order, those that touch made one."""
    merged: list[tuple[int, int]] = []
    for first, last in sorted(stretches):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged


def _clause_start(low: str, start: int, at: int) -> int:
    """Where the clause that ends at ``at`` begins: after an open parenthesis, a semicolon or a contrast."""
    opened = low.rfind("(", start, at)
    if opened >= 0 and low.find(")", opened, at) < 0:
        if low[opened + 1 : at].strip() not in _ONLY_CUE:
            return opened
        back = max(low.rfind(", ", start, opened), low.rfind(" and ", start, opened), start)
        return back if back > start else start
    first = start
    for match in _CLAUSE_END.finditer(low, start, at):
        first = match.end()
    return first


def clause_stop(low: str, at: int, end: int) -> int:
    """Where the clause that begins at ``at`` ends."""
    depth = 0
    for index in range(at, min(end, at + _LONGEST_CLAUSE)):
        letter = low[index]
        if letter == "(":
            depth += 1
        elif letter == ")":
            if depth == 0:
                return index
            depth -= 1
        elif letter == ";":
            return index
    return end


def is_within(stretches: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether a position lies in one of the stretches, which are in order and apart."""
    index = bisect_right(stretches, (at, _FAR)) - 1
    return index >= 0 and at < stretches[index][1]
