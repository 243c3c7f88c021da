"""An open book: the writing connection with its lock, and one read connection for every thread that asks."""

from __future__ import annotations

import threading
import weakref
from contextlib import nullcontext
from typing import TYPE_CHECKING, Self

from contactbook.domain.ids import ids
from contactbook.domain.problems import Problem
from contactbook.store import upgrading
from contactbook.store.reader import Reader
from contactbook.store.step import Step
from contactbook.store.writer import Writer
from contactbook.vault import book_file
from contactbook.vault.failures import explained

if TYPE_CHECKING:
    from pathlib import Path

    from contactbook.vault.book_file import OpenFile
    from contactbook.vault.credentials import Credential


class Book:
    """One open book. Any thread may read (`reader`) and write (`step`); steps run one at a time."""

    def __init__(self, file: OpenFile, wait: float = 0.0) -> None:
        self._file = file
        self._local = threading.local()
        self._readers: weakref.WeakSet[Reader] = weakref.WeakSet()
        self._guard = threading.Lock()
        self._closed = False
        self._writer: Writer | None = None
        if file.read_only:
            upgrading.for_reading(file, self.reader.connection, wait)
        else:
            self._writer = Writer(file)
            upgrading.upgrade(file, self._writer.connection)
            ids.rise_above(self._writer.reader.id_list("SELECT coalesce(max(id), 0) FROM contact")[0])

    @classmethod
    def create(cls, path: Path, credential: Credential) -> Book:
        """Make a new, empty book. Raises the problems of `vault.book_file.create`."""
        return cls._start(book_file.create(path, credential))

    @classmethod
    def open(cls, path: Path, credential: Credential, *, read_only: bool = False, wait: float = 10.0) -> Book:
        """Open a book, upgrading its tables when an older program wrote it.

        Args:
            path: the `.contactbook` file.
            credential: password, key file or raw key.
            read_only: never write; possible while another program holds the book.
            wait: seconds to wait for another program to let go of it.

        Raises:
            Problem: those of `vault.book_file.open_file` and of `upgrading.upgrade`.
        """
        file = book_file.open_file(path, credential, read_only=read_only, wait=wait)
        return cls._start(file, wait)

    @classmethod
    def _start(cls, file: OpenFile, wait: float = 0.0) -> Book:
        try:
            with explained(file.path):
                return cls(file, wait)
        except BaseException:
            file.close()
            raise

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self._file.path

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written."""
        return self._file.read_only

    @property
    def closed(self) -> bool:
        """Whether `close` was called."""
        return self._closed

    @property
    def file(self) -> OpenFile:
        """The open vault file, for what concerns the file as a whole (recovery code, password, backup)."""
        return self._file

    @property
    def reader(self) -> Reader:
        """The calling thread's own reader; opened at its first use, closed when the thread or the book ends.

        Raises:
            Problem: `store.closed` after `close`.
        """
        reader: Reader | None = getattr(self._local, "reader", None)
        if self._closed:
            raise Problem("store.closed", path=str(self.path))
        if reader is None:
            reader = Reader(self._file.connect(read_only=True), self.path)
            with self._guard:
                self._readers.add(reader)
            self._local.reader = reader
        return reader

    @property
    def writer(self) -> Writer:
        """The writing side. Raises Problem `vault.read_only` or `store.closed`."""
        if self._closed:
            raise Problem("store.closed", path=str(self.path))
        if self._writer is None:
            raise Problem("vault.read_only", path=str(self.path))
        return self._writer

    def sign(self, *, device: str = "", author: str = "") -> None:
        """Say on which computer and by whom the steps from now on are done; noted in the history."""
        if self._writer is not None:
            self._writer.device, self._writer.author = device, author

    def step(self, action: str, **data: object) -> Step:
        """One change a person makes, as a context manager: one transaction, one history row, one undo.

        A step within a step of the same thread joins the outer one. An exception rolls everything back.

        Args:
            action: stable name of what is done ("import", "edit", ...), for the label in the history.
            data: values for that label; JSON.

        Raises:
            Problem: `vault.read_only` when the book is; on leaving, what the disk has to say (see
            `vault.failures`).
        """
        return Step(self.writer, action, data)

    def scratch(self, action: str, **data: object) -> Step:
        """Like `step`, and rolled back at the end whatever happens: a dry run."""
        return Step(self.writer, action, data, scratch=True)

    def close(self) -> None:
        """Close every connection and release the file; waits for a running step; harmless when repeated."""
        writer = self._writer
        if writer is not None:
            writer.merger.stop()
        with writer.lock if writer is not None else nullcontext():
            if self._closed:
                return
            self._closed = True
            with self._guard:
                self._readers.clear()
            if writer is not None:
                writer.settler.wait()
            self._file.close()
        if writer is not None:
            writer.merger.wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
