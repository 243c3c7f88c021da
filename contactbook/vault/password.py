"""Changing the password: a fresh copy under a new key and salt replaces the old file in one step."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# (the stubs of apsw use collections.abc.Buffer, which typeshed has only from Python 3.12 on)

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import apsw

from contactbook.domain.problems import Problem
from contactbook.vault.connections import keyed
from contactbook.vault.copying import put_in_place, write_copy
from contactbook.vault.failures import explained
from contactbook.vault.key_derivation import derive, new_salt

if TYPE_CHECKING:
    from collections.abc import Callable

    from contactbook.vault.book_file import OpenFile
    from contactbook.vault.credentials import Credential

_WAIT_MILLISECONDS = 1_000


def change_password(
    book: OpenFile,
    credential: Credential,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Give an open book a new password, key file or both. Older backups keep the password they have.

    Every connection to the book must be closed; afterwards `book.connect` gives connections to the new file.
    Whatever goes wrong, one of the two files is there, whole, under the book's name.

    Args:
        book: the book, open to write.
        credential: the new password and key file.
        progress: called with the pages done and the pages there.
        cancelled: asked between pages; true stops and leaves everything as it was.

    Raises:
        Problem: `vault.read_only`, `vault.open_elsewhere`, `vault.password_missing`, `vault.disk_full`,
            `vault.damaged`, those of the key file.
        Cancelled: as asked.
    """
    if book.read_only:
        raise Problem("vault.read_only", path=str(book.path))
    key = derive(credential, new_salt())
    with explained(book.path), closing(keyed(book.path, book.key, apsw.SQLITE_OPEN_READWRITE)) as source:
        _hold_alone(source, book)
        part = write_copy(source, book.path, key, progress=progress, cancelled=cancelled)
    put_in_place(part, book.path)
    book.take_new_key(key)


def _hold_alone(source: apsw.Connection, book: OpenFile) -> None:
    """Write the log into the file, remove it, and keep everybody else from writing.

    A log left beside the file would be replayed into the new one and ruin it. Without a log, one open read
    keeps writers from finishing anything.
    """
    source.set_busy_timeout(_WAIT_MILLISECONDS)
    try:
        mode = source.pragma("journal_mode", "delete")
        source.execute("BEGIN; SELECT count(*) FROM sqlite_schema").fetchall()
    except apsw.BusyError as error:
        raise Problem("vault.open_elsewhere", path=str(book.path)) from error
    if mode != "delete":
        raise Problem("vault.open_elsewhere", path=str(book.path))
