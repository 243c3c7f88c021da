"""Making the rows of a contact's parts say something else while rows that say the same keep their ids."""

from __future__ import annotations

from operator import eq
from typing import TYPE_CHECKING, Any, Protocol

from contactbook.domain.ids import ids

if TYPE_CHECKING:
    from collections.abc import Sequence

    import apsw


class PartRows(Protocol):
    """A table of parts: `id, contact_id, position`, then `columns`; `by_kind` when the first one names the kind of row."""

    @property
    def table(self) -> str: ...  # noqa: D102
    @property
    def columns(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def by_kind(self) -> bool: ...  # noqa: D102


Row = tuple[int, int, tuple[Any, ...]]
"""Id, position and the values of the columns."""


def write_parts(
    connection: apsw.Connection, part: PartRows, contact_id: int, wanted: Sequence[tuple[Any, ...]]
) -> bool:
    """Make these the rows of one contact in this order; False when they already were.

    A row that says the same stays; of the others as many as possible are changed in place; the rest is deleted
    or added.
    """
    old = _stored(connection, part, contact_id)
    kept = match([row[2] for row in old], wanted, by_kind=part.by_kind)
    positions = _positions([None if index is None else old[index][1] for index in kept])
    changed = False
    inserts: list[tuple[Any, ...]] = []
    for index, position, values in zip(kept, positions, wanted, strict=True):
        if index is None:
            inserts.append((ids.one(), contact_id, position, *values))
        elif old[index][1:] != (position, values):
            changed = True
            _update(connection, part, old[index], position, values)
    gone = [(old[index][0],) for index in set(range(len(old))).difference(kept)]
    connection.executemany(f"DELETE FROM {part.table} WHERE id = ?", gone)
    names = "".join(f', "{name}"' for name in part.columns)
    marks = ", ?" * len(part.columns)
    connection.executemany(
        f"INSERT INTO {part.table} (id, contact_id, position{names}) VALUES (?, ?, ?{marks})", inserts
    )
    return changed or bool(inserts) or bool(gone)


def match(
    old: Sequence[tuple[Any, ...]], wanted: Sequence[tuple[Any, ...]], *, by_kind: bool = False
) -> list[int | None]:
    """For each wanted row the index of the old one that becomes it, None for a new one.

    Equal rows find each other first, then the most similar. With `by_kind` the first column must be the same: a phone
    number does not become an e-mail address.
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


def _stored(connection: apsw.Connection, part: PartRows, contact_id: int) -> list[Row]:
    names = "".join(f', "{name}"' for name in part.columns)
    sql = f"SELECT id, position{names} FROM {part.table} WHERE contact_id = ? ORDER BY position, id"
    return [(row[0], row[1], row[2:]) for row in connection.execute(sql, (contact_id,)).fetchall()]


def _update(connection: apsw.Connection, part: PartRows, old: Row, position: int, values: tuple[Any, ...]) -> None:
    changes = [(name, new) for name, before, new in zip(part.columns, old[2], values, strict=True) if before != new]
    if old[1] != position:
        changes.append(("position", position))
    sets = ", ".join(f'"{name}" = ?' for name, _ in changes)
    connection.execute(f"UPDATE {part.table} SET {sets} WHERE id = ?", (*(new for _, new in changes), old[0]))
