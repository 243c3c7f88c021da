"""The indexes by which lists are sorted: dropped while most rows are written, made anew in one go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from contactbook.store.sqlite import Connection

LARGE = 5_000
"""Fewer rows than this are always indexed one by one."""

_ALL = """
    SELECT name, sql FROM sqlite_schema
    WHERE type = 'index' AND tbl_name = 'contact_row' AND sql IS NOT NULL
"""


def is_large(connection: Connection, rows: int) -> bool:
    """Whether writing so many list rows is faster without their indexes."""
    if rows < LARGE:
        return False
    listed: Any = connection.execute("SELECT count(*) FROM search_row_docsize").get
    return rows > listed // 2


def drop_list_indexes(connection: Connection) -> list[str]:
    """Drop the indexes of the list rows; gives the statements that make them again."""
    found = connection.execute(_ALL).fetchall()
    for name, _ in found:
        connection.execute(f"DROP INDEX {name}")
    return [statement for _, statement in found]


def make_list_indexes(connection: Connection, statements: Iterable[str]) -> None:
    """Make indexes again.

    Each reads all the list rows. What waits to be written may not leave the cache by itself: it would leave
    these no room there, and every page would have to be decrypted once an index. All at once it would hold
    up other threads, so most of it leaves page by page, for want of room while the first are made.
    """
    room: int = connection.pragma("cache_size")
    try:
        for number, statement in enumerate(statements):
            if number < _TO_MAKE_ROOM:
                connection.pragma("cache_size", -_LITTLE_ROOM)
            else:
                connection.pragma("cache_size", room)
                connection.cache_flush()
            connection.execute(statement)
    finally:
        connection.pragma("cache_size", room)


_TO_MAKE_ROOM = 2
"""Indexes at which every page of the list rows that is read makes a changed one leave."""
_LITTLE_ROOM = 4_000
"""KiB of pages that are kept meanwhile."""
