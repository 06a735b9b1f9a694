"""Plain facts an ad states about the work: on-call, outcomes, interviews, people skills."""

import re
from string import digits
from typing import Final

from hiring.job_ad.ad import MOST_PLACES, Said
from hiring.prose.demands import opens_like_demand
from hiring.prose.hints import hints
from hiring.prose.reading import Reading
from hiring.prose.spans import SectionKind, Span

_ON_CALL: Final = re.compile(
    r"\bon-?[ ]?call\b(?! (?:advisor|doctor|physician))|\bpager(?:duty)?\b(?= (?:rotation|duty|duties|rota|"
    r"shift))|\b24[/x*]7(?:x365)? (?:on|support|rotation|rota|coverage|shift|oper|env|basis)|"
    r"\b24[ -]?h(?:ou)?rs? (?:support|on-?call|rota|rotation|coverage|cover|shift)|"
    r"\b(?:out[- ]of[- ]hours|after[- ]hours|weekend) (?:support|rotation|rota|on|work|shift)|"
    r"\bincident (?:response )?rotation|\bsupport rota(?:tion)?\b|\brotation(?:al)? shifts?\b|"
    r"\brotating shifts?\b"
)
"""Work at hours that a rota gives out."""

_FOR_EVERYBODY: Final = re.compile(
    r"accommodat|equal|regardless|discriminat|doctor|nurse|medical|health|support team|helpline|concierge|service"
)
"""In the sentence of a benefit or a law: somebody else is on call, or everybody may ask."""

_DENIED: Final = re.compile(
    r"\b(?:no|not|never|without|zero|free of|don't|do not|doesn't|isn't|there is no)\b[^.;\n]{0,28}\Z"
)
"""Before words on being on call: there is none."""

_DENIED_AFTER: Final = re.compile(
    r"[^.;\n]{0,12}\b(?:not required|is not|isn't|none|free)\b|(?: duty| rota| required)?[ ]*[:|"
    r"-]?[ ]*no\b(?=[ ]*(?:[\n.,;|)]|\Z))"
)
"""The same after them."""

_OUTCOMES: Final = re.compile(
    r"\b(?:within|in|by|during|after|over) (?:the |your )?(?:first |end of (?:the |your )?)?(?:\d+|one|two|"
    r"three|six|twelve|30|60|90)[- ](?:days|weeks|months)\b|\b(?:in|by|within|during) (?:your|"
    r"the) first (?:year|quarter|months?|\d+)\b|"
    r"\bsuccess (?:in this role )?(?:looks like|means|will be measured|is measured|criteria|metrics)|\b(?:by|"
    r"after) (?:month|week|day) \d|\b(?:after|by) (?:six|three|twelve|\d+) months\b|\bfirst (?:\d+|30|60|"
    r"90)[- ]days\b|\b30[/-]60[/-]90\b|"
    r"\b(?:goals?|targets?)\b[^.;\n]{0,60}?(?:\d[ ]?%|[<>≤≥][ ]?\d)|"
    r"\b(?:reduce|cut|increase|improve|raise|bring|decrease|shorten|grow|keep|achieve|ensure|maintain|"
    r"hit|reach|deliver|migrate|ship|scale|halve)\b[^.;\n]{0,60}(?:\b(?:by|from|to|under|below|above|within|at|"
    r"over)\b[^.;\n]{0,24})?"
    r"(?:\b\d+(?:\.\d+)?[ ]?(?:%|percent|x\b|ms\b|milliseconds|seconds|minutes|hours|days|weeks|models|"
    r"services|teams|requests|pipelines)|\b99\.\d)|\b(?:\d[ ]?x[ ]?9s?|(?:three|four|five) nines)\b"
)
"""What is to be reached: by a day, or a figure that goes up or down."""

_TIME: Final = (
    r"(?:by|within|in|after|at|during|the|your|first|next|end of|months?|weeks?|days?|quarters?|years?|\d{1,3}|one|two|"
    r"three|six|twelve|q[1-4])"
)
_ONLY_TIME: Final = re.compile(rf"{_TIME}(?:[ ,:&/-]{{1,3}}{_TIME}){{0,8}}[ ,:&/-]{{0,3}}")
"""A line that says when and nothing of what: a heading within the outcomes."""

_FIGURE_HINTS: Final = hints(
    *digits, "nines", "success", "months", "weeks", "days", "first year", "first quarter", "first month"
)
_PROCESS: Final = re.compile(
    r"\b(?:interview|hiring|recruitment|recruiting|selection) (?:process|stages?|steps?|loop|rounds?|journey|"
    r"timeline|plan)\b(?! (?:accommodat|relat|and disabl))|\b(?:technical|phone|panel|final|video|onsite|"
    r"on-site|first|second|initial|virtual|recruiter|culture|behaviou?ral|system design|hiring manager|"
    r"values) "
    r"(?:interviews?|screen(?:ing)?|round|chat|call(?! center))\b|\btake-?[ ]?home\b(?! pay)|\b(?:coding|"
    r"technical|skills?) (?:challenge|test|assessment|exercise)\b|\brounds? of interviews?\b|\b(?:\d|one|"
    r"single|two|three|"
    r"four|five)[- ](?:stage|step|round) (?:interview|process|hiring)|\bwhat to expect (?:in|from|"
    r"during) (?:our|the) (?:interview|hiring|process)|"
    r"\b(?:structured|competency|competency-based) interviews?\b|\b(?:hiring|interview) panel\b|"
    r"\binterviews? (?:takes?|lasts?|consists? of|happens? in|(?:is|are) in) (?:\d|one|two|three|four)\b"
)
"""Steps of hiring: interviews, calls, exercises."""

_HIRES: Final = re.compile(
    r"\b(?:interview\w*|hir(?:e|ing)|recruit(?:ment|er|ing)|selection|stages?|rounds?|steps|screen\w*|calls?|chat|"
    r"conversations?|assignment|assessment|exercise|challenge|test|meet(?:ing)?|days|weeks|sessions?|coffee)\b"
)
"""What a section on the process speaks of where it says how people are hired."""

_NOT_PROCESS_NEAR: Final = re.compile(
    r"accommodat|disabilit|adjustment|assist\w+ (?:with|during|in)|fraud|scam|recruiters? will|never ask|"
    r"privacy|during the (?:interview|hiring|recruit|application|selection)(?! process,? you(?:'ll| will) )|"
    r"throughout the|part of the|"
    r"in (?:our|the) (?:interview|hiring|recruit|selection) process|retain|chosen to advance|narrowed|"
    r"discussed|determin|e-verify|background|reasonable|support during|if you require|take part|need"
)
"""Near such words: they tell of rights, of fraud or of data, not how people are hired."""

_SOFT: Final = re.compile(
    r"\b(?:communicat(?:ion|e|or|ing)\b(?! (?:protocols?|systems?|technolog\w+|services?|patterns?|platform|"
    r"networks?|tools?))|collaborat(?:e|ion|ive|ively|ing|or)\b|interpersonal|team ?(?:player|work)\b|"
    r"team[- ]oriented|stakeholder (?:management|communication|engagement)|mentor(?:ing|s)?\b|coach(?:ing)?\b|"
    r"presentation skills|empath\w+|listening|cross[- ]functional(?:ly)?|articulate|explain (?:complex|"
    r"technical)|influenc(?:e|ing) (?:others|without|stakeholders|peers|across)|leadership skills|"
    r"partner(?:ing)? (?:closely )?with|work(?:ing)? alongside|people skills|soft skills|emotional intelligence|"
    r"work(?:ing)? (?:well |closely |effectively |collaboratively )(?:with|in|as|across)|"
    r"work(?:ing)? (?:both )?(?:independently|autonomously|alone),? (?:and|or|as well as|but also) (?:also )?(?:as|in|"
    r"within|with) |work(?:ing)? (?:with others|as part of an? (?:\w+ ){0,2}team)|negotiat\w+|"
    r"facilitat\w+ (?:discussion|workshop|meeting)|conflict resolution|humble|accountability|"
    r"customer[- ]focus\w*)"
)
"""People skills, by what is done with others."""

_NOT_SOFT: Final[frozenset[SectionKind]] = frozenset({"employer", "benefits", "legal", "pay", "process", "stack"})

_ON_CALL_STARTS: Final = hints(
    *(
        "on-call",
        "on call",
        "oncall",
        "on- call",
        "pager",
        "24/7",
        "24x7",
        "24*7",
        "24 h",
        "24-h",
        "24h",
        "out of hours",
        "out-of-hours",
    ),
    *("out-of hours", "out of-hours", "after hours", "after-hours", "weekend ", "incident ", "support rota"),
    *("rotation", "rotating "),
)
_PROCESS_STARTS: Final = hints(
    *("interview ", "hiring ", "recruitment ", "recruiting ", "selection ", "technical ", "phone ", "panel "),
    *("final ", "video ", "onsite ", "on-site ", "first ", "second ", "initial ", "virtual ", "recruiter "),
    *(
        "culture ",
        "behavioral ",
        "behavioural ",
        "system design ",
        "values ",
        "take-home",
        "take home",
        "takehome",
        "take- home",
    ),
    *(
        "structured ",
        "competency",
        "interview",
        "coding ",
        "skill ",
        "skills ",
        "round of ",
        "rounds of ",
        "what to expect ",
    ),
    *(
        f"{count}{gap}{part}"
        for count in (*digits, "one", "single", "two", "three", "four", "five")
        for gap in " -"
        for part in ("stage", "step", "round")
    ),
)


_SOFT_STARTS: Final = hints(
    *("communicat", "collaborat", "interpersonal", "team", "stakeholder ", "mentor", "coach", "presentation "),
    *("empath", "listening", "cross-functional", "cross functional", "articulate", "explain ", "influenc"),
    *("leadership skills", "partner", "work", "people skills", "soft skills", "emotional ", "negotiat", "facilitat"),
    *("conflict ", "humble", "accountability", "customer-focus", "customer focus"),
)


def on_call_of(reading: Reading) -> Said[bool] | None:
    """Whether the role is on call: True or False where the ad says so, None where it does not."""
    low = reading.low
    denied: Span | None = None
    for match in reading.hinted.matches(_ON_CALL, _ON_CALL_STARTS):
        start, end = match.span()
        kind = reading.kind_at(start)
        if kind == "employer" or (kind in ("benefits", "legal") and not _of_this_job(reading, match)):
            continue
        before = low[max(0, start - 40) : start]
        if _DENIED.search(before) or _DENIED_AFTER.match(low, end):
            denied = denied or Span(start, end)
            continue
        return Said(True, (Span(start, end),))
    return None if denied is None else Said(False, (denied,))


def _of_this_job(reading: Reading, match: re.Match[str]) -> bool:
    """Whether words on being on call, found among demands of body and place or among benefits, are of the job."""
    return match.group().startswith("on") and not _FOR_EVERYBODY.search(
        reading.low, *reading.sentence_at(match.start())
    )


def outcomes_of(reading: Reading) -> tuple[Said[str], ...]:
    """What the person is to have achieved: with a date, a figure, or under a heading on success."""
    found: dict[int, Said[str]] = {}
    with_figures = reading.hinted.starts(_FIGURE_HINTS)
    for block in reading.blocks:
        start, end = block.line.start, block.line.end
        if block.kind == "outcomes":
            if opens_like_demand(reading.low, start) or _ONLY_TIME.fullmatch(reading.low, start, end):
                continue
            found[start] = Said(reading.text[start:end], (Span(start, end),))
        elif block.kind in ("duties", "role", "team") and block.line.whole in with_figures:
            match = _OUTCOMES.search(reading.low, start, end)
            if match is not None:
                sentence = reading.sentence_at(match.start())
                found[sentence.start] = Said(reading.text[sentence.start : sentence.end], (sentence,), "likely")
    return tuple(found.values())


def process_of(reading: Reading) -> tuple[Span, ...]:
    """Where the ad says how it hires: interviews, rounds, exercises."""
    low = reading.low
    spans: list[Span] = []
    for match in reading.hinted.matches(_PROCESS, _PROCESS_STARTS):
        start, end = match.span()
        kind = reading.kind_at(start)
        if kind in ("legal", "must", "nice", "duties"):
            continue
        if kind not in ("process", None) and _NOT_PROCESS_NEAR.search(low, max(0, start - 90), end + 60):
            continue
        spans.append(Span(start, end))
    for section in reading.layout.sections:
        if (
            section.kind == "process"
            and section.heading.end > section.heading.start
            and _HIRES.search(low, *section.span)
        ):
            spans.append(section.heading)
    return tuple(spans[:MOST_PLACES])


def soft_skills_of(reading: Reading) -> tuple[Said[str], ...]:
    """People skills that the ad asks for."""
    found: dict[str, Said[str]] = {}
    for match in reading.hinted.matches(_SOFT, _SOFT_STARTS):
        if reading.kind_at(match.start()) in _NOT_SOFT:
            continue
        found.setdefault(match.group(), Said(match.group(), (Span(*match.span()),)))
    return tuple(found.values())
