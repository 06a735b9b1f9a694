"""What a report repeats by the hundred: effects, lines of evidence, standing flags.

A report may hold a hundred flags with two lines of evidence each; the template engine takes five times as long for one
as writing it down.
"""

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

from django import template
from django.template.context import Context
from django.utils.safestring import SafeString, mark_safe

from hiring.templatetags.strip import sev

if TYPE_CHECKING:
    from hiring.views.report_rows import EffectRow, EvidenceRow, FindingRow, FlagRow

register = template.Library()


@register.filter
def effect_of(effect: "EffectRow") -> SafeString:
    """Before and after."""
    state = f' class="is-{effect.state}"' if effect.state else ""
    return mark_safe(  # noqa: S308 - all that varies is escaped
        f'<span class="effect"><span><span class="vh">Now: </span>{escape(effect.now)}</span>'
        '<svg class="icon" aria-hidden="true"><use href="#i-arrow"/></svg>'
        f'<span><span class="vh">then: </span><b{state}>{escape(effect.then)}</b></span></span>'
    )


@register.filter
def evidence_lines(evidence: Iterable["EvidenceRow"]) -> SafeString:
    """The lines of the table of evidence: answer, found, expected, trigger."""
    return mark_safe(  # noqa: S308 - all that varies is escaped
        "".join(
            f'<tr><td data-label="Answer"><a class="ev" href="{escape(line.answer.href)}">'
            f"{escape(line.answer.label)}</a></td>"
            f'<td data-label="Found">{escape(line.observed)}</td><td data-label="Expected">{escape(line.expected)}</td>'
            f'<td class="nowrap" data-label="Trigger"><span class="id">{escape(line.trigger)}</span> '
            f"{line.mark.word.lower()}</td></tr>"
            for line in evidence
        )
    )


@register.simple_tag(takes_context=True)
def flag_sections(context: Context, row: "FindingRow") -> SafeString:
    """The standing flags of a finding: what each says, its fix, and how to accept it instead."""
    back = f"{context['request'].path}?at={row.finding.mistake.id}#message"
    forms = (
        f'<input type="hidden" name="csrfmiddlewaretoken" value="{context["csrf_token"]}">'
        f'<input type="hidden" name="next" value="{escape(back)}">'
    )
    return mark_safe("".join(_flag_section(flag, row, forms) for flag in row.flags))  # noqa: S308 - as above


def _flag_section(row: "FlagRow", finding: "FindingRow", forms: str) -> str:
    flag = row.flag
    if row.shown_under:
        fix = (
            f'<p class="sm muted">This rests on the same fact as <a href="#{row.shown_under[:3].lower()}">'
            f"{row.shown_under}</a>; its fix stands there.</p>"
        )
    else:
        fix = f'<p class="sm"><b>Fix.</b> {escape(flag.fix)}</p><div class="row">{_by_click(row, finding, forms)}</div>'
    return (
        f'<section class="flag-row is-{row.mark.state}" aria-label="{flag.id}"><p class="meta">{sev(row.mark)}'
        f'<span class="id">{flag.id}</span></p><div class="stack tight"><p>{escape(flag.message)}</p>{fix}'
        f"{_accepting(row)}</div></section>"
    )


def _by_click(row: "FlagRow", finding: "FindingRow", forms: str) -> str:
    """The button that applies the fix, its effect, and the way to the answer."""
    fix, parts = row.fix, []
    if fix.apply:
        parts.append(
            f'<form method="post" action="{escape(fix.apply)}">{forms}<button class="btn small" type="submit">Apply'
            f'<span class="vh">: {escape(row.flag.fix)}</span></button></form>'
        )
    if fix.effect:
        parts.append(effect_of(fix.effect))
    elif fix.is_unforeseen:
        parts.append(
            f'<span id="effect-{row.flag.id}"><a class="btn quiet small" href="?effects={finding.finding.mistake.id}'
            f'#{finding.anchor}">What it would change</a></span>'
        )
    answer = f'<a class="sm" href="{escape(fix.answer.href)}">Go to {escape(fix.answer.label)}</a>'
    return "".join((*parts, answer))


def _accepting(row: "FlagRow") -> str:
    if row.waive:
        address = escape(row.waive)
        return (
            f'<p><a class="sm muted" href="{address}" hx-get="{address}" hx-target="closest p" hx-select=".waive"'
            f' hx-swap="outerHTML">Accept this instead<span class="vh">: waive {row.flag.id}</span></a></p>'
        )
    if row.second_person:
        return (
            '<p class="note">A blocker is accepted by a second person only: a recruiter or an administrator who does'
            " not own the requisition.</p>"
        )
    return ""
