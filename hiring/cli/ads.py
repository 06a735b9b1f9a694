"""Reading ads from files, and an ad's answer as text for a terminal."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from textwrap import shorten
from typing import Any

from hiring.ad_files import Refused, text_of_file
from hiring.cli.reading import BadInput, decoded
from hiring.job_ad import AdFlag, JobAd, Span
from hiring.job_ad.json_form import NOT_ENGLISH

_MARKS = {"blocker": "[B]", "warning": "[W]", "advice": "[A]"}
_MOST_WORDS_SHOWN = 4
_WIDTH = 70


@dataclass(frozen=True, slots=True)
class AdEntry:
    """One ad to read. ``rest`` holds what else its line of a collection says: labels, for one."""

    text: str
    title: str | None = None
    id: Any = None
    rest: Mapping[str, Any] = field(default_factory=dict)


def read_ad_file(name: str, content: bytes) -> AdEntry:
    """An ad from the content of a file of any accepted format. Raises BadInput."""
    try:
        return AdEntry(text_of_file(content, "ad.txt" if name == "-" else name))
    except Refused as error:
        raise BadInput(f"{name}: {error}") from None


def read_ad_lines(name: str, content: bytes) -> Iterator[AdEntry | BadInput]:
    """One ad a line: ``{"id", "title", "text"}``. A line that cannot be read comes out as the BadInput to show."""
    for number, line in enumerate(decoded(content, name).split("\n"), start=1):
        if not line.strip():
            continue
        where = f"{'standard input' if name == '-' else name} line {number}"
        try:
            yield _entry(line, where)
        except BadInput as error:
            yield error


def _entry(line: str, where: str) -> AdEntry:
    try:
        value = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise BadInput(f"{where}: not valid JSON: {getattr(error, 'msg', 'nested too deep')}") from None
    if not isinstance(value, dict):
        raise BadInput(f'{where}: an object with "text" is expected')
    text, title = value.get("text"), value.get("title")
    if not isinstance(text, str):
        raise BadInput(f'{where}: "text" is expected, the text of the ad')
    if title is not None and not isinstance(title, str):
        raise BadInput(f'{where}: "title" is text or null')
    rest = {key: part for key, part in value.items() if key not in ("text", "title", "id")}
    return AdEntry(text, title or None, value.get("id"), rest)


def ad_text(ad: JobAd, flags: tuple[AdFlag, ...]) -> str:
    """What an ad says and the flags it raises, each with the words and their offsets."""
    return "\n".join(_lines(ad, flags)) + "\n"


def _lines(ad: JobAd, flags: tuple[AdFlag, ...]) -> Iterator[str]:
    yield ad.title or "Ad without a title"
    if not ad.english:
        yield NOT_ENGLISH
        return
    yield f"{ad.words} words."
    yield ""
    facts: tuple[tuple[str, Any, tuple[Span, ...]], ...] = (
        ("Job", ad.discipline.value if ad.discipline else None, ()),
        ("Level", ad.level.value if ad.level else None, ad.level.spans if ad.level else ()),
        ("Years", ad.years.value if ad.years else None, ad.years.spans if ad.years else ()),
        ("Degree", ad.degree.value if ad.degree else None, ad.degree.spans if ad.degree else ()),
        ("Pay", _pay(ad), ad.pay.spans if ad.pay else ()),
        ("Work mode", ad.work_mode.value if ad.work_mode else None, ad.work_mode.spans if ad.work_mode else ()),
        ("On call", ad.on_call.value if ad.on_call else None, ad.on_call.spans if ad.on_call else ()),
        (
            "Reports to",
            ad.reporting_line.value if ad.reporting_line else None,
            ad.reporting_line.spans if ad.reporting_line else (),
        ),
    )
    for label, value, spans in facts:
        yield f"{label + ':':<12} {'not said' if value is None else value}{_quoted(ad, spans)}"
    for label, slots in (("Must-haves", ad.must), ("Nice to have", ad.nice)):
        if slots:
            yield ""
            yield f"{label} ({len(slots)}):"
            for slot in slots:
                yield f"    {' or '.join(slot.any_of)}{_quoted(ad, slot.spans[:1])}"
    yield ""
    yield f"Flags ({len(flags)}):" if flags else "No flags."
    for flag in flags:
        yield f"{_MARKS[flag.severity]} {flag.trigger} {flag.message}"
        for span in flag.spans[:_MOST_WORDS_SHOWN]:
            yield f"       {_quoted(ad, (span,)).strip()}"
        yield f"       Fix: {flag.fix}"


def _pay(ad: JobAd) -> str | None:
    if ad.pay is None:
        return None
    pay = ad.pay.value
    bounds = "-".join(f"{bound:,}" for bound in dict.fromkeys((pay.low, pay.high)) if bound is not None)
    return f"{pay.currency or ''} {bounds} per {pay.period}".strip()


def _quoted(ad: JobAd, spans: tuple[Span, ...]) -> str:
    return "".join(
        f"  “{shorten(ad.words_at(span), _WIDTH, placeholder='…')}” ({span.start}-{span.end})" for span in spans
    )
