"""Rows that point to rows which are not there: found, and taken out of the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from contactbook.store.sqlite import id_array
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


@dataclass(frozen=True, slots=True)
class InPart:
    """What was applied of a changeset, all deletions of other contacts' rows left out.

    `contacts`: whose deletions were applied as well; `deleted`: rows that went, by table; `written`: tables
    in which rows were put back or changed.
    """

    contacts: frozenset[int]
    deleted: dict[str, set[int]] = field(default_factory=dict)
    written: set[str] = field(default_factory=set)

    def condition(self, table: str, owners: list[str], column: str, parent: str) -> tuple[str, list[Any]]:
        """Which links may be broken: all of these contacts, others only where not by what was left out."""
        if not owners:
            return "TRUE", []
        ours = " OR ".join(f"{owner} IS NULL OR {owner} IN carray(?1)" for owner in owners)
        bound = [*id_array(self.contacts or {0})]
        if table not in self.written:
            return f"({ours})", bound
        gone = self.deleted.get(parent)
        return f"({ours} OR {column} NOT IN carray(?2))", [*bound, *id_array(gone or {0})]


def broken_links(connection: Connection, in_part: InPart | None = None) -> list[BrokenLink]:
    """Every broken link in the journaled tables. Reads them all: for when something is known to be broken.

    Where a changeset was applied in part, what was left out does not count as pointing to what went.
    """
    found: list[BrokenLink] = []
    for table in JOURNALED:
        links: Any = connection.execute(f"PRAGMA foreign_key_list({table})").fetchall()
        for _, _, parent, column, _, _, on_delete, _ in links:
            lets_go = on_delete == "SET NULL"
            found += _broken(connection, table, column, parent, lets_go=lets_go, in_part=in_part)
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
    connection: Connection, table: str, column: str, parent: str, *, lets_go: bool, in_part: InPart | None
) -> list[BrokenLink]:
    columns: Any = connection.execute(f"PRAGMA table_info({table})").fetchall()
    names = [row[1] for row in columns]
    keys = [row[1] for row in columns if row[5]]
    owners = [names[ordinal] for ordinal in OWNERS[table]]
    wanted = ", ".join((column, *keys, *owners))
    counts, bindings = in_part.condition(table, owners, column, parent) if in_part else ("TRUE", [])
    missing = f"{column} IS NOT NULL AND {column} NOT IN (SELECT id FROM {parent})"
    sql = f"SELECT {wanted} FROM {table} WHERE {counts} AND {missing}"
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
        for row in connection.execute(sql, bindings).fetchall()
    ]
