"""Which of the skills in one sentence are alternatives: what stands between them, and the words around a list."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final, Literal

from hiring.skills import SKILLS, Found

type _Gap = Literal["or", "close-or", "tight", "and", "comma", "next", "example", "break"]
"""What joins two neighbouring skills.

``or``; ``close-or``, one after a bracket; ``tight``, a slash; ``and``; ``comma``, or another mark of lists; ``next``,
other words of no weight; ``example``, words that make what follows examples; ``break``, the start of another demand.
"""

_EXAMPLES: Final = re.compile(
    r"(?:\bsuch as|\be\.?g\.?|\blike|\bfor example|\bfor instance|\b(?:at least )?one (?:or more )?(?:of|"
    r"from)\b|\bone or more\b|\bany of\b|\beither\b|"
    r"\bany one\b|\bsimilar to\b|\bnot limited to|\bat least (?:one|two|1)\b|"
    r"\b(?:a few|some|several|two|three|most|many)(?: or more)? of (?:these|the following|those)\b|"
    r"\border of preference\b|"
    r"\ba?n?y? ?(?:combination|mix|subset) of\b|\bi\.?e\.?,?|\bideally\b|\bpreferably\b)"
)
"""Words after which a list is one of examples or a choice, not of demands."""

_LIKE_VERB: Final = re.compile(r"\b(?:you|we|would|'d|i) like")
"""A verb: "you like Python" gives no examples."""

_OPEN_END: Final = re.compile(
    r"[,(/ ]+(?:and/or |or |and )?(?:other )?(?:any )?(?:etc\b|similar\b|equivalents?\b|comparable\b|others?\b|"
    r"alternatives?\b|relevant\b|an? (?:similar|equivalent|comparable|like)\b|"
    r"(?:an?other|any|some|related|equal) [\w -]{0,24}(?:tools?|platforms?|frameworks?|languages?|clouds?|"
    r"providers?|technolog\w+|systems?|services?|solutions?|librar\w+)\b|"
    r"the like\b|so on\b|so forth\b|more\b|\.\.\.)"
)
"""The end of a list that leaves it open: any of it, or something like it, will do."""

_OR: Final = re.compile(r"\bor\b|\A[ ]?/|/[ ]?\Z")
_SLASH: Final = re.compile(r"[ ]?/[ ]?")
_OR_IN_BRACKETS: Final = re.compile(r"[ ]?\((?:and/)?or (?:even )?")
"""Before a name that may stand in for the one it follows: "Airflow (or Dagster)"."""

_SLASHED_TO_UNKNOWN: Final = re.compile(r",[ ]?[\w.+#-]+[ ]?/[ ]?|[ ]?/[ ]?[\w.+#-]+,[ ]?")
"""A name we do not know is the other side of the slash: "Kubernetes, Containerd/Docker"."""

_OR_UNKNOWN: Final = re.compile(
    r"(?: clouds?| platforms?)?,? or (?!(?:\w*(?:er|ing|ed)|more|less|not|so)\b)[\w.+#-]+[ ]*(?:[.,;)\n]|\Z)"
)
"""After a list of one kind: its last choice is a name we do not know, as in "AWS, Azure or OpenStack"."""

_OR_WORD: Final = re.compile(r"\bor\b")
_AND: Final = re.compile(r"\band\b|&|\+|\bplus\b|\bas well as\b")
_BREAKS: Final = re.compile(
    r"[.;!?](?=\s|$)|\n|\s-\s|\b(?:with|using|via|through|experience|knowledge|understanding|proficien\w+|"
    r"familiar\w*|ability|years?|to|for|in|on|from|by|"
    r"strong|solid|skills?|your|you|is|are|will|must|on top|hands-on|that|which|where|into|within|building|of)\b"
)
"""What parts two neighbouring skills into two demands: the end of a sentence, or words that open another one."""

_NAMES_ONLY: Final = re.compile(r"[ *_`]*(?:[\w.+#-]+,[ ]*){0,3}")
"""What may stand between a bracket and the first name we know: names we do not."""

_LEAD: Final = 80
"""Characters before a list that tell whether it is one of examples."""

_MOST_OF_A_KIND: Final = 6
_MOST_KINDS: Final = 3
"""A longer list of more kinds is no choice, even where "and more" leaves it open: nobody offers React for Terraform."""

_OR_WITH: Final = re.compile(r"[ ,]*(?:and/)?or (?:experience |knowledge )?(?:with|in|of|using) ?")
"""Alternatives, though the words between open another demand: "Airflow or experience with Prefect"."""

_MOST_BETWEEN: Final = 60
"""Characters between two skills that may still belong together."""

GENERIC: Final = frozenset(
    """
    ci-cd iac experiment-tracking feature-store model-serving model-monitoring model-registry ml-pipelines
    drift-detection data-quality etl vector-db llm-serving llm-evals llm-observability model-deployment data-versioning
    distributed-training service-mesh ml-fundamentals langchain llmops ml-platform gpu-scheduling sql docker snowflake
    flink-beam opentelemetry ansible secrets-iam networking linux git serverless jenkins ml-testing llm-gateway
    """.split()
)
"""Skills that name a kind of tool: examples after them are alternatives of the same slot."""

_KIND_WORDS: Final = re.compile(
    r"(?:tools?|tooling|platforms?|frameworks?|languages?|providers?|clouds?|databases?|librar(?:y|ies)|"
    r"technolog(?:y|"
    r"ies)|systems?|services?|"
    r"solutions?|stores?|stacks?|engines?|orchestrators?|orchestration|environments?|packages?|pipelines?|"
    r"warehouses?|practices|formats?|brokers?|queues?|"
    r"containers?|containeri[sz]ation|ci/cd|iac|infrastructure[ -]as[ -]code|infrastructure|hyperscalers?|"
    r"ecosystems?|vendors?|code|monitoring|observability|tracking|"
    r"serving|computing|automation|learning|streaming|scripting|programming|processing|techniques|models?|"
    r"networks?|"
    r"toolchains?|software|vms?|cloud)"
    r"[ ]*[(:-][ *_`]*\Z"
)
"""The last word of a kind of tools before its examples: "orchestration tools (Airflow"."""


def alternatives(low: str, start: int, end: int, found: Sequence[Found]) -> list[list[Found]]:
    """The skills of a sentence, alternatives together."""
    if len(found) < 2:
        return [list(found)] if found else []
    gaps: list[_Gap] = [
        "break" if right.start - left.end > _MOST_BETWEEN else _gap(low[left.end : right.start])
        for left, right in pairwise(found)
    ]
    groups: list[list[Found]] = []
    run: list[Found] = [found[0]]
    run_gaps: list[_Gap] = []
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
def _gap(between: str) -> _Gap:
    """What the words between two neighbouring skills make of them."""
    if between in (", ", ",") or _SLASHED_TO_UNKNOWN.fullmatch(between):
        return "comma"
    if _OR_IN_BRACKETS.fullmatch(between):
        return "close-or"
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


def _split(low: str, start: int, end: int, run: list[Found], gaps: list[_Gap]) -> Iterator[list[Found]]:
    """One run of listed skills into slots. Examples are split off first, since the rest may be a list of its own."""
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
    group = [run[0]]
    for skill, together in zip(run[1:], _joined(gaps), strict=True):
        if together:
            group.append(skill)
        else:
            yield group
            group = [skill]
    yield group


def _joined(gaps: Sequence[_Gap]) -> list[bool]:
    """For each gap of a list that is no choice as a whole, whether it joins alternatives.

    An "or" before the last name makes alternatives of what commas part before it: of all of it where no "and" stands
    in the list ("A, B or C"), else back to the nearest other gap ("A and B, C or D").
    """
    joined = [gap in ("or", "tight", "close-or") for gap in gaps]
    if "and" not in gaps and gaps[-1] == "or":
        return [gap in ("or", "tight", "comma", "close-or") for gap in gaps]
    for index, gap in enumerate(gaps):
        if gap == "or" and (index + 1 == len(gaps) or gaps[index + 1] in ("and", "next")):
            back = index - 1
            while back >= 0 and gaps[back] == "comma":
                joined[back] = True
                back -= 1
    return joined


def _is_choice(low: str, start: int, end: int, run: Sequence[Found], gaps: Sequence[_Gap]) -> bool:
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
        if gaps[-1] == "and" and after.startswith((" (or ", "(or ")):
            return False
        return len(run) <= _MOST_OF_A_KIND or len({SKILLS[skill.slug].group for skill in run}) <= _MOST_KINDS
    if set(gaps) == {"comma"} and _OR_UNKNOWN.match(after) and len({SKILLS[skill.slug].group for skill in run}) == 1:
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
                and (_of_kind(between, head[-1], group[0]) or _of_family(between, head[-1], group[0]))
            ):
                head.extend(group)
                continue
            named = any(skill.slug not in GENERIC for skill in head)
            if between == " for " and len(group) == 1 and group[0].slug in GENERIC and named:
                continue
            if (
                between.strip() in ("(", "(e.g.", "(i.e.", "(e.g.,")
                and head[-1].slug == group[0].slug
                and len(group) == 1
            ):
                continue
        merged.append(group)
    return merged


def _of_kind(between: str, head: Found, named: Found) -> bool:
    """Whether the words between a kind of tool and names say that the names are of that kind.

    "ETL using tools such as Airflow" asks for two things, and so does a kind in a list before another kind's examples,
    as in "Git and cloud warehouses (e.g. Snowflake)".
    """
    marker = _EXAMPLES.search(between)
    if marker is not None:
        lead = between[: marker.start()].rstrip(" (,")
        if (
            _ANOTHER.match(lead)
            or _CLOSED.match(lead)
            or lead in (" and", " &")
            or (lead.startswith((" and ", " & ")) and SKILLS[head.slug].group != SKILLS[named.slug].group)
        ):
            return False
        return "," not in lead and not _TOLD_APART.search(lead) and not _NEW_SENTENCE.search(between)
    return (
        between in (": ", ":")
        or (between.strip().startswith("(") and ")" not in between)
        or (_BRACKET_AFTER.fullmatch(between) is not None and not _TOLD_APART.search(between))
    )


def _of_family(between: str, head: Found, named: Found) -> bool:
    """Whether two share what they name: "containerization and orchestration tools (Docker, Kubernetes)".

    So do a kind and the tool it is done with: "CI/CD with Jenkins".
    """
    family = SKILLS[head.slug].family
    if family is not None and family == SKILLS[named.slug].family and _DONE_WITH.fullmatch(between):
        return True
    return (
        between.startswith(" and ")
        and between.endswith("(")
        and _KIND_WORDS.search(between) is not None
        and SKILLS[head.slug].group == SKILLS[named.slug].group
    )


_DONE_WITH: Final = re.compile(r"(?: (?:pipelines?|workflows?|automation|tooling))? (?:with|using|via|through|in|on) ")
_BRACKET_AFTER: Final = re.compile(r"\)?[ ](?:(?!and\b|or\b|for\b|in\b|to\b)[\w/-]+[ ]){1,2}\(")
"""A word or two between a kind and its examples: "CI/CD pipelines (Jenkins"."""

_ANOTHER: Final = re.compile(r" (?:and|&) (?:an?|the|one|any|some|other)\b")
"""Begins another demand: "SQL and a warehouse (e.g. BigQuery)"."""

_CLOSED: Final = re.compile(r"\),? (?:and|&|plus)\b")
"""The kind has had its examples: "databases (e.g. MySQL) and storage (e.g. S3"."""

_TOLD_APART: Final = re.compile(r"\b(?:using|with|via|through|on|leveraging|utili[sz]ing)\b|[.;]\s")
"""What says that the names are not of the kind before them: "ETL using Airflow"."""

_NEW_SENTENCE: Final = re.compile(r"(?<!e\.g)(?<!i\.e)(?<!\beg)(?<!\bie)[.;]\s")
