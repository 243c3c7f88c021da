"""Reading one large vCard file with two processes: the same records, in the same order.

The file is divided where one card ends and the next begins. Both processes take pieces as they get free; what
the other one read comes back as plain values. A file in UTF-16 cannot be divided like that: one reads it.
"""

from __future__ import annotations

import gc
import marshal
import multiprocessing
import signal
import sys
from collections import deque
from contextlib import contextmanager, suppress
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from contactbook.formats import vcard_reader
from contactbook.formats.records import ReadCard, ReadOptions
from contactbook.formats.vcard_guess import CharsetGuess
from contactbook.formats.vcard_packing import pack, unpack
from contactbook.formats.vcard_stream import wide_encoding

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from multiprocessing.connection import Connection

    from contactbook.formats.records import Record
    from contactbook.formats.vcard_packing import Packed

LEAST = 4 << 20
"""Bytes below which starting a second process takes longer than it saves."""
PIECE = 192 << 10
"""Bytes of one piece of work: little enough that what it makes stays in the cache of the processor."""
_AHEAD = 4
"""Pieces that may lie read but not asked for, so that memory stays bounded."""
_WITH_OTHER = 2
"""Pieces that the other process has to do, so that it never waits."""
_BOUNDARIES = (b"\r\nEND:VCARD\r\nBEGIN:VCARD\r\n", b"\nEND:VCARD\nBEGIN:VCARD\n")
_END = len(b"END:VCARD")


class Piece(NamedTuple):
    """A stretch of the file: its bytes from `start` to `stop`, and how many line ends stand before it."""

    start: int
    stop: int
    lines: int


class _Stretch:
    """A stretch of a file as a stream of its own."""

    def __init__(self, stream: BinaryIO, piece: Piece) -> None:
        self._stream = stream
        self._left = piece.stop - piece.start
        stream.seek(piece.start)

    def read(self, size: int = -1) -> bytes:
        """The next bytes, none at the end of the stretch."""
        wanted = self._left if size < 0 else min(size, self._left)
        data = self._stream.read(wanted)
        self._left -= len(data)
        return data


def read(path: Path, options: ReadOptions | None = None) -> Iterator[Record]:
    """Every record of a vCard file, in order, as `vcard_reader.read` gives them.

    Args:
        path: of the file; the other process opens it by itself.
        options: as for `vcard_reader.read`.
    """
    options = options or ReadOptions()
    with path.open("rb") as stream:
        wide = wide_encoding(stream.read(64))
        stream.seek(0)
        if wide or path.stat().st_size < LEAST:
            yield from vcard_reader.read(stream, options)
            return
        pieces = list(divide(stream))
        other = _Other(path, pieces, options)
        try:
            yield from _in_order(stream, pieces, options, other)
        finally:
            other.stop()


def divide(stream: BinaryIO, size: int = PIECE) -> Iterator[Piece]:
    """The file in pieces of about `size` bytes, each but the first beginning with a BEGIN line."""
    start = lines = 0
    data = b""
    while True:
        more = stream.read(size)
        data += more
        cut = len(data)
        if more:
            end = max(data.rfind(mark) for mark in _BOUNDARIES)
            cut = data.index(b"BEGIN", end + _END) if end >= 0 else 0
        if cut > 0:
            yield Piece(start, start + cut, lines)
            lines += data.count(b"\n", 0, cut)
            start, data = start + cut, data[cut:]
        if not more:
            return


def _in_order(stream: BinaryIO, pieces: list[Piece], options: ReadOptions, other: _Other) -> Iterator[Record]:
    """The records of all pieces, each read by whichever process was free."""
    guess = CharsetGuess(stream, options.encoding)
    ready: dict[int, list[Record]] = {}
    open_pieces = deque(range(len(pieces)))
    for wanted in range(len(pieces)):
        if open_pieces and open_pieces[0] == wanted:
            open_pieces.popleft()
            other.ask(open_pieces)
            yield from _read_piece(stream, pieces[wanted], options, guess)
            continue
        while wanted not in ready:
            other.ask(open_pieces)
            if not other.has_answer() and open_pieces and len(ready) < _AHEAD:
                number = open_pieces.popleft()
                with _collector_resting():
                    ready[number] = list(_read_piece(stream, pieces[number], options, guess))
            elif (answer := other.answer(pieces)) is not None:
                ready[answer[0]] = answer[1]
            else:
                for number in sorted({wanted, *other.given_up()}):
                    ready[number] = list(_read_piece(stream, pieces[number], options, guess))
        yield from ready.pop(wanted)


def _read_piece(
    stream: BinaryIO, piece: Piece, options: ReadOptions, guess: CharsetGuess
) -> Iterator[Record]:
    place = _Stretch(stream, piece)
    for record in vcard_reader.read(place, options, guess):  # pyright: ignore[reportArgumentType]
        record.line += piece.lines
        if isinstance(record, ReadCard):
            for remark in record.remarks:
                remark.line += piece.lines
        yield record


class _Other:
    """The second process: what it was asked, and its answers."""

    def __init__(self, path: Path, pieces: list[Piece], options: ReadOptions) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, far_end = context.Pipe()
        plain = (options.format, options.encoding)
        self._process = context.Process(target=serve, args=(far_end, str(path), pieces, plain), daemon=True)
        with _nameless_main():
            self._process.start()
        far_end.close()
        self._asked: deque[int] = deque()
        self._gone = False

    def ask(self, open_pieces: deque[int]) -> None:
        """Give it of the open pieces until it has enough to do."""
        while open_pieces and len(self._asked) < _WITH_OTHER and not self._gone:
            try:
                self._pipe.send_bytes(marshal.dumps(open_pieces[0]))
            except OSError:
                self._gone = True
                return
            self._asked.append(open_pieces.popleft())

    def has_answer(self) -> bool:
        """Whether an answer can be had without waiting."""
        try:
            return not self._gone and self._pipe.poll()
        except OSError:
            return False

    def answer(self, pieces: list[Piece]) -> tuple[int, list[Record]] | None:
        """The next answer, the number of its piece first; None when there will be none any more."""
        if self._gone or not self._asked:
            return None
        try:
            data = self._pipe.recv_bytes()
        except (EOFError, OSError):
            self._gone = True
            return None
        number = self._asked.popleft()
        with _collector_resting():
            packed: list[Packed] = marshal.loads(data)
            return number, [unpack(each, pieces[number].lines) for each in packed]

    def given_up(self) -> list[int]:
        """The pieces that it was asked for and will not deliver."""
        left = list(self._asked)
        self._asked.clear()
        return left

    def stop(self) -> None:
        """End it, whatever it is doing."""
        self._pipe.close()
        if self._process.is_alive():
            self._process.kill()
        self._process.join()
        self._process.close()


def serve(pipe: Connection, path: str, pieces: list[Piece], plain: tuple[str, str]) -> None:
    """The whole life of the second process: read the pieces that are asked for until the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()  # nothing that is made here forms a cycle
    options = ReadOptions(format=plain[0], encoding=plain[1])
    with Path(path).open("rb") as stream, suppress(EOFError, OSError):
        guess = CharsetGuess(stream, options.encoding)
        while True:
            number: int = marshal.loads(pipe.recv_bytes())
            place = _Stretch(stream, pieces[number])
            records = vcard_reader.read(place, options, guess)  # pyright: ignore[reportArgumentType]
            pipe.send_bytes(marshal.dumps([pack(record) for record in records]))


@contextmanager
def _nameless_main() -> Generator[None]:
    """Keep the new process from running the main module of this one again: it needs nothing of it."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


@contextmanager
def _collector_resting() -> Generator[None]:
    """Make many records without the cycle collector looking through all of them again and again."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
