"""Plain facts an ad states about the work: on-call, manager, team, outcomes, growth, interviews, people skills."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from hiring.job_ad.ad import Said
from hiring.prose.hints import Hints, hints
from hiring.prose.reading import Reading
from hiring.prose.spans import SectionKind, Span
from hiring.prose.words import PARTNERS

_ON_CALL: Final = re.compile(
    r"\bon-?[ ]?call\b(?! (?:advisor|doctor|physician))|\bpager(?:duty)?\b(?= (?:rotation|duty|duties|rota|"
    r"shift))|\b24[/x*]7(?:x365)? (?:on|support|rotation|rota|coverage|shift|oper|env|basis)|"
    r"\b(?:out[- ]of[- ]hours|after[- ]hours|weekend) (?:support|rotation|rota|on|work|shift)|"
    r"\bincident (?:response )?rotation|\bsupport rota(?:tion)?\b|\brotation(?:al)? shifts?\b|"
    r"\brotating shifts?\b"
)
_DENIED: Final = re.compile(
    r"\b(?:no|not|never|without|zero|free of|don't|do not|doesn't|isn't|there is no)\b[^.;\n]{0,28}\Z"
)
_DENIED_AFTER: Final = re.compile(r"[^.;\n]{0,12}\b(?:not required|is not|isn't|none|free)\b")
_REPORTS: Final = re.compile(
    r"\b(?:report(?:s|ing)?(?: in)?(?: directly)? (?:to|into)|reporting line|line manager(?: is|:)|"
    r"your manager (?:is|will be)|managed by|reports?:|supervised by|"
    r"work(?:ing)? (?:directly )?under (?:the )?(?:direction|supervision|guidance) of|under the (?:direction|"
    r"supervision|leadership) of)[ :]*"
)
_NOT_A_MANAGER: Final = re.compile(
    r"(?:the )?(?:authorit|police|stakeholders|customers?|clients?|regulat|senior stakeholders|leadership on|"
    r"management on|executives on|you\b)"
)
_SOMEBODY: Final = re.compile(
    r"\A[^.;\n]{0,60}?\b(?:manager|director|head|lead|leader|vp|svp|avp|vice|chief|c[a-z]o|founders?|officer|"
    r"principal|supervisor|"
    r"owner|president|architect|team|partner)\b"
)
_NO_REPORT_BEFORE: Final = re.compile(
    r"\b(?:can|tools?|dashboards?|data|metrics|analytics|business|and|for|of|bi|financial|ad-hoc|regular|"
    r"status|weekly|monthly) \Z"
)
_TEAM: Final = re.compile(
    r"\bteams? of (?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|about|around|over|up to|highly|"
    r"talented|experienced|engineers|data|ml|machine|software|passionate|skilled|world|smart|dedicated|"
    r"specialist)\b|"
    r"\b(?:\d+|two|three|four|five|six|seven|eight)[- ](?:person|people|strong|member) team\b|\byou(?:'ll|"
    r" will) (?:join|be joining|work (?:closely |directly |side by side |alongside )?(?:with|alongside|in)|"
    r"be (?:part|a (?:key )?(?:part|member))|partner|collaborate|sit|pair)\b|"
    r"\b(?:join|joining|part of|member of|within|on|in|to join) (?:our|the|a|an) (?:[\w/&-]+ ){0,5}?(?:team|"
    r"squad|group|department|chapter|guild|tribe)\b|"
    r"\b(?:work|working|works|collaborat\w+|partner(?:ing)?|liais\w+|interact\w*|interfac\w+|"
    r"pair\w*)(?: \w+)? (?:with|alongside|across)\b[^.;\n]{0,70}\b(?:teams?|scientists|engineers|developers|"
    r"analysts|researchers|managers|stakeholders|designers|owners|groups?)\b|"
    r"\bthe team (?:is|currently|consists|owns|builds|has|supports|works|you)\b|"
    r"\bour (?:[\w/&-]+ ){0,4}team (?:is|currently|consists|owns|builds|has|supports|works|of)\b|"
    r"\bcross[- ]functional(?:ly)?\b"
)
_OUTCOMES: Final = re.compile(
    r"\b(?:within|in|by|during|after|over) (?:the |your )?(?:first |end of (?:the |your )?)?(?:\d+|one|two|"
    r"three|six|twelve|30|60|90)[- ](?:days|weeks|months)\b|\b(?:in|by|within|during) (?:your|"
    r"the) first (?:year|quarter|months?|\d+)\b|"
    r"\bsuccess (?:in this role )?(?:looks like|means|will be measured|is measured|criteria|metrics)|\b(?:by|"
    r"after) (?:month|week|day) \d|\b(?:after|by) (?:six|three|twelve|\d+) months\b|\bfirst (?:\d+|30|60|"
    r"90)[- ]days\b|\b30[/-]60[/-]90\b|"
    r"\b(?:reduce|cut|increase|improve|raise|bring|decrease|shorten|grow|keep|achieve|ensure|maintain|"
    r"hit|reach|deliver|migrate|ship|scale|halve)\b[^.;\n]{0,60}(?:\b(?:by|from|to|under|below|above|within|at|"
    r"over)\b[^.;\n]{0,24})?"
    r"(?:\b\d+(?:\.\d+)?[ ]?(?:%|percent|x\b|ms\b|milliseconds|seconds|minutes|hours|days|weeks|models|"
    r"services|teams|requests|pipelines)|\b99\.\d)"
)
_DIGIT_OR_SUCCESS: Final = re.compile(r"\d|success|months|weeks|days|first (?:year|quarter)")
_GROWTH: Final = re.compile(
    r"\b(?:career|professional|personal|technical|skills?)(?: and \w+|/\w+| &amp; \w+| & \w+)? (?:growth|"
    r"development|progression|advancement|path(?:s|ways?)?|ladder|opportunit\w+|framework)\b|\b(?:learning|"
    r"training|education(?:al)?|development|conference|l&d|certification|course|book)"
    r"(?:,? (?:and|&|/) \w+)?(?: \w+)? (?:budget|stipend|allowance|reimbursement|days?|opportunit\w+|programs?|"
    r"programmes?|assistance|fund|platforms?|resources|courses)\b|\btuition\b|\bgrowth (?:opportunit|path|plan|"
    r"framework|and development)\w*|"
    r"\bopportunit(?:y|ies) (?:for|to) (?:\w+ ){0,3}(?:grow|growth|learn|advance|develop|progress|promotion|"
    r"career)\w*|\bgrow (?:your|in your|with us|professionally|as an?|into|your career)\b|"
    r"\bpromotion\w*\b(?! (?:of|code|and market|campaign|engine|s? (?:team|plat)))|\bmentor(?:ship|"
    r"ing) (?:program|programme|from|by|and)|\bcareer (?:path|growth|develop|ladder|progress|advance|"
    r"opportun)\w*|"
    r"\badvance your career|\blearn(?:ing)? (?:from|and (?:grow|develop))|\bcontinuous(?:ly)? (?:learning|"
    r"grow)\w*|\bdevelop(?:ing)? your (?:skills|career)|\broom to grow\b|\binternal mobility\b|"
    r"\breimburse\w* (?:for )?(?:\w+ ){0,4}(?:conferences|training|education|courses)|"
    r"\bupskill(?:ing)?\b(?= (?:opp|prog|budget|your))|\bgrowth mindset and \w+ path"
)
_PROCESS: Final = re.compile(
    r"\b(?:interview|hiring|recruitment|recruiting|selection) (?:process|stages?|steps?|loop|rounds?|journey|"
    r"timeline|plan)\b(?! (?:accommodat|relat|and disabl))|\b(?:technical|phone|panel|final|video|onsite|"
    r"on-site|first|second|initial|virtual|recruiter|culture|behaviou?ral|system design|hiring manager|"
    r"values) "
    r"(?:interviews?|screen(?:ing)?|round|chat|call(?! center))\b|\btake-?[ ]?home\b(?! pay)|\b(?:coding|"
    r"technical|skills?) (?:challenge|test|assessment|exercise)\b|\brounds? of interviews?\b|\b(?:\d|two|three|"
    r"four|five)[- ](?:stage|step|round) (?:interview|process|hiring)|\bwhat to expect (?:in|from|"
    r"during) (?:our|the) (?:interview|hiring|process)"
)
_NOT_PROCESS_NEAR: Final = re.compile(
    r"accommodat|disabilit|adjustment|assist\w+ (?:with|during|in)|fraud|scam|recruiters? will|never ask|"
    r"privacy|during the (?:interview|hiring|recruit|application|selection)|throughout the|part of the|"
    r"in (?:our|the) (?:interview|hiring|recruit|selection) process|retain|chosen to advance|narrowed|"
    r"discussed|determin|e-verify|background|reasonable|support during|if you require|take part|need"
)
_SOFT: Final = re.compile(
    r"\b(?:communicat(?:ion|e|or|ing)\b(?! (?:protocols?|systems?|technolog\w+|services?|patterns?|platform|"
    r"networks?|tools?))|collaborat(?:e|ion|ive|ively|ing|or)\b|interpersonal|team ?(?:player|work)\b|"
    r"team[- ]oriented|stakeholder (?:management|communication|engagement)|mentor(?:ing|s)?\b|coach(?:ing)?\b|"
    r"presentation skills|empath\w+|listening|cross[- ]functional(?:ly)?|articulate|explain (?:complex|"
    r"technical)|influenc(?:e|ing) (?:others|without|stakeholders|peers|across)|leadership skills|"
    r"people skills|soft skills|emotional intelligence|"
    r"work(?:ing)? (?:well |closely |effectively |collaboratively )(?:with|in|as|across)|negotiat\w+|"
    r"facilitat\w+ (?:discussion|workshop|meeting)|conflict resolution|humble|accountability|"
    r"customer[- ]focus\w*)"
)
_WORK: Final[frozenset[SectionKind]] = frozenset(
    {"role", "team", "duties", "must", "nice", "outcomes", "stack", "process"}
)
_NOT_SOFT: Final[frozenset[SectionKind]] = frozenset({"employer", "benefits", "legal", "pay", "process", "stack"})


_MOST_PLACES: Final = 8
"""Places shown for one fact."""


def _found(reading: Reading, pattern: re.Pattern[str], family: Hints) -> Iterator[re.Match[str]]:
    """The matches of a pattern in the lines that hold one of the hints."""
    for first, last in reading.hinted.having(family):
        yield from pattern.finditer(reading.low, first, last)


_ON_CALL_HINTS: Final = hints(
    "on-call",
    "on call",
    "oncall",
    "pager",
    "24/7",
    "24x7",
    "hours s",
    "hours o",
    "hours w",
    "hours r",
    "weekend",
    "rotati",
    "rota",
)
_REPORT_HINTS: Final = hints(
    "report",
    "line manager",
    "your manager",
    "managed by",
    "supervis",
    "direction of",
    "guidance of",
    "leadership of",
)
_TEAM_HINTS: Final = hints(
    "team",
    "you'll",
    "you will",
    "work",
    "collaborat",
    "partner",
    "functional",
    "squad",
    "group",
    "tribe",
)
_GROWTH_HINTS: Final = hints(
    *(
        "growth",
        "development",
        "progress",
        "advance",
        "path",
        "ladder",
        "opportunit",
        "budget",
        "stipend",
        "allowance",
        "reimburs",
        "tuition",
        "grow ",
    ),
    *("promot", "mentor", "career", "learn", "training", "mobility", "upskill", "conference", "course"),
)
_PROCESS_HINTS: Final = hints(
    "interview",
    "hiring",
    "recruit",
    "selection",
    "screen",
    "round",
    "take-home",
    "take home",
    "takehome",
    "challenge",
    " test",
    "assessment",
    "exercise",
    "chat",
    "stage",
)


_SOFT_HINTS: Final = hints(
    *(
        "communic",
        "collabor",
        "interperson",
        "team",
        "stakeholder",
        "mentor",
        "coach",
        "presentation",
        "empath",
        "listening",
        "functional",
    ),
    *(
        "articulate",
        "explain",
        "influenc",
        "leadership",
        "people skills",
        "soft skills",
        "emotional",
        "working ",
        "work w",
        "work c",
        "work e",
    ),
    *("negotiat", "facilit", "conflict", "humble", "accountab", "customer"),
)


def on_call_of(reading: Reading) -> Said[bool] | None:
    """Whether the role is on call: True or False where the ad says so, None where it does not."""
    low = reading.low
    denied: Span | None = None
    for match in _found(reading, _ON_CALL, _ON_CALL_HINTS):
        start, end = match.span()
        if reading.boilerplate_at(start):
            continue
        before = low[max(0, start - 40) : start]
        if _DENIED.search(before) or _DENIED_AFTER.match(low, end):
            denied = denied or Span(start, end)
            continue
        return Said(True, (Span(start, end),))
    return None if denied is None else Said(False, (denied,))


def reporting_line_of(reading: Reading) -> Said[str] | None:
    """Whom the role reports to, in the ad's words."""
    low = reading.low
    for match in _found(reading, _REPORTS, _REPORT_HINTS):
        start, end = match.span()
        if reading.kind_at(start) in ("legal", "benefits") or _NOT_A_MANAGER.match(low, end):
            continue
        if not _SOMEBODY.match(low[end : end + 70]):
            continue
        if (
            "directly" in match.group()
            or not low.startswith("report", start)
            or not _NO_REPORT_BEFORE.search(low, max(0, start - 14), start)
        ):
            stop = end
            while stop < len(low) and stop < end + 80 and low[stop] not in ".,;\n(":
                stop += 1
            if stop > end:
                return Said(reading.text[end:stop].strip(), (Span(start, stop),))
    return None


def team_of(reading: Reading) -> tuple[Span, ...]:
    """Where the ad describes the team, or the people this role works with."""
    low = reading.low
    places = (
        Span(*match.span()) for match in _found(reading, _TEAM, _TEAM_HINTS) if reading.kind_at(match.start()) in _WORK
    )
    if spans := tuple(islice(places, _MOST_PLACES)):
        return spans
    for partner in PARTNERS:
        at = low.find(partner)
        if at >= 0 and reading.kind_at(at) in _WORK:
            return (Span(at, at + len(partner)),)
    return ()


def outcomes_of(reading: Reading) -> tuple[Said[str], ...]:
    """What the person is to have achieved: with a date, a figure, or under a heading on success."""
    found: dict[int, Said[str]] = {}
    for block in reading.blocks:
        start, end = block.line.start, block.line.end
        if block.kind == "outcomes":
            found[start] = Said(reading.text[start:end], (Span(start, end),))
        elif block.kind in ("duties", "role", "team") and _DIGIT_OR_SUCCESS.search(reading.low, start, end):
            match = _OUTCOMES.search(reading.low, start, end)
            if match is not None:
                sentence = reading.sentence_at(match.start())
                found[sentence.start] = Said(reading.text[sentence.start : sentence.end], (sentence,), "likely")
    return tuple(found.values())


def growth_of(reading: Reading) -> tuple[Span, ...]:
    """Where the ad speaks of learning, promotion or a career. Benefits count: growth is one."""
    places = (
        Span(*match.span())
        for match in _found(reading, _GROWTH, _GROWTH_HINTS)
        if reading.kind_at(match.start()) not in ("legal", "must", "nice")
    )
    return tuple(islice(places, _MOST_PLACES))


def process_of(reading: Reading) -> tuple[Span, ...]:
    """Where the ad says how it hires: interviews, rounds, exercises."""
    low = reading.low
    spans: list[Span] = []
    for match in _found(reading, _PROCESS, _PROCESS_HINTS):
        start, end = match.span()
        kind = reading.kind_at(start)
        if kind in ("legal", "must", "nice", "duties"):
            continue
        if kind not in ("process", None) and _NOT_PROCESS_NEAR.search(low, max(0, start - 90), end + 60):
            continue
        spans.append(Span(start, end))
    for section in reading.layout.sections:
        if section.kind == "process" and section.heading.end > section.heading.start:
            spans.append(section.heading)
    return tuple(spans[:_MOST_PLACES])


def soft_skills_of(reading: Reading) -> tuple[Said[str], ...]:
    """People skills that the ad asks for."""
    found: dict[str, Said[str]] = {}
    for match in _found(reading, _SOFT, _SOFT_HINTS):
        if reading.kind_at(match.start()) in _NOT_SOFT:
            continue
        found.setdefault(match.group(), Said(match.group(), (Span(*match.span()),)))
    return tuple(found.values())
