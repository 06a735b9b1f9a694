"""The part of a re-check that reads an uploaded file: as a dry run, or to store it. Done in the background."""

import io
import time
from collections.abc import Callable, Mapping
from typing import Any, Final, get_args

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from compensation.cells import Sources
from compensation.figures.postings import Cell, Key, shipped
from compensation.market_data.as_json import sources_as_json
from compensation.market_data.lines import MOST_FAULTS, Broken, BrokenRows
from compensation.market_data.posting import ALL_LEVELS, Reading
from compensation.market_data.reading import as_of, read_market_data
from compensation.market_data.sources import active_sources, lock_sources, sources_with, stored_cells
from compensation.market_data.storing import Planned, plan, store
from compensation.models import MarketUpload, Recheck
from compensation.models.rechecks import STORING
from compensation.progress import tell, tell_and_listen
from hiring.document.role import Level

TELL_EVERY: Final = 0.5
"""Seconds between two notes of progress while a file is read."""
LEVELS: Final = frozenset((*get_args(Level), ALL_LEVELS))
MOST_CHANGES: Final = 100
"""Cells shown with their figures before and after; the others are counted."""
CHANGED_SINCE: Final = "The market sources have changed since the preview; nothing was changed. Make a new one."


def take_in(made: Recheck) -> None:
    """Read the file of this re-check, then say what it would change, or store it.

    Raises ValidationError where the file cannot be used, Cancelled where somebody wants it to stop. Does nothing
    where the file is stored already and only the reviews are left.
    """
    upload = MarketUpload.objects.filter(recheck=made).first()
    if upload is None:
        if made.kind == Recheck.Kind.CHANGE and made.source_id:
            return
        raise ValidationError("The file is no longer there. Choose it again.")
    try:
        reading = _read(made, upload)
        day = as_of(reading, upload.file_name, upload.as_of, made.day)
    except Broken as fault:
        made.found = {"file": upload.file_name, "faults": [str(each) for each in _faults(fault)]}
        tell(made, "found")
        raise ValidationError(_refusal(fault)) from None
    made.step, made.done = "Working out the percentiles", made.total
    tell_and_listen(made, "step")
    how: dict[str, Any] = {
        "name": upload.name or None,
        "file_name": stem(upload.file_name),
        "insist": upload.as_of is not None,
        "active": upload.active,
        "by": made.made_by,
    }
    if made.kind == Recheck.Kind.PREVIEW:
        _look(made, reading, plan(reading, day, **how), upload.file_name)
    else:
        made.step = STORING
        tell_and_listen(made, "step")
        _store(made, upload, lambda: store(reading, day, **how))


def stem(file_name: str) -> str:
    """What a source is called whose file names nothing better."""
    return file_name.removesuffix(".gz").removesuffix(".csv")[:120] or "Survey"


def _read(made: Recheck, upload: MarketUpload) -> Reading:
    content = bytes(upload.content)
    made.step, made.total, made.done = "Reading the file", len(content), 0
    tell_and_listen(made, "step")

    def at(position: int) -> None:
        made.done = position
        tell_and_listen(made)

    return read_market_data(io.BufferedReader(_Watched(content, at)), made.day)


def _look(made: Recheck, reading: Reading, planned: Planned, file_name: str) -> None:
    source, before = planned.source, active_sources()
    made.found = {
        "file": file_name,
        "name": source.name,
        "kind": source.get_kind_display(),
        "outcome": planned.outcome,
        "active": source.active,
        "as_of": source.as_of.isoformat(),
        "rows": reading.rows,
        "kept": reading.kept,
        "left_out": [
            [reason, count, reading.examples.get(reason, [])] for reason, count in reading.left_out.most_common()
        ],
        "postings": len(reading.postings),
    }
    made.before = made.after = sources_as_json(before)
    if planned.outcome != "unchanged":
        cells = planned.checked_cells
        made.after = sources_as_json(sources_with(source, cells))
        known = stored_cells(source.pk) if source.pk else _today(before, cells, reading)
        compared = "the earlier file" if source.pk else "what answers today"
        made.found |= {"compared": compared, **_compared(_asked(known), _asked(cells))}
        made.found["others"] = len(planned.cells) - made.found["checked"]
    tell(made, "found", "before", "after")


def _store(made: Recheck, upload: MarketUpload, storing: Callable[[], Any]) -> None:
    try:
        with transaction.atomic():
            lock_sources()
            stored = storing()
            if (stored.before, stored.after) != (made.before, made.after):
                raise ValidationError(CHANGED_SINCE)
            made.source = stored.source
            made.save(update_fields=["source"])
            upload.delete()
    except IntegrityError:
        raise ValidationError("Another import was faster; nothing was changed. Make a new preview.") from None


def _today(sources: Sources, cells: Mapping[Key, Cell], reading: Reading) -> dict[Key, Cell]:
    """What the sources that are read say where the new one has figures, or takes the place of the shipped ones."""
    first: dict[Key, Cell] = {}
    for figures in reversed(sources):
        first |= figures.cells
    wanted = cells.keys() | (shipped().cells.keys() if reading.kind == "aijobs" else set())
    return {key: cell for key, cell in first.items() if key in wanted}


def _asked(cells: Mapping[Key, Cell]) -> dict[Key, Cell]:
    """Without the levels that no requisition has: the public file knows executives."""
    return {key: cell for key, cell in cells.items() if key[1] in LEVELS}


def _compared(before: Mapping[Key, Cell], after: Mapping[Key, Cell]) -> dict[str, Any]:
    """The cells that come, go or say something else: the newest two years of whole countries first."""
    changed = [key for key in before.keys() & after.keys() if before[key] != after[key]]
    new, gone = after.keys() - before.keys(), before.keys() - after.keys()
    keys = sorted((*changed, *new, *gone), key=lambda key: (key[3] != "recent", key[4], key[2], key[:2]))
    return {
        "checked": len(after),
        "new": len(new),
        "changed": len(changed),
        "gone": len(gone),
        "changes": [_row(key, before.get(key), after.get(key)) for key in keys[:MOST_CHANGES]],
        "more": len(keys[MOST_CHANGES:]),
    }


def _row(key: Key, was: Cell | None, becomes: Cell | None) -> dict[str, Any]:
    family, level, country, years, zone = key
    figures = {
        name: cell and {"p50": int(cell.p50), "n": cell.n} for name, cell in (("before", was), ("after", becomes))
    }
    return {"family": family, "level": level, "where": f"{country} {zone}".strip(), "years": years, **figures}


def _faults(fault: Broken) -> list[Broken]:
    return fault.faults if isinstance(fault, BrokenRows) else [fault]


def _refusal(fault: Broken) -> str:
    count = len(_faults(fault))
    if count == 1:
        return "Nothing was stored: the file has a fault."
    counted = f"the first {count}" if count == MOST_FAULTS else f"{count}"
    return f"Nothing was stored: {counted} faults of the file are below."


class _Watched(io.RawIOBase):
    """Bytes that tell now and then how far they have been read."""

    def __init__(self, content: bytes, at: Callable[[int], None]) -> None:
        self._content, self._position, self._at = memoryview(content), 0, at
        self._told = time.monotonic()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if time.monotonic() - self._told >= TELL_EVERY:
            self._at(self._position)
            self._told = time.monotonic()
        part = self._content[self._position : self._position + len(buffer)]
        buffer[: len(part)] = part
        self._position += len(part)
        return len(part)
