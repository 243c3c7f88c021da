"""Writing a long log into the file in the background, while the person goes on working.

SQLite by itself does it at the end of the step that made the log long: a tenth of a second for whoever saves
a contact just then, seconds for an import that is already safe.
"""

from __future__ import annotations

import threading
from contextlib import closing, suppress
from typing import TYPE_CHECKING, cast

from contactbook.domain.problems import Problem
from contactbook.vault.failures import explained

if TYPE_CHECKING:
    from contactbook.store.sqlite import Connection
    from contactbook.vault.book_file import OpenFile

LOG_PAGES = 1000
"""Pages of the log (4 KiB each) from which on it is settled."""

KEPT_BYTES = 16 << 20
"""What of the log file stays when it is begun anew."""


class LogSettler:
    """Settles the log of a book in a thread of its own; at most one at a time."""

    def __init__(self, file: OpenFile) -> None:
        self._file = file
        self._thread: threading.Thread | None = None

    def prepare(self, connection: Connection) -> None:
        """Set the writing connection: its log does not grow for long, and does not stay long."""
        connection.pragma("journal_size_limit", KEPT_BYTES)
        connection.set_wal_hook(self._on_commit)

    def shrink(self) -> None:
        """Empty the file of the log if it grew for something that was then taken back: nothing else would."""
        log = self._file.path.with_name(f"{self._file.path.name}-wal")
        if log.exists() and log.stat().st_size > KEPT_BYTES:
            self.wait()
            self._start("TRUNCATE")

    def wait(self) -> None:
        """Return when nothing is being settled."""
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _on_commit(self, _connection: object, _name: str, pages: int) -> int:
        """What SQLite calls after a step; gives its code for "all well"."""
        if pages >= LOG_PAGES and (self._thread is None or not self._thread.is_alive()):
            self._start("PASSIVE")
        return 0

    def _start(self, mode: str) -> None:
        self._thread = threading.Thread(
            target=self._settle, args=(mode,), name="contactbook-log", daemon=True
        )
        self._thread.start()

    def _settle(self, mode: str) -> None:
        """What fails here is done again when the book is closed, and tells of itself then."""
        with suppress(Problem), explained(self._file.path):
            with closing(cast("Connection", self._file.connect())) as connection:
                connection.execute(f"PRAGMA wal_checkpoint({mode})").fetchall()
