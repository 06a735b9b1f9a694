"""Open requisitions judged under other bands: as a preview, or because the bands have changed."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone

from compensation.models.bands import BandSet

QUIET = timedelta(minutes=2)
"""Work that has said nothing for so long has been cut off, by a restart for example."""


class Recheck(models.Model):
    """One pass over the requisitions that a change of bands touches, with its progress.

    ``before`` and ``after`` hold the sets (``BandBook.as_json``) that are compared, null for none in force; a preview
    counts only as long as both are still so. ``effects`` lists what changes (``compensation.effects``).
    """

    class Kind(models.TextChoices):
        PREVIEW = "preview", "preview"
        CHANGE = "change", "change"

    class State(models.TextChoices):
        WAITING = "waiting", "waiting to start"
        RUNNING = "running", "running"
        DONE = "done", "done"
        CANCELLED = "cancelled", "cancelled"
        FAILED = "failed", "failed"

    band_set = models.ForeignKey(BandSet, on_delete=models.CASCADE, related_name="rechecks")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    occasion = models.CharField(max_length=100)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    day = models.DateField()
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    effects = models.JSONField(default=list)
    error = models.TextField(blank=True)
    cancel_asked = models.BooleanField(default=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    touched_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-made_at", "-pk"]
        indexes = [models.Index(fields=["band_set", "-made_at"], name="recheck_recent")]

    def __str__(self) -> str:
        return f"{self.occasion}: {self.get_state_display()}"

    @property
    def busy(self) -> bool:
        """Whether it is still going on."""
        return self.state in (self.State.WAITING, self.State.RUNNING)

    @property
    def stalled(self) -> bool:
        """Whether it should be going on, but has not been heard of for a while."""
        return self.busy and timezone.now() - self.touched_at > QUIET

    @property
    def book(self) -> dict[str, Any]:
        """Either of the sets, for their country and currency."""
        found: dict[str, Any] | None = self.after or self.before
        if found is None:
            raise ValueError("A re-check compares at least one set.")
        return found
