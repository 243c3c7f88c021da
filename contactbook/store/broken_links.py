"""Rows that point to rows which are not there: found, and taken out of the way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from contactbook.store.tables import JOURNALED, OWNERS

if TYPE_CHECKING:
    from contactbook.store.sqlite import Connection


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """A row of `table` (by `key`, the columns and values of its primary key) whose `column` names nothing.

    `lets_go`: the column may be emptied; otherwise the row cannot be without its parent.
    """

    table: str
    key: tuple[tuple[str, Any], ...]
    column: str
    parent: str
    parent_id: int
    lets_go: bool
    contacts: tuple[int, ...]


def broken_links(connection: Connection) -> list[BrokenLink]:
    """Every broken link in the journaled tables. Reads them all: for when something is known to be broken."""
    found: list[BrokenLink] = []
    for table in JOURNALED:
        links: Any = connection.execute(f"PRAGMA foreign_key_list({table})").fetchall()
        for _, _, parent, column, _, _, on_delete, _ in links:
            found += _broken(connection, table, column, parent, lets_go=on_delete == "SET NULL")
    return found


def cut(connection: Connection, link: BrokenLink) -> None:
    """Empty the column of a broken link, or delete the row where it cannot be without."""
    condition = " AND ".join(f"{name} = ?" for name, _ in link.key)
    values = tuple(value for _, value in link.key)
    if link.lets_go:
        connection.execute(f"UPDATE {link.table} SET {link.column} = NULL WHERE {condition}", values)
    else:
        connection.execute(f"DELETE FROM {link.table} WHERE {condition}", values)


def _broken(
    connection: Connection, table: str, column: str, parent: str, *, lets_go: bool
) -> list[BrokenLink]:
    columns: Any = connection.execute(f"PRAGMA table_info({table})").fetchall()
    names = [row[1] for row in columns]
    keys = [row[1] for row in columns if row[5]]
    owners = [names[ordinal] for ordinal in OWNERS[table]]
    wanted = ", ".join((column, *keys, *owners))
    missing = f"{column} IS NOT NULL AND {column} NOT IN (SELECT id FROM {parent})"
    sql = f"SELECT {wanted} FROM {table} WHERE {missing}"
    return [
        BrokenLink(
            table=table,
            key=tuple(zip(keys, row[1 : 1 + len(keys)], strict=True)),
            column=column,
            parent=parent,
            parent_id=row[0],
            lets_go=lets_go,
            contacts=tuple(value for value in row[1 + len(keys) :] if value is not None),
        )
        for row in connection.execute(sql).fetchall()
    ]
