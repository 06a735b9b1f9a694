"""Which questions a talk asks. Every question once in a loop, so that all sessions add something."""

from collections.abc import Iterable, Sequence
from typing import Final

from assessments.bank.content import Bank, Question
from assessments.planning import rules
from assessments.planning.matching import asks
from assessments.planning.wanted import Wanted
from hiring.document import Stage
from hiring.facts.people_skills import PEOPLE_SKILLS

TALKS: Final = frozenset(
    {"hm_screen", "panel_tech", "whiteboard_design", "exec_chat", "partner_interview", "culture_fit"}
)
"""Sessions that are led by questions."""

PAST_WORK: Final = "Q08"
"""The question under which any skill can be asked about: a piece of the person's own work."""
_CRAFT: Final = ("lifecycle", "platform")
_TOP_FIRST: Final = ("Q22", "Q39", "Q40", "Q41", "Q42")
_TAG_ROUNDS: Final = 2


def questions_of(
    stages: Sequence[Stage], looked_at: Sequence[Sequence[Wanted]], level: str, bank: Bank
) -> list[tuple[str, ...]]:
    """The ids of each session's questions. ``looked_at``: the must-haves of each session."""
    asking = _Asking(level, bank)
    first = next((index for index, stage in enumerate(stages) if _is_talk(stage, bank)), None)
    found: list[tuple[str, ...]] = []
    for index, stage in enumerate(stages):
        if not _is_talk(stage, bank):
            found.append(())
            continue
        if index == first:
            asking.start(max(0, stage.minutes - rules.SCOPE_MINUTES) // rules.QUESTION_MINUTES)
            asking.discriminators(rules.DISCRIMINATORS, [each for wanted in looked_at for each in wanted])
            asking.past_work()
        else:
            asking.start(stage.minutes // rules.QUESTION_MINUTES)
        if stage.type in ("panel_tech", "whiteboard_design"):
            asking.discriminators(1, looked_at[index])
        asking.must_haves(looked_at[index])
        asking.people(stage)
        if stage.type == "hm_screen":
            asking.plans()
        found.append(tuple(asking.chosen))
    return found


def _is_talk(stage: Stage, bank: Bank) -> bool:
    return stage.type in TALKS and stage.scenario not in bank.scenarios


class _Asking:
    """Chooses question after question; none comes twice."""

    def __init__(self, level: str, bank: Bank) -> None:
        fitting = [question for question in bank.questions.values() if level in question.levels]
        if level in ("staff", "principal"):
            fitting.sort(key=lambda question: question.id not in _TOP_FIRST)
        self.left = {question.id: question for question in fitting}
        self.chosen: list[str] = []
        self.room = 0

    def start(self, room: int) -> None:
        """The next session, with room for so many questions."""
        self.chosen = []
        self.room = room

    def discriminators(self, count: int, wanted: Sequence[Wanted]) -> None:
        """Questions that tell MLOps from DevOps, first those about a must-have."""
        self._take(self._sorted(self._of("discriminator"), wanted)[:count])

    def past_work(self) -> None:
        """A piece of the person's own work."""
        self._take(self._past_work())

    def plans(self) -> None:
        """Where the person wants to go. It has its time in the talk about the role, beside the other questions."""
        self.room += 1
        self._take(self._of("growth")[:1])

    def must_haves(self, wanted: Sequence[Wanted]) -> None:
        """For each must-have the question that is about it, else the one on past work, which serves them all."""
        for each in wanted:
            if each.kind == "skill":
                fitting = [question for question in self._of(*_CRAFT) if asks(question, each)]
                self._take(self._sorted(fitting, [each])[:1] or self._past_work())

    def people(self, stage: Stage) -> None:
        """Questions on the people skills of the session, in turn, up to two each."""
        tags = [tag for tag in stage.tags if tag in PEOPLE_SKILLS]
        for _ in range(_TAG_ROUNDS):
            for tag in tags:
                self._take(self._of(tag)[:1] or [each for each in self.left.values() if tag in each.also][:1])

    def _past_work(self) -> list[Question]:
        return [self.left[PAST_WORK]] if PAST_WORK in self.left else []

    def _of(self, *competencies: str) -> list[Question]:
        return [question for question in self.left.values() if question.competency in competencies]

    @staticmethod
    def _sorted(questions: Iterable[Question], wanted: Sequence[Wanted]) -> list[Question]:
        return sorted(questions, key=lambda question: -max((asks(question, each) for each in wanted), default=0))

    def _take(self, questions: Sequence[Question]) -> None:
        for question in questions:
            if len(self.chosen) < self.room:
                self.chosen.append(question.id)
                del self.left[question.id]
