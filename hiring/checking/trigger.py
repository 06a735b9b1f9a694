"""A trigger: one way in which a mistake shows, with all that a page can say of it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from hiring.checking.outcome import Outcome
from hiring.checking.severity import Severity
from hiring.facts.case import Case

Check = Callable[[Case], Outcome]


class Effort(StrEnum):
    """How much work the fix is, for ordering fixes of one severity."""

    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"


@dataclass(frozen=True, slots=True)
class Trigger:
    """One trigger of a mistake. Ids never change meaning.

    ``severities`` are those it can have, worst first. ``reads`` are the answers it reads (JSON Pointers of
    fields, e.g. ``/scope/must_haves``); the form shows them as "read by". ``same_fact`` names triggers of other
    mistakes that rest on the same fact and share its card.
    """

    id: str
    title: str
    severities: tuple[Severity, ...]
    reads: tuple[str, ...]
    fires_when: str
    example_fires: str
    example_quiet: str
    check: Check
    quiet_when: tuple[str, ...] = ()
    effort: Effort = Effort.MINUTES
    same_fact: tuple[str, ...] = ()

    @property
    def mistake_id(self) -> str:
        """The mistake it belongs to, e.g. ``M01`` for ``M01-T2``."""
        return self.id[:3]


def trigger(
    id: str,
    title: str,
    *severities: Severity,
    reads: tuple[str, ...],
    fires_when: str,
    example_fires: str,
    example_quiet: str,
    quiet_when: tuple[str, ...] = (),
    effort: Effort = Effort.MINUTES,
    same_fact: tuple[str, ...] = (),
) -> Callable[[Check], Trigger]:
    """Make a function of a case into a trigger. The function keeps to: pure, no clock, one outcome."""

    def make(check: Check) -> Trigger:
        return Trigger(
            id=id,
            title=title,
            severities=tuple(sorted(severities, reverse=True)),
            reads=reads,
            fires_when=_sentence(fires_when),
            example_fires=example_fires,
            example_quiet=example_quiet,
            check=check,
            quiet_when=tuple(map(_sentence, quiet_when)),
            effort=effort,
            same_fact=same_fact,
        )

    return make


def _sentence(text: str) -> str:
    """Written as a fragment or as a sentence, shown as a sentence."""
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!")) else ".")
