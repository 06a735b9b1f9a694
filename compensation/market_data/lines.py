"""Reading a text file of unknown origin line by line: plain or gzip, with limits, and errors that name the line."""

import gzip
import hashlib
import io
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, cast

LARGEST_CONTENT = 128 * 1024 * 1024
"""Bytes after decompression. The whole public file holds 8.4 million."""
LONGEST_LINE = 16 * 1024
"""Bytes."""
GZIP_START = b"\x1f\x8b"


class Broken(Exception):
    """The file cannot be used as it is. ``line`` counts from 1; None where it is the whole file."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message if line is None else f"line {line}: {message}")
        self.line = line


MOST_FAULTS = 20
"""Rows with a fault that are named; reading stops there."""


class BrokenRows(Broken):
    """Rows of the file make no sense. Reads as the first fault; ``faults`` holds the first 20."""

    def __init__(self, faults: "list[Broken]") -> None:
        super().__init__(str(faults[0]))
        self.faults, self.line = faults, faults[0].line


class Lines:
    """The lines of a file as text, with their ends. ``digest`` is that of the content read so far."""

    def __init__(self, source: IO[bytes]) -> None:
        self._source = source
        self._hash = hashlib.sha256()
        self.number = 0

    @property
    def digest(self) -> str:
        """SHA-256 as hexadecimal digits."""
        return self._hash.hexdigest()

    def __iter__(self) -> Iterator[str]:
        source = self._source
        buffered = source if isinstance(source, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, source))
        unpacked = gzip.GzipFile(fileobj=buffered) if buffered.peek(2)[:2] == GZIP_START else buffered
        total = 0
        while content := self._next(unpacked):
            self.number += 1
            total += len(content)
            if len(content) > LONGEST_LINE:
                raise Broken(f"longer than {LONGEST_LINE // 1024} KB, so this is not a table of pay", self.number)
            if total > LARGEST_CONTENT:
                raise Broken(f"the content is larger than {LARGEST_CONTENT // 1024 // 1024} MB", self.number)
            self._hash.update(content)
            yield self._text(content)

    def _next(self, unpacked: IO[bytes] | io.BufferedReader | gzip.GzipFile) -> bytes:
        try:
            return unpacked.readline(LONGEST_LINE + 1)
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            what = "the compressed file is cut off" if isinstance(error, EOFError) else "the compressed file is damaged"
            raise Broken(f"{what} after this line", self.number) from None
        except OSError as error:
            raise Broken(f"cannot be read: {error.strerror or error}", self.number) from None

    def _text(self, content: bytes) -> str:
        if b"\0" in content:
            raise Broken("holds a zero byte, so this is not a text file", self.number)
        try:
            return content.decode("utf-8-sig" if self.number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            wrong = content[error.start]
            raise Broken(f"not UTF-8 text (byte 0x{wrong:02x}); save the file as UTF-8", self.number) from None


def too_large(path: Path) -> bool:
    """Whether a file is over the limit before a byte is read: no gzip is larger than what it holds."""
    return path.stat().st_size > LARGEST_CONTENT
