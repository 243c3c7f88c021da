"""Writes a file that is either the old one or the new one, whole, whatever happens in between.

What is exported is plain text that the person asked for; it is readable by its owner only, as the book is.
"""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from contactbook.domain.problems import NO_ROOM, Problem
from contactbook.vault.book_file import is_book

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable

_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_OPEN_FILES = "/proc/self/fd"
_NO_SUCH_THING = {errno.EOPNOTSUPP, errno.EISDIR, errno.ENOENT, errno.EINVAL}


@contextmanager
def replacing(path: Path) -> Generator[BinaryIO]:
    """A stream beside `path` that takes its place when the block ends well, and vanishes when it does not.

    Raises:
        Problem: export.is_directory, export.is_book, export.folder_missing, export.not_writable,
            export.disk_full.
    """
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        if path.is_dir():
            raise Problem("export.is_directory", path=str(path))
        if is_book(path):
            raise Problem("export.is_book", path=str(path))
        if not path.parent.is_dir():
            raise Problem("export.folder_missing", path=str(path), folder=str(path.parent))
        handle = _nameless(path.parent)
        nameless = handle is not None
        if handle is None:
            handle = os.open(part, _CREATE, 0o600)
        with os.fdopen(handle, "wb", buffering=1 << 18) as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
            if nameless:
                _give_name(stream.fileno(), part)
        part.replace(path)
        _settle(path.parent)
    except OSError as error:
        if error.errno in NO_ROOM:
            raise Problem("export.disk_full", path=str(path)) from error
        raise Problem("export.not_writable", path=str(path), reason=error.strerror or "") from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def is_one_of(path: Path, others: Iterable[Path]) -> bool:
    """Whether it is one of these files, under whatever name."""
    with suppress(OSError):
        return path.exists() and any(other.exists() and path.samefile(other) for other in others)
    return False


def _nameless(folder: Path) -> int | None:
    """A file without a name, which is gone when the program is killed; None where there is no such thing."""
    if sys.platform != "linux" or not Path(_OPEN_FILES).is_dir():
        return None
    try:
        return os.open(folder, os.O_RDWR | os.O_TMPFILE, 0o600)
    except OSError as error:
        if error.errno in _NO_SUCH_THING:
            return None
        raise


def _give_name(handle: int, part: Path) -> None:
    """Name a finished file that has none (man 2 open, O_TMPFILE); where that may not be, name a copy."""
    try:
        os.link(f"{_OPEN_FILES}/{handle}", part, follow_symlinks=True)
    except OSError:
        os.lseek(handle, 0, os.SEEK_SET)
        with (
            os.fdopen(os.dup(handle), "rb") as source,
            os.fdopen(os.open(part, _CREATE, 0o600), "wb") as target,
        ):
            shutil.copyfileobj(source, target)
            target.flush()
            os.fsync(target.fileno())


def _settle(folder: Path) -> None:
    """Make the new name last through a power cut, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
