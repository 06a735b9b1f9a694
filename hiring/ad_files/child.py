"""What runs in the process of its own: one file in on standard input, one line of JSON out."""

import json
import resource
import sys

from hiring.ad_files.apart import MEMORY, SECONDS
from hiring.ad_files.kinds import FileKind
from hiring.ad_files.refused import Refused

_UNREADABLE = "The file cannot be read. Save it again, or paste the text."


def main() -> None:
    """Limit itself, read, answer. Past the limits the system ends the process, and there is no answer."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    content = sys.stdin.buffer.read()
    try:
        answer = {"text": _text(content, FileKind(sys.argv[1]))}
    except Refused as refused:
        answer = {"refused": str(refused)}
    except Exception:  # noqa: BLE001  # readers raise whatever a hostile file makes them stumble over
        answer = {"refused": _UNREADABLE}
    sys.stdout.write(json.dumps(answer))


def _text(content: bytes, kind: FileKind) -> str:
    if kind is FileKind.PDF:
        from hiring.ad_files.pdf import text_of_pdf

        return text_of_pdf(content)
    from hiring.ad_files.word import text_of_word

    return text_of_word(content)
