"""Keeping a book safe: backups and what they are good for, another password, the way in with the code."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from contactbook.domain.problems import Problem
from contactbook.store.queries import counts
from contactbook.store.upgrading import BACKUPS
from contactbook.vault import backup, book_file, lock_file, password
from contactbook.vault.connections import logs
from contactbook.vault.failures import explained

if TYPE_CHECKING:
    from collections.abc import Callable

    from contactbook.store.book import Book
    from contactbook.vault.credentials import Credential


def back_up(
    book: Book,
    target: Path,
    *,
    replace: bool = False,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Write a copy that was read back before it got its name. Raises as `vault.backup.back_up`."""
    backup.back_up(book.file, Path(target), replace=replace, progress=progress, cancelled=cancelled)


def back_up_at(book: Book, place: Path, *, replace: bool = False) -> Path:
    """A backup under that name, or one more in that folder. Raises as `back_up`."""
    with explained(place):
        is_folder = place.is_dir()
    if is_folder:
        return back_up_in_turn(book, place)
    back_up(book, place, replace=replace)
    return place


def back_up_in_turn(
    book: Book,
    folder: Path | None = None,
    *,
    keep: int = backup.DEFAULT_KEEP,
    now: datetime | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Path:
    """One more backup, named by the time; the oldest beyond `keep` goes. Gives the new one.

    Args:
        book: the open book.
        folder: where the backups lie; None for the folder "backups" beside the book.
        keep: how many there are at most.
        now: for the name.
        cancelled: asked between pages.

    Raises:
        Problem: `vault.folder_missing`, and those of `vault.backup.back_up`.
        Cancelled: as asked.
    """
    place = folder or book.path.parent / BACKUPS
    try:
        place.mkdir(exist_ok=True)
    except OSError as error:
        raise Problem("vault.folder_missing", path=str(book.path), folder=str(place)) from error
    return backup.back_up_in_turn(book.file, place, keep=keep, now=now, cancelled=cancelled)


def latest_backup(book: Book, folder: Path | None = None) -> Path | None:
    """The newest of the backups that `back_up_in_turn` made."""
    place = folder or book.path.parent / BACKUPS
    found = backup.backups_in(place, book.path) if place.is_dir() else []
    return found[0] if found else None


def backup_is_due(book: Book, folder: Path | None = None, *, now: datetime | None = None) -> bool:
    """Whether the newest backup is of another day, or there is none and somebody is in the book."""
    last = latest_backup(book, folder)
    today = (now or datetime.now().astimezone()).strftime("%Y-%m-%d")
    if last is None:
        return bool(counts(book.reader).all)
    return not last.stem.removeprefix(f"{book.path.stem} ").startswith(today)


def restore(source: Path, target: Path, credential: Credential, *, replace: bool = False) -> Path | None:
    """Make a book of a backup, read back before it gets its name; the backup stays.

    Args:
        source: the backup.
        target: the book that it becomes.
        credential: what opens the backup.
        replace: whether a book that is there makes room. It is kept under another name beside it.

    Returns:
        Where the book that was there is now.

    Raises:
        Problem: those of opening the backup, of `vault.backup.back_up`, `vault.in_use`.
    """
    source, target = Path(source), Path(target)
    with book_file.open_file(source, credential, read_only=True) as opened:
        with explained(target):
            there = target.exists()
        if not there:
            backup.back_up(opened, target)
            return None
        if not replace:
            raise Problem("vault.file_exists", path=str(target))
        if target.samefile(source):
            raise Problem("vault.same_file", path=str(target))
        lock = lock_file.acquire(target)
        try:
            return _put_in_its_place(opened, target)
        finally:
            lock.release()


def _put_in_its_place(opened: book_file.OpenFile, target: Path) -> Path:
    """The backup is written whole beside the book before that gives way, its logs with it."""
    stamp = datetime.now().astimezone().strftime("%Y-%m-%d %H-%M-%S")
    aside = target.with_name(f"{target.stem} (before {stamp}){target.suffix}")
    fresh = target.with_name(f"{target.stem} (restored {stamp}){target.suffix}")
    backup.back_up(opened, fresh)
    with explained(target):
        for old, new in zip((target, *logs(target)), (aside, *logs(aside)), strict=True):
            if old.exists():
                old.rename(new)
        fresh.rename(target)
    return aside


def change_password(
    path: Path,
    credential: Credential,
    new: Credential,
    *,
    wait: float = 10.0,
    progress: Callable[[int, int], None] | None = None,
) -> None:
    """Give a book that is not open another password, key file or both; the recovery code changes with it.

    Args:
        path: the book.
        credential: what opens it now: the password, or the recovery code when that is lost.
        new: what opens it from now on.
        wait: seconds to wait for another program to let go of it.
        progress: called with the pages done and the pages there.

    Raises:
        Problem: those of opening, and of `vault.password.change_password`; the book is then as it was.
    """
    with book_file.open_file(Path(path), credential, wait=wait) as opened:
        password.change_password(opened, new, progress=progress)
