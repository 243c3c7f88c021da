"""Bytes of a delimited text to rows of cells, streaming, with the line number and the raw bytes of every row.

Python's csv module does the splitting; this module feeds it line by line, so that what a row was made of is
still known, and guards what csv does not: a quotation mark that is never closed does not swallow the rest of
the file, a line without end does not fill the memory, and bytes that do not fit the encoding do not stop
anything.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections import deque
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
    notes: Sequence[tuple[str, int]] = ()


class _OpenQuote(Exception):
    pass


class RowReader:
    """Iterates the rows of `stream`; those with a `problem` hold the best reading there is.

    The csv module is given lists of lines and says how many it took for a row; the same number of raw lines,
    which wait in a queue, is what the row was made of. When csv asks for more while lines still wait, a
    quotation mark is open.
    """

    def __init__(self, stream: BinaryIO, form: TableForm) -> None:
        self._form = form
        self._line = 0
        self._mixed = False
        self._open_limit = OPEN_QUOTE_LIMIT
        self._wasted = 0
        self._waiting: deque[bytes] = deque()
        self._returned: list[bytes] = []
        self._codec = "utf-8" if form.encoding.startswith(_WIDE) else form.encoding
        self._source = stream if self._codec == form.encoding else _recoded(stream, form.encoding)

    def __iter__(self) -> Iterator[TableRow]:
        csv.field_size_limit(LINE_LIMIT + 2)
        blocks = line_blocks(self._source)
        self._skip(blocks)
        while True:
            try:
                yield from self._rows(blocks)
            except (_OpenQuote, csv.Error):
                yield self._give_back()
            else:
                return

    def _skip(self, blocks: Iterator[list[bytes]]) -> None:
        for block in blocks:
            missing = self._form.skip_lines - self._line
            self._line += min(missing, len(block))
            if len(block) > missing:
                self._returned = block[missing:]
                return

    def _rows(self, blocks: Iterator[list[bytes]]) -> Iterator[TableRow]:
        form, waiting = self._form, self._waiting
        as_it_is = form.encoding == "utf-8"
        reader = csv.reader(
            chain.from_iterable(self._texts(blocks)),
            delimiter=form.delimiter,
            quotechar=form.quote or None,
            quoting=csv.QUOTE_MINIMAL if form.quote else csv.QUOTE_NONE,
            escapechar=form.escape or None,
        )
        taken = 0
        for cells in reader:
            count = reader.line_num - taken
            taken += count
            raw = waiting.popleft() if count == 1 else b"".join([waiting.popleft() for _ in range(count)])
            line = self._line + 1
            self._line += count
            problem = ""
            if not as_it_is or self._mixed:
                raw, problem = self._as_utf8(raw)
            if len(raw) > LINE_LIMIT:
                problem, raw, cells = LINE_TOO_LONG, raw[:1000], []
            yield TableRow(cells, line, raw, problem)

    def _texts(self, blocks: Iterator[list[bytes]]) -> Iterator[list[str]]:
        """Blocks of decoded lines, whose bytes wait in the queue until csv has made a row of them."""
        waiting = self._waiting
        while True:
            if waiting:
                size = sum(map(len, waiting))
                if size > self._open_limit:
                    raise _OpenQuote
            if self._returned:
                block, self._returned = self._returned, []
            else:
                block = next(blocks, None)
            if block is None:
                if waiting:
                    raise _OpenQuote
                return
            if waiting and any(len(line) > LINE_LIMIT for line in block):
                self._returned = block
                raise _OpenQuote
            waiting.extend(block)
            yield self._decode_block(block)

    def _decode_block(self, block: list[bytes]) -> list[str]:
        try:
            texts = [line.decode(self._codec) for line in block]
        except UnicodeDecodeError:
            self._mixed = True
            texts = [self._decode(line) for line in block]
        if max(map(len, block)) > LINE_LIMIT:
            texts = [
                "\n" if len(line) > LINE_LIMIT else text for line, text in zip(block, texts, strict=True)
            ]
        if b"\0" in b"".join(block):
            texts = [text.replace("\0", "") for text in texts]
        return texts

    def _decode(self, raw: bytes) -> str:
        return raw.decode(self._codec, "contactbook.windows_byte")

    def _as_utf8(self, raw: bytes) -> tuple[bytes, str]:
        """The bytes of a row as UTF-8, and MIXED_ENCODING when some of them did not fit the encoding."""
        try:
            text = raw.decode(self._codec)
        except UnicodeDecodeError:
            return self._decode(raw).encode(), MIXED_ENCODING
        return (raw if self._codec == "utf-8" else text.encode()), ""

    def _give_back(self) -> TableRow:
        """The first line of a row whose quotation mark is never closed; the lines after it go back."""
        first = self._waiting.popleft()
        rest = list(self._waiting)
        self._waiting.clear()
        self._returned = rest + self._returned
        self._line += 1
        self._wasted += sum(map(len, rest))
        floor = _LEAST_LIMIT if self._wasted < _WASTE_LIMIT else 0
        self._open_limit = max(floor, self._open_limit // 2)
        if len(first) > LINE_LIMIT:
            return TableRow([], self._line, first[:1000], LINE_TOO_LONG)
        first, _ = self._as_utf8(first)
        cells = first.decode().rstrip("\r\n").split(self._form.delimiter)
        return TableRow([cell.strip(self._form.quote) for cell in cells], self._line, first, UNCLOSED_QUOTE)


def cells_of(raw: bytes, delimiter: str = ",", escape: str = "") -> list[str]:
    """The cells of one row that `RowReader` gave, from its bytes."""
    text = io.StringIO(raw.decode("utf-8", "contactbook.windows_byte"), newline="")
    try:
        return next(csv.reader(text, delimiter=delimiter, escapechar=escape or None), list[str]())
    except csv.Error:
        return raw.decode("utf-8", "replace").rstrip("\r\n").split(delimiter)


def line_blocks(stream: BinaryIO | _Joined, limit: int = LINE_LIMIT) -> Iterator[list[bytes]]:
    """Lists of lines with their ends (LF, CRLF or CR); of one over `limit` only the beginning is given."""
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
        if lines:
            yield lines
    if kept:
        yield [b"".join(kept)]


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
