"""What to fix next: worst first, then least effort, each with what its one-click fix would do."""

from collections.abc import Callable
from dataclasses import dataclass

from hiring.checking import Effort, Severity
from hiring.document import RequisitionDocument
from hiring.document.pointer import PatchRefused, patched
from hiring.readiness.cards import Card, cards
from hiring.reporting.report import Report, Verdict

ReviewOf = Callable[[RequisitionDocument], Report]
"""Reviews another document in this one's place: same day, bank and waivers, and the market that is right for it."""

_EFFORTS = list(Effort)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a report stands: its verdict, how many flags of each severity, how many essential answers are missing."""

    verdict: Verdict
    blockers: int
    warnings: int
    advice: int
    missing: int


@dataclass(frozen=True, slots=True)
class Effect:
    """What a fix does, known before it is applied. ``clears`` and ``raises`` are trigger ids."""

    before: Standing
    after: Standing
    clears: tuple[str, ...]
    raises: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NextFix:
    """One thing to do. ``effect`` is None where a person must act: no machine can apply it, or its patch fails.

    ``fix_of`` is the flag whose patch a click applies: the card's first one whose patch does something.
    """

    card: Card
    fix_of: str | None
    effect: Effect | None


def standing(report: Report) -> Standing:
    """Where the report stands."""
    return Standing(
        verdict=report.verdict,
        blockers=report.count(Severity.BLOCKER),
        warnings=report.count(Severity.WARNING),
        advice=report.count(Severity.ADVICE),
        missing=len(report.missing),
    )


def next_fixes(document: RequisitionDocument, report: Report, review_of: ReviewOf) -> tuple[NextFix, ...]:
    """One entry a card: by severity, then effort, those of one click before the others, then as found."""
    before = standing(report)
    standing_ids = {flag.id for flag in report.flags}
    fixes = [_fix(card, document, before, standing_ids, review_of) for card in cards(report.flags)]
    return tuple(sorted(fixes, key=_urgency))


def _urgency(fix: NextFix) -> tuple[int, int, bool]:
    return -fix.card.severity, _EFFORTS.index(fix.card.lead.trigger.effort), fix.effect is None


def _fix(
    card: Card, document: RequisitionDocument, before: Standing, standing_ids: set[str], review_of: ReviewOf
) -> NextFix:
    for flag in card.flags:
        if not flag.patch:
            continue
        try:
            fixed = patched(document, flag.patch)
        except PatchRefused:
            continue
        if fixed == document:
            continue
        report = review_of(fixed)
        after_ids = {other.id for other in report.flags}
        effect = Effect(
            before=before,
            after=standing(report),
            clears=tuple(sorted(standing_ids - after_ids)),
            raises=tuple(sorted(after_ids - standing_ids)),
        )
        return NextFix(card, flag.id, effect)
    return NextFix(card, None, None)
