"""Taking times."""

import resource
import time
from collections.abc import Callable
from statistics import median


def cpu_ms(action: Callable[[], object], rounds: int) -> float:
    """Median processor time of one call in milliseconds, after three calls to warm up."""
    for _ in range(3):
        action()
    times = []
    for _ in range(rounds):
        before = time.process_time()
        action()
        times.append((time.process_time() - before) * 1000)
    return median(times)


def peak_mb() -> float:
    """The most memory this process has held so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def show(what: str, value: str, held: str = "") -> None:
    """One line of the table: what, its value, and what is held to."""
    print(f"  {what:<58} {value:>22}   {held}")
