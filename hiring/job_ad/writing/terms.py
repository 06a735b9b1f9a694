"""What the person gets: the facts on top, pay, on-call, growth, and how the hiring goes."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from hiring.document import RequisitionDocument, Stage
from hiring.facts.loop import is_round
from hiring.facts.wording import listed
from hiring.job_ad.writing.pieces import Part, Piece, bullet, count, sentence
from hiring.job_ad.writing.work import manager_words
from hiring.questions.wording import number, place_words

_MODES: Final = {"onsite": "on site", "hybrid": "hybrid", "remote": "remote"}
_STAGES: Final = {
    "recruiter_screen": "a first call",
    "hm_screen": "a talk with the hiring manager",
    "algo_coding": "a coding exercise",
    "practical_coding": "a practical coding session",
    "whiteboard_design": "a design discussion",
    "take_home": "a task to do at home",
    "live_debug": "debugging a broken system with us",
    "architecture_exercise": "an architecture exercise",
    "code_review": "a code review",
    "panel_tech": "a technical talk with the team",
    "partner_interview": "a talk with people you would work with",
    "exec_chat": "a talk with the leadership",
    "references": "references",
    "culture_fit": "a talk about how we work",
}
_AI: Final = {
    "allowed": "You may use AI tools in all of it.",
    "allowed_explain": "You may use AI tools, and should be able to explain what they wrote.",
    "forbidden": "Please work without AI tools during the interviews.",
}
_EQUITY: Final = {"options": "stock options", "rsu": "stock units"}
_LADDERS: Final = {
    "generic_eng": "There is a written engineering ladder",
    "mlops": "There is a written career ladder for this very job",
}


def facts(document: RequisitionDocument) -> tuple[Piece, ...]:
    """The lines on top: what people look for before they read on."""
    role = document.role
    mode = _MODES.get(role.work_mode or "")
    places = listed([place_words(place.model_dump()) for place in role.locations], "or")
    lines = []
    if places:
        lines.append(f"Location: {places}{f' ({mode})' if mode else ''}")
    elif mode:
        lines.append(f"Location: {mode}")
    if role.work_mode == "remote" and role.remote_hiring_in:
        where = listed([place_words(place.model_dump()) for place in role.remote_hiring_in], "or")
        lines.append(f"Remote work is possible from {where}")
    kind = [word for word in (role.level, role.employment) if word]
    if kind:
        lines.append(f"Level: {', '.join(kind)}")
    if pay := pay_words(document):
        lines.append(f"Base pay: {pay}")
    if lead := manager_words(document):
        lines.append(f"Reports to: {lead}")
    return tuple(bullet(line) for line in lines)


def pay_words(document: RequisitionDocument) -> str:
    """The range as the ad gives it: ``USD 175,000 to 215,000 a year``; empty where it is not to be published."""
    pay = document.pay
    if pay.band_published is False:
        return ""
    ends = [end for end in (pay.base_min, pay.base_max) if end is not None]
    if not ends:
        return ""
    currency = f"{pay.currency} " if pay.currency else ""
    if len(ends) == 2 and pay.base_min != pay.base_max:
        return f"{currency}{number(pay.base_min)} to {currency}{number(pay.base_max)} a year"
    if len(ends) == 1:
        start = "from" if pay.base_min is not None else "up to"
        return f"{start} {currency}{number(ends[0])} a year"
    return f"{currency}{number(ends[0])} a year"


def package(document: RequisitionDocument) -> Part:
    """Pay and what comes with it, on-call, growth."""
    pay, growth = document.pay, document.growth
    pieces: list[Piece] = []
    if words := pay_words(document):
        extras = _extras(document)
        pieces.append(Piece(sentence(f"Base pay is {words}{f', plus {extras}' if extras else ''}")))
    if growth.oncall_required:
        pieces.append(Piece(sentence(_on_call(document))))
    elif growth.oncall_required is False:
        pieces.append(Piece("There is no on-call duty."))
    if growth.ladder in _LADDERS:
        criteria = ", with criteria for each step" if growth.next_level_criteria else ""
        pieces.append(Piece(f"{_LADDERS[growth.ladder]}{criteria}.", spare=2))
    if growth.scope_expansion and growth.scope_expansion.strip():
        pieces.append(Piece(sentence(f"How the job grows: {growth.scope_expansion.strip()}"), spare=4))
    learning = []
    if growth.learning_budget:
        learning.append(f"{pay.currency or ''} {number(growth.learning_budget)} a year".strip())
    if growth.learning_time_pct:
        learning.append(f"{number(growth.learning_time_pct)} % of your time")
    if learning:
        pieces.append(Piece(sentence(f"For learning there is {listed(learning)}"), spare=2))
    if growth.mentor:
        pieces.append(Piece("You get a mentor.", spare=4))
    if growth.comp_review_months:
        pieces.append(Piece(sentence(f"Pay is reviewed every {_months(growth.comp_review_months)}"), spare=4))
    return Part("Compensation", tuple(pieces))


def hiring(document: RequisitionDocument) -> Part:
    """How the hiring goes."""
    process = document.process
    rounds = _rounds(process.stages)
    pieces: list[Piece] = []
    if rounds:
        within = ""
        if process.loop_days and len(rounds) > 1:
            within = f", first to last within {count(process.loop_days, 'day')}"
        pieces.append(Piece(sentence(f"{count(len(rounds), 'round')} of interviews{within}")))
        pieces += [bullet(_round(stages), spare=1) for stages in rounds]
    if process.takehome_hours:
        paid = ", paid" if process.takehome_paid else ""
        pieces.append(Piece(sentence(f"The task at home takes {count(process.takehome_hours, 'hour')} at most{paid}")))
    if process.ai_policy:
        pieces.append(Piece(_AI[process.ai_policy], spare=2))
    if process.decision_hours:
        pieces.append(Piece(sentence(f"You hear from us within {_hours(process.decision_hours)} of the last talk")))
    if process.automated_screening:
        pieces.append(Piece("A tool helps to screen what is sent in; a person decides."))
    pieces.append(Piece("Tell us if you need anything arranged differently for the interviews."))
    return Part("How we hire", tuple(pieces))


def _extras(document: RequisitionDocument) -> str:
    pay = document.pay
    extras = []
    if pay.bonus_pct:
        extras.append(f"a yearly bonus of {number(pay.bonus_pct)} %")
    if pay.equity_type in _EQUITY:
        extras.append(_EQUITY[pay.equity_type])
    if pay.sign_on:
        extras.append("a sign-on payment")
    return listed(extras)


def _on_call(document: RequisitionDocument) -> str:
    growth = document.growth
    words = "On-call is part of the job"
    if growth.coverage:
        words += ", around the clock" if growth.coverage == "24x7" else ", in business hours"
    if growth.rotation_size:
        words += f", shared by {count(growth.rotation_size, 'person', 'people')}"
    if growth.oncall_comp in ("pay", "time_off"):
        words += ", and is paid" if growth.oncall_comp == "pay" else ", and is made up for in time off"
    return words


def _rounds(stages: Iterable[Stage]) -> list[list[Stage]]:
    """The sessions by round: those of one day together, one without a day alone."""
    rounds: dict[str, list[Stage]] = {}
    for at, stage in enumerate(stages):
        if is_round(stage):
            rounds.setdefault(f"day {stage.day}" if stage.day else f"stage {at}", []).append(stage)
    return list(rounds.values())


def _round(stages: list[Stage]) -> str:
    kinds = list(dict.fromkeys(_STAGES[stage.type] for stage in stages))
    minutes = sum(stage.minutes for stage in stages)
    return f"{listed(kinds)} ({minutes} minutes)" if minutes else listed(kinds)


def _months(months: int) -> str:
    return "year" if months == 12 else count(months, "month")


def _hours(hours: Decimal) -> str:
    return count(hours / 24, "day") if hours % 24 == 0 and hours > 24 else count(hours, "hour")
