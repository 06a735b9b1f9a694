"""Reading a loop as a plan: what each session is for, who stands in, what it covers, what is left out."""

from collections.abc import Sequence
from decimal import Decimal

from assessments.bank import SHIPPED
from assessments.bank.content import Bank
from assessments.planning import rules
from assessments.planning.asking import questions_of
from assessments.planning.choosing import level_of
from assessments.planning.draft import people_tags, time_for_must_haves
from assessments.planning.panel import people_of, seats_of
from assessments.planning.plan import Coverage, Gap, InterviewPlan, PlannedSession
from assessments.planning.wanted import PEOPLE, Wanted, bundles, key_of, wanted_of
from assessments.planning.words import purpose_of, reason_of
from hiring.document import RequisitionDocument, Stage
from hiring.facts.wording import counted

_WHY_NOT = {
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
        uncovered=_gaps(stages, wanted, coverage, level),
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
    stages: Sequence[Stage], wanted: Sequence[Wanted], coverage: Sequence[Coverage], level: str
) -> tuple[Gap, ...]:
    covered = {each.requirement for each in coverage}
    gaps = [
        Gap(each.requirement, _why(stages, each, len(wanted), level))
        for each in wanted
        if each.requirement not in covered
    ]
    gaps += [
        Gap(requirement, "No session asks about it: add it to the partner interview.")
        for requirement in PEOPLE.values()
        if requirement not in covered
    ]
    return tuple(gaps)


def _why(stages: Sequence[Stage], wanted: Wanted, musts: int, level: str) -> str:
    if not stages:
        return "There is no session yet."
    if wanted.kind in _WHY_NOT:
        return _WHY_NOT[wanted.kind]
    minutes = sum(stage.minutes for stage in stages)
    return (
        f"No session has time for it: {counted(musts, 'must-have')} in a loop of "
        f"{counted(round(Decimal(minutes) / 60, 1), 'hour')}; at {level} level the loop has at most "
        f"{rules.MOST_HOURS[level]:g}. Shorten the list, or look at it in place of another."
    )
