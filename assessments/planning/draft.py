"""A loop in the making: sessions with the room they have for must-haves."""

from dataclasses import dataclass, field
from typing import Final

from assessments.bank.content import Scenario
from assessments.planning import rules
from assessments.planning.matching import CORE, shows
from assessments.planning.wanted import Wanted
from hiring.document import Stage
from hiring.document.process import PanelRole, StageTag, StageType
from hiring.facts.people_skills import PEOPLE_SKILLS

TALK: Final = 1
"""How well a talk shows a must-have: by telling, not by doing."""


@dataclass(slots=True)
class Draft:
    """One session. ``room``: bundles of must-haves it has time for; ``holds``: those it was given."""

    type: StageType
    minutes: int
    day: int
    panel: tuple[PanelRole, ...]
    tags: tuple[StageTag, ...]
    scenario: Scenario | None = None
    room: int = 0
    first_talk: bool = False
    holds: list[list[Wanted]] = field(default_factory=list)

    @property
    def time(self) -> int:
        """Minutes for must-haves and people skills."""
        return time_for_must_haves(self.type, self.minutes, first_talk=self.first_talk)

    def suits(self, bundle: list[Wanted]) -> int:
        """How well it shows a bundle of must-haves, by its best member; 0 for not at all."""
        crafts = [each for each in bundle if each.kind == "skill"]
        if not crafts:
            return 0
        if self.scenario is None:
            return TALK if self.room else 0
        return max(shows(self.scenario, each) for each in crafts)

    def stage(self, extra: tuple[str, ...]) -> Stage:
        """The session in the document's form. ``extra`` are skills it shows beside the must-haves."""
        names = [name for bundle in self.holds for each in bundle for name in each.names if name.strip()]
        return Stage(
            type=self.type,
            minutes=self.minutes,
            day=self.day,
            panel=self.panel,
            tags=self.tags,
            scenario=self.scenario.id if self.scenario else None,
            competencies=tuple(dict.fromkeys((*names, *extra))),
        )


def people_tags(tags: tuple[StageTag, ...]) -> tuple[StageTag, ...]:
    """Those of the tags that are people skills."""
    return tuple(tag for tag in tags if tag in PEOPLE_SKILLS)


def time_for_must_haves(type_: StageType, minutes: int, *, first_talk: bool) -> int:
    """Minutes left for must-haves and people skills."""
    if type_ == "take_home":
        return minutes
    if first_talk:
        return max(0, minutes - rules.SCOPE_MINUTES - rules.DISCRIMINATORS * rules.QUESTION_MINUTES)
    return max(0, minutes - rules.SETTLING_MINUTES)


def room_for(type_: StageType, minutes: int, tags: tuple[StageTag, ...], *, first_talk: bool = False) -> int:
    """Must-haves that a session has time for, after its people skills."""
    each = rules.TAKE_HOME_MINUTES if type_ == "take_home" else rules.LEAST_MINUTES
    return max(0, time_for_must_haves(type_, minutes, first_talk=first_talk) // each - len(people_tags(tags)))


def hand_out(drafts: list[Draft], bundles: list[list[Wanted]]) -> None:
    """Give every bundle to one session, as many as there is room for, earlier ones first and each to its best place.

    Bundles move over when that makes room for one more (augmenting paths), so none is left out while a place for it
    could be found.
    """
    options = [
        sorted(
            (index for index, draft in enumerate(drafts) if draft.suits(bundle)),
            key=lambda index: (-drafts[index].suits(bundle), index),
        )
        for bundle in bundles
    ]
    placed: list[list[int]] = [[] for _ in drafts]

    def place(number: int, tried: set[int]) -> bool:
        for index in options[number]:
            if index not in tried and len(placed[index]) < drafts[index].room:
                placed[index].append(number)
                return True
        for index in options[number]:
            if index in tried:
                continue
            tried.add(index)
            for other in placed[index]:
                if place(other, tried):
                    placed[index].remove(other)
                    placed[index].append(number)
                    return True
        return False

    full: set[int] = set()
    for number, choices in enumerate(options):
        if not full.issuperset(choices):
            tried: set[int] = set()
            if not place(number, tried):
                # From these sessions no way leads to a free place, and none ever will.
                full |= tried
    for draft, numbers in zip(drafts, placed, strict=True):
        draft.holds = [bundles[number] for number in sorted(numbers)]


def even_out(drafts: list[Draft]) -> None:
    """Where an exercise is crowded, talks with time to spare take over what it would show only in passing.

    What the exercise is about stays, and so does the order: the last must-have goes first.
    """
    for crowded in drafts:
        if crowded.scenario is None:
            continue
        for bundle in reversed(list(crowded.holds)):
            talk = next((draft for draft in drafts if draft.scenario is None and _comfortable(draft, 1)), None)
            if talk is None or _comfortable(crowded, 0):
                break
            if crowded.suits(bundle) < CORE:
                crowded.holds.remove(bundle)
                talk.holds.append(bundle)


def _comfortable(draft: Draft, more: int) -> bool:
    """Whether each subject has time to be talked through, with so many more."""
    subjects = len(draft.holds) + more + len(people_tags(draft.tags))
    return len(draft.holds) + more <= draft.room and draft.time >= subjects * rules.COMFORTABLE_MINUTES


def hand_out_people(drafts: list[Draft], bundles: list[list[Wanted]]) -> None:
    """Soft skills among the must-haves go where their people skill is looked at: a talk, else an exercise."""
    talks_first = sorted(drafts, key=lambda draft: draft.scenario is not None)
    for bundle in bundles:
        tags = {tag for each in bundle for tag in each.tags}
        if any(each.kind == "skill" for each in bundle) or not tags:
            continue
        home = next((draft for draft in talks_first if not tags.isdisjoint(draft.tags)), None)
        if home is not None:
            home.holds.append(bundle)
