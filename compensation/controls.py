"""Form controls of the calculator, written down directly: Django's own take three templates a control."""

from html import escape
from typing import Any

from django import forms
from django.utils.safestring import SafeString, mark_safe


class TextInput(forms.TextInput):
    """As Django's."""

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        """The element."""
        shown = self.format_value(value)
        filled = "" if shown is None else f' value="{escape(shown)}"'
        return mark_safe(f'<input type="text" name="{escape(name)}"{filled}{_written(self, attrs)}>')  # noqa: S308


class Select(forms.Select):
    """As Django's, for choices without groups."""

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        """The element with its options."""
        chosen = self.format_value(value)
        options = "".join(
            f'<option value="{escape(str(each))}"{" selected" if str(each) in chosen else ""}>{escape(str(title))}'
            "</option>"
            for each, title in self.choices
        )
        return mark_safe(  # noqa: S308 - all that varies is escaped
            f'<select name="{escape(name)}"{_written(self, attrs)}>{options}</select>'
        )


def _written(widget: forms.Widget, attrs: dict[str, Any] | None) -> str:
    """The attributes: those that are True by name alone, those that are False left out."""
    return "".join(
        f" {escape(name)}" if value is True else f' {escape(name)}="{escape(str(value))}"'
        for name, value in widget.build_attrs(widget.attrs, attrs).items()
        if value is not False
    )
