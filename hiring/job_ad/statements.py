"""Plain facts an ad states about the work: on-call, manager, team, outcomes, growth, interviews, people skills."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from hiring.job_ad.ad import Said
from hiring.prose.demands import opens_like_demand
from hiring.prose.hints import hints
from hiring.prose.reading import ASKING, Reading
from hiring.prose.spans import SectionKind, Span
from hiring.prose.words import PARTNER_HINTS, PARTNERS

_ON_CALL: Final = re.compile(
    r"\bon-?[ ]?call\b(?! (?:advisor|doctor|physician))|\bpager(?:duty)?\b(?= (?:rotation|duty|duties|rota|"
    r"shift))|\b24[/x*]7(?:x365)? (?:on|support|rotation|rota|coverage|shift|oper|env|basis)|"
    r"\b(?:out[- ]of[- ]hours|after[- ]hours|weekend) (?:support|rotation|rota|on|work|shift)|"
    r"\bincident (?:response )?rotation|\bsupport rota(?:tion)?\b|\brotation(?:al)? shifts?\b|"
    r"\brotating shifts?\b"
)
_FOR_EVERYBODY: Final = re.compile(
    r"accommodat|equal|regardless|discriminat|doctor|nurse|medical|health|support team|helpline|concierge|service"
)
_DENIED: Final = re.compile(
    r"\b(?:no|not|never|without|zero|free of|don't|do not|doesn't|isn't|there is no)\b[^.;\n]{0,28}\Z"
)
_DENIED_AFTER: Final = re.compile(
    r"[^.;\n]{0,12}\b(?:not required|is not|isn't|none|free)\b|(?: duty| rota| required)?[ ]*[:|"
    r"-]?[ ]*no\b(?=[ ]*(?:[\n.,;|)]|\Z))"
)
_REPORTS: Final = re.compile(
    r"\b(?:report(?:s|ing)?(?: in)?(?: directly)? (?:to|into)|reporting line|line manager(?: is|:)|"
    r"your manager (?:is|will be)|managed by|reports?:|supervised by|"
    r"(?<![\w] )manager\**[ ]?[:|]|work(?:ing)? (?:directly )?under (?:the )?(?:direction|supervision|"
    r"guidance) of|under the (?:direction|"
    r"supervision|leadership) of)[ :*|]*"
)
_NOT_A_MANAGER: Final = re.compile(
    r"(?:the )?(?:authorit|police|stakeholders|customers?|clients?|regulat|senior stakeholders|leadership on|"
    r"management on|executives on|you\b)"
)
_SOMEBODY: Final = re.compile(
    r"\A[^.;\n]{0,60}?\b(?:manager|director|head|lead|leader|vp|svp|avp|vice|chief|c[a-z]o|founders?|officer|"
    r"principal|supervisor|"
    r"owner|president|architect|team|partner|professor)\b"
)
_NO_REPORT_BEFORE: Final = re.compile(
    r"\b(?:can|tools?|dashboards?|data|metrics|analytics|business|and|for|of|bi|financial|ad-hoc|regular|"
    r"status|weekly|monthly) \Z"
)
_OF_THE_ROLE: Final = re.compile(
    r"\b(?:the|this|your) (?:\w+ )?(?:role|position|job|post|vacancy|"
    r"incumbent)\b(?!s)"
)
"""Who reports to somebody, where "reports" might be papers or the line stands among benefits."""

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
    r"pair\w*)(?: \w+)? (?:with|alongside|across)\b[^.;\n]{0,70}\b(?:teams?|scientists|engineers|developers|"
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
_IN_THE_PAST: Final = re.compile(r"\b(?:experience|experienced|background|record|worked)\b")
"""Among requirements, words that make a team one that somebody worked in before."""

_ADDRESSED: Final = re.compile(r"\byou(?:'ll)?\b")
"""Words on a team that speak to the reader: "In the platform team, you will:"."""

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
_TIME: Final = (
    r"(?:by|within|in|after|at|during|the|your|first|next|end of|months?|weeks?|days?|quarters?|years?|\d{1,3}|one|two|"
    r"three|six|twelve|q[1-4])"
)
_ONLY_TIME: Final = re.compile(rf"{_TIME}(?:[ ,:&/-]{{1,3}}{_TIME}){{0,8}}[ ,:&/-]{{0,3}}")
"""A line that says when and nothing of what: a heading within the outcomes."""

_DIGITS: Final = tuple("0123456789")
_FIGURE_HINTS: Final = hints(
    *_DIGITS, "nines", "success", "months", "weeks", "days", "first year", "first quarter", "first month"
)
_GROWTH: Final = re.compile(
    r"\b(?=[abcdefghilmoprstuvw0-9])(?:(?:(?<!machine )(?<!deep )(?<!transfer )(?<!reinforcement )learning|"
    r"training|"
    r"education(?:al)?|"
    r"(?:professional|personal|skills?|career) development|"
    r"development|conferences?|l&d|certifications?|course|books?|study|upskilling|tuition)"
    r"(?:(?:,| and| &|/) ?(?:\w+))?(?: \w+)? (?:budgets?|stipends?|allowances?|reimbursements?|days?|opportunit\w+|"
    r"programs?|programmes?|assistance|funds?|benefits?|leave|support|sponsorship|courses|subscriptions?|"
    r"resources|licen[cs]es?)\b|"
    r"(?<!machine )(?<!deep )(?:e-?learning|(?:online )?learning|training) (?:platforms?|portal|modules?)\b|"
    r"tuition\b|career (?:path\w*|ladders?|tracks?|frameworks?|progression (?:path|plan|framework|"
    r"pathway)\w*|plan\w*|coaching)\b|"
    r"(?:clear|defined|structured|transparent|genuine|real|dual) (?:career |promotion |growth )(?:path|"
    r"progression|ladder|framework|criteria|track)\w*|"
    r"(?:growth|development|progression) (?:path\w*|plans?|framework)\b|"
    r"promot(?:ions?|ed?) (?:from within|opportunit\w+|path\w*|criteria|cycles?|process|track)\b|"
    r"internal (?:promotions?|mobility)\b|"
    r"(?:mentorship|mentoring|coaching|buddy) (?:program\w*|schemes?|opportunit\w+|from|by)\b|"
    r"(?:path|room|opportunit\w+) to (?:grow into|senior|staff|principal|lead|promotion|advance to|move into)\b|"
    r"grow into (?:a|an|the)\b|room to grow\b|"
    r"(?:paid|sponsored|funded|free|supported?) (?:\w+ ){0,2}(?:certifications?|training|courses|conferences?|"
    r"tuition)\b|"
    r"(?:pay|support|budget|sponsor|fund)(?:s|ing)? (?:\w+ ){0,3}(?:certifications?|conferences?|training|"
    r"courses|tuition|education|learning)\b|"
    r"(?:in-house|various|extensive|ongoing|regular|internal|on-the-job|robust|continu\w+|"
    r"technical) (?:\w+ )?training\b|"
    r"(?:have|get|receive|assigned|with) an? (?:(?:dedicated|personal|experienced|own) )?mentor\b|"
    r"\d+ ?% of (?:\w+ ){1,3}(?:on|for|to) (?:\w+ ){0,2}(?:learning|development|training|education)\b"
    r"(?! (?:\w+ )?models?)|"
    r"\d[\d.,]{0,9}k? (?:(?:per|a|each|every) (?:year|annum) )?(?:for|towards|on) (?:\w+ ){0,2}(?:courses|"
    r"conferences|training|"
    r"learning|books|certifications?)\b|"
    r"continuing education\b|further (?:education|training)\b|(?:udemy|coursera|pluralsight|"
    r"linkedin learning|o'reilly|"
    r"egghead|acloudguru|a cloud guru|datacamp)\b|"
    r"reimburse\w* (?:for |of |towards )?(?:\w+ ){0,4}(?:conferences|training|education|courses|certifications?)|"
    r"attend (?:\w+ ){0,3}(?:conferences|trainings?|courses)\b|"
    r"(?:invest\w*|budget) (?:heavily |directly )?(?:in|for) (?:\w+ ){0,3}(?:development|career|learning|"
    r"education|training|growth)\b|"
    r"(?:personal|professional|career) growth (?:budget|stipend|allowance|fund)s?\b|"
    r"(?:budget|stipend|allowance) (?:\w+ ){0,5}(?:on|towards?) (?:\w+ ){0,2}(?:development|learning|education|"
    r"training|courses|conferences|books)\b|"
    r"access to (?:[\w,+]+ ){0,4}courses\b|"
    r"(?:resources for|support(?:s|ed|ing)?) you (?:to|in) (?:grow|develop|learn)(?:ing)?\b)"
)
"""A concrete offer: money, time, a programme, a path. It counts wherever it stands."""

_OF_MODELS: Final = re.compile(r"training|learning|development")
_OF_PEOPLE: Final = re.compile(
    r"budget|stipend|allowance|reimburs|tuition|career|certif|conference|professional|personal|paid|mentor|"
    r"l&d|leave|"
    r"% of"
)
"""Outside the list of offers "training support" is for models, "training budget" for people."""

_MONEY: Final = re.compile(r"budget|stipend|allowance|tuition|reimburs")
"""What nobody is asked to bring: an offer even in a list of requirements, as where its heading is not known."""

_GROWTH_TALK: Final = re.compile(
    r"\b(?:career|professional|personal|technical|skills?)(?: and \w+|/\w+| & \w+)? (?:growth|development|"
    r"progression|"
    r"advancement|opportunit\w+)\b|\bgrowth opportunit\w+|\bopportunit(?:y|ies) (?:for|to) (?:\w+ ){0,3}"
    r"(?:grow|growth|learn|learning|advance|advancement|develop|development|progress|promotion)\b|"
    r"\bgrow (?:your (?:career|skills)|in your|professionally|with us)\b|\bcontinuous (?:learning|development)\b|"
    r"\blearning (?:and|&) development\b|\badvance your career|\bdevelop(?:ing)? your (?:skills|career)|"
    r"\bmentorship\b|"
    r"\bcareers? opportunit\w+"
)
"""Growth in general: an offer where the ad lists what it offers, else talk."""

_OFFERS: Final[frozenset[SectionKind]] = frozenset({"benefits", "pay", "process"})
_NO_OFFERS: Final[frozenset[SectionKind]] = frozenset({"legal", "must", "nice", "duties", "stack"})
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
_SOFT: Final = re.compile(
    r"\b(?:communicat(?:ion|e|or|ing)\b(?! (?:protocols?|systems?|technolog\w+|services?|patterns?|platform|"
    r"networks?|tools?))|collaborat(?:e|ion|ive|ively|ing|or)\b|interpersonal|team ?(?:player|work)\b|"
    r"team[- ]oriented|stakeholder (?:management|communication|engagement)|mentor(?:ing|s)?\b|coach(?:ing)?\b|"
    r"presentation skills|empath\w+|listening|cross[- ]functional(?:ly)?|articulate|explain (?:complex|"
    r"technical)|influenc(?:e|ing) (?:others|without|stakeholders|peers|across)|leadership skills|"
    r"partner(?:ing)? (?:closely )?with|work(?:ing)? alongside|people skills|soft skills|emotional intelligence|"
    r"work(?:ing)? (?:well |closely |effectively |collaboratively )(?:with|in|as|across)|"
    r"work(?:ing)? (?:with others|as part of an? (?:\w+ ){0,2}team)|negotiat\w+|"
    r"facilitat\w+ (?:discussion|workshop|meeting)|conflict resolution|humble|accountability|"
    r"customer[- ]focus\w*)"
)
_WORK: Final[frozenset[SectionKind]] = frozenset(
    {"role", "team", "duties", "must", "nice", "outcomes", "stack", "process"}
)
_NOT_SOFT: Final[frozenset[SectionKind]] = frozenset({"employer", "benefits", "legal", "pay", "process", "stack"})


_MOST_PLACES: Final = 8
"""Places shown for one fact."""


_ON_CALL_STARTS: Final = hints(
    *("on-call", "on call", "oncall", "on- call", "pager", "24/7", "24x7", "24*7", "out of hours", "out-of-hours"),
    *("out-of hours", "out of-hours", "after hours", "after-hours", "weekend ", "incident ", "support rota"),
    *("rotation", "rotating "),
)
_REPORT_STARTS: Final = hints(
    *("report", "manager", "line manager", "your manager ", "managed by", "supervised by", "work", "under the "),
)
_TEAM_STARTS: Final = hints(
    *("team of ", "teams of ", "two", "three", "four", "five", "six", "seven", "eight", *_DIGITS),
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
_GROWTH_STARTS: Final = hints(
    *("learning", "training", "education", "professional ", "personal ", "skill", "career", "development"),
    *("conference", "l&d", "certification", "course", "book", "study", "upskilling", "tuition", "elearning"),
    *("e-learning", "online learning", "clear ", "defined ", "structured ", "transparent ", "genuine ", "real "),
    *("dual ", "growth ", "progression ", "promot", "internal ", "mentorship ", "mentoring ", "coaching ", "buddy "),
    *("path to ", "room to ", "opportunit", "grow into ", "paid ", "sponsor", "fund", "free ", "support", "pay"),
    *("budget", "in-house ", "various ", "extensive ", "ongoing ", "regular ", "on-the-job ", "robust ", "continu"),
    *("technical ", "further ", "udemy", "coursera", "pluralsight", "linkedin learning", "o'reilly"),
    *("egghead", "acloudguru", "a cloud guru", "datacamp", "reimburse", "attend ", "invest", "stipend "),
    *("allowance ", "access to ", "have a", "get a", "receive a", "assigned a", "with a", *_DIGITS),
    "resources for you ",
)
_FIRM_HINTS: Final = hints(
    *("budget", "stipend", "allowance", "reimburs", "tuition", "career", "ladder", "certif", "conference", "path to"),
    *("mentorship", "mentoring p", "coaching", "promot", "to grow", "grow into", "mobility", "udemy", "coursera"),
    *(" a mentor", "ed mentor", "own mentor", "al mentor", "% of"),
    *("development plan", "paid training", "growth p", "development p", "access to"),
)
"""Outside the lists of offers a line that offers something holds some of these."""

_GROWTH_TALK_STARTS: Final = hints(
    *("career", "professional", "personal", "technical", "skill", "growth opportunit", "opportunit", "grow "),
    *("continuous ", "learning ", "advance your ", "develop your ", "developing your ", "mentorship"),
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
        for count in (*_DIGITS, "one", "single", "two", "three", "four", "five")
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
            or (of_role and sentence.endswith(("and ", ", ")))
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
        if _of_this_team(reading, match.start())
    )
    if spans := tuple(islice(places, _MOST_PLACES)):
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


def growth_of(reading: Reading) -> tuple[Span, ...]:
    """Where the ad offers learning, promotion or a career. Talk of growth counts among the offers alone."""
    return tuple(islice(_growth(reading), _MOST_PLACES))


def _growth(reading: Reading) -> Iterator[Span]:
    hinted = reading.hinted
    firm = hinted.starts(_FIRM_HINTS)
    for block in reading.blocks:
        if block.kind not in _OFFERS and block.line.whole not in firm:
            continue
        start, end = block.line.start, block.line.end
        for match in hinted.matches(_GROWTH, _GROWTH_STARTS, start, end):
            offer = match.group()
            if block.kind in _NO_OFFERS and _MONEY.search(offer) is None:
                continue
            if block.kind in _OFFERS or _OF_PEOPLE.search(offer) is not None or not _OF_MODELS.search(offer):
                yield Span(*match.span())
        if block.kind in _OFFERS:
            for match in hinted.matches(_GROWTH_TALK, _GROWTH_TALK_STARTS, start, end):
                yield Span(*match.span())


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
    return tuple(spans[:_MOST_PLACES])


def soft_skills_of(reading: Reading) -> tuple[Said[str], ...]:
    """People skills that the ad asks for."""
    found: dict[str, Said[str]] = {}
    for match in reading.hinted.matches(_SOFT, _SOFT_STARTS):
        if reading.kind_at(match.start()) in _NOT_SOFT:
            continue
        found.setdefault(match.group(), Said(match.group(), (Span(*match.span()),)))
    return tuple(found.values())
