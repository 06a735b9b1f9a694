"""Stored reviews, waivers and applied fixes."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from simple_history.models import HistoricalRecords

from hiring.models.requisition import Requisition
from hiring.reporting.waiver import Waiver, WaiverReason


class Review(models.Model):
    """A report as it was given: document, market and findings, so that any two can be compared."""

    requisition = models.ForeignKey(Requisition, on_delete=models.CASCADE, related_name="reviews")
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    day = models.DateField()
    occasion = models.CharField(max_length=100, blank=True)
    revision = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    ruleset = models.CharField(max_length=32)
    verdict = models.CharField(max_length=20)
    document = models.JSONField()
    market = models.JSONField(null=True)
    report = models.JSONField()

    class Meta:
        ordering = ["-made_at", "-pk"]
        indexes = [models.Index(fields=["requisition", "-made_at"], name="review_recent")]

    def __str__(self) -> str:
        return f"Review of {self.requisition_id} on {self.day}: {self.verdict}"


class WaiverRecord(models.Model):
    """A waiver as given in the web pages. ``answers`` pins what the flag's evidence cited."""

    requisition = models.ForeignKey(Requisition, on_delete=models.CASCADE, related_name="waivers")
    trigger = models.CharField(max_length=8)
    severity = models.CharField(max_length=8)
    reason = models.CharField(max_length=24, choices=[(reason.value, reason.label) for reason in WaiverReason])
    text = models.TextField(blank=True)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="waivers")
    made_on = models.DateField()
    expires_on = models.DateField(null=True, blank=True)
    answers = models.JSONField(default=dict)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["trigger", "-made_on", "-pk"]
        indexes = [models.Index(fields=["requisition", "trigger"], name="waiver_by_trigger")]

    def __str__(self) -> str:
        return f"Waiver of {self.trigger}"

    def as_waiver(self) -> Waiver:
        """The waiver in the form the pure part reads. Needs ``author`` loaded."""
        return Waiver.model_validate(
            {
                "trigger": self.trigger,
                "severity": self.severity,
                "reason": self.reason,
                "text": self.text,
                "author": str(self.author),
                "made_on": self.made_on,
                "expires_on": self.expires_on,
                "answers": self.answers,
            }
        )


class AppliedFix(models.Model):
    """A fix applied by one click. ``inverse`` undoes it, as long as nobody has changed the same answers since."""

    requisition = models.ForeignKey(Requisition, on_delete=models.CASCADE, related_name="applied_fixes")
    trigger = models.CharField(max_length=8)
    patch = models.JSONField()
    inverse = models.JSONField()
    after = models.JSONField(help_text="By JSON Pointer: the answers as the fix left them")
    applied_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    applied_at = models.DateTimeField(default=timezone.now)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-applied_at", "-pk"]
        indexes = [models.Index(fields=["requisition", "-applied_at"], name="applied_fix_recent")]

    def __str__(self) -> str:
        return f"Fix of {self.trigger} on {self.requisition_id}"
