"""Renewing one session of a loop; the others stay as they are."""

from typing import Final

from assessments.bank import SHIPPED
from assessments.bank.content import Bank, Scenario
from assessments.planning import rules
from assessments.planning.choosing import best, candidates, minutes_of
from assessments.planning.draft import Draft, hand_out, room_for
from assessments.planning.panel import people_of
from assessments.planning.reading import plan_of
from assessments.planning.wanted import PEOPLE_TAGS, Wanted, bundles, wanted_of
from hiring.document import RequisitionDocument, Stage
from hiring.document.process import PanelRole, StageTag, StageType

EXERCISES: Final[tuple[StageType, ...]] = ("live_debug", "code_review", "architecture_exercise", "take_home")


def alternatives(document: RequisitionDocument, number: int, *, bank: Bank = SHIPPED) -> tuple[Stage, ...]:
    """What could take the place of session ``number`` (from 1) of the loop: its day and panel with another scenario.

    Only scenarios that fit level and split and share no primary skill with the rest of the loop. Each brings the
    must-haves that it shows and that no other session looks at. Raises IndexError where there is no such session.
    """
    old = _session(document, number)
    return tuple(_with(document, number, old, scenario) for scenario, _ in choices(document, number, bank=bank))


def choices(document: RequisitionDocument, number: int, *, bank: Bank = SHIPPED) -> tuple[tuple[Scenario, int], ...]:
    """The scenarios of `alternatives` with their minutes, for a list to choose from: the stages are not worked out."""
    old = _session(document, number)
    return tuple(
        (scenario, minutes_of(scenario, document))
        for scenario in _choices(document, number, bank, EXERCISES)
        if scenario.id != old.scenario
    )


def regenerated(document: RequisitionDocument, number: int, *, bank: Bank = SHIPPED) -> Stage:
    """Session ``number`` (from 1) as the generator would now make it, given the rest of the loop.

    An exercise gets the best scenario of its type and the must-haves that only it can still show; a talk gets those
    that it has time for, and the people skills that no other session looks at. Day and type stay. Raises IndexError
    where there is no such session.
    """
    old = _session(document, number)
    if old.type in EXERCISES:
        left = _left(document, number)
        chosen = best(document, [_choices(document, number, bank, (old.type,))], bundles(left))
        return _with(document, number, old, chosen[0]) if chosen else old
    others = [stage for index, stage in enumerate(document.process.stages, start=1) if index != number]
    shown = {tag for stage in others for tag in stage.tags}
    missing = tuple(tag for tag in PEOPLE_TAGS if tag not in shown)
    kept = tuple(
        tag for tag in old.tags if tag not in missing and _times(others, tag) < rules.MOST_SESSIONS_PER_REQUIREMENT
    )
    tags: tuple[StageTag, ...] = tuple(dict.fromkeys((*missing, *kept, "anchored")))
    panel = old.panel or _panel(document, old.type)
    first = number == 1 and old.type == "hm_screen"
    draft = Draft(old.type, old.minutes, old.day or 1, panel, tags, None)
    draft.room = room_for(old.type, old.minutes, tags, first_talk=first)
    hand_out([draft], bundles(_left(document, number)))
    return draft.stage(()).model_copy(update={"day": old.day, "scenario": old.scenario})


def _session(document: RequisitionDocument, number: int) -> Stage:
    if not 1 <= number <= len(document.process.stages):
        raise IndexError(number)
    return document.process.stages[number - 1]


def _times(stages: list[Stage], tag: str) -> int:
    return sum(tag in stage.tags for stage in stages) if tag in PEOPLE_TAGS else 0


def _without(document: RequisitionDocument, number: int) -> RequisitionDocument:
    stages = document.process.stages
    rest = (*stages[: number - 1], *stages[number:])
    return document.model_copy(update={"process": document.process.model_copy(update={"stages": rest})})


def _left(document: RequisitionDocument, number: int) -> list[Wanted]:
    """The must-haves that no other session looks at."""
    open_ = {gap.requirement for gap in plan_of(_without(document, number)).uncovered}
    return [each for each in wanted_of(document) if each.requirement in open_]


def _choices(document: RequisitionDocument, number: int, bank: Bank, types: tuple[StageType, ...]) -> list[Scenario]:
    rest = _without(document, number).process.stages
    used = [bank.scenarios.get(stage.scenario or "") for stage in rest]
    taken = {scenario.primary_skill for scenario in used if scenario}
    return candidates(document, bank, types, taken)


def _with(document: RequisitionDocument, number: int, old: Stage, scenario: Scenario) -> Stage:
    others = list(_without(document, number).process.stages)
    tags = tuple(tag for tag in scenario.tags if _times(others, tag) < rules.MOST_SESSIONS_PER_REQUIREMENT)
    minutes = minutes_of(scenario, document)
    draft = Draft(scenario.type, minutes, old.day or 1, old.panel or _panel(document, scenario.type), tags, scenario)
    draft.room = room_for(scenario.type, minutes, tags)
    hand_out([draft], bundles(_left(document, number)))
    named = {key for each in wanted_of(document) for key in each.keys}
    named |= {name for stage in others for name in stage.competencies}
    extra = tuple(slug for slug in scenario.competencies if slug not in named)
    return draft.stage(extra).model_copy(update={"day": old.day})


def _panel(document: RequisitionDocument, type_: StageType) -> tuple[PanelRole, ...]:
    people = people_of(document)
    if type_ == "hm_screen":
        return ("hiring_manager",)
    if type_ == "exec_chat":
        return ("executive", "hiring_manager")
    if type_ in ("partner_interview", "culture_fit"):
        return (people.customer or "external", people.partner)
    return (people.hands_on, people.customer) if people.customer else (people.hands_on,)
