"""The picture of must-haves against what the level may be asked."""

from dataclasses import dataclass

from hiring.facts.case import Case
from hiring.facts.levels import cap_for
from hiring.reviewing import Reviewed


@dataclass(frozen=True, slots=True)
class Bar:
    """One must-have. Places are percentages of the width, as text for SVG."""

    kind: str
    x: str
    width: str


@dataclass(frozen=True, slots=True)
class Pips:
    """Must-haves against the cap. ``adjusted`` tells that pay or regulation moved the cap."""

    count: int
    cap: int
    adjusted: bool
    bars: tuple[Bar, ...]
    tick: str

    @property
    def over(self) -> int:
        """How many are too many; 0 where none is."""
        return max(0, self.count - self.cap)


def pips_of(reviewed: Reviewed) -> Pips | None:
    """The picture; None while the level is open or nothing is asked for."""
    case = Case(reviewed.document, today=reviewed.today, market=reviewed.market, bank=reviewed.bank)
    level, cap = reviewed.document.role.level, case.level_cap
    if level is None or cap is None or not case.musts:
        return None
    count = case.n_must_for_caps
    pitch = 100 / max(count, cap.slots, 1)
    bars = tuple(
        Bar("ok" if index < cap.slots else "over", f"{index * pitch:.2f}", f"{pitch * 0.88:.2f}")
        for index in range(count)
    )
    return Pips(count, cap.slots, cap != cap_for(level, None, None), bars, f"{cap.slots * pitch - pitch * 0.06:.2f}")
