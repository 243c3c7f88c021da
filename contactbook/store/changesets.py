"""Changesets on their way into and out of the history: compressed in parts, never whole in memory.

A changeset is what SQLite's session extension records: for every changed row its table, its primary key and
the values before and after (sqlite.org/sessionintro.html).
"""

from __future__ import annotations

import hashlib
import zlib
from array import array
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from contactbook.store.sqlite import UPDATE, id_array
from contactbook.store.tables import LINKED, OWNERS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable
    from concurrent.futures import Future, ThreadPoolExecutor

    from contactbook.store.sqlite import Change, Connection

PART_BYTES = 256 * 1024
"""Compressed bytes in one row of `history_part`."""

_LEVEL = 1
_PIECE, _AHEAD = 1 << 18, 16
"""Bytes that are compressed in one go, and how many such pieces may wait for it."""
_HASH_BYTES = 32


class ChangesetSink:
    """Takes the bytes of a changeset and stores them, compressed, as parts of one history row.

    A large one is compressed on a thread, while SQLite goes on with what comes next.
    """

    def __init__(self, connection: Connection, history_id: int) -> None:
        self.size = 0
        self._connection = connection
        self._history_id = history_id
        self._packer = zlib.compressobj(_LEVEL)
        self._hash = hashlib.blake2b(digest_size=_HASH_BYTES)
        self._raw = bytearray()
        self._thread: ThreadPoolExecutor | None = None
        self._packing: deque[Future[bytes]] = deque()
        self._parts: list[bytes] = []
        self._waiting = 0

    def __call__(self, data: bytes) -> None:
        """More of the changeset."""
        self.size += len(data)
        self._raw += data
        if len(self._raw) >= _PIECE:
            self._pack()

    def finish(self) -> bytes:
        """Store the rest; gives the hash over all compressed bytes."""
        for piece in self._packing:
            self._take(piece.result())
        if self._thread is not None:
            self._thread.shutdown()
        self._take(self._packer.compress(self._raw) + self._packer.flush())
        self._store()
        return self._hash.digest()

    def _pack(self) -> None:
        if self._thread is None:
            from concurrent.futures import ThreadPoolExecutor  # 14 ms that few steps need

            self._thread = ThreadPoolExecutor(1, "contactbook-pack")
        self._packing.append(self._thread.submit(self._packer.compress, bytes(self._raw)))
        self._raw.clear()
        while len(self._packing) > _AHEAD:
            self._take(self._packing.popleft().result())

    def _take(self, packed: bytes) -> None:
        self._parts.append(packed)
        self._waiting += len(packed)
        if self._waiting >= PART_BYTES:
            self._store()

    def _store(self) -> None:
        data = b"".join(self._parts)
        self._parts, self._waiting = [], 0
        if data:
            self._hash.update(data)
            self._connection.execute(
                "INSERT INTO history_part (history_id, data) VALUES (?, ?)", (self._history_id, data)
            )


def part_ids(connection: Connection, history_id: int) -> list[int]:
    """The ids of the parts of a step's changeset, in order; empty when there is none (any more)."""
    rows = connection.execute("SELECT id FROM history_part WHERE history_id = ? ORDER BY id", (history_id,))
    return [row[0] for row in rows]


def stored_hash(connection: Connection, history_id: int) -> bytes:
    """The hash over the compressed bytes as they lie there; compare with `history.changeset_hash`."""
    found = hashlib.blake2b(digest_size=_HASH_BYTES)
    for part in part_ids(connection, history_id):
        found.update(_part(connection, part))
    return found.digest()


def source(connection: Connection, history_id: int) -> Callable[[int], bytes]:
    """Gives a stored changeset back piece by piece, as apsw's streaming functions ask for it."""
    waiting = iter(part_ids(connection, history_id))
    unpacker = zlib.decompressobj()
    buffer = bytearray()

    def read(amount: int) -> bytes:
        while len(buffer) < amount:
            packed = unpacker.unconsumed_tail
            if not packed:
                part = next(waiting, None)
                if part is None:
                    buffer.extend(unpacker.flush())
                    break
                packed = _part(connection, part)
            buffer.extend(unpacker.decompress(packed, 1 << 20))
        piece = bytes(buffer[:amount])
        del buffer[:amount]
        return piece

    return read


def _part(connection: Connection, part_id: int) -> bytes:
    data: bytes = connection.execute("SELECT data FROM history_part WHERE id = ?", (part_id,)).get
    return data


@dataclass(slots=True)
class Survey:
    """What a changeset is about: how many rows, in which tables, of which contacts and tags."""

    rows: int = 0
    tables: set[str] = field(default_factory=set)
    contacts: Collection[int] = field(default_factory=set[int])
    tags: set[int] = field(default_factory=set)


def survey(connection: Connection, changes: Iterable[Change]) -> Survey:
    """Find out what a changeset touches, from the changes themselves.

    `connection` must show the tables as they are after the changeset or before it: an updated row of a part
    table names its contact only there.
    """
    found = Survey()
    unnamed: dict[str, array[int]] = {}
    linked: dict[str, set[int]] = {}
    found.contacts = contacts = set[int]()
    for change in changes:
        found.rows += 1
        table = change.name
        owners = OWNERS[table]
        if table not in found.tables:
            found.tables.add(table)
        if table == "tag":
            found.tags.add(_values(change)[0])
        for column in owners:
            for row in (change.old, change.new):
                if row is not None and isinstance(row[column], int):
                    contacts.add(row[column])
        if owners == (1,) and change.opcode == UPDATE:
            unnamed.setdefault(table, array("q")).append(_values(change)[0])
        if table in LINKED:
            rows = (row for row in (change.old, change.new) if row is not None)
            ids = (row[LINKED[table][0]] for row in rows)
            linked.setdefault(table, set()).update(each for each in ids if isinstance(each, int))
    for table, rows in unnamed.items():
        if table in _PAIRED:
            continue
        sql = f"SELECT DISTINCT contact_id FROM {table} WHERE contact_id IS NOT NULL AND id IN carray(?)"
        contacts.update(row[0] for row in connection.execute(sql, id_array(rows)))
    for table, ids in linked.items():
        _, links, column = LINKED[table]
        sql = f"SELECT DISTINCT contact_id FROM {links} WHERE {column} IN carray(?)"
        if ids:
            contacts.update(row[0] for row in connection.execute(sql, id_array(ids)))
    return found


_PAIRED = frozenset({"interaction_contact", "task_contact"})
"""Tables keyed by a pair of ids: an update names both."""


def _values(change: Change) -> tuple[Any, ...]:
    """The row's values that a change certainly gives: the primary key."""
    values = change.new if change.old is None else change.old
    assert values is not None
    return values
