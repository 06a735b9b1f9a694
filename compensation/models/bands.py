"""Salary bands: what the company has decided to pay, kept in sets of which one is in force per country and currency."""

from datetime import date
from decimal import Decimal
from typing import cast

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from simple_history.models import HistoricalRecords

from accounts.models import User
from compensation.book import BandBook, BandEntry, ZoneEntry
from compensation.checks import Objection, Row, cautions, objections, source_cautions, zone_objections
from hiring.document.role import Level as LevelName
from hiring.market import Family as FamilyName

LOWEST_CHANGE, HIGHEST_CHANGE = Decimal(-50), Decimal(100)
"""How far a copied set may be moved, in percent."""


class Status(models.TextChoices):
    DRAFT = "draft", "draft"
    PUBLISHED = "published", "published"
    RETIRED = "retired", "retired"


class First(models.TextChoices):
    MARKET = "market", "Market data (bands fill cells with fewer than 10 postings)"
    BANDS = "bands", "Our bands (they are the MLOps percentiles)"


class Family(models.TextChoices):
    MLOPS = "mlops", "MLOps engineer"
    ML_ENGINEER = "ml_engineer", "ML engineer"
    DEVOPS = "devops", "DevOps engineer"


class Level(models.TextChoices):
    JUNIOR = "junior", "junior"
    MID = "mid", "mid"
    SENIOR = "senior", "senior"
    STAFF = "staff", "staff"
    PRINCIPAL = "principal", "principal"


class Focus(models.TextChoices):
    INFRA_HEAVY = "infra_heavy", "70/30 infrastructure"
    BALANCED = "balanced", "50/50 balanced"
    ML_HEAVY = "ml_heavy", "30/70 machine learning"


class NotPublishable(ValidationError):
    """A set cannot be published; the messages say why and what to do."""


class BandSet(models.Model):
    """Bands that come into force together, for one country and currency."""

    name = models.CharField(max_length=120, unique=True, help_text="For people, e.g. “United States 2026”.")
    country = models.CharField(
        max_length=2,
        validators=[RegexValidator(r"^[A-Z]{2}$", "Two capital letters (ISO 3166), such as US, GB or DE.")],
        help_text="Two letters, e.g. US. A requisition's first place of work decides which set applies.",
    )
    currency = models.CharField(
        max_length=3,
        default="USD",
        validators=[RegexValidator(r"^[A-Z]{3}$", "Three capital letters (ISO 4217), such as USD, GBP or EUR.")],
        help_text="Three letters, e.g. USD. A set applies to requisitions that pay in this currency.",
    )
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.DRAFT, editable=False)
    comes_first = models.CharField(
        max_length=10,
        choices=First.choices,
        default=First.MARKET,
        help_text="What pay is checked against. Every report shows both and says which one it used.",
    )
    effective_from = models.DateField(default=timezone.localdate, help_text="A set can be published from this day on.")
    effective_to = models.DateField(null=True, blank=True, help_text="The last day. Empty: until another is published.")
    based_on = models.TextField(blank=True, help_text="Where the figures come from: surveys, dates, judgement.")
    sources_as_of = models.DateField(
        null=True, blank=True, help_text="The day of the newest figures behind the set. Older than a year is stale."
    )
    replaced = models.ForeignKey(
        "self", null=True, editable=False, on_delete=models.SET_NULL, related_name="replaced_by", default=None
    )
    created = models.DateTimeField(auto_now_add=True)
    published_at = models.DateTimeField(null=True, editable=False)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    history = HistoricalRecords()

    class Meta:
        verbose_name = "band set"
        ordering = ["country", "currency", "-effective_from", "name"]
        permissions = [("publish_bandset", "Can publish and retire band sets")]
        constraints = [
            models.UniqueConstraint(
                fields=["country", "currency"],
                condition=Q(status="published"),
                name="compensation_one_published_set",
                violation_error_message="Another set of this country and currency is already published.",
            ),
            models.CheckConstraint(
                condition=Q(effective_to__isnull=True) | Q(effective_to__gte=F("effective_from")),
                name="compensation_set_ends_after_start",
                violation_error_message="The last day must not be before the first.",
            ),
            models.CheckConstraint(
                condition=~Q(status="published") | Q(published_at__isnull=False),
                name="compensation_published_set_has_date",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def rows(self) -> list[Row]:
        """The stored bands as the checks see them."""
        return [band.row() for band in self.bands.all()]

    def book(self) -> BandBook:
        """The stored set as plain values. Two queries, none where bands and zones are prefetched."""
        return BandBook(
            name=self.name,
            country=self.country,
            currency=self.currency,
            first="bands" if self.comes_first == First.BANDS else "market",
            bands=tuple(band.entry() for band in self.bands.all()),
            zones=tuple(zone.entry() for zone in self.zones.all()),
        )

    def objections(self) -> list[Objection]:
        """Why the stored set cannot be published; empty where it can."""
        return objections(self.rows(), self.currency, complete=True) + zone_objections(self.book().zones)

    def cautions(self, today: date | None = None) -> list[str]:
        """What is allowed in the stored set, but worth a second look."""
        stale = source_cautions(self.based_on, self.sources_as_of, today or timezone.localdate())
        return cautions(self.rows()) + stale

    def in_force(self) -> "BandSet | None":
        """The published set of the same country and currency: the one that publishing this set would replace."""
        return BandSet.objects.filter(country=self.country, currency=self.currency, status=Status.PUBLISHED).first()

    def publish(self, by: User | None, today: date) -> "BandSet | None":
        """Put the set in force and retire the one it replaces, both or neither.

        Gives back the set that was retired, if there was one. Raises NotPublishable when the set is not a draft, has
        gaps or faults, or is not in effect today.
        """
        with transaction.atomic():
            current = BandSet.objects.select_for_update().get(pk=self.pk)
            if current.status != Status.DRAFT:
                raise NotPublishable(f"“{self.name}” is {current.status}; only a draft can be published.")
            if today < current.effective_from or (current.effective_to and today > current.effective_to):
                until = f" to {current.effective_to:%-d %b %Y}" if current.effective_to else ""
                raise NotPublishable(
                    f"“{self.name}” is in effect from {current.effective_from:%-d %b %Y}{until}, not today. "
                    "Change the dates or publish it then."
                )
            if faults := current.objections():
                raise NotPublishable([f"“{self.name}”: {fault.message}" for fault in faults])
            replaced = (
                BandSet.objects.select_for_update()
                .filter(country=current.country, currency=current.currency, status=Status.PUBLISHED)
                .first()
            )
            if replaced:
                replaced.retire(today)
            current.status, current.published_at, current.published_by = Status.PUBLISHED, timezone.now(), by
            current.replaced = replaced
            current.save()
        self.refresh_from_db()
        return replaced

    def retire(self, today: date) -> None:
        """Take the set out of force. It stays for the record."""
        self.status = Status.RETIRED
        self.effective_to = max(self.effective_from, today)
        self.save()

    def copy_as_draft(
        self, *, percent: Decimal = Decimal(0), name: str | None = None, effective_from: date | None = None
    ) -> "BandSet":
        """A draft with the same zones and bands, to be changed and published in its turn.

        ``percent`` moves every amount, rounded to whole hundreds (-50 to 100; ValueError outside). The name must be
        free; without one, the first free number is put behind the old one.
        """
        if not LOWEST_CHANGE <= percent <= HIGHEST_CHANGE:
            raise ValueError(f"The change must be {LOWEST_CHANGE} to {HIGHEST_CHANGE} percent, not {percent}.")
        with transaction.atomic():
            bands, zones = list(self.bands.all()), list(self.zones.all())
            draft = BandSet(
                name=name or _free_name(self.name),
                country=self.country,
                currency=self.currency,
                comes_first=self.comes_first,
                effective_from=effective_from or timezone.localdate(),
                based_on=f"“{self.name}” {percent:+f} %. {self.based_on}".strip() if percent else self.based_on,
                sources_as_of=self.sources_as_of,
            )
            draft.save()
            for zone in zones:
                zone.pk, zone.band_set = None, draft
                zone._state.adding = True
                zone.save()
            for band in bands:
                band.pk, band.band_set = None, draft
                band._state.adding = True
                if percent:
                    band.low, band.mid, band.high = (_moved(each, percent) for each in (band.low, band.mid, band.high))
                band.save()
        return draft


def _moved(value: Decimal, percent: Decimal) -> Decimal:
    moved = value * (100 + percent) / 100
    # Small amounts (a weekly wage by mistake, another currency) keep their order.
    return moved.quantize(Decimal("1E2")) if moved >= 10_000 else moved.quantize(Decimal("0.01"))


def places_in(text: str) -> tuple[str, ...]:
    """The places of a zone: one a line, or between semicolons."""
    return tuple(place for line in text.replace(";", "\n").splitlines() if (place := line.strip()))


def _free_name(name: str) -> str:
    """The name with the first free number behind it."""
    number = 2
    while BandSet.objects.filter(name=f"{name[:110]} ({number})").exists():
        number += 1
    return f"{name[:110]} ({number})"


class Zone(models.Model):
    """Places of a set that pay the same."""

    band_set = models.ForeignKey(BandSet, on_delete=models.CASCADE, related_name="zones")
    name = models.CharField(max_length=80, help_text="For people, e.g. “West coast”.")
    factor = models.DecimalField(
        max_digits=4,
        decimal_places=3,
        default=Decimal(1),
        help_text="On the country's bands: 1.1 is ten percent more. A band given for the zone itself comes before it.",
    )
    places = models.TextField(help_text="State codes or metros, one a line: CA, New York. In other countries: regions.")
    history = HistoricalRecords()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(factor__gte=Decimal("0.5")) & Q(factor__lte=Decimal(2)),
                name="compensation_zone_factor",
                violation_error_message="A factor is from 0.5 to 2.",
            ),
            models.UniqueConstraint(
                fields=["band_set", "name"],
                name="compensation_zone_one_per_name",
                violation_error_message="The set already has a zone of this name.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def entry(self) -> ZoneEntry:
        """The zone as plain values."""
        return ZoneEntry(self.name, self.factor, places_in(self.places))


class Band(models.Model):
    """Base pay a year for one cell of a set, in the set's currency."""

    band_set = models.ForeignKey(BandSet, on_delete=models.CASCADE, related_name="bands")
    family = models.CharField(max_length=12, choices=Family.choices, default=Family.MLOPS)
    level = models.CharField(max_length=10, choices=Level.choices)
    focus = models.CharField(
        max_length=12, choices=Focus.choices, blank=True, help_text="For MLOps bands; empty for the other families."
    )
    zone = models.CharField(
        max_length=80,
        blank=True,
        help_text="A zone of the set, a state code or a metro, e.g. CA or New York. Empty: the whole country.",
    )
    low = models.DecimalField("minimum", max_digits=12, decimal_places=2)
    mid = models.DecimalField("middle", max_digits=12, decimal_places=2)
    high = models.DecimalField("maximum", max_digits=12, decimal_places=2)
    history = HistoricalRecords()

    class Meta:
        ordering = ["family", "focus", "zone", "mid"]
        permissions = [("view_all_bands", "Can view the bands of every level")]
        constraints = [
            models.CheckConstraint(
                condition=Q(low__gt=0),
                name="compensation_band_positive",
                violation_error_message="Pay must be above 0.",
            ),
            models.CheckConstraint(
                condition=Q(low__lt=F("mid"), mid__lt=F("high")),
                name="compensation_band_low_mid_high",
                violation_error_message="The minimum must be below the middle, the middle below the maximum.",
            ),
            models.CheckConstraint(
                condition=Q(family="mlops", focus__in=Focus.values) | (~Q(family="mlops") & Q(focus="")),
                name="compensation_band_focus",
                violation_error_message="An MLOps band needs a focus; bands of other families have none.",
            ),
            models.UniqueConstraint(
                fields=["band_set", "family", "level", "focus", "zone"],
                name="compensation_band_one_per_cell",
                violation_error_message="The set already has a band for this family, level, focus and zone.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label}, {self.level}"

    @property
    def label(self) -> str:
        """The column the band stands in: family, focus and zone."""
        parts = [self.get_family_display(), self.get_focus_display() if self.focus else "", self.zone]
        return ", ".join(part for part in parts if part)

    def row(self) -> Row:
        """The band as the checks see it."""
        return Row(self.label, cast(LevelName, self.level), self.low, self.mid, self.high)

    def entry(self) -> BandEntry:
        """The band as plain values."""
        return BandEntry(
            cast(FamilyName, self.family),
            cast(LevelName, self.level),
            self.focus,
            self.zone,
            self.low,
            self.mid,
            self.high,
        )

    def clean(self) -> None:
        """Name the figures that are out of order, each at its own field."""
        super().clean()
        wrong: dict[str, str] = {}
        # A cell of the form may be empty, whatever the column says.
        low = cast(Decimal | None, self.low)
        mid = cast(Decimal | None, self.mid)
        high = cast(Decimal | None, self.high)
        if low is not None and low <= 0:
            wrong["low"] = f"Pay must be above 0, not {low:,.0f}."
        elif low is not None and mid is not None and low >= mid:
            wrong["low"] = f"The minimum ({low:,.0f}) must be below the middle ({mid:,.0f})."
        if mid is not None and high is not None and mid >= high:
            wrong["high"] = f"The maximum ({high:,.0f}) must be above the middle ({mid:,.0f})."
        if self.family == Family.MLOPS and not self.focus:
            wrong["focus"] = "Choose the focus: an MLOps band is for one of the three."
        if self.family and self.family != Family.MLOPS and self.focus:
            wrong["focus"] = "Leave the focus empty: only MLOps bands are split by it."
        if wrong:
            raise ValidationError(wrong)
