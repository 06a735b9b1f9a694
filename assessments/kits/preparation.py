"""The preparation pack: what the person invited gets to read beforehand. Nothing of an exercise is given away."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from assessments.kits.role import RoleBrief
from assessments.plan.parts import minutes_words, printable
from assessments.planning import InterviewPlan, PlannedSession
from hiring.document.process import AiPolicy
from hiring.facts.people_skills import PEOPLE_SKILLS
from hiring.questions.process import PANEL_ROLES, STAGE_TYPES

WHAT_HAPPENS: Final[dict[str, str]] = {
    "recruiter_screen": "A short call: the job, its terms, your questions.",
    "hm_screen": "A talk with the person you would report to. Bring one system you built or ran and can talk about.",
    "algo_coding": "A programming task without outside help.",
    "practical_coding": "A programming task like those of the job, on our machine or yours.",
    "whiteboard_design": "You sketch a system and talk us through it.",
    "take_home": "A task for home, with a fixed number of hours. Stop when they are over; the code is yours.",
    "live_debug": "Something is broken, and you find out what with us. We answer as colleagues would, and have hints.",
    "architecture_exercise": "You design a system for a situation we describe. We ask what happens when it fails.",
    "code_review": "You review a change as you would a colleague’s.",
    "panel_tech": "We talk through work you did, in this loop or before.",
    "partner_interview": "A talk with people you would work for and with. The same prepared questions for everybody.",
    "exec_chat": "You explain your work and its worth to somebody who leads.",
    "references": "We talk to people you name. You do not have to be there.",
    "culture_fit": "Questions on how you acted in situations at work. The same for everybody.",
}
"""What a session is like, for somebody who will be in it."""

LAST_TALK: Final = "The last talk: what is still open, on your side and on ours."

AI_RULES: Final[dict[AiPolicy, str]] = {
    "allowed": "AI tools are allowed in every task.",
    "allowed_explain": "AI tools are allowed in every task; be ready to explain each line and choice as your own.",
    "forbidden": "Please use no AI tools in the tasks.",
}
NO_AI_RULE: Final = "Ask us before a task whether AI tools are allowed; the rule is the same for everybody."

ACCOMMODATIONS: Final = (
    "More time, breaks, another format, written questions, captions, a screen reader, another hour of the day: tell us "
    "what helps, as early as you can. It is rated by the same lines, and the panel learns only what it needs."
)

NO_SALARY_HISTORY: Final = "We do not ask what you earn or earned, nor about family, age, origin or health."

DEFAULT_CONTACT: Final = "whoever invited you"


@dataclass(frozen=True, slots=True)
class Meeting:
    """One session as the person invited sees it."""

    number: int
    stage: int
    name: str
    minutes: str
    when: str
    who: str
    what: str
    looks_at: str


@dataclass(frozen=True, slots=True)
class PreparationPack:
    """Everything the person invited gets to read."""

    role: RoleBrief
    total: str
    meetings: tuple[Meeting, ...]
    ai_rule: str
    takehome: str
    accommodations: str
    contact: str
    decision: str
    zone: str
    never: str = NO_SALARY_HISTORY


def preparation_pack(
    plan: InterviewPlan,
    role: RoleBrief,
    *,
    when: Mapping[int, str],
    people: Mapping[str, str],
    contact: str,
    decision: str,
    zone: str,
) -> PreparationPack:
    """The pack of a plan. ``when`` gives day and hour by session, ``people`` names by seat, where there are any."""
    process = plan.process
    seats = dict(PANEL_ROLES)
    labels: dict[int, list[str]] = {}
    for covered in plan.coverage:
        if covered.requirement.path is not None:
            labels.setdefault(covered.session, []).append(printable(covered.requirement.label, 60))
    meetings = tuple(
        Meeting(
            number=session.number,
            stage=session.round,
            name=dict(STAGE_TYPES)[session.stage.type],
            minutes=minutes_words(session.stage.minutes),
            when=when.get(session.number, ""),
            who=", ".join(
                f"{people[role]} ({seats[role]})" if people.get(role) else seats[role] for role in session.stage.panel
            ),
            what=_what(session),
            looks_at=", ".join(
                [
                    *dict.fromkeys(labels.get(session.number, ())),
                    *(PEOPLE_SKILLS[tag] for tag in session.stage.tags if tag in PEOPLE_SKILLS),
                ]
            ),
        )
        for session in plan.sessions
    )
    return PreparationPack(
        role=role,
        total=minutes_words(plan.candidate_minutes),
        meetings=meetings,
        ai_rule=AI_RULES[process.ai_policy] if process.ai_policy else NO_AI_RULE,
        takehome=_takehome(plan),
        accommodations=ACCOMMODATIONS,
        contact=printable(contact, 200) or DEFAULT_CONTACT,
        decision=decision,
        zone=zone,
    )


def _what(session: PlannedSession) -> str:
    if session.stage.type == "hm_screen" and session.number > 1:
        return LAST_TALK
    return WHAT_HAPPENS[session.stage.type]


def _takehome(plan: InterviewPlan) -> str:
    process = plan.process
    if not any(session.stage.type == "take_home" for session in plan.sessions):
        return ""
    window = process.takehome_window_days
    due = f" You have {window.normalize():f} days to hand it in." if window else ""
    paid = {True: " It is paid.", False: " It is not paid.", None: ""}[process.takehome_paid]
    return f"One task is for home.{due}{paid} If you have no such hours, ask for live work instead: it counts the same."
