"""The encrypted file as a thing that is created, opened, connected to and closed."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# (the stubs of apsw use collections.abc.Buffer, which typeshed has only from Python 3.12 on)

from __future__ import annotations

import os
import threading
import time
import weakref
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Self

import apsw

from contactbook.domain.problems import Problem
from contactbook.vault import recovery
from contactbook.vault.connections import APPLICATION_ID, connect, keyed, log_waits, logs
from contactbook.vault.copying import clear_leftovers
from contactbook.vault.failures import check_name, explained, missing
from contactbook.vault.held_file import HeldFile
from contactbook.vault.key_derivation import BookKey, derive, new_salt, profile_of, salt_is_whole
from contactbook.vault.lock_file import LockFile, acquire
from contactbook.vault.raw_pages import PAGE_SIZE, KeyFit, damaged_pages, key_fit, read_head

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

    from contactbook.vault.credentials import Credential

BOOK_SUFFIX = ".contactbook"
_BESIDE = (".lock", "-wal", "-shm", "-journal")
_CLOSE_SECONDS = 1.0
_PLAIN_SQLITE = b"SQLite format 3\x00"


class OpenFile:
    """A book whose key is known and, unless it is open to read only, whose lock is held."""

    def __init__(self, path: Path, key: BookKey, lock: LockFile | None) -> None:
        self._path = path
        self._key = key
        self._lock = lock
        self._held = HeldFile(path) if lock is not None else None
        self._closed = False
        self._guard = threading.Lock()
        self._connections: weakref.WeakSet[apsw.Connection] = weakref.WeakSet()

    @property
    def path(self) -> Path:
        """Where the book lies."""
        return self._path

    @property
    def read_only(self) -> bool:
        """Whether this way in may not write."""
        return self._lock is None

    @property
    def closed(self) -> bool:
        """Whether it was closed, and the key forgotten."""
        return self._closed

    @property
    def key(self) -> BookKey:
        """Key and salt; for the vault's own files and the recovery sheet."""
        return self._key

    def recovery_code(self) -> str:
        """The code that opens this book without the password, until the password is changed."""
        return recovery.code(self._key.key, self._key.salt)

    def connect(self, read_only: bool = False) -> apsw.Connection:
        """A new connection, keyed and set up; it may be used in any thread, one at a time.

        Raises:
            Problem: `vault.disk_full`, `vault.damaged`, `vault.read_only`, ... (see `failures`).
        """
        if self._closed:
            raise ValueError("the book is closed")
        connection = connect(self._path, self._key, read_only=read_only or self.read_only)
        with self._guard:
            self._connections.add(connection)
        return connection

    def damaged_pages(self, progress: Callable[[int, int], None] | None = None) -> list[int]:
        """Numbers of the pages that were changed from outside; the log is written into the file first."""
        with explained(self._path):
            if not self.read_only:
                with closing(self.connect()) as connection:
                    connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
            return damaged_pages(self._path, self._key, progress)

    def check_still_there(self) -> None:
        """Refuse to write when the file was deleted, or another book was put in its place, while it is open.

        Raises:
            Problem: `vault.file_gone`.
        """
        replaced = self._held is not None and self._held.is_replaced(self._key.salt)
        if replaced or not self._path.exists():
            raise Problem("vault.file_gone", path=str(self._path))

    def take_new_key(self, key: BookKey) -> None:
        """Go on with the file that another key's copy has just replaced."""
        self._key = key
        if self._held is not None:
            self._held.close()
            self._held = HeldFile(self._path)

    def close(self) -> None:
        """Close every connection that is left, write the log into the file, let the next writer in."""
        if self._closed:
            return
        self._closed = True
        try:
            with self._guard:
                left = list(self._connections)
            for connection in left:
                _close(connection)
            if self._held is not None:
                if self._held.is_replaced(self._key.salt):
                    with explained(self._path):
                        self._held.set_aside()
                elif any(log.exists() for log in logs(self._path)):
                    _settle(self._path, self._key)
        finally:
            self._key = BookKey(b"", b"")
            if self._held is not None:
                self._held.close()
            if self._lock is not None:
                self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def create(path: Path, credential: Credential) -> OpenFile:
    """Make a new, empty book.

    Raises:
        Problem: `vault.file_exists`, `vault.folder_missing`, `vault.read_only`, `vault.disk_full`,
            `vault.password_missing`, those of the key file, `vault.in_use`.
    """
    with explained(path):
        if not path.parent.is_dir():
            raise Problem("vault.folder_missing", path=str(path), folder=str(path.parent))
        path = _followed(path)
        for there in (path, *logs(path)):
            if there.exists() and not _is_nothing(there):
                raise Problem("vault.file_exists", path=str(there))
    key = derive(credential, new_salt())
    lock = acquire(path)
    try:
        with explained(path):
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
            if not _is_nothing(path):
                raise Problem("vault.file_exists", path=str(path))
            path.chmod(0o600)
        try:
            with (
                explained(path),
                closing(keyed(path, key, apsw.SQLITE_OPEN_READWRITE)) as connection,
            ):
                connection.pragma("application_id", APPLICATION_ID)
        except BaseException:
            with suppress(OSError):
                path.unlink()
            raise
        return OpenFile(path, key, lock)
    except BaseException:
        lock.release()
        raise


def open_file(
    path: Path, credential: Credential, *, read_only: bool = False, wait: float = 0.0, take_over: bool = False
) -> OpenFile:
    """Open a book.

    Args:
        path: the book.
        credential: what the person brought.
        read_only: only read; works while another program writes, and in folders that cannot be written to.
        wait: seconds to wait for another program that has the book open to write.
        take_over: open also when a lock file of another computer lies beside it.

    Raises:
        Problem: `vault.wrong_password`, `vault.wrong_recovery_code`, `vault.damaged`, `vault.newer_version`,
            `vault.not_a_book`, `vault.in_use`, `vault.read_only`, `vault.file_missing`,
            `vault.folder_missing`, `vault.not_allowed`, and those of the key file.
    """
    with explained(path):
        _look_at(path)
        path = _followed(path)
    if read_only:
        return OpenFile(path, _unlock(path, credential, read_only=True), None)
    if not os.access(path, os.W_OK):
        raise Problem("vault.read_only", path=str(path))
    lock = acquire(path, wait=wait, take_over=take_over)
    try:
        clear_leftovers(path)
        return OpenFile(path, _unlock(path, credential, read_only=False), lock)
    except BaseException:
        lock.release()
        raise


def is_book(path: Path) -> bool:
    """Whether a book lies there, or what belongs to one: nothing else may be written in its place."""
    belonging = (path.with_name(path.name.removesuffix(end)) for end in _BESIDE if path.name.endswith(end))
    return any(map(_has_salt, (path, *belonging)))


def _has_salt(path: Path) -> bool:
    try:
        return path.is_file() and salt_is_whole(read_head(path)[0])
    except (OSError, apsw.Error):
        return False


def _followed(path: Path) -> Path:
    """The file that a link stands for: lock, log and a new password's file belong beside that."""
    path = path.resolve() if path.is_symlink() else path
    check_name(path)
    return path


def _is_nothing(path: Path) -> bool:
    """An empty file, such as a program that stopped while making a book leaves, may be made into one."""
    return path.is_file() and path.stat().st_size == 0


def _look_at(path: Path) -> None:
    if path.is_dir():
        raise Problem("vault.not_a_book", path=str(path), kind="folder")
    if not path.exists():
        raise missing(path)
    if not path.is_file():
        raise Problem("vault.not_a_book", path=str(path), kind="device")


def _unlock(path: Path, credential: Credential, *, read_only: bool) -> BookKey:
    with explained(path):
        salt, size = read_head(path)
        _check_head(path, salt, size, credential)
        key = derive(credential, salt)
        if key_fit(path, key) is KeyFit.WRONG:
            code = "vault.wrong_recovery_code" if credential.raw_key is not None else "vault.wrong_password"
            raise Problem(code, path=str(path), key_file=credential.key_file is not None)
    with closing(connect(path, key, read_only=read_only)) as connection:
        if connection.pragma("application_id") != APPLICATION_ID:
            raise Problem("vault.not_a_book", path=str(path), kind="database")
        if _cut_short(path, connection):
            raise Problem("vault.damaged", path=str(path))
    return key


def _check_head(path: Path, salt: bytes, size: int, credential: Credential) -> None:
    """Return when the head is that of a book; raise what it is otherwise."""
    name = str(path)
    if salt == _PLAIN_SQLITE:
        raise Problem("vault.not_a_book", path=name, kind="database")
    if salt_is_whole(salt):
        if size < PAGE_SIZE:
            raise Problem("vault.damaged", path=name)
        if credential.raw_key is None:
            profile_of(salt, path)
        return
    if size >= PAGE_SIZE and credential.raw_key is not None and len(credential.raw_key) > 32:
        return  # the recovery code brings the salt along
    if size >= PAGE_SIZE and size % PAGE_SIZE == 0 and path.suffix.lower() == BOOK_SUFFIX:
        raise Problem("vault.damaged", path=name, part="head")
    raise Problem("vault.not_a_book", path=name, kind="empty" if not size else "other")


def _cut_short(path: Path, connection: apsw.Connection) -> bool:
    if log_waits(path):
        return False
    pages = int(connection.pragma("page_count"))
    return path.stat().st_size < pages * PAGE_SIZE


def _close(connection: apsw.Connection) -> None:
    """Close a connection also while another thread is in the middle of a query on it."""
    end = time.monotonic() + _CLOSE_SECONDS
    while True:
        try:
            connection.interrupt()
            connection.close(True)
        except apsw.ThreadingViolationError:
            if time.monotonic() > end:
                return
            time.sleep(0.01)
        except apsw.ConnectionClosedError:
            return
        else:
            return


def _settle(path: Path, key: BookKey) -> None:
    with suppress(Problem), closing(connect(path, key)) as connection, explained(path):
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
