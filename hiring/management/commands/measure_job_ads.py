"""`manage.py measure_job_ads FILE`: how well labelled job ads are read, field by field."""

import json
import time
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from hiring.cli.ads import AdEntry, read_ad_lines
from hiring.cli.command import FileCommand
from hiring.cli.reading import BadInput, read_bytes, read_day
from hiring.job_ad.measure import Score, measure
from hiring.management.commands.analyse_job_ad import answer


class Command(FileCommand):
    """Measure the reading of job ads. Works without a database."""

    help = (
        "Hold what is read from job ads against labels: JSON Lines with the ad's id, title and text beside the fields "
        "of analyse_job_ad that are labelled (in the line itself, or under its key “label”). Prints accuracy or F1 of "
        "each field and the ads read in a second."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """File, form and whether to list what was read wrongly."""
        parser.add_argument("file", metavar="FILE", help="JSON Lines of labelled ads; - for standard input")
        parser.add_argument("--today", metavar="DATE", help="the day of the review, YYYY-MM-DD; default: today")
        parser.add_argument("--format", choices=("text", "json"), default="text")
        parser.add_argument("--wrong", action="store_true", help="list what was read wrongly")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read, compare, print."""
        today = timezone.localdate() if options["today"] is None else read_day(options["today"])
        name: str = options["file"]
        entries: list[AdEntry] = []
        for entry in read_ad_lines(name, read_bytes(name)):
            if isinstance(entry, BadInput):
                raise entry
            entries.append(entry)
        began = time.perf_counter()
        answers = [answer(entry, today) for entry in entries]
        seconds = time.perf_counter() - began
        pairs = [
            (str(entry.id if entry.id is not None else number), _label(entry), read)
            for number, (entry, read) in enumerate(zip(entries, answers, strict=True), start=1)
        ]
        scores = measure(pairs)
        if not scores:
            raise BadInput(f"{name}: no line holds a label; a label is a field of analyse_job_ad beside the text")
        rate = len(entries) / seconds
        if options["format"] == "json":
            self.stdout.write(json.dumps(_as_json(scores, len(entries), rate), ensure_ascii=False, indent=2))
            return
        self.stdout.write(f"{len(entries)} ads, {rate:.0f} a second")
        for score in scores:
            self.stdout.write(f"{score.field:<22} {_kind(score):<8} {score.value:.3f}  ({_counts(score)})")
            for line in score.wrong if options["wrong"] else ():
                self.stdout.write(f"    {line}")


def _label(entry: AdEntry) -> dict[str, Any]:
    label = entry.rest.get("label")
    return label if isinstance(label, dict) else dict(entry.rest)


def _kind(score: Score) -> str:
    return "F1" if score.kind == "f1" else "accuracy"


def _counts(score: Score) -> str:
    if score.kind == "accuracy":
        return f"{score.right} of {score.labelled}"
    return f"{score.right} right, {score.missed} missed, {score.extra} too many, in {score.labelled} ads"


def _as_json(scores: list[Score], ads: int, rate: float) -> dict[str, Any]:
    return {
        "ads": ads,
        "ads_per_second": round(rate),
        "fields": {
            score.field: {"measure": score.kind, "value": score.value, "labelled": score.labelled, "wrong": score.wrong}
            for score in scores
        },
    }
