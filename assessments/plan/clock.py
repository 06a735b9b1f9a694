"""The process clock: what is planned beside what to aim for. Pure."""

from dataclasses import dataclass
from decimal import Decimal

from assessments.plan.parts import minutes_words
from hiring.facts.case import Case
from hiring.facts.wording import counted, number
from hiring.thresholds import (
    CANDIDATE_ADVICE_HOURS,
    DECISION_HOURS,
    FEEDBACK_DAYS,
    LOOP_DAYS,
    MOST_APPROVALS,
    MOST_ROUNDS,
    OPEN_DAYS,
    TAKEHOME_WINDOW_DAYS,
)

CLAIM = "vendor claim"
THUMB = "rule of thumb"


@dataclass(frozen=True, slots=True)
class ClockLine:
    """One figure: planned, target, and whether it is met (None while not answered)."""

    name: str
    planned: str
    target: str
    grade: str
    met: bool | None

    @property
    def word(self) -> str:
        """The verdict in one word."""
        return {True: "met", False: "over", None: "open"}[self.met]


def clock(case: Case) -> tuple[ClockLine, ...]:
    """The lines of domain.md section J, those that apply."""
    process = case.process
    minutes = case.candidate_minutes
    lines = [
        _line("Rounds", case.rounds, MOST_ROUNDS, "", CLAIM),
        ClockLine(
            "Time asked of the person",
            "not answered" if minutes is None else minutes_words(minutes),
            f"at most {CANDIDATE_ADVICE_HOURS} h",
            THUMB,
            None if minutes is None else minutes <= CANDIDATE_ADVICE_HOURS * 60,
        ),
        _line("First to last round", process.loop_days, LOOP_DAYS, "days", CLAIM),
        _line("Last round to decision", process.decision_hours, DECISION_HOURS, "hours", CLAIM),
        _line("Word to everybody", process.feedback_sla_days, FEEDBACK_DAYS, "working days", THUMB),
        _line("Approvals of an offer", process.offer_approvals, MOST_APPROVALS, "", THUMB),
        ClockLine(
            "Band approved beforehand",
            {True: "yes", False: "no", None: "not answered"}[process.band_preapproved],
            "yes",
            THUMB,
            process.band_preapproved,
        ),
    ]
    if case.takehome:
        lines.append(_line("Take-home window", process.takehome_window_days, TAKEHOME_WINDOW_DAYS, "days", THUMB))
    if process.posted_on is not None:
        days = max(0, (case.today - process.posted_on).days - (process.paused_days or 0))
        lines.append(_line("Open so far, a seat", Decimal(days) / (process.seats or 1), OPEN_DAYS, "days", CLAIM))
    return tuple(lines)


def _line(name: str, planned: Decimal | int | None, most: Decimal | int, unit: str, grade: str) -> ClockLine:
    if planned is None:
        words = "not answered"
    elif unit:
        words = counted(planned, unit.removesuffix("s"))
    else:
        words = number(planned)
    return ClockLine(name, words, f"at most {most} {unit}".strip(), grade, None if planned is None else planned <= most)
