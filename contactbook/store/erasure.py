"""Erasing contacts for good: from the tables, and from every step of the history that tells of them (R41).

The chain of hashes over the history is made anew from the first step that told of them; that a step once
touched somebody more stays visible as the step of erasing itself.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, cast

import apsw

from contactbook.store import changesets, contacts
from contactbook.store.history_rows import CHAIN_COLUMNS, chained
from contactbook.store.sqlite import NO_CHANGE, changes, id_array
from contactbook.store.step import Replay
from contactbook.store.tables import OWNERS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from contactbook.store.sqlite import Change, Connection
    from contactbook.store.step import Step

_WITH_BYTES = ("photo", "source_card", "attachment")
_NAMING = frozenset({"add", "merge"})
"""Steps whose label holds the name of a contact."""

Rows = dict[str, set[int]]


def erase(step: Step, contact_ids: Iterable[int]) -> int:
    """Erase contacts so that nothing brings them back; gives how many there were (one at least).

    The step must not have written anything else: its own effect is not recorded.
    """
    wanted = set(contact_ids)
    step.start_over(recording=False)
    connection = step.connection
    there = {
        row[0] for row in connection.execute("SELECT id FROM contact WHERE id IN carray(?)", id_array(wanted))
    }
    rows = _rows_of(connection, there)
    payloads = _payloads_of(connection, there)
    linked = _linked_with(connection, there)
    contacts.erase(step, there)
    _forget(connection, there, rows)
    _drop_payloads(connection, payloads)
    step.replay = Replay(
        0, 0, 0, b"", changesets.Survey(tables={"contact"}, contacts=linked - there, rows=len(there))
    )
    # nobody names them any more, but the lists must drop them
    step.also_stale(there)
    return len(there)


def _rows_of(connection: Connection, there: set[int]) -> Rows:
    """The ids of every row that belongs to these contacts now."""
    found: Rows = {}
    for table, owners in OWNERS.items():
        if owners == (1,) and table not in ("interaction_contact", "task_contact"):
            sql = f"SELECT id FROM {table} WHERE contact_id IN carray(?)"
            found[table] = {row[0] for row in connection.execute(sql, id_array(there))}
    return found


def _linked_with(connection: Connection, there: set[int]) -> set[int]:
    found: set[int] = set()
    for table, column, owner in (
        ("relation", "related_id", "contact_id"),
        ("affiliation", "company_id", "contact_id"),
        ("contact", "company_id", "id"),
        ("contact", "parent_id", "id"),
    ):
        sql = f"SELECT {owner} FROM {table} WHERE {column} IN carray(?)"
        found.update(row[0] for row in connection.execute(sql, id_array(there)))
    return found


def _payloads_of(connection: Connection, there: set[int]) -> set[int]:
    found: set[int] = set()
    for table in _WITH_BYTES:
        sql = f"SELECT payload_id FROM {table} WHERE contact_id IN carray(?)"
        found.update(row[0] for row in connection.execute(sql, id_array(there)))
    return found


def _drop_payloads(connection: Connection, payloads: set[int]) -> None:
    if not payloads:
        return
    still = " ".join(f"AND id NOT IN (SELECT payload_id FROM {table})" for table in _WITH_BYTES)
    connection.execute(f"DELETE FROM payload WHERE id IN carray(?) {still}", id_array(payloads))


def _forget(connection: Connection, there: set[int], rows: Rows) -> None:
    """Take every trace of these contacts out of the history."""
    sql = "SELECT DISTINCT history_id FROM history_contact WHERE contact_id IN carray(?) ORDER BY history_id"
    steps = [row[0] for row in connection.execute(sql, id_array(there)).fetchall()]
    if not steps:
        return
    sql = "SELECT DISTINCT basis FROM history WHERE id IN carray(?) ORDER BY basis"
    bases = [row[0] for row in connection.execute(sql, id_array(steps)).fetchall()]
    for basis in bases:
        for change in changes(changesets.source(connection, basis)):
            _note_row(change, there, rows)
    for basis in bases:
        _rewrite(connection, basis, there, rows)
    for step_id, action, text in connection.execute(
        "SELECT id, action, data FROM history WHERE id IN carray(?)", id_array(steps)
    ).fetchall():
        data = _unnamed(action, json.loads(text))
        connection.execute(
            "UPDATE history SET data = ? WHERE id = ?", (json.dumps(data, ensure_ascii=False), step_id)
        )
    connection.execute("DELETE FROM history_contact WHERE contact_id IN carray(?)", id_array(there))
    _chain_anew(connection, min(*steps, *bases))


def _note_row(change: Change, there: set[int], rows: Rows) -> None:
    """A row that belonged to them at some time."""
    if OWNERS[change.name] == (1,):
        for values in (change.old, change.new):
            if values is not None and values[1] in there and isinstance(values[0], int):
                rows.setdefault(change.name, set()).add(values[0])


def _belongs(change: Change, there: set[int], rows: Rows) -> bool:
    for values in (change.old, change.new):
        if values is None:
            continue
        if any(values[column] in there for column in OWNERS[change.name] if values[column] is not NO_CHANGE):
            return True
        if isinstance(values[0], int) and values[0] in rows.get(change.name, ()):
            return True
    return False


def _rewrite(connection: Connection, basis: int, there: set[int], rows: Rows) -> None:
    """Store a changeset again without what belongs to these contacts."""
    if not changesets.part_ids(connection, basis):
        return
    builder = apsw.ChangesetBuilder()
    try:
        builder.schema(cast("Any", connection), "main")
        for change in changes(changesets.source(connection, basis)):
            if not _belongs(change, there, rows):
                builder.add_change(cast("Any", change))
        connection.execute("DELETE FROM history_part WHERE history_id = ?", (basis,))
        sink = changesets.ChangesetSink(connection, basis)
        builder.output_stream(cast("Any", sink))
    finally:
        builder.close()
    digest = sink.finish() if sink.size else hashlib.blake2b(digest_size=32).digest()
    connection.execute(
        "UPDATE history SET size = ?, changeset_hash = ? WHERE basis = ?", (sink.size, digest, basis)
    )


def _unnamed(action: str, data: dict[str, Any]) -> dict[str, Any]:
    if action in _NAMING:
        data.pop("name", None)
    inner = data.get("data")
    if isinstance(inner, dict):
        data["data"] = _unnamed(str(data.get("action", "")), cast("dict[str, Any]", inner))
    return data


def _chain_anew(connection: Connection, first: int) -> None:
    row = connection.execute(
        "SELECT hash FROM history WHERE id < ? ORDER BY id DESC LIMIT 1", (first,)
    ).fetchone()
    before: bytes = row[0] if row else b""
    sql = f"SELECT {', '.join(CHAIN_COLUMNS)} FROM history WHERE id >= ? ORDER BY id"
    hashes: list[tuple[bytes, int]] = []
    for values in connection.execute(sql, (first,)).fetchall():
        before = chained(before, values)
        hashes.append((before, values[0]))
    connection.executemany("UPDATE history SET hash = ? WHERE id = ?", hashes)
