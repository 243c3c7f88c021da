"""Making the rows of a contact's parts say something else while rows that say the same keep their ids."""

from __future__ import annotations

from operator import eq
from typing import TYPE_CHECKING, Any, Protocol

from contactbook.domain.ids import ids
from contactbook.store.parts import PAYLOAD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contactbook.store.sqlite import Connection


class PartRows(Protocol):
    """A table of parts: `id, contact_id, position`, then `columns`.

    `reads` gives the SQL for what the columns say; `by_kind` is true when the first one names the kind of
    row.
    """

    @property
    def table(self) -> str: ...  # noqa: D102
    @property
    def columns(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def by_kind(self) -> bool: ...  # noqa: D102
    def reads(self) -> str: ...  # noqa: D102


Row = tuple[int, int, tuple[Any, ...]]
"""Id, position and the values of the columns."""


def write_parts(
    connection: Connection, part: PartRows, contact_id: int, wanted: Sequence[tuple[Any, ...]]
) -> bool:
    """Make these the rows of one contact in this order; False when they already were.

    A row that says the same stays; of the others as many as possible are changed in place; the rest is
    deleted or added.
    """
    old = _stored(connection, part, contact_id)
    kept = match([row[2] for row in old], wanted, by_kind=part.by_kind)
    positions = _positions([None if index is None else old[index][1] for index in kept])
    changed = False
    added = False
    for index, position, values in zip(kept, positions, wanted, strict=True):
        if index is None:
            added = True
            _insert(connection, part, contact_id, position, values)
        elif old[index][1:] != (position, values):
            changed = True
            _update(connection, part, old[index], position, values)
    gone = [(old[index][0],) for index in set(range(len(old))).difference(kept)]
    connection.executemany(f"DELETE FROM {part.table} WHERE id = ?", gone)
    return changed or added or bool(gone)


def match(
    old: Sequence[tuple[Any, ...]], wanted: Sequence[tuple[Any, ...]], *, by_kind: bool = False
) -> list[int | None]:
    """For each wanted row the index of the old one that becomes it, None for a new one.

    Equal rows find each other first, then the most similar. With `by_kind` the first column must be the
    same: a phone number does not become an e-mail address.
    """
    same: dict[tuple[Any, ...], list[int]] = {}
    for index, values in enumerate(old):
        same.setdefault(values, []).append(index)
    result: list[int | None] = []
    for values in wanted:
        alike = same.get(values)
        result.append(alike.pop(0) if alike else None)
    free = sorted(index for indexes in same.values() for index in indexes)
    for place, values in enumerate(wanted):
        if result[place] is None:
            candidates = [index for index in free if not by_kind or old[index][0] == values[0]]
            if candidates:
                best = max(candidates, key=lambda index: sum(map(eq, old[index], values)))
                result[place] = best
                free.remove(best)
    return result


def _positions(old: list[int | None]) -> list[int]:
    """Ascending positions that leave as many rows as possible where they are."""
    result: list[int] = []
    for position in old:
        least = result[-1] + 1 if result else 0
        result.append(least if position is None else position)
        if position is not None and position < least:
            return list(range(len(old)))
    return result


def _stored(connection: Connection, part: PartRows, contact_id: int) -> list[Row]:
    sql = f"SELECT id, position, {part.reads()} FROM {part.table} WHERE contact_id = ? ORDER BY position, id"
    return [(row[0], row[1], row[2:]) for row in connection.execute(sql, (contact_id,)).fetchall()]


def _insert(
    connection: Connection, part: PartRows, contact_id: int, position: int, values: tuple[Any, ...]
) -> None:
    names = "".join(f', "{name}"' for name in part.columns)
    marks = ", ?" * len(part.columns)
    stored = [
        _stored_value(connection, name, value) for name, value in zip(part.columns, values, strict=True)
    ]
    connection.execute(
        f"INSERT INTO {part.table} (id, contact_id, position{names}) VALUES (?, ?, ?{marks})",
        (ids.one(), contact_id, position, *stored),
    )


def _update(connection: Connection, part: PartRows, old: Row, position: int, values: tuple[Any, ...]) -> None:
    changes = [
        (name, _stored_value(connection, name, new))
        for name, before, new in zip(part.columns, old[2], values, strict=True)
        if before != new
    ]
    if old[1] != position:
        changes.append(("position", position))
    sets = ", ".join(f'"{name}" = ?' for name, _ in changes)
    connection.execute(f"UPDATE {part.table} SET {sets} WHERE id = ?", (*(new for _, new in changes), old[0]))


def _stored_value(connection: Connection, name: str, value: Any) -> Any:  # noqa: ANN401 - what SQLite stores
    """The value of a column: itself, or the id of a new payload that holds the bytes."""
    return add_payload(connection, value) if name == PAYLOAD else value


def add_payload(connection: Connection, data: bytes) -> int:
    """Keep some bytes that will never change; gives their id."""
    payload_id = ids.one()
    connection.execute("INSERT INTO payload (id, data) VALUES (?, ?)", (payload_id, data))
    return payload_id
