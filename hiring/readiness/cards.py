"""Cards: flags that rest on one fact stand together, under the worst of their severities."""

from collections.abc import Iterable
from dataclasses import dataclass

from hiring.checking import Severity
from hiring.reporting.finding import Flag


@dataclass(frozen=True, slots=True)
class Card:
    """One fact and the standing flags that rest on it, worst first."""

    flags: tuple[Flag, ...]

    @property
    def lead(self) -> Flag:
        """The flag whose severity, message and fix the card shows."""
        return self.flags[0]

    @property
    def severity(self) -> Severity:
        """The worst severity among its flags."""
        return self.lead.severity

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all its triggers, the leading one first."""
        return tuple(flag.id for flag in self.flags)


def cards(flags: Iterable[Flag]) -> tuple[Card, ...]:
    """The flags as cards, in the order in which each card's first flag was found.

    A trigger of another mistake that rests on the same fact (``Trigger.same_fact``, told by either of the two)
    shares the card. Among equals the flag found first leads.
    """
    flags = tuple(flags)
    tied = {id_ for flag in flags if flag.trigger.same_fact for id_ in (flag.id, *flag.trigger.same_fact)}
    groups: list[list[Flag]] = []
    for flag in flags:
        related = (
            [group for group in groups if any(_one_fact(flag, other) for other in group)] if flag.id in tied else []
        )
        for group in related[1:]:
            related[0].extend(group)
            groups.remove(group)
        if related:
            related[0].append(flag)
        else:
            groups.append([flag])
    return tuple(Card(tuple(sorted(group, key=lambda flag: -flag.severity))) for group in groups)


def _one_fact(flag: Flag, other: Flag) -> bool:
    return other.id in flag.trigger.same_fact or flag.id in other.trigger.same_fact
