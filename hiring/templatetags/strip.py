"""Drawing the strip of twelve and its single bars. The same figures serve page and PDF."""

from collections.abc import Sequence
from functools import cache
from typing import Any, Final

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from hiring.checking import Mistake
from hiring.registry import MISTAKES
from hiring.strip import MARKS, Cell, Mark, cells, in_words

register = template.Library()

_HEIGHT: Final = 15
_PITCH: Final = 16
_FILLED: Final = {"bl": (14, "#b01f17"), "wa": (9, "#c07a0a"), "ad": (5, "#5546a6"), "cl": (2, "#1b6a3e")}
_GREY: Final = "#55636c"


def _bar(kind: str, x: int, width: int) -> str:
    if kind in _FILLED:
        high, colour = _FILLED[kind]
        return f'<rect class="{kind}" fill="{colour}" x="{x}" y="{_HEIGHT - high}" width="{width}" height="{high}"/>'
    if kind == "na":
        return f'<rect class="na" fill="{_GREY}" x="{x}" y="13" width="{width}" height="2"/>'
    left, right = x + 0.5, width - 1
    dashes = ' stroke-dasharray="2 2"' if kind == "un" else ""
    box = f'<rect class="un" fill="none" stroke="{_GREY}" x="{left}" y="1.5" width="{right}" height="13"{dashes}/>'
    strokes = {"wv": f"M{left} 14.5l{right} -13", "er": f"M{left} 14.5l{right} -13M{left} 1.5l{right} 13"}
    if kind in strokes:
        box += f'<path class="wv" fill="none" stroke="{_GREY}" d="{strokes[kind]}"/>'
    return box


_BARS: Final = {mark.bar: _bar(mark.bar, 0, 12) for mark in MARKS.values()}


@register.simple_tag
def bar(kind: str, width: int = 12) -> SafeString:
    """One bar of the strip as a picture; the word stands beside it."""
    inside = _BARS[kind] if width == 12 else _bar(kind, 0, width)
    return mark_safe(  # noqa: S308 - numbers and our own words only
        f'<svg class="heat" width="{width}" height="15" viewBox="0 0 {width} 15" aria-hidden="true">{inside}</svg>'
    )


@register.filter
@cache
def sev(mark: Mark) -> SafeString:
    """A mark as icon and word."""
    return format_html(
        '<span class="sev is-{}"><svg class="icon" aria-hidden="true"><use href="#i-{}"/></svg>{}</span>',
        mark.state,
        mark.icon,
        mark.word,
    )


@register.filter
def about(mistake: Mistake) -> SafeString:
    """Why a mistake matters and who says so: the same in every report."""
    if mistake.id not in _ABOUT:
        _ABOUT[mistake.id] = render_to_string("hiring/_about.html", {"mistake": mistake})
    return _ABOUT[mistake.id]


_ABOUT: Final[dict[str, SafeString]] = {}


_HEAD: Final = "".join(
    f'<text x="{index * _PITCH + 6.5}" y="10" font-size="10.5" text-anchor="middle">{index + 1}</text>'
    for index in range(len(MISTAKES))
)


@register.simple_tag
def heat_head() -> SafeString:
    """The numbers 1 to 12 above a column of strips."""
    width = len(MISTAKES) * _PITCH - 3
    return mark_safe(  # noqa: S308 - numbers only
        f'<svg class="heat" width="{width}" height="12" viewBox="0 0 {width} 12" aria-hidden="true">{_HEAD}</svg>'
    )


_PAPER_PITCH: Final = 40
_PAPER_WIDTH: Final = 24


@register.simple_tag
def paper_strip(strip: Sequence[Cell]) -> SafeString:
    """The strip below its numbers, wide enough for paper: one picture, for a place where the words stand beside it."""
    inside = "".join(
        f'<text x="{index * _PAPER_PITCH + _PAPER_WIDTH // 2}" y="10">{index + 1}</text>'
        f'<g transform="translate(0 15)">{_bar(cell.mark.bar, index * _PAPER_PITCH, _PAPER_WIDTH)}</g>'
        for index, cell in enumerate(strip)
    )
    return format_html(
        '<svg class="heat" viewBox="0 0 {0} 31" width="{0}" height="31" font-family="Source Sans Pro" font-size="10" '
        'text-anchor="middle" fill="{1}" aria-hidden="true"><title>Severity of the twelve mistakes</title>{2}</svg>',
        len(strip) * _PAPER_PITCH - (_PAPER_PITCH - _PAPER_WIDTH),
        _GREY,
        mark_safe(inside),  # noqa: S308 - numbers and our own words only
    )


@register.simple_tag
def heat(worst_flags: Sequence[Any]) -> SafeString:
    """The whole strip as one small picture with its text equivalent. Takes worst flags or cells."""
    strip = worst_flags if worst_flags and isinstance(worst_flags[0], Cell) else cells(worst_flags)
    width = len(strip) * _PITCH - 3
    inside = "".join(_bar(cell.mark.bar, index * _PITCH, 13) for index, cell in enumerate(strip))
    return format_html(
        '<svg class="heat" role="img" width="{}" height="15" viewBox="0 0 {} 15" aria-label="{}">{}</svg>',
        width,
        width,
        in_words(strip),
        mark_safe(inside),  # noqa: S308 - numbers and our own words only
    )
