"""A verified copy of an open book, under the same or another key: for backups and password changes."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# (the stubs of apsw use collections.abc.Buffer, which typeshed has only from Python 3.12 on)

from __future__ import annotations

import os
import secrets
import sys
import time
from contextlib import closing, suppress
from typing import TYPE_CHECKING

import apsw

from contactbook.domain.problems import Cancelled, Problem
from contactbook.vault.connections import keyed
from contactbook.vault.failures import check_name, explained
from contactbook.vault.raw_pages import damaged_pages

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from contactbook.vault.key_derivation import BookKey

_PAGES_A_STEP = 500
_PART = ".part"
_OLD_SECONDS = 3600


def write_copy(
    source: apsw.Connection,
    target: Path,
    key: BookKey,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Path:
    """Copy a book to a temporary file beside the target, read all of it back, and push it out to the disk.

    Args:
        source: a connection to the book; what it sees when the copy begins is what is copied.
        target: what the copy will be called; `put_in_place` gives it that name.
        key: the key of the copy.
        progress: called with the pages done and the pages there.
        cancelled: asked between pages; true stops.

    Returns:
        The temporary file, encrypted like everything else, readable by the owner only.

    Raises:
        Problem: `vault.disk_full`, `vault.damaged` (the book itself), `vault.copy_failed`, ...
        Cancelled: as asked; nothing is left behind.
    """
    check_name(target)
    part = target.with_name(f".{target.name}.{secrets.token_hex(4)}{_PART}")
    try:
        with explained(target):
            os.close(os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
            with closing(keyed(part, key, apsw.SQLITE_OPEN_READWRITE)) as copy:
                _copy_pages(source, copy, progress, cancelled)
                copy.pragma("journal_mode", "delete")
            _verify(part, key, source)
            _flush(part)
    except BaseException:
        with suppress(OSError):  # where nothing can be written nothing can be removed either
            part.unlink()
        raise
    return part


def put_in_place(part: Path, target: Path) -> None:
    """Give the finished copy its name in one step that cannot be half done.

    Raises:
        Problem: as in `failures`; the target is then as it was.
    """
    try:
        with explained(target):
            part.replace(target)
    except BaseException:
        with suppress(OSError):  # where nothing can be written nothing can be removed either
            part.unlink()
        raise
    _flush_folder(target.parent)


def clear_leftovers(target: Path) -> None:
    """Remove unfinished copies that a crash left beside the target; only its lock's holder may do that."""
    for part in target.parent.glob(f".{_escaped(target.name)}.????????{_PART}"):
        with suppress(OSError):
            part.unlink()


def clear_old_leftovers(folder: Path, stem: str, suffix: str) -> None:
    """Remove unfinished copies of a name that begins and ends like this, left untouched for an hour."""
    for part in folder.glob(f".{_escaped(stem)}*{_escaped(suffix)}.????????{_PART}"):
        with suppress(OSError):
            if time.time() - part.stat().st_mtime > _OLD_SECONDS:
                part.unlink()


def _copy_pages(
    source: apsw.Connection,
    copy: apsw.Connection,
    progress: Callable[[int, int], None] | None,
    cancelled: Callable[[], bool] | None,
) -> None:
    copy.pragma("journal_mode", "off")
    copy.pragma("synchronous", "off")
    with copy.backup("main", source, "main") as backup:
        while not backup.done:
            if cancelled and cancelled():
                raise Cancelled
            backup.step(_PAGES_A_STEP)
            if progress:
                progress(backup.page_count - backup.remaining, backup.page_count)


def _verify(part: Path, key: BookKey, source: apsw.Connection) -> None:
    """Read the copy back: every page's seal, SQLite's own check, and the version numbers of the source."""
    with closing(keyed(part, key, apsw.SQLITE_OPEN_READONLY)) as copy:
        told = [row[0] for row in copy.execute("PRAGMA quick_check(1)").fetchall()]
        if told != ["ok"]:
            raise Problem("vault.damaged", path=str(source.filename))
        same = all(copy.pragma(name) == source.pragma(name) for name in ("application_id", "user_version"))
    if not same or damaged_pages(part, key):
        raise Problem("vault.copy_failed", path=str(part))


def _flush(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        if sys.platform == "darwin":
            import fcntl

            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
        else:
            os.fsync(handle)
    finally:
        os.close(handle)


def _flush_folder(folder: Path) -> None:
    if sys.platform == "win32":
        return
    with suppress(OSError):  # some drives cannot; the copy itself is on the disk already
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _escaped(name: str) -> str:
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in name)
