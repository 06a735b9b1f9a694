"""Requirement lines into slots: what is asked for, must or nice, and which of it are alternatives."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from hiring.job_ad.ad import AdSlot
from hiring.job_ad.alternatives import GENERIC, alternatives
from hiring.job_ad.plain_asks import asked_in_words
from hiring.job_ad.unknown_names import unknown_names
from hiring.job_ad.welcome import NICE_HINTS, clause_stop, is_within, welcome_in
from hiring.prose.demands import opens_like_demand
from hiring.prose.hints import hints
from hiring.prose.lines import sentences
from hiring.prose.reading import Reading
from hiring.prose.sections import Block
from hiring.prose.spans import BOILERPLATE, SectionKind, Span
from hiring.skills import SKILLS, Found

_NOT_ASKED: Final = re.compile(
    r"(?<!by )\bno (?:\w+ ){0,4}(?:needed|required|necessary)\b|"
    r"\b(?:you )?(?:don't|do not|needn't|need not) (?:have to |need to )?(?:need|know|have|be)\b|"
    r"\bno need (?:for|to)\b|\bno on-?[ ]?call\b|"
    r"\bnot (?:looking for|interested in|focused on|a) \w+"
)
"""Words that take back what follows: "no Kubernetes needed", "you don't have to know"."""

_NOT_ASKED_HINTS: Final = hints(
    *(
        "no ",
        "don't",
        "do not",
        "needn't",
        "need not",
        "not looking for",
        "not interested in",
        "not focused on",
        "not a ",
    )
)
_IN_USE: Final = re.compile(
    r"(?:(?:currently|today),? )?(?:we (?:\w+ ){0,2}(?:use|work (?:\w+ )?(?:in|with)|rely on|run on|build with|"
    r"code in)|we(?:'re| are) (?:using|built on|running on)|our (?:\w+ ){0,2}(?:stack|platform|services?|"
    r"code|backend) "
    r"(?:is|are|uses?|includes?|runs?|consists?))\b"
)
"""How a sentence opens that tells what is in use there: context, even among requirements."""
_WANTED_FOR: Final = re.compile(
    r"(?:we(?:'re| are)|[\w&. ]{2,30}? is)(?: now| currently)? (?:looking|searching) for [^,.;:\n]{4,60}? "
    r"(?:who (?:can|will)|to|that (?:can|will)) (?:help|support|join|operate|run|scale|maintain)\b"
    r"(?![^\n]*\b(?:experienc|expert|proficien|knowledge|skill|background|years|familiar|must))"
)
"""How a sentence opens that tells what somebody is wanted for, and asks nothing of them."""

_WANTED_HINTS: Final = hints("looking for", "searching for")


def slots_of(reading: Reading, headline: int) -> tuple[AdSlot, ...]:
    """The slots of the lines that ask for something, in order, each once.

    ``headline`` is where the years stand that the role as a whole asks for, -1 where it asks for none.
    """
    low, hinted = reading.low, reading.hinted
    lines = list(_asking_lines(reading))
    cues = _Cues(
        hinted.starts(NICE_HINTS),
        hinted.starts(_NOT_ASKED_HINTS),
        hinted.lines_found(_DEGREE, _DEGREE_STARTS),
        hinted.starts(_REQUIRED_HINTS),
        hinted.starts(_WANTED_HINTS),
    )
    found = asked_in_words(low, hinted, reading.skills, [(line.start, line.end) for line in lines], headline)
    starts = [skill.start for skill in found]
    slots: list[AdSlot] = []
    for line in lines:
        named = found[bisect_left(starts, line.start) : bisect_left(starts, line.end)]
        slots.extend(_slots_in(reading.plain, low, line, named, cues))
    return _each_once(slots)


class _Asking(NamedTuple):
    """A sentence that may ask for something, and the line it stands in."""

    block: Block
    prose: bool
    start: int
    end: int


_REQUIRED: Final = re.compile(r"\bwe require\b|(?<!not )\b(?:is|are) (?:a must\b(?! if)|mandatory\b)")
"""Words that ask for something in so many words, also below a list of what is welcome."""

_REQUIRED_HINTS: Final = hints("we require", "is a must", "are a must", "is mandatory", "are mandatory")


class _Cues(NamedTuple):
    """Where the lines start that hold words of what is welcome, not asked for, studied, required outright, wanted."""

    welcome: frozenset[int]
    denied: frozenset[int]
    studied: frozenset[int]
    required: frozenset[int]
    wanted: frozenset[int]


_DEMANDS: Final = re.compile(
    r"\bmust[- ]have|\byou (?:must|need|have|should)\b|\bcandidates? (?:will|must|should|has|have|needs?)\b|"
    r"\bexperience (?:with|in|of(?! our\b)|using)\b|\brequired\b|"
    r"\bwe(?:'re| are) looking for\b|\bexpertise (?:in|with)\b|\bproficien(?:t|cy)\b|"
    r"\b(?:knowledge|understanding) of\b|"
    r"\bmandatory\b|\brequires?\b|\bskilled in\b|"
    r"\b(?:is|are) essential\b|\bbackground in\b|\bability to\b|\bfluen(?:t|cy) in\b|"
    r"\bhands-on\b(?! (?:automation|approach|leader\w*|support|training|learning|delivery|implementation)\b)|"
    r"\bfamiliar(?:ity)? with\b|\b(?:years?|yrs)\b|\byou bring\b|\b(?:knows|nice to have|preferred)\b|"
    r"\b(?:is|are|would be) an? (?:\w+ )?(?:plus|bonus|advantage|asset)\b(?! (?:for|that)\b)"
)
"""Where no heading names the requirements, prose that holds such words asks for something."""


_MAY_HOLD_DEMANDS: Final[frozenset[SectionKind]] = frozenset({"duties", "outcomes", "stack", "role"})
"""Kinds of lines among which a demand may stand, told by how it opens."""

_PROSE: Final[frozenset[SectionKind]] = frozenset({"role", "team"})
_NEVER_PROSE: Final[frozenset[SectionKind]] = BOILERPLATE | {"nice", "stack"}
"""Kinds of lines whose sentences may ask for something, and those whose never do."""


_DEMAND_STARTS: Final = hints(
    *("must have", "must-have", "you must", "you need", "you have", "you should", "candidate", "experience "),
    *(
        "required",
        "we're looking for",
        "we are looking for",
        "expertise ",
        "proficien",
        "knowledge of",
        "mandatory",
        "understanding of",
    ),
    *("require", "skilled in", "is essential", "are essential", "background in", "ability to", "fluent in"),
    *("fluency in", "hands-on", "familiar", "year", "yrs", "you bring", "knows", "nice to have", "preferred"),
    *("is a ", "is an ", "are a ", "are an ", "would be a ", "would be an "),
)


def _asking_lines(reading: Reading) -> Iterator[_Asking]:
    """The sentences that may ask for something.

    Prose on the role and the team may; where no heading asks for anything, so may every line about the work.
    """
    low, hinted = reading.low, reading.hinted
    headed = any(block.kind == "must" for block in reading.blocks)
    demands, begin = (_OUTRIGHT, _OUTRIGHT_STARTS) if headed else (_DEMANDS, _DEMAND_STARTS)
    demanding = hinted.lines_found(demands, begin)
    announcing = hinted.starts(_ANNOUNCE_HINTS)
    announced = in_list = False
    for block in reading.blocks:
        prose = block.kind in _PROSE or (not headed and block.kind not in _NEVER_PROSE)
        listed = block.kind in ("must", "nice") or (
            block.kind in _MAY_HOLD_DEMANDS and opens_like_demand(low, block.line.start)
        )
        announced = announced and (block.line.bullet or not in_list)
        in_list = block.line.bullet
        if listed or (prose and (announced or block.line.whole in demanding)):
            for start, end in sentences(reading.plain, block.line.start, block.line.end):
                demanded = listed or demands.search(low, start, end) is not None
                if demanded or announced:
                    yield _Asking(block, prose, start, end)
                if demanded:
                    announced = block.line.whole in announcing and _ANNOUNCES.search(low, start, end) is not None
                else:
                    announced = announced and block.line.bullet


_ANNOUNCES: Final = re.compile(
    r"\b(?:everything|all|each|any)\b[^.;\n]{0,24}\b(?:below|following)\b|\bthe following\b[^.;\n]*\Z"
)
"""Words of a demand that leave what is asked to the sentence, or the list, after it."""

_ANNOUNCE_HINTS: Final = hints("below", "following")

_OUTRIGHT: Final = re.compile(
    r"\bmust[- ]have|\byou must\b|\bto be successful\b|\b(?:is|are) (?:required|essential|mandatory|a must)\b|"
    r"\brequires? (?:strong|solid|experience|expertise|knowledge|proficien|\d)"
)
"""Where a heading names the requirements, prose elsewhere asks for something only in such words."""

_OUTRIGHT_STARTS: Final = hints(
    *("must have", "must-have", "you must", "to be successful", "require"),
    *(f"{verb} {asked}" for verb in ("is", "are") for asked in ("required", "essential", "mandatory", "a must")),
)


def _slots_in(text: str, low: str, line: _Asking, found: Sequence[Found], cues: _Cues) -> Iterator[AdSlot]:
    """The slots of one sentence. ``found`` are the skills in it."""
    start, end, whole = line.start, line.end, line.block.line.whole
    if _IN_USE.match(low, start, end) or (whole in cues.wanted and _WANTED_FOR.match(low, start, end)):
        return
    must = line.block.kind != "nice" or (whole in cues.required and _REQUIRED.search(low, start, end) is not None)
    nice = welcome_in(low, start, end) if must and whole in cues.welcome else []
    span = Span(start, end)
    if found and whole in cues.denied and (denied := _NOT_ASKED.search(low, start, end)) is not None:
        stop = clause_stop(low, denied.end(), end)
        found = [skill for skill in found if not denied.start() <= skill.start < stop or is_within(nice, skill.start)]
    if found and whole in cues.studied and (study := _study(low, start, end)) is not None:
        found = [skill for skill in found if not study[0] <= skill.start < study[1]]
    for group in alternatives(low, start, end, _by_company(low, found)):
        slugs = tuple(dict.fromkeys([skill.slug for skill in group]))
        spans = tuple([Span(skill.start, skill.end) for skill in group])
        yield AdSlot(slugs, must and not is_within(nice, group[0].start), True, spans, span)
    if line.prose:
        return
    for name, first, last in unknown_names(text, low, start, end, found):
        yield AdSlot((name,), must and not is_within(nice, first), False, (Span(first, last),), span)


def _study(low: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a sentence names the fields of a degree: "a degree in statistics, networking or a related field"."""
    degree = _DEGREE.search(low, start, end)
    if degree is None:
        return None
    stop = _STUDY_END.search(low, degree.end(), end)
    return degree.start(), end if stop is None else stop.end()


_DEGREE: Final = re.compile(
    r"\b(?:degree|bachelor'?s?|master'?s|ph\.?d\.?|b\.?s\.?c?|m\.?s\.?c?|ba/bs|diploma)\b(?: degree)?[^;\n]{0,40}?"
    r"\b(?:in|of|with emphasis on)\b"
)
"""A degree and the word before its fields."""

_DEGREE_STARTS: Final = hints(
    *("degree", "bachelor", "master", "phd", "ph.d", "bs", "b.s", "ms", "m.s", "ba/bs", "diploma")
)
_STUDY_END: Final = re.compile(
    r"\b(?:fields?|disciplines?|subjects?|majors?|areas?|degrees?)\b(?:[ ]*\([^)]*\))?|\b(?:with|and|plus|"
    r"including) (?:\w+ ){0,3}(?:experience|knowledge)\b"
    r"|\b\d+\+? years|\bexperience (?:with|in|of)\b|[;.] "
)
"""Where the fields of a degree end."""


def _by_company(low: str, found: Sequence[Found]) -> list[Found]:
    """The skills of a sentence, each read by those beside it.

    GitLab or GitHub in a list with CI is the CI of it; a kind right after a tool of that kind ("Jenkins CI/CD") is no
    demand of its own.
    """
    slugs = {skill.slug for skill in found}
    read: list[Found] = []
    for skill in found:
        if skill.slug == "git" and slugs & _CI:
            skill = skill._replace(slug=_CI_OF_HOSTS.get(low[skill.start : skill.end], "git"))
        if skill.slug == "ci-cd" and read and read[-1].slug in _CI_TOOLS and low[read[-1].end : skill.start] == " ":
            continue
        read.append(skill)
    return read


_CI_TOOLS: Final = frozenset({"jenkins", "github-actions", "gitlab-ci"})
_CI_OF_HOSTS: Final = {"gitlab": "gitlab-ci", "github": "github-actions"}
_CI: Final = _CI_TOOLS | {"ci-cd"}


def _each_once(slots: Sequence[AdSlot]) -> tuple[AdSlot, ...]:
    """The same demand made twice counts once, as a must where it is one anywhere."""
    kept: dict[frozenset[str], AdSlot] = {}
    for slot in sorted(slots, key=lambda slot: not slot.must):
        key = frozenset(name.lower() for name in slot.any_of)
        if key not in kept:
            kept[key] = slot
    alone = {next(iter(key)): slot for key, slot in kept.items() if len(key) == 1}
    for key in [
        key for key, slot in kept.items() if len(key) > 1 and any(_covers(alone.get(name), slot) for name in key)
    ]:
        names = [name for name in key if _covers(alone.get(name), kept[key])]
        if set(names) == set(key) or all(name in GENERIC for name in key):
            del kept[key]
    return tuple(sorted(kept.values(), key=lambda slot: (slot.line.start, slot.spans[0].start)))


def _covers(single: AdSlot | None, slot: AdSlot) -> bool:
    return single is not None and (single.must or not slot.must)


def clouds_required(slots: Sequence[AdSlot]) -> tuple[str, ...]:
    """The clouds that no single cloud can stand in for: two or more asked for at once; else empty."""
    demands = [
        frozenset(slot.any_of)
        for slot in slots
        if slot.must and slot.known and all(SKILLS[slug].family == "cloud" for slug in slot.any_of if slug in SKILLS)
    ]
    if len(demands) < 2 or frozenset.intersection(*demands):
        return ()
    return tuple(sorted(frozenset().union(*demands)))
