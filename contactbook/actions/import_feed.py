"""Brings what the reader of an import makes to the side that writes: from this process, or from a second one.

Parsing 100,000 cards would hold up the windows of the same process, and leave the second core idle. So big
files are read in a process of their own; it holds nothing but the file, dies with its parent, and is never
more than a few batches ahead. Small files are read here. Both ways give the same messages (see
`import_reading`).
"""

from __future__ import annotations

import gc
import marshal
import multiprocessing
import os
import pickle
import queue
import signal
import sys
import threading
from contextlib import contextmanager, suppress
from multiprocessing.connection import wait
from types import ModuleType
from typing import TYPE_CHECKING, Protocol

from contactbook.actions.import_reading import BATCH, FAILED, BatchReader, Message, ReadingJob, Tick, failure
from contactbook.domain.problems import Cancelled, Problem

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence
    from multiprocessing.connection import Connection
    from types import TracebackType

    from contactbook.domain.contact import Contact

SECOND_PROCESS_FROM = 1_000_000
"""Bytes to read from which a second process is worth its start (about 0.3 s)."""

LOOK_AHEAD = 4
"""Batches that the reading process may be ahead of the writing one."""

_PATIENCE = 0.1
_ALIVE, _END, _CONTACTS = "alive", "end", "contacts"


class Feed(Protocol):
    """A source of messages, to be iterated once."""

    def __iter__(self) -> Iterator[Message]: ...
    def contacts(self, batch: int, wanted: Sequence[int]) -> list[tuple[Contact, bytes]]:
        """Some cards of a batch: the contacts, and the bytes they were made from."""
        ...

    def done(self, batch: int) -> None:
        """The batch is written, and the reader may forget it."""
        ...

    def __enter__(self) -> Feed: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


def feed_for(job: ReadingJob, tick: Tick, *, threshold: int | None = None) -> Feed:
    """The way that suits the size of the job.

    `tick` is called with the bytes read so far, every 0.1 s at least, and may raise `Cancelled`.
    """
    limit = SECOND_PROCESS_FROM if threshold is None else threshold
    return ProcessFeed(job, tick) if job.size > limit else LocalFeed(job, tick)


class LocalFeed:
    """Reads in this process, batch by batch, as the writing side asks for them."""

    def __init__(self, job: ReadingJob, tick: Tick) -> None:
        self._reader = BatchReader(job, tick)

    def __iter__(self) -> Iterator[Message]:
        try:
            yield from self._reader.messages()
        except (Problem, Cancelled, MemoryError):
            raise
        except Exception as error:
            raise Problem("import.reader_failed", detail=failure(error)) from error

    def contacts(self, batch: int, wanted: Sequence[int]) -> list[tuple[Contact, bytes]]:
        """Cards of a batch as contacts."""
        return self._reader.contacts(batch, wanted)

    def done(self, batch: int) -> None:
        """The batch is written."""
        self._reader.release(batch)

    def __enter__(self) -> Feed:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None


class ProcessFeed:
    """Reads in a second process, started afresh: it shares no locks, windows or open book with this one."""

    def __init__(self, job: ReadingJob, tick: Tick) -> None:
        self._tick = tick
        self._position = 0
        self._waiting: list[Message] = []
        context = multiprocessing.get_context("spawn")
        self._pipe, far_end = context.Pipe(duplex=True)
        self._process = context.Process(
            target=serve, args=(far_end, job), name="contactbook-reader", daemon=True
        )
        with _nameless_main():
            self._process.start()
        far_end.close()

    def __iter__(self) -> Iterator[Message]:
        while True:
            message = self._waiting.pop(0) if self._waiting else self._receive()
            if message[0] == _END:
                return
            if message[0] == _ALIVE:
                self._position = message[1]
            else:
                yield message

    def contacts(self, batch: int, wanted: Sequence[int]) -> list[tuple[Contact, bytes]]:
        """Cards of a batch as contacts; batches that arrive before the answer wait their turn."""
        self._send((_CONTACTS, batch, tuple(wanted)))
        while True:
            message = self._receive()
            if message[0] == _CONTACTS:
                return pickle.loads(message[1])
            self._waiting.append(message)

    def done(self, batch: int) -> None:
        """The batch is written: the other side may forget it and go on."""
        self._send((BATCH, batch))

    def _send(self, message: Message) -> None:
        try:
            self._pipe.send_bytes(marshal.dumps(message))
        except OSError as error:
            raise self._crash() from error

    def _receive(self) -> Message:
        while True:
            self._tick(self._position)
            if self._pipe in wait([self._pipe, self._process.sentinel], _PATIENCE):
                break
            if not self._process.is_alive() and not self._pipe.poll(0):
                raise self._crash()
        try:
            message: Message = marshal.loads(self._pipe.recv_bytes())
        except (EOFError, OSError) as error:
            raise self._crash() from error
        if message[0] == FAILED:
            raise Problem("import.reader_failed", detail=message[1])
        return message

    def _crash(self) -> Problem:
        self._process.join(2)
        return Problem("import.reader_failed", detail=f"exit code {self._process.exitcode}")

    def __enter__(self) -> Feed:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pipe.close()
        if error is None:
            self._process.join(2)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._process.close()


@contextmanager
def _nameless_main() -> Generator[None]:
    """Keep the new process from running the main module of this one again: it needs nothing of it.

    `multiprocessing` would run a script without `if __name__ == "__main__"` a second time, with all it does.
    """
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def serve(pipe: Connection, job: ReadingJob) -> None:
    """The whole life of the reading process: read, send, answer, and leave when the other side has gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()  # contacts hold no cycles, and looking for some takes a third of the time
    threading.Thread(target=_end_with_parent, daemon=True).start()
    server = _Server(pipe)
    try:
        server.run(job)
    except OSError as error:
        if not isinstance(error, (BrokenPipeError, ConnectionError)):
            server.fail(error)
    except (EOFError, _Gone):
        pass
    except BaseException as error:
        server.fail(error)
    finally:
        server.close()


def _end_with_parent() -> None:
    """End this process once the one that started it is gone, even amid a file that holds no cards."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


class _Gone(Exception):
    """The other side has closed the pipe."""


class _Server:
    """The reading side of the pipe. A thread sends, so that reading goes on while a batch travels."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._unwritten = 0
        self._outbox: queue.Queue[bytes | None] = queue.Queue(LOOK_AHEAD)
        self._gone = threading.Event()
        self._sender = threading.Thread(target=self._send_all, daemon=True)
        self._sender.start()

    def run(self, job: ReadingJob) -> None:
        """Send every message, then stay to answer until the pipe is closed."""
        reader = BatchReader(job, self._report)
        for message in reader.messages():
            self._send(message)
            self._unwritten += message[0] == BATCH
            while self._unwritten >= LOOK_AHEAD or self._pipe.poll(0):
                self._answer(reader)
        self._send((_END,))
        while True:
            self._answer(reader)

    def fail(self, error: BaseException) -> None:
        """Tell the other side what went wrong: kinds and places only, no content."""
        self._send((FAILED, failure(error)))

    def close(self) -> None:
        """Let the last messages go."""
        with suppress(queue.Full):
            self._outbox.put(None, timeout=5)
            self._sender.join(5)

    def _answer(self, reader: BatchReader) -> None:
        request = marshal.loads(self._pipe.recv_bytes())
        if request[0] == BATCH:
            reader.release(request[1])
            self._unwritten -= 1
        else:
            self._send((_CONTACTS, pickle.dumps(reader.contacts(request[1], request[2]))))

    def _report(self, position: int) -> None:
        self._send((_ALIVE, position))

    def _send(self, message: Message) -> None:
        data = marshal.dumps(message)
        while not self._gone.is_set():
            try:
                self._outbox.put(data, timeout=_PATIENCE)
            except queue.Full:
                continue
            return
        raise _Gone

    def _send_all(self) -> None:
        while (data := self._outbox.get()) is not None:
            try:
                self._pipe.send_bytes(data)
            except OSError:
                self._gone.set()
                return
