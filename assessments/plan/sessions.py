"""The interview week: sessions by day, who sits where, what is looked at. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from assessments.bank import Bank
from assessments.plan.parts import Row, answer, minutes_words, printable, rows_of
from hiring.document import Stage
from hiring.facts.case import Case
from hiring.facts.loop import TECHNICAL_TYPES
from hiring.facts.people_skills import PEOPLE_SKILLS
from hiring.facts.wording import counted
from hiring.skills import skill_named

MOST_COLUMNS: Final = 5
"""Days that fit side by side; a longer loop is a list."""

MOST_NAMED: Final = 4
"""Sessions named beside what they look at; further ones are counted."""

PANEL_PURPOSES: Final[dict[str, str]] = {
    "hiring_manager": "Owns the decision; scope, growth, past work",
    "mlops_peer": "Hands-on work, as the future colleague",
    "platform_sre": "Infrastructure and running it",
    "data_scientist": "Internal customer: collaboration and empathy",
    "ml_engineer": "Internal customer: collaboration and hand-offs",
    "product": "Explaining it to those who are not engineers",
    "business": "Explaining it to those who are not engineers",
    "recruiter": "First call, and word to everybody in time",
    "executive": "Strategy and stakeholders",
    "external": "Stands in for the MLOps peer that is not there yet",
}
"""What each seat is for (domain.md, section H; rule of thumb)."""


@dataclass(frozen=True, slots=True)
class Session:
    """One session in words. ``number`` counts from 1 in the order of the loop; ``purpose`` is the scenario's title."""

    number: int
    stage: Stage
    name: str
    minutes: str
    day: str
    panel: str
    purpose: str
    technical: bool


@dataclass(frozen=True, slots=True)
class Day:
    """The sessions of one working day."""

    name: str
    sessions: tuple[Session, ...]


@dataclass(frozen=True, slots=True)
class Looked:
    """One must-have or people skill, and the sessions that look at it: ``2 (60 min)``; "" where none does."""

    name: str
    sessions: str


@dataclass(frozen=True, slots=True)
class InterviewSection:
    """The loop. ``days`` is empty where it does not fit side by side; ``sessions`` always holds all."""

    lede: str
    days: tuple[Day, ...]
    sessions: tuple[Session, ...]
    panel: tuple[Row, ...]
    coverage: tuple[Looked, ...]
    rules: tuple[Row, ...]


def interview_section(case: Case, bank: Bank) -> InterviewSection:
    """The interview week of a requisition; ``bank`` knows its scenarios."""
    sessions = tuple(_session(number, stage, bank) for number, stage in enumerate(case.process.stages, start=1))
    return InterviewSection(
        lede=_lede(case, sessions),
        days=_days(sessions),
        sessions=sessions,
        panel=_panel(sessions),
        coverage=_coverage(case, sessions) if sessions else (),
        rules=rows_of(
            "process",
            case.process,
            {
                "takehome_hours": "Take-home",
                "takehome_paid": "Take-home paid",
                "takehome_window_days": "Take-home window",
                "ai_policy": "AI tools",
                "rubric_defined": "Anchors written",
                "scorecard": "Scorecards",
                "soft_weight_pct": "People skills weigh",
                "scope_in_first_call": "Scope in first call",
                "backups_named": "Stand-ins named",
                "automated_screening": "Automated rating",
            },
        ),
    )


def _session(number: int, stage: Stage, bank: Bank) -> Session:
    scenario = bank.scenarios.get(stage.scenario or "")
    purpose = f"{scenario.title} ({scenario.id})" if scenario else printable(stage.scenario or "", 80)
    return Session(
        number=number,
        stage=stage,
        name=answer("/process/stages/0/type", stage.type),
        minutes=minutes_words(stage.minutes),
        day=f"Day {stage.day:,}" if stage.day else "No day yet",
        panel=answer("/process/stages/0/panel", stage.panel) if stage.panel else "nobody named",
        purpose=purpose,
        technical=stage.type in TECHNICAL_TYPES,
    )


def _lede(case: Case, sessions: Sequence[Session]) -> str:
    if not sessions or case.rounds is None or case.candidate_minutes is None:
        return "No interview is planned yet."
    panel = sum(session.stage.minutes * len(session.stage.panel) for session in sessions)
    return (
        f"{counted(len(sessions), 'session')} in {counted(case.rounds, 'round')}: "
        f"{minutes_words(case.candidate_minutes)} of the person’s time, {minutes_words(panel)} of the panel’s."
    )


def _days(sessions: Sequence[Session]) -> tuple[Day, ...]:
    named = sorted({session.stage.day for session in sessions if session.stage.day is not None})
    days = [Day(f"Day {day:,}", tuple(session for session in sessions if session.stage.day == day)) for day in named]
    if undated := tuple(session for session in sessions if session.stage.day is None):
        days.append(Day("No day yet", undated))
    return tuple(days) if len(days) <= MOST_COLUMNS else ()


def _panel(sessions: Sequence[Session]) -> tuple[Row, ...]:
    seats = dict.fromkeys(role for session in sessions for role in session.stage.panel)
    return tuple(
        Row(
            answer("/process/stages/0/panel", [role]),
            PANEL_PURPOSES[role],
            ", ".join(str(session.number) for session in sessions if role in session.stage.panel),
        )
        for role in seats
    )


def _coverage(case: Case, sessions: Sequence[Session]) -> tuple[Looked, ...]:
    looked_at = [(session, {_slug(name) for name in session.stage.competencies}) for session in sessions]
    lines = [
        Looked(printable(must.label, 90), _numbers([session for session, slugs in looked_at if wanted & slugs]))
        for must in case.musts
        if must.line.counted and (wanted := {_slug(name) for name in must.slot.any_of})
    ]
    lines += [
        Looked(words.capitalize(), _numbers([session for session in sessions if skill in session.stage.tags]))
        for skill, words in PEOPLE_SKILLS.items()
    ]
    return tuple(lines)


def _numbers(sessions: Sequence[Session]) -> str:
    named = ", ".join(f"{session.number} ({session.stage.minutes:,} min)" for session in sessions[:MOST_NAMED])
    more = len(sessions) - MOST_NAMED
    return f"{named} and {more:,} more" if more > 0 else named


def _slug(name: str) -> str:
    skill = skill_named(name)
    return skill.slug if skill else name.strip().casefold()
