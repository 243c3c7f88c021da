"""Recording what a step does to the journaled tables."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from contactbook.store.new_rows import NewRows, Others
from contactbook.store.sqlite import new_session
from contactbook.store.tables import JOURNALED

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable

    from contactbook.store.sqlite import Connection, Session

_FIRST_OF_SHARES = frozenset({"contact_point", "address", "source_card"})


class Recording:
    """Records changes in several sessions of some tables each, and apart from them what is made in bulk.

    Closing a session frees a piece of memory for every changed row and lets no other thread run meanwhile:
    one session of a million rows would hold up the windows.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._new = NewRows()
        self._sessions: list[Session] = []
        for table in JOURNALED:
            if not self._sessions or table in _FIRST_OF_SHARES:
                self._sessions.append(new_session(connection))
            self._sessions[-1].attach(table)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was changed."""
        return not self._new and all(session.is_empty for session in self._sessions)

    def make_new(self, start: int, count: int, tables: Iterable[str]) -> None:
        """Rows that begin with these ids are about to be written into some tables, where nobody had them."""
        self._new.add(start, count, tables)

    @contextmanager
    def paused(self) -> Generator[None]:
        """Meanwhile nothing is written but such rows."""
        for session in self._sessions:
            session.enabled = False
        try:
            yield
        finally:
            for session in self._sessions:
                session.enabled = True

    def hand_out(self, output: Callable[[bytes], None]) -> None:
        """Give the changeset piece by piece; the recording ends."""
        others = None
        if self._new:
            self._new.hand_out(self._connection, output)
            others = Others(self._new)
        for session in self._sessions:
            session.changeset_stream(others or output)
            session.close()
        if others is not None:
            others.hand_out(self._connection, output)

    def close(self) -> None:
        """End the recording; harmless when repeated."""
        for session in self._sessions:
            session.close()
