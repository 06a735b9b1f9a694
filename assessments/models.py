"""The interview stages of a requisition, one row a session."""

from typing import Final

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from simple_history.models import HistoricalRecords

from hiring.models import Requisition

LARGEST_COUNT: Final = 2_147_483_647
"""Largest whole number a column holds (a 32-bit integer, on both engines)."""

LONGEST_TYPE: Final = 32
LONGEST_SCENARIO: Final = 100


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
