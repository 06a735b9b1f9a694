"""Changing how a market source is read: switched on or off, its order, its day, its name. A preview comes first."""

from collections.abc import Mapping
from copy import copy
from datetime import date
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db import transaction

from accounts.models import User
from compensation.background import NO_PREVIEW, start
from compensation.market_data.as_json import sources_as_json
from compensation.market_data.sources import active_sources, lock_sources, sources_with
from compensation.market_data.taking_in import CHANGED_SINCE
from compensation.models import MarketSource, Recheck

LABELS: Final = {"active": "switched on", "order": "order", "as_of": "as of", "name": "name"}
SETTINGS: Final = tuple(LABELS)
"""What decides how the figures of a source are read; its name decides the place among those of one order."""

type Settings = dict[str, Any]


def settings_of(source: MarketSource) -> Settings:
    """The settings as plain data."""
    return {name: getattr(source, name) for name in SETTINGS} | {"as_of": source.as_of.isoformat()}


def counts_at_once(source: MarketSource, becomes: Mapping[str, Any]) -> bool:
    """Whether a change touches no figure that is read: the source is switched off and stays so."""
    return not source.active and not becomes["active"]


def preview(source: MarketSource, becomes: Settings, by: User | None, today: date) -> Recheck:
    """Work out in the background what other settings (as from ``settings_of``) would change. Changes nothing."""
    was = settings_of(source)
    if was == becomes:
        raise ValidationError(f"“{source}” is {_state(source.active)} already: nothing would change.")
    return start(
        Recheck(
            about=Recheck.About.SOURCE,
            source=source,
            kind=Recheck.Kind.PREVIEW,
            occasion=f"Preview: {verb(was, becomes)} “{source}”",
            before=sources_as_json(active_sources()),
            after=sources_as_json(sources_with(_given(copy(source), becomes))),
            was=was,
            becomes=becomes,
            day=today,
            made_by=by,
        )
    )


def carry_out(preview: Recheck, by: User | None, today: date) -> Recheck:
    """Make the change that a finished preview of today has shown; the reviews follow in the background.

    Raises ValidationError when the preview does not show what would happen now: it is unfinished, of another day, or
    the sources have been changed since.
    """
    with transaction.atomic():
        lock_sources()
        source = MarketSource.objects.get(rechecks=preview)
        if preview.about != Recheck.About.SOURCE or not preview.usable(today):
            raise ValidationError(NO_PREVIEW)
        before = sources_as_json(active_sources())
        same = settings_of(source) == preview.was
        _given(source, preview.becomes)
        after = sources_as_json(sources_with(source))
        if not same or (before, after) != (preview.before, preview.after):
            raise ValidationError(CHANGED_SINCE)
        source._history_user = by  # type: ignore[attr-defined]
        source.save()
        was, becomes = preview.was, preview.becomes
        return start(
            Recheck(
                about=Recheck.About.SOURCE,
                source=source,
                kind=Recheck.Kind.CHANGE,
                occasion=f"Market data: “{source}” {_done(was, becomes)}",
                before=before,
                after=after,
                was=was,
                becomes=becomes,
                day=today,
                made_by=by,
            )
        )


def can_go_back(made: Recheck) -> bool:
    """Whether the settings are still as this change made them, so that it can be taken back."""
    return (
        made.about == Recheck.About.SOURCE
        and made.kind == Recheck.Kind.CHANGE
        and made.source is not None
        and settings_of(made.source) == made.becomes
    )


def preview_of_going_back(made: Recheck, by: User | None, today: date) -> Recheck:
    """Work out what taking a change back would change. Raises ValidationError when it no longer stands."""
    if made.source is None or not can_go_back(made):
        raise ValidationError("The source has been changed since: there is nothing to take back.")
    return preview(made.source, made.was, by, today)


def changed_settings(was: Settings, becomes: Settings) -> list[tuple[str, Any, Any]]:
    """Each setting that changes, in words, before and after."""
    return [(LABELS[name], _shown(was[name]), _shown(becomes[name])) for name in SETTINGS if was[name] != becomes[name]]


def verb(was: Settings, becomes: Settings) -> str:
    """What is done, as on a button."""
    return "change" if was["active"] == becomes["active"] else f"switch {'on' if becomes['active'] else 'off'}"


def _given(source: MarketSource, settings: Settings) -> MarketSource:
    for name, value in settings.items():
        setattr(source, name, date.fromisoformat(value) if name == "as_of" else value)
    return source


def _done(was: Settings, becomes: Settings) -> str:
    return "changed" if was["active"] == becomes["active"] else f"switched {'on' if becomes['active'] else 'off'}"


def _shown(value: Any) -> Any:
    return ("yes" if value else "no") if isinstance(value, bool) else value


def _state(active: bool) -> str:
    return f"switched {'on' if active else 'off'}"
