"""Running the checkers: one crash becomes one mistake's error, the rest still report."""

from collections.abc import Iterable

from hiring.checking import CLEAR, OFF, Fired, Missing, Mistake, Severity
from hiring.facts.case import Case
from hiring.reporting.finding import Finding, FindingOutcome, Flag, NotChecked


class IncompleteFindings(Exception):
    """The findings are not exactly one for each mistake: a silently missing checker must not look like a pass."""


def run(case: Case, mistakes: Iterable[Mistake]) -> tuple[Finding, ...]:
    """One finding for each mistake, in order, before waivers."""
    return tuple(_check(mistake, case) for mistake in mistakes)


def ensure_complete(findings: tuple[Finding, ...], mistakes: tuple[Mistake, ...]) -> None:
    """Raise IncompleteFindings unless there is exactly one finding for each mistake, in order."""
    found = [finding.mistake.id for finding in findings]
    expected = [mistake.id for mistake in mistakes]
    if found != expected:
        raise IncompleteFindings(f"expected findings {expected}, got {found}")


def _check(mistake: Mistake, case: Case) -> Finding:
    flags: list[Flag] = []
    not_checked: list[NotChecked] = []
    clear = False
    try:
        for trigger in mistake.triggers:
            outcome = trigger.check(case)
            if outcome is CLEAR:
                clear = True
            elif isinstance(outcome, Fired):
                flags.append(
                    Flag(trigger, outcome.severity, outcome.message, outcome.evidence, outcome.fix, outcome.patch)
                )
            elif isinstance(outcome, Missing):
                not_checked.append(NotChecked(trigger, outcome.paths))
            elif outcome is not OFF:
                raise TypeError(f"{trigger.id} answered {outcome!r}")
    except Exception as error:  # noqa: BLE001 - isolation: whatever goes wrong in one checker stays there
        return Finding(mistake, FindingOutcome.ERROR, None, error=f"{type(error).__name__}: {error}")
    return settled(mistake, tuple(flags), tuple(not_checked), any_clear=clear)


def settled(
    mistake: Mistake,
    flags: tuple[Flag, ...],
    not_checked: tuple[NotChecked, ...],
    *,
    any_clear: bool,
) -> Finding:
    """The finding that these trigger results add up to. A single open question keeps it from "clear"."""
    severity: Severity | None = None
    if flags:
        severity = max([flag.severity for flag in flags])
        outcome = FindingOutcome.FLAGGED
    elif not_checked:
        outcome = FindingOutcome.NOT_CHECKED
    elif any_clear:
        outcome = FindingOutcome.CLEAR
    else:
        outcome = FindingOutcome.NOT_APPLICABLE
    return Finding(mistake, outcome, severity, flags, not_checked)
