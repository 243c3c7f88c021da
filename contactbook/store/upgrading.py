"""A book of an older program gets today's tables, after a verified backup of it as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.domain.problems import Problem
from contactbook.store import derived, migrations
from contactbook.vault import backup, book_file
from contactbook.vault.credentials import Credential
from contactbook.vault.failures import explained

if TYPE_CHECKING:
    from pathlib import Path

    from contactbook.store.sqlite import Connection
    from contactbook.vault.book_file import OpenFile

BACKUPS = "backups"
"""The folder beside the book."""


def upgrade(file: OpenFile, connection: Connection) -> Path | None:
    """Bring a book, open for writing, to today's tables; gives its backup, None when there was no need.

    Raises:
        Problem: `store.newer_version`; those of `vault.backup.back_up`, the book is then as it was.
    """
    found = migrations.check_version(connection)
    kept = _back_up(file, found) if found and migrations.needed(found) else None
    migrations.upgrade(connection, finish=derived.rebuild_all if found else None)
    return kept


def for_reading(file: OpenFile, connection: Connection, wait: float) -> bool:
    """Upgrade a book that is to be read only: false when it was of today already.

    Raises:
        Problem: as `upgrade`, and those of opening it to write, when it cannot be written to.
    """
    if not migrations.needed(migrations.check_version(connection)):
        return False
    key = Credential(raw_key=file.key.key + file.key.salt)
    with explained(file.path), book_file.open_file(file.path, key, wait=wait) as writable:
        upgrade(writable, writable.connect())
    return True


def _back_up(file: OpenFile, version: int) -> Path:
    folder = file.path.parent / BACKUPS
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise Problem("vault.folder_missing", path=str(file.path), folder=str(folder)) from error
    kept = folder / f"{file.path.stem} (version {migrations.text(version)}){file.path.suffix}"
    backup.back_up(file, kept, replace=True)
    return kept
