"""The published JSON of what was read from an ad (design of the command ``analyse_job_ad``)."""

from collections.abc import Iterable, Sequence
from typing import Any, Final, Literal, NotRequired, TypedDict

from hiring.document.base import json_number
from hiring.document.role import Level, WorkMode
from hiring.job_ad.ad import AdFlag, Degree, Discipline, JobAd, Period
from hiring.prose.spans import Span
from hiring.skills import SKILLS


class PayJson(TypedDict):
    """Pay as stated, for one period. A missing bound is null."""

    min: float | int | None
    max: float | int | None
    currency: str | None
    period: Period


class YearsClaimJson(TypedDict):
    """A demand for years; ``of`` is a skill's slug, several joined by ``|``, or null for experience as a whole."""

    years: int
    years_max: int | None
    of: str | None
    must: bool
    headline: bool


class AdFlagJson(TypedDict):
    """A trigger that the ad alone fires. ``spans`` are [start, end] pairs; none where something is missing."""

    id: str
    mistake: str
    severity: Literal["blocker", "warning", "advice"]
    message: str
    fix: str
    spans: list[list[int]]


class JobAdJson(TypedDict):
    """What an ad says.

    Slots are slugs of the taxonomy joined by ``|`` where one of them is enough; ``unlisted_must`` are names that the
    taxonomy does not know. ``spans`` maps the JSON Pointer of a value in this object to [start, end] pairs: offsets
    in characters of the text. ``not_checked`` stands only where the ad was not read, and says why.
    """

    id: NotRequired[Any]
    not_checked: NotRequired[str]
    discipline: Discipline | None
    level: Level | None
    years_min: int | None
    years_claims: list[YearsClaimJson]
    degree_required: Degree | None
    pay: PayJson | None
    work_mode: WorkMode | None
    must: list[str]
    nice: list[str]
    unlisted_must: list[str]
    n_must: int
    clouds_and: bool
    duty_areas: list[str]
    lifecycle_areas: list[str]
    off_role: list[str]
    has_pay: bool
    has_reporting_line: bool
    has_team_context: bool
    has_outcomes: bool
    has_growth: bool
    has_interview_process: bool
    has_oncall: bool
    has_soft_skills: bool
    buzzwords: list[str]
    exclusionary: list[str]
    mistakes: list[AdFlagJson]
    spans: dict[str, list[list[int]]]


NOT_ENGLISH: Final = "The ad is not in English: not checked."


def as_json(ad: JobAd, flags: Sequence[AdFlag] = ()) -> JobAdJson:
    """The JSON of an ad and of the flags it raises."""
    must = [slot for slot in ad.must if slot.known]
    nice = [slot for slot in ad.nice if slot.known]
    unlisted = [slot for slot in ad.must if not slot.known]
    spans: dict[str, list[list[int]]] = {}

    def mark(pointer: str, places: Iterable[Span]) -> None:
        pairs = [[place.start, place.end] for place in places]
        if pairs:
            spans[pointer] = pairs

    for name, said in (
        ("level", ad.level),
        ("years_min", ad.years),
        ("degree_required", ad.degree),
        ("pay", ad.pay),
        ("work_mode", ad.work_mode),
        ("has_pay", ad.pay),
        ("has_reporting_line", ad.reporting_line),
        ("has_oncall", ad.on_call),
    ):
        mark(f"/{name}", said.spans if said is not None else ())
    for name, places in (
        ("has_team_context", ad.team),
        ("has_growth", ad.growth),
        ("has_interview_process", ad.process),
    ):
        mark(f"/{name}", places)
    for name, values in (("has_outcomes", ad.outcomes), ("has_soft_skills", ad.soft_skills)):
        mark(f"/{name}", (span for said_text in values for span in said_text.spans))
    for name, slots in (("must", must), ("nice", nice), ("unlisted_must", unlisted)):
        for index, slot in enumerate(slots):
            mark(f"/{name}/{index}", slot.spans)
    for index, claim in enumerate(ad.years_claims):
        mark(f"/years_claims/{index}", (claim.span,))
    buzzwords, exclusionary = _distinct(ad.buzzwords), _distinct(ad.exclusionary)
    for name, words in (("buzzwords", buzzwords), ("exclusionary", exclusionary)):
        for index, stands in enumerate(words.values()):
            mark(f"/{name}/{index}", stands)
    for name, areas in (("duty_areas", ad.duty_areas), ("lifecycle_areas", ad.lifecycle_areas)):
        for index, area in enumerate(areas):
            mark(f"/{name}/{index}", area.spans)
    off_role = {slug: slot.spans for slot in must for slug in slot.any_of if SKILLS[slug].skill_class == "off-role"}
    for index, places in enumerate(off_role.values()):
        mark(f"/off_role/{index}", places)

    answer: JobAdJson = {
        "discipline": ad.discipline.value if ad.discipline else ("other" if ad.english else None),
        "level": ad.level.value if ad.level else None,
        "years_min": ad.years.value if ad.years else None,
        "years_claims": [
            {
                "years": claim.years,
                "years_max": claim.years_max,
                "of": "|".join(claim.of) or None,
                "must": claim.must,
                "headline": claim.headline,
            }
            for claim in ad.years_claims
        ],
        "degree_required": (ad.degree.value if ad.degree else "none") if ad.english else None,
        "pay": _pay(ad),
        "work_mode": ad.work_mode.value if ad.work_mode else None,
        "must": ["|".join(slot.any_of) for slot in must],
        "nice": ["|".join(slot.any_of) for slot in nice],
        "unlisted_must": [slot.any_of[0] for slot in unlisted],
        "n_must": ad.n_must,
        "clouds_and": bool(ad.clouds_and),
        "duty_areas": [area.value for area in ad.duty_areas],
        "lifecycle_areas": [area.value for area in ad.lifecycle_areas],
        "off_role": list(off_role),
        "has_pay": ad.pay is not None,
        "has_reporting_line": ad.reporting_line is not None,
        "has_team_context": bool(ad.team),
        "has_outcomes": bool(ad.outcomes),
        "has_growth": bool(ad.growth),
        "has_interview_process": bool(ad.process),
        "has_oncall": ad.on_call is not None and ad.on_call.value,
        "has_soft_skills": bool(ad.soft_skills),
        "buzzwords": list(buzzwords),
        "exclusionary": list(exclusionary),
        "mistakes": [
            {
                "id": flag.trigger,
                "mistake": flag.mistake,
                "severity": flag.severity,
                "message": flag.message,
                "fix": flag.fix,
                "spans": [[span.start, span.end] for span in flag.spans],
            }
            for flag in flags
        ],
        "spans": spans,
    }
    if not ad.english:
        answer["not_checked"] = NOT_ENGLISH
    return answer


def _pay(ad: JobAd) -> PayJson | None:
    if ad.pay is None:
        return None
    pay = ad.pay.value
    return {
        "min": None if pay.low is None else json_number(pay.low),
        "max": None if pay.high is None else json_number(pay.high),
        "currency": pay.currency,
        "period": pay.period,
    }


def _distinct(words: Sequence[Any]) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = {}
    for said in words:
        found.setdefault(" ".join(said.value.lower().rstrip(".").split()), []).extend(said.spans)
    return found
