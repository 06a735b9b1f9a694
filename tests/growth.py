"""How the time of a function grows with the length of what it reads, told so that a busy machine does not matter."""

import gc
import time
from collections.abc import Callable

_TRIES = 4


def grows_like_length(
    read: Callable[[str], object], make: Callable[[int], str], *, length: int, times: int = 4
) -> bool:
    """Whether ``times`` the length takes about ``times`` the processor time, and not its square.

    ``make`` gives a text of some length. Noise only ever adds time, so one undisturbed measurement of several is
    enough; a function slower than linear fails them all. No text is read twice, so that nothing kept flatters it.
    """
    for attempt in range(_TRIES):
        short = _seconds(read, make(length), attempt)
        if _seconds(read, make(times * length), attempt) < 2.25 * times * short + 0.02:
            return True
    return False


def _seconds(read: Callable[[str], object], text: str, attempt: int) -> float:
    best = 60.0
    for repeat in range(2):
        gc.collect()
        gc.disable()
        try:
            began = time.process_time()
            read(f"{text} {attempt}{repeat}")
            best = min(best, time.process_time() - began)
        finally:
            gc.enable()
    return best
