"""What people type about the interview plan."""

import re
from datetime import date
from typing import Any, Final
from zoneinfo import available_timezones

from django import forms
from django.core.exceptions import ValidationError

from assessments.bank.content import Bank
from assessments.editing.sessions import DraftSession
from assessments.models import LONGEST_SCENARIO
from hiring.document import Stage
from hiring.questions.process import PANEL_ROLES, STAGE_TAGS, STAGE_TYPES

LEAST_MINUTES: Final = 5
MOST_MINUTES: Final = 480
MOST_DAY: Final = 30
MOST_CLOSED: Final = 100
LONGEST_NAME: Final = 120


class SessionForm(forms.Form):
    """One session, changed or added by hand.

    ``must_haves`` are the requirements to choose from, as (key, label): their names stand in the document joined by
    ``|``. What the session names beside them stays.
    """

    type = forms.ChoiceField(
        choices=STAGE_TYPES,
        error_messages={"required": "Choose a kind.", "invalid_choice": "Choose one of the kinds of the list."},
    )
    minutes = forms.IntegerField(
        min_value=LEAST_MINUTES,
        max_value=MOST_MINUTES,
        error_messages={
            "required": "Say how many minutes.",
            "invalid": "Give whole minutes, such as 45.",
            "min_value": f"A session takes at least {LEAST_MINUTES} minutes.",
            "max_value": f"A session takes at most {MOST_MINUTES} minutes; plan a longer one as two.",
        },
    )
    day = forms.IntegerField(
        required=False,
        min_value=1,
        max_value=MOST_DAY,
        error_messages={
            "invalid": "Give the working day of the loop as a number, such as 1.",
            "min_value": "Days count from 1.",
            "max_value": f"A loop ends by day {MOST_DAY}; aim for 5.",
        },
    )
    panel = forms.MultipleChoiceField(required=False, choices=PANEL_ROLES)
    tags = forms.MultipleChoiceField(required=False, choices=STAGE_TAGS)
    scenario = forms.CharField(
        required=False,
        max_length=LONGEST_SCENARIO,
        error_messages={"max_length": f"Keep the name of the scenario under {LONGEST_SCENARIO} characters."},
    )
    competencies = forms.MultipleChoiceField(required=False)
    own_questions = forms.BooleanField(required=False)
    questions = forms.MultipleChoiceField(required=False)
    purpose = forms.CharField(
        required=False, max_length=300, error_messages={"max_length": "Keep the purpose under 300 characters."}
    )

    def __init__(
        self, *args: Any, must_haves: list[tuple[str, str]], content: Bank, session: DraftSession | None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.session = session
        self.fields["competencies"].choices = must_haves  # type: ignore[attr-defined]
        self.fields["questions"].choices = [  # type: ignore[attr-defined]
            (question.id, question.question) for question in content.questions.values()
        ]

    @staticmethod
    def start(
        session: DraftSession | None, must_haves: list[tuple[str, str]], questions: tuple[str, ...]
    ) -> dict[str, Any]:
        """What the form shows at first. ``questions`` are those the session asks now."""
        if session is None:
            return {"type": "partner_interview", "minutes": 45, "tags": ["anchored"]}
        stage = session.stage
        named = set(stage.competencies)
        return {
            **stage.model_dump(mode="json"),
            "competencies": [key for key, _ in must_haves if named & set(key.split("|"))],
            "own_questions": session.questions is not None,
            "questions": list(questions),
            "purpose": session.purpose,
        }

    def stage(self) -> Stage:
        """The session as typed. For a valid form."""
        data = self.cleaned_data
        return Stage(
            type=data["type"],
            minutes=data["minutes"],
            day=data["day"],
            panel=tuple(data["panel"]),
            tags=tuple(data["tags"]),
            scenario=data["scenario"] or None,
            competencies=self._competencies(),
        )

    def asked(self) -> tuple[str, ...] | None:
        """The questions chosen by hand; None where they are left to the generator."""
        return tuple(self.cleaned_data["questions"]) if self.cleaned_data["own_questions"] else None

    def _competencies(self) -> tuple[str, ...]:
        offered = {name for key, _ in self.fields["competencies"].choices for name in key.split("|")}  # type: ignore[attr-defined]
        chosen = [name for key in self.cleaned_data["competencies"] for name in key.split("|") if name.strip()]
        kept = [name for name in (self.session.stage.competencies if self.session else ()) if name not in offered]
        return tuple(dict.fromkeys((*chosen, *kept)))


class WeekForm(forms.Form):
    """When the loop takes place, and what the cost is counted for."""

    starts_on = forms.DateField(
        required=False,
        error_messages={"invalid": "Give the first day as a date, such as 2026-11-30, or leave it empty."},
    )
    time_zone = forms.CharField(required=False, max_length=64)
    opens = forms.TimeField(
        error_messages={"required": "Say when the first session starts.", "invalid": "Give a time, such as 10:00."}
    )
    closes = forms.TimeField(
        error_messages={"required": "Say when the last session ends.", "invalid": "Give a time, such as 17:00."}
    )
    closed_days = forms.CharField(required=False, max_length=2_000)
    people = forms.IntegerField(
        min_value=1,
        max_value=200,
        error_messages={
            "required": "Say how many people.",
            "invalid": "Give a whole number, such as 4.",
            "min_value": "At least one.",
            "max_value": "At most 200.",
        },
    )
    contact = forms.CharField(
        required=False, max_length=200, error_messages={"max_length": "Keep it under 200 characters."}
    )

    def clean_time_zone(self) -> str:
        """A name of the time-zone database."""
        zone: str = self.cleaned_data["time_zone"].strip()
        if zone and zone not in available_timezones():
            raise ValidationError("Choose a time zone of the list, such as Europe/Berlin.")
        return zone

    def clean_closed_days(self) -> list[str]:
        """Dates as ISO texts, sorted, each once."""
        words = [word for word in re.split(r"[\s,;]+", self.cleaned_data["closed_days"]) if word]
        if len(words) > MOST_CLOSED:
            raise ValidationError(f"At most {MOST_CLOSED} dates.")
        found = set()
        for word in words:
            try:
                found.add(date.fromisoformat(word).isoformat())
            except ValueError:
                raise ValidationError(f"“{word[:20]}” is not a date: write it like 2026-12-25.") from None
        return sorted(found)

    def clean(self) -> dict[str, Any]:
        """A zone where there is a date, and an end after the start."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("starts_on") and "time_zone" in data and not data["time_zone"]:
            self.add_error("time_zone", "With a first day, choose the time zone of the hours.")
        opens, closes = data.get("opens"), data.get("closes")
        if opens and closes and closes <= opens:
            self.add_error("closes", "The day must end after it starts.")
        return data
