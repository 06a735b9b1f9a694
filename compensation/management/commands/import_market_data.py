"""``import_market_data``: pay figures from a file, the public aijobs.net one or a survey of one's own."""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from pathlib import Path
from typing import IO, Any, cast

from django.core.management.base import BaseCommand, CommandError
from django.db import IntegrityError, transaction
from django.utils import timezone

from compensation.importing import review_after
from compensation.market_data.lines import LARGEST_CONTENT, Broken, too_large
from compensation.market_data.posting import Reading
from compensation.market_data.reading import as_of, read_market_data
from compensation.market_data.storing import Stored, store
from compensation.market_data.taking_in import stem
from hiring.cli.reading import BadInput, read_day

FORMATS = ("text", "json")
LONGEST_NAME = 120


class Command(BaseCommand):
    """Reads, checks, stores and derives; all of it or nothing."""

    help = (
        "Import pay figures (.csv or .csv.gz): the public aijobs.net salary file, or a survey of your own in the "
        "format of docs/market-figures.md. Running it again on the same file changes nothing; a file with a fault "
        "changes nothing and the line is named."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="the file, or - for standard input")
        parser.add_argument("--name", help="name of the source; a newer file under the same name replaces the older")
        parser.add_argument("--as-of", help="the day the figures are of, YYYY-MM-DD; by default read from the file")
        parser.add_argument("--off", action="store_true", help="import it switched off; switch it on in the admin")
        parser.add_argument("--dry-run", action="store_true", help="read and check, store nothing")
        parser.add_argument("--format", default="text", help="text (default) or json")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self.stdout.write(_import(options))
        except BadInput as error:
            raise CommandError(str(error).replace("\n", " "), returncode=2) from None


def _import(options: dict[str, Any]) -> str:
    if options["format"] not in FORMATS:
        raise BadInput(f"--format: not “{options['format']}”. Allowed: {', '.join(FORMATS)}")
    file, name = options["file"], options["name"]
    if name is not None and not 0 < len(name.strip()) <= LONGEST_NAME:
        raise BadInput(f"--name: 1 to {LONGEST_NAME} characters are allowed")
    today = timezone.localdate()
    given = read_day(options["as_of"]) if options["as_of"] else None
    shown = "standard input" if file == "-" else Path(file).name
    try:
        with _opened(file) as source:
            reading = read_market_data(source, today)
        day = as_of(reading, shown, given, today)
    except Broken as error:
        raise BadInput(f"{shown}, {error}. Nothing was changed.") from None
    stored = None
    if not options["dry_run"]:
        called = "Survey" if file == "-" else stem(shown)
        try:
            with transaction.atomic():
                stored = store(
                    reading,
                    day,
                    name=name and name.strip(),
                    file_name=called,
                    insist=given is not None,
                    active=not options["off"],
                )
                review_after(stored, today)
        except IntegrityError:
            raise BadInput(f"{shown}: another import was faster; nothing was changed, run it again") from None
    shape = _as_json if options["format"] == "json" else _as_text
    return shape(reading, day, stored)


def _opened(file: str) -> AbstractContextManager[IO[bytes]]:
    if file == "-":
        return nullcontext(cast(IO[bytes], sys.stdin.buffer))
    path = Path(file)
    try:
        if path.is_dir():
            raise BadInput(f"{file} is a folder; a file is expected")
        if too_large(path):
            raise BadInput(f"{file} is larger than {LARGEST_CONTENT // 1024 // 1024} MB. Nothing was changed.")
        return path.open("rb")
    except FileNotFoundError:
        raise BadInput(f"{file}: no such file") from None
    except OSError as error:
        raise BadInput(f"{file}: {error.strerror or error}") from None


def _as_json(reading: Reading, day: date, stored: Stored | None) -> str:
    return json.dumps(
        {
            "source": stored.source.name if stored else None,
            "outcome": stored.outcome if stored else "dry run",
            "kind": reading.kind,
            "as_of": day.isoformat(),
            "digest": reading.digest,
            "rows": reading.rows,
            "kept": reading.kept,
            "left_out": dict(sorted(reading.left_out.items())),
            "postings": len(reading.postings),
            "cells": stored.cells if stored else None,
            "switched_on": stored.source.active if stored else None,
        },
        indent=2,
        ensure_ascii=False,
    )


def _as_text(reading: Reading, day: date, stored: Stored | None) -> str:
    return "\n".join(_lines(reading, day, stored))


def _lines(reading: Reading, day: date, stored: Stored | None) -> Iterator[str]:
    yield f"{reading.rows:,} rows read, {reading.kept:,} kept, {reading.rows - reading.kept:,} refused."
    for reason, count in sorted(reading.left_out.items(), key=lambda item: -item[1]):
        yield f"  {count:,} {reason}"
    yield f"{len(reading.postings):,} distinct postings, as of {day:%-d %b %Y}."
    if stored is None:
        yield "Only checked: nothing was stored."
        return
    source = stored.source
    if stored.outcome == "unchanged":
        yield f"“{source}” holds this file already: nothing changed."
    else:
        done = "replaces the earlier file" if stored.outcome == "replaced" else "is new"
        yield f"“{source}” {done}: {stored.cells:,} cells of percentiles."
    yield f"It is switched {'on' if source.active else 'off'}; the admin shows and switches it."
