"""Backups: verified copies of an open book, encrypted under its own key, and how many of them are kept."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# (the stubs of apsw use collections.abc.Buffer, which typeshed has only from Python 3.12 on)

from __future__ import annotations

from contextlib import closing, suppress
from datetime import datetime
from typing import TYPE_CHECKING

from contactbook.domain.problems import Problem
from contactbook.vault.copying import clear_old_leftovers, put_in_place, write_copy
from contactbook.vault.failures import explained

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from contactbook.vault.book_file import OpenFile

DEFAULT_KEEP = 10
_STAMP = "%Y-%m-%d %H-%M-%S"


def back_up(
    book: OpenFile,
    target: Path,
    *,
    replace: bool = False,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Write a copy that was read back before it got its name. The book may be written to meanwhile.

    Args:
        book: the open book; the copy holds everything that was committed when it began.
        target: where the copy goes.
        replace: whether a file that is there already is replaced (in one step, at the end).
        progress: called with the pages done and the pages there.
        cancelled: asked between pages; true stops and leaves nothing.

    Raises:
        Problem: `vault.file_exists`, `vault.same_file`, `vault.folder_missing`, `vault.disk_full`,
            `vault.damaged`.
        Cancelled: as asked.
    """
    with explained(target):
        if not target.parent.is_dir():
            raise Problem("vault.folder_missing", path=str(target), folder=str(target.parent))
        if target.exists():
            if target.samefile(book.path):
                raise Problem("vault.same_file", path=str(target))
            if not replace:
                raise Problem("vault.file_exists", path=str(target))
    clear_old_leftovers(target.parent, target.stem, target.suffix)
    with closing(book.connect(read_only=True)) as source:
        # Holding one read transaction keeps the copy from starting over when somebody writes.
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_schema").fetchall()
        part = write_copy(source, target, book.key, progress=progress, cancelled=cancelled)
    put_in_place(part, target)


def back_up_in_turn(
    book: OpenFile,
    folder: Path,
    *,
    keep: int = DEFAULT_KEEP,
    now: datetime | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Path:
    """Write one more backup into a folder, named by the local time, then drop the oldest beyond `keep`.

    Returns:
        The new backup.
    """
    stamp = (now or datetime.now().astimezone()).strftime(_STAMP)
    target = folder / f"{book.path.stem} {stamp}{book.path.suffix}"
    clear_old_leftovers(folder, f"{book.path.stem} ", book.path.suffix)
    back_up(book, target, replace=True, cancelled=cancelled)
    for old in backups_in(folder, book.path)[max(keep, 1) :]:
        with suppress(OSError):
            old.unlink()
    return target


def backups_in(folder: Path, book: Path) -> list[Path]:
    """The backups that `back_up_in_turn` made of this book, newest first."""
    found: list[Path] = []
    for path in folder.iterdir():
        prefix = book.stem + " "
        if path.suffix != book.suffix or not path.stem.startswith(prefix):
            continue
        with suppress(ValueError):
            datetime.strptime(path.stem[len(prefix) :], _STAMP)
            found.append(path)
    return sorted(found, reverse=True)
