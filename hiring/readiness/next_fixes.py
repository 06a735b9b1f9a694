"""What to fix next: worst first, then least effort, each with what its one-click fix would do."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from hiring.checking import Effort, Severity
from hiring.document import RequisitionDocument
from hiring.document.pointer import PatchRefused, patched
from hiring.readiness.cards import Card, cards
from hiring.reporting.report import Report, Verdict

ReviewOf = Callable[[RequisitionDocument], Report]
"""Reviews another document in this one's place: same day, bank and waivers, and the market that is right for it."""

type Wanted = Callable[[int, Card], bool]
"""Whether the effect of a card's fix is wanted, by its place (0 is the first) and the card. Each costs a review."""

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
    """One thing to do. ``effect`` is None where it was not wanted, and where no click does it.

    ``fix_of`` is the flag whose patch a click applies: the card's first one whose patch does something. None where a
    person must act: no machine can apply it, or its patch fails. ``fixed`` is the document after it.
    """

    card: Card
    fix_of: str | None
    fixed: RequisitionDocument | None
    effect: Effect | None = None


def standing(report: Report) -> Standing:
    """Where the report stands."""
    return Standing(
        verdict=report.verdict,
        blockers=report.count(Severity.BLOCKER),
        warnings=report.count(Severity.WARNING),
        advice=report.count(Severity.ADVICE),
        missing=len(report.missing),
    )


def _always(place: int, card: Card) -> bool:
    return True


def next_fixes(
    document: RequisitionDocument, report: Report, review_of: ReviewOf, wanted: Wanted = _always
) -> tuple[NextFix, ...]:
    """One entry a card: by severity, then effort, those of one click before the others, then as found."""
    data = document.model_dump(mode="json")
    fixes = sorted((_fix(card, document, data) for card in cards(report.flags)), key=_urgency)
    before = standing(report)
    standing_ids = {flag.id for flag in report.flags}
    return tuple(
        replace(fix, effect=_effect(review_of(fix.fixed), before, standing_ids))
        if fix.fixed is not None and wanted(place, fix.card)
        else fix
        for place, fix in enumerate(fixes)
    )


def _urgency(fix: NextFix) -> tuple[int, int, bool]:
    return -fix.card.severity, _EFFORTS.index(fix.card.lead.trigger.effort), fix.fix_of is None


def _fix(card: Card, document: RequisitionDocument, data: dict[str, Any]) -> NextFix:
    for flag in card.flags:
        if not flag.patch:
            continue
        try:
            fixed = patched(document, flag.patch, data)
        except PatchRefused:
            continue
        if fixed != document:
            return NextFix(card, flag.id, fixed)
    return NextFix(card, None, None)


def _effect(report: Report, before: Standing, standing_ids: set[str]) -> Effect:
    after_ids = {flag.id for flag in report.flags}
    return Effect(
        before=before,
        after=standing(report),
        clears=tuple(sorted(standing_ids - after_ids)),
        raises=tuple(sorted(after_ids - standing_ids)),
    )
