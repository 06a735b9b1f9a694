"""M11: a process slower than the people it wants."""

from datetime import date
from decimal import Decimal

from hiring.checking import (
    ADVICE,
    BLOCKER,
    CLEAR,
    OFF,
    WARNING,
    Effort,
    Evidence,
    Fired,
    Grade,
    Missing,
    Mistake,
    Outcome,
    Severity,
    Source,
    trigger,
)
from hiring.checking.publications import acceler8, own_judgement
from hiring.facts import loop
from hiring.facts.case import Case
from hiring.facts.logic import either
from hiring.facts.template_patch import template_patch
from hiring.facts.wording import counted, listed
from hiring.thresholds import (
    BLOCK_ROUNDS,
    DECISION_BLOCK_HOURS,
    DECISION_HOURS,
    FEEDBACK_DAYS,
    LOOP_BLOCK_DAYS,
    LOOP_DAYS,
    LOST_FINALISTS,
    MOST_APPROVALS,
    MOST_ROUNDS,
    OPEN_BLOCK_DAYS,
    OPEN_DAYS,
    TAKEHOME_WINDOW_DAYS,
)

STAGES = "/process/stages"
PUBLIC = "the public sector, whose steps are set by law: advice"
PUBLIC_NOTE = " Steps that the law prescribes stay."


def _capped(case: Case, severity: Severity) -> Severity:
    """Advice in the public sector, whose steps are statutory."""
    return ADVICE if case.role.company_stage == "public_sector" else severity


def _note(case: Case) -> str:
    return PUBLIC_NOTE if case.role.company_stage == "public_sector" else ""


@trigger(
    "M11-T1",
    "Too many rounds",
    BLOCKER,
    WARNING,
    ADVICE,
    reads=(STAGES, "/role/company_stage"),
    fires_when="there are more than 3 rounds (warning), or 5 and more (blocker); sessions on one day are one round",
    example_fires="Screen, take-home, technical day and a closing talk on four different days.",
    example_quiet="Screen, one day of three sessions, closing talk.",
    quiet_when=(PUBLIC, "references and a recruiter call of up to 30 minutes are no rounds"),
    effort=Effort.HOURS,
)
def many_rounds(case: Case) -> Outcome:
    rounds = case.rounds
    if rounds is None:
        return Missing(STAGES)
    if rounds <= MOST_ROUNDS:
        return CLEAR
    return Fired(
        _capped(case, BLOCKER if rounds >= BLOCK_ROUNDS else WARNING),
        f"The loop has {rounds} rounds, more than {MOST_ROUNDS}.{_note(case)}",
        (Evidence(STAGES, rounds, MOST_ROUNDS),),
        "Merge them to three: a screen, a hands-on day and a panel.",
        template_patch(case, lambda new: loop.rounds(new) <= MOST_ROUNDS),
    )


@trigger(
    "M11-T2",
    "The loop takes too long",
    BLOCKER,
    WARNING,
    ADVICE,
    reads=("/process/loop_days", "/role/company_stage"),
    fires_when="more than 7 days lie between the first and the last round (warning), or more than 14 (blocker)",
    example_fires="First call on the 1st, last round on the 12th.",
    example_quiet="First call on Monday, last round on the Monday after.",
    quiet_when=(PUBLIC,),
)
def long_loop(case: Case) -> Outcome:
    days = case.process.loop_days
    if days is None:
        return Missing("/process/loop_days")
    if days <= LOOP_DAYS:
        return CLEAR
    return Fired(
        _capped(case, BLOCKER if days > LOOP_BLOCK_DAYS else WARNING),
        f"From first to last round it takes {counted(days, 'day')}; a week is what good people wait.{_note(case)}",
        (Evidence("/process/loop_days", days, LOOP_DAYS),),
        "Pre-book the panel so that first to last round fits 5 working days.",
        ({"op": "replace", "path": "/process/loop_days", "value": LOOP_DAYS},),
    )


@trigger(
    "M11-T3",
    "The decision takes too long",
    BLOCKER,
    WARNING,
    ADVICE,
    reads=("/process/decision_hours", "/role/company_stage"),
    fires_when="the decision comes more than 48 hours after the last round (warning), or more than 120 (blocker)",
    example_fires="The debrief is held a week after the last round.",
    example_quiet="The debrief is held the next day, the decision falls within 48 hours.",
    quiet_when=(PUBLIC,),
)
def late_decision(case: Case) -> Outcome:
    hours = case.process.decision_hours
    if hours is None:
        return Missing("/process/decision_hours")
    if hours <= DECISION_HOURS:
        return CLEAR
    return Fired(
        _capped(case, BLOCKER if hours > DECISION_BLOCK_HOURS else WARNING),
        f"The decision takes {counted(hours, 'hour')} after the last round, more than {DECISION_HOURS}.{_note(case)}",
        (Evidence("/process/decision_hours", hours, DECISION_HOURS),),
        "Book the debrief for the day after the final round.",
        ({"op": "replace", "path": "/process/decision_hours", "value": DECISION_HOURS},),
    )


@trigger(
    "M11-T4",
    "Open for too long",
    BLOCKER,
    WARNING,
    ADVICE,
    reads=("/process/posted_on", "/process/paused_days", "/process/seats", "/role/company_stage"),
    fires_when="the posting has been open for more than 60 days a seat without pauses (warning), or more than 89 "
    "(blocker to relaunch)",
    example_fires="Posted 70 days ago, never paused, one seat.",
    example_quiet="Posted 70 days ago, paused for 14 of them; or two seats.",
    quiet_when=(PUBLIC, "days on which the posting was paused are not counted", "several seats share the days"),
    effort=Effort.DAYS,
)
def long_open(case: Case) -> Outcome:
    posted, paused, seats = case.process.posted_on, case.process.paused_days, case.process.seats
    if posted is None:
        return Missing("/process/posted_on")
    most = _days_open(posted, case.today, 0)
    if most <= OPEN_DAYS or (seats is not None and most <= OPEN_DAYS * seats):
        return CLEAR
    days = most if paused is None else _days_open(posted, case.today, paused)
    if days <= OPEN_DAYS or (seats is not None and days <= OPEN_DAYS * seats):
        return CLEAR
    if paused is None or seats is None:
        return Missing(
            *(("/process/paused_days",) if paused is None else ()), *(("/process/seats",) if seats is None else ())
        )
    shared = f", {counted(round(Decimal(days) / seats, 1), 'day')} a seat" if seats > 1 else ""
    return Fired(
        _capped(case, BLOCKER if days > OPEN_BLOCK_DAYS * seats else WARNING),
        f"The posting has been open for {counted(days, 'day')}{shared}; {OPEN_DAYS} is long and {OPEN_BLOCK_DAYS} the "
        f"claimed average.{_note(case)}",
        (
            Evidence("/process/posted_on", posted, f"at most {OPEN_DAYS} days a seat ago"),
            Evidence("/process/paused_days", paused),
            Evidence("/process/seats", seats),
        ),
        "Change something material (scope, pay or the list of must-haves) before re-posting.",
    )


def _days_open(posted: date, today: date, paused: int) -> int:
    return (today - posted).days - paused


@trigger(
    "M11-T5",
    "The offer waits for signatures",
    WARNING,
    ADVICE,
    reads=("/process/offer_approvals", "/process/band_preapproved", "/role/company_stage"),
    fires_when="an offer needs more than two approvals, or the band is not approved beforehand",
    example_fires="Manager, finance, HR and the board sign each offer.",
    example_quiet="The band is approved before posting, and the manager and HR sign.",
    quiet_when=(PUBLIC,),
    effort=Effort.DAYS,
)
def slow_offer(case: Case) -> Outcome:
    approvals, preapproved = case.process.offer_approvals, case.process.band_preapproved
    many = None if approvals is None else approvals > MOST_APPROVALS
    fires = either(many, None if preapproved is None else not preapproved)
    if fires is False:
        return CLEAR
    if fires is None:
        return Missing(
            *(("/process/offer_approvals",) if approvals is None else ()),
            *(("/process/band_preapproved",) if preapproved is None else ()),
        )
    reasons = [
        *((f"an offer needs {approvals} approvals",) if many else ()),
        *(("the band is not approved beforehand",) if preapproved is False else ()),
    ]
    said = listed(reasons)
    return Fired(
        _capped(case, WARNING),
        f"{said[0].upper()}{said[1:]}: the offer will come after the others.{_note(case)}",
        (
            *((Evidence("/process/offer_approvals", approvals, MOST_APPROVALS),) if many else ()),
            *((Evidence("/process/band_preapproved", False, True),) if preapproved is False else ()),
        ),
        "Pre-approve the band and delegate the offer.",
    )


@trigger(
    "M11-T6",
    "Slow feedback",
    ADVICE,
    reads=("/process/feedback_sla_days",),
    fires_when="people wait more than one working day for feedback",
    example_fires="Feedback within three days.",
    example_quiet="Feedback by the next working day.",
)
def slow_feedback(case: Case) -> Outcome:
    days = case.process.feedback_sla_days
    if days is None:
        return Missing("/process/feedback_sla_days")
    if days <= FEEDBACK_DAYS:
        return CLEAR
    return Fired(
        ADVICE,
        f"People wait {counted(days, 'working day')} to hear how it went.",
        (Evidence("/process/feedback_sla_days", days, FEEDBACK_DAYS),),
        "Answer everyone within one working day.",
        ({"op": "replace", "path": "/process/feedback_sla_days", "value": FEEDBACK_DAYS},),
    )


@trigger(
    "M11-T7",
    "The take-home slows the loop",
    ADVICE,
    reads=("/process/takehome_window_days", "/process/takehome_hours", STAGES),
    fires_when="the window for the take-home is longer than three days, or the take-home comes on top of three or more "
    "other rounds",
    example_fires="A week for the take-home.",
    example_quiet="Three days for the take-home, between a screen and a panel.",
    quiet_when=("no take-home",),
)
def slow_takehome(case: Case) -> Outcome:
    if case.takehome is False:
        return OFF
    window, stages = case.process.takehome_window_days, case.process.stages
    if case.takehome is None:
        return Missing(STAGES)
    others = loop.rounds_without_takehome(stages) if stages else None
    wide = None if window is None else window > TAKEHOME_WINDOW_DAYS
    extra = None if others is None else others >= MOST_ROUNDS
    fires = either(wide, extra)
    if fires is False:
        return CLEAR
    if fires is None:
        return Missing(
            *(("/process/takehome_window_days",) if window is None else ()), *((STAGES,) if others is None else ())
        )
    found = [
        *((f"leaves {counted(window, 'day')} for it",) if wide and window is not None else ()),
        *((f"comes on top of {others} other rounds",) if extra else ()),
    ]
    return Fired(
        ADVICE,
        f"The take-home {listed(found)}.",
        (
            *((Evidence("/process/takehome_window_days", window, TAKEHOME_WINDOW_DAYS),) if wide else ()),
            *((Evidence(STAGES, others, f"fewer than {MOST_ROUNDS} other rounds"),) if extra else ()),
        ),
        f"Shorten the window to {TAKEHOME_WINDOW_DAYS} days, or replace the take-home by a live debugging session.",
        ({"op": "replace", "path": "/process/takehome_window_days", "value": TAKEHOME_WINDOW_DAYS},)
        if not extra
        else (),
    )


@trigger(
    "M11-T8",
    "Finalists lost to other offers",
    WARNING,
    reads=("/process/finalists_lost_6m",),
    fires_when="two or more finalists took another offer in the last six months",
    example_fires="Two finalists signed elsewhere in spring.",
    example_quiet="One finalist signed elsewhere.",
    effort=Effort.HOURS,
)
def lost_finalists(case: Case) -> Outcome:
    lost = case.process.finalists_lost_6m
    if lost is None:
        return Missing("/process/finalists_lost_6m")
    if lost < LOST_FINALISTS:
        return CLEAR
    return Fired(
        WARNING,
        f"{counted(lost, 'finalist')} took another offer in the last six months.",
        (Evidence("/process/finalists_lost_6m", lost, f"fewer than {LOST_FINALISTS}"),),
        "Bring the offer forward and take up references in parallel.",
    )


@trigger(
    "M11-T9",
    "No back-up for the panel",
    ADVICE,
    reads=("/process/backups_named",),
    fires_when="interviewers or their back-ups are not named",
    example_fires="The panel is whoever has time that week.",
    example_quiet="Each round has a named interviewer and a back-up.",
)
def no_backups(case: Case) -> Outcome:
    named = case.process.backups_named
    if named is None:
        return Missing("/process/backups_named")
    if named:
        return CLEAR
    return Fired(
        ADVICE,
        "Interviewers have no named back-up, so one illness moves the whole loop.",
        (Evidence("/process/backups_named", False, True),),
        "Name a back-up for each round.",
    )


MISTAKE = Mistake(
    id="M11",
    slug="slow-process",
    name="Slow process",
    title_flagged="The process is slower than the market",
    title_clear="The process is fast enough",
    summary="Too many rounds, too many days between them, and a decision that waits for signatures, while the people "
    "you want hold other offers.",
    why="Experienced people talk to several companies at once and decide within days. A loop that fits into a week and "
    "ends in a prompt decision costs nothing, and wins those that a slow one never reaches.",
    goes_wrong="Your first choice signs elsewhere between the last round and your offer, and the search starts again "
    "with a posting that has grown old.",
    steps=("role", "process"),
    sources=(
        acceler8(
            "AI and ML roles take 89 days on average; more than 40% of AI postings stay open past 60 days; 67% of "
            "senior engineers have several offers before they publish a CV; people decide within 48 hours. Compress "
            "the loop to one week and three stages."
        ),
        Source(
            "Well-scoped searches take 4 to 7 weeks, badly scoped ones more than 90 days.",
            "KORE1",
            "www.kore1.com/how-to-hire-mlops-engineer-2026/",
            Grade.VENDOR_CLAIM,
        ),
        own_judgement("The bounds between a warning and a blocker, approvals, feedback and the take-home window."),
    ),
    dissent=("Another recruiter's guide expects 6 to 10 weeks from opening to acceptance (daily.dev).",),
    blind_spots=(
        "It reads the planned loop; what really happened counts only where it is entered.",
        "Delays that the person asked for cannot be told from your own.",
        "Public-sector steps set by law are shown as advice, whichever step it is.",
    ),
    triggers=(
        many_rounds,
        long_loop,
        late_decision,
        long_open,
        slow_offer,
        slow_feedback,
        slow_takehome,
        lost_finalists,
        no_backups,
    ),
)
