"""Requirements grouped by discipline, as the form shows them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Protocol

from hiring.forms.answer import Row
from hiring.questions.wording import skill_name
from hiring.skills import SKILLS

DISCIPLINES: Final = {
    "mlops": "MLOps",
    "llmops": "LLMOps",
    "devops": "DevOps",
    "data_eng": "Data engineering",
    "ml_eng": "Modelling",
    "data_science": "Modelling",
    "software": "Programming",
    "security_gov": "Security and governance",
    "soft": "People skills",
    "off_role": "Another job",
}
"""The heading of each discipline of the taxonomy; two share one."""

UNRECOGNISED: Final = "Not recognised"


class SlotRow(Protocol):
    """A row of a requirement list."""

    @property
    def index(self) -> int:
        """Its place in the list."""

    @property
    def cells(self) -> Row:
        """Its contents as typed."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One requirement line. ``mark`` says what is odd about it, empty where nothing is."""

    index: int
    names: tuple[str, ...]
    years: str
    words: str
    mark: str


@dataclass(frozen=True, slots=True)
class SlotGroup:
    """The requirements of one discipline."""

    title: str
    slots: tuple[Slot, ...]


def slot_groups(rows: Iterable[SlotRow], *, together: bool = False) -> tuple[SlotGroup, ...]:
    """The rows by discipline of their first alternative, in the order of the headings; ``together`` as one group."""
    by_title: dict[str, list[Slot]] = {}
    for row in rows:
        slot = _slot(row)
        if slot.names:
            by_title.setdefault("" if together else _title(slot.names[0]), []).append(slot)
    order = ["", *dict.fromkeys(DISCIPLINES.values()), UNRECOGNISED]
    return tuple(SlotGroup(title, tuple(by_title[title])) for title in order if title in by_title)


def _slot(row: SlotRow) -> Slot:
    typed = row.cells.get("any_of") or []
    names = tuple([typed] if isinstance(typed, str) else typed)
    years = row.cells.get("years")
    return Slot(
        index=row.index,
        names=names,
        years=years if isinstance(years, str) else "",
        words=" or ".join(skill_name(name) for name in names),
        mark=_mark(names),
    )


def _title(slug: str) -> str:
    skill = SKILLS.get(slug)
    return UNRECOGNISED if skill is None else DISCIPLINES.get(skill.discipline, UNRECOGNISED)


def _mark(names: tuple[str, ...]) -> str:
    known = [SKILLS.get(name) for name in names]
    if any(skill is not None and skill.skill_class == "off-role" for skill in known):
        return "off_role"
    return "unknown" if None in known else ""
