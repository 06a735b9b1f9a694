"""Reading Word and PDF in a process of its own, so that a hostile file cannot take the server down."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

from hiring.ad_files.kinds import FileKind
from hiring.ad_files.refused import TOO_MUCH, Refused

SECONDS: Final = 5
"""Processor time a file may cost. An ad takes a tenth of one."""

AT_MOST: Final = 4 * SECONDS
"""Seconds by the clock, for a process that waits instead: long, since a busy server shares its processors out."""

MEMORY: Final = 768 * 1024 * 1024
"""Bytes of address space for it, Python itself included."""

_ROOT: Final = Path(__file__).resolve().parents[2]


def text_read_apart(content: bytes, kind: FileKind) -> str:
    """The text of a Word or PDF file. Raises Refused, also where the limits of time and memory are met."""
    command = [sys.executable, "-c", "from hiring.ad_files.child import main; main()", kind.value]
    try:
        done = subprocess.run(  # noqa: S603  # our own interpreter and module; the file comes by standard input
            command,
            input=content,
            capture_output=True,
            timeout=AT_MOST,
            check=False,
            cwd=_ROOT,
        )
    except subprocess.TimeoutExpired:
        raise Refused(TOO_MUCH) from None
    try:
        answer: Any = json.loads(done.stdout)
    except ValueError:
        raise Refused(TOO_MUCH) from None
    if "refused" in answer:
        raise Refused(answer["refused"])
    return str(answer["text"])
