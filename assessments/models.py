"""The interview stages of a requisition, one row a session."""

from datetime import time
from typing import Final

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.utils import timezone
from simple_history.models import HistoricalRecords

from assessments.bank.content import OWN_ID
from assessments.bank.own import read_own
from assessments.bank.reading import BadContent
from hiring.models import Requisition

LARGEST_COUNT: Final = 2_147_483_647
"""Largest whole number a column holds (a 32-bit integer, on both engines)."""

LONGEST_TYPE: Final = 32
LONGEST_SCENARIO: Final = 100
LONGEST_BODY: Final = 40_000
"""Characters of an own scenario; the longest shipped one has about 6,000."""


class InterviewStage(models.Model):
    """One session of the interview loop, in the terms of the document's ``Stage``.

    ``day`` is the working day of the loop, 1 for the first round; null where the session has no day yet.
    ``scenario`` is an id of the bank, or any other name; null where none is chosen.
    """

    requisition = models.ForeignKey(
        Requisition, on_delete=models.CASCADE, related_name="interview_stages", editable=False
    )
    order = models.PositiveIntegerField()
    type = models.CharField(max_length=LONGEST_TYPE)
    minutes = models.PositiveIntegerField(validators=[MaxValueValidator(LARGEST_COUNT)])
    day = models.PositiveIntegerField(
        null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(LARGEST_COUNT)]
    )
    panel = models.JSONField(default=list, blank=True)
    tags = models.JSONField(default=list, blank=True)
    scenario = models.CharField(max_length=LONGEST_SCENARIO, null=True, blank=True)
    competencies = models.JSONField(default=list, blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["requisition_id", "order"]
        constraints = [
            models.UniqueConstraint(fields=["requisition", "order"], name="stage_order_unique"),
            models.CheckConstraint(condition=models.Q(minutes__gte=0), name="stage_minutes_range"),
            models.CheckConstraint(condition=models.Q(day__isnull=True) | models.Q(day__gte=1), name="stage_day_range"),
        ]

    def __str__(self) -> str:
        return f"{self.type}, {self.minutes} min"


class RenderedPlan(models.Model):
    """A hiring plan as it was rendered, so that no plan is laid out twice. Can be emptied at any time.

    ``key`` is the digest of everything that decides the bytes.
    """

    requisition = models.ForeignKey(Requisition, on_delete=models.CASCADE, related_name="rendered_plans")
    key = models.CharField(max_length=64, unique=True)
    pdf = models.BinaryField()
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return f"Plan {self.key[:12]}"


class PlanDraft(models.Model):
    """The interview plan of a requisition while it is worked on; accepting it puts it into the requisition.

    ``sessions`` are `assessments.editing.sessions.DraftSession` as plain data, ``before`` those before the last
    change, so that it can be undone; null where there is nothing to undo. ``accepted`` is what the last accepting
    replaced (`assessments.acceptance`), null where it was taken back or nothing was accepted. ``revision`` counts
    changes: a change made on an older one is refused, so nobody overwrites unseen. The other fields place the loop in
    a week: all times are local times of ``time_zone``. ``closed_days`` are dates (ISO 8601) on which nobody
    interviews. ``people`` is how many people are expected to go through the loop, a figure for the cost only.
    ``contact`` is whom to ask for accommodations.
    """

    requisition = models.OneToOneField(
        Requisition, on_delete=models.CASCADE, related_name="plan_draft", editable=False, primary_key=True
    )
    revision = models.PositiveIntegerField(default=0, editable=False)
    sessions = models.JSONField(null=True, blank=True)
    before = models.JSONField(null=True, blank=True)
    accepted = models.JSONField(null=True, blank=True, editable=False)
    starts_on = models.DateField(null=True, blank=True)
    time_zone = models.CharField(max_length=64, blank=True)
    opens = models.TimeField(default=time(10))
    closes = models.TimeField(default=time(17))
    closed_days = models.JSONField(default=list, blank=True)
    people = models.PositiveSmallIntegerField(default=4)
    contact = models.CharField(max_length=200, blank=True)
    updated_at = models.DateTimeField(default=timezone.now, editable=False)

    history = HistoricalRecords(excluded_fields=["before", "accepted"])

    def __str__(self) -> str:
        return f"Interview plan of {self.requisition}"


class PanelSeat(models.Model):
    """Who takes a seat of the panel, and who stands in: names of colleagues, kept outside of the document."""

    requisition = models.ForeignKey(Requisition, on_delete=models.CASCADE, related_name="panel_seats", editable=False)
    role = models.CharField(max_length=LONGEST_TYPE)
    person = models.CharField(max_length=120, blank=True)
    backup = models.CharField(max_length=120, blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["requisition", "pk"]
        constraints = [models.UniqueConstraint(fields=["requisition", "role"], name="panel_seat_unique")]

    def __str__(self) -> str:
        return f"{self.role}: {self.person}"


class OwnEntry(models.Model):
    """A scenario or question that an organisation adds to the bank.

    Its ``code`` can never be that of shipped content, so an update of the product leaves it alone and is left alone
    by it. ``body`` is written as the shipped files are (TOML), without the id. An entry out of use stays on record.
    """

    SCENARIO, QUESTION = "scenario", "question"
    KINDS = [(SCENARIO, "Scenario"), (QUESTION, "Question")]

    kind = models.CharField(max_length=8, choices=KINDS, default=SCENARIO)
    code = models.CharField(
        max_length=16,
        unique=True,
        validators=[RegexValidator(OWN_ID, "Write it as OWN-1 or OWN-FRAUD: capital letters and digits.")],
        help_text="OWN- and up to 12 capital letters or digits. Plans name it, so it should not change.",
    )
    body = models.TextField(max_length=LONGEST_BODY)
    in_use = models.BooleanField(default=True, help_text="Whether plans may choose it.")

    history = HistoricalRecords()

    class Meta:
        ordering = ["code"]
        verbose_name = "own scenario or question"
        verbose_name_plural = "own scenarios and questions"

    def __str__(self) -> str:
        return self.code

    def clean(self) -> None:
        """Refuse a body that could not be used, with its line and field."""
        try:
            read_own(self.kind, self.code, self.body)
        except BadContent as error:
            raise ValidationError({"body": f"{error}."}) from None
