"""The cover: what is hired, the verdict, and the facts at a glance. Pure."""

from dataclasses import dataclass
from typing import Final

from assessments.plan.parts import Row, answer, day_words, inside, minutes_words, printable
from compensation.standing import standing
from hiring.checking import ADVICE, BLOCKER, WARNING, Severity
from hiring.facts.case import Case
from hiring.facts.pay import same_currency
from hiring.facts.wording import counted, listed, money, number
from hiring.questions import question_at
from hiring.reporting import Report, Verdict
from hiring.strip import VERDICT_MARKS, Cell, Mark, cells_of, in_words

LONG_TITLE: Final = 44
"""Characters from which the title is set smaller."""

_NOT_READY: Final = {
    Verdict.NOT_READY: "Not ready: do not post",
    Verdict.NEEDS_ANSWERS: "Not ready: answers missing",
}


@dataclass(frozen=True, slots=True)
class PlanMeta:
    """What the plan says of itself: a reference ("R-12") and the owner's name, where there are any."""

    reference: str | None = None
    owner: str | None = None


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page. ``running`` stands on every page beside the plan's name; ``warning`` is "" where all is well."""

    name: str
    title: str
    is_long: bool
    lede: str
    verdict: Mark
    verdict_text: str
    running: str
    warning: str
    strip: tuple[Cell, ...]
    strip_words: str
    glance: tuple[Row, ...]
    reviewed: str


def cover(case: Case, report: Report, meta: PlanMeta) -> Cover:
    """The cover of a plan."""
    mark = VERDICT_MARKS[report.verdict.value]
    strip = cells_of(report)
    title = printable(case.role.title or "", 160) or "MLOps role without a title"
    warning = _NOT_READY.get(report.verdict, "")
    return Cover(
        name=f"Hiring plan {meta.reference}" if meta.reference else "Hiring plan",
        title=title,
        is_long=len(title) > LONG_TITLE,
        lede=_lede(case),
        verdict=mark,
        verdict_text=_verdict_text(report),
        running=warning or mark.word,
        warning=warning,
        strip=strip,
        strip_words=in_words(strip),
        glance=_glance(case, meta),
        reviewed=(
            f"Reviewed {day_words(case.today)} · ruleset {report.ruleset} · digest {report.digest[:4]} "
            f"{report.digest[4:8]} {report.digest[8:12]} · same answers, same market, same plan"
        ),
    )


def _lede(case: Case) -> str:
    role, ml = case.role, case.ml_today
    who = [answer("/role/level", role.level)] if role.level else []
    if role.employment:
        who.append(inside(answer("/role/employment", role.employment)))
    sentences = [f"{who[0][:1].upper()}{', '.join(who)[1:]}."] if who else []
    if case.scope.infra_pct is not None:
        infra = case.scope.infra_pct
        sentences.append(f"{number(infra)} % infrastructure, {number(100 - infra)} % machine learning.")
    serves = []
    if ml.models_in_prod is not None:
        serves.append(f"{counted(ml.models_in_prod, 'model')} in production")
    if case.ml_people is not None:
        serves.append(counted(case.ml_people, "data scientist or ML engineer", "data scientists and ML engineers"))
    if serves:
        sentences.append(f"Works for {listed(serves)}.")
    return " ".join(sentences) or "Little has been answered about this role yet."


def _verdict_text(report: Report) -> str:
    blockers = [flag.id for flag in report.flags if flag.severity is BLOCKER]
    match report.verdict:
        case Verdict.NOT_READY:
            stands = "stands" if len(blockers) == 1 else "stand"
            first = f"{counted(len(blockers), 'blocker')} {stands}: {listed(blockers)}. Settle this before posting."
        case Verdict.NEEDS_ANSWERS:
            question = question_at(report.missing[0]).label
            first = f"{counted(len(report.missing), 'essential answer')} missing, first of all “{question}”."
        case Verdict.READY_WITH_RISKS:
            first = "Nothing blocks posting. The risks that stay are named under flags and fixes."
        case Verdict.READY:
            first = "Nothing blocks posting, and no warning stands."
    rest = [_count(report, severity) for severity in (WARNING, ADVICE) if report.count(severity)]
    waived = sum(len(finding.waived) for finding in report.findings)
    if waived:
        rest.append(counted(waived, "waiver"))
    if report.missing and report.verdict is Verdict.NOT_READY:
        rest.append(f"{counted(len(report.missing), 'essential answer')} still missing")
    failed = " A check failed, so its mistake is not judged." if report.has_error else ""
    tail = f" Also: {listed(rest)}." if rest else ""
    return f"{first}{tail}{failed}"


def _count(report: Report, severity: Severity) -> str:
    number = report.count(severity)
    if severity is ADVICE:
        return f"{number} {'piece' if number == 1 else 'pieces'} of advice"
    return counted(number, severity.word)


def _glance(case: Case, meta: PlanMeta) -> tuple[Row, ...]:
    rows = [Row("Offer", offer_words(case))]
    if market := same_currency(case.pay, case.market):
        found = standing(case.pay, market)
        if found.percentile and found.compa is not None:
            rows.append(Row("Against market", f"{found.percentile} percentile, compa {found.compa:.2f}"))
    if case.role.locations:
        places = printable(answer("/role/locations", case.role.locations), 120)
        mode = f", {inside(answer('/role/work_mode', case.role.work_mode))}" if case.role.work_mode else ""
        rows.append(Row("Place", f"{places}{mode}"))
    if case.organisation.reports_to:
        rows.append(Row("Reports to", answer("/organisation/reports_to", case.organisation.reports_to)))
    if case.rounds is not None and case.candidate_minutes is not None:
        hours = minutes_words(case.candidate_minutes)
        rows.append(Row("Interviews", f"{counted(case.rounds, 'round')}, {hours}"))
    if meta.owner:
        rows.append(Row("Owner", printable(meta.owner, 80)))
    if case.process.posted_on:
        rows.append(Row("Posted", day_words(case.process.posted_on)))
    return tuple(rows)


def offer_words(case: Case) -> str:
    """The base pay offered, in words."""
    pay = case.pay
    if pay.base_min is None and pay.base_max is None:
        return "not answered"
    if pay.base_min is None or pay.base_max is None:
        end = f"from {money(pay.currency, pay.base_min)}" if pay.base_min is not None else ""
        return end or f"up to {money(pay.currency, pay.base_max or 0)}"
    return f"{money(pay.currency, pay.base_min)} to {pay.base_max:,.0f} base"
