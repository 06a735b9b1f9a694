"""What an ad offers for learning, promotion and a career."""

import re
from collections.abc import Iterator
from itertools import islice
from string import digits
from typing import Final

from hiring.job_ad.ad import MOST_PLACES
from hiring.prose.hints import hints
from hiring.prose.reading import Reading
from hiring.prose.spans import SectionKind, Span

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
    r"cover(?:s|ing)? (?:the )?(?:costs? of|fees (?:of|for)) (?:\w+ ){0,2}(?:training|courses|conferences|"
    r"certifications?|education)\b|"
    r"(?:training|courses|workshops|conferences|certifications?)(?:[ ,]+\w+){0,6} (?:will be |are |is )?"
    r"(?:covered|paid|funded|sponsored) by\b|"
    r"training and certifications?\b|time (?:provided )?for (?:[\w-]+ ){0,2}(?:development|learning)\b|"
    r"train yourself\b|"
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

_MONEY: Final = re.compile(r"budget|stipend|allowance|tuition|reimburs|cover")
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
"""Sections on what the ad offers: talk of growth counts there, too."""

_NO_OFFERS: Final[frozenset[SectionKind]] = frozenset({"legal", "must", "nice", "duties", "stack"})
"""Sections in which only money is an offer: the rest is asked for, or done."""

_GROWTH_STARTS: Final = hints(
    *("learning", "training", "education", "professional ", "personal ", "skill", "career", "development"),
    *("conference", "l&d", "certification", "course", "book", "study", "upskilling", "tuition", "elearning"),
    *("e-learning", "online learning", "clear ", "defined ", "structured ", "transparent ", "genuine ", "real "),
    *("dual ", "growth ", "progression ", "promot", "internal ", "mentorship ", "mentoring ", "coaching ", "buddy "),
    *("path to ", "room to ", "opportunit", "grow into ", "paid ", "sponsor", "fund", "free ", "support", "pay"),
    *("budget", "in-house ", "various ", "extensive ", "ongoing ", "regular ", "on-the-job ", "robust ", "continu"),
    *("technical ", "further ", "udemy", "coursera", "pluralsight", "linkedin learning", "o'reilly"),
    *("egghead", "acloudguru", "a cloud guru", "datacamp", "reimburse", "attend ", "invest", "stipend "),
    *("allowance ", "access to ", "have a", "get a", "receive a", "assigned a", "with a", *digits),
    "resources for you ",
    "cover",
    "time for ",
    "time provided for ",
    "workshops",
    "train yourself",
)
_FIRM_HINTS: Final = hints(
    *("budget", "stipend", "allowance", "reimburs", "tuition", "career", "ladder", "certif", "conference", "path to"),
    *("mentorship", "mentoring p", "coaching", "promot", "to grow", "grow into", "mobility", "udemy", "coursera"),
    *(" a mentor", "ed mentor", "own mentor", "al mentor", "% of"),
    *("cover", "time provided for", "development plan", "paid training", "growth p", "development p", "access to"),
)
"""Outside the lists of offers a line that offers something holds some of these."""

_GROWTH_TALK_STARTS: Final = hints(
    *("career", "professional", "personal", "technical", "skill", "growth opportunit", "opportunit", "grow "),
    *("continuous ", "learning ", "advance your ", "develop your ", "developing your ", "mentorship"),
)


def growth_of(reading: Reading) -> tuple[Span, ...]:
    """Where the ad offers learning, promotion or a career. Talk of growth counts among the offers alone."""
    return tuple(islice(_growth(reading), MOST_PLACES))


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
