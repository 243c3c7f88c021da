"""Storage errors, sorted at the lowest layer: a Problem for the person, or our bug and left as it is."""

from __future__ import annotations

import errno
from contextlib import contextmanager
from typing import TYPE_CHECKING

import apsw

from contactbook.domain.problems import NO_ROOM, Problem

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

_READ_ONLY = {errno.EROFS}


@contextmanager
def explained(path: Path) -> Generator[None]:
    """Turn the storage errors of the block into the Problem that a person can act on.

    Args:
        path: the file the block works on; only named in the problem.
    """
    try:
        yield
    except (apsw.Error, OSError) as error:
        problem = problem_of(error, path)
        if problem is None:
            raise
        raise problem from error


def problem_of(error: Exception, path: Path) -> Problem | None:
    """The Problem that an error of SQLite or of the system stands for, None when it is our own mistake."""
    if isinstance(error, OSError):
        return _of_system(error, path)
    if isinstance(error, apsw.Error):
        return _of_sqlite(error, path)
    return None


def _of_system(error: OSError, path: Path) -> Problem | None:
    name = str(path)
    if error.errno in NO_ROOM:
        return Problem("vault.disk_full", path=name)
    if error.errno == errno.ENAMETOOLONG:
        return Problem("vault.name_too_long", path=name)
    if error.errno in _READ_ONLY:
        return Problem("vault.read_only", path=name)
    if isinstance(error, FileExistsError):
        return Problem("vault.file_exists", path=name)
    if isinstance(error, FileNotFoundError):
        return missing(path)
    if isinstance(error, PermissionError):
        return Problem("vault.not_allowed", path=name)
    return Problem("vault.disk_error", path=name, number=error.errno or 0)


def _of_sqlite(error: apsw.Error, path: Path) -> Problem | None:
    name = str(path)
    if isinstance(error, apsw.FullError):
        return Problem("vault.disk_full", path=name)
    if isinstance(error, apsw.ReadOnlyError | apsw.PermissionsError):
        return Problem("vault.read_only", path=name)
    if isinstance(error, apsw.CorruptError | apsw.NotADBError):
        return Problem("vault.damaged", path=name)
    if isinstance(error, apsw.BusyError):
        return Problem("vault.busy", path=name)
    if isinstance(error, apsw.CantOpenError):
        return Problem("vault.not_allowed", path=name) if path.exists() else missing(path)
    if isinstance(error, apsw.ConnectionClosedError | apsw.CursorClosedError | apsw.InterruptError):
        return Problem("store.closed", path=name)  # by another thread: the book was locked meanwhile
    if isinstance(error, apsw.IOError):
        return Problem("vault.disk_error", path=name, number=getattr(error, "extendedresult", 0))
    return None


def check_name(path: Path) -> None:
    """Refuse a path with bytes that are no text: SQLite could not be told it.

    Raises:
        Problem: `vault.name_not_text`.
    """
    try:
        str(path.absolute()).encode()
    except UnicodeEncodeError as error:
        raise Problem("vault.name_not_text", path=str(path)) from error


def missing(path: Path) -> Problem:
    """Whether it is the file or its whole folder that is not there."""
    if path.parent.is_dir():
        return Problem("vault.file_missing", path=str(path))
    return Problem("vault.folder_missing", path=str(path), folder=str(path.parent))
