"""Market data of one's own: sources that were imported, their postings, and the percentiles worked out from them."""

from datetime import date

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.utils import timezone
from simple_history.models import HistoricalRecords

from hiring.facts.ageing import whole_months


class MarketSource(models.Model):
    """One imported file. Its rows are replaced as a whole when a newer file comes under the same name."""

    class Kind(models.TextChoices):
        AIJOBS = "aijobs", "aijobs.net file"
        SURVEY = "survey", "own survey"

    name = models.CharField(max_length=120, unique=True, help_text="As it stands under the figures.")
    kind = models.CharField(max_length=10, choices=Kind.choices, editable=False)
    active = models.BooleanField(
        "switched on", default=True, help_text="Whether the benchmark reads it. Nothing is lost by switching it off."
    )
    order = models.PositiveSmallIntegerField(
        "order", default=10, validators=[MinValueValidator(1)], help_text="Lower numbers are asked first."
    )
    as_of = models.DateField("as of", help_text="The day the figures are of; they are aged from here.")
    licence = models.CharField(max_length=60, blank=True)
    about = models.CharField(
        max_length=300,
        default="Posted ranges, not salaries earned; base pay only.",
        help_text="What a reader must know about the figures, in one or two sentences.",
    )
    digest = models.CharField("SHA-256 of the content", max_length=64, editable=False)
    rules = models.PositiveSmallIntegerField("rules of derivation", editable=False)
    rows = models.PositiveIntegerField("rows read", editable=False)
    kept = models.PositiveIntegerField("rows kept", editable=False)
    left_out = models.JSONField("rows left out, by reason", default=dict, editable=False)
    imported_at = models.DateTimeField(default=timezone.now, editable=False)
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    history = HistoricalRecords()

    class Meta:
        ordering = ["order", "name"]
        verbose_name = "market source"

    def __str__(self) -> str:
        return self.name

    def months_old(self, today: date) -> int:
        """Whole months since the day the figures are of."""
        return whole_months(self.as_of, today)


class MarketPosting(models.Model):
    """One distinct posting or answer: base pay a year in whole US dollars."""

    source = models.ForeignKey(MarketSource, on_delete=models.CASCADE, related_name="postings")
    family = models.CharField(max_length=20)
    level = models.CharField(max_length=10)
    country = models.CharField(max_length=2)
    zones = models.JSONField(default=list)
    year = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=160)
    currency = models.CharField(max_length=3)
    low = models.PositiveIntegerField()
    high = models.PositiveIntegerField()
    copies = models.PositiveIntegerField()
    rows = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(low__gt=0, low__lte=models.F("high")), name="compensation_posting_low_high"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.level}, {self.country} {self.year}"


class MarketCell(models.Model):
    """Percentiles of one source for a family, level, country, zone and period: US dollars a year."""

    source = models.ForeignKey(MarketSource, on_delete=models.CASCADE, related_name="cells")
    family = models.CharField(max_length=20)
    level = models.CharField(max_length=10)
    country = models.CharField(max_length=6, help_text="CA_adj: Canadian postings, dollars read as Canadian.")
    zone = models.CharField(max_length=120, blank=True, help_text="State or metro; empty for the whole country.")
    period = models.CharField(max_length=6, help_text="A year, the newest two (recent) or all of them (every).")
    rows = models.PositiveIntegerField()
    postings = models.PositiveIntegerField()
    n = models.PositiveIntegerField("distinct postings")
    p10 = models.PositiveIntegerField()
    p25 = models.PositiveIntegerField()
    p50 = models.PositiveIntegerField("median")
    p75 = models.PositiveIntegerField()
    p90 = models.PositiveIntegerField()
    low_p50 = models.PositiveIntegerField("median minimum")
    high_p50 = models.PositiveIntegerField("median maximum")
    p50_once = models.PositiveIntegerField("median, reposts counted once")

    class Meta:
        ordering = ["source", "country", "zone", "family", "level", "period"]
        verbose_name = "market cell"
        constraints = [
            models.UniqueConstraint(
                fields=["source", "family", "level", "country", "zone", "period"], name="compensation_one_market_cell"
            ),
        ]

    def __str__(self) -> str:
        where = f"{self.country} {self.zone}".strip()
        return f"{self.family}, {self.level}, {where}, {self.period}"
