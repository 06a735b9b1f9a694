"""How well ads are read, held against labels in the published JSON shape."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as made_by
from typing import Any, Final, Literal

Kind = Literal["accuracy", "f1"]

EXACT: Final = (
    *("discipline", "level", "years_min", "degree_required", "pay", "work_mode", "n_must", "clouds_and"),
    *("has_pay", "has_reporting_line", "has_team_context", "has_outcomes", "has_growth", "has_interview_process"),
    *("has_oncall", "has_soft_skills"),
)
"""Fields with one value: right or wrong. A pay range is right where every part of it is."""

SETS: Final = (
    *("must", "nice", "must_slots", "nice_slots", "unlisted_must", "years_claims", "duty_areas", "lifecycle_areas"),
    *("off_role", "buzzwords", "exclusionary", "mistakes"),
)
"""Fields with a list: F1 over all ads together. ``must`` and ``nice`` count skills, whatever slot they stand in;
``must_slots`` and ``nice_slots`` count whole slots, alternatives included."""


@dataclass(slots=True)
class Score:
    """One field's figure. ``right`` of ``labelled`` for accuracy; for F1 the counts of items."""

    field: str
    kind: Kind
    labelled: int = 0
    right: int = 0
    missed: int = 0
    extra: int = 0
    wrong: list[str] = made_by(default_factory=list)

    @property
    def value(self) -> float | None:
        """The share that is right, 0 to 1; None where nothing was labelled."""
        if not self.labelled:
            return None
        if self.kind == "accuracy":
            return self.right / self.labelled
        total = 2 * self.right + self.missed + self.extra
        return 1.0 if total == 0 else 2 * self.right / total


def measure(pairs: Iterable[tuple[str, Mapping[str, Any], Mapping[str, Any]]]) -> list[Score]:
    """The scores of answers against labels, given as (name, label, answer). Fields that a label lacks do not count."""
    exact = {name: Score(name, "accuracy") for name in EXACT}
    sets = {name: Score(name, "f1") for name in SETS}
    for name, label, answer in pairs:
        for score in exact.values():
            if score.field in label:
                score.labelled += 1
                if _plain(label[score.field]) == _plain(answer.get(score.field)):
                    score.right += 1
                else:
                    score.wrong.append(f"{name}: {label[score.field]!r}, read {answer.get(score.field)!r}")
        for score in sets.values():
            source = score.field.removesuffix("_slots")
            if source not in label:
                continue
            wanted, got = (_items(score.field, side.get(source) or ()) for side in (label, answer))
            score.labelled += 1
            score.right += len(wanted & got)
            score.missed += len(wanted - got)
            score.extra += len(got - wanted)
            if wanted != got:
                score.wrong.append(f"{name}: missed {sorted(wanted - got)}, extra {sorted(got - wanted)}")
    return [score for score in (*exact.values(), *sets.values()) if score.labelled]


def _plain(value: Any) -> Any:
    """A value in which 5 and 5.0 are the same, in a pay range too."""
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


def _items(name: str, values: Sequence[Any]) -> frozenset[str]:
    return frozenset(item for value in values for item in _READ.get(name, _word)(value))


def _word(value: Any) -> tuple[str, ...]:
    return (" ".join(str(value).lower().rstrip(".").replace("-", " ").split()),)


def _skills(value: Any) -> tuple[str, ...]:
    return tuple(str(value).split("|"))


def _slot(value: Any) -> tuple[str, ...]:
    return ("|".join(sorted(str(value).split("|"))),)


def _claim(value: Any) -> tuple[str, ...]:
    return (f"{value['years']} of {value.get('of')}",) if isinstance(value, Mapping) else (str(value),)


def _mistake(value: Any) -> tuple[str, ...]:
    return (str(value["id"]),) if isinstance(value, Mapping) else (str(value),)


_READ: Final[Mapping[str, Callable[[Any], tuple[str, ...]]]] = {
    "must": _skills,
    "nice": _skills,
    "must_slots": _slot,
    "nice_slots": _slot,
    "years_claims": _claim,
    "mistakes": _mistake,
}
