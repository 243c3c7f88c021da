"""Reading from one connection."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any

from contactbook.vault.failures import explained

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from contactbook.store.sqlite import Connection


class Reader:
    """Reads from one connection. The query functions of this room take it; other rooms only hand it on."""

    def __init__(self, connection: Connection, path: Path) -> None:
        self.connection = connection
        self.path = path

    def query(self, sql: str, params: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Every row of the answer."""
        with explained(self.path):
            return self.connection.execute(sql, params).fetchall()

    def one(self, sql: str, params: Sequence[Any] = ()) -> tuple[Any, ...] | None:
        """The first row of the answer, or None."""
        with explained(self.path):
            return self.connection.execute(sql, params).fetchone()

    def id_list(self, sql: str, params: Sequence[Any] = ()) -> list[int]:
        """The answer of a query for one integer column."""
        with explained(self.path):
            found: Any = self.connection.execute(sql, params).get
        if isinstance(found, list):
            return found  # type: ignore[return-value]
        return [] if found is None else [found]

    def ids(self, sql: str, params: Sequence[Any] = ()) -> array[int]:
        """Like `id_list`, packed: 8 bytes an id."""
        return array("q", self.id_list(sql, params))

    def close(self) -> None:
        """Give the connection back."""
        self.connection.close()
