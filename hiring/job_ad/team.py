"""The people around the job: whom it reports to, and the team that an ad describes."""

import re
from itertools import islice
from string import digits
from typing import Final

from hiring.job_ad.ad import MOST_PLACES, Said
from hiring.prose.hints import hints
from hiring.prose.reading import ASKING, Reading
from hiring.prose.spans import SectionKind, Span
from hiring.prose.words import PARTNER_HINTS, PARTNERS

_REPORTS: Final = re.compile(
    r"\b(?:report(?:s|ing)?(?: in)?(?: directly)? (?:to|into)|reporting line|line manager(?: is|:)|"
    r"your manager (?:is|will be)|managed by|reports?:|supervised by|"
    r"(?<![\w] )manager\**[ ]?[:|]|work(?:ing)? (?:directly )?under (?:the )?(?:direction|supervision|"
    r"guidance) of|under the (?:direction|"
    r"supervision|leadership) of)[ :*|]*"
)
"""Words before the manager."""

_NOT_A_MANAGER: Final = re.compile(
    r"(?:the )?(?:authorit|police|stakeholders|customers?|clients?|regulat|senior stakeholders|leadership on|"
    r"management on|executives on|you\b)"
)
"""After such words: something is reported to these, nobody is managed by them."""

_SOMEBODY: Final = re.compile(
    r"\A[^.;\n]{0,60}?\b(?:manager|director|head|lead|leader|vp|svp|avp|vice|chief|c[a-z]o|founders?|officer|"
    r"principal|supervisor|"
    r"owner|president|architect|team|partner|professor)\b"
)
"""A manager has such a word in the title, or is a team."""

_NO_REPORT_BEFORE: Final = re.compile(
    r"\b(?:can|tools?|dashboards?|data|metrics|analytics|business|and|for|of|bi|financial|ad-hoc|regular|"
    r"status|weekly|monthly) \Z"
)
"""Before "reports": they are documents."""

_OF_THE_ROLE: Final = re.compile(
    r"\b(?:the|this|your) (?:\w+ )?(?:role|position|job|post|vacancy|"
    r"incumbent)\b(?!s)"
)
"""Who reports to somebody, where "reports" might be papers or the line stands among benefits."""

_OPENS_CLAUSE: Final = re.compile(r"[ ]*(?:working|based|located|sitting|embedded) ")
"""A sentence that opens so says next whom one is "reporting to"."""

_LEAD: Final = 160
"""Characters before "reports to" in which the role may be named."""

_TEAM: Final = re.compile(
    r"\bteams? of (?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|about|around|over|up to|highly|"
    r"talented|experienced|engineers|data|ml|machine|software|passionate|skilled|world|smart|dedicated|"
    r"specialist)\b|"
    r"\b(?:\d+|two|three|four|five|six|seven|eight)[- ](?:person|people|strong|member) team\b|\byou(?:'ll|"
    r" will) (?:join|be joining|work (?:closely |directly |side by side |alongside )?(?:with|alongside|in)|"
    r"be (?:part|a (?:key )?(?:part|member))|partner|collaborate|sit|pair)\b[^.;\n]{0,90}\b(?:teams?|squads?|"
    r"scientists|"
    r"engineers|engineering|developers|analysts|researchers|managers?|stakeholders|designers|owners|"
    r"colleagues|groups?|departments?|"
    r"partners|leads?|product|units?|functions?|organi[sz]ation)\b|"
    r"\b(?:join|joining|part of|member of|contributor to|within|on|in|to join) (?:our|the|a|"
    r"an) (?:(?!that\b|every\b|"
    r"belief\b)[\w/&()-]+ ){0,5}?(?:team|"
    r"squad|group|department|chapter|guild|tribe)\b|"
    r"\b(?:work|working|works|collaborat\w+|partner(?:ing)?|liais\w+|interact\w*|interfac\w+|"
    r"pair\w*)(?: \w+){0,2} (?:with|alongside|across)\b[^.;\n]{0,70}\b(?:teams?|scientists|engineers|developers|"
    r"analysts|researchers|managers|stakeholders|designers|owners|squads|groups?)\b|"
    r"\bwe(?:'re| are) an? (?:[\w/&-]+ ){0,4}team\b|\bwe(?:'re| are) (?:\d+|two|three|four|five|six|seven|"
    r"eight|nine|ten)"
    r" (?:people|engineers|scientists|data scientists|ml engineers)\b|"
    r"\b(?:work|working|works|partner|partnering|partners|collaborat\w+) (?:very )?closely with [^.;\n]{0,60}?"
    r"\b(?:engineering|data science|product|research|design|security|operations|analytics|commercial|finance)\b|"
    r"\bthe team (?:is|currently|consists|owns|builds|has|supports|works|you|develops|maintains)\b|"
    r"\bour (?:[\w/&-]+ ){0,4}team (?:is|currently|consists|owns|builds|has|supports|works|of)\b|"
    r"\bcross[- ]functional(?:ly)?\b"
)
"""A team, its size, or the people with whom the work is done."""

_OF_A_FIRM: Final = re.compile(r"(?: of)? (?:nearly |over |more than |about |around )?\d{1,3},\d{3}\b")
"""After "our team": thousands are the whole firm."""

_IN_THE_PAST: Final = re.compile(r"\b(?:experience|experienced|background|record|worked)\b")
"""Among requirements, words that make a team one that somebody worked in before."""

_ADDRESSED: Final = re.compile(r"\byou(?:'ll)?\b")
"""Words on a team that speak to the reader: "In the platform team, you will:"."""

_WORK: Final[frozenset[SectionKind]] = frozenset(
    {"role", "team", "duties", "must", "nice", "outcomes", "stack", "process"}
)
"""Sections whose words on a team are of the team of this job."""

_REPORT_STARTS: Final = hints(
    *("report", "manager", "line manager", "your manager ", "managed by", "supervised by", "work", "under the "),
)
_TEAM_STARTS: Final = hints(
    *("team of ", "teams of ", "two", "three", "four", "five", "six", "seven", "eight", *digits),
    *(
        "you'll ",
        "you will ",
        "join ",
        "joining ",
        "part of ",
        "member of ",
        "contributor to ",
        "to join ",
        "within ",
        "we're ",
        "we are ",
    ),
    *("on our ", "on the ", "on a ", "on an ", "in our ", "in the ", "in a ", "in an "),
    *("work", "collaborat", "partner", "liais", "interact", "interfac", "pair", "the team ", "our ", "cross"),
)


def reporting_line_of(reading: Reading) -> Said[str] | None:
    """Whom the role reports to, in the ad's words."""
    low = reading.low
    for match in reading.hinted.matches(_REPORTS, _REPORT_STARTS):
        start, end = match.span()
        sentence = low[max(reading.sentence_at(start).start, start - _LEAD) : start]
        of_role = _OF_THE_ROLE.search(sentence) is not None
        if reading.kind_at(start) in ("legal", "benefits") and not of_role:
            continue
        if _NOT_A_MANAGER.match(low, end):
            continue
        if not _SOMEBODY.match(low[end : end + 70]):
            continue
        if (
            "directly" in match.group()
            or not low.startswith("report", start)
            or ((of_role or _OPENS_CLAUSE.match(sentence)) and sentence.endswith(("and ", ", ")))
            or not _NO_REPORT_BEFORE.search(low, max(0, start - 14), start)
        ):
            stop = _clause_end(low, end, end)
            if low.startswith(",", stop) and not _SOMEBODY.match(low[end:stop]):  # a name before the title
                stop = _clause_end(low, stop + 1, end)
            if stop > end:
                return Said(reading.text[end:stop].strip(" |*"), (Span(start, stop),))
    return None


def _clause_end(low: str, at: int, start: int) -> int:
    """Where the clause that holds ``at`` ends, at most 80 characters from ``start``."""
    while at < len(low) and at < start + 80 and low[at] not in ".,;\n(":
        at += 1
    return at


def team_of(reading: Reading) -> tuple[Span, ...]:
    """Where the ad describes the team, or the people this role works with."""
    low = reading.low
    places = (
        Span(*match.span())
        for match in reading.hinted.matches(_TEAM, _TEAM_STARTS)
        if _of_this_team(reading, match.start()) and not _OF_A_FIRM.match(low, match.end())
    )
    if spans := tuple(islice(places, MOST_PLACES)):
        return spans
    for partner in PARTNERS if reading.hinted.any(PARTNER_HINTS) else ():
        at = low.find(partner)
        if at >= 0 and _of_this_team(reading, at):
            return (Span(at, at + len(partner)),)
    return ()


def _of_this_team(reading: Reading, position: int) -> bool:
    """Whether words on a team are of the one this role works with, not of one that somebody worked in before."""
    kind = reading.kind_at(position)
    if kind not in ASKING:
        return kind in _WORK or (
            kind in (None, "employer") and _ADDRESSED.search(reading.low, *reading.sentence_at(position)) is not None
        )
    return _IN_THE_PAST.search(reading.low, reading.sentence_at(position).start, position) is None
