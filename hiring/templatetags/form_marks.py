"""What a step's page repeats by the hundred: choices and the words around each question.

The template engine takes thirty times as long for a choice as writing it down, and what stands around a question is
the same on every page, so it is drawn once.
"""

from collections.abc import Collection, Iterable
from html import escape
from typing import TYPE_CHECKING, Final

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

if TYPE_CHECKING:
    from hiring.views.form_fields import Field

register = template.Library()

_DRAWN: Final[dict[tuple[str, str], SafeString]] = {}


@register.filter
def head_of(field: "Field") -> SafeString:
    """The question with its help."""
    return _drawn("head", field)


@register.filter
def why_of(field: "Field") -> SafeString:
    """Why the question is asked, and which mistakes read the answer."""
    return _drawn("why", field)


@register.simple_tag
def options(choices: Iterable[tuple[str, str]], chosen: str | Collection[str] = ()) -> SafeString:
    """The choices of a list to choose from."""
    picked = (chosen,) if isinstance(chosen, str) else chosen
    return mark_safe(  # noqa: S308 - all that varies is escaped
        "".join(
            f'<option value="{escape(value)}"{" selected" if value in picked else ""}>{escape(label)}</option>'
            for value, label in choices
        )
    )


@register.simple_tag
def boxes(
    kind: str, name: str, choices: Iterable[tuple[str, str]], chosen: Collection[str], described_by: str = ""
) -> SafeString:
    """The choices as boxes to tick or, of kind ``radio``, to choose one of. ``described_by``: ids of what is said."""
    described = f' aria-describedby="{escape(described_by)}"' if described_by else ""
    start = f'<label class="pill"><input type="{escape(kind)}" name="{escape(name)}" value="'
    return mark_safe(  # noqa: S308 - all that varies is escaped
        "".join(
            f'{start}{escape(value)}"{" checked" if value in chosen else ""}{described}>{escape(label)}</label>'
            for value, label in choices
        )
    )


def _drawn(part: str, field: "Field") -> SafeString:
    key = (part, field.question.pointer)
    if key not in _DRAWN:
        _DRAWN[key] = render_to_string(f"hiring/form/_question.html#{part}", {"field": field})
    return _DRAWN[key]
