"""The part of a file that is in memory while vCards are cut out of it, UTF-16 turned into UTF-8."""

from __future__ import annotations

import codecs
from typing import BinaryIO

CHUNK = 1 << 20
_WIDE_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LEADING = b"\r\n\x00 "


class Utf8Stream:
    """A stream in UTF-16 or UTF-32 read as UTF-8."""

    def __init__(self, stream: BinaryIO, head: bytes, encoding: str) -> None:
        self._stream = stream
        self._head = head
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")

    def read(self, size: int) -> bytes:
        """About `size` bytes of UTF-8; nothing at the end."""
        while True:
            data = self._head or self._stream.read(size)
            self._head = b""
            text = self._decoder.decode(data, final=not data)
            if text or not data:
                return text.encode("utf-8", "replace")


class Window:
    """The bytes at hand (`buffer`), where the reading stands in them, and the number of the line there."""

    def __init__(self, stream: BinaryIO) -> None:
        head = stream.read(CHUNK)
        wide = wide_encoding(head)
        self._stream: BinaryIO | Utf8Stream = stream
        if wide:
            self._stream = Utf8Stream(stream, head, wide)
            head = self._stream.read(CHUNK)
        self.buffer = head.removeprefix(codecs.BOM_UTF8)
        self.position = 0
        self.line = 1
        self.ended = not head
        self._line_mark = b"\r" if b"\r" in head and b"\n" not in head else b"\n"
        self._next_end = -1

    @property
    def left(self) -> int:
        """Bytes at hand that were not taken yet."""
        return len(self.buffer) - self.position

    def refill(self) -> bool:
        """Read on, at least as much as is still needed, so that growing stays linear; False at the end."""
        if self.ended:
            return False
        kept = self.buffer[self.position :]
        pieces, wanted = [kept], max(CHUNK, len(kept))
        while wanted > 0:
            data = self._stream.read(min(wanted, CHUNK))
            if not data:
                self.ended = True
                break
            pieces.append(data)
            wanted -= len(data)
        self.buffer = b"".join(pieces)
        self._next_end = -1
        self.position = 0
        return len(pieces) > 1

    def next_end(self, mark: bytes, position: int) -> int:
        """Where `mark` stands next behind `position`, or -1; never looks over the same bytes twice."""
        if self._next_end < position:
            found = self.buffer.find(mark, position)
            self._next_end = len(self.buffer) if found < 0 else found
        return self._next_end if self._next_end < len(self.buffer) else -1

    def take(self, stop: int) -> bytes:
        """The bytes from here to `stop`, left behind and their lines counted."""
        raw = self.buffer[self.position : stop]
        self.position = stop
        self.line += raw.count(self._line_mark)
        return raw


def wide_encoding(head: bytes) -> str:
    """The codec of UTF-16 and UTF-32, by their byte order mark or by the look of "BEGIN"; else ""."""
    for mark, encoding in _WIDE_MARKS:
        if head.startswith(mark):
            return encoding
    start = head[:64].lstrip(_LEADING)
    if start[1:2] != b"\x00" or start[:3:2].upper() != b"BE":
        return ""
    offset = len(head[:64]) - len(start)
    return "utf-16-be" if offset % 2 else "utf-16-le"
