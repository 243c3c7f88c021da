"""What a book holds, to be compared: journaled tables bit for bit, derived ones by what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import apsw

from contactbook.store import derived, queries
from contactbook.store.migrations import m0004_derived
from contactbook.store.tables import JOURNALED

if TYPE_CHECKING:
    from contactbook.store.book import Book
    from contactbook.store.sqlite import Connection

Table = list[tuple[Any, ...]]


def journaled(book: Book) -> dict[str, Table]:
    """Every row of every journaled table."""
    return {table: book.reader.query(f"SELECT * FROM {table} ORDER BY 1, 2") for table in JOURNALED}


def stored(book: Book) -> dict[str, Table]:
    """The derived rows as they are; the search tables, which cannot be read back, word by word."""
    columns = ", ".join(derived.ROW_COLUMNS)
    found = {"contact_row": book.reader.query(f"SELECT {columns} FROM contact_row ORDER BY id")}
    for table in ("search_row", "search_part"):
        found[table] = _words(book.writer.connection, table)
    return found


def computed(book: Book) -> dict[str, Table]:
    """The derived rows as the contacts say they should be."""
    ids = book.reader.ids("SELECT id FROM contact ORDER BY id")
    rows = [derived.derive(contact) for contact in queries.load_many(book.reader, ids)]
    connection = apsw.Connection(":memory:")
    try:
        connection.execute(m0004_derived.SEARCH)
        connection.executemany(derived.INSERT_SEARCH, [row.search for row in rows])
        connection.executemany(derived.INSERT_PART, [row.part for row in rows])
        return {
            "contact_row": [row.row for row in rows],
            "search_row": _words(connection, "search_row"),
            "search_part": _words(connection, "search_part"),
        }
    finally:
        connection.close()


def broken_links(book: Book) -> Table:
    """Rows that point to nothing."""
    return book.reader.query("PRAGMA foreign_key_check")


def _words(connection: apsw.Connection | Connection, table: str) -> Table:
    connection.execute(
        f"CREATE VIRTUAL TABLE temp.words_{table} USING fts5vocab('main', '{table}', 'instance')"
    )
    try:
        return sorted(connection.execute(f"SELECT term, doc, col FROM temp.words_{table}").fetchall())
    finally:
        connection.execute(f"DROP TABLE temp.words_{table}")
