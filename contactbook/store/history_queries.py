"""Reading the history: what was done, by whom, to which contacts, and what can be undone or redone next."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from contactbook.domain.problems import Problem

if TYPE_CHECKING:
    from array import array

    from contactbook.store.reader import Reader


class HistoryRow(NamedTuple):
    """One step. `data` is what its label needs; `undone` whether its effect is taken back at present.

    `undoes` is the step that this one takes back (0: none), `contacts` the number of contacts touched, `at`
    in milliseconds since 1970 UTC, `kept` whether it can still be undone (old changesets are thinned out).
    """

    id: int
    at: int
    action: str
    data: dict[str, Any]
    undone: bool
    undoes: int
    contacts: int
    by: str
    device: str
    kept: bool


SELECT = """
    SELECT id, at, action, data, undone_by <> 0, undoes, contacts, author, device,
    EXISTS (SELECT 1 FROM history_part WHERE history_id = basis)
    FROM history
"""
"""What a `HistoryRow` is made of."""


def history(reader: Reader, *, contact: int = 0, limit: int = 200, before: int = 0) -> list[HistoryRow]:
    """Steps, the latest first.

    Args:
        reader: see `Book.reader`.
        contact: only those that touched this contact.
        limit: at most so many.
        before: only those before this step, to go on from a page.
    """
    conditions: list[str] = ["TRUE"]
    params: list[int] = []
    if contact:
        conditions.append("id IN (SELECT history_id FROM history_contact WHERE contact_id = ?)")
        params.append(contact)
    if before:
        conditions.append("id < ?")
        params.append(before)
    sql = f"{SELECT} WHERE {' AND '.join(conditions)} ORDER BY id DESC LIMIT ?"
    return [as_row(row) for row in reader.query(sql, (*params, limit))]


def step(reader: Reader, step_id: int) -> HistoryRow:
    """One step. Raises Problem `store.no_such_step`."""
    row = reader.one(f"{SELECT} WHERE id = ?", (step_id,))
    if row is None:
        raise Problem("store.no_such_step", step=step_id)
    return as_row(row)


def touched(reader: Reader, step_id: int) -> array[int]:
    """The ids of the contacts that a step touched."""
    return reader.ids("SELECT contact_id FROM history_contact WHERE history_id = ?", (step_id,))


def undo_target(reader: Reader) -> HistoryRow | None:
    """The step that undo takes back next: the latest whose effect still stands and is still known."""
    known = "EXISTS (SELECT 1 FROM history_part WHERE history_id = basis)"
    row = reader.one(f"{SELECT} WHERE undoes = 0 AND undone_by = 0 AND {known} ORDER BY id DESC LIMIT 1")
    return as_row(row) if row else None


def redo_target(reader: Reader) -> HistoryRow | None:
    """The undo that redo takes back next: the latest that still stands, if nothing else was done after it."""
    row = reader.one(f"""{SELECT}
        WHERE undoes <> 0 AND undone_by = 0 AND action = 'undo'
        AND id > (SELECT coalesce(max(id), 0) FROM history WHERE undoes = 0)
        ORDER BY id DESC LIMIT 1
    """)
    return as_row(row) if row else None


def as_row(row: tuple[Any, ...]) -> HistoryRow:
    """A row of `SELECT`."""
    step_id, at, action, data, undone, *rest = row
    return HistoryRow._make((step_id, at, action, json.loads(data), bool(undone), *rest[:-1], bool(rest[-1])))
