"""The report as its page shows it: findings, flags, evidence and fixes in words and links."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.urls import reverse

from hiring.checking import Evidence, Severity
from hiring.document.pointer import MISSING, value_at
from hiring.fixing import patch_sections
from hiring.models import Requisition, Review, WaiverRecord
from hiring.questions import STEPS, Kind, Question, describe, question_at, step_of
from hiring.questions.process import STAGE_TAGS, STAGE_TYPES
from hiring.questions.wording import skill_name
from hiring.readiness.cards import Card
from hiring.readiness.lapsed import Lapse, lapse
from hiring.readiness.next_fixes import Effect, NextFix, Standing
from hiring.reporting import Finding, Flag, Report, Verdict, WaivedFlag, WaiverReason
from hiring.reporting.json_form import plain
from hiring.reviewing import Reviewed
from hiring.strip import MARKS, VERDICT_MARKS, Mark

_OF_STAGES: Final = dict(STAGE_TYPES) | dict(STAGE_TAGS)
_ANY_TRIGGER: Final = "M00-T0"
"""Stands in an address for the id of a trigger."""


@dataclass(frozen=True, slots=True)
class Link:
    """An answer by name, and where it is given."""

    label: str
    href: str


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One line of evidence: the answer, what was found there and what was expected."""

    answer: Link
    observed: str
    expected: str
    trigger: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class EffectRow:
    """A fix's effect in words: now, then, and what else it does."""

    now: str
    then: str
    state: str
    clears: tuple[str, ...]
    raises: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FixRow:
    """One thing to do. ``apply`` is the address that does it by a click, empty where this person or no machine can.

    ``is_unforeseen`` tells that a click would do it and that its effect is not worked out yet.
    """

    card: Card
    mark: Mark
    effect: EffectRow | None
    is_unforeseen: bool
    apply: str
    answer: Link
    effort: str


@dataclass(frozen=True, slots=True)
class FlagRow:
    """A standing flag within its finding. ``shown_under`` names the leading trigger where another card shows it."""

    flag: Flag
    mark: Mark
    fix: FixRow
    shown_under: str
    waive: str
    second_person: bool


@dataclass(frozen=True, slots=True)
class WaivedRow:
    """A flag that somebody accepted. ``withdraw`` is the address that takes it back; empty where one may not."""

    waived: WaivedFlag
    mark: Mark
    withdraw: str

    @property
    def reason(self) -> str:
        """The reason from the list, in words."""
        return WaiverReason(self.waived.waiver.reason).label


@dataclass(frozen=True, slots=True)
class StoredRow:
    """A stored review in the history."""

    review: Review
    mark: Mark


@dataclass(frozen=True, slots=True)
class LapsedRow:
    """A waiver that no longer holds, and why."""

    record: WaiverRecord
    reasons: tuple[str, ...]
    withdraw: str


@dataclass(frozen=True, slots=True)
class OpenRow:
    """A question that keeps triggers from being checked."""

    answer: Link
    triggers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One mistake's finding as a row that opens."""

    finding: Finding
    mark: Mark
    title: str
    flags: tuple[FlagRow, ...] = ()
    evidence: tuple[EvidenceRow, ...] = ()
    open_questions: tuple[OpenRow, ...] = ()
    waived: tuple[WaivedRow, ...] = ()

    @property
    def anchor(self) -> str:
        """Its place on the page."""
        return self.finding.mistake.id.lower()

    @property
    def triggers(self) -> str:
        """The numbers of the triggers that stand: ``T1 T4``."""
        return " ".join(row.flag.id.partition("-")[2] for row in self.flags)

    @property
    def is_unforeseen(self) -> bool:
        """Whether the effect of one of its fixes is still to be worked out."""
        return any(row.fix.is_unforeseen and not row.shown_under for row in self.flags)


@dataclass(frozen=True, slots=True)
class MissingStep:
    """The essential answers that one step still lacks."""

    title: str
    answers: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Rights:
    """What the person reading may do with this requisition."""

    edit: bool
    edit_process: bool
    waive: Callable[[Severity], bool]
    withdraw: Callable[[WaiverRecord], bool]

    def may_patch(self, patch: tuple[Any, ...]) -> bool:
        """Whether the person may change everything a patch touches."""
        return self.edit or (self.edit_process and patch_sections(patch) == {"process"})


@dataclass(frozen=True, slots=True)
class ReportPage:
    """Builds the rows of one report."""

    requisition: Requisition
    reviewed: Reviewed
    fixes: tuple[NextFix, ...]
    rights: Rights
    data: dict[str, Any] = field(init=False)
    steps: dict[str, str] = field(init=False)
    apply_at: str = field(init=False)
    waive_at: str = field(init=False)
    rows: dict[int, FixRow] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "data", self.reviewed.document.model_dump(mode="json"))
        steps = {step.section: reverse("hiring:step", args=[self.requisition.pk, step.slug]) for step in STEPS}
        object.__setattr__(self, "steps", steps)
        # Two a flag are needed, and there may be a hundred flags.
        for name, address in (("apply_at", "hiring:apply_fix"), ("waive_at", "hiring:waive")):
            object.__setattr__(self, name, reverse(address, args=[self.requisition.pk, _ANY_TRIGGER]))

    @property
    def report(self) -> Report:
        """The report itself."""
        return self.reviewed.report

    def link(self, path: str) -> Link:
        """The answer that a JSON Pointer leads to."""
        question = question_at(path)
        return Link(_answer_label(question), f"{self.steps[question.section]}#{question.field}")

    def next_rows(self) -> tuple[FixRow, ...]:
        """What to fix next."""
        return tuple(self._fix(fix) for fix in self.fixes)

    def finding_rows(self, withdrawable: Iterable[WaiverRecord]) -> tuple[FindingRow, ...]:
        """The twelve findings. Standing waivers are looked up among ``withdrawable``."""
        fix_by_trigger = {flag.id: fix for fix in self.fixes for flag in fix.card.flags}
        records: dict[str, list[WaiverRecord]] = {}
        for record in withdrawable:
            records.setdefault(record.trigger, []).append(record)
        return tuple(self._finding(finding, fix_by_trigger, records) for finding in self.report.findings)

    def missing_steps(self) -> tuple[MissingStep, ...]:
        """The essential answers that are missing, step by step."""
        steps: dict[str, list[Link]] = {}
        titles: dict[str, str] = {}
        for path in self.report.missing:
            step = step_of(path.split("/")[1])
            titles[step.slug] = f"{step.number}. {step.title}"
            steps.setdefault(step.slug, []).append(Link(question_at(path).label, self.link(path).href))
        return tuple(MissingStep(titles[slug], tuple(links)) for slug, links in steps.items())

    def open_questions(self) -> tuple[OpenRow, ...]:
        """The questions that keep triggers of any mistake from being checked."""
        return self._open(self.report.findings)

    def lapsed_rows(self, records: Iterable[WaiverRecord]) -> tuple[LapsedRow, ...]:
        """Waivers that are not withdrawn and cover nothing any more."""
        severities = {flag.id: flag.severity for flag in self.report.flags}
        rows = []
        for record in records:
            found = lapse(record.as_waiver(), severities.get(record.trigger), self.data, self.reviewed.today)
            if found is not None:
                rows.append(LapsedRow(record, self._reasons(record, found), self._withdraw(record)))
        return tuple(rows)

    def counts(self) -> tuple[str, ...]:
        """How many flags stand, by severity, then how many mistakes are in which other state, in words."""
        blockers, warnings, advice = (
            self.report.count(severity) for severity in (Severity.BLOCKER, Severity.WARNING, Severity.ADVICE)
        )
        words = [
            _many(blockers, "blocker"),
            _many(warnings, "warning"),
            _many(advice, "piece of advice", "pieces of advice"),
        ]
        for outcome, word in (
            ("not_checked", "not checked"),
            ("waived", "waived"),
            ("error", "failed"),
            ("clear", "clear"),
            ("not_applicable", "not applicable"),
        ):
            if n := sum(finding.outcome.value == outcome for finding in self.report.findings):
                words.append(f"{_count(n, 'mistake', 'mistakes')} {word}")
        return tuple(word for word in words if word)

    def _finding(
        self, finding: Finding, fix_by_trigger: dict[str, NextFix], records: dict[str, list[WaiverRecord]]
    ) -> FindingRow:
        mistake = finding.mistake
        return FindingRow(
            finding=finding,
            mark=MARKS[finding.outcome.value if finding.severity is None else finding.severity.word],
            title=mistake.title_flagged
            if finding.flags
            else mistake.title_clear
            if finding.outcome.value == "clear"
            else mistake.name,
            flags=tuple(self._flag(flag, fix_by_trigger[flag.id]) for flag in finding.flags),
            evidence=tuple(self._evidence(evidence, flag) for flag in finding.flags for evidence in flag.evidence),
            open_questions=self._open([finding]),
            waived=tuple(self._waived(waived, records.get(waived.flag.id, [])) for waived in finding.waived),
        )

    def _flag(self, flag: Flag, fix: NextFix) -> FlagRow:
        lead = fix.card.lead
        return FlagRow(
            flag=flag,
            mark=MARKS[flag.severity.word],
            fix=self._fix(fix),
            shown_under="" if lead.id == flag.id else lead.id,
            waive=self.waive_at.replace(_ANY_TRIGGER, flag.id) if self.rights.waive(flag.severity) else "",
            second_person=flag.severity is Severity.BLOCKER,
        )

    def _fix(self, fix: NextFix) -> FixRow:
        # A fix stands in the list and with each of its flags.
        if id(fix) not in self.rows:
            self.rows[id(fix)] = self._new_fix(fix)
        return self.rows[id(fix)]

    def _new_fix(self, fix: NextFix) -> FixRow:
        lead = fix.card.lead
        by_click = next((flag for flag in fix.card.flags if flag.id == fix.fix_of), None)
        may = by_click is not None and self.rights.may_patch(by_click.patch)
        return FixRow(
            card=fix.card,
            mark=MARKS[fix.card.severity.word],
            effect=None if fix.effect is None else effect_row(fix.effect, fix.card.ids),
            is_unforeseen=fix.fix_of is not None and fix.effect is None,
            apply=self.apply_at.replace(_ANY_TRIGGER, fix.fix_of or "") if may else "",
            answer=self.link(_question_path(lead)),
            effort=_effort(lead, by_click=by_click is not None, may=may),
        )

    def _evidence(self, evidence: Evidence, flag: Flag) -> EvidenceRow:
        return EvidenceRow(
            answer=self.link(evidence.path),
            observed=self._words(evidence.path, evidence.observed),
            expected="" if evidence.expected is None else self._expected(evidence.path, evidence.expected),
            trigger=flag.id.partition("-")[2],
            mark=MARKS[flag.severity.word],
        )

    def _words(self, path: str, observed: Any) -> str:
        """The answer in the form's words where the evidence is the answer itself; else as it was observed."""
        answer = value_at(self.data, path)
        if answer is not MISSING and answer is not None and plain(observed) == answer:
            return describe(path, observed)
        return self._expected(path, observed)

    def _expected(self, path: str, value: Any) -> str:
        """A value beside an answer: choices by their labels, skills by their names, all else as it is."""
        question = question_at(path)
        labels = dict(question.choices) | (_OF_STAGES if question.kind is Kind.STAGES else {})

        def named(item: Any) -> Any:
            return labels.get(item, skill_name(item)) if isinstance(item, str) else item

        if isinstance(value, tuple | list):
            return in_words([named(item) for item in value])
        if isinstance(value, set | frozenset):
            return in_words(sorted(str(named(item)) for item in value))
        return in_words(named(value))

    def _open(self, findings: Iterable[Finding]) -> tuple[OpenRow, ...]:
        triggers: dict[str, list[str]] = {}
        for finding in findings:
            for open_ in finding.not_checked:
                triggers.setdefault(open_.paths[0], []).append(open_.id)
        return tuple(OpenRow(self.link(path), tuple(ids)) for path, ids in triggers.items())

    def _waived(self, waived: WaivedFlag, records: list[WaiverRecord]) -> WaivedRow:
        record = next((record for record in records if record.as_waiver() == waived.waiver), None)
        return WaivedRow(waived, MARKS[waived.flag.severity.word], "" if record is None else self._withdraw(record))

    def _withdraw(self, record: WaiverRecord) -> str:
        if not self.rights.withdraw(record):
            return ""
        return reverse("hiring:withdraw_waiver", args=[self.requisition.pk, record.pk])

    def _reasons(self, record: WaiverRecord, found: Lapse) -> tuple[str, ...]:
        reasons = []
        if found.expired:
            reasons.append(f"it ran until {record.expires_on:%d %b %Y}")
        if found.rose_to is not None:
            reasons.append(f"the flag rose from {record.severity} to {found.rose_to.word}")
        for path in found.changed:
            now = value_at(self.data, path)
            then = record.answers[path]
            is_now = "not there any more" if now is MISSING else _said(path, now)
            reasons.append(f"“{question_at(path).label}” was {_said(path, then)} and is {is_now}")
        return tuple(reasons)


def stored_rows(reviews: Iterable[Review]) -> list[StoredRow]:
    """Stored reviews with the marks of their verdicts."""
    return [StoredRow(review, VERDICT_MARKS[review.verdict]) for review in reviews]


def answer_link(requisition: Requisition, path: str) -> Link:
    """The answer that a JSON Pointer leads to: its label with the step's number, and its place in the form."""
    question = question_at(path)
    href = reverse("hiring:step", args=[requisition.pk, step_of(question.section).slug])
    return Link(_answer_label(question), f"{href}#{question.field}")


def _answer_label(question: Question) -> str:
    return f"{step_of(question.section).number}. {question.label}"


def in_words(value: Any) -> str:
    """A value that is not an answer as such, in words: ``yes``, ``1,200``, ``a, b``."""
    match value:
        case None:
            return "not answered"
        case bool():
            return "yes" if value else "no"
        case int():
            return f"{value:,}"
        case float() | Decimal():
            text = f"{value:,.2f}"
            return text.rstrip("0").rstrip(".")
        case date():
            return f"{value.day} {value:%b %Y}"
        case tuple() | list():
            return ", ".join(in_words(item) for item in value) or "none"
        case dict():
            return ", ".join(f"{key} {in_words(item)}" for key, item in value.items())
    return str(value)


def effect_row(effect: Effect, own: tuple[str, ...]) -> EffectRow:
    """The most telling difference: the verdict, else the first count that changes."""
    now, then, state = _telling(effect.before, effect.after)
    return EffectRow(now, then, state, tuple(id_ for id_ in effect.clears if id_ not in own), effect.raises)


def _telling(before: Standing, after: Standing) -> tuple[str, str, str]:
    if before.verdict is not after.verdict:
        mark = VERDICT_MARKS[after.verdict.value]
        return VERDICT_MARKS[before.verdict.value].word, mark.word, mark.state
    for now, then, one, many in (
        (before.blockers, after.blockers, "blocker", "blockers"),
        (before.warnings, after.warnings, "warning", "warnings"),
        (before.advice, after.advice, "piece of advice", "pieces of advice"),
        (before.missing, after.missing, "answer missing", "answers missing"),
    ):
        if now != then:
            return _count(now, one, many), _count(then, one, many), ""
    return VERDICT_MARKS[before.verdict.value].word, "no change in the counts", ""


def verdict_sentence(report: Report) -> str:
    """The verdict in one sentence: what it means and what stands out."""
    if report.verdict is Verdict.NOT_READY:
        titles = [finding.mistake.title_flagged for finding in report.mistakes_at(Severity.BLOCKER)]
        return f"Do not post this yet. {_sentences(titles[:3])}"
    if report.verdict is Verdict.NEEDS_ANSWERS:
        missing = _count(len(report.missing), "essential answer is", "essential answers are")
        return f"Nothing blocks it so far, but {missing} missing: what they hide is not known."
    if report.verdict is Verdict.READY_WITH_RISKS:
        warnings = report.count(Severity.WARNING)
        failed = "A check failed, so what it would have said is not known. " if report.has_error else ""
        risks = f"It can be opened; {_count(warnings, 'warning stands', 'warnings stand')}." if warnings else ""
        return f"{failed}{risks}".strip()
    return "Nothing known stands in the way of opening it."


def _effort(lead: Flag, *, by_click: bool, may: bool) -> str:
    if by_click:
        return "one click" if may else "one click, for those who may change the answer"
    return f"a matter of {lead.trigger.effort.value}"


def _question_path(flag: Flag) -> str:
    return flag.evidence[0].path if flag.evidence else flag.trigger.reads[0]


def _said(path: str, value: Any) -> str:
    return "not answered" if value is None else describe(path, value)


def _sentences(titles: list[str]) -> str:
    return " ".join(f"{title.rstrip('.')}." for title in titles)


def _count(n: int, one: str, many: str) -> str:
    return f"{n} {one if n == 1 else many}"


def _many(n: int, one: str, many: str | None = None) -> str:
    return _count(n, one, many or f"{one}s") if n else ""
