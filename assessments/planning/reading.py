"""Reading a loop as a plan: what each session is for, who stands in, what it covers, what is left out."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from assessments.bank import SHIPPED
from assessments.bank.content import Bank
from assessments.planning.asking import questions_of
from assessments.planning.choosing import level_of
from assessments.planning.draft import Draft, people_tags, room_for, time_for_must_haves
from assessments.planning.panel import people_of, seats_of
from assessments.planning.plan import Coverage, Gap, InterviewPlan, PlannedSession
from assessments.planning.wanted import PEOPLE, Wanted, bundles, key_of, wanted_of
from assessments.planning.words import purpose_of, reason_of
from hiring.document import RequisitionDocument, Stage
from hiring.facts.wording import counted

CRAFT_TALKS: Final = frozenset({"hm_screen", "panel_tech"})
"""Talks that can ask about a must-have of the craft."""

_WHY_NOT: Final = {
    "off_role": "It belongs to another job, and nobody on the panel can judge it: take it off the list.",
    "record": "A degree or a number of years is read, not tested.",
    "blank": "The line is empty.",
}


def plan_of(document: RequisitionDocument, *, bank: Bank = SHIPPED) -> InterviewPlan:
    """The loop that the document holds, as a plan. Chooses no sessions and never fails, whatever the loop is."""
    stages = document.process.stages
    wanted = wanted_of(document)
    looked_at = [_looked_at(stage, wanted) for stage in stages]
    first = _first_talk(stages)
    level, people = level_of(document), people_of(document)
    takehome = any(stage.type == "take_home" for stage in stages)
    asked = questions_of(stages, looked_at, level, bank)
    rounds = _rounds(stages)
    sessions = tuple(
        PlannedSession(
            number=index + 1,
            round=rounds[index],
            stage=stage,
            seats=seats_of(stage.panel, people),
            questions=asked[index],
            purpose=purpose_of(stage, bank, first=index == first, takehome=takehome),
            reason=reason_of(stage, looked_at[index], document, bank, first=index == first, takehome=takehome),
        )
        for index, stage in enumerate(stages)
    )
    coverage = tuple(
        covered
        for index, stage in enumerate(stages)
        for covered in _coverage(index + 1, stage, looked_at[index], first_talk=index == first)
    )
    requirements = (*(each.requirement for each in wanted), *PEOPLE.values())
    return InterviewPlan(
        process=document.process,
        sessions=sessions,
        requirements=requirements,
        coverage=coverage,
        uncovered=_gaps(stages, wanted, looked_at, coverage, bank),
        notes=(),
    )


def _looked_at(stage: Stage, wanted: Sequence[Wanted]) -> list[Wanted]:
    keys = {key_of(name) for name in stage.competencies}
    return [each for each in wanted if not each.keys.isdisjoint(keys)] if keys else []


def _first_talk(stages: Sequence[Stage]) -> int | None:
    return 0 if stages and stages[0].type in ("hm_screen", "recruiter_screen") else None


def _rounds(stages: Sequence[Stage]) -> list[int]:
    """The round of each session: days in their order; a session without a day is a round of its own."""
    days = sorted({stage.day for stage in stages if stage.day is not None})
    found, later = [], len(days)
    for stage in stages:
        if stage.day is None:
            later += 1
            found.append(later)
        else:
            found.append(days.index(stage.day) + 1)
    return found


def _coverage(number: int, stage: Stage, looked_at: Sequence[Wanted], *, first_talk: bool) -> list[Coverage]:
    """The session's minutes, shared out evenly between its subjects; must-haves with a skill in common share one."""
    subjects = bundles(looked_at)
    tags = people_tags(tuple(dict.fromkeys(stage.tags)))
    parts = len(subjects) + len(tags)
    if not parts:
        return []
    each = time_for_must_haves(stage.type, stage.minutes, first_talk=first_talk) // parts
    if not first_talk:
        each = min(each, stage.minutes // parts)
    found = [Coverage(wanted.requirement, number, each // len(subject)) for subject in subjects for wanted in subject]
    return [*found, *(Coverage(PEOPLE[tag], number, each) for tag in tags)]


def _gaps(
    stages: Sequence[Stage],
    wanted: Sequence[Wanted],
    looked_at: Sequence[Sequence[Wanted]],
    coverage: Sequence[Coverage],
    bank: Bank,
) -> tuple[Gap, ...]:
    covered = {each.requirement for each in coverage}
    open_ = [each for each in wanted if each.requirement not in covered]
    places = _places(stages, looked_at, bank) if open_ else []
    gaps = [Gap(each.requirement, _why(stages, each, places)) for each in open_]
    gaps += [
        Gap(requirement, "No session asks about it: add it to the partner interview.")
        for requirement in PEOPLE.values()
        if requirement not in covered
    ]
    return tuple(gaps)


def _places(stages: Sequence[Stage], looked_at: Sequence[Sequence[Wanted]], bank: Bank) -> list[tuple[int, Draft]]:
    """The sessions that could look at a must-have: their number, and the room that is left."""
    first = _first_talk(stages)
    places = []
    for index, stage in enumerate(stages):
        scenario = bank.scenarios.get(stage.scenario or "")
        if scenario is None and stage.type not in CRAFT_TALKS:
            continue
        draft = Draft(stage.type, stage.minutes, stage.day or 1, stage.panel, stage.tags, scenario)
        room = room_for(stage.type, stage.minutes, stage.tags, first_talk=index == first)
        draft.room = room - len(bundles(looked_at[index]))
        places.append((index + 1, draft))
    return places


def _why(stages: Sequence[Stage], wanted: Wanted, places: Sequence[tuple[int, Draft]]) -> str:
    if wanted.kind in _WHY_NOT:
        return _WHY_NOT[wanted.kind]
    if not stages:
        return "There is no session yet."
    if wanted.kind == "people":
        return "No session asks about it: add it to the partner interview."
    free = [number for number, draft in places if draft.room > 0 and draft.suits([wanted])]
    if free:
        return f"No session looks at it, though session {free[0]} has time for it."
    hours = counted(round(Decimal(sum(stage.minutes for stage in stages)) / 60, 1), "hour")
    if any(draft.scenario and draft.suits([wanted]) for _, draft in places):
        return f"The sessions that could show it are full, in a loop of {hours}: it would take the place of another."
    return f"No exercise of this loop shows it, and the talks are full: it would take the place of another in {hours}."
