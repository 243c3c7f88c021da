"""Tables without indexes and without checks of their links, while most of their rows go.

Taking every row out of every index, one by one, and looking for what points to it takes half of the time of
undoing a large import; making the indexes of the few rows that are left takes next to none.
"""

from __future__ import annotations

from contextlib import contextmanager
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Any

from contactbook.store import changesets
from contactbook.store.list_indexes import LARGE
from contactbook.store.sqlite import DELETE, INSERT, changes
from contactbook.store.tables import JOURNALED

if TYPE_CHECKING:
    from collections.abc import Generator

    from contactbook.store.sqlite import Connection

_SAMPLE = 1000
"""Changes at the beginning of a changeset, where those of the contacts stand."""

_INDEXES = "SELECT name, tbl_name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"


def empties(connection: Connection, basis: int, touched: int, *, inverted: bool) -> bool:
    """Whether applying this changeset takes most contacts out of the book; `touched`: how many it is of."""
    if touched < LARGE:
        return False
    there: int = connection.execute("SELECT count(*) FROM contact").get
    if touched <= there // 2:
        return False
    going = INSERT if inverted else DELETE
    first = takewhile(lambda change: change.name == "contact", changes(changesets.source(connection, basis)))
    found = {change.opcode for change in islice(first, _SAMPLE)}
    return found == {going}


@contextmanager
def bare_tables(connection: Connection) -> Generator[None]:
    """No indexes on the journaled tables; within a transaction, which must be rolled back if this fails."""
    found: Any = connection.execute(_INDEXES).fetchall()
    dropped = [(name, sql) for name, table, sql in found if table in JOURNALED]
    for name, _ in dropped:
        connection.execute(f"DROP INDEX {name}")
    yield
    for _, sql in dropped:
        connection.execute(sql)
