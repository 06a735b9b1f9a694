"""A number as a field of a form, typed and shown as people write it."""

from decimal import Decimal
from typing import Any

from django import forms

from hiring.forms.answer import Unreadable
from hiring.forms.numbers import read_figure
from hiring.questions import Kind
from hiring.questions.wording import number


class Figure(forms.CharField):
    """A number as people write it: 165k, 165,000, 10 %. Bounds are as ``read_figure`` has them."""

    def __init__(
        self, kind: Kind, unit: str = "", most: int | None = None, *, least: int | None = 0, **kwargs: Any
    ) -> None:
        super().__init__(**{"required": False, "max_length": 40} | kwargs)
        self.kind, self.unit, self.least, self.most = kind, unit, least, most

    def to_python(self, value: Any) -> Any:
        """The number; None where nothing is typed. What is typed otherwise but means what is stored is no change."""
        typed = super().to_python(value)
        super().run_validators(typed)
        if not typed:
            return None
        try:
            return read_figure(typed, kind=self.kind, unit=self.unit, least=self.least, most=self.most)
        except Unreadable as error:
            raise forms.ValidationError(str(error)) from None

    def run_validators(self, value: Any) -> None:
        """None is left: those of a text have run on the text."""

    def prepare_value(self, value: Any) -> Any:
        """Whole units with thousands separators; what was typed stays as typed."""
        return number(value) if isinstance(value, Decimal) else value
