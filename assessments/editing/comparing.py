"""A plan held against the generated one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from assessments.editing.sessions import DraftSession, Sessions
from hiring.document import Stage
from hiring.questions import describe

_FIELDS: Final = {
    "type": "Kind",
    "minutes": "Minutes",
    "day": "Day",
    "panel": "Panel",
    "scenario": "Scenario",
    "tags": "Marked as",
    "competencies": "Must-haves looked at",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that differs: in words, here and in the generated plan."""

    label: str
    here: str
    generated: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A session and its counterpart; one of the two is None where the other plan has none."""

    here: DraftSession | None
    generated: Stage | None
    differences: tuple[Difference, ...] = ()


def pairs(sessions: Sessions, generated: Sequence[Stage]) -> tuple[Pair, ...]:
    """Both plans side by side: in the order of the sessions, then what only the generated plan has."""
    partner = counterparts(sessions, generated)
    taken = set(partner.values())
    both = []
    for session in sessions:
        index = partner.get(session.key)
        stage = None if index is None else generated[index]
        both.append(Pair(session, stage, () if stage is None else differences(session.stage, stage)))
    missing = [Pair(None, stage) for index, stage in enumerate(generated) if index not in taken]
    return (*both, *missing)


def counterparts(sessions: Sessions, generated: Sequence[Stage]) -> dict[int, int]:
    """For each session by key, the index of the generated stage that does its work.

    The same exercise first, then the same kind of session, then one on the same day; each stage once.
    """
    found: dict[int, int] = {}
    free = dict(enumerate(generated))
    for alike in (_same_exercise, _same_kind, _same_day):
        for session in sessions:
            if session.key in found:
                continue
            index = next((index for index, stage in free.items() if alike(session.stage, stage)), None)
            if index is not None:
                found[session.key] = index
                del free[index]
    return found


def differences(here: Stage, generated: Stage) -> tuple[Difference, ...]:
    """The fields in which two stages differ. The order within a list does not count."""
    return tuple(
        Difference(label, _words(name, here), _words(name, generated))
        for name, label in _FIELDS.items()
        if _plain(getattr(here, name)) != _plain(getattr(generated, name))
    )


def _words(name: str, stage: Stage) -> str:
    return describe(f"/process/stages/0/{name}", getattr(stage, name))


def _plain(value: object) -> object:
    return frozenset(value) if isinstance(value, tuple) else value


def _same_exercise(here: Stage, generated: Stage) -> bool:
    return here.type == generated.type and here.scenario == generated.scenario and here.day == generated.day


def _same_kind(here: Stage, generated: Stage) -> bool:
    return here.type == generated.type


def _same_day(here: Stage, generated: Stage) -> bool:
    return here.day == generated.day
