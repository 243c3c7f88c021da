"""Copies of contacts that were changed since a step, made before the step is taken back.

Where such a contact must stay whole, its rows are put back from here: reading the changeset a second and a
third time, row by row, would take longer than all the rest. The copies lie in memory, in temporary tables.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any

from contactbook.store.sqlite import id_array
from contactbook.store.tables import JOURNALED, OWNERS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from contactbook.store.sqlite import Connection

MOST = 20_000
"""More contacts than this are not copied."""

_ROUNDS = 4
_KEYED = tuple(table for table in JOURNALED if table not in ("contact_tag", "setting"))


class KeptCopies:
    """Copies of some contacts with all their parts, and of every row that these point to.

    Args:
        connection: the writing one, within the step.
        contact_ids: those that may have to stay; the contacts that they point to are copied as well.
    """

    def __init__(self, connection: Connection, contact_ids: Iterable[int]) -> None:
        self._connection = connection
        self._contacts: set[int] = set()
        self._names: dict[str, list[str]] = {}
        for table in JOURNALED:
            columns: Any = connection.execute(f"PRAGMA main.table_info({table})").fetchall()
            self._names[table] = [row[1] for row in columns]
            connection.execute(f"DROP TABLE IF EXISTS temp.kept_{table}")
            connection.execute(f"CREATE TEMP TABLE kept_{table} AS SELECT * FROM main.{table} WHERE FALSE")
        self._links = self._links_of()
        new = set(contact_ids)
        for _ in range(_ROUNDS):
            new = {one for one in new if one not in self._contacts}
            if not new or len(self._contacts) + len(new) > MOST:
                break
            self._contacts |= new
            new = self._copy(new)

    def restore_contacts(self, contact_ids: Collection[int]) -> set[int]:
        """Put these contacts and what they point to back where it is missing; gives those not copied."""
        here = array("q", [one for one in contact_ids if one in self._contacts])
        if here:
            self._connection.pragma("defer_foreign_keys", 1)  # whom they point to comes afterwards
            for table in JOURNALED:
                for owner in OWNERS[table]:
                    column = self._names[table][owner]
                    self._connection.execute(
                        f"INSERT OR IGNORE INTO main.{table} SELECT * FROM temp.kept_{table}"
                        f" WHERE {column} IN carray(?)",
                        id_array(here),
                    )
        return set(contact_ids) - set(here)

    def restore_row(self, table: str, row_id: int) -> bool:
        """Put one row back; False when there is no copy of it."""
        if table not in _KEYED:
            return False
        self._connection.pragma("defer_foreign_keys", 1)
        self._connection.execute(
            f"INSERT OR IGNORE INTO main.{table} SELECT * FROM temp.kept_{table} WHERE id = ?", (row_id,)
        )
        found: Any = self._connection.execute(
            f"SELECT EXISTS (SELECT 1 FROM main.{table} WHERE id = ?)", (row_id,)
        ).get
        return bool(found)

    def close(self) -> None:
        """Forget the copies."""
        for table in JOURNALED:
            self._connection.execute(f"DROP TABLE temp.kept_{table}")

    def _copy(self, contact_ids: set[int]) -> set[int]:
        """Copy contacts with their parts and what these point to; gives the contacts among that."""
        wanted = id_array(array("q", sorted(contact_ids)))
        for table in JOURNALED:
            for owner in OWNERS[table]:
                column = self._names[table][owner]
                self._connection.execute(
                    f"INSERT INTO temp.kept_{table} SELECT * FROM main.{table} WHERE {column} IN carray(?)",
                    wanted,
                )
        linked: set[int] = set()
        for table, column, parent in self._links:
            if parent == "contact":
                sql = f"SELECT DISTINCT {column} FROM temp.kept_{table} WHERE {column} IS NOT NULL"
                linked.update(row[0] for row in self._connection.execute(sql).fetchall())
            elif parent in _KEYED and not OWNERS[parent]:
                self._connection.execute(
                    f"INSERT INTO temp.kept_{parent} SELECT * FROM main.{parent} WHERE id IN"
                    f" (SELECT {column} FROM temp.kept_{table})"
                    f" AND id NOT IN (SELECT id FROM temp.kept_{parent})"
                )
        return linked

    def _links_of(self) -> list[tuple[str, str, str]]:
        """Table, column and parent of every link, those that others point to last."""
        found: list[tuple[str, str, str]] = []
        for table in sorted(JOURNALED, key=lambda name: not OWNERS[name]):
            links: Any = self._connection.execute(f"PRAGMA main.foreign_key_list({table})").fetchall()
            found += [(table, row[3], row[2]) for row in links if row[2] in OWNERS]
        return found
