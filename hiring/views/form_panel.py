"""The readiness panel beside the form, and the state of each step in the rail."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from hiring.access import may_edit
from hiring.checking import Severity
from hiring.document import SECTIONS, RequisitionDocument
from hiring.fixing import patch_sections
from hiring.forms.layout import always_answered, applies
from hiring.models import Requisition
from hiring.questions import STEPS, Kind, Question, Step, is_essential, is_quick, questions_of
from hiring.reporting import Finding, Flag, Report
from hiring.reviewing import Reviewed
from hiring.strip import MARKS, VERDICT_MARKS, Cell, Mark, cells_of

if TYPE_CHECKING:
    from accounts.models import User


@dataclass(frozen=True, slots=True)
class PanelFlag:
    """A flag in the panel. ``fixable`` says whether this person may apply its fix by a click."""

    flag: Flag
    fixable: bool


@dataclass(frozen=True, slots=True)
class PanelCard:
    """One mistake's flags that rest on answers of this step."""

    finding: Finding
    mark: Mark
    flags: tuple[PanelFlag, ...]

    @property
    def triggers(self) -> str:
        """The numbers of its triggers: ``T1 T4``."""
        return " ".join(row.flag.id.partition("-")[2] for row in self.flags)


@dataclass(frozen=True, slots=True)
class OtherStep:
    """How many flags of each kind stand in another step, and where that is."""

    step: Step
    href: str
    mark: Mark
    words: str


@dataclass(frozen=True, slots=True)
class OpenStep:
    """A step whose missing answers keep mistakes from being checked, and where that is."""

    step: Step
    href: str
    mistakes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """The readiness panel of one step."""

    verdict: Mark
    sentence: str
    cells: tuple[Cell, ...]
    cards: tuple[PanelCard, ...]
    others: tuple[OtherStep, ...]
    open_steps: tuple[OpenStep, ...]
    missing: int


@dataclass(frozen=True, slots=True)
class StepState:
    """One step in the rail: where it is, done, part or todo, and what is left or wrong there."""

    step: Step
    href: str
    state: str
    words: str
    mark: Mark | None


type Addresses = Mapping[str, str]
"""The address of each step's page, by its slug: looked up once for a page that leads to each of them thrice."""


def addresses_of(requisition: Requisition) -> Addresses:
    """Where the steps of a requisition are."""
    return {step.slug: reverse("hiring:step", args=[requisition.pk, step.slug]) for step in STEPS}


def panel_of(reviewed: Reviewed, section: str, editable: frozenset[str], addresses: Addresses) -> Panel:
    """The panel. ``editable`` are the sections whose answers this person may change."""
    report = reviewed.report
    return Panel(
        verdict=VERDICT_MARKS[report.verdict.value],
        sentence=_sentence(report),
        cells=cells_of(report),
        cards=_cards(report, section, editable),
        others=_others(report, section, addresses),
        open_steps=_open_steps(report, addresses),
        missing=len(report.missing),
    )


def rail_of(reviewed: Reviewed, requisition: Requisition, addresses: Addresses) -> tuple[StepState, ...]:
    """The seven steps with their state."""
    data = reviewed.document.model_dump(mode="json")
    worst: dict[str, Severity] = {}
    for flag in reviewed.report.flags:
        section = section_of(flag)
        worst[section] = max(worst.get(section, flag.severity), flag.severity)
    return tuple(
        _step_state(step, addresses[step.slug], requisition, reviewed.document, data, worst.get(step.section))
        for step in STEPS
    )


def editable_sections(user: "User", requisition: Requisition) -> frozenset[str]:
    """The sections whose answers this person may change."""
    if may_edit(user, requisition):
        return frozenset(SECTIONS)
    return frozenset({"process"}) if user.has_perm("hiring.edit_process_any") else frozenset()


def section_of(flag: Flag) -> str:
    """The section a flag is shown in: that of its first evidence, else of the first answer its trigger reads."""
    path = flag.evidence[0].path if flag.evidence else flag.trigger.reads[0]
    return path.split("/")[1]


def _sentence(report: Report) -> str:
    counts = [
        f"{number} {one if number == 1 else many}"
        for severity, one, many in (
            (Severity.BLOCKER, "blocker", "blockers"),
            (Severity.WARNING, "warning", "warnings"),
            (Severity.ADVICE, "piece of advice", "pieces of advice"),
        )
        if (number := report.count(severity))
    ]
    if report.missing:
        counts.append(f"{len(report.missing)} essential answer{'' if len(report.missing) == 1 else 's'} missing")
    words = ", ".join(counts) if counts else "Nothing known stands in the way"
    return f"{words}. Saving is never blocked."


def _cards(report: Report, section: str, editable: frozenset[str]) -> tuple[PanelCard, ...]:
    cards = []
    for finding in report.findings:
        here = [flag for flag in finding.flags if section_of(flag) == section]
        if here:
            worst = max(flag.severity for flag in here)
            rows = tuple(
                PanelFlag(flag, bool(flag.patch) and patch_sections(flag.patch) <= editable)
                for flag in sorted(here, key=lambda flag: -flag.severity)
            )
            cards.append(PanelCard(finding, MARKS[worst.word], rows))
    return tuple(sorted(cards, key=lambda card: -max(row.flag.severity for row in card.flags)))


def _others(report: Report, section: str, addresses: Addresses) -> tuple[OtherStep, ...]:
    by_section: dict[str, list[Flag]] = {}
    for flag in report.flags:
        by_section.setdefault(section_of(flag), []).append(flag)
    rows = []
    for step in STEPS:
        flags = by_section.get(step.section, [])
        if step.section != section and flags:
            worst = max(flag.severity for flag in flags)
            ids = dict.fromkeys(flag.trigger.mistake_id for flag in flags)
            rows.append(OtherStep(step, addresses[step.slug], MARKS[worst.word], ", ".join(ids)))
    return tuple(rows)


def _open_steps(report: Report, addresses: Addresses) -> tuple[OpenStep, ...]:
    by_section: dict[str, dict[str, None]] = {}
    for finding in report.findings:
        for open_ in finding.not_checked:
            by_section.setdefault(open_.paths[0].split("/")[1], {})[finding.mistake.id] = None
    return tuple(
        OpenStep(step, addresses[step.slug], tuple(by_section[step.section]))
        for step in STEPS
        if step.section in by_section
    )


def _step_state(
    step: Step,
    href: str,
    requisition: Requisition,
    document: RequisitionDocument,
    data: dict[str, dict[str, Any]],
    worst: Severity | None,
) -> StepState:
    asked = [
        question
        for question in questions_of(step.section)
        if not always_answered(question)
        and applies(question, document)
        and (is_quick(question) or not requisition.quick_mode)
    ]
    answered = {question.field for question in asked if _is_answered(question, requisition, data)}
    needed = sum(is_essential(question) and question.field not in answered for question in asked)
    if not answered:
        state, words = "todo", "Not started"
    elif needed:
        state, words = "part", f"{needed} needed"
    else:
        left = len(asked) - len(answered)
        state, words = "done", f"{left} optional left" if left else "Complete"
    mark = None if worst is None else MARKS[worst.word]
    if mark is not None:
        words = f"{mark.word} · {words}" if needed else mark.word
    return StepState(step, href, state, words, mark)


def _is_answered(question: Question, requisition: Requisition, data: dict[str, dict[str, Any]]) -> bool:
    if question.field in requisition.unsure:
        return True
    if question.kind is Kind.CHOICES:
        return getattr(requisition, question.field) is not None
    return data[question.section][question.field] not in (None, [])
