"""Rows of the history as they are written: numbered upwards, each hash chained to the one before."""

from __future__ import annotations

import hashlib
import json
from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from contactbook.domain.ids import ids
from contactbook.store.sqlite import carray

if TYPE_CHECKING:
    from collections.abc import Collection

    from contactbook.store.sqlite import Connection

CHAIN_COLUMNS = (
    "id", "at", "device", "author", "action", "data", "tables", "contacts", "undoes", "basis", "inverted",
    "size",
    "changeset_hash",
)  # fmt: skip
"""What the chained hash covers: everything that never changes afterwards."""

_HASH_BYTES = 32


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """A step as it is noted. `basis` and `inverted`: see the migration; `data` is JSON text."""

    id: int
    at: int
    device: str
    author: str
    action: str
    data: str
    tables: str
    contacts: int
    undoes: int
    basis: int
    inverted: int
    size: int
    changeset_hash: bytes

    def values(self) -> tuple[Any, ...]:
        """In the order of `CHAIN_COLUMNS`."""
        return tuple(getattr(self, name) for name in CHAIN_COLUMNS)


def next_id(connection: Connection) -> int:
    """An id for the next step: later than every other, also when the clock was set back."""
    last: int | None = connection.execute("SELECT max(id) FROM history").get
    return max(ids.one(), (last or 0) + 1)


def chained(before: bytes, values: tuple[Any, ...]) -> bytes:
    """The hash of a history row: over the hash of the row before it and its own `CHAIN_COLUMNS`."""
    text = json.dumps(
        [value.hex() if isinstance(value, bytes) else value for value in values], ensure_ascii=True
    )
    return hashlib.blake2b(before + text.encode("ascii"), digest_size=_HASH_BYTES).digest()


def write(connection: Connection, entry: HistoryEntry, touched: Collection[int]) -> None:
    """Add the row, name the contacts it touched, and mark the step that it undoes."""
    row = connection.execute("SELECT hash FROM history ORDER BY id DESC LIMIT 1").fetchone()
    values = entry.values()
    digest = chained(row[0] if row else b"", values)
    marks = ", ".join("?" * (len(values) + 1))
    connection.execute(
        f"INSERT INTO history ({', '.join(CHAIN_COLUMNS)}, hash) VALUES ({marks})", (*values, digest)
    )
    if touched:
        connection.execute(
            "INSERT INTO history_contact (contact_id, history_id)"
            " SELECT value, ? FROM carray(?) ORDER BY value",
            (entry.id, carray(array("q", touched))),
        )
    if entry.undoes:
        _mark_undone(connection, entry.id, entry.undoes)


def _mark_undone(connection: Connection, step_id: int, undoes: int) -> None:
    """The step no longer stands, nor a redo of it; what an undone undo took back stands again."""
    connection.execute("UPDATE history SET undone_by = ? WHERE id = ?", (step_id, undoes))
    connection.execute(
        "UPDATE history SET undone_by = 0 WHERE id = (SELECT undoes FROM history WHERE id = ?)", (undoes,)
    )
    connection.execute(
        "UPDATE history SET undone_by = ?1 WHERE undone_by = 0"
        " AND undoes IN (SELECT id FROM history WHERE undoes = ?2)",
        (step_id, undoes),
    )
