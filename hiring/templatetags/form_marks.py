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

from hiring.forms.markup import options

if TYPE_CHECKING:
    from hiring.forms.slot_groups import Slot
    from hiring.views.form_fields import Field

register = template.Library()
register.simple_tag(options)

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


@register.simple_tag
def slot_items(name: str, slots: Iterable["Slot"], may_edit: bool, action: str) -> SafeString:
    """Requirements of the list ``name``, each with its buttons for those who may edit. ``action``: where these post."""
    is_must = name == "must_haves"
    other, arrow = ("nice-to-have", "down") if is_must else ("must-have", "up")
    posts = escape(action)
    items = []
    for slot in slots:
        kind, icon = _SLOT_MARKS[slot.mark]
        words = escape(slot.words)
        years = f", {escape(slot.years)} years" if slot.years else ""
        buttons = (
            f'<button type="submit" name="do" value="move:{name}:{slot.index}" aria-label="Move {words} to {other}"'
            f' title="Move to {other}" hx-post="{posts}"><svg class="icon" aria-hidden="true"><use href="#i-{arrow}"/>'
            f'</svg></button><button type="submit" name="do" value="remove:{name}:{slot.index}"'
            f' aria-label="Remove {words}" title="Remove" hx-post="{posts}"><svg class="icon" aria-hidden="true">'
            '<use href="#i-x"/></svg></button>'
        )
        items.append(f'<li class="slot{kind}"><span>{icon}{words}{years}</span>{buttons if may_edit else ""}</li>')
    return mark_safe("".join(items))  # noqa: S308 - all that varies is escaped


@register.simple_tag
def slot_years(name: str, slots: Iterable["Slot"]) -> SafeString:
    """The fields for the years that each requirement of the list ``name`` asks for."""
    return mark_safe(  # noqa: S308 - all that varies is escaped
        "".join(
            f'<li class="row"><label for="{name}-{slot.index}-years">{escape(slot.words)}</label><span class="unit">'
            f'<input class="input short" id="{name}-{slot.index}-years" name="{name}-{slot.index}-years"'
            f' value="{escape(slot.years)}" inputmode="decimal" aria-describedby="said-{name}">years</span></li>'
            for slot in slots
        )
    )


_SLOT_MARKS: Final = {
    "": ("", ""),
    "off_role": (
        " is-warning",
        '<svg class="icon" role="img" aria-label="Belongs to another job"><use href="#i-warning"/></svg>',
    ),
    "unknown": (
        " is-unknown",
        '<svg class="icon" role="img" aria-label="Not recognised: it counts, but is not judged">'
        '<use href="#i-unknown"/></svg>',
    ),
}
"""By ``Slot.mark``: the class of the line and the icon before its words."""


def _drawn(part: str, field: "Field") -> SafeString:
    key = (part, field.question.pointer)
    if key not in _DRAWN:
        _DRAWN[key] = render_to_string(f"hiring/form/_question.html#{part}", {"field": field})
    return _DRAWN[key]
