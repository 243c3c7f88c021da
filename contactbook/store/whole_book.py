"""All that a book holds, table by table: for the full archive, its restore, and the hash that compares them.

The hash covers every journaled table, the history with its changesets, and the bytes they point to; derived
rows, drafts and housekeeping do not count. It is defined here and nowhere else (R29).
"""

from __future__ import annotations

import hashlib
import json
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import apsw

from contactbook.domain.problems import Problem
from contactbook.store import derived, timeline_rows
from contactbook.store.step import LARGE_CACHE
from contactbook.store.tables import JOURNALED
from contactbook.vault.failures import explained

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator

    from contactbook.store.book import Book
    from contactbook.store.reader import Reader
    from contactbook.store.sqlite import Connection

HISTORY = ("history", "history_part", "history_contact")
TABLES = (*JOURNALED, *HISTORY)
"""In the order in which they are hashed."""

Row = tuple[Any, ...]
_NOT_OURS = (
    apsw.ConstraintError,
    apsw.MismatchError,
    apsw.BindingsError,
    apsw.SQLError,
    apsw.TooBigError,
    OverflowError,
)
"""What SQLite says of rows that no book can hold."""


class ContentHash:
    """Takes the rows of a whole book in order; `text` is the hash."""

    def __init__(self) -> None:
        self._hash = hashlib.blake2b(digest_size=32)

    def head(self, table: str, columns: Iterable[str]) -> None:
        """The rows that follow are of this table."""
        self._add([table, *columns])

    def row(self, values: Iterable[object]) -> None:
        """One row."""
        self._add([value.hex() if isinstance(value, bytes) else value for value in values])

    def payload(self, payload_id: int, data: bytes) -> None:
        """Bytes that rows point to."""
        self._add([payload_id, hashlib.blake2b(data, digest_size=32).hexdigest()])

    @property
    def text(self) -> str:
        """The hash of what was taken so far, in hexadecimal."""
        return self._hash.hexdigest()

    def _add(self, values: list[object]) -> None:
        self._hash.update(
            json.dumps(values, ensure_ascii=True, separators=(",", ":")).encode("ascii") + b"\n"
        )


def content_hash(reader: Reader) -> str:
    """The hash of everything that the book holds."""
    found = ContentHash()
    with snapshot(reader):
        for table in TABLES:
            names = columns(reader.connection, table)
            found.head(table, names)
            for row in rows(reader.connection, table, names):
                found.row(row)
        for payload_id, data, _ in payloads(reader.connection):
            found.payload(payload_id, data)
    return found.text


@contextmanager
def snapshot(reader: Reader) -> Generator[None]:
    """All reads within see the book as it is now, whatever is written meanwhile."""
    with explained(reader.path):
        if reader.connection.in_transaction:
            yield
            return
        reader.connection.execute("BEGIN")
        try:
            yield
        finally:
            with suppress(apsw.ConnectionClosedError, apsw.InterruptError):  # the book was closed meanwhile
                reader.connection.execute("ROLLBACK")


def columns(connection: Connection, table: str) -> tuple[str, ...]:
    """The columns of a table, in order."""
    return tuple(row[1] for row in connection.execute(f"PRAGMA table_info({table})").fetchall())


def rows(connection: Connection, table: str, names: Iterable[str]) -> Iterator[Row]:
    """Every row of a table in the order of its key, read while they are asked for."""
    info = connection.execute(f"PRAGMA table_info({table})").fetchall()
    key = ", ".join(_quoted(row[1]) for row in sorted(info, key=lambda row: row[5]) if row[5])
    listed = ", ".join(map(_quoted, names))
    yield from connection.execute(f"SELECT {listed} FROM {table} ORDER BY {key}")


def payloads(connection: Connection) -> Iterator[tuple[int, bytes, int | None]]:
    """Id, bytes and the time since which nothing points to it, of every payload."""
    yield from connection.execute("SELECT id, data, unused_since FROM payload ORDER BY id")  # type: ignore[misc]


def shown_payloads(reader: Reader) -> set[int]:
    """The payloads that are pictures and attached files; original messages are packed like cards."""
    sql = "SELECT payload_id FROM photo UNION SELECT payload_id FROM attachment WHERE original_size IS NULL"
    return set(reader.id_list(sql))


def is_empty(reader: Reader) -> bool:
    """Whether nothing was ever done in the book."""
    asked = " OR ".join(f"EXISTS (SELECT 1 FROM {table})" for table in TABLES)
    return not reader.id_list(f"SELECT {asked}")[0]


def fill(
    book: Book,
    tables: Iterable[tuple[str, list[str], Iterable[list[Any]]]],
    bytes_of: Iterable[tuple[int, bytes, int | None]],
    *,
    expected: str,
    tick: Callable[[int], None],
) -> int:
    """Put everything into an empty book, history included, in one transaction; returns the last step's id.

    This is no step of its own: what is restored is the history itself.

    Args:
        book: see `is_empty`.
        tables: name, columns and rows of each.
        bytes_of: what `payloads` gave.
        expected: the content hash that must come out.
        tick: called with the number of rows so far; may raise `Cancelled`.

    Raises:
        Problem: archive.newer for columns or tables that this program does not know; archive.hash_differs;
            archive.book_not_empty.
    """
    writer = book.writer
    connection = writer.connection
    with writer.lock, explained(book.path):
        if not is_empty(writer.reader):
            raise Problem("archive.book_not_empty", path=str(book.path))
        before: int = connection.pragma("cache_size")
        connection.pragma("cache_size", -LARGE_CACHE)
        connection.execute("BEGIN IMMEDIATE")
        try:
            connection.pragma("defer_foreign_keys", 1)
            _insert(connection, tables, bytes_of, tick)
            if content_hash(writer.reader) != expected:
                raise Problem("archive.hash_differs")
            derived.rebuild_all(connection)
            timeline_rows.refresh_words(connection)
            connection.execute("COMMIT")
        except _NOT_OURS as error:
            raise Problem("archive.hash_differs") from error
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            connection.pragma("cache_size", before)
        return writer.reader.id_list("SELECT coalesce(max(id), 1) FROM history")[0]


def _insert(
    connection: Connection,
    tables: Iterable[tuple[str, list[str], Iterable[list[Any]]]],
    bytes_of: Iterable[tuple[int, bytes, int | None]],
    tick: Callable[[int], None],
) -> None:
    count = 0

    def counted(given: Iterable[Any]) -> Iterator[Any]:
        nonlocal count
        for row in given:
            count += 1
            if not count % 500:
                tick(count)
            yield row

    for table, names, given in tables:
        if table not in TABLES or not set(names) <= set(columns(connection, table)):
            raise Problem("archive.newer", path="")
        marks = ", ".join("?" * len(names))
        sql = f"INSERT INTO {table} ({', '.join(map(_quoted, names))}) VALUES ({marks})"
        connection.executemany(sql, counted(given))
    connection.executemany("INSERT INTO payload (id, data, unused_since) VALUES (?, ?, ?)", counted(bytes_of))


def _quoted(name: str) -> str:
    return f'"{name}"'
