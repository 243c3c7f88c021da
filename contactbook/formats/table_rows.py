"""Bytes of a delimited text to rows of cells, streaming, with the line number and the raw bytes of every row.

Python's csv module does the splitting; this module feeds it line by line, so that what a row was made of is
still known, and guards what csv does not: a quotation mark that is never closed does not swallow the rest of
the file, a line without end does not fill the memory, and bytes that do not fit the encoding do not stop
anything.
"""

from __future__ import annotations

import codecs
import csv
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LINE_LIMIT = 64 << 20
"""Longest physical line in bytes; a longer one is refused."""

OPEN_QUOTE_LIMIT = 8 << 20
"""How many bytes a quoted cell may run on over line ends before its quotation mark counts as never closed."""

_LEAST_LIMIT = 64 << 10
_WASTE_LIMIT = 256 << 20
"""Total bytes read twice after which broken quoting is no longer given the benefit of the doubt."""

_BLOCK = 256 << 10
_WIDE = ("utf-16", "utf-32")
UNCLOSED_QUOTE = "unclosed_quote"
LINE_TOO_LONG = "card_too_large"
MIXED_ENCODING = "encoding_mixed"


def _as_windows_byte(error: UnicodeError) -> tuple[str, int]:
    """Codec error handler: reads a byte that does not fit as Windows-1252, what it most often is."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    piece = error.object[error.start : error.end]
    return "".join(bytes((byte,)).decode("cp1252", "ignore") or chr(byte) for byte in piece), error.end


codecs.register_error("contactbook.windows_byte", _as_windows_byte)


@dataclass(frozen=True, slots=True)
class TableForm:
    """How the bytes of a table are laid out: all that must be known to split them into cells."""

    encoding: str = "utf-8"
    delimiter: str = ","
    quote: str = '"'
    escape: str = ""
    skip_lines: int = 0


@dataclass(slots=True)
class TableRow:
    """One record: its cells, the line it begins on (from 1), its bytes, what is wrong with it ("": nothing).

    `raw` is UTF-8 whatever the file is in, so that it can be read on its own; for a UTF-8 file it is the
    exact bytes.
    """

    cells: list[str]
    line: int
    raw: bytes
    problem: str = ""


class _OpenQuote(Exception):
    pass


@dataclass(slots=True)
class RowReader:
    """Iterates the rows of `stream`; those with a `problem` hold the best reading there is."""

    stream: BinaryIO
    form: TableForm
    _line: int = 0
    _wide: bool = False
    _mixed: bool = False
    _open_limit: int = OPEN_QUOTE_LIMIT
    _wasted: int = 0
    _pending: list[bytes] = field(default_factory=list[bytes])
    _returned: deque[bytes] = field(default_factory=deque[bytes])

    def __iter__(self) -> Iterator[TableRow]:
        csv.field_size_limit(LINE_LIMIT + 2)
        self._wide = self.form.encoding.startswith(_WIDE)
        fresh = byte_lines(_recoded(self.stream, self.form.encoding) if self._wide else self.stream)
        for _ in range(self.form.skip_lines):
            self._line += next(fresh, None) is not None
        while True:
            try:
                yield from self._rows(self._split(self._lines(fresh)))
            except (_OpenQuote, csv.Error):
                yield self._give_back()
            else:
                return

    def _rows(self, split: Iterator[list[str]]) -> Iterator[TableRow]:
        pending, as_it_is = self._pending, self.form.encoding == "utf-8"
        for cells in split:
            raw = pending[0] if len(pending) == 1 else b"".join(pending)
            line = self._line - len(pending) + 1
            pending.clear()
            problem = ""
            if len(raw) > LINE_LIMIT:
                problem, raw, cells = LINE_TOO_LONG, raw[:1000], []
            elif self._mixed:
                problem, self._mixed = MIXED_ENCODING, False
                raw = self._decode_any(raw).encode()
            elif not as_it_is:
                raw = self._decode_any(raw).encode()
            yield TableRow(cells, line, raw, problem)

    def _split(self, lines: Iterable[str]) -> Iterator[list[str]]:
        form = self.form
        return csv.reader(
            lines,
            delimiter=form.delimiter,
            quotechar=form.quote or None,
            quoting=csv.QUOTE_MINIMAL if form.quote else csv.QUOTE_NONE,
            escapechar=form.escape or None,
        )

    def _lines(self, fresh: Iterator[bytes]) -> Iterator[str]:
        """Decoded lines; remembers the bytes of those that the current row is made of."""
        pending, returned = self._pending, self._returned
        size = 0
        while True:
            raw = returned.popleft() if returned else next(fresh, None)
            if not pending:
                size = 0
            elif raw is None or size > self._open_limit or len(raw) > LINE_LIMIT:
                if raw is not None:
                    returned.appendleft(raw)
                raise _OpenQuote
            if raw is None:
                return
            pending.append(raw)
            size += len(raw)
            self._line += 1
            yield "\n" if len(raw) > LINE_LIMIT else self._decode(raw)

    def _decode(self, raw: bytes) -> str:
        try:
            text = raw.decode("utf-8" if self._wide else self.form.encoding)
        except UnicodeDecodeError:
            text = self._decode_any(raw)
            self._mixed = True
        return text.replace("\0", "") if "\0" in text else text

    def _decode_any(self, raw: bytes) -> str:
        return raw.decode("utf-8" if self._wide else self.form.encoding, "contactbook.windows_byte")

    def _give_back(self) -> TableRow:
        """The first line of a row whose quotation mark is never closed; the lines after it go back."""
        first, *rest = self._pending
        self._pending.clear()
        self._returned.extendleft(reversed(rest))
        self._line -= len(rest)
        self._wasted += sum(map(len, rest))
        floor = _LEAST_LIMIT if self._wasted < _WASTE_LIMIT else 0
        self._open_limit = max(floor, self._open_limit // 2)
        text = self._decode_any(first).rstrip("\r\n")
        self._mixed = False
        if not self.form.encoding.startswith("utf-8"):
            first = text.encode()
        if len(first) > LINE_LIMIT:
            return TableRow([], self._line, first[:1000], LINE_TOO_LONG)
        cells = [cell.strip(self.form.quote) for cell in text.split(self.form.delimiter)]
        return TableRow(cells, self._line, first, UNCLOSED_QUOTE)


def byte_lines(stream: BinaryIO | _Joined, limit: int = LINE_LIMIT) -> Iterator[bytes]:
    """Lines with their ends (LF, CRLF or CR); of one longer than `limit` only the first bytes are given."""
    kept: list[bytes] = []
    size = 0
    while block := stream.read(_BLOCK):
        while block.endswith(b"\r") and (more := stream.read(1)):
            block += more
        lines = block.splitlines(keepends=True)
        if size:
            kept.append(lines[0] if size <= limit else lines[0][-2:])
            if len(lines) > 1 or lines[0].endswith((b"\n", b"\r")):
                lines[0] = b"".join(kept)
                kept, size = [], 0
            else:
                size += len(lines[0])
                continue
        if not lines[-1].endswith((b"\n", b"\r")):
            kept = [lines.pop()]
            size = len(kept[0])
        yield from lines
    if kept:
        yield b"".join(kept)


def _recoded(stream: BinaryIO, encoding: str) -> _Joined:
    """UTF-16 or UTF-32, where a line end is more than one byte, as UTF-8."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")

    def pieces() -> Iterator[bytes]:
        while block := stream.read(_BLOCK):
            yield decoder.decode(block).encode("utf-8", "surrogatepass")

    return _Joined(pieces())


class _Joined:
    """A stream over pieces, so that recoded text passes through the same line splitter."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._rest = b""

    def read(self, size: int = -1, /) -> bytes:
        """Up to `size` bytes; b"" at the end."""
        while not self._rest:
            piece = next(self._pieces, None)
            if piece is None:
                return b""
            self._rest = piece
        given, self._rest = self._rest[:size], self._rest[size:]
        return given
