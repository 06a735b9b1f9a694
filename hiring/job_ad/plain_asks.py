"""Skills that a requirement asks for in ordinary words, which no name of the taxonomy holds.

"You can explain a trade-off to people who do not code" asks for communication, "a solid grounding in machine learning"
for the fundamentals of it. Such words count in lines that ask for something and nowhere else: in a duty or in praise
of the employer they ask for nothing.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

from hiring.prose.hints import HintedLines, hints
from hiring.skills import Found
from hiring.skills.trie import folded_exactly


class _Ask(NamedTuple):
    """A skill, the letters its words start with, the words from there on, and what must stand before them."""

    slug: str
    start: str
    words: re.Pattern[str]
    before: re.Pattern[str] | None


_FEW: Final = r"(?:[\w/()&'-]+,? ){0,5}?"
"""Up to five words."""

_KNOWN: Final = re.compile(
    r"\b(?:knowledge|understanding|background|foundations?|grasp|expertise|experience|familiar(?:ity)?|proficien\w+|"
    r"fundamentals|basics|comfortable|skilled|versed|exposure|years?|grounding|grounded|skills|trained|intuition)\b"
    r"[ ](?:(?:of|in|with|to|on|the|and|or|core|modern|applied|strong|various|basic|advanced|common|classical|"
    r"traditional|applying|application of|standard|statistical|popular|mainstream|using|"
    r"artificial intelligence|ai|ml|deep learning|machine learning|natural language processing|nlp|data science|"
    r"statistics|mathematics|following|one|more|areas|both)[ ,:/&()]+(?:\([a-z]{2,3}\),?[ ])?){0,10}\Z"
)
"""Before a field of knowledge: it is asked for, alone or in a list of fields."""

_OF_MODELS: Final = (
    r"(?:machine[- ]learning|ml|ai|ai/ml|ml/ai|deep learning|predictive|statistical|nlp|language|neural|llm) models?\b"
)
_MADE: Final = re.compile(r"\b(?:build\w*|develop\w*|train\w*|design\w*|creat\w*|implement\w*)[ ,]+" + _FEW + r"\Z")
"""Before models: somebody builds them."""

_SHIPPED: Final = re.compile(
    r"\b(?:deploy(?:ing|ed|s|ments? of)?|productioni[sz]\w+|productionali[sz]\w+|operationali[sz]\w+|rolling out)[ ,]+"
    r"(?:of )?(?:[\w/()&'-]+,? ){0,6}?\Z"
)
"""Before models: somebody brings them to users."""

_RUN: Final = re.compile(
    r"\b(?:manag\w+|schedul\w+|operat\w+|orchestrat\w+|allocat\w+|shar\w+|optimi[sz]\w+)\b[^.;]{0,24}\Z"
)
"""Before machines: somebody shares them out."""

_STUDIED: Final = (
    r"(?: \(ml\))?(?: (?:fundamentals?|algorithms?|concepts?|theory|techniques?|principles?|basics|methods?|models?|"
    r"methodolog\w+|approaches)(?:/\w+)?)*(?! and (?:\w+ ){1,3}(?:tools?|frameworks?|libraries|platforms?|projects?|"
    r"systems?|teams?|engineers?)\b)(?=[ ]*(?:[,.;()/&]|\Z|\n|(?:and|or|is|with|such|including|theory|like)\b))"
)
"""After a field of knowledge: it is meant as one, and no tool, team or title follows."""


def _asks(*entries: tuple[str, str, str] | tuple[str, str, str, re.Pattern[str]]) -> tuple[_Ask, ...]:
    return tuple(
        _Ask(entry[0], entry[1], re.compile(entry[2]), entry[3] if len(entry) > 3 else None) for entry in entries
    )


_ASKS: Final = _asks(
    ("ml-fundamentals", "machine learning", r"machine learning" + _STUDIED, _KNOWN),
    ("ml-fundamentals", "ml", r"ml" + _STUDIED, _KNOWN),
    ("ml-fundamentals", "machine learning fund", r"machine learning fundamentals\b"),
    ("ml-fundamentals", "machine learning bas", r"machine learning basics\b"),
    ("ml-fundamentals", "ml fund", r"ml fundamentals\b"),
    (
        "ml-testing",
        "testing",
        r"testing (?:approaches |strategies |techniques |methods )?(?:for|of) (?:ml|machine learning|ai)\b",
    ),
    ("ml-fundamentals", "deep learning", r"deep learning" + _STUDIED, _KNOWN),
    (
        "statistics",
        "statistic",
        r"statistic(?:s\b|al (?:concepts?|methods?|analys[ie]s|models?|modell?ing|techniques?|inference|knowledge)\b)",
    ),
    (
        "communication",
        "communicat",
        r"communicat(?:e|es|ing|ors?)\b(?! with (?:the )?(?:apis?|devices?|databases?|servers?))",
    ),
    ("communication", "articulate", r"articulate\b"),
    (
        "communication",
        "explain",
        r"explain(?:ing)?\b[^.;\n]{0,48}?\b(?:concept|idea|assumption|intuition|finding|result|solution|decision|"
        r"trade|technical|complex|constraint)\w*",
    ),
    ("communication", "present", r"present(?:ing)? (?:\w+ ){0,4}?(?:information|findings|results|ideas|insights)\b"),
    ("communication", "verbal", r"verbal(?: and|/| &) written"),
    ("communication", "written", r"written(?: and|/| &) (?:verbal|oral|spoken)"),
    ("collaboration", "collaborat", r"collaborat(?:e|es|ing|ive(?!,| (?:and \w+ )?environment)|ively|ors?)\b"),
    ("collaboration", "thrive", r"thrive in (?:an? )?(?:\w+ )?collaborative environments?\b"),
    ("collaboration", "team player", r"team players?\b"),
    ("collaboration", "team-player", r"team-players?\b"),
    (
        "collaboration",
        "work",
        r"work(?:s|ing)? (?:well |closely |effectively |directly |together |successfully |efficiently |hand in hand )+"
        r"(?:with|in|as part of|across)\b[^.;\n]{0,40}?\b(?:teams?|others|colleagues|stakeholders|people|engineers|"
        r"scientists|developers|groups?|partners)\b",
    ),
    (
        "collaboration",
        "work",
        r"work(?:s|ing)? (?:both )?(?:independently|autonomously|alone),? (?:and|or|as well as|but also) (?:also )?"
        r"(?:collaboratively\b|(?:as part of|in|within|with) (?:an?|the|our) (?:[\w-]+ ){0,2}team\b)",
    ),
    ("collaboration", "stakeholder", r"stakeholder (?:relationships?|engagement|alignment)\b"),
    ("mentoring", "mentor", r"mentor(?:s|ed|ship)?\b(?! (?:from|you\b|program))"),
    ("mentoring", "guid", r"guid(?:e|ing) (?:junior|less|other|more junior)\b"),
    (
        "collaboration",
        "relationship",
        r"relationships? (?:with|between|across|among)\b[^.;\n]{0,40}?\b(?:teams?|others|colleagues|stakeholders|"
        r"people|peers|clients?|customers?|engineers|partners|functions|departments)\b",
    ),
    ("git", "source code", r"source[- ]code (?:\w+ ){0,2}(?:control|management|repositor\w+)"),
    ("model-deployment", "models", r"models? (?:in|into|to|for) (?:a |the |live |real )?production\b"),
    ("model-deployment", "model", r"models?\b", _SHIPPED),
    ("model-deployment", "llm", r"llms?\b", _SHIPPED),
    ("model-deployment", "large language model", r"large language models?\b", _SHIPPED),
    ("model-deployment", "machine learning deploy", r"machine learning deployments?\b"),
    ("model-development", "machine", _OF_MODELS, _MADE),
    ("model-development", "ml", _OF_MODELS, _MADE),
    ("model-development", "ai", _OF_MODELS, _MADE),
    ("model-development", "deep", _OF_MODELS, _MADE),
    ("model-development", "predictive", _OF_MODELS, _MADE),
    (
        "llm-evals",
        "evaluat",
        r"evaluat(?:ion|ions|ing|e) (?:of )?"
        + _FEW
        + r"(?:llms?|gen-?ai|generative|language models?|prompts?|agents?)\b",
    ),
    ("llm-serving", "llm", r"llms? (?:\w+/)?(?:serving|hosting|inference)\b"),
    ("model-serving", "model inferenc", r"model inferenc(?:e|ing)\b"),
    (
        "model-serving",
        "serving",
        r"serving (?:infrastructure|infra|stacks?)\b",
    ),
    ("gpu-scheduling", "gpu", r"gpus?(?:/\w+)? (?:compute|clusters?|fleets?|capacity|resources|workloads)\b", _RUN),
    ("gpu-scheduling", "cpu/gpu", r"cpu/gpu (?:compute|clusters?|resources|workloads)\b", _RUN),
    ("data-modelling", "dimensional", r"dimensional (?:\w+ ){0,2}(?:models?|modell?ing|warehouses?)\b"),
    ("data-modelling", "data model", r"data models?\b"),
    ("data-modelling", "model", r"modell?ing\b", re.compile(r"\bwarehous(?:es?|ing) (?:and|&) \Z")),
    ("etl", "data ", r"data (?:\w+ (?:and )?){0,2}pipelines?\b"),
    ("sre-practice", "incident", r"incident (?:handling|resolution|response)\b"),
    ("sre-practice", "service level", r"service[- ]level (?:objectives?|agreements?|indicators?)\b"),
    (
        "software-engineering",
        "software",
        r"software (?:engineering|development) (?:best[- ])?(?:practices|principles|standards)\b",
    ),
    ("software-engineering", "coding", r"coding (?:best[- ])?(?:practices|standards)\b"),
    ("software-engineering", "production-", r"production-(?:ready|quality|grade|level) (?:software|code)\b"),
    ("software-engineering", "high-quality", r"high-quality,? (?:\w+ )?(?:software|code)\b"),
    ("software-engineering", "rest", r"rest(?:ful)? apis?\b"),
    ("frontend", "ui", r"uis?\b(?! team)", re.compile(r"\b(?:build|develop|creat|design)\w* (?:\w+ ){0,2}\Z")),
    ("frontend", "user interface", r"user interfaces?\b"),
    (
        "on-prem-hpc",
        "on-prem",
        r"on-prem(?:ises?)?\b(?: \w+){0,2} (?:infrastructure|environments?|servers?|clusters?|hardware|data cent\w+)\b",
    ),
    (
        "bi-dashboards",
        "business intelligence",
        r"business intelligence (?:tools?|platforms?|systems?|development|reporting)\b",
    ),
    ("ai-governance", "ai ethics", r"ai ethics\b"),
)
"""The first that fits where their letters begin; several may fit."""

_SOFT: Final = frozenset({"communication", "collaboration", "mentoring"})
"""Asked for even where years stand before: no years are of these."""

_BY_START: Final = {
    start: tuple(ask for ask in _ASKS if start.startswith(ask.start)) for start in {ask.start for ask in _ASKS}
}
_STARTS: Final = hints(*_BY_START)
_ANY_START: Final = re.compile(rf"\b{folded_exactly(_BY_START)}")
_BEFORE: Final = 140
"""Characters before the words that tell what they are about."""

_LONGEST: Final = 120
"""Characters that such words take at most."""


def asked_in_words(
    low: str, hinted: HintedLines, found: Sequence[Found], lines: Sequence[tuple[int, int]], headline: int = -1
) -> list[Found]:
    """The skills of a text with those that its asking lines name in ordinary words, in order.

    ``lines`` are where the asking lines begin and end, in order. Names of the taxonomy keep their words. After the
    years that the role asks for, at ``headline``, words say what the years are of: no demand of its own.
    """
    extra: list[Found] = []
    for start in hinted.matches(_ANY_START, _STARTS):
        at = start.start()
        line = bisect_right(lines, (at, len(low))) - 1
        if line < 0 or at >= lines[line][1]:
            continue
        first, last = lines[line]
        for ask in _BY_START[start.group()]:
            if first <= headline < at and ask.slug not in _SOFT:
                continue
            match = ask.words.match(low, at, min(last, at + _LONGEST))
            if match is not None and (ask.before is None or ask.before.search(low, max(first, at - _BEFORE), at)):
                extra.append(Found(ask.slug, at, match.end()))
    return _together(found, extra) if extra else list(found)


def _together(found: Sequence[Found], extra: list[Found]) -> list[Found]:
    """Both in order. The taxonomy's names keep their words; the same demand is taken once where its words overlap.

    Words may ask for two things: "developing and deploying predictive models" does.
    """
    starts = [skill.start for skill in found]
    ends: dict[str, int] = {}
    together = list(found)
    for skill in sorted(extra, key=lambda skill: (skill.start, -skill.end)):
        index = bisect_left(starts, skill.start)
        named = (index < len(starts) and starts[index] < skill.end) or (
            index > 0 and found[index - 1].end > skill.start
        )
        if not named and ends.get(skill.slug, -1) <= skill.start:
            together.append(skill)
            ends[skill.slug] = skill.end
    return sorted(together, key=lambda skill: skill.start)
