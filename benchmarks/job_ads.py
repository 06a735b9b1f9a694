"""Reading job ads: time of an ad of 5 KB, ads a second, and that time grows with length alone."""

import gc
import json
import time
from collections.abc import Iterator
from datetime import date
from itertools import count
from pathlib import Path

from benchmarks.hostile_ads import hostile_ads
from benchmarks.timing import cpu_ms, show
from hiring.demo.seed import demo_document
from hiring.job_ad import as_json, flags_of, read_ad_text
from hiring.job_ad.examples import EXAMPLES
from hiring.skills import skills_in

TODAY = date(2026, 11, 22)
SIZE = 5_000
HOW_MANY = 1_000
GOLD = Path(__file__).parents[1] / "tests" / "hiring" / "job_ad" / "gold.jsonl"


def measure() -> None:
    """Print the times beside the floor of matching skills alone in the same text.

    An ordinary ad is one as companies write them: one of ours with the text of a demo requisition after it. The gold
    ads are as dense as ads get: in 5 KB some 110 lines and 70 demands, three times as many.
    """
    print("Job ads")
    ordinary = _unlike(_of_size([*(each.text for each in EXAMPLES[-1:]), _demo_ad()], SIZE))
    floor = cpu_ms(lambda: skills_in(next(ordinary)), 200)
    reading = cpu_ms(lambda: as_json(read_ad_text(next(ordinary))), 200)
    show(
        "an ordinary ad of 5 KB, everything read",
        f"{reading:.2f} ms",
        f"2 ms; {reading / floor:.0f}x matching of skills alone",
    )
    texts = [json.loads(line)["text"] for line in GOLD.read_text(encoding="utf-8").splitlines()]
    ads = _unlike(_of_size(texts, SIZE))
    floor = cpu_ms(lambda: skills_in(next(ads)), 200)
    reading = cpu_ms(lambda: as_json(read_ad_text(next(ads))), 200)
    flags = cpu_ms(lambda: flags_of(read_ad_text(next(ads)), TODAY), 200)
    show("the densest of 5 KB", f"{reading:.2f} ms", f"2 ms; {reading / floor:.0f}x matching of skills alone")
    show("the same with its flags", f"{flags:.2f} ms")
    began = time.process_time()
    for _ in range(HOW_MANY):
        ad = read_ad_text(next(ads))
        as_json(ad, flags_of(ad, TODAY))
    show("1,000 ads of 5 KB, read and flagged", f"{time.process_time() - began:.1f} s", "a few seconds")
    short, longer = (_time_of(_unlike(_of_size(texts, size))) for size in (20_000, 160_000))
    show("160 KB against 20 KB", f"{longer / short:.1f}x", "8x: no slower than linear")
    worst, name = max(_growths(20_000, 160_000))
    show("the same of texts made to be slow, the worst", f"{worst:.1f}x", f"8x; {name}")


def _demo_ad() -> str:
    return demo_document("healthy_senior").role.job_ad or ""


def _time_of(ads: Iterator[str], times: int = 9) -> float:
    """Milliseconds to read one of these ads."""
    return cpu_ms(lambda: read_ad_text(next(ads)), times)


def _growths(short: int, longer: int) -> Iterator[tuple[float, str]]:
    """How many times as long the longer of two hostile texts takes, and what it is made of.

    Without the garbage collector, which goes over all that is kept again and again: its time is not the reader's.
    """
    gc.disable()
    for (name, small), large in zip(hostile_ads(short).items(), hostile_ads(longer).values(), strict=True):
        yield _time_of(_numbered(large), 5) / _time_of(_numbered(small), 9), name
    gc.enable()


def _numbered(text: str) -> Iterator[str]:
    return (f"{text} {number}" for number in count())


def _unlike(text: str) -> Iterator[str]:
    """The text again and again, never twice the same in a row of 100: the last few readings are kept."""
    for number in count():
        yield text[number % 100 :]


def _of_size(texts: list[str], size: int) -> str:
    """A text of that many characters, made of these ads."""
    whole = "\n".join(texts)
    return (whole * (size // len(whole) + 1))[:size]
