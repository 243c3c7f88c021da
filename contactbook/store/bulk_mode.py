"""How the writing connection is set while thousands of contacts are written in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.store.list_indexes import drop_list_indexes, is_large

if TYPE_CHECKING:
    from contactbook.store.step import Step

CACHE_KIBIBYTES = 64_000
"""Page cache during bulk writes: the indexes that are filled in random order must fit."""


def enlarge_cache(step: Step) -> None:
    """Give the step's connection a larger page cache until the step is over."""
    connection = step.connection
    before: int = connection.pragma("cache_size")
    connection.pragma("cache_size", -CACHE_KIBIBYTES)
    step.afterwards(lambda: connection.pragma("cache_size", before))


class BulkMode:
    """Kept by a step from its first bulk write on."""

    def __init__(self, step: Step) -> None:
        self._connection = step.connection
        self._count = 0
        self._dropped: list[str] = []
        enlarge_cache(step)
        step.before_end(self._restore_indexes)

    def expect(self, count: int) -> None:
        """So many contacts more are about to be added."""
        self._count += count
        if not self._dropped and is_large(self._connection, self._count):
            self._dropped = drop_list_indexes(self._connection)

    def _restore_indexes(self) -> None:
        for sql in self._dropped:
            self._connection.execute(sql)
