"""Requirement lines into slots: what is asked for, must or nice, and which of it are alternatives."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from hiring.job_ad.ad import AdSlot
from hiring.job_ad.plain_asks import asked_in_words
from hiring.prose.hints import hints
from hiring.prose.lines import sentences
from hiring.prose.sections import Block
from hiring.prose.spans import Span
from hiring.skills import SKILLS, Found

_NICE_AFTER: Final = re.compile(
    r"\b(?:(?:is|are|would be|will be|being) )?(?:(?:highly|strongly|also|very|but not required,?|much) )*"
    r"(?:preferred|preferable|desired|desirable|advantageous|beneficial|welcome[d]?|appreciated|optional|"
    r"an? (?:big |huge |strong |definite |major |nice |real |distinct )?(?:plus|bonus|advantage|asset)|"
    r"a nice[- ]to[- ]have|nice[- ]to[- ]have|"
    r"good to have|(?:big |huge |strong )?plus\b(?! (?:years?|\d))|would be (?:great|nice|ideal|good)|"
    r"(?:not (?:strictly )?|by no means )(?:required|mandatory|essential|necessary|needed|a must))"
    r"(?=\W|$)"
)
"""Words that make what stands before them, in the same clause, welcome instead of required."""

_NICE_BEFORE: Final = re.compile(
    r"\b(?:ideally|preferably|preference (?:for|given)|familiarity|familiar|nice to have|good to have|"
    r"bonus(?: points)?(?: for| if)?|"
    r"desirable|optionally|exposure to|a plus:|plus points|awareness of|it would be (?:great|nice|good)|"
    r"(?:strongly |highly )?(?<!order of )prefer(?:red|ence)?(?= (?:experience|knowledge|background|skills?|but|"
    r"to have)|:))\b"
)
"""Words that make what follows them, up to the end of the clause, welcome instead of required."""

NICE_HINTS: Final = hints(
    *(
        "prefer",
        "desir",
        "advantage",
        "beneficial",
        "welcome",
        "appreciat",
        "optional",
        "plus",
        "bonus",
        "asset",
        "nice",
        "good to have",
        "would be",
    ),
    *(
        "not required",
        "not strictly",
        "not mandatory",
        "not essential",
        "not necessary",
        "not needed",
        "not a must",
        "ideal",
        "familiar",
        "exposure",
    ),
    "awareness",
)
"""Letters of which a line must hold some for either."""

_NOT_ASKED: Final = re.compile(
    r"(?<!by )\bno (?:\w+ ){0,4}(?:needed|required|necessary)\b|"
    r"\b(?:you )?(?:don't|do not|needn't|need not) (?:have to |need to )?(?:need|know|have|be)\b|"
    r"\bno need (?:for|to)\b|"
    r"\bnot (?:looking for|interested in|a) \w+"
)
_CLAUSE_END: Final = re.compile(r"[.;](?=\s|$)|,? \b(?:but|however|while|whereas)\b| - |, with\b")
_STILL_ASKED: Final = re.compile(
    r"(?<!not )\b(?:is|are)(?: also)? (?:strictly )?(?:required|essential|necessary|mandatory|needed|expected|a must)\b"
)
"""Words that ask for what a cue such as "familiarity with" made welcome."""

_MUST_BE: Final = re.compile(r"\bmust (?:also )?(?:be|have)(?: an?)?(?: \w+)? \Z")
_OR_NEXT: Final = re.compile(r"\)?[ ]*(?:,[ ]*)?(?:or\b|/)")

_EXAMPLES: Final = re.compile(
    r"(?:\bsuch as|\be\.?g\.?|\blike|\bfor example|\bfor instance|\b(?:at least )?one (?:or more )?(?:of|"
    r"from)\b|\bone or more\b|\bany of\b|\beither\b|"
    r"\bany one\b|\bsimilar to\b|\bnot limited to|\bat least (?:one|two|1)\b|"
    r"\b(?:a few|some|several|two|three|most|many)(?: or more)? of (?:these|the following|those)\b|"
    r"\border of preference\b|"
    r"\ba?n?y? ?(?:combination|mix|subset) of\b|\bi\.?e\.?,?|\bideally\b|\bpreferably\b)"
)
_LIKE_VERB: Final = re.compile(r"\b(?:you|we|would|'d|i) like")
_OPEN_END: Final = re.compile(
    r"[,(/ ]+(?:and/or |or |and )?(?:other )?(?:any )?(?:etc\b|similar\b|equivalents?\b|comparable\b|others?\b|"
    r"alternatives?\b|relevant\b|"
    r"(?:an?other|any|some|related|equal) [\w -]{0,24}(?:tools?|platforms?|frameworks?|languages?|clouds?|"
    r"providers?|technolog\w+|systems?|services?|solutions?|librar\w+)\b|"
    r"the like\b|so on\b|so forth\b|more\b|\.\.\.)"
)
_OR: Final = re.compile(r"\bor\b|\A[ ]?/|/[ ]?\Z")
_SLASH: Final = re.compile(r"[ ]?/[ ]?")
_OR_WORD: Final = re.compile(r"\bor\b")
_AND: Final = re.compile(r"\band\b|&|\+|\bplus\b|\bas well as\b")
_BREAKS: Final = re.compile(
    r"[.;!?](?=\s|$)|\n|\s-\s|\b(?:with|using|via|through|experience|knowledge|understanding|proficien\w+|"
    r"familiar\w*|ability|years?|to|for|in|on|from|by|"
    r"strong|solid|skills?|your|you|is|are|will|must|on top|hands-on|that|which|where|into|within|building|of)\b"
)
_NAMES_ONLY: Final = re.compile(r"[ ]*(?:[\w.+#-]+,[ ]*){0,3}")
"""What may stand between a bracket and the first name we know: names we do not."""

_LEAD: Final = 80
"""Characters before a list that tell whether it is one of examples."""

_OR_WITH: Final = re.compile(r"[ ,]*(?:and/)?or (?:experience |knowledge )?(?:with|in|of|using) ?")
_MOST_BETWEEN: Final = 60
_LONGEST_CLAUSE: Final = 400
_FAR: Final = 1 << 60

GENERIC: Final = frozenset(
    {
        *(
            "ci-cd",
            "iac",
            "experiment-tracking",
            "feature-store",
            "model-serving",
            "model-monitoring",
            "model-registry",
        ),
        *("ml-pipelines", "drift-detection", "data-quality", "etl", "vector-db", "llm-serving", "llm-evals"),
        *(
            "llm-observability",
            "model-deployment",
            "data-versioning",
            "distributed-training",
            "service-mesh",
            "ml-fundamentals",
        ),
        *(
            "langchain",
            "llmops",
            "ml-platform",
            "gpu-scheduling",
            "sql",
            "docker",
            "snowflake",
            "flink-beam",
            "opentelemetry",
        ),
        *("ansible", "secrets-iam", "networking", "linux", "git", "serverless", "jenkins", "ml-testing", "llm-gateway"),
    }
)
"""Skills that name a kind of tool: examples after them are alternatives of the same slot."""

_KIND_WORDS: Final = re.compile(
    r"(?:tools?|platforms?|frameworks?|languages?|providers?|clouds?|databases?|librar(?:y|ies)|technolog(?:y|"
    r"ies)|systems?|services?|"
    r"solutions?|stores?|stacks?|engines?|orchestrators?|orchestration|environments?|packages?|pipelines?|"
    r"warehouses?|practices|formats?|brokers?|queues?|"
    r"containers?|containeri[sz]ation|ci/cd|iac|infrastructure[ -]as[ -]code|infrastructure|hyperscalers?|"
    r"ecosystems?|vendors?|code|monitoring|observability|tracking|"
    r"serving|computing|learning|streaming|scripting|programming|processing|techniques|models?|networks?|"
    r"toolchains?|software|vms?|cloud)"
    r"[ ]*[(:-][ ]*\Z"
)

_UNKNOWN: Final = re.compile(
    r"[A-Z](?<![\w@/.-][A-Z])(?:[a-z0-9]+[A-Z][A-Za-z0-9]*(?:\.[a-z]+)?|[A-Z]+[a-z]+[A-Za-z0-9]*|"
    r"[A-Za-z]+\.(?:js|io|ai|py|net)|"
    r"[A-Z0-9]{2,9}|[a-z]{2,15}(?:[ ][A-Z][a-z]{2,15})?)(?![\w-])"
)
_NEAR: Final = 6
_LISTED_AFTER: Final = re.compile(r"[ ]*(?:[,)]|\Z|\n|or\b|and\b)")
_LISTED_BEFORE: Final = re.compile(r"(?:[,(|]|\bor|\band)[ ]*\Z")
_CERTAIN_NAME: Final = re.compile(r"[A-Z][a-z0-9]+[A-Z]|[A-Z]{2,}[a-z]+[A-Z]?\w*\Z|\w+\.(?:js|io|ai|py|net)\Z")
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


_ONLY_CUE: Final = frozenset({"", "strongly", "highly", "but", "is", "a", "an"})
_OPENS_LINE: Final = frozenset({"", "(", "[", "- "})


def _line_nice(low: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches of a sentence that are welcome, not required."""
    stretches: list[tuple[int, int]] = []
    for match in _NICE_AFTER.finditer(low, start, end):
        if low.startswith("(", match.start() - 1) and _OR_NEXT.match(low, match.end(), end):
            continue
        first = _clause_start(low, max(start, match.start() - _LONGEST_CLAUSE), match.start())
        last = match.end()
        if low[last : last + 1] == ":" or (first == start and low[start : match.start()].strip() in _OPENS_LINE):
            last = end
        stretches.append((first, last))
    for match in _NICE_BEFORE.finditer(low, start, end):
        stop = _clause_stop(low, match.end(), end)
        if match.group().startswith("familiar") and (
            _STILL_ASKED.search(low, match.end(), stop)
            or _MUST_BE.search(low, max(start, match.start() - 32), match.start())
        ):
            continue
        stretches.append((match.start(), stop))
    return _merged(stretches)


def _merged(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches in order, those that touch made one."""
    merged: list[tuple[int, int]] = []
    for first, last in sorted(stretches):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged


def welcome_at(low: str, blocks: Sequence[Block], hinted: frozenset[int]) -> list[tuple[int, int]]:
    """The stretches under headings of must-haves that are welcome all the same. ``hinted``: see ``slots_of``."""
    return [
        stretch
        for block in blocks
        if block.kind == "must" and block.line.whole in hinted
        for start, end in sentences(low, block.line.start, block.line.end)
        for stretch in _line_nice(low, start, end)
    ]


def _clause_start(low: str, start: int, at: int) -> int:
    """Where the clause that ends at ``at`` begins: after an open parenthesis, a semicolon or a contrast."""
    opened = low.rfind("(", start, at)
    if opened >= 0 and low.find(")", opened, at) < 0:
        if low[opened + 1 : at].strip() not in _ONLY_CUE:
            return opened
        back = max(low.rfind(", ", start, opened), low.rfind(" and ", start, opened), start)
        return back if back > start else start
    first = start
    for match in _CLAUSE_END.finditer(low, start, at):
        first = match.end()
    return first


def _clause_stop(low: str, at: int, end: int) -> int:
    """Where the clause that begins at ``at`` ends."""
    depth = 0
    for index in range(at, min(end, at + _LONGEST_CLAUSE)):
        letter = low[index]
        if letter == "(":
            depth += 1
        elif letter == ")":
            if depth == 0:
                return index
            depth -= 1
        elif letter == ";":
            return index
    return end


def slots_of(
    text: str,
    low: str,
    blocks: Sequence[Block],
    found: Sequence[Found],
    asking: Sequence[bool],
    hinted: frozenset[int],
    headline: int,
) -> tuple[AdSlot, ...]:
    """The slots of the lines that ask for something, in order, each once.

    ``found`` are all the skills of the text; ``asking`` says for each block whether prose in it counts as a demand;
    ``hinted`` is where the lines start that hold any of ``NICE_HINTS``; ``headline`` is where the years stand that the
    role as a whole asks for, -1 where it asks for none.
    """
    lines = list(_asking_lines(text, low, blocks, asking))
    found = asked_in_words(low, found, [(start, end) for _, _, start, end in lines], headline)
    starts = [skill.start for skill in found]
    slots: list[AdSlot] = []
    for block, prose, start, end in lines:
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        slots.extend(
            _sentence(
                text,
                low,
                start,
                end,
                found[first:last],
                must=block.kind != "nice",
                named=not prose,
                hinted=block.line.whole in hinted,
            )
        )
    return _each_once(slots)


_DEMANDS: Final = re.compile(
    r"\bmust[- ]have|\byou (?:must|need|have|should)\b|\bcandidates? (?:will|must|should|has|have|needs?)\b|"
    r"\bexperience (?:with|in|of|using)\b|\brequired\b|"
    r"\bwe(?:'re| are) looking for\b|\bexpertise (?:in|with)\b|\bproficien(?:t|cy)\b|\bknowledge of\b|"
    r"\bmandatory\b|\brequires?\b|\bskilled in\b|"
    r"\b(?:is|are) essential\b|\bbackground in\b|\bability to\b|\bfluen(?:t|cy) in\b|\bhands-on\b|"
    r"\bfamiliar(?:ity)? with\b|\byears?\b|\byou bring\b|\b(?:knows|nice to have|preferred)\b|"
    r"\b(?:is|are|would be) an? (?:\w+ )?(?:plus|bonus|advantage|asset)\b(?! (?:for|that)\b)"
)


def _asking_lines(
    text: str, low: str, blocks: Sequence[Block], asking: Sequence[bool]
) -> Iterator[tuple[Block, bool, int, int]]:
    """The sentences that may ask for something, each with its line and whether that is prose."""
    demands = _OUTRIGHT if any(block.kind == "must" for block in blocks) else _DEMANDS
    for block, prose in zip(blocks, asking, strict=True):
        listed = block.kind in ("must", "nice") or (
            block.kind == "duties" and _OPENS_LIKE_DEMAND.match(low, block.line.start) is not None
        )
        if listed or prose:
            for start, end in sentences(text, block.line.start, block.line.end):
                if listed or demands.search(low, start, end):
                    yield block, prose, start, end


_OUTRIGHT: Final = re.compile(
    r"\bmust[- ]have|\byou must\b|\bto be successful\b|\b(?:is|are) (?:required|essential|mandatory|a must)\b|"
    r"\brequires? (?:strong|solid|experience|expertise|knowledge|proficien|\d)"
)
"""Where a heading names the requirements, prose elsewhere asks for something only in such words."""

_OPENS_LIKE_DEMAND: Final = re.compile(
    r"(?:(?:an? |strong|solid|deep|proven|hands-on|working|excellent|good|prior|extensive|in-depth|basic|advanced|"
    r"demonstrated|previous|thorough|technical|minimum|at least|\d{1,2}\+? years(?: of)?)[ ,]+(?:and )?)*"
    r"(?:experience (?:with|in|of|using|working|building|designing|developing|as)|knowledge (?:of|in|with)|"
    r"proficien(?:t|cy) (?:in|with)|understanding of|expertise (?:in|with)|familiar(?:ity)? with|skilled in|"
    r"fluen(?:t|cy) in)\b"
)
"""How a line opens that asks for something, whatever heading it stands under."""


def _sentence(
    text: str, low: str, start: int, end: int, found: Sequence[Found], *, must: bool, named: bool, hinted: bool
) -> Iterator[AdSlot]:
    nice = _line_nice(low, start, end) if must and hinted else []
    line = Span(start, end)
    if found and (denied := _NOT_ASKED.search(low, start, end)) is not None:
        stop = _clause_stop(low, denied.end(), end)
        found = [skill for skill in found if not denied.start() <= skill.start < stop or _is_nice(nice, skill.start)]
    if found and (study := _study(low, start, end)) is not None:
        found = [skill for skill in found if not study[0] <= skill.start < study[1]]
    for group in _groups(low, start, end, _by_company(low, found)):
        slugs = tuple(dict.fromkeys(skill.slug for skill in group))
        spans = tuple(Span(skill.start, skill.end) for skill in group)
        yield AdSlot(slugs, must and not _is_nice(nice, group[0].start), True, spans, line)
    if not named:
        return
    for name, first, last in _unknown_names(text, low, start, end, found):
        yield AdSlot((name,), must and not _is_nice(nice, first), False, (Span(first, last),), line)


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
_STUDY_END: Final = re.compile(
    r"\b(?:fields?|disciplines?|subjects?|majors?|areas?|degrees?)\b(?:[ ]*\([^)]*\))?|\b(?:with|and|plus|"
    r"including) (?:\w+ ){0,3}(?:experience|knowledge)\b"
    r"|\b\d+\+? years|\bexperience (?:with|in|of)\b|[;.] "
)


def _by_company(low: str, found: Sequence[Found]) -> list[Found]:
    """The skills of a sentence, each read by those beside it.

    GitLab in a list with CI is GitLab CI; a kind right after a tool of that kind ("Jenkins CI/CD") is no demand of its
    own.
    """
    slugs = {skill.slug for skill in found}
    read: list[Found] = []
    for skill in found:
        if skill.slug == "git" and slugs & _CI and low.startswith("gitlab", skill.start):
            skill = skill._replace(slug="gitlab-ci")
        if skill.slug == "ci-cd" and read and read[-1].slug in _CI_TOOLS and low[read[-1].end : skill.start] == " ":
            continue
        read.append(skill)
    return read


_CI_TOOLS: Final = frozenset({"jenkins", "github-actions", "gitlab-ci"})
_CI: Final = _CI_TOOLS | {"ci-cd"}


def _is_nice(nice: Sequence[tuple[int, int]], at: int) -> bool:
    index = bisect_right(nice, (at, _FAR)) - 1
    return index >= 0 and at < nice[index][1]


def _groups(low: str, start: int, end: int, found: Sequence[Found]) -> list[list[Found]]:
    """The skills of a sentence, alternatives together."""
    if len(found) < 2:
        return [list(found)] if found else []
    gaps = [
        "break" if right.start - left.end > _MOST_BETWEEN else _gap(low[left.end : right.start])
        for left, right in pairwise(found)
    ]
    groups: list[list[Found]] = []
    run: list[Found] = [found[0]]
    run_gaps: list[str] = []
    for skill, gap in zip(found[1:], gaps, strict=True):
        if gap == "break":
            groups.extend(_split(low, start, end, run, run_gaps))
            run, run_gaps = [skill], []
        else:
            run.append(skill)
            run_gaps.append(gap)
    groups.extend(_split(low, start, end, run, run_gaps))
    return _with_heads(low, groups)


@lru_cache(maxsize=4096)
def _gap(between: str) -> str:
    """What joins two neighbouring skills: ``or``, ``and``, ``comma``, ``tight`` (a slash), ``example`` or ``break``."""
    if between in (", ", ","):
        return "comma"
    if _SLASH.fullmatch(between):
        return "tight"
    if _EXAMPLES.search(between):
        return "or" if _OR_WORD.search(between) and "(" not in between else "example"
    if "(" in between or ")" in between:
        inner = between.strip()
        if _KIND_WORDS.search(between) and ")" not in inner and "," not in inner and not _BREAKS.search(between):
            return "example"
        if inner.startswith("(") and ")" not in inner:
            return "example"
        if ")" in inner and "(" not in inner:
            return "break" if _BREAKS.search(between) else ("close-or" if _OR.search(between) else "break")
        if ")" in inner:
            return "close-or" if _OR.search(between) and not _AND.search(between) else "break"
    if _BREAKS.search(between):
        return "or" if _OR_WITH.fullmatch(between) else "break"
    if _OR.search(between):
        return "or"
    if _AND.search(between):
        return "and"
    return "comma" if "," in between or "|" in between or "\u00b7" in between else "next"


def _split(low: str, start: int, end: int, run: list[Found], gaps: list[str]) -> Iterator[list[Found]]:
    """One run of listed skills into slots."""
    if not gaps:
        yield run
        return
    if "example" in gaps:
        first = 0
        for at in [index for index, gap in enumerate(gaps) if gap == "example"] + [len(gaps)]:
            yield from _split(low, start, end, run[first : at + 1], gaps[first:at])
            first = at + 1
        return
    if _is_choice(low, start, end, run, gaps):
        yield run
        return
    joined = [gap in ("or", "tight", "close-or") for gap in gaps]
    if "and" not in gaps and gaps[-1] == "or":
        joined = [gap in ("or", "tight", "comma", "close-or") for gap in gaps]
    elif "or" in gaps:
        for index, gap in enumerate(gaps):
            if gap == "or":
                back = index - 1
                last_of_list = index + 1 == len(gaps) or gaps[index + 1] in ("and", "next")
                while last_of_list and back >= 0 and gaps[back] == "comma":
                    joined[back] = True
                    back -= 1
    group = [run[0]]
    for skill, together in zip(run[1:], joined, strict=True):
        if together:
            group.append(skill)
        else:
            yield group
            group = [skill]
    yield group


def _is_choice(low: str, start: int, end: int, run: Sequence[Found], gaps: Sequence[str]) -> bool:
    """Whether the whole list is a choice: examples, a list left open, or names in brackets after their kind."""
    before = low[max(start, run[0].start - _LEAD) : run[0].start]
    after = low[run[-1].end : min(end, run[-1].end + 48)]
    marker = next(reversed(tuple(_EXAMPLES.finditer(before))), None)
    if (
        marker is not None
        and (before.endswith((": ", ":")) or not _BREAKS.search(before, marker.end()))
        and not _LIKE_VERB.search(before)
        and ")" not in before[marker.end() :]
    ):
        return True
    if _OPEN_END.match(after):
        return True
    if "and" in gaps or "next" in gaps:
        return False
    opened = before.rfind("(") + 1
    return (
        opened > 0
        and _KIND_WORDS.search(before, 0, opened) is not None
        and _NAMES_ONLY.fullmatch(before, opened) is not None
    )


def _with_heads(low: str, groups: list[list[Found]]) -> list[list[Found]]:
    """Join a kind of tool with its examples: "CI/CD tools such as Jenkins" is one slot."""
    merged: list[list[Found]] = []
    for group in groups:
        if merged:
            head = merged[-1]
            between = low[head[-1].end : group[0].start]
            if (
                len(between) <= _MOST_BETWEEN
                and head[-1].slug in GENERIC
                and not low.startswith("-based", group[0].end)
                and (_of_kind(between) or _of_family(between, head[-1], group[0]))
            ):
                head.extend(group)
                continue
            if between == " for " and len(group) == 1 and group[0].slug in GENERIC and head[-1].slug not in GENERIC:
                continue
            if (
                between.strip() in ("(", "(e.g.", "(i.e.", "(e.g.,")
                and head[-1].slug == group[0].slug
                and len(group) == 1
            ):
                continue
        merged.append(group)
    return merged


def _of_kind(between: str) -> bool:
    """Whether the words between a kind of tool and names say that the names are of that kind.

    "ETL using tools such as Airflow" asks for two things, and so does a kind in a list before another kind's examples.
    """
    marker = _EXAMPLES.search(between)
    if marker is not None:
        lead = between[: marker.start()].rstrip(" (,")
        return "," not in lead and not _TOLD_APART.search(lead) and not _NEW_SENTENCE.search(between)
    return (
        between in (": ", ":")
        or (between.strip().startswith("(") and ")" not in between)
        or (_BRACKET_AFTER.fullmatch(between) is not None and not _TOLD_APART.search(between))
    )


def _of_family(between: str, head: Found, named: Found) -> bool:
    """Whether two kinds share their examples: "containerization and orchestration tools (Docker, Kubernetes)"."""
    return (
        between.startswith(" and ")
        and between.endswith("(")
        and _KIND_WORDS.search(between) is not None
        and SKILLS[head.slug].group == SKILLS[named.slug].group
    )


_BRACKET_AFTER: Final = re.compile(r"[ ](?:(?!and\b|or\b|for\b|in\b|to\b)[\w/-]+[ ]){1,2}\(")
_TOLD_APART: Final = re.compile(r"\b(?:using|with|via|through|on|leveraging|utili[sz]ing)\b|[.;]\s")
_NEW_SENTENCE: Final = re.compile(r"(?<!e\.g)(?<!i\.e)[.;]\s")


def _unknown_names(text: str, low: str, start: int, end: int, found: Sequence[Found]) -> Iterator[tuple[str, int, int]]:
    """Names of tools that the taxonomy does not know: capitals inside a word, or a capital in a list of tools."""
    taken = [(skill.start, skill.end) for skill in found]
    starts = [skill.start for skill in found]
    for match in _UNKNOWN.finditer(text, start, end):
        name = match.group()
        first, last = match.span()
        index = bisect_left(starts, last) - 1
        if index >= 0 and taken[index][1] > first:
            continue
        if name.lower().split()[0] in _NOT_NAMES:
            continue
        if (_CERTAIN_NAME.match(name) and not name.isupper()) or (
            _beside(starts, taken, first, last)
            and (_LISTED_AFTER.match(low, last) and _LISTED_BEFORE.search(low[max(start, first - 8) : first]))
        ):
            yield name, first, last


def _beside(starts: Sequence[int], taken: Sequence[tuple[int, int]], first: int, last: int) -> bool:
    """Whether a known skill stands right before or after a name."""
    index = bisect_left(starts, first)
    return (index < len(taken) and taken[index][0] - last <= _NEAR) or (
        index > 0 and first - taken[index - 1][1] <= _NEAR
    )


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
