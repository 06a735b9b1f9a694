"""Years of experience: how many, of what, and which demand is the headline."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from hiring.job_ad.ad import Said, YearsClaim
from hiring.job_ad.welcome import is_within, welcome_at
from hiring.prose.hints import hints
from hiring.prose.reading import ASKING, Reading
from hiring.prose.spans import SectionKind, Span

_NUMBERS: Final = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split(), start=1
    )
}
_NUMBER: Final = r"\d{1,2}|" + "|".join(_NUMBERS)
_YEARS: Final = re.compile(
    rf"(?<![\w,$€£])(?<![\d ]\.)(?P<low>{_NUMBER})(?:\.\d{{1,2}}(?![\d.]))?(?:[ ]?\((?:{_NUMBER})\+?\))?"
    r"[ ]?(?:\+|plus\b|or more\b|-plus)?[ ]?"
    rf"(?:(?:-|to|(?P<and>and))[ ]?(?P<high>{_NUMBER})(?:[ ]?\((?:{_NUMBER})\+?\))?[ ]?\+?)?[ -]{{0,2}}"
    r"(?:\+|plus\b|or more\b)?[ ]{0,2}(?:years?|yrs?|yoe)\b['.]?"
)
"""As in "5+ years", "3-5 yrs", "five (5) years", "3 years or more"."""

_BETWEEN: Final = re.compile(r"\bbetween[ ]\Z")
_YEARS_AFTER: Final = re.compile(
    r"\b(?:years?|yrs?)(?: of)?(?: \w+){0,2} experience(?: required| needed| level)?[ ]?[:-][ ]?"
    r"(?P<low>\d{1,2})[ ]?\+?(?:[ ]?(?:-|to)[ ]?(?P<high>\d{1,2}))?(?![\d%.,]|[ ]?(?:years|yrs|k\b))"
)
"""A table's "Years of experience: 5-8", where the figure comes last."""

YEAR_HINTS: Final = hints("year", "yr", "yoe")
_TABLE_HINTS: Final = hints("experience:", "experience :", "experience -", "experience required", "experience needed")
_NOT_EXPERIENCE_BEFORE: Final = re.compile(
    r"(?:\b(?:last|past|next|first|every|over the|than|within|in under|in only|in just|after|for the|the|"
    r"almost|nearly|celebrat\w+|our|"
    r"retain\w*|top|previous|following|only|in)(?: \w+)?|[$€£]|x)[ ]*\Z"
)
"""Before years that are a period, a price or a firm's age."""

_DEMAND_BEFORE: Final = re.compile(r"\b(?:more than|less than|no less than|at least|in the last|over)[ ]*\Z")
"""The same words before years that are asked for all the same: "more than 5 years"."""

_NOT_EXPERIENCE_AFTER: Final = re.compile(
    r"[ ]*(?:in a row|old\b|of age|ago\b|in business|of (?:history|growth|data(?! (?:scien|engineer|analy))|audio|"
    r"innovation|service to|combined)|vest|running|immediately|following|"
    r"(?:cliff|contract|program|degree|college|university|plan|roadmap|warranty|residen|uk residen|anniversar|"
    r"springaversary|strong\b|and counting)|"
    r"(?:we|has|have|is)\b)"
)
"""After years that are a period, an age, a contract or a course of study."""

_OF_WORK: Final = re.compile(
    r"\b(?:experience|experienced|working|worked|building|background|expertise|track record|in (?:a|an|the|"
    r"software|data|devops|ml|engineering)|as an?|yoe)\b"
)
"""After years of a person's work."""

_ASKED_BEFORE: Final = re.compile(
    r"\b(?:you(?:'ll)? (?:will )?(?:bring|have|need|must have|should have)|requires?|must have|"
    r"(?:looking|searching) for|seeking|minimum(?: of)?|at least|ideally)\b[^.;\n]{0,60}\Z"
)
"""Before years that are asked for."""

_FIELD: Final = re.compile(r"\bexperience(?: (?:level|required|needed))?[ ]?[:|-][ ]*\Z")
"""The name of a field before its value, as in "Experience level: 10-15 years"."""

_OF_ALL: Final = re.compile(r"[ ]of (?:everything|all|each|these|those|the following|what)\b")
"""Years of what a list beside them names: asked for the role as a whole."""

_OR_SO_MANY: Final = re.compile(r"\A[^\n]{0,120}?[;,]\s*or\b[^\n]{0,60}\Z|\A[^\n]{0,80}\n\s*or\s*\n[^\n]{0,160}\Z")
"""What stands between two demands of which either is enough."""

_GENERAL: Final = re.compile(
    r"[ ]*(?:of )?(?:(?:\w+[ /,-]+){0,5}?)(?:as an?\b|in an?\b|industry|total|overall|relevant|related|"
    r"professional experience|work(?:ing)? experience|experience as|experience in an?|"
    r"post[- ]grad|software (?:engineer|develop)|engineering\b|developer\b|devops|mlops|ml ops|"
    r"machine learning|data (?:engineer|scien|analy)|site reliability|sre\b|ai/ml|similar|comparable|"
    r"software\b|infrastructure|platform|backend|cloud (?:engineer|infra|ops|oper))"
)
"""How the words after "5 years" go on that make them years of the work as a whole, whatever tool follows."""

_TOOL_NEAR: Final = 48
"""Characters between years, or a tool they are of, and the next tool they are of."""

_LEAD: Final = 160
"""Characters before "5 years" in which what they are of may stand, as in "Kubernetes: 5 years"."""

_MOST: Final = 30
"""More years than that are a company's."""

_COMPANY_BEFORE: Final = re.compile(
    r"\b(?:in business|been|founded|operating|celebrat\w+|lived|resid\w+)\b[^.;\n]{0,24}\Z"
)
"""Before the years of a company, or of living somewhere."""

_OF_READER: Final = re.compile(r"\byou(?:'ve| have) (?:been|spent|worked|built|run|led)\b")
"""Before years of work that whoever reads the ad has behind them."""

_MOST_IN_PROSE: Final = 20
"""The same outside lists of requirements, where more years are likelier a company's."""

_LONGEST_OR: Final = 260
"""Characters between two demands that may be alternatives of one another."""

_NOT_DEMANDED: Final[frozenset[SectionKind]] = frozenset({"employer", "benefits", "legal", "pay", "process"})


class _Read(NamedTuple):
    """A demand as it stands. ``again``: it goes with the one before it, as an alternative or a part of it."""

    claim: YearsClaim
    again: bool


def years_of(reading: Reading) -> tuple[tuple[YearsClaim, ...], Said[int] | None]:
    """All demands for years, and the headline: the largest that is for the role as a whole.

    Where each demand is for a tool, the largest of those stands in; where the ad lists nothing but what is welcome,
    years from that list do. "including 2+ years of", and the years for another degree in the same sentence, are never
    the headline.
    """
    demands = list(_read(reading))
    listed = any(block.kind == "must" for block in reading.blocks)
    best = _headline(demands, welcome=not listed)
    claims = tuple(
        claim if index != best else replace(claim, headline=True) for index, (claim, _) in enumerate(demands)
    )
    if best is None:
        return claims, None
    headline = claims[best]
    return claims, Said(headline.years, (headline.span,), "sure" if headline.must and not headline.of else "likely")


def _read(reading: Reading) -> Iterator[_Read]:
    """Every number of years that the ad asks somebody to bring, in order."""
    low = reading.low
    welcome = welcome_at(low, reading.blocks, reading.hinted, YEAR_HINTS)
    previous_end, previous_sentence = -1, Span(-1, -1)
    for match in _demands(reading):
        start, end = match.span()
        kind = reading.kind_at(start)
        if kind in _NOT_DEMANDED or _is_no_experience(low, start, end):
            continue
        years, most = _range(match, low)
        sentence = reading.sentence_at(start)
        of_reader = _OF_READER.search(low, max(sentence.start, start - _LEAD), start) is not None
        if years > _MOST or (not of_reader and _COMPANY_BEFORE.search(low, max(0, start - 40), start)):
            continue
        if kind not in ASKING and (
            years > _MOST_IN_PROSE or not (of_reader or _of_work(reading, sentence, start, end))
        ):
            continue
        again = sentence == previous_sentence or (
            previous_end >= 0
            and start - previous_end < _LONGEST_OR
            and _OR_SO_MANY.search(low[previous_end:start]) is not None
        )
        yield _Read(
            YearsClaim(
                years,
                most,
                of=_tools(reading, sentence, start, end),
                must=kind != "nice" and not is_within(welcome, start),
                headline=False,
                span=Span(start - 1 if start and low[start - 1] == "+" else start, end),
            ),
            again,
        )
        previous_end, previous_sentence = end, sentence


def _is_no_experience(low: str, start: int, end: int) -> bool:
    """Whether the words around say that the years are a contract's or a period's, not a person's."""
    if _NOT_EXPERIENCE_AFTER.match(low, end):
        return True
    before = max(0, start - 24)
    return _NOT_EXPERIENCE_BEFORE.search(low, before, start) is not None and not _DEMAND_BEFORE.search(
        low, before, start
    )


def _range(match: re.Match[str], low: str) -> tuple[int, int | None]:
    """The least and the most years; "3 and 5 years" are two figures of which the larger counts, unless "between"."""
    years = _number(match["low"])
    most = _number(match["high"]) if match["high"] else None
    if most is not None and "and" in match.re.groupindex and match["and"] and not _between(low, match.start()):
        return max(years, most), None
    return years, most if most is None or most >= years else None


def _demands(reading: Reading) -> list[re.Match[str]]:
    """Whatever reads like a number of years, in order."""
    low = reading.low
    found = [match for first, last in reading.hinted.having(YEAR_HINTS) for match in _YEARS.finditer(low, first, last)]
    tables = reading.hinted.having(_TABLE_HINTS)
    if tables:
        found.extend(match for first, last in tables for match in _YEARS_AFTER.finditer(low, first, last))
        found.sort(key=re.Match.start)
    return found


def _of_work(reading: Reading, sentence: Span, start: int, end: int) -> bool:
    """Whether years in prose are those of a person's work: the words say so, or they are asked of a skill or a list."""
    low = reading.low
    if _OF_WORK.search(low, end, min(sentence.end, end + 60)) or _FIELD.search(low, sentence.start, start):
        return True
    if not low.startswith(" of ", end) or not _ASKED_BEFORE.search(low, max(sentence.start, start - _LEAD), start):
        return False
    return _OF_ALL.match(low, end) is not None or bool(_tools(reading, sentence, start, end))


def _between(low: str, start: int) -> bool:
    return _BETWEEN.search(low, max(0, start - 8), start) is not None


def _number(word: str) -> int:
    return _NUMBERS.get(word) or int(word)


def _headline(demands: Sequence[_Read], *, welcome: bool) -> int | None:
    """The claim that is the headline. ``welcome``: years that are only welcome stand in where none are demanded."""
    best: int | None = None
    rank = (False, False, -1)
    for index, (claim, again) in enumerate(demands):
        if again or not (claim.must or welcome):
            continue
        this = (claim.must, not claim.of, claim.years)
        if this > rank:
            best, rank = index, this
    return best


def _tools(reading: Reading, sentence: Span, start: int, end: int) -> tuple[str, ...]:
    """The skills that the years are of; empty where they are of work as a whole."""
    low = reading.low
    skills = reading.skills
    index = bisect_left(skills, end, key=lambda found: found.start)
    following = _YEARS.search(low, end, sentence.end)
    stop = min(sentence.end, following.start() if following else sentence.end, end + 140)
    after = []
    previous = end
    while index < len(skills) and skills[index].start < stop:
        found = skills[index]
        if found.start - previous > _TOOL_NEAR:
            break
        after.append(found)
        previous = found.end
        index += 1
    if after:
        between = low[end : after[0].start]
        if _GENERAL.match(between) or "." in between.strip(". "):
            return ()
        return tuple(dict.fromkeys(found.slug for found in after))
    lead = low[max(sentence.start, start - _LEAD) : start].rstrip(" +(")
    if lead.endswith((":", "-")) or low[start - 1 : start] == "(" or low[start - 2 : start] == "(+":
        first = bisect_left(skills, max(sentence.start, start - _LEAD), key=lambda found: found.start)
        stop = bisect_left(skills, start, key=lambda found: found.start)
        return tuple(dict.fromkeys(found.slug for found in skills[first:stop]))
    return ()
