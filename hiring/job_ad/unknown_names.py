"""Names of tools that the taxonomy does not know, in lines that ask for something."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from hiring.skills import Found

_UNKNOWN: Final = re.compile(
    r"[A-Z](?<![\w@/.-][A-Z])(?:[a-z0-9]+[A-Z][A-Za-z0-9]*(?:\.[a-z]+)?|[A-Z]+[a-z]+[A-Za-z0-9]*|"
    r"[A-Za-z]+\.(?:js|io|ai|py|net)|"
    r"[A-Z0-9]{2,9}|[a-z]{2,15}(?:[ ][A-Z][a-z]{2,15})?)(?![\w-])"
)
"""What may be a name: capitals inside a word, an abbreviation, ``name.js``, one or two words in capitals."""

_NEAR: Final = 6
"""Characters between two neighbours in a list."""

_FAR: Final = 1 << 60
"""More than any text has."""

_LISTED_AFTER: Final = re.compile(r"[ ]*(?:[,)]|\Z|\n|or\b|and\b)")
_LISTED_BEFORE: Final = re.compile(r"(?:[,(|]|\bor|\band)[ ]*\Z")
_CERTAIN_NAME: Final = re.compile(r"[A-Z][a-z0-9]+[A-Z]|[A-Z]{2,}[a-z]+[A-Z]?\w*\Z|\w+\.(?:js|io|ai|py|net)\Z")
"""A name wherever it stands; the others only in a list beside a skill."""

_NOT_NAMES: Final = frozenset(
    """
    ability able about advanced agile ai aiml also an analytical and any api apis applied as at bachelor
    bachelors bs bsc ba build business can candidate certification certifications certified ci cli code
    collaborative communication computer configure confirmed cross cs ce ee data deep degree deliver
    demonstrated deploy design develop devops mlops aiops devsecops excellent engineer engineering english
    experience experienced expert expertise extensive familiar familiarity fluency fluent french german good
    great hands have high highly hpc http https ideally implement in infrastructure it java knowledge large
    lead learning least llm llms machine management master masters mathematics microservices minimum ml ms
    msc must nlp no not object on operating oop optional or our passion physics phd platform plus practical
    preferably preferred previous prior problem production professional proficiency proficient proven python
    qualifications related relevant rest restful sdlc science security senior skill skilled skills software
    solid some spanish sre sql statistics strong system systems team technical the this to track two
    understanding university us usa uk eu using we what willingness with work working years you your cloud
    cpu cpus gpu gpus saas paas iaas aws gcp kpi kpis slas sla slo slos sli stem b2b b2c citizen citizenship
    authorized clearance secret top poc pocs mvp ui ux qa qas etc genai gen generative artificial
    intelligence deep natural language processing vision large models model neural networks scientific
    comfortable comfort confident curiosity curious creative self strategic exposure background bonus nice
    experiences record linux unix windows native remote hybrid onsite office europe european india london
    berlin america american york remote ability industry additional other required requirements
    responsibilities responsible results own ownership write written verbal oral interpersonal organizational
    detail attention time value values open source full stack end key core basic intermediate fundamental
    fundamentals concepts demonstrable commercial current desire desired development developing designing
    deploying managing maintaining operational optimization performance people person presentation project
    projects quick quickly quantitative research real reliable reliability scalable scalability scripting
    services service similar stakeholder success successful support test testing think thinking thorough
    tools troubleshooting use user version web customer customers equivalent field education us-based pto eoe
    eeo bigquery distributed parallel network networks iot rdbms olap oltp json xml csv html yaml toml crud
    ssh tls ssl vpn vpc dns tcp udp sdk sdks ide orm mvc tdd bdd hands-on multi must-have nice-to-have can i
    ii iii iv sr jr mid led leading leadership mentoring mentor ops dev
    """.split()
)
"""Words that open lines, abbreviations of no tool, and names that the taxonomy leaves out on purpose."""


def unknown_names(text: str, low: str, start: int, end: int, found: Sequence[Found]) -> Iterator[tuple[str, int, int]]:
    """Names of tools that the taxonomy does not know: capitals inside a word, or a capital in a list of tools."""
    starts = [skill.start for skill in found]
    for match in _UNKNOWN.finditer(text, start, end):
        name = match.group()
        first, last = match.span()
        after = bisect_left(starts, last)
        gap = first - found[after - 1].end if after else _FAR
        if gap < 0 or name.lower().split()[0] in _NOT_NAMES:
            continue
        beside = gap <= _NEAR or (after < len(starts) and starts[after] - last <= _NEAR)
        if (_CERTAIN_NAME.match(name) and not name.isupper()) or (
            beside and _LISTED_AFTER.match(low, last) and _LISTED_BEFORE.search(low[max(start, first - 8) : first])
        ):
            yield name, first, last
