"""How the writing connection is set while thousands of contacts are written in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contactbook.store import list_indexes

if TYPE_CHECKING:
    from contactbook.store.step import Step


class BulkMode:
    """Kept by a step from its first bulk write on."""

    def __init__(self, step: Step) -> None:
        self._step = step
        self._count = 0
        self._next_look = list_indexes.LARGE
        self._dropped: list[str] = []
        step.before_end(self._restore_indexes)

    def expect(self, count: int) -> None:
        """So many contacts more are about to be added."""
        self._count += count
        if self._count < self._next_look:
            return
        self._next_look = 2 * self._count
        self._step.make_large()
        if not self._dropped and list_indexes.is_large(self._step.connection, self._count):
            self._dropped = list_indexes.drop_list_indexes(self._step.connection)

    def _restore_indexes(self) -> None:
        list_indexes.make_list_indexes(self._step.connection, self._dropped)
