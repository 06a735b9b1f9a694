"""Open requisitions judged under other figures: as a preview, or because bands or market sources have changed."""

from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone

from compensation.models.bands import BandSet
from compensation.models.market_data import MarketSource

QUIET = timedelta(minutes=2)
"""Work that has said nothing for so long has been cut off, by a restart for example."""
STORING = "Storing it"
QUIET_WHILE_STORING = timedelta(minutes=15)
"""The same for the one step that can say nothing: a file is stored in one transaction."""


class Recheck(models.Model):
    """One pass over the requisitions that a change touches, with its progress.

    ``before`` and ``after`` hold what is compared: of bands the sets (``BandBook.as_json``), null for none in force; of
    market data the sources that are read (``compensation.market_data.as_json``). A preview counts only as long as
    ``before`` is still so. ``effects`` lists what changes (``compensation.effects``), ``found`` what a file holds
    (``compensation.market_data.importing``). ``was`` and ``becomes`` are the settings of a market source.
    """

    class Kind(models.TextChoices):
        PREVIEW = "preview", "preview"
        CHANGE = "change", "change"

    class About(models.TextChoices):
        BANDS = "bands", "bands"
        SOURCE = "source", "market source"
        FILE = "file", "file of market data"

    class State(models.TextChoices):
        WAITING = "waiting", "waiting to start"
        RUNNING = "running", "running"
        DONE = "done", "done"
        CANCELLED = "cancelled", "cancelled"
        FAILED = "failed", "failed"

    about = models.CharField(max_length=10, choices=About.choices, default=About.BANDS)
    band_set = models.ForeignKey(BandSet, null=True, on_delete=models.CASCADE, related_name="rechecks")
    source = models.ForeignKey(MarketSource, null=True, on_delete=models.CASCADE, related_name="rechecks")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    occasion = models.CharField(max_length=100)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    step = models.CharField(max_length=40, blank=True, help_text="What is being done before requisitions are judged.")
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    was = models.JSONField(default=dict)
    becomes = models.JSONField(default=dict)
    found = models.JSONField(default=dict)
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
        indexes = [
            models.Index(fields=["band_set", "-made_at"], name="recheck_recent"),
            models.Index(fields=["source", "-made_at"], name="recheck_recent_of_source"),
        ]

    def __str__(self) -> str:
        return f"{self.occasion}: {self.get_state_display()}"

    @property
    def busy(self) -> bool:
        """Whether it is still going on."""
        return self.state in (self.State.WAITING, self.State.RUNNING)

    @property
    def stalled(self) -> bool:
        """Whether it should be going on, but has not been heard of for a while."""
        quiet = QUIET_WHILE_STORING if self.step == STORING else QUIET
        return self.busy and timezone.now() - self.touched_at > quiet

    @property
    def previewed(self) -> bool:
        """Whether it is a preview that has come to its end."""
        return self.kind == self.Kind.PREVIEW and self.state == self.State.DONE

    def usable(self, today: date) -> bool:
        """Whether what it shows may be carried out today."""
        return self.previewed and self.day == today

    @property
    def book(self) -> dict[str, Any]:
        """Either of the sets, for their country and currency."""
        found: dict[str, Any] | None = self.after or self.before
        if found is None:
            raise ValueError("A re-check of bands compares at least one set.")
        return found


class MarketUpload(models.Model):
    """A file of market data that somebody has uploaded, kept packed until it is imported, refused or forgotten.

    It stands in the database because a worker may run on another machine than the page.
    """

    recheck = models.OneToOneField(Recheck, on_delete=models.CASCADE, related_name="upload")
    content = models.BinaryField()
    file_name = models.CharField(max_length=255)
    name = models.CharField(max_length=120, blank=True)
    as_of = models.DateField(null=True)
    active = models.BooleanField(default=True)
    made_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.file_name
