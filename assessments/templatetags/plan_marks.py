"""Marks for the hiring plan. Paper knows no style sheet inside SVG: colours are attributes.

Every picture has a title: in a tagged PDF it is the picture's alternative text. On the screen the word beside it
speaks, and the picture is hidden from those who listen.
"""

from collections.abc import Sequence
from typing import Any, Final

from django import template
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

_SHAPES: Final = {
    "blocker": (
        "#b01f17",
        '<path d="M8.2 2.8h7.6l5.4 5.4v7.6l-5.4 5.4H8.2l-5.4-5.4V8.2z"/><path d="M8 12h8" stroke-width="2.4"/>',
    ),
    "warning": ("#855000", '<path d="M12 3.2 22 20.5H2z"/><path d="M12 9.5v5M12 17.6v.1" stroke-width="2.1"/>'),
    "advice": ("#5546a6", '<circle cx="12" cy="12" r="9"/><path d="M12 11v5.5M12 7.6v.1" stroke-width="2.1"/>'),
    "clear": ("#1b6a3e", '<path d="m4 12.8 5.2 5.2L20 6.8" stroke-width="2.4"/>'),
    "waived": ("#55636c", '<rect x="4" y="4" width="16" height="16" rx="2"/><path d="m7 17 10-10"/>'),
    "unknown": (
        "#55636c",
        '<circle cx="12" cy="12" r="9" stroke-dasharray="3.2 2.9"/>'
        '<path d="M9.7 9.4a2.4 2.4 0 1 1 3.5 2.3c-.8.4-1.2 1-1.2 1.8M12 16.8v.1"/>',
    ),
}

_MARKS: Final = {
    kind: (
        '<svg width="13" height="13" viewBox="0 0 24 24" fill="none" '
        f'stroke="{colour}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" '
        f'aria-hidden="true"><title>{kind.capitalize()}</title>{shape}</svg>'
    )
    for kind, (colour, shape) in _SHAPES.items()
}


@register.simple_tag
def plan_mark(kind: str) -> SafeString:
    """The picture of a severity or state; the word stands beside it."""
    return mark_safe(_MARKS[kind])  # noqa: S308 - our own shapes only


@register.filter
def pairs(rows: Sequence[Any]) -> list[Sequence[Any]]:
    """Rows two by two, to stand beside each other; the last may be alone."""
    return [rows[place : place + 2] for place in range(0, len(rows), 2)]
