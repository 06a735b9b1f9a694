"""The degree an ad requires. "Or equivalent experience" means that none is."""

import re
from itertools import pairwise
from typing import Final

from hiring.job_ad.ad import Degree, Said
from hiring.prose.hints import hints
from hiring.prose.reading import Reading
from hiring.prose.spans import SectionKind, Span

_ANY: Final = re.compile(
    r"\b(?=[abcdefhmpqrstu4])(?:"
    r"(?P<phd>ph\.?[ ]?d\b\.?|doctorate\b|doctoral\b|d\.?phil\b)"
    r"|(?P<master>master(?:'?s|s')(?:'s)?(?! of ceremon)\b|master(?= (?:degree|of sci|of eng|in ))|"
    r"m\.?sc?\.?(?= (?:in|or|degree|and|/)|,|/|\b(?=\)))|m\.?tech\b|m\.?s\.?c\b|m\.?eng\b|m\.?res\b|m\.?phil\b|"
    r"advanced degree\b|graduate degree\b|postgraduate\b|mba\b)"
    r"|(?P<bachelor>bachelor(?:'?s|s')?\b|b\.?s\.?c?\.?(?= (?:in|or|degree|and|/|computer|comp)|,|/)|"
    r"b\.?a\.?/b\.?s|b\.a\.|ba/|b\.?tech\b|b\.?e\.?(?=/| in |,)|b\.?eng\b|"
    r"undergraduate degree\b|(?:university|college|technical|stem|engineering|science|cs|four[- ]year|"
    r"4[- ]year|quantitative|relevant|related|academic|tertiary)(?: college| university)? degree\b|"
    r"degree (?:in|from|or|level|qualified|educated|required)\b|(?:hold|have|possess|with|has|"
    r"completed)(?:ing)? an? degree\b)"
    r")"
)
"""The names of degrees, each in the group of its level. The letters that open it save the search most places."""

_EQUIVALENT: Final = re.compile(
    r"\bequivalent\b(?! (?:degree|field|discipline|major|qualification|subject|area|diploma|course|program|"
    r"in (?!(?:experience|work|industry|practical|lieu|knowledge|training)\b)))|"
    r"\bcomparable (?:\w+ ){0,3}experience|"
    r"\bin lieu of|\bor (?:with )?(?:at least )?\d+\+? years|"
    r"\bor (?:one|two|three|four|five|six|seven|eight|ten) years|\bnot (?:strictly )?(?:required|necessary|"
    r"needed|mandatory|a must)\b|\bor self[- ]taught|"
    r"\band/or (?:\w+ ){0,3}experience|\bcombination of (?:\w+ ){0,3}(?:education|experience)|"
    r"\bno (?:\w+ )?degree\b|\bor practical\b|\bdegree or not\b|\bdon't (?:need|require|care)|"
    r"\bexperience (?:may|can|will) (?:be )?(?:substitut|consider|replace)|"
    r"\bor (?:an? )?(?:(?:professional|relevant|industry|technical|related) )*certific"
)
"""Words after which experience, or nothing, stands for the degree; "equivalent degree" is a degree."""

_OR_EXPERIENCE: Final = re.compile(r"\bor (?:an? |the )?(?:[\w-]+ ){0,5}experience\b")
_YEARS: Final = re.compile(r"\b(?:years?|yrs?)\b")
_OPTIONAL: Final = re.compile(
    r"\b(?:preferred|preferable|desired|desirable|a plus|plus\b|bonus|nice to have|(?:ideally|preferably)(?! in\b)|"
    r"an advantage|advantageous|an asset|beneficial|welcome)"
)
"""Words that make the degree in their clause welcome, not required."""

_NO: Final = re.compile(r"\bno\b[^.;,]{0,20}\Z|\bwithout\b[^.;,]{0,20}\Z")
"""Before a degree: it is said that none is needed."""

_SOMEBODY_ELSE: Final = re.compile(r"(?<!/)\b(?:he|she)\b(?!/)(?! (?:must|should|will|shall|needs|has to)\b)")
"""Before a degree: a person who works there is told of."""

_OR_BELOW: Final = re.compile(
    r"[ .]*\n\s*(?:[-*•●▪◦‣·o][ ]+)?(?:or\b[^\n]{0,240}\n\s*(?:[-*•●▪◦‣·o][ ]+)?){0,3}?"
    r"or (?:an? )?(?:\w+ )?(?:equivalent|comparable)(?: \w+){0,2} experience\b"
)
"""After the line of a degree: the line below it, or the last of a few alternatives, lets experience stand for it."""

_ONE_OF: Final = re.compile(
    r"\b(?:one|any|either)(?: or more)? of the (?:below|following)[ :*]*\n\s*(?:[-*•●▪◦‣·o][ ]+)?\Z"
)
"""Right before the line of a degree: it opens a list of which any line will do."""

_LEAD: Final = 48
"""Characters before a line that such words take."""

_ORDER: Final[dict[Degree, int]] = {"none": 0, "bachelor": 1, "master": 2, "phd": 3}
_HINTS: Final = hints(
    *(
        "degree",
        "bachelor",
        "master",
        "phd",
        "ph.d",
        "ph d",
        "doctora",
        "dphil",
        "d.phil",
        "b.s",
        "b.a",
        "b.t",
        "b.e",
        " bs",
        "(bs",
        "bs in",
        "bs/",
        "bs or",
        "bs degree",
        "ms ",
        "ms,",
    ),
    *(
        "ms/",
        "ba/",
        "m.s",
        "m.t",
        "m.e",
        "mba",
        "btech",
        "mtech",
        "bsc",
        "msc",
        "beng",
        "meng",
        "mres",
        "mphil",
        "m.phil",
        "m.res",
        " be/",
        "postgraduate",
    ),
)
_ASKED_IN: Final[frozenset[SectionKind]] = frozenset({"must", "role", "duties", "team", "stack"})
_REQUIRED: Final = re.compile(r"\bdegree\b[^.;\n]{0,80}\brequired\b")
"""In so many words, as it may stand under "additional information"."""

_SHORT: Final = 2
"""Letters up to which a degree stands in capitals: BS and MS, not milliseconds."""

_CLAUSES: Final = re.compile(
    r";|(?<!\.[a-z])(?<!ph\.d)\.(?= )|\bbut\b|,? (?:with )?(?=(?:an? )?(?:master'?s?|ms|ph\.?d|"
    r"advanced degree)[^,;.]{0,40}\b(?:preferred|plus|desir))|"
    r"\((?=(?:an? )?(?:master'?s?|ms|mba|ph\.?d|advanced degree)\b[^()]{0,40}\b(?:welcome|preferred|plus|desir|bonus))"
)
"""Where a clause ends, so that "preferred" after one degree does not speak of another."""


def degree_of(reading: Reading) -> Said[Degree] | None:
    """The least degree that is required; None where the ad speaks of none.

    The value is "none" where a degree is named and experience may stand for it.
    """
    low = reading.low
    best: Said[Degree] | None = None
    done = -1
    matches = (match for first, last in reading.hinted.having(_HINTS) for match in _ANY.finditer(low, first, last))
    for match in matches:
        start = match.start()
        if start < done:
            continue
        kind = reading.kind_at(start)
        block = reading.block_at(start)
        if block is None:
            continue
        line = Span(block.line.start, block.line.end)
        if kind not in _ASKED_IN and not (kind == "benefits" and _REQUIRED.search(low, *line)):
            continue
        sentence = reading.sentence_at(start) if line.end - line.start > 260 else line
        done = sentence.end
        said = _of_sentence(reading, sentence)
        if (
            said is not None
            and said.value != "none"
            and (_OR_BELOW.match(low, line.end) or _ONE_OF.search(low, max(0, line.start - _LEAD), line.start))
        ):
            said = Said("none", said.spans)
        if said is not None and (best is None or _ORDER[said.value] < _ORDER[best.value]):
            best = said
    return best


def _of_sentence(reading: Reading, sentence: Span) -> Said[Degree] | None:
    low = reading.low
    start, end = sentence
    spans: list[tuple[Degree, Span]] = []
    cuts = [start, *[cut.start() for cut in _CLAUSES.finditer(low, start, end)], end]
    optional_all = True
    for first, last in pairwise(cuts):
        optional = _OPTIONAL.search(low, first, last) is not None
        previous = -2
        for match in _ANY.finditer(low, first, last):
            if low.startswith((" office", " sql", " teams", " excel", " word", " windows", " project"), match.end()):
                continue
            if optional or _is_unit(reading, match) or match.start() - previous <= 1:
                continue
            previous = match.end()
            optional_all = False
            name = match.lastgroup
            level: Degree = "phd" if name == "phd" else "master" if name == "master" else "bachelor"
            if _NO.search(low, max(first, match.start() - 24), match.start()):
                level = "none"
            spans.append((level, Span(*match.span())))
    if optional_all or not spans or _SOMEBODY_ELSE.search(low, start, spans[0][1].start):
        return None
    places = tuple(span for _, span in spans)
    if _EQUIVALENT.search(low, start, end) or _or_experience(low, spans[0][1].end, end):
        return Said("none", places)
    return Said(min((level for level, _ in spans), key=_ORDER.__getitem__), places)


def _or_experience(low: str, start: int, end: int) -> bool:
    """Whether experience may stand for the degree: not in "and 6 years of software or related experience"."""
    match = _OR_EXPERIENCE.search(low, start, end)
    return match is not None and _YEARS.search(low, start, match.start()) is None


def _is_unit(reading: Reading, match: re.Match[str]) -> bool:
    letters = reading.plain[match.start() : match.end()].replace(".", "").strip()
    return len(letters) <= _SHORT and not letters.isupper()
