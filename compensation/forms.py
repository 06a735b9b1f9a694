"""Forms of the admin: the band rows of a set, checked together, and those of market data."""

from datetime import date
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from compensation.checks import Row, cautions, objections, zone_objections
from compensation.importing import LARGEST_UPLOAD
from compensation.models import Band, BandSet, MarketSource, Status, Zone
from compensation.models.bands import HIGHEST_CHANGE, LOWEST_CHANGE
from compensation.typed_figure import Figure
from hiring.questions import Kind


def _amount(label: str) -> Figure:
    # The band itself says what is wrong with an amount below zero.
    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "aria-label": label})
    return Figure(Kind.MONEY, "a year", least=None, required=True, label=label, widget=widget)


class BandForm(forms.ModelForm):
    """One band."""

    low, mid, high = _amount("Minimum"), _amount("Middle"), _amount("Maximum")

    class Meta:
        model = Band
        fields = ["family", "level", "focus", "zone", "low", "mid", "high"]


class ZoneForm(forms.ModelForm):
    """One zone."""

    class Meta:
        model = Zone
        fields = ["name", "factor", "places"]
        widgets = {"places": forms.Textarea(attrs={"rows": 3, "cols": 40})}


class ZoneFormSet(forms.BaseInlineFormSet):
    """Adds what one zone cannot know: that no place stands in two."""

    def clean(self) -> None:
        super().clean()
        kept = [
            form
            for form in self.forms
            if form not in self.deleted_forms and form.has_changed() | bool(form.instance.pk)
        ]
        if any(form.errors for form in kept):
            return
        if faults := zone_objections([form.instance.entry() for form in kept]):
            raise forms.ValidationError([fault.message for fault in faults])


class CopyForm(forms.Form):
    """How a copy differs from its set."""

    name = forms.CharField(max_length=120)
    percent = forms.DecimalField(
        label="Change in percent",
        min_value=LOWEST_CHANGE,
        max_value=HIGHEST_CHANGE,
        max_digits=5,
        decimal_places=2,
        help_text="3 raises every amount by 3 %, rounded to whole hundreds; 0 copies them as they are.",
    )
    effective_from = forms.DateField(
        label="In effect from", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def clean_name(self) -> str:
        """The name, if no other set has it."""
        name: str = self.cleaned_data["name"]
        if BandSet.objects.filter(name=name).exists():
            raise forms.ValidationError("Another set has this name.")
        return name


class ImportForm(forms.Form):
    """A file of bands."""

    file = forms.FileField(
        label="File", widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}), help_text="CSV (UTF-8) or XLSX."
    )


class MarketSourceForm(forms.ModelForm):
    """How a source is read."""

    class Meta:
        model = MarketSource
        fields = ["active", "order", "as_of", "name", "licence", "about"]

    def clean_as_of(self) -> date:
        """The day, if it has come: figures are aged from it."""
        return _not_in_future(self.cleaned_data["as_of"])


class MarketFileForm(forms.Form):
    """A file of market data."""

    file = forms.FileField(
        label="File",
        widget=forms.FileInput(attrs={"accept": ".csv,.gz"}),
        help_text=(
            f"CSV (UTF-8), plain or packed as .csv.gz. Up to {LARGEST_UPLOAD // 1024 // 1024} MB as sent; "
            "the command import_market_data takes larger ones. Forgotten once it is imported or refused, else after "
            "a day."
        ),
    )
    name = forms.CharField(
        label="Name of the source",
        max_length=120,
        required=False,
        help_text="A file under the name of a source that is there replaces its figures. Empty: as the file says.",
    )
    as_of = forms.DateField(
        label="Figures as of",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="Figures are aged from here. Empty: as the file says.",
    )
    off = forms.BooleanField(
        label="Import it switched off",
        required=False,
        help_text="For a new source; one that is there keeps its switch.",
    )

    def clean_file(self) -> UploadedFile:
        """The file, if it is not too large."""
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST_UPLOAD:
            raise forms.ValidationError(
                f"The file has {(file.size or 0) / 1024 / 1024:.1f} MB; up to {LARGEST_UPLOAD // 1024 // 1024} MB are "
                "taken here. Pack it (gzip), or use import_market_data."
            )
        return file

    def clean_as_of(self) -> date | None:
        """The day, if it has come."""
        day: date | None = self.cleaned_data["as_of"]
        return day and _not_in_future(day)


def _not_in_future(day: date) -> date:
    if day > timezone.localdate():
        raise forms.ValidationError(f"{day} is in the future; the figures cannot be of that day.")
    return day


class BandFormSet(forms.BaseInlineFormSet):
    """Adds what one row cannot know: the order across levels, and no gaps in a set that is in force."""

    instance: BandSet
    cautions: list[str]

    def clean(self) -> None:
        """Refuse the set with sentences that hold the figures; keep the milder remarks in ``cautions``."""
        super().clean()
        self.cautions = []
        kept = [
            form for form in self.forms if form not in self.deleted_forms and (form.instance.pk or form.has_changed())
        ]
        if any(form.errors for form in kept):
            return
        rows = [_row(form) for form in kept]
        faults = objections(rows, self.instance.currency or "USD", complete=self.instance.status == Status.PUBLISHED)
        for fault in faults:
            if fault.row is not None:
                kept[fault.row].add_error(None, fault.message)
        if whole := [fault.message for fault in faults if fault.row is None]:
            raise forms.ValidationError(whole)
        self.cautions = cautions(rows)


def _row(form: Any) -> Row:
    band: Band = form.instance
    return band.row()
