"""The lock file beside a book: keeps a second writer out and says who the first one is.

A lock of the operating system is what counts, so a crash never blocks: it goes with its process. The text in
the file (host, user, process, since when) is for people; it decides only about other computers and on drives
that know no such locks.
"""

from __future__ import annotations

import contextlib
import errno
import getpass
import json
import os
import socket
import sys
import time
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from contactbook.domain.problems import Problem
from contactbook.vault.failures import explained

if TYPE_CHECKING:
    from pathlib import Path

_FAR_BYTE = 1 << 30
_POLL_SECONDS = 0.1
_NO_OS_LOCKS = {errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL}
_TEXT_LIMIT = 4096


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has the book open: `since` is milliseconds since 1970, UTC."""

    host: str = ""
    user: str = ""
    pid: int = 0
    since: int = 0


class LockFile:
    """A held lock; `release` it when the book is closed."""

    def __init__(self, path: Path, handle: int) -> None:
        self.path = path
        self._handle = handle

    def release(self) -> None:
        """Let the next writer in. Calling it again does nothing."""
        if self._handle < 0:
            return
        handle, self._handle = self._handle, -1
        if sys.platform == "win32":
            os.close(handle)
            with contextlib.suppress(OSError):
                self.path.unlink()
        else:
            with contextlib.suppress(OSError):
                self.path.unlink()
            os.close(handle)


def lock_path(book: Path) -> Path:
    """`friends.contactbook` is locked by `friends.contactbook.lock` beside it."""
    return book.with_name(book.name + ".lock")


def acquire(book: Path, *, wait: float = 0.0, take_over: bool = False) -> LockFile:
    """Lock a book for writing.

    Args:
        book: path of the book.
        wait: seconds to wait for another program that holds it.
        take_over: also take a lock that another computer left; only the person can know that it is stale.

    Raises:
        Problem: `vault.in_use` (host, user, pid, since, here), `vault.read_only`, `vault.folder_missing`,
            `vault.disk_full`.
    """
    end = time.monotonic() + wait
    while True:
        lock, holder = _try(lock_path(book), book, take_over)
        if lock is not None:
            return lock
        if holder is None:
            continue
        if time.monotonic() >= end:
            here = holder.host in ("", socket.gethostname())
            raise Problem("vault.in_use", path=str(book), here=here, **asdict(holder))
        time.sleep(_POLL_SECONDS)


def _try(path: Path, book: Path, take_over: bool) -> tuple[LockFile | None, Holder | None]:
    """Either the lock, or who holds it; neither when its holder removed it just now."""
    handle = _open(path, book)
    keep = False
    try:
        free = _os_lock(handle)
        holder = _read(handle)
        if free is False:
            return None, holder
        if not _still_there(path, handle):
            return None, None
        if _foreign(holder) and not take_over:
            return None, holder
        if free is None and _alive(holder) and not take_over:
            return None, holder
        try:
            with explained(book):
                _write(handle)
        except BaseException:
            with contextlib.suppress(OSError):
                path.unlink()
            raise
        keep = True
        return LockFile(path, handle), holder
    finally:
        if not keep:
            os.close(handle)


def _open(path: Path, book: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    except FileNotFoundError as error:
        raise Problem("vault.folder_missing", path=str(book), folder=str(book.parent)) from error
    except PermissionError as error:
        raise Problem("vault.read_only", path=str(book)) from error
    except OSError as error:
        if error.errno == errno.EROFS:
            raise Problem("vault.read_only", path=str(book)) from error
        with explained(book):
            raise
        raise


def _os_lock(handle: int) -> bool | None:
    """True: ours now. False: another program has it. None: this drive knows no locks."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(handle, _FAR_BYTE, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return None if error.errno in _NO_OS_LOCKS else False
    return True


def _still_there(path: Path, handle: int) -> bool:
    """Whether the file was not removed by its last holder between opening and locking it."""
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False


def _foreign(holder: Holder) -> bool:
    return holder.host not in ("", socket.gethostname())


def _alive(holder: Holder) -> bool:
    if not holder.pid or holder.pid == os.getpid():
        return False
    if sys.platform == "win32":
        return True  # os.kill would end the process there; and Windows shares always know locks
    try:
        os.kill(holder.pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _read(handle: int) -> Holder:
    os.lseek(handle, 0, os.SEEK_SET)
    try:
        told = json.loads(os.read(handle, _TEXT_LIMIT))
        return Holder(str(told["host"]), str(told["user"]), int(told["pid"]), int(told["since"]))
    except (ValueError, KeyError, TypeError, OSError):
        return Holder()


def _write(handle: int) -> None:
    holder = Holder(socket.gethostname(), _user(), os.getpid(), time.time_ns() // 1_000_000)
    os.ftruncate(handle, 0)
    os.lseek(handle, 0, os.SEEK_SET)
    os.write(handle, json.dumps(asdict(holder)).encode())


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
