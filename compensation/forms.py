"""The band rows of a set in the admin, checked together."""

from typing import Any

from django import forms

from compensation.checks import Row, cautions, objections
from compensation.models import Band, BandSet, Status


class BandForm(forms.ModelForm):
    """One band."""

    class Meta:
        model = Band
        fields = ["family", "level", "focus", "zone", "low", "mid", "high"]


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
