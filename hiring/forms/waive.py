"""Accepting a flag: why, and until when."""

from django import forms

from hiring.reporting import WaiverReason
from hiring.reporting.waiver import LONGEST_TEXT


class WaiveForm(forms.Form):
    """A waiver as its author fills it in. What depends on the requisition is checked when it is given."""

    reason = forms.ChoiceField(
        choices=[(reason.value, reason.label) for reason in WaiverReason],
        error_messages={
            "required": "Choose a reason.",
            "invalid_choice": "Choose one of the reasons of the list.",
        },
    )
    text = forms.CharField(
        required=False,
        max_length=LONGEST_TEXT,
        error_messages={"max_length": f"Keep it under {LONGEST_TEXT:,} characters."},
    )
    expires_on = forms.DateField(
        required=False,
        error_messages={"invalid": "Give the last day as a date, such as 2027-02-28, or leave it empty."},
    )
