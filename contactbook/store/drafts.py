"""Half-edited forms, kept in the encrypted file: no step of the history, and gone once they are saved."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

from contactbook.vault.failures import explained

if TYPE_CHECKING:
    from contactbook.store.book import Book
    from contactbook.store.reader import Reader

FULL, NORMAL = 2, 1
"""Values of the pragma `synchronous`: a draft must be on the disk when the power goes."""


class DraftRow(NamedTuple):
    """One draft: of what (`key`), when it was kept (milliseconds since 1970 UTC), and its text."""

    key: str
    at: int
    data: str


def keep(book: Book, key: str, data: str) -> None:
    """Keep a draft, in place of the one under this key."""
    _run(book, "INSERT OR REPLACE INTO draft (key, at, data) VALUES (?, ?, ?)", (key, _now(), data))


def drop(book: Book, key: str) -> None:
    """Forget a draft; harmless where there is none."""
    _run(book, "DELETE FROM draft WHERE key = ?", (key,))


def every(reader: Reader) -> list[DraftRow]:
    """All drafts, the latest first."""
    return [DraftRow(*row) for row in reader.query("SELECT key, at, data FROM draft ORDER BY at DESC")]


def _run(book: Book, sql: str, values: tuple[object, ...]) -> None:
    writer = book.writer
    with writer.lock, explained(writer.path):
        connection = writer.connection
        connection.pragma("synchronous", FULL)
        try:
            connection.execute(sql, values)
        finally:
            connection.pragma("synchronous", NORMAL)


def _now() -> int:
    return time.time_ns() // 1_000_000
