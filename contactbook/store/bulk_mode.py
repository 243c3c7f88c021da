"""How the writing connection is set while thousands of contacts are added in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import apsw

    from contactbook.store.step import Step

CACHE_KIBIBYTES = 64_000
"""Page cache during bulk writes: the indexes that are filled in random order must fit."""

LARGE = 5_000
"""More new contacts than this, and lists' indexes are made anew at the end instead of row by row."""


class BulkMode:
    """Kept by a step from its first bulk write on."""

    def __init__(self, step: Step) -> None:
        self._connection = step.connection
        self._before: int = step.connection.pragma("cache_size")
        self._count = 0
        self._existing: int = step.connection.execute("SELECT count(*) FROM contact_row WHERE deleted_at IS NULL").get
        self._dropped: list[str] = []
        step.connection.pragma("cache_size", -CACHE_KIBIBYTES)
        step.before_end(self._restore_indexes)
        step.afterwards(self._restore_cache)

    def expect(self, count: int) -> None:
        """So many contacts more are about to be added."""
        self._count += count
        if not self._dropped and self._count > max(LARGE, self._existing // 2):
            self._dropped = list_indexes(self._connection)
            for sql in self._dropped:
                self._connection.execute(f"DROP INDEX {sql.split()[2]}")

    def _restore_indexes(self) -> None:
        for sql in self._dropped:
            self._connection.execute(sql)

    def _restore_cache(self) -> None:
        self._connection.pragma("cache_size", self._before)


def list_indexes(connection: apsw.Connection) -> list[str]:
    """The statements that make the indexes of the list rows."""
    sql = "SELECT sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'contact_row' AND sql IS NOT NULL"
    return [row[0] for row in connection.execute(sql)]
