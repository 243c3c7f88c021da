"""What came after a step: whom later ones touched, and whom these contacts point to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from contactbook.store import kept_copies
from contactbook.store.sqlite import id_array
from contactbook.store.tables import JOURNALED, OWNERS

if TYPE_CHECKING:
    from collections.abc import Collection

    from contactbook.store.sqlite import Connection

_STANDING = """
    SELECT DISTINCT later.contact_id FROM history_contact AS later
    JOIN history ON history.id = later.history_id
    WHERE later.history_id > ?1 AND undone_by = 0 AND (undoes = 0 OR undoes < ?1)
"""

_IN_EFFECT = """
    SELECT id FROM history WHERE id > ?1 AND basis IN (
        SELECT basis FROM history WHERE id > ?1 GROUP BY basis HAVING sum(1 - 2 * inverted) <> 0
    )
"""
"""Steps since another that left anything: those that apply one changeset as often backwards as forwards did
not. An undo that met something in its way has a changeset of its own."""


def touched_since(connection: Connection, step_id: int) -> list[int]:
    """The contacts of this step that a later one which still stands touched; at most one more than counts."""
    found = connection.execute(
        f"""
        {_STANDING}
        AND EXISTS (SELECT 1 FROM history_contact WHERE contact_id = later.contact_id AND history_id = ?1)
        LIMIT ?2
        """,
        (step_id, kept_copies.MOST + 1),
    )
    return [row[0] for row in found]


def changed_since(connection: Connection, step_id: int, among: Collection[int]) -> set[int]:
    """Those of some contacts that a later step which still stands touched."""
    if not among:
        return set()
    found = connection.execute(f"{_STANDING} AND later.contact_id IN carray(?2)", (step_id, *id_array(among)))
    return {row[0] for row in found}


def nothing_since(connection: Connection, step_id: int) -> bool:
    """Whether the tables are as the step left them."""
    return not connection.execute(f"SELECT EXISTS ({_IN_EFFECT})", (step_id,)).get


def reached_since(connection: Connection, step_id: int) -> frozenset[int]:
    """Every contact that is not as the step left it, and all that these point to, directly or through others.

    Whoever is not among them was not touched since, and stays only with the rows that the step found.
    """
    sql = f"SELECT DISTINCT contact_id FROM history_contact WHERE history_id IN ({_IN_EFFECT})"
    new = {row[0] for row in connection.execute(sql, (step_id,))}
    links = _links(connection)
    reached = set(new)
    while new:
        wanted = id_array(new)
        linked: set[int] = set()
        for sql in links:
            linked.update(row[0] for row in connection.execute(sql, wanted))
        new = linked - reached
        reached |= new
    return frozenset(reached)


def _links(connection: Connection) -> list[str]:
    """Statements that give the contacts to which rows of some contacts point."""
    found: list[str] = []
    for table in JOURNALED:
        columns: Any = connection.execute(f"PRAGMA table_info({table})").fetchall()
        owners = [columns[ordinal][1] for ordinal in OWNERS[table]]
        links: Any = connection.execute(f"PRAGMA foreign_key_list({table})").fetchall()
        found += [
            f"SELECT {link[3]} FROM {table} WHERE {owner} IN carray(?) AND {link[3]} IS NOT NULL"
            for link in links
            for owner in owners
            if link[2] == "contact" and link[3] != owner
        ]
    return found
