"""What goes wrong while something packed is unpacked, and rows that never end."""

from __future__ import annotations

import lzma
import re
import zipfile
import zlib
from collections import deque
from typing import IO

DAMAGES = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
)
"""What unpacking raises: wrong sums, places outside the file, methods and locks that nobody expects."""

ROW_LIMIT = 16 << 20
"""Most bytes of a spreadsheet's XML without the beginning or end of a row or text: Excel's longest cell has
32,767 characters, and a row 16,384 cells."""

_NEAR = 16 << 10
_MARK = re.compile(rb"<[/\w:-]*(?:row|si)[ />]")


class RowTooLong(Exception):
    """A row of a sheet does not end within ROW_LIMIT bytes; a parser would keep all of it in memory."""


class RowStream:
    """XML of a sheet or of its texts on its way to a parser, watched for rows that never end."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._since = 0

    def read(self, size: int = -1) -> bytes:
        """Some bytes more. Raises RowTooLong."""
        data = self._stream.read(size)
        passed = _since_mark(data)
        self._since = self._since + len(data) if passed < 0 else passed
        if self._since > ROW_LIMIT:
            raise RowTooLong
        return data


def _since_mark(data: bytes) -> int:
    """Bytes behind the last mark, which mostly stands near the end; -1 without one."""
    for start in (max(0, len(data) - _NEAR), 0):
        found = deque(_MARK.finditer(data, start), maxlen=1)
        if found:
            return len(data) - found[0].end()
    return -1
