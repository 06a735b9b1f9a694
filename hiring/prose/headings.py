"""Which lines of an ad are headings, and what kind of section each opens."""

import re
from functools import lru_cache
from typing import Final

from hiring.prose.demands import opens_like_demand
from hiring.prose.lines import PICTURES, Line
from hiring.prose.spans import SectionKind
from hiring.skills import skills_in


def _compiled(patterns: tuple[tuple[SectionKind, str], ...]) -> tuple[tuple[SectionKind, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(pattern)) for kind, pattern in patterns)


_HEADINGS: Final[tuple[tuple[SectionKind, re.Pattern[str]], ...]] = _compiled(
    (
        (
            "legal",
            r".*(?:\bequal (?:opportunit|employment)|\be\.?e\.?o\b|\beoe\b|accommodations?\b|\bdiversity|\bprivacy|"
            r"disclaimer|\bnotices?\b|e-verify|background check|work authori[sz]ation|\bvisa\b|\bfraud|"
            r"physical (?:demands|requirements)|working conditions|covid|\bstatement\b|physical$)"
            r"|travel$|inclusion$|how to apply$|li-|job function$|industries$",
        ),
        (
            "must",
            r".*(?:\bat (?:a )?minimum\b|(?<!not )\brequired (?:skills|qualifications|"
            r"experience)\b(?!.*\b(?:preferred|desired)\b)|"
            r"\bprerequisites?\b|\bnon-negotiables?\b)",
        ),
        (
            "nice",
            r".*(?:nice[- ]to[- ]have|\bbonus (?:points?|if|for|skills?|qualif\w+|experience|requirements?|"
            r"extras?|knowledge|credit|attributes|areas|"
            r"tech\w*)\b|\b(?:an?|added|big|huge) bonus\b|\bpreferred\b(?! time)|\bdesired\b|\bdesirable\b|"
            r"good[- ]to[- ]have|"
            r"would be (?:great|nice|a plus)|\bextra points|extras that|\bplus(?:es)?$|\bideally\b|"
            r"^plus (?:points?|qualifications?|skills?)|preferable$|"
            r"\boptional\b|set you apart|"
            r"stand out|we'd (?:love|like) (?:to see|you to (?:also )?have)|things we'd like|"
            r"additional qualifications|"
            r"additional skills|additional experience|"
            r"exceptional candidates|brownie|but not required|also (?:has|have)\b|ideal qualifications|"
            r"pluses\b|a plus\b|"
            r"not (?:essential|mandatory|an? (?:condition|requirement|must|deal-?breaker)\b)|"
            r"what (?:also )?helps\b|what else we|extra credit|helpful\b|nice if\b|"
            r"\b(?:especially|particularly|even more|extra) (?:thrilled|happy|excited|pleased|keen)\b|"
            r"in addition to the above|(?:'d| would) love (?:it )?if you\b)"
            r"|bonus(?:es)?$|advantages?$|and even better|even better|we(?:'d| would) like$|"
            r".+[,(-] ?(?:but )?not (?:needed|required|necessary|essential)\b.*",
        ),
        (
            "stack",
            r"(?:(?:our|the|your|current|core)\b.{0,12})?(?:(?:tech(?:nical|nology)?)[ -])?(?:stack)\b.*"
            r"|(?:some |the |main )?technolog(?:y|ies)(?: and tools)? (?:we|you|tools)\b.*|tools (?:we|you)\b.*|"
            r"we work with$|our tools$|(?:our |your |the |work |working |tech(?:nical|nology)? |"
            r"development )*environment$|"
            r".{0,20}\b(?:tech|tools? (?:&|and)) stack$",
        ),
        (
            "outcomes",
            r".*(?:success (?:looks|in this role|means|profile)|(?:your|the|in the) first \d+|what you(?:'ll|"
            r" will) achieve|"
            r"expected outcomes|^outcomes\b|30[-/ ]60[-/ ]90|"
            r"first (?:year|months|90)|you(?:'ll| will) have achieved)|outcomes$|"
            r"how (?:we|you)(?:'ll| will)? (?:measure|be measured).*",
        ),
        (
            "process",
            r"what (?:you can |to )?expect (?:once|when|after|if) you apply.*|"
            r".*(?:(?:hiring|interview|recruitment|recruiting|selection|application) (?:process|steps|stages|"
            r"journey)|next steps|"
            r"what happens next)|what's next\??$|interviews?$|how we hire$|(?:the |our )?(?:process|"
            r"recruitment|hiring)$|how (?:do we hire|does (?:the |our )?(?:hiring|interviewing|process)\b.*)|"
            r"how you(?:'ll| will) be (?:evaluated|assessed|selected).*",
        ),
        (
            "duties",
            r".*(?:responsibilit|repsonsibilit|responsabilit|what you(?:'ll|'d| will)?(?: be| get to)? (?:do|"
            r"doing|work|working|own|build)|"
            r"\bdut(?:y|ies)\b|you(?:'ll| will) (?:make (?:an|your)? ?impact|contribute|spend your|"
            r"be (?:responsible|making|doing|working|owning))|what you(?:'ll| will) (?:accomplish|deliver|tackle)|"
            r"how you(?:'ll| will)? (?:make|contribute|spend|impact)|accountabilit|what will you (?:do|"
            r"be doing)|the value you deliver|day[- ]to[- ]day|"
            r"key activities|typical day|trust you to|challenges you will|problems we work on|"
            r"you'll have an impact|"
            r"core mission of|your (?:mission|impact|tasks|day|role$|job$|contribution)|what you'll own|"
            r"key tasks|the work$|what(?:'s| is) the (?:job|work)\b|"
            r"what (?:the role will|this role will|can you expect from the role))"
            r"|(?:in this role,? )?(?:you(?:'ll| will)|you (?:may|can|get to))(?: be)?[.:]*$|tasks$|"
            r"you(?:'re|'ll| are| will) (?:be )?(?:required|expected|asked) to(?: be)?$|"
            r"job functions?.*|what you do$|scope of work.*|"
            r"as an? .{3,40},? you (?:will|'ll)(?: be)?$|this role will(?: be)?$|the role involves$",
        ),
        (
            "team",
            r"(?:about )?(?:the|our|your)(?: [\w&/-]+){0,3} (?:team|department)(?: & opportunity)?$|"
            r"about the .{0,40}\b(?:team|department)\b.*|"
            r"(?:who )?you(?:'ll| will) (?:work|be working) with$|who you(?:'ll| will) work with.*|"
            r"team$|team mission$|about .{0,40}\bteam$|"
            r".{0,6}the fellowship you.*|(?:business unit|unit|division|department) (?:overview|description|"
            r"summary)$",
        ),
        (
            "role",
            r"(?:about (?:the|this) (?:role|job|position|opportunity)|the (?:role|job|position|"
            r"opportunity)\b.{0,24}|"
            r"(?:job|role|position)(?: (?:description|summary|purpose|overview|details|role|impact|"
            r"title)\b.{0,24})?|description|overview|"
            r"(?:general )?summary|who (?:is|are|will be) your (?:boss|manager|team|colleagues)|opportunity|"
            r"what is the opportunity.*|missions?|good to know|practical (?:details|information)|"
            r"job role|.{0,40}\bthe .{3,40} role)$",
        ),
        (
            "must",
            r".*(?:requirements?|qualifications?|must[- ]haves?|prerequisites|(?<!what )\bneed to have\b|"
            r"\byou need\b)(?:\b.{0,30})?$"
            r"|(?:the )?(?:(?:key|required|core|essential|technical|professional|your|necessary|top \d(?:-\d)?|"
            r"relevant|minimum|must-have|"
            r"other|specific|main|education(?:,| and(?:/or)?| &)?|knowledge(?:,| and| &)?|work|primary|"
            r"mandatory|general|job|hard|soft)[ /]*){0,3}"
            r"(?:skills?|experience|expertise|competenc(?:y|ies)|knowledge|background|education|abilities)"
            r"(?:\b(?:,| and| &| \+|/| or|\\)? ?(?:you (?:have|bring|need)|skills?|experience|expertise|"
            r"abilities|knowledge|attributes|competencies|"
            r"certifications|education|background|required|needed|training|competences|summary)\.?){0,2}$"
            r"|required$|(?:essential|minimum|selection|eligibility|key) criteria\b.{0,24}|person specification$|"
            r"(?:who|what) you (?:are|have|bring|know)\b.*|who are you\b.{0,12}|about you$|"
            r"(?:(?:is|does|if) )?this (?:(?:is|sounds?) )?(?:like )?you$|sounds? like you$|you(?: have| bring| are|"
            r" must have| possess|$)(?:\b.{0,24})?$"
            r"|what you(?:'ll| will|'d)? (?:bring|need|have|must|should)\b.*|what (?:we|do we|are we|will you|"
            r"skills|experience|do you|you need)"
            r"(?:'re| are)? ?(?:look|need|expect|bring|want|ask|seek|and experience|you|should|require)\b.*"
            r"|.*\b(?:looking|searching|search) for\b.*|.{0,12}\bidea(?:l)? (?:candidate|background|profile|"
            r"person|fit)\b.*|your profile|profile$"
            r"|your (?:background|skills|skill[ -]?set|toolkit|knowledge|personality|expertise|strengths)\b.*|"
            r"the fundamentals.*|essentials?$|certifications?$"
            r"|at a minimum.*|you (?:should|might) (?:apply|have|be)\b.*|to be successful.*|to succeed.*|"
            r".*\b(?:with|from) you if\b.*|.* is for you if.*"
            r"|you(?:'ll| will| may| might)? (?:probably |likely )?(?:love|enjoy|thrive|be a (?:good|"
            r"great) fit|fit).*\bif\b.*|"
            r".*speak to you.*|.*important to us that you.*"
            r"|why you$|(?:personal|key) attributes$|what it takes.*|do you have what.*|requisites|"
            r"you could be a (?:good|great) fit.*"
            r"|we(?:'d| would) love .*\bif\b.*|"
            r"we(?:'ll|'d| will| would) be (?:happy|glad|delighted|excited) .*\bif\b.*|"
            r"you(?:'re| are) (?:a|an|the|someone)\b.{0,40}\b(?:if|who)(?: you)?$|"
            r"what makes you.*|qualities$|we(?:'d| would)? expect\b.*|must$",
        ),
        (
            "pay",
            r"(?:base |annual |total |the )*(?:compensation|salary|pay|remuneration)"
            r"(?: (?:and|&) (?:equity|benefits))?(?: (?:range|band|package|details|transparency|disclosure|"
            r"information)\b.{0,30})?(?: national.*| california.*)?$|(?:the |our |your )?(?:deal|package|comp)$",
        ),
        (
            "benefits",
            r".*(?:benefits?\b|\bperks?\b|power-?ups$|(?:what )?we(?:'ll| will| can)?(?: have to)? offer\b|(?:what do|"
            r"what else do) we offer|in it for you|"
            r"what (?:do|will|can) you get|what you(?:'ll| will| can)? (?:get|enjoy|receive|learn|"
            r"expect from us|love about)|"
            r"our offer$|total rewards|"
            r"what we can offer|we've got you covered|additional information$|"
            r"you(?:'ll| will) (?:get|receive|enjoy)\b|if you join us we offer|rewards$)|time off|"
            r"health(?: .{0,12})?$|(?:your|our|physical|mental|family|financial|employee|total|"
            r"whole) .{0,6}health$|equity|"
            r"financial (?:benefits|health|wellness|wellbeing|security|perks)$|retirement$|work[/-]life.*|"
            r"what's in it.*|wellbeing|continuous learning|advantages$",
        ),
        (
            "employer",
            r"about (?!you\b|the (?:role|job|position|opportunity|team)\b|this (?:role|job|position)\b).+|"
            r"about$|(?:our|the) (?:firm|bank|organi[sz]ation|agency|charity|council)$|who (?:we are|are we)\b.*"
            r"|(?:the )?company(?:\b[^,]{0,20})?$|our (?:mission|culture|values|story|company|vision|investors|"
            r"projects|core values|customer|commitment|dna|"
            r"purpose|history)\b.*|core values.*|our mission(?: and .{0,20})?$|mission and .{0,20}$|"
            r"why\b.*|life at\b.*|culture\b.*|working (?:at|with)\b.*|more (?:about|on|information)\b.*"
            r"|what makes\b.*|what we believe.*|recent awards.*|how we work.*|flexible working(?: [\w ]{1,16})?$|"
            r"we're (?:integrated|funded)|.{0,30}\bcompany overview$"
            r"|what we do$|(?:discover|join) .{0,40}|stay in touch|let's stay connected|"
            r"interested in joining.*|not sure yet.*",
        ),
    )
)
"""What headings of each kind say. The first that fits decides: "preferred qualifications" are nice, not a must.

Each is matched from the start of the heading, in lower case and without its marks.
"""

_MOST_WORDS: Final = 8
_MOST_WORDS_WITH_COLON: Final = 12
"""Words of a heading at most; more where a colon, a question mark or marks around it show that it is one."""

_LONGEST: Final = 90
"""Characters of a heading on a line of its own."""

_SHORT: Final = 24
"""Characters below which a full stop at the end does not make a sentence of it."""

_DECORATION: Final = re.compile(r"[^a-z0-9&(]+")
"""Whatever stands before the first word: hashes, emoji, brackets."""

_INLINE: Final = re.compile(r"[^:.!?\n]{2,60}:")
"""A heading with words after it on its line: "Salary: ..."."""


_PICTURES: Final = tuple(PICTURES)
"""What opens lines of lists may stand before headings as well."""


def heading_of(text: str, low: str, line: Line) -> tuple[SectionKind, int] | None:
    """The kind that a heading opens, and where its words end; None where the line is no heading we know."""
    start, end = line.start, line.end
    last = low[end - 1]
    if line.bullet and last != ":":
        mark = text[line.whole : start]
        if mark.isascii() or not mark.lstrip().startswith(_PICTURES):
            return None
    colon = low.find(":", start, end)
    whole = colon < 0 or colon >= end - 2
    if (
        whole
        and end - start <= _LONGEST
        and last not in ",;"
        and (line.marked or low.find(". ", start, end - 2) < 0)
        and (last != "." or low.endswith("..", start, end) or end - start < _SHORT)
    ):
        words = low.count(" ", start, end) + 1
        if words <= (_MOST_WORDS_WITH_COLON if last in ":?" or line.marked else _MOST_WORDS):
            kind = _kind_of(low[start:end])
            if kind in _LISTS and last != ":" and not line.marked and _asks_itself(text, low, start, end, kind):
                return None
            if kind is not None:
                return kind, end
    if line.bullet:
        return None
    inline = None if colon < 0 else _INLINE.match(low, start, end)
    if inline is not None and low.count(" ", start, inline.end()) < _MOST_WORDS:
        kind = _kind_of(low[start : inline.end()])
        if kind == "employer" and _FIRM.match(low, start, inline.end()):
            return None
        if kind is not None and (kind != "role" or inline.end() == end):
            return kind, inline.end()
    return None


_FIRM: Final = re.compile(r"(?:the |our )?(?:company|organi[sz]ation|agency|firm|bank)[ *_]*:")
"""A field that names the employer, and heads nothing."""

_LISTS: Final[frozenset[SectionKind]] = frozenset({"must", "nice", "duties"})
_OF_LISTS: Final = re.compile(
    r"\b(?:skills|qualifications?|requirements?|criteria|competenc(?:y|ies)|attributes|certifications|technologies|"
    r"tools|extras|points)\b"
)
"""Nouns of headings over lists of demands."""

_WELCOME_ITEM: Final = re.compile(
    r"[^\n]*\b(?:degree|bachelor'?s?|master'?s?|mba|ph\.?d\.?|certification|certified|clearance|licen[cs]e|"
    r"[abc][12])\b"
    r"[^\n]*\b(?:preferred|desir(?:ed|able)|nice[- ]to[- ]have|optional|plus|bonus|advantage|asset)\)?\.?\Z"
)
_ABLE: Final = re.compile(r"(?:the )?ab(?:ility|le) to\b")


def _asks_itself(text: str, low: str, start: int, end: int, kind: SectionKind) -> bool:
    """Whether a line that reads like a heading is a demand that lost its bullet: "Terraform is a plus"."""
    if opens_like_demand(low, start) or _ABLE.match(low, start):
        return True
    if not (kind == "nice" or low.startswith("you", start)) or _OF_LISTS.search(low, start, end):
        return False
    return _WELCOME_ITEM.match(low, start, end) is not None or bool(skills_in(text[start:end]))


@lru_cache(maxsize=4096)
def _kind_of(heading: str) -> SectionKind | None:
    decoration = _DECORATION.match(heading)
    words = heading[decoration.end() :] if decoration else heading
    words = words.strip(" :.#*_!?-~>")
    if "  " in words:
        words = " ".join(words.split())
    if not words:
        return None
    for kind, pattern in _HEADINGS:
        if pattern.match(words):
            return kind
    return None
