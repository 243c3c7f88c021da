"""Rows that a step makes in bulk: what they were is taken from the tables at its end, not kept in memory.

A session keeps a piece of memory for every row that it sees written: half a gigabyte for a million contacts.
Of rows with ids that nobody had before, it need not see anything: they were not there, and what they are in
the end stands in their tables. So they are copied, some thousand at a time, into a database in memory, where
a session watches them come.
"""

from __future__ import annotations

import zlib
from array import array
from bisect import bisect_right
from typing import TYPE_CHECKING, Any, cast

import apsw

from contactbook.store.sqlite import changes, new_session
from contactbook.store.tables import JOURNALED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from contactbook.store.sqlite import Change, Connection

_SCHEMA = "new_rows"
_AT_ONCE = 10_000
"""Ids whose rows are copied in one go, and changes that are put together in one go."""


class NewRows:
    """Ids that nobody had before, in ranges that only grow, and the tables whose rows begin with them."""

    def __init__(self) -> None:
        self._starts, self._ends = array("q"), array("q")
        self._tables: set[str] = set()

    def __bool__(self) -> bool:
        return bool(self._starts)

    def add(self, start: int, count: int, tables: Iterable[str]) -> None:
        """Rows with these ids were written into some tables; later ids are greater."""
        self._tables.update(tables)
        if self._ends and self._ends[-1] == start:
            self._ends[-1] = start + count
        else:
            self._starts.append(start)
            self._ends.append(start + count)

    def holds(self, change: Change) -> bool:
        """Whether the changed row is one of these."""
        if change.name not in self._tables:
            return False
        row = change.new if change.old is None else change.old
        first: Any = row[0] if row else None
        place = bisect_right(self._starts, first) - 1
        return place >= 0 and first < self._ends[place]

    def hand_out(self, connection: Connection, output: Callable[[bytes], None]) -> None:
        """Give a changeset that makes these rows, as far as they are there, table by table."""
        connection.execute(f"ATTACH ':memory:' AS {_SCHEMA}")
        for table in JOURNALED:
            if table in self._tables:
                self._hand_out_table(connection, table, output)

    def _hand_out_table(self, connection: Connection, table: str, output: Callable[[bytes], None]) -> None:
        first = _make_alike(connection, table)
        copy = f"INSERT INTO {_SCHEMA}.{table} SELECT * FROM main.{table} WHERE {first} >= ? AND {first} < ?"
        for ranges in self._portions():
            session = new_session(connection, _SCHEMA)
            try:
                session.attach(table)
                connection.executemany(copy, ranges)
                session.changeset_stream(output)
            finally:
                session.close()
            connection.execute(f"DELETE FROM {_SCHEMA}.{table}")
        connection.execute(f"DROP TABLE {_SCHEMA}.{table}")

    def _portions(self) -> Iterator[list[tuple[int, int]]]:
        portion: list[tuple[int, int]] = []
        held = 0
        for start, end in zip(self._starts, self._ends, strict=True):
            for low in range(start, end, _AT_ONCE):
                high = min(low + _AT_ONCE, end)
                portion.append((low, high))
                held += high - low
                if held >= _AT_ONCE:
                    yield portion
                    portion, held = [], 0
        if portion:
            yield portion


def put_away(connection: Connection) -> None:
    """Forget the database in memory, which is not possible within a transaction."""
    if any(row[1] == _SCHEMA for row in connection.execute("PRAGMA database_list").fetchall()):
        connection.execute(f"DETACH {_SCHEMA}")


def _make_alike(connection: Connection, table: str) -> str:
    """Make a table of the same columns and primary key; gives the first column."""
    columns: Any = connection.execute(f"PRAGMA main.table_info({table})").fetchall()
    names = [f'"{row[1]}"' for row in columns]
    keys = [f'"{row[1]}"' for row in sorted(columns, key=lambda row: row[5]) if row[5]]
    if len(keys) == 1:
        names[names.index(keys[0])] += " INTEGER PRIMARY KEY"
        connection.execute(f"CREATE TABLE {_SCHEMA}.{table} ({', '.join(names)})")
    else:
        primary = f"PRIMARY KEY ({', '.join(keys)})"
        connection.execute(f"CREATE TABLE {_SCHEMA}.{table} ({', '.join(names)}, {primary}) WITHOUT ROWID")
    return f'"{columns[0][1]}"'


class Others:
    """A changeset on its way: what is about new rows is left out of it."""

    def __init__(self, new: NewRows) -> None:
        self._new = new
        self._packer = zlib.compressobj(1)
        self._pieces: list[bytes] = []

    def __call__(self, data: bytes) -> None:
        """More of it; kept compressed until all is there."""
        self._pieces.append(self._packer.compress(data))

    def hand_out(self, connection: Connection, output: Callable[[bytes], None]) -> None:
        """Give what is left."""
        self._pieces.append(self._packer.flush())
        builder = _builder(connection)
        added = 0
        try:
            for change in changes(_source(self._pieces)):
                if self._new.holds(change):
                    continue
                builder.add_change(cast("Any", change))
                added += 1
                if added % _AT_ONCE == 0:
                    builder.output_stream(cast("Any", output))
                    builder.close()
                    builder = _builder(connection)
            builder.output_stream(cast("Any", output))
        finally:
            builder.close()


def _builder(connection: Connection) -> apsw.ChangesetBuilder:
    builder = apsw.ChangesetBuilder()
    builder.schema(cast("Any", connection), "main")
    return builder


def _source(pieces: list[bytes]) -> Callable[[int], bytes]:
    unpacker = zlib.decompressobj()
    waiting = iter(pieces)
    buffer = bytearray()

    def read(amount: int) -> bytes:
        while len(buffer) < amount:
            packed = unpacker.unconsumed_tail or next(waiting, None)
            if packed is None:
                break
            buffer.extend(unpacker.decompress(packed, 1 << 20))
        piece = bytes(buffer[:amount])
        del buffer[:amount]
        return piece

    return read
